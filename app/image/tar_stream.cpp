// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/tar_stream.h"

namespace bramble {

namespace {

constexpr qint64 BlockSize = 256 * 1024;
constexpr qint64 MostBetween = 1024 * 1024; ///< bytes of other files held back for the sake of beginning one early

qint64 roundedUp(qint64 size, qint64 unit)
{
    return (size + unit - 1) / unit * unit;
}

class TarStream final : public ByteSource
{
public:
    TarStream(std::unique_ptr<Members> members, std::shared_ptr<BlockStore> store, std::optional<qint64> leastImage,
              QByteArray lastMember, Stop stop)
        : m_members(std::move(members)), m_store(std::move(store)), m_leastImage(leastImage),
          m_lastMember(std::move(lastMember)), m_stop(std::move(stop))
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
            const bool isLast = m_inSpan + length == span.length;
            m_store->release(span.offset + m_inSpan,
                             isLast ? roundedUp(span.length, m_member.unit) - m_inSpan : length);
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
        if (m_store && m_leastImage) {
            const Result<qint64> all = m_store->waitForAll(m_stop);
            if (!all)
                return std::unexpected(all.error());
            if (*all < *m_leastImage)
                return fail(ErrorKind::ImageTruncated);
        }
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
    std::shared_ptr<BlockStore> m_store;
    std::optional<qint64> m_leastImage;
    QByteArray m_lastMember;
    Stop m_stop;
    Phase m_phase = Phase::Members;
    Member m_member;
    size_t m_span = 0; ///< the span being sent
    qint64 m_inSpan = 0; ///< bytes of it already sent
    qint64 m_sent = 0; ///< bytes of the member's data already sent
};

} // namespace

qint64 readyAt(const std::vector<ImageSpan> &spans)
{
    if (spans.empty())
        return 0;
    qint64 between = 0; // bytes of others that would arrive after we began
    for (size_t i = spans.size() - 1; i > 0; --i) {
        const qint64 gap = spans[i].offset - (spans[i - 1].offset + spans[i - 1].length);
        between += gap;
        if (gap >= 0 && between <= MostBetween)
            continue;
        // Everything up to the piece before has to be there; from here on it comes in order.
        qint64 ready = spans[i].offset;
        for (size_t before = 0; before < i; ++before)
            ready = std::max(ready, spans[before].offset + spans[before].length);
        return ready;
    }
    return spans.front().offset;
}

void releaseSpans(BlockStore &store, const Member &member)
{
    for (const ImageSpan &span : member.spans)
        store.release(span.offset, roundedUp(span.length, member.unit));
}

std::unique_ptr<ByteSource> makeTarStream(std::unique_ptr<Members> members, std::shared_ptr<BlockStore> store,
                                          std::optional<qint64> leastImage, QByteArray lastMember, Stop stop)
{
    return std::make_unique<TarStream>(std::move(members), std::move(store), leastImage, std::move(lastMember),
                                       std::move(stop));
}

} // namespace bramble
