// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "virtualpi/recorder.h"
#include "virtualpi/tftp_fetch.h"

namespace bramble {

/// Which stage of the firmware asks: their TFTP clients differ.
enum class Loader { Rom, Firmware };

/// Where boot files come from; TFTP in earnest, a table in tests.
class BootFileSource
{
public:
    BootFileSource() = default;
    BootFileSource(const BootFileSource &) = delete;
    BootFileSource &operator=(const BootFileSource &) = delete;
    virtual ~BootFileSource() = default;

    virtual Result<TftpFile> get(Loader loader, const QString &path) = 0;
    virtual Result<TftpSize> probe(Loader loader, const QString &path) = 0;
};

/// What the firmware would hand over to the kernel.
struct FetchedBoot
{
    QString prefix; ///< "38c128c0/" or empty
    QString kernel;
    QString initramfs; ///< empty: none
    QByteArray config; ///< config.txt as it was read last
    QByteArray commandLine;
    qint64 renewedAt = 0; ///< what its EEPROM was written with instead of all this; 0: it was not
};

/// Asks for the files of a boot in the order of the model's ROM and firmware, with the misses that are normal
/// (reference: netboot 2.4, 3.5). PiTftpFailed where a file is missing without which the board would not start.
Result<FetchedBoot> fetchBootFiles(const VirtualPiOptions &options, BootFileSource &source, const Recorder &record);

} // namespace bramble
