// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/command.h"
#include "model/result.h"

#include <QByteArray>

#include <vector>

namespace bramble {

/// The disks of a Linux computer, and which of them may be written over with a card's image.
struct Drive
{
    QString path; ///< /dev/sdb
    QString name; ///< as its maker calls it; may be empty
    QString transport; ///< usb, mmc, sata, nvme; may be empty
    qint64 size = 0; ///< bytes
    bool removable = false; ///< the medium, or the whole drive while the computer runs
    bool readOnly = false;
    QStringList mountPoints{}; ///< of it and of all that is on it; [SWAP] is one
    bool holdsOthers = false; ///< a part of a RAID, of LVM, or of an encrypted disk that is open

    bool operator==(const Drive &) const = default;
};

/// lsblk with the columns that drivesOf() reads. Needs no rights.
Command drivesCommand();
/// Whole disks only. Nothing for what is not lsblk's JSON.
std::vector<Drive> drivesOf(QByteArrayView json);

/// Whether a card of that many bytes may be written to it. Errors: DriveUnfit (detail: not removable, mounted at PATH, in use,
/// read only, too small, larger than a card).
Result<> mayWrite(const Drive &drive, qint64 bytes);

} // namespace bramble
