// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/result.h"
#include "model/stop.h"
#include "wire/tftp.h"

#include <QByteArray>
#include <QString>

#include <chrono>
#include <expected>
#include <optional>

namespace bramble {

/// Reading files by TFTP as a given boot loader does, over the system's own UDP: no rights needed.
inline constexpr qint64 tftpFileLimit = 256LL * 1024 * 1024; ///< bytes; no boot file comes near it

struct TftpHabits
{
    bool asksSize = true; ///< tsize; the boot ROM of the Pi 3 sends no options at all
    std::optional<qint64> blockSize = 1468; ///< blksize, bytes; absent: not asked, 512 it is
    std::chrono::milliseconds fileTimeout{30000}; ///< for one file as a whole: TFTP_FILE_TIMEOUT
    std::chrono::milliseconds resend{2000}; ///< of what was not answered
};

/// The server answered: with the file (or its size), or with an ERROR packet.
using TftpFile = std::expected<QByteArray, TftpError>;
using TftpSize = std::expected<std::optional<qint64>, TftpError>; ///< absent where the server does not tell sizes

/// PiTftpFailed (subject: the path) where the server fell silent, sent nonsense or more than tftpFileLimit.
Result<TftpFile> tftpGet(Ipv4 server, const QString &path, const TftpHabits &habits, const Stop &stop);
/// Asks for the size and ends the transfer with "Early terminate".
Result<TftpSize> tftpProbe(Ipv4 server, const QString &path, const TftpHabits &habits, const Stop &stop);

/// One file with the habits of a Pi 4, for the self-test. An ERROR of the server is PiTftpFailed here, its words in
/// detail. Blocks for at most the timeout.
Result<QByteArray> tftpFetch(Ipv4 server, QString path, std::chrono::milliseconds timeout, Stop stop);

} // namespace bramble
