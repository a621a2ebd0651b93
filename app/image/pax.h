// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// One member of a pax tar (POSIX.1-2001, with GNU sparse 1.0 and SCHILY keys) as bytes: values in, bytes out.

#include <QByteArray>

#include <vector>

namespace bramble {

/// A stretch of a file that has data; what lies between is a hole.
struct DataSpan
{
    qint64 offset = 0; ///< bytes, in the file
    qint64 length = 0; ///< bytes

    bool operator==(const DataSpan &) const = default;
};

struct ExtendedAttribute
{
    QByteArray name; ///< with its family: user.x, security.capability
    QByteArray value;

    bool operator==(const ExtendedAttribute &) const = default;
};

struct TarEntry
{
    enum class Type : char {
        File = '0',
        HardLink = '1',
        Symlink = '2',
        CharacterDevice = '3',
        BlockDevice = '4',
        Folder = '5',
        Fifo = '6'
    };

    QByteArray path; ///< any bytes but NUL; a folder ends in '/'
    Type type = Type::File;
    quint32 mode = 0644; ///< permission bits
    quint32 uid = 0;
    quint32 gid = 0;
    qint64 mtime = 0; ///< seconds since 1970, may be negative
    quint32 mtimeNs = 0; ///< nanoseconds after mtime, below 10^9
    qint64 size = 0; ///< bytes, of a file, holes included
    QByteArray link; ///< target of a symlink, path of the first name of a hard link
    quint32 major = 0;
    quint32 minor = 0;
    bool isSparse = false;
    std::vector<DataSpan> spans; ///< of a sparse file, in order
    std::vector<ExtendedAttribute> attributes;
    QByteArray accessAcl; ///< as text: user::rw-,user:33:r--,…
    QByteArray defaultAcl;
};

/// Everything that precedes the data of a member, a multiple of 512 bytes; for a sparse file with its map.
QByteArray tarHeader(const TarEntry &entry);

/// Zeros needed after that many bytes of data, to the next multiple of 512.
qint64 tarPadding(qint64 dataSize);

/// The two blocks of zeros that end an archive.
QByteArray tarEnd();

} // namespace bramble
