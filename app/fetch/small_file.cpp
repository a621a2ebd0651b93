// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/small_file.h"

#include "digest/sha256.h"
#include "model/catalogue.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds wholeDeadline{60}; // Imager's

struct Copy
{
    SmallFile file;
    QByteArray etag;
    QByteArray modified;
    bool there = false;
};

QString copyPath(const QString &folder, const QUrl &url)
{
    Sha256 sha;
    sha.addData(url.toEncoded());
    return folder + u'/' + QString::fromLatin1(sha.result().toHex());
}

Copy readCopy(const QString &path, qint64 limit)
{
    Copy copy;
    QFile body(path), notes(path + u".json"_s);
    constexpr qint64 most = 65536;
    if (!body.open(QIODevice::ReadOnly) || !notes.open(QIODevice::ReadOnly) || body.size() > limit)
        return copy;
    const QJsonObject object = QJsonDocument::fromJson(notes.read(most)).object();
    copy.file.content = body.read(limit);
    // The notes are of this very content: written after it, they could be of the one before.
    Sha256 sha;
    sha.addData(copy.file.content);
    copy.there = object["sha256"_L1].toString().toLatin1() == sha.result().toHex();
    copy.file.url = QUrl(object["url"_L1].toString());
    copy.file.date = QDateTime::fromString(object["date"_L1].toString(), Qt::ISODate);
    copy.etag = object["etag"_L1].toString().toLatin1();
    copy.modified = object["modified"_L1].toString().toLatin1();
    return copy;
}

void save(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size())
        file.commit();
}

// A disk that takes no copy is no reason to go without the list.
void keep(const QString &path, const Copy &copy, bool bodyToo)
{
    QDir().mkpath(QFileInfo(path).path());
    Sha256 sha;
    sha.addData(copy.file.content);
    const QJsonObject object{{u"url"_s, copy.file.url.toString(QUrl::FullyEncoded)},
                             {u"date"_s, copy.file.date.toString(Qt::ISODate)},
                             {u"etag"_s, QString::fromLatin1(copy.etag)},
                             {u"modified"_s, QString::fromLatin1(copy.modified)},
                             {u"sha256"_s, QString::fromLatin1(sha.result().toHex())}};
    if (bodyToo)
        save(path, copy.file.content);
    save(path + u".json"_s, QJsonDocument(object).toJson());
}

QCoro::Task<Result<QByteArray>> body(std::shared_ptr<Answer> answer, QUrl url, qint64 limit, Stop stop)
{
    const auto deadline = std::chrono::steady_clock::now() + wholeDeadline;
    QByteArray content;
    for (;;) {
        content += answer->reply->read(limit + 1 - content.size());
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
        if (content.size() > limit)
            co_return fail(ErrorKind::NetTooLarge, url.toString(), QString::number(limit));
        if (answer->reply->isFinished() && answer->reply->bytesAvailable() == 0)
            break;
        const auto left
            = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        if (left.count() <= 0)
            co_return fail(ErrorKind::NetStalled, url.toString());
        if (answer->reply->bytesAvailable() == 0)
            (void)co_await answer->bell.rung(left);
    }
    if (answer->reply->error() != QNetworkReply::NoError)
        co_return std::unexpected(errorOf(*answer->reply, url, ErrorKind::NetTruncated));
    co_return content;
}

// content empty: the copy is still the one.
QCoro::Task<Result<Copy>> ask(QNetworkAccessManager *net, QUrl url, Copy copy, qint64 limit, FetchLimits limits,
                              Stop stop)
{
    Headers headers;
    if (copy.there && !copy.etag.isEmpty())
        headers << std::pair{"If-None-Match"_ba, copy.etag};
    else if (copy.there && !copy.modified.isEmpty())
        headers << std::pair{"If-Modified-Since"_ba, copy.modified};
    const Result<std::shared_ptr<Answer>> answer = co_await bramble::ask(net, url, headers, limits, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    copy.file.date = QDateTime::currentDateTimeUtc();
    if ((*answer)->status() == 304 && copy.there)
        co_return copy;
    if ((*answer)->status() != 200)
        co_return std::unexpected(statusError(**answer, url));
    copy.file.url = (*answer)->url;
    copy.etag = (*answer)->header("ETag").left(1000);
    copy.modified = (*answer)->header("Last-Modified").left(100);
    copy.there = false;
    const Result<QByteArray> content = co_await body(*answer, url, limit, stop);
    if (!content)
        co_return std::unexpected(content.error());
    copy.file.content = *content;
    co_return copy;
}

} // namespace

QCoro::Task<Result<SmallFile>> fetchSmallHere(QNetworkAccessManager *net, QUrl url, QString keepIn, qint64 limit,
                                              std::chrono::seconds fresh, FetchLimits limits, Stop stop)
{
    if (!isWebAddress(url))
        co_return fail(ErrorKind::InvalidUrl, url.toString());
    const QString path = copyPath(keepIn, url);
    Copy copy = readCopy(path, limit);
    const auto age = std::chrono::seconds(copy.file.date.secsTo(QDateTime::currentDateTimeUtc()));
    if (copy.there && age.count() >= 0 && age < fresh)
        co_return copy.file;
    const Result<Copy> asked = co_await ask(net, url, copy, limit, limits, stop);
    if (!asked && copy.there && asked.error().kind != ErrorKind::Stopped) {
        copy.file.old = true;
        co_return copy.file;
    }
    if (!asked)
        co_return std::unexpected(asked.error());
    keep(path, *asked, !asked->there);
    co_return asked->file;
}

} // namespace bramble
