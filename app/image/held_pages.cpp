// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/held_pages.h"

#include <cstring>

namespace bramble {

namespace {

bool isZero(QByteArrayView bytes)
{
    return bytes.isEmpty()
        || (bytes[0] == 0 && std::memcmp(bytes.data(), bytes.data() + 1, static_cast<size_t>(bytes.size() - 1)) == 0);
}

constexpr qint64 LargestImage = qint64(16) << 40; ///< bytes; what is let go beyond is nothing

} // namespace

HeldPages::Chunk &HeldPages::chunkAt(qint64 offset)
{
    const auto index = static_cast<size_t>(offset / ChunkSize);
    if (index >= m_chunks.size())
        m_chunks.resize(index + 1);
    return m_chunks[index];
}

HeldPages::Slot &HeldPages::slotAt(Chunk &chunk, qint64 offset)
{
    if (!chunk.slots)
        chunk.slots = std::make_unique<std::array<Slot, PagesPerChunk>>();
    return (*chunk.slots)[static_cast<size_t>(offset % ChunkSize / PageSize)];
}

Result<> HeldPages::put(qint64 offset, QByteArrayView bytes, bool toDisk)
{
    const qint64 from = std::clamp<qint64>(m_start - offset, 0, bytes.size());
    const qint64 to = std::clamp<qint64>(m_end - offset, from, bytes.size());
    for (qint64 at = from; at < to;) {
        const qint64 length = std::min(PageSize - (offset + at) % PageSize, to - at);
        if (const Result<> put = putPiece(offset + at, bytes.sliced(at, length), toDisk); !put)
            return put;
        at += length;
    }
    return writeOut();
}

/// bytes: within one page.
Result<> HeldPages::putPiece(qint64 offset, QByteArrayView bytes, bool toDisk)
{
    Chunk &chunk = chunkAt(offset);
    if (chunk.isGone || isZero(bytes))
        return {};
    Slot &slot = slotAt(chunk, offset);
    if (slot.gone == 0xFF)
        return {};
    if (slot.isInFile || (toDisk && !slot.page)) {
        if (!m_file) {
            const Result<std::shared_ptr<DiskFile>> made = DiskFile::makeNameless(m_spillFolder);
            if (!made)
                return std::unexpected(made.error());
            m_file = *made;
        }
        slot.isInFile = true;
        if (m_runAt + m_run.size() != offset)
            if (const Result<> written = writeOut(); !written)
                return written;
        if (m_run.isEmpty())
            m_runAt = offset;
        m_run += bytes;
        return {};
    }
    if (!slot.page) {
        if (m_spare.empty()) {
            slot.page = std::make_unique_for_overwrite<Page>();
        } else {
            slot.page = std::move(m_spare.back());
            m_spare.pop_back();
        }
        ++m_inMemory;
        if (bytes.size() < PageSize)
            slot.page->fill(0);
    }
    std::memcpy(slot.page->data() + offset % PageSize, bytes.data(), static_cast<size_t>(bytes.size()));
    return {};
}

Result<> HeldPages::writeOut()
{
    if (m_run.isEmpty())
        return {};
    const Result<> written = m_file->writeAt(m_runAt, m_run.constData(), m_run.size());
    m_run.resize(0);
    return written;
}

Result<bool> HeldPages::get(qint64 offset, char *data, qint64 length) const
{
    if (length > 0 && (offset < m_start || offset + length > m_end))
        return false;
    while (length > 0) {
        const qint64 inPage = offset % PageSize;
        const qint64 part = std::min(PageSize - inPage, length);
        const auto index = static_cast<size_t>(offset / ChunkSize);
        const Chunk *chunk = index < m_chunks.size() ? &m_chunks[index] : nullptr;
        if (chunk && chunk->isGone)
            return false;
        const Slot *slot
            = chunk && chunk->slots ? &(*chunk->slots)[static_cast<size_t>(offset % ChunkSize / PageSize)] : nullptr;
        if (slot && slot->gone) {
            const auto first = static_cast<unsigned>(inPage / Sector);
            const auto last = static_cast<unsigned>((inPage + part - 1) / Sector);
            const unsigned asked = ((2U << last) - 1) & ~((1U << first) - 1);
            if (slot->gone & asked)
                return false;
        }
        if (slot && slot->page) {
            std::memcpy(data, slot->page->data() + inPage, static_cast<size_t>(part));
        } else if (slot && slot->isInFile) {
            const Result<qint64> got = m_file->readAt(offset, data, part);
            if (!got)
                return std::unexpected(got.error());
            std::memset(data + *got, 0, static_cast<size_t>(part - *got)); // the file ends in a hole
        } else {
            std::memset(data, 0, static_cast<size_t>(part));
        }
        data += part;
        offset += part;
        length -= part;
    }
    return true;
}

void HeldPages::drop(Slot &slot)
{
    if (!slot.page)
        return;
    m_spare.push_back(std::move(slot.page));
    --m_inMemory;
}

void HeldPages::release(qint64 offset, qint64 length)
{
    const qint64 end = offset > LargestImage - std::min(length, LargestImage) ? LargestImage : offset + length;
    while (offset < end) {
        const qint64 part = std::min(ChunkSize - offset % ChunkSize, end - offset);
        releasePiece(offset, part);
        offset += part;
    }
}

/// Within one chunk.
void HeldPages::releasePiece(qint64 offset, qint64 length)
{
    Chunk &chunk = chunkAt(offset);
    if (chunk.isGone)
        return;
    for (qint64 end = offset + length; offset < end && length < ChunkSize;) {
        const qint64 part = std::min(PageSize - offset % PageSize, end - offset);
        Slot &slot = slotAt(chunk, offset);
        const auto first = static_cast<unsigned>((offset % PageSize + Sector - 1) / Sector);
        const auto past = static_cast<unsigned>((offset % PageSize + part) / Sector); // whole sectors only
        const bool wasGone = slot.gone == 0xFF;
        if (past > first)
            slot.gone = static_cast<quint8>(slot.gone | (((1U << past) - 1) & ~((1U << first) - 1)));
        if (slot.gone == 0xFF && !wasGone) {
            drop(slot);
            ++chunk.gonePages;
        }
        offset += part;
    }
    if (length < ChunkSize && chunk.gonePages < PagesPerChunk)
        return;
    if (chunk.slots)
        for (Slot &slot : *chunk.slots)
            drop(slot);
    chunk.slots.reset();
    chunk.isGone = true;
}

void HeldPages::keepOnly(qint64 start, qint64 end)
{
    m_start = std::max(m_start, start);
    m_end = std::min(m_end, end);
    const auto present = static_cast<qint64>(m_chunks.size()) * ChunkSize;
    release(0, std::min(m_start, present));
    if (m_end < present)
        release(m_end, present - m_end);
}

} // namespace bramble
