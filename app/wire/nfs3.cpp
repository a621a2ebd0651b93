// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/nfs3.h"

#include <algorithm>
#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 handleLimit = 64; // NFS3_FHSIZE
constexpr quint32 pathLimit = 1024; // MNTPATHLEN
constexpr quint32 linkLimit = 4096; // what Linux allows a symlink to be

NfsAttributes takeAttributes(ByteReader &in)
{
    NfsAttributes attributes;
    const quint32 type = in.u32();
    if (type < 1 || type > 7) {
        in.fail();
        return attributes;
    }
    attributes.type = NfsAttributes::Type(type);
    attributes.mode = in.u32() & 07777;
    in.u32(); // links
    attributes.uid = in.u32();
    attributes.gid = in.u32();
    attributes.size = in.u64();
    in.take(8 + 8 + 8 + 8 + 3 * 8); // used, device, filesystem, file id, three times
    return attributes;
}

std::optional<NfsAttributes> takeMaybeAttributes(ByteReader &in)
{
    if (in.u32() == 0)
        return {};
    return takeAttributes(in);
}

} // namespace

QByteArray Portmap::makeGetPort(quint32 wantedProgram, quint32 wantedVersion, quint32 protocol)
{
    return XdrWriter().u32(wantedProgram).u32(wantedVersion).u32(protocol).u32(0).bytes();
}

std::optional<quint16> Portmap::parseGetPort(QByteArrayView result)
{
    ByteReader in(result);
    const quint32 value = in.u32();
    if (!in.ok() || value > 65535)
        return {};
    return quint16(value);
}

QByteArray Mount3::makePath(QByteArrayView path)
{
    return XdrWriter().opaque(path.first(std::min<qsizetype>(path.size(), pathLimit))).bytes();
}

std::optional<std::expected<NfsHandle, quint32>> Mount3::parseMount(QByteArrayView result)
{
    ByteReader in(result);
    const quint32 status = in.u32();
    if (status != 0 && in.ok())
        return std::unexpected(status);
    const NfsHandle handle = takeOpaque(in, handleLimit).toByteArray();
    if (!in.ok() || handle.isEmpty())
        return {};
    return handle;
}

QString nfsStatusName(quint32 status)
{
    struct Row
    {
        quint32 number;
        QLatin1StringView name;
    };
    static constexpr std::array rows{
        Row{0, "ok"_L1},
        Row{1, "perm"_L1},
        Row{2, "noent"_L1},
        Row{5, "io"_L1},
        Row{6, "nxio"_L1},
        Row{13, "acces"_L1},
        Row{17, "exist"_L1},
        Row{18, "xdev"_L1},
        Row{19, "nodev"_L1},
        Row{20, "notdir"_L1},
        Row{21, "isdir"_L1},
        Row{22, "inval"_L1},
        Row{27, "fbig"_L1},
        Row{28, "nospc"_L1},
        Row{30, "rofs"_L1},
        Row{63, "nametoolong"_L1},
        Row{69, "dquot"_L1},
        Row{70, "stale"_L1},
        Row{10001, "badhandle"_L1},
        Row{10004, "notsupp"_L1},
        Row{10006, "serverfault"_L1},
        Row{10008, "jukebox"_L1},
    };
    const auto row = std::ranges::find(rows, status, &Row::number);
    return row == rows.end() ? u"status-"_s + QString::number(status) : QString(row->name);
}

namespace Nfs3 {

QByteArray makeHandle(const NfsHandle &handle)
{
    return XdrWriter().opaque(handle).bytes();
}

QByteArray makeLookup(const NfsHandle &folder, QByteArrayView name)
{
    return XdrWriter().opaque(folder).opaque(name).bytes();
}

QByteArray makeAccess(const NfsHandle &handle, quint32 bits)
{
    return XdrWriter().opaque(handle).u32(bits).bytes();
}

QByteArray makeRead(const NfsHandle &handle, quint64 offset, quint32 count)
{
    return XdrWriter().opaque(handle).u64(offset).u32(count).bytes();
}

Answer<NfsAttributes> parseAttributes(QByteArrayView result)
{
    ByteReader in(result);
    const quint32 status = in.u32();
    if (status != 0 && in.ok())
        return std::unexpected(status);
    const NfsAttributes attributes = takeAttributes(in);
    if (!in.ok())
        return {};
    return attributes;
}

Answer<NfsFound> parseLookup(QByteArrayView result)
{
    ByteReader in(result);
    const quint32 status = in.u32();
    if (status != 0 && in.ok())
        return std::unexpected(status);
    NfsFound found{takeOpaque(in, handleLimit).toByteArray()};
    found.attributes = takeMaybeAttributes(in);
    if (!in.ok() || found.handle.isEmpty())
        return {};
    return found;
}

Answer<quint32> parseAccess(QByteArrayView result)
{
    ByteReader in(result);
    const quint32 status = in.u32();
    if (status != 0 && in.ok())
        return std::unexpected(status);
    takeMaybeAttributes(in);
    const quint32 bits = in.u32();
    if (!in.ok())
        return {};
    return bits;
}

Answer<QByteArray> parseReadLink(QByteArrayView result)
{
    ByteReader in(result);
    const quint32 status = in.u32();
    if (status != 0 && in.ok())
        return std::unexpected(status);
    takeMaybeAttributes(in);
    const QByteArray target = takeOpaque(in, linkLimit).toByteArray();
    if (!in.ok())
        return {};
    return target;
}

Answer<NfsPiece> parseRead(QByteArrayView result, quint32 asked)
{
    ByteReader in(result);
    const quint32 status = in.u32();
    if (status != 0 && in.ok())
        return std::unexpected(status);
    takeMaybeAttributes(in);
    const quint32 count = in.u32();
    const bool atEnd = in.u32() != 0;
    const QByteArrayView bytes = takeOpaque(in, asked);
    if (!in.ok() || bytes.size() != count)
        return {};
    return NfsPiece{bytes.toByteArray(), atEnd};
}

Answer<quint32> parseFsInfo(QByteArrayView result)
{
    ByteReader in(result);
    const quint32 status = in.u32();
    if (status != 0 && in.ok())
        return std::unexpected(status);
    takeMaybeAttributes(in);
    const quint32 largestRead = in.u32();
    if (!in.ok() || largestRead == 0)
        return {};
    return largestRead;
}

} // namespace Nfs3

} // namespace bramble
