// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/answer.h"

#include "model/catalogue.h"

#include <QNetworkAccessManager>
#include <QNetworkRequest>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QNetworkRequest requestFor(const QUrl &url, const Headers &headers)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute,
                         false); // one body at a time has nothing to gain from it
    request.setRawHeader("User-Agent", "Brambleboot");
    for (const auto &[name, value] : headers)
        request.setRawHeader(name, value);
    return request;
}

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

} // namespace

Answer::Answer(QNetworkReply *theReply, QUrl from, const Stop &stop)
    : reply(theReply), url(std::move(from)), onStop(stop, [this] { bell.ringFromAnywhere(); })
{
    reply->setReadBufferSize(4 * 1024 * 1024); // a disk that is slower than the net slows the net down
    const auto ring = [this] { bell.ring(); };
    QObject::connect(reply, &QNetworkReply::metaDataChanged, bell.context(), ring);
    QObject::connect(reply, &QNetworkReply::readyRead, bell.context(), ring);
    QObject::connect(reply, &QNetworkReply::finished, bell.context(), ring);
}

Answer::~Answer()
{
    reply->disconnect(bell.context());
    if (!reply->isFinished())
        reply->abort();
    reply->deleteLater();
}

int Answer::status() const
{
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

qint64 Answer::contentLength() const
{
    bool ok = false;
    const qint64 length = header("Content-Length").toLongLong(&ok);
    return ok && length > 0 ? length : 0;
}

QCoro::Task<Result<std::shared_ptr<Answer>>> ask(QNetworkAccessManager *net, QUrl url, Headers headers,
                                                 FetchLimits limits, Stop stop)
{
    const QUrl asked = url;
    for (int hops = 0; hops <= limits.redirects; ++hops) {
        const auto answer = std::make_shared<Answer>(net->get(requestFor(url, headers)), url, stop);
        const auto deadline = std::chrono::steady_clock::now() + limits.stall;
        while (answer->status() == 0 && !answer->reply->isFinished()) {
            const auto left
                = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
            if (stop.stop_requested())
                co_return fail(ErrorKind::Stopped);
            if (left.count() <= 0)
                co_return fail(ErrorKind::NetStalled, asked.toString());
            (void)co_await answer->bell.rung(left);
        }
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
        if (answer->status() == 0)
            co_return std::unexpected(errorOf(*answer->reply, asked, ErrorKind::NetUnreachable));
        if (!isRedirect(answer->status()))
            co_return answer;
        const QUrl next = url.resolved(QUrl::fromEncoded(answer->header("Location")));
        // Out of the safe way into the open one: nobody who means well asks for that.
        if (!isWebAddress(next) || (url.scheme() == "https"_L1 && next.scheme() == "http"_L1))
            co_return fail(ErrorKind::NetRedirects, asked.toString(), next.toString().left(200));
        url = next;
    }
    co_return fail(ErrorKind::NetRedirects, asked.toString(), url.toString().left(200));
}

Error errorOf(const QNetworkReply &reply, const QUrl &url, ErrorKind fallback)
{
    using enum QNetworkReply::NetworkError;
    const QString detail = reply.errorString().left(300);
    const auto about = [&](ErrorKind kind) { return Error{kind, url.toString(), detail}; };
    switch (reply.error()) {
    case ConnectionRefusedError:
    case HostNotFoundError:
    case TemporaryNetworkFailureError:
    case NetworkSessionFailedError:
    case UnknownNetworkError: return about(ErrorKind::NetUnreachable);
    case TimeoutError: return about(ErrorKind::NetStalled);
    case SslHandshakeFailedError: return about(ErrorKind::NetTls);
    case ProxyConnectionRefusedError:
    case ProxyConnectionClosedError:
    case ProxyNotFoundError:
    case ProxyTimeoutError:
    case ProxyAuthenticationRequiredError:
    case UnknownProxyError: return about(ErrorKind::NetProxy);
    default: return about(fallback);
    }
}

Error statusError(const Answer &answer, const QUrl &url)
{
    const QString reason = answer.reply->attribute(QNetworkRequest::HttpReasonPhraseAttribute).toString().left(100);
    const ErrorKind kind = answer.status() == 407 ? ErrorKind::NetProxy : ErrorKind::NetStatus;
    return {kind, url.toString(), QString(QString::number(answer.status()) + u' ' + reason).trimmed()};
}

} // namespace bramble
