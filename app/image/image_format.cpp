// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_format.h"

#include <QtEndian>

#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

ImageFormat imageFormat(QByteArrayView head)
{
    if (head.startsWith("\xfd"
                        "7zXZ\0"_ba))
        return ImageFormat::Xz;
    if (head.startsWith("PK\x03\x04"_ba) || head.startsWith("PK\x05\x06"_ba))
        return ImageFormat::Zip;
    if (head.startsWith("\x1f\x8b"_ba))
        return ImageFormat::Gzip;
    if (head.size() >= 10 && head.startsWith("BZh") && head[3] >= '1' && head[3] <= '9')
        return ImageFormat::Bzip2;
    if (head.size() >= 4) {
        // RFC 8878: a frame, or a skippable frame as pzstd writes first.
        const auto magic = qFromLittleEndian<quint32>(head.data());
        if (magic == 0xFD2FB528U || (magic & 0xFFFFFFF0U) == 0x184D2A50U)
            return ImageFormat::Zstd;
    }
    if (head.size() >= 512 && head[510] == '\x55' && head[511] == '\xaa')
        return ImageFormat::Raw;
    return ImageFormat::Unknown;
}

QString formatName(ImageFormat format)
{
    switch (format) {
    case ImageFormat::Raw: return u"img"_s;
    case ImageFormat::Xz: return u"xz"_s;
    case ImageFormat::Zstd: return u"zst"_s;
    case ImageFormat::Gzip: return u"gz"_s;
    case ImageFormat::Bzip2: return u"bz2"_s;
    case ImageFormat::Zip: return u"zip"_s;
    case ImageFormat::Unknown: break;
    }
    return {};
}

QString foreignFormat(QByteArrayView head)
{
    struct Magic
    {
        QByteArrayView bytes;
        const char16_t *name;
    };
    static constexpr std::array Magics{Magic{"7z\xbc\xaf\x27\x1c", u"7z"}, Magic{"Rar!", u"rar"},
                                       Magic{"hsqs", u"squashfs"},         Magic{"QFI\xfb", u"qcow2"},
                                       Magic{"\x04\x22\x4d\x18", u"lz4"},  Magic{"conectix", u"vhd"},
                                       Magic{"<!DOCTYPE", u"html"},        Magic{"<html", u"html"}};
    for (const Magic &magic : Magics)
        if (head.startsWith(magic.bytes))
            return QString::fromUtf16(magic.name);
    return {};
}

} // namespace bramble
