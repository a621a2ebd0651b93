// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/byte_source.h"
#include "remote/remote_test.h"

#include <QCryptographicHash>

#include <atomic>

namespace remote_test {

/// Noise of a given length, in blocks; may fail after some bytes.
class NoiseSource : public bramble::ByteSource
{
public:
    explicit NoiseSource(qint64 size, qint64 failAt = -1) : m_size(size), m_failAt(failAt) { }

    bramble::Result<QByteArray> next() override
    {
        if (m_failAt >= 0 && given >= m_failAt)
            return bramble::fail(bramble::ErrorKind::ImageCorrupt, QStringLiteral("disk.img"));
        const QByteArray block = noise(std::min<qint64>(m_size - given, 128 * 1024), static_cast<quint64>(given) + 1);
        given += block.size();
        hash.addData(block);
        return block;
    }
    qint64 expectedSize() const override { return m_size; }

    QCryptographicHash hash{QCryptographicHash::Sha256}; ///< of what was given
    std::atomic<qint64> given = 0;

private:
    qint64 m_size;
    qint64 m_failAt;
};

} // namespace remote_test
