// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace bramble {

/// The first line of an SSH server (RFC 4253, 4.2), and what it lets one guess. Never a proof: a Debian is a Debian on
/// whatever board.
struct SshBanner
{
    QString software; ///< OpenSSH_9.2p1, dropbear_2022.83
    QString system; ///< Raspbian, Debian, Ubuntu; empty: not said

    /// The 32-bit Raspberry Pi OS calls itself Raspbian, and runs on nothing else.
    bool isRaspbian() const { return system == QLatin1StringView("Raspbian"); }
    /// A system that Pis run, too.
    bool mayBePi() const { return !system.isEmpty(); }

    bool operator==(const SshBanner &) const = default;
};

/// Nothing for what is no greeting of SSH 2.
std::optional<SshBanner> parseSshBanner(QByteArrayView line);

} // namespace bramble
