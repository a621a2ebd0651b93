#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# same_boots.py LOG CAPTURE [MS]: two outputs of `bramble watch --replay --json` tell the same boots: the same stages, at the same times. A second is what
# they may differ by on a machine that keeps up; an emulated server on a busy one writes its log later than that, so three are let pass, or MS, and the
# true number is printed. Only one of them can know "running" (who asked) and "network" (a proxy's log does not say whose kernel asks for an address). The server of the lab keeps
# a clock of its own: the middle of all differences is taken out. Prints how many boots and stages were compared; exits with 1 where they differ.
import json
import statistics
import sys


def boots(path):
    found = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            told = json.loads(line)
            if "stages" in told:
                found[told["node"]] = {s["stage"]: s["atMs"] for s in told["stages"] if s["stage"] != "running"}
    return found


limit = int(sys.argv[3]) if len(sys.argv) > 3 else 3000
one, other = boots(sys.argv[1]), boots(sys.argv[2])
wrong = [] if one.keys() == other.keys() and one else [f"nodes: {sorted(one)} and {sorted(other)}"]
pairs = []
for node in one.keys() & other.keys():
    if one[node].keys() != other[node].keys() - {"network"}:
        wrong.append(f"{node}: {list(one[node])} and {list(other[node])}")
    pairs += [(node, stage, one[node][stage] - other[node][stage]) for stage in one[node].keys() & other[node].keys()]
clocks = statistics.median(apart for _, _, apart in pairs) if pairs else 0
furthest = max((abs(apart - clocks) for _, _, apart in pairs), default=0)
wrong += [f"{node}: {stage} {apart - clocks} ms apart" for node, stage, apart in pairs if abs(apart - clocks) > limit]
print("\n".join(wrong) or f"{len(one)} boots, {len(pairs)} stages, at most {furthest:.0f} ms apart; the clocks {clocks:.0f} ms")
sys.exit(1 if wrong else 0)
