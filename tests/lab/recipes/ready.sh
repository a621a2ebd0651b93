#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ready.sh OUT CACHE: the server with what the program would install.
set -euo pipefail
. "$(dirname "$0")/../lib/common.sh"
. "$(dirname "$0")/../lib/installed.sh"
installed_server "$1" "$2" "$2"/repo/*.deb
