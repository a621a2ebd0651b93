// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pi_model.h"

#include <QtTypes>

#include <compare>

namespace bramble {

/// The 32-bit board revision code, `NOQuuuWuFMMMCCCCPPPPTTTTTTTTRRRR` (raspberrypi/documentation, revision-codes.adoc).
class BoardRevision
{
public:
    /// Eight or fewer hex digits, new style only (bit 23 set); nothing for the codes of the first Pi 1.
    static std::optional<BoardRevision> parse(QStringView text);
    static std::optional<BoardRevision> fromCode(quint32 code);

    quint32 code() const { return m_code; }
    PiModel model() const;
    int memoryMiB() const; ///< 0 where the code says "other"
    int minor() const { return int(m_code & 15); } ///< the R of "rev 1.R"

    auto operator<=>(const BoardRevision &) const = default;

private:
    explicit BoardRevision(quint32 code) : m_code(code) { }

    quint32 m_code;
};

} // namespace bramble
