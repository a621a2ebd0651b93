// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/attempt.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// RFC 9110, 14.4: bytes FIRST-LAST/TOTAL, or bytes */TOTAL.
struct ContentRange
{
    qint64 first = -1;
    qint64 total = 0;
};
ContentRange contentRange(const Answer &answer)
{
    static const QRegularExpression shape(u"\\Abytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)\\z"_s);
    const auto match = shape.match(QString::fromLatin1(answer.header("Content-Range")));
    ContentRange range;
    if (match.hasMatch()) {
        range.first = match.hasCaptured(1) && !match.captured(1).isEmpty() ? match.captured(1).toLongLong() : -1;
        range.total = match.captured(2).toLongLong();
    }
    return range;
}

bool isStrong(const QByteArray &etag)
{
    return etag.startsWith('"');
}

// Identity: what is hashed is what lies there, even where a server takes the .gz in a name for a way to transfer it.
Headers headersFor(const DownloadWork &work, const QUrl &url)
{
    Headers headers{{"Accept-Encoding", "identity"}};
    const PartFile &part = *work.part;
    if (part.size() > 0) {
        headers << std::pair{"Range"_ba, "bytes=" + QByteArray::number(part.size()) + '-'};
        // The name of a version says nothing on another mirror.
        const QByteArray version = isStrong(part.etag) ? part.etag : part.modified;
        if (part.url == url && !version.isEmpty())
            headers << std::pair{"If-Range"_ba, version};
    } else if (work.older && url == work.request.urls.back()) {
        if (!work.older->etag.isEmpty())
            headers << std::pair{"If-None-Match"_ba, work.older->etag};
        else if (!work.older->modified.isEmpty())
            headers << std::pair{"If-Modified-Since"_ba, work.older->modified};
    }
    return headers;
}

// Whether the rest that is offered belongs to what is there already.
bool goesOn(const DownloadWork &work, const Answer &answer, const QUrl &url)
{
    const PartFile &part = *work.part;
    const ContentRange range = contentRange(answer);
    if (range.first != part.size() || (part.total > 0 && range.total > 0 && range.total != part.total))
        return false;
    if (!work.request.sha256.isEmpty())
        return true; // the checksum will tell
    // Without one only the server's own word counts, about the same version at the same address.
    const QByteArray etag = answer.header("ETag"), modified = answer.header("Last-Modified");
    if (part.url != url)
        return false;
    return isStrong(part.etag) ? etag == part.etag : !part.modified.isEmpty() && modified == part.modified;
}

Result<> checkRoom(const DownloadWork &work)
{
    const qint64 needed = work.part->total - work.part->size();
    if (needed <= 0 || work.cache.freeBytes() >= needed)
        return {};
    work.cache.makeRoom(needed);
    if (work.cache.freeBytes() >= needed)
        return {};
    return fail(ErrorKind::NetNoSpace, work.cache.folder(),
                QString::number(needed) + u' ' + QString::number(work.cache.freeBytes()));
}

Result<> takeHeader(DownloadWork &work, const Answer &answer, const QUrl &url)
{
    PartFile &part = *work.part;
    const bool rest = answer.status() == 206;
    const qint64 total = rest ? contentRange(answer).total : answer.contentLength();
    if (part.size() > 0)
        work.stitched = true;
    if (total > 0)
        part.total = total;
    part.url = url;
    part.etag = answer.header("ETag").left(1000);
    part.modified = answer.header("Last-Modified").left(100);
    if (const Result<> room = checkRoom(work); !room)
        return room;
    return part.note();
}

// The body, until its end. Errors: NetStalled, NetTruncated, NetTooLarge, what PartFile::write has, Stopped.
QCoro::Task<Result<>> receive(WorkPtr work, std::shared_ptr<Answer> answer, QUrl url)
{
    constexpr qint64 block = 256 * 1024;
    constexpr qint64 most = qint64(256) << 30;
    auto windowEnd = std::chrono::steady_clock::now() + work->limits.stall;
    qint64 windowBytes = 0;
    for (;;) {
        for (int blocks = 0; blocks < 64; ++blocks) {
            const QByteArray bytes = answer->reply->read(block);
            if (bytes.isEmpty())
                break;
            if (const Result<> written = work->part->write(bytes); !written)
                co_return std::unexpected(written.error());
            windowBytes += bytes.size();
            work->tell();
            work->report();
        }
        if (work->stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
        if (work->part->size() > most || (work->part->total > 0 && work->part->size() > work->part->total))
            co_return fail(ErrorKind::NetTooLarge, url.toString());
        if (answer->reply->bytesAvailable() > 0)
            answer->bell.ring();
        else if (answer->reply->isFinished())
            break;
        const auto now = std::chrono::steady_clock::now();
        if (now >= windowEnd) {
            if (windowBytes < work->limits.slowest * work->limits.stall.count() / 1000)
                co_return fail(ErrorKind::NetStalled, url.toString());
            windowEnd = now + work->limits.stall;
            windowBytes = 0;
        }
        (void)co_await answer->bell.rung(std::chrono::ceil<std::chrono::milliseconds>(windowEnd - now));
    }
    const PartFile &part = *work->part;
    const bool whole = part.total > 0 ? part.size() == part.total : answer->reply->error() == QNetworkReply::NoError;
    if (!whole)
        co_return std::unexpected(errorOf(*answer->reply, url, ErrorKind::NetTruncated));
    co_return {};
}

} // namespace

Result<> beginAgain(DownloadWork &work, const QUrl &url)
{
    if (work.told)
        return fail(ErrorKind::NetChanged, url.toString());
    work.stitched = false;
    return work.part->restart();
}

QCoro::Task<Result<Outcome>> attempt(WorkPtr work, QUrl url)
{
    const Headers headers = headersFor(*work, url);
    const Result<std::shared_ptr<Answer>> asked = co_await ask(work->net, url, headers, work->limits, work->stop);
    if (!asked)
        co_return std::unexpected(asked.error());
    const std::shared_ptr<Answer> answer = *asked;
    const int status = answer->status();
    PartFile &part = *work->part;
    if (status == 304 && work->older && part.size() == 0)
        co_return Outcome::Same;
    if (status == 416) {
        if (part.size() > 0 && part.url == url && contentRange(*answer).total == part.size())
            co_return Outcome::Whole;
        if (part.size() == 0)
            co_return fail(ErrorKind::NetRange, url.toString());
        if (const Result<> again = beginAgain(*work, url); !again)
            co_return std::unexpected(again.error());
        co_return Outcome::Again;
    }
    if (status != 200 && status != 206)
        co_return std::unexpected(statusError(*answer, url));
    if (status == 206 && !(part.size() > 0 && goesOn(*work, *answer, url))) {
        if (part.size() == 0)
            co_return fail(ErrorKind::NetRange, url.toString());
        if (const Result<> again = beginAgain(*work, url); !again)
            co_return std::unexpected(again.error());
        co_return Outcome::Again;
    }
    if (status == 200 && part.size() > 0) {
        if (const Result<> again = beginAgain(*work, url); !again)
            co_return std::unexpected(again.error());
    }
    if (const Result<> taken = takeHeader(*work, *answer, url); !taken)
        co_return std::unexpected(taken.error());
    if (work->arriving)
        work->arriving->expect(part.total);
    work->tell();
    work->report(true);
    const Result<> received = co_await receive(work, answer, url);
    if (!received)
        co_return std::unexpected(received.error());
    co_return Outcome::Whole;
}

} // namespace bramble
