# shellcheck shell=bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Debian packages for the recipes, from the mirror this machine already uses, without touching its own apt or dpkg.

# The mirror of this machine. A fresh build root has no package lists; apt tells its sources only after an update.
lab_mirror() {
    local m
    [ -z "${BRAMBLE_MIRROR:-}" ] || { echo "$BRAMBLE_MIRROR"; return; }
    m=$(mirror_of_lists)
    [ -n "$m" ] || { apt-get update -qq >&2; m=$(mirror_of_lists); }
    [ -n "$m" ] || die "no Debian mirror in this machine's apt configuration; set BRAMBLE_MIRROR to one"
    echo "$m"
}

mirror_of_lists() {
    # shellcheck disable=SC2016  # the dollar signs are apt's
    apt-get indextargets --format '$(CREATED_BY) $(COMPONENT) $(REPO_URI)' |
        awk '$1 == "Packages" && $2 == "main" && $3 !~ /security/ && !found { print $3; found = 1 }'
}

# private_apt DIR ARCH COMPONENTS [STATUS]: sets the array `apt_options` to an apt of our own below DIR, which believes
# that what STATUS (a dpkg status file, default none) lists is installed, and reads the package lists.
private_apt() {
    local dir=$1 arch=$2 components=$3 status=${4:-}
    mkdir -p "$dir"/{lists/partial,archives/partial,state}
    if [ -n "$status" ]; then cp "$status" "$dir/state/status"; else : > "$dir/state/status"; fi
    echo "deb [arch=$arch signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $(lab_mirror) $suite $components" > "$dir/sources.list"
    apt_options=(-qq -o "APT::Architecture=$arch" -o "APT::Architectures=$arch"
        -o "Dir::Etc::sourcelist=$dir/sources.list" -o Dir::Etc::sourceparts=/dev/null
        -o Dir::Etc::preferencesparts=/dev/null -o "Dir::State=$dir/state" -o "Dir::State::lists=$dir/lists"
        -o "Dir::State::status=$dir/state/status" -o "Dir::Cache=$dir" -o "Dir::Cache::archives=$dir/archives"
        -o "APT::Sandbox::User=$(id -un)" -o Acquire::Languages=none -o Acquire::Retries=3
        -o APT::Install-Recommends=false)
    apt-get "${apt_options[@]}" update >&2
}
