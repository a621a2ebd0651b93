// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>
#include <variant>

namespace bramble {

/// TFTP packets (RFC 1350, options: RFC 2347, 2348, 2349), reading direction: a Pi never writes.
struct TftpRequest
{
    QByteArray file;
    std::optional<qint64> tsize; ///< 0 in a request asks for the size, bytes
    std::optional<qint64> blksize; ///< bytes

    bool operator==(const TftpRequest &) const = default;
};

struct TftpData
{
    quint16 block = 0;
    QByteArray bytes;

    bool operator==(const TftpData &) const = default;
};

struct TftpAck
{
    quint16 block = 0;

    bool operator==(const TftpAck &) const = default;
};

struct TftpError
{
    quint16 code = 0; ///< 1: not found, 2: no access, 0: see the text
    QByteArray text;

    bool operator==(const TftpError &) const = default;
};

/// OACK: the options the server agrees to.
struct TftpOptions
{
    std::optional<qint64> tsize;
    std::optional<qint64> blksize;

    bool operator==(const TftpOptions &) const = default;
};

using TftpPacket = std::variant<TftpRequest, TftpData, TftpAck, TftpError, TftpOptions>;

inline constexpr quint16 tftpNotFound = 1;
/// The text with which a Pi ends a transfer that it began only to learn a size.
inline constexpr char tftpEarlyTerminate[] = "Early terminate";

/// Nothing for what is no TFTP packet, for a write request, and for a mode other than octet.
std::optional<TftpPacket> parseTftp(QByteArrayView bytes);
QByteArray toBytes(const TftpPacket &packet);

} // namespace bramble
