// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/bell.h"
#include "model/result.h"
#include "model/stop.h"

#include <QCoro/QCoroTask>

#include <QNetworkReply>

namespace bramble {

/// What patience there is with servers.
struct FetchLimits
{
    std::chrono::milliseconds stall{30'000}; ///< without a header, or with fewer bytes than slowest says
    qint64 slowest = 1024; ///< bytes a second, over the time of stall: less is a server that only pretends
    int redirects = 10; ///< Imager's
    int tries = 4; ///< in a row without more to show for it than slowest would give
    std::chrono::milliseconds pause{500}; ///< before the second try; doubled each time
};

/// A request on its way: what the server answered, after redirects; the body is still to be read. Lives on the thread
/// of the web.
struct Answer
{
    Answer(QNetworkReply *theReply, QUrl from, const Stop &stop);
    ~Answer();
    Answer(const Answer &) = delete;
    Answer &operator=(const Answer &) = delete;

    int status() const;
    QByteArray header(const char *name) const { return reply->rawHeader(name); }
    qint64 contentLength() const; ///< 0: not said

    Bell bell; ///< rings when there is something to read, at the end, and on stop
    QNetworkReply *reply;
    QUrl url; ///< where it came from in the end
    std::stop_callback<std::function<void()>> onStop;
};

using Headers = QList<std::pair<QByteArray, QByteArray>>;

/// Asks, follows redirects, and returns once there is a header that is none. Any status but those of redirects is an
/// answer. Errors: NetUnreachable, NetTls, NetProxy, NetRedirects, NetStalled, Stopped.
QCoro::Task<Result<std::shared_ptr<Answer>>> ask(QNetworkAccessManager *net, QUrl url, Headers headers,
                                                 FetchLimits limits, Stop stop);

/// Why a reply ended, as an error about this address. fallback: for what has no name of its own.
Error errorOf(const QNetworkReply &reply, const QUrl &url, ErrorKind fallback);
/// NetStatus with "500 Internal Server Error".
Error statusError(const Answer &answer, const QUrl &url);

} // namespace bramble
