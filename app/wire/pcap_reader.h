// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace bramble {

/// A capture as tcpdump writes it, while it is being written: feed what has come, take what is whole.
class PcapReader
{
public:
    struct Frame
    {
        qint64 atMicroseconds = 0; ///< Unix time
        qint64 size = 0; ///< bytes on the wire; more than bytes.size() where the capture cut
        QByteArrayView bytes; ///< until the next feed()
    };

    /// Both byte orders, microseconds and nanoseconds, Ethernet only; anything else breaks it for good.
    void feed(QByteArrayView bytes);
    /// The next whole frame, or nothing yet.
    std::optional<Frame> next();
    bool isBroken() const { return m_isBroken; }

    /// Whether a file begins as a capture does.
    static bool isCapture(QByteArrayView beginning);

private:
    bool readHeader();

    QByteArray m_in;
    qsizetype m_at = 0; ///< what was taken of m_in
    bool m_hasHeader = false;
    bool m_isTurned = false; ///< little-endian
    qint64 m_divisor = 1; ///< of the fraction, to microseconds
    bool m_isBroken = false;
};

} // namespace bramble
