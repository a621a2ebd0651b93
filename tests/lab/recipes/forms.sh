#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# forms.sh OUT CACHE: the small image in every form an image comes in.
#   small.img  .gz  .zst  .zip  .1block.xz (one block: cannot be read in parallel)  .2streams.xz (two streams, one file)
set -euo pipefail
. "$(dirname "$0")/../lib/common.sh"
out=$1
image=$out/small.img

xz -dc "$2/small/small.img.xz" > "$out/whole"
cp --sparse=always "$out/whole" "$image"
rm "$out/whole"
gzip -n -3 -c "$image" > "$image.gz"
zstd -q -3 "$image" -o "$image.zst"
xz -1 -T1 -c "$image" > "$image.1block.xz"
half=$(($(stat -c %s "$image") / 2))
{ head -c $half "$image" | xz -1 -T1; tail -c +$((half + 1)) "$image" | xz -1 -T1; } > "$image.2streams.xz"
python3 - "$image" << 'P'
import shutil
import sys
import zipfile

entry = zipfile.ZipInfo("small.img", (2026, 6, 17, 0, 0, 0))
entry.compress_type = zipfile.ZIP_DEFLATED
with zipfile.ZipFile(sys.argv[1] + ".zip", "w", compresslevel=3) as archive, open(sys.argv[1], "rb") as source:
    with archive.open(entry, "w") as target:
        shutil.copyfileobj(source, target, 1 << 20)
P
