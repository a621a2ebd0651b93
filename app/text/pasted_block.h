// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What programs print about one Pi over several lines: /proc/cpuinfo, vcgencmd, ip, rpi-eeprom-config, the start screen.

#include "text/pasted_line.h"

#include <QHash>

namespace bramble {

class PastedBlock
{
public:
    enum class Answer {
        NotMine, ///< none of these programs prints such a line
        Taken,
        Full, ///< belongs to the next Pi: take() what is there, then offer it again
    };
    Answer offer(QStringView line);

    /// What all lines so far said; starts anew. Nothing where there were none.
    std::optional<PastedFound> take();

private:
    Answer prompt(QStringView line);
    Answer label(QStringView line);
    Answer otpRow(QStringView line);
    Answer interface(QStringView line);
    Answer eeprom(QStringView line);
    void readOtp();

    PastedFound m_found;
    QHash<int, quint32> m_otp; ///< rows of vcgencmd otp_dump
    QString m_interface; ///< of ip or ifconfig, whose address comes next
    QString m_first; ///< the first line of all that names nothing
    bool m_any = false;
};

} // namespace bramble
