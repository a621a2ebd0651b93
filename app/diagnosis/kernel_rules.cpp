// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/rule.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using enum SignKind;
using enum Stage;

// What a start command can be wrong in. A proxy's log does not say whose Linux asks for an address, so that "network" may never be seen.
constexpr Rule commandRule(Cause cause, Need need, Fix fix, QLatin1StringView source)
{
    return {.cause = cause, .from = Kernel, .to = Network, .patience = silent(20), .needs = {need}, .fix = fix, .source = source};
}

const std::array rules{
    commandRule(Cause::CmdlineNoNfs, {SeenNoNetworkRoot}, Fix::LayBootFiles, "netboot 4.2"_L1),
    commandRule(Cause::CmdlineLines, {SeenManyLines}, Fix::LayBootFiles, "netboot 4.2"_L1),
    commandRule(Cause::ServerAddressChanged, {SeenAddressGone}, Fix::LayBootFiles, "issue 6; netboot 7 #25"_L1),
    commandRule(Cause::CmdlineServer, {SeenServer}, Fix::LayBootFiles, "netboot 7 #25"_L1),
    commandRule(Cause::CmdlineServer, {ArpElsewhere}, Fix::LayBootFiles, "netboot 7 #25"_L1),
    // It tries again and again, and so is never silent.
    Rule{.cause = Cause::CmdlinePath, .from = Kernel, .to = Network, .patience = inStage(10), .needs = {Need{RefusedOther}}, .fix = Fix::LayBootFiles,
         .source = "netboot 7 #26"_L1},
    commandRule(Cause::CmdlinePath, {SeenPath}, Fix::LayBootFiles, "netboot 7 #26"_L1),
    commandRule(Cause::CmdlineOptions, {SeenOptions}, Fix::LayBootFiles, "netboot 7 #24"_L1),
    commandRule(Cause::CmdlineOptions, {NfsVersion4}, Fix::LayBootFiles, "netboot 7 #24"_L1),
};

} // namespace

std::span<const Rule> kernelRules()
{
    return rules;
}

} // namespace bramble
