// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Names in a FAT folder: short ones (8.3) and long ones (VFAT), from their 32-byte records.

#include <QByteArray>
#include <QString>

namespace bramble {

constexpr qsizetype FatRecordSize = 32; ///< bytes

/// The name in an 8.3 record, with the case bits of Windows NT (byte 12).
QString fatShortName(QByteArrayView record);

/// Collects the records of a long name, which precede their 8.3 record, last part first.
class FatLongName
{
public:
    /// A record with attribute 0x0F. Parts out of order drop the name, as Windows does.
    void add(QByteArrayView record);

    /// The name, if it is whole and belongs to this 8.3 record (checksum); otherwise empty. Starts anew.
    QString take(QByteArrayView shortRecord);

private:
    QString m_name;
    int m_missing = 0; ///< parts that have to follow
    quint8 m_checksum = 0;
    bool m_valid = false;
};

/// Not a name that a file of ours may get: empty, "." and "..", or with '/' or NUL in it.
bool isUnsafeName(const QString &name);

} // namespace bramble
