// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/serial.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

std::optional<Serial> Serial::parse(QStringView text)
{
    text = text.trimmed();
    if (text.startsWith("0x"_L1, Qt::CaseInsensitive))
        text = text.sliced(2);
    if (text.size() != 8 && text.size() != 16)
        return {};
    const bool hex = std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128 && isxdigit(c.unicode()); });
    if (!hex)
        return {};
    bool ok = false;
    const quint32 value = text.last(8).toUInt(&ok, 16);
    return ok ? fromValue(value) : std::nullopt;
}

std::optional<Serial> Serial::fromValue(quint32 value)
{
    if (value == 0)
        return {};
    return Serial(value);
}

QString Serial::toString() const
{
    return QString::number(m_value, 16).rightJustified(8, u'0');
}

} // namespace bramble
