// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/cause.h"

#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Each in the order of its enum.
constexpr std::array causes{
    "port-taken"_L1,
    "server-settings-bad"_L1,
    "server-stopped"_L1,
    "server-no-address"_L1,
    "server-other-network"_L1,
    "server-address-changed"_L1,
    "server-late"_L1,
    "disk-full"_L1,
    "nfs-server-down"_L1,
    "not-asking"_L1,
    "boot-order"_L1,
    "otp-bit"_L1,
    "boots-from-card"_L1,
    "spanning-tree"_L1,
    "ignored"_L1,
    "no-address-left"_L1,
    "other-serial"_L1,
    "other-prefix"_L1,
    "two-boot-servers"_L1,
    "rom-asks-router"_L1,
    "pc-menu"_L1,
    "menu-blanks"_L1,
    "reply-too-early"_L1,
    "no-address-server"_L1,
    "dhcp-blocked"_L1,
    "no-boot-answer"_L1,
    "rom-gave-up"_L1,
    "only-address"_L1,
    "tftp-blocked"_L1,
    "tftp-max"_L1,
    "no-folder"_L1,
    "folder-misnamed"_L1,
    "boot-files-in-root"_L1,
    "file-hidden"_L1,
    "file-denied"_L1,
    "root-files"_L1,
    "signed-boot"_L1,
    "file-empty"_L1,
    "firmware-mixed"_L1,
    "dtb-missing"_L1,
    "kernel-missing"_L1,
    "cmdline-missing"_L1,
    "firmware-missing"_L1,
    "boot-file-missing"_L1,
    "file-too-big"_L1,
    "rom-no-arp"_L1,
    "old-eeprom"_L1,
    "tftp-one-way"_L1,
    "transfer-stalled"_L1,
    "cmdline-no-nfs"_L1,
    "cmdline-lines"_L1,
    "kernel-modules"_L1,
    "kernel-silent"_L1,
    "cmdline-server"_L1,
    "cmdline-path"_L1,
    "cmdline-options"_L1,
    "illegal-port"_L1,
    "wrong-client"_L1,
    "not-exported"_L1,
    "tree-gone"_L1,
    "disk-cannot-export"_L1,
    "nfs3-off"_L1,
    "nfs-crowded"_L1,
    "nfs-blocked"_L1,
    "disk-refused"_L1,
    "disk-not-sought"_L1,
    "two-at-one-address"_L1,
    "read-only-root"_L1,
    "stale-handle"_L1,
    "boot-folder-refused"_L1,
    "interface-taken"_L1,
    "tree-incomplete"_L1,
    "ssh-off"_L1,
    "twin-identity"_L1,
    "clock-off"_L1,
    "no-ssh"_L1,
};
static_assert(causes.size() == causeCount);

constexpr std::array fixes{
    "set-up-again"_L1,
    "restart-service"_L1,
    "start-nfs"_L1,
    "export-again"_L1,
    "open-firewall"_L1,
    "lay-boot-files"_L1,
    "lay-tree"_L1,
    "power-cycle"_L1,
    "set-boot-order"_L1,
    "set-otp-bit"_L1,
    "take-card-out"_L1,
    "quick-port"_L1,
    "correct-list"_L1,
    "other-server-off"_L1,
    "router-gives-addresses"_L1,
    "bootcode-card"_L1,
    "reset-prefix"_L1,
    "unsigned-boot"_L1,
    "update-eeprom"_L1,
    "newer-image"_L1,
    "check-cable"_L1,
    "free-port"_L1,
    "fix-address"_L1,
    "free-space"_L1,
    "other-disk"_L1,
    "more-threads"_L1,
    "one-address-each"_L1,
    "set-clock"_L1,
    "look-at-screen"_L1,
};
static_assert(fixes.size() == fixCount);

constexpr std::array confidences{
    "certain"_L1,
    "likely"_L1,
    "possible"_L1,
};

} // namespace

QString causeId(Cause cause)
{
    return QString(causes[size_t(cause)]);
}

QString confidenceId(Confidence confidence)
{
    return QString(confidences[size_t(confidence)]);
}

QString fixId(Fix fix)
{
    return QString(fixes[size_t(fix)]);
}

bool isOurs(Fix fix)
{
    return fix <= Fix::LayTree;
}

} // namespace bramble
