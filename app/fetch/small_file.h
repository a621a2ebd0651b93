// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/answer.h"

namespace bramble {

/// A list or an icon: fetched into memory, and kept for the day on which there is no net.
struct SmallFile
{
    QByteArray content;
    QUrl url; ///< where it came from in the end: what is relative in it starts there
    QDateTime date; ///< when the server last said that this is it
    bool old = false; ///< the net failed: this is what it was then
};

/// keepIn: a folder for copies. limit: bytes. fresh: a copy younger than that is taken without asking. Errors: as
/// ask(), NetStatus, NetTooLarge, NetTruncated; only where there is no copy.
QCoro::Task<Result<SmallFile>> fetchSmallHere(QNetworkAccessManager *net, QUrl url, QString keepIn, qint64 limit,
                                              std::chrono::seconds fresh, FetchLimits limits, Stop stop);

} // namespace bramble
