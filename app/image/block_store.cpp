// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/block_store.h"

#include <cstring>
#include <limits>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Slice = 64 * 1024; ///< what is put in one go, so that readers get their turn

} // namespace

BlockStore::BlockStore(std::shared_ptr<DiskFile> file) : m_inPlace(std::move(file)), m_pages(QString()) { }

BlockStore::BlockStore(std::shared_ptr<DiskFile> file, qint64 size)
    : m_inPlace(std::move(file)), m_pages(QString()), m_available(size), m_complete(true)
{ }

BlockStore::BlockStore(qint64 mostMemory, QString spillFolder)
    : m_mostMemory(mostMemory), m_pages(std::move(spillFolder))
{ }

Result<> BlockStore::read(qint64 offset, char *data, qint64 length, const Stop &stop) const
{
    if (offset < 0 || length < 0 || offset > std::numeric_limits<qint64>::max() - length)
        return fail(ErrorKind::ImageTruncated);
    {
        std::unique_lock lock(m_lock);
        const auto isDecided = [&] { return m_available >= offset + length || m_complete || m_error; };
        m_changed.wait(lock, stop, [&] {
            if (isDecided())
                return true;
            m_wanted = std::min(m_wanted, offset + length);
            m_room.notify_all();
            return false;
        });
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped);
        if (m_available < offset + length)
            return m_error ? std::unexpected(*m_error) : fail(ErrorKind::ImageTruncated);
        if (!m_inPlace) {
            const Result<bool> got = m_pages.get(offset, data, length);
            if (!got)
                return std::unexpected(got.error());
            return *got ? Result<>()
                        : fail(ErrorKind::ImageBrokenFilesystem, {}, u"blocks that are free or another file's"_s);
        }
    }
    const Result<qint64> got = m_inPlace->readAt(offset, data, length);
    if (!got)
        return std::unexpected(got.error());
    return *got < length ? fail(ErrorKind::ImageTruncated) : Result<>(); // somebody cut it while we read it
}

Result<QByteArray> BlockStore::read(qint64 offset, qint64 length, const Stop &stop) const
{
    QByteArray bytes(length, Qt::Uninitialized);
    return read(offset, bytes.data(), length, stop).transform([&bytes] { return std::move(bytes); });
}

Result<qint64> BlockStore::waitForAll(const Stop &stop) const
{
    std::unique_lock lock(m_lock);
    ++m_waitingForAll;
    m_room.notify_all();
    m_changed.wait(lock, stop, [this] { return m_sealed || m_error; });
    --m_waitingForAll;
    if (m_error)
        return std::unexpected(*m_error);
    if (!m_sealed)
        return fail(ErrorKind::Stopped);
    return m_available;
}

void BlockStore::release(qint64 offset, qint64 length)
{
    if (m_inPlace || offset < 0 || length <= 0)
        return;
    const std::scoped_lock lock(m_lock);
    m_pages.release(offset, length);
    if (m_pages.memory() < m_mostMemory)
        m_room.notify_all();
}

void BlockStore::keepOnly(qint64 start, qint64 end)
{
    if (m_inPlace)
        return;
    const std::scoped_lock lock(m_lock);
    m_pages.keepOnly(start, end);
    m_room.notify_all();
}

bool BlockStore::isSpilled() const
{
    const std::scoped_lock lock(m_lock);
    return m_pages.isSpilled();
}

Result<> BlockStore::append(const char *data, qint64 length, const Stop &stop)
{
    if (m_hash)
        m_hash->addData(QByteArrayView(data, length));
    for (qint64 at = 0; at < length;) {
        const qint64 part = std::min(Slice, length - at);
        std::unique_lock lock(m_lock);
        m_room.wait(lock, stop,
                    [this] { return m_pages.memory() < m_mostMemory || m_waitingForAll > 0 || m_wanted < Nobody; });
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped);
        const bool toDisk = m_pages.memory() >= m_mostMemory;
        if (const Result<> put = m_pages.put(m_available, QByteArrayView(data + at, part), toDisk); !put)
            return put;
        m_available += part;
        at += part;
        if (m_available < m_wanted)
            continue;
        // They have not woken yet, but what they waited for is there: no reason to let memory overflow.
        m_wanted = Nobody;
        m_changed.notify_all();
    }
    return {};
}

void BlockStore::arrived(qint64 bytes)
{
    const std::scoped_lock lock(m_lock);
    m_available = std::max(m_available, bytes);
    m_changed.notify_all();
}

void BlockStore::endData()
{
    const std::scoped_lock lock(m_lock);
    m_complete = true;
    m_changed.notify_all();
}

void BlockStore::seal()
{
    const std::scoped_lock lock(m_lock);
    m_complete = true;
    m_sealed = true;
    m_changed.notify_all();
}

void BlockStore::abandon(Error error)
{
    const std::scoped_lock lock(m_lock);
    m_error = std::move(error);
    m_changed.notify_all();
}

} // namespace bramble
