// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/rpc.h"

#include <QByteArray>
#include <QString>

#include <expected>
#include <optional>

namespace bramble {

/// Portmap version 2 (RFC 1833), MOUNT version 3 and NFS version 3 (RFC 1813): as much as booting from NFS asks.
/// make…() gives the arguments of a call, parse…() reads its result; nothing for a result that is malformed.
namespace Portmap {
inline constexpr quint32 program = 100000;
inline constexpr quint32 version = 2;
inline constexpr quint32 getPort = 3;
inline constexpr quint16 port = 111;
inline constexpr quint32 tcp = 6;
inline constexpr quint32 udp = 17;

QByteArray makeGetPort(quint32 program, quint32 version, quint32 protocol);
/// 0: not registered.
std::optional<quint16> parseGetPort(QByteArrayView result);
} // namespace Portmap

using NfsHandle = QByteArray; ///< at most 64 bytes

namespace Mount3 {
inline constexpr quint32 program = 100005;
inline constexpr quint32 version = 3;
inline constexpr quint32 mount = 1;
inline constexpr quint32 unmount = 3;

QByteArray makePath(QByteArrayView path); ///< for mount and unmount, at most 1024 bytes are sent
/// The handle, or the server's status number.
std::optional<std::expected<NfsHandle, quint32>> parseMount(QByteArrayView result);
} // namespace Mount3

/// "noent", "acces", "stale", ...: the names of RFC 1813 without their prefix; MOUNT and NFS share them. "status-N" for
/// others.
QString nfsStatusName(quint32 status);

struct NfsAttributes
{
    enum class Type { Regular = 1, Directory, BlockDevice, CharacterDevice, Symlink, Socket, Fifo };

    Type type = Type::Regular;
    quint32 mode = 0; ///< permission bits
    quint32 uid = 0;
    quint32 gid = 0;
    quint64 size = 0; ///< bytes

    bool operator==(const NfsAttributes &) const = default;
};

struct NfsFound
{
    NfsHandle handle;
    std::optional<NfsAttributes> attributes{};

    bool operator==(const NfsFound &) const = default;
};

struct NfsPiece
{
    QByteArray bytes;
    bool atEnd = false;

    bool operator==(const NfsPiece &) const = default;
};

namespace Nfs3 {
inline constexpr quint32 program = 100003;
inline constexpr quint32 version = 3;
inline constexpr quint32 getAttributes = 1;
inline constexpr quint32 lookup = 3;
inline constexpr quint32 access = 4;
inline constexpr quint32 readLink = 5;
inline constexpr quint32 read = 6;
inline constexpr quint32 fsInfo = 19;
inline constexpr quint32 noEntry = 2;
inline constexpr quint32 accessAll = 0x3f; ///< read, lookup, modify, extend, delete, execute
inline constexpr quint32 accessModify = 0x0c; ///< modify and extend

/// A well-formed answer: what was asked for, or the server's status number.
template<typename T>
using Answer = std::optional<std::expected<T, quint32>>;

QByteArray makeHandle(const NfsHandle &handle); ///< for getAttributes, readLink, fsInfo
QByteArray makeLookup(const NfsHandle &folder, QByteArrayView name);
QByteArray makeAccess(const NfsHandle &handle, quint32 bits);
QByteArray makeRead(const NfsHandle &handle, quint64 offset, quint32 count);

Answer<NfsAttributes> parseAttributes(QByteArrayView result);
Answer<NfsFound> parseLookup(QByteArrayView result);
Answer<quint32> parseAccess(QByteArrayView result);
Answer<QByteArray> parseReadLink(QByteArrayView result);
/// asked: the count of the call; a server that sends more is not believed.
Answer<NfsPiece> parseRead(QByteArrayView result, quint32 asked);
/// The largest read the server takes, bytes.
Answer<quint32> parseFsInfo(QByteArrayView result);
} // namespace Nfs3

} // namespace bramble
