// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/tar_stream.h"

namespace bramble {

namespace {

constexpr qint64 BlockSize = 256 * 1024;

class TarStream final : public ByteSource
{
public:
    TarStream(std::unique_ptr<Members> members, std::shared_ptr<const BlockStore> store, QByteArray lastMember,
              Stop stop)
        : m_members(std::move(members)), m_store(std::move(store)), m_lastMember(std::move(lastMember)),
          m_stop(std::move(stop))
    { }

    Result<QByteArray> next() override
    {
        QByteArray block;
        block.reserve(BlockSize);
        while (block.size() < BlockSize && m_phase != Phase::Done) {
            if (m_stop.stop_requested())
                return fail(ErrorKind::Stopped);
            if (const Result<> stepped = step(block); !stepped)
                return std::unexpected(stepped.error());
        }
        return block;
    }

private:
    enum class Phase { Members, Data, LastMember, Done };

    Result<> step(QByteArray &block)
    {
        switch (m_phase) {
        case Phase::Members: return startMember(block);
        case Phase::Data: return sendData(block);
        case Phase::LastMember: return finish(block);
        case Phase::Done: break;
        }
        return {};
    }

    Result<> startMember(QByteArray &block)
    {
        m_member = {};
        const Result<bool> more = m_members->next(m_member);
        if (!more)
            return std::unexpected(more.error());
        if (!*more) {
            m_phase = Phase::LastMember;
            return {};
        }
        block += tarHeader(m_member.entry);
        if (m_member.entry.type != TarEntry::Type::File)
            return {};
        m_sent = 0;
        m_span = 0;
        m_inSpan = 0;
        m_phase = Phase::Data;
        return {};
    }

    Result<> sendData(QByteArray &block)
    {
        if (m_sent < m_member.content.size()) {
            const QByteArrayView part
                = QByteArrayView(m_member.content)
                      .sliced(m_sent)
                      .first(std::min(m_member.content.size() - m_sent, BlockSize - block.size()));
            block += part;
            m_sent += part.size();
        } else if (m_span < m_member.spans.size()) {
            const ImageSpan &span = m_member.spans[m_span];
            const qint64 length = std::min(span.length - m_inSpan, BlockSize - block.size());
            const qsizetype at = block.size();
            block.resizeForOverwrite(at + length);
            if (const Result<> got = m_store->read(span.offset + m_inSpan, block.data() + at, length, m_stop); !got)
                return got;
            m_sent += length;
            m_inSpan += length;
            if (m_inSpan == span.length) {
                ++m_span;
                m_inSpan = 0;
            }
        } else {
            block.append(tarPadding(m_sent), '\0');
            m_phase = Phase::Members;
        }
        return {};
    }

    Result<> finish(QByteArray &block)
    {
        // A receiver takes the last member for "whole and sound": not before the checksum of the image is known to be
        // right.
        if (m_store)
            if (const Result<qint64> all = m_store->waitForAll(m_stop); !all)
                return std::unexpected(all.error());
        if (!m_lastMember.isEmpty()) {
            TarEntry last;
            last.path = m_lastMember;
            block += tarHeader(last);
        }
        block += tarEnd();
        m_phase = Phase::Done;
        return {};
    }

    std::unique_ptr<Members> m_members;
    std::shared_ptr<const BlockStore> m_store;
    QByteArray m_lastMember;
    Stop m_stop;
    Phase m_phase = Phase::Members;
    Member m_member;
    size_t m_span = 0; ///< the span being sent
    qint64 m_inSpan = 0; ///< bytes of it already sent
    qint64 m_sent = 0; ///< bytes of the member's data already sent
};

} // namespace

std::unique_ptr<ByteSource> makeTarStream(std::unique_ptr<Members> members, std::shared_ptr<const BlockStore> store,
                                          QByteArray lastMember, Stop stop)
{
    return std::make_unique<TarStream>(std::move(members), std::move(store), std::move(lastMember), std::move(stop));
}

} // namespace bramble
