// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/board_revision.h"

namespace bramble {

std::optional<BoardRevision> BoardRevision::parse(QStringView text)
{
    bool ok = false;
    const quint32 code = text.trimmed().toUInt(&ok, 16);
    return ok ? fromCode(code) : std::nullopt;
}

std::optional<BoardRevision> BoardRevision::fromCode(quint32 code)
{
    constexpr quint32 newStyle = 1U << 23;
    if ((code & newStyle) == 0)
        return {};
    return BoardRevision(code);
}

PiModel BoardRevision::model() const
{
    const quint32 processor = (m_code >> 12) & 15;
    switch ((m_code >> 4) & 255) {
    case 0x04: return processor == 2 ? PiModel::Pi2B : PiModel::ZeroOrOld; // only v1.2 carries a BCM2837
    case 0x08: return PiModel::Pi3B;
    case 0x0a: return PiModel::Cm3;
    case 0x0d: return PiModel::Pi3BPlus;
    case 0x10: return PiModel::Cm3Plus;
    case 0x11: return PiModel::Pi4B;
    case 0x13: return PiModel::Pi400;
    case 0x14: return PiModel::Cm4;
    case 0x15: return PiModel::Cm4S;
    case 0x17: return PiModel::Pi5;
    case 0x18:
    case 0x1a: return PiModel::Cm5;
    case 0x19: return PiModel::Pi500;
    default: return PiModel::ZeroOrOld;
    }
}

int BoardRevision::memoryMiB() const
{
    const quint32 size = (m_code >> 20) & 7;
    return size == 7 ? 0 : 256 << size;
}

} // namespace bramble
