// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/eeprom_image.h"

#include <QtEndian>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 Magic = 0x55aaf00f;
constexpr quint32 MagicMask = 0xfffff00f;
constexpr quint32 FileMagic = 0x55aaf11f;
constexpr quint32 PaddingMagic = 0x55aafeef;
constexpr qsizetype NameSize = 12;
constexpr qsizetype FileHeader = 24; ///< magic, length, name, four zeros
constexpr qsizetype Sector = 4096; ///< erased as one; the last one is the boot loader's own
constexpr qsizetype ReadOnlySize = 64 * 1024; ///< what precedes the first file that may be changed
constexpr qsizetype PartitionSize = 988 * 1024; ///< of an image with an A and a B side (Pi 5)
constexpr size_t MostSections = 1024;

quint32 word(const QByteArray &bytes, qsizetype at)
{
    return qFromBigEndian<quint32>(bytes.constData() + at);
}

void setWord(QByteArray &bytes, qsizetype at, quint32 value)
{
    qToBigEndian(value, bytes.data() + at);
}

std::unexpected<Error> broken(qsizetype at)
{
    return fail(ErrorKind::EepromImageBroken, u"0x"_s + QString::number(at, 16));
}

qsizetype aligned(qsizetype at)
{
    return (at + 7) & ~qsizetype(7);
}

} // namespace

Result<EepromImage> EepromImage::parse(QByteArray bytes)
{
    const qsizetype size = bytes.size();
    if ((size != Size2711 && size != Size2712) || word(bytes, 0) != Magic)
        return fail(ErrorKind::EepromImageUnknown, QString::number(size));
    EepromImage image(std::move(bytes));
    qsizetype at = 0;
    while (at + 8 <= size) {
        const quint32 magic = word(image.m_bytes, at);
        if (magic == 0 || magic == 0xffffffff)
            break;
        const qsizetype length = word(image.m_bytes, at + 4);
        if ((magic & MagicMask) != Magic || length > size - at - 8 || image.m_sections.size() >= MostSections)
            return broken(at);
        Section section{magic, at, length, {}};
        if (magic == FileMagic) {
            if (length < FileHeader - 8)
                return broken(at);
            section.name = image.m_bytes.sliced(at + 8, NameSize);
            section.name.truncate(qstrnlen(section.name.constData(), NameSize));
        }
        image.m_sections.push_back(std::move(section));
        at = aligned(at + 8 + length);
    }
    return image;
}

qint64 EepromImage::builtAt() const
{
    constexpr QByteArrayView label = "BUILD_TIMESTAMP=";
    const qsizetype at = m_bytes.indexOf(label);
    if (at < 0)
        return 0;
    const QByteArray digits = m_bytes.sliced(at + label.size(), std::min<qsizetype>(11, m_bytes.size() - at - label.size()));
    const auto end = std::ranges::find_if(digits, [](char c) { return c < '0' || c > '9'; });
    return digits.first(end - digits.begin()).toLongLong();
}

const EepromImage::Section *EepromImage::find(QByteArrayView name) const
{
    // What lies before is read only; what lies behind, on a Pi 5, is the side that is not in use.
    const auto found = std::ranges::find_if(m_sections, [name](const Section &s) {
        return s.magic == FileMagic && s.name == name && s.offset >= ReadOnlySize && s.offset < ReadOnlySize + PartitionSize;
    });
    return found == m_sections.end() ? nullptr : &*found;
}

// Where the next thing begins that is not padding.
qsizetype EepromImage::roomEnd(const Section &file) const
{
    for (const Section &section : m_sections)
        if (section.offset > file.offset && section.magic != PaddingMagic)
            return section.offset;
    return std::min(m_bytes.size() - Sector, ReadOnlySize + PartitionSize);
}

Result<QByteArray> EepromImage::file(QByteArrayView name) const
{
    const Section *section = find(name);
    if (!section)
        return fail(ErrorKind::EepromFileMissing, QString::fromUtf8(name));
    return m_bytes.sliced(section->offset + FileHeader, section->length + 8 - FileHeader);
}

Result<EepromImage> EepromImage::withFile(QByteArrayView name, QByteArrayView content) const
{
    const Section *section = find(name);
    if (!section)
        return fail(ErrorKind::EepromFileMissing, QString::fromUtf8(name));
    const qsizetype begin = section->offset;
    const qsizetype end = roomEnd(*section);
    const qsizetype room = std::min(end - begin, Sector) - FileHeader;
    if (content.size() > room)
        return fail(ErrorKind::EepromFileTooLarge, QString::fromUtf8(name), QString::number(room));
    QByteArray bytes = m_bytes;
    setWord(bytes, begin + 4, quint32(content.size() + FileHeader - 8));
    std::ranges::copy(content, bytes.begin() + begin + FileHeader);
    qsizetype at = begin + FileHeader + content.size();
    std::fill(bytes.begin() + at, bytes.begin() + std::min(aligned(at), end), '\xff');
    at = aligned(at);
    // What is last in the image is not padded with a section, but with the flash's own empty bytes.
    if (section != &m_sections.back() && end - at >= 8) {
        setWord(bytes, at, PaddingMagic);
        setWord(bytes, at + 4, quint32(end - at - 8));
        at += 8;
    }
    if (at < end)
        std::fill(bytes.begin() + at, bytes.begin() + end, '\xff');
    Result<EepromImage> changed = parse(std::move(bytes));
    if (changed && changed->file(name) != content.toByteArray())
        return broken(begin);
    return changed;
}

} // namespace bramble
