// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The flash image of a boot EEPROM (pieeprom-DATE.bin): our bootconf.txt put into it, exactly as rpi-eeprom-config would
/// (reference: netboot 3.3; compared with that tool, versions of 2026).

#include "model/pi_model.h"
#include "model/result.h"

#include <QByteArray>

#include <vector>

namespace bramble {

class EepromImage
{
public:
    struct Section
    {
        quint32 magic = 0;
        qsizetype offset = 0; ///< of its header, in the image
        qsizetype length = 0; ///< as its header has it: without the first 8 bytes
        QByteArray name; ///< of a file; empty for code and padding
    };

    /// Errors: EepromImageUnknown (subject: the size) for what is no such image by its size or first bytes,
    /// EepromImageBroken (subject: the offset) for one whose sections lead out of it.
    static Result<EepromImage> parse(QByteArray bytes);

    /// 512 KiB: the Pi 4 family; 2 MiB: the Pi 5 family.
    BootRom family() const { return m_bytes.size() == Size2711 ? BootRom::Bcm2711 : BootRom::Bcm2712; }
    const std::vector<Section> &sections() const { return m_sections; }
    const QByteArray &bytes() const { return m_bytes; }
    /// When this boot loader was built, Unix seconds (BUILD_TIMESTAMP= in its code); 0 where that is not said in clear text.
    qint64 builtAt() const;

    /// The content of a file that can be changed: bootconf.txt. Errors: EepromFileMissing.
    Result<QByteArray> file(QByteArrayView name) const;
    /// The same image with another content of that file. Errors: EepromFileMissing, EepromFileTooLarge (detail: the room).
    Result<EepromImage> withFile(QByteArrayView name, QByteArrayView content) const;

    static constexpr qsizetype Size2711 = 512 * 1024;
    static constexpr qsizetype Size2712 = 2 * 1024 * 1024;

private:
    explicit EepromImage(QByteArray bytes) : m_bytes(std::move(bytes)) { }
    const Section *find(QByteArrayView name) const;
    qsizetype roomEnd(const Section &file) const;

    QByteArray m_bytes;
    std::vector<Section> m_sections;
};

} // namespace bramble
