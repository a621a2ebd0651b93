// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/command.h"
#include "model/plan.h"

namespace bramble {

/// What a firewall is told, in its own words. All of it bears the name brambleboot, where the firewall has a place for that, so that
/// people see whose it is and undo finds it.

inline constexpr QLatin1StringView nftablesConfPath{"/etc/nftables.conf"};

/// The commands that let in what is wanted: now, and after the next start too.
std::vector<Command> openingCommands(const OpenFirewall &open);
/// Those that take it back where that is not done by putting files back.
std::vector<Command> closingCommands(const OpenFirewall &open);
/// The files in which such a firewall keeps its rules.
QStringList firewallFiles(const OpenFirewall &open);

/// For nft -f: rules of ours in front of somebody's chain.
QByteArray nftBlock(const OpenFirewall &open);

/// One line per rule, for people.
QStringList ruleTexts(const OpenFirewall &open);

} // namespace bramble
