// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/block_store.h"

#include <cstring>
#include <limits>

namespace bramble {

namespace {

/// What file systems give holes in; smaller runs of zeros are cheaper written.
constexpr qint64 HoleSize = 4096;

bool isZero(const char *data, qint64 length)
{
    return length == 0 || (data[0] == 0 && std::memcmp(data, data + 1, static_cast<size_t>(length - 1)) == 0);
}

} // namespace

BlockStore::BlockStore(std::shared_ptr<DiskFile> file, qint64 size)
    : m_file(std::move(file)), m_available(size), m_complete(true)
{ }

BlockStore::BlockStore(std::shared_ptr<DiskFile> file) : m_file(std::move(file)) { }

Result<> BlockStore::read(qint64 offset, char *data, qint64 length, const Stop &stop) const
{
    if (offset < 0 || length < 0 || offset > std::numeric_limits<qint64>::max() - length)
        return fail(ErrorKind::ImageTruncated);
    bool complete = false;
    {
        std::unique_lock lock(m_lock);
        m_changed.wait(lock, stop, [&] { return m_available >= offset + length || m_complete || m_error; });
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped);
        if (m_available < offset + length)
            return m_error ? std::unexpected(*m_error) : fail(ErrorKind::ImageTruncated);
        complete = m_complete;
    }
    const Result<qint64> got = m_file->readAt(offset, data, length);
    if (!got)
        return std::unexpected(got.error());
    if (*got < length && complete)
        return fail(ErrorKind::ImageTruncated); // a raw image that somebody cut while we read it
    // The decoder leaves holes, and a hole at the present end of the file is not there yet.
    std::memset(data + *got, 0, static_cast<size_t>(length - *got));
    return {};
}

Result<QByteArray> BlockStore::read(qint64 offset, qint64 length, const Stop &stop) const
{
    QByteArray bytes(length, Qt::Uninitialized);
    return read(offset, bytes.data(), length, stop).transform([&bytes] { return std::move(bytes); });
}

Result<qint64> BlockStore::waitForAll(const Stop &stop) const
{
    std::unique_lock lock(m_lock);
    m_changed.wait(lock, stop, [this] { return m_sealed || m_error; });
    if (m_error)
        return std::unexpected(*m_error);
    if (!m_sealed)
        return fail(ErrorKind::Stopped);
    return m_available;
}

Result<> BlockStore::append(const char *data, qint64 length)
{
    const qint64 start = m_available; // only this thread writes it
    qint64 at = 0;
    while (at < length) {
        const auto piece = [&](qint64 from) { return std::min(HoleSize - (start + from) % HoleSize, length - from); };
        while (at < length && isZero(data + at, piece(at)))
            at += piece(at);
        const qint64 from = at;
        while (at < length && !isZero(data + at, piece(at)))
            at += piece(at);
        if (const Result<> written = m_file->writeAt(start + from, data + from, at - from); !written)
            return written;
    }
    {
        const std::scoped_lock lock(m_lock);
        m_available += length;
    }
    m_changed.notify_all();
    return {};
}

Result<> BlockStore::endData()
{
    if (const Result<> sized = m_file->setSize(m_available); !sized)
        return sized;
    {
        const std::scoped_lock lock(m_lock);
        m_complete = true;
    }
    m_changed.notify_all();
    return {};
}

void BlockStore::seal()
{
    {
        const std::scoped_lock lock(m_lock);
        m_sealed = true;
    }
    m_changed.notify_all();
}

void BlockStore::abandon(Error error)
{
    {
        const std::scoped_lock lock(m_lock);
        m_error = std::move(error);
    }
    m_changed.notify_all();
}

} // namespace bramble
