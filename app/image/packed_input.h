// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The image file as it lies there, read once from front to end: hashed, counted and stoppable on the way.

#include "image/disk_file.h"
#include "model/progress.h"
#include "model/stop.h"

#include <QByteArray>
#include <QCryptographicHash>

#include <chrono>

namespace bramble {

class PackedInput
{
public:
    PackedInput(std::shared_ptr<DiskFile> file, qint64 size, ReportProgress progress, Stop stop)
        : m_file(std::move(file)), m_size(size), m_progress(std::move(progress)), m_stop(std::move(stop))
    { }

    /// The next bytes, empty at the end. Errors: ImageUnreadable, Stopped.
    Result<QByteArrayView> next()
    {
        if (m_stop.stop_requested())
            return fail(ErrorKind::Stopped);
        if (m_buffer.isEmpty())
            m_buffer.resize(256 * 1024);
        const Result<qint64> got = m_file->readAt(m_done, m_buffer.data(), m_buffer.size());
        if (!got)
            return std::unexpected(got.error());
        m_done += *got;
        const QByteArrayView bytes(m_buffer.constData(), *got);
        m_hash.addData(bytes);
        report(*got == 0);
        return bytes;
    }

    /// Reads what is left, for the hash.
    Result<> drain()
    {
        for (;;) {
            const Result<QByteArrayView> bytes = next();
            if (!bytes)
                return std::unexpected(bytes.error());
            if (bytes->isEmpty())
                return {};
        }
    }

    qint64 done() const { return m_done; } ///< bytes given out so far
    const Stop &stop() const { return m_stop; }
    QString sha256() const { return QString::fromLatin1(m_hash.result().toHex()); }

private:
    void report(bool last)
    {
        const auto now = std::chrono::steady_clock::now();
        if (!m_progress || (!last && now - m_reported < std::chrono::milliseconds(100)))
            return;
        m_reported = now;
        m_progress({m_done, m_size});
    }

    std::shared_ptr<DiskFile> m_file;
    qint64 m_size;
    ReportProgress m_progress;
    Stop m_stop;
    QByteArray m_buffer;
    qint64 m_done = 0;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    std::chrono::steady_clock::time_point m_reported;
};

} // namespace bramble
