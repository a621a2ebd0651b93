// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// The image file as it lies there, read once from front to end: hashed, counted and stoppable on the way.

#include "digest/sha256.h"
#include "image/disk_file.h"
#include "model/arriving_file.h"
#include "model/progress.h"
#include "model/stop.h"

#include <QByteArray>

#include <chrono>

namespace bramble {

class PackedInput
{
public:
    /// arriving: null for a file that is all there. wantsHash: false spares the work.
    PackedInput(std::shared_ptr<DiskFile> file, std::shared_ptr<const ArrivingFile> arriving, qint64 size,
                bool wantsHash, ReportProgress progress, Stop stop)
        : m_file(std::move(file)), m_arriving(std::move(arriving)), m_size(size), m_wantsHash(wantsHash),
          m_progress(std::move(progress)), m_stop(std::move(stop))
    { }

    /// The next bytes, empty at the end; waits for those that are still arriving. Errors: ImageUnreadable, Stopped,
    /// what ended the download.
    Result<QByteArrayView> next()
    {
        if (m_stop.stop_requested())
            return fail(ErrorKind::Stopped);
        if (m_buffer.isEmpty())
            m_buffer.resize(256 * 1024);
        Result<qint64> got = m_arriving ? m_arriving->waitBehind(m_done, m_stop) : m_buffer.size();
        if (got && *got > 0)
            got = m_file->readAt(m_done, m_buffer.data(), std::min(*got, m_buffer.size()));
        if (!got)
            return std::unexpected(got.error());
        m_done += *got;
        const QByteArrayView bytes(m_buffer.constData(), *got);
        if (m_wantsHash)
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
    /// Of the bytes given out; empty where it was not wanted.
    QString sha256() const { return m_wantsHash ? QString::fromLatin1(m_hash.result().toHex()) : QString(); }

private:
    void report(bool last)
    {
        const auto now = std::chrono::steady_clock::now();
        if (!m_progress || (!last && now - m_reported < std::chrono::milliseconds(100)))
            return;
        m_reported = now;
        m_progress({m_done, m_arriving ? std::max(m_done, m_arriving->expected()) : m_size});
    }

    std::shared_ptr<DiskFile> m_file;
    std::shared_ptr<const ArrivingFile> m_arriving;
    qint64 m_size;
    bool m_wantsHash;
    ReportProgress m_progress;
    Stop m_stop;
    QByteArray m_buffer;
    qint64 m_done = 0;
    Sha256 m_hash;
    std::chrono::steady_clock::time_point m_reported;
};

} // namespace bramble
