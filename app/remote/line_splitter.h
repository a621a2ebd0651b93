// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace bramble {

/// Bytes in blocks of any size to whole lines. A line that does not end is cut at 64 KiB, since the other side decides
/// its length.
class LineSplitter
{
public:
    static constexpr qsizetype longest = 64 * 1024;

    /// The lines that block completes, without "\n" or "\r\n".
    QList<QByteArray> feed(QByteArrayView block);

    /// What stood after the last line break, if anything did; afterwards empty.
    QList<QByteArray> finish();

private:
    QByteArray m_rest;
};

} // namespace bramble
