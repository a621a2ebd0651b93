// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"
#include "model/stop.h"

#include <condition_variable>
#include <mutex>
#include <optional>

namespace bramble {

/// A file that somebody else in this program is still writing: the joint between a download (which makes it longer) and image/ (which
/// decodes it meanwhile). Bytes once told of never change. Used from two threads.
class ArrivingFile
{
public:
    explicit ArrivingFile(QString path) : m_path(std::move(path)) { }

    const QString &path() const { return m_path; }

    // The writer's side.
    /// That many bytes lie in the file, from its start.
    void arrived(qint64 bytes)
    {
        const std::scoped_lock lock(m_lock);
        m_bytes = bytes;
        m_changed.notify_all();
    }
    /// All of it is there, and it is what it should be (checksum).
    void finish(qint64 bytes)
    {
        const std::scoped_lock lock(m_lock);
        m_bytes = bytes;
        m_whole = true;
        m_changed.notify_all();
    }
    /// No more will come.
    void abandon(Error error)
    {
        const std::scoped_lock lock(m_lock);
        if (m_whole)
            return;
        m_error = std::move(error);
        m_changed.notify_all();
    }
    /// What the other side of the download said the size will be, bytes; 0: not said.
    void expect(qint64 bytes)
    {
        const std::scoped_lock lock(m_lock);
        m_expected = bytes;
    }

    // The reader's side.
    qint64 expected() const
    {
        const std::scoped_lock lock(m_lock);
        return m_expected;
    }
    bool isAbandoned() const
    {
        const std::scoped_lock lock(m_lock);
        return m_error.has_value();
    }
    /// Waits until there are bytes behind offset: how many; 0 at the end of the whole file. Errors: Stopped, or what ended the download.
    Result<qint64> waitBehind(qint64 offset, const Stop &stop) const
    {
        std::unique_lock lock(m_lock);
        m_changed.wait(lock, stop, [&] { return m_bytes > offset || m_whole || m_error; });
        if (m_bytes > offset)
            return m_bytes - offset;
        if (m_error)
            return std::unexpected(*m_error);
        if (!m_whole)
            return fail(ErrorKind::Stopped);
        return 0;
    }
    /// Waits for finish(). Errors: as waitBehind.
    Result<> waitForWhole(const Stop &stop) const
    {
        std::unique_lock lock(m_lock);
        m_changed.wait(lock, stop, [&] { return m_whole || m_error; });
        if (m_error)
            return std::unexpected(*m_error);
        if (!m_whole)
            return fail(ErrorKind::Stopped);
        return {};
    }

private:
    QString m_path;
    mutable std::mutex m_lock;
    mutable std::condition_variable_any m_changed;
    qint64 m_bytes = 0;
    qint64 m_expected = 0;
    bool m_whole = false;
    std::optional<Error> m_error;
};

} // namespace bramble
