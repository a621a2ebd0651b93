// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sign.h"

#include <algorithm>
#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// In the order of SignKind.
constexpr std::array ids{
    "asked"_L1,
    "offered"_L1,
    "reply-delayed"_L1,
    "menu-without-blanks"_L1,
    "menu-of-others"_L1,
    "ignored"_L1,
    "no-address-left"_L1,
    "other-serial"_L1,
    "address-offered"_L1,
    "foreign-offer"_L1,
    "other-system"_L1,
    "file-elsewhere"_L1,
    "request-unanswered"_L1,
    "request-repeated"_L1,
    "file-missing"_L1,
    "file-failed"_L1,
    "file-too-big"_L1,
    "file-denied"_L1,
    "file-truncated"_L1,
    "root-file"_L1,
    "other-folder"_L1,
    "big-image"_L1,
    "arp-unanswered"_L1,
    "arp-elsewhere"_L1,
    "address-taken"_L1,
    "port-silent"_L1,
    "port-closed"_L1,
    "service-unknown"_L1,
    "nfs-version4"_L1,
    "refused"_L1,
    "refused-other"_L1,
    "boot-folder-refused"_L1,
    "asked-again"_L1,
    "nfs-error"_L1,
    "ssh-closed"_L1,
    "server-started"_L1,
    "server-stopped"_L1,
    "server-port-taken"_L1,
    "server-settings-bad"_L1,
    "no-range"_L1,
    "no-server-address"_L1,
    "nfs-started"_L1,
    "nfs-stopped"_L1,
    "nfs-crowded"_L1,
    "tftp-crowded"_L1,
    "disk-full"_L1,
    "disk-cannot-export"_L1,
    "tree-gone"_L1,
    "spanning-tree"_L1,
    "seen-folder-misnamed"_L1,
    "seen-folder-empty"_L1,
    "seen-folder-missing"_L1,
    "seen-boot-files-in-root"_L1,
    "seen-unreadable"_L1,
    "seen-file-missing"_L1,
    "seen-file-empty"_L1,
    "seen-file"_L1,
    "seen-server"_L1,
    "seen-path"_L1,
    "seen-options"_L1,
    "seen-read-only"_L1,
    "seen-no-network-root"_L1,
    "seen-many-lines"_L1,
    "seen-kernel-only"_L1,
    "seen-not-exported"_L1,
    "seen-exported-to"_L1,
    "seen-export-read-only"_L1,
    "seen-tree-missing"_L1,
    "seen-tree-incomplete"_L1,
    "seen-firmware-mixed"_L1,
    "seen-twin"_L1,
    "seen-no-login"_L1,
    "seen-interface-managed"_L1,
    "seen-unit-down"_L1,
    "seen-port-owner"_L1,
    "seen-nfs-down"_L1,
    "seen-nfs3-off"_L1,
    "seen-firewall"_L1,
    "seen-disk-full"_L1,
    "seen-address-gone"_L1,
    "seen-clock-off"_L1,
};
static_assert(ids.size() == size_t(SignKind::SeenClockOff) + 1);

} // namespace

QString signId(SignKind kind)
{
    return QString(ids[size_t(kind)]);
}

const Sign *find(const Signs &signs, SignKind kind)
{
    const auto it = std::ranges::find(signs, kind, &Sign::kind);
    return it == signs.end() ? nullptr : &*it;
}

void note(Signs &signs, Sign sign)
{
    constexpr size_t limit = 200;
    const auto known = std::ranges::find_if(signs, [&sign](const Sign &old) { return old.kind == sign.kind && old.detail == sign.detail; });
    if (known != signs.end()) {
        ++known->count;
        known->lastMs = std::max(known->lastMs, sign.lastMs);
        known->said = std::move(sign.said);
    } else if (signs.size() < limit) {
        signs.push_back(std::move(sign));
    }
}

} // namespace bramble
