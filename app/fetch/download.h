// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/answer.h"
#include "fetch/cache.h"
#include "model/arriving_file.h"
#include "model/progress.h"

namespace bramble {

/// What is to be downloaded, and from where.
struct FetchRequest
{
    QList<QUrl> urls; ///< the same file everywhere; the first is tried first, the last is the one it is known by
    QString sha256; ///< of the file, hex, lower case; empty: not known
    qint64 size = 0; ///< bytes, as the list says it; only for a first guess at the progress
    QString name; ///< for people; empty: the name at the end of the address
};

/// The work of fetchImage (fetch.h), on the thread of the web.
QCoro::Task<Result<CachedImage>> download(QNetworkAccessManager *net, FetchRequest request, FetchLimits limits,
                                          ImageCache cache, std::shared_ptr<ArrivingFile> arriving,
                                          ReportProgress progress, Stop stop);

/// What the unfinished file of a request is known by.
QString partId(const FetchRequest &request);

} // namespace bramble
