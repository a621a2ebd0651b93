// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/download.h"
#include "fetch/part_file.h"

namespace bramble {

/// Everything one download knows, while it goes through tries and mirrors.
struct DownloadWork
{
    DownloadWork(QNetworkAccessManager *theNet, FetchRequest theRequest, FetchLimits theLimits, ImageCache theCache)
        : net(theNet), request(std::move(theRequest)), limits(theLimits), cache(std::move(theCache))
    { }

    QNetworkAccessManager *net;
    FetchRequest request;
    FetchLimits limits;
    ImageCache cache;
    std::shared_ptr<ArrivingFile> arriving;
    ReportProgress progress;
    Stop stop;
    std::unique_ptr<PartFile> part;
    std::optional<CachedImage> older; ///< what the same address gave before
    bool told = false; ///< somebody may have read of it
    bool stitched = false; ///< it came in more than one piece
    std::chrono::steady_clock::time_point reported{};

    void report(bool now = false)
    {
        const auto at = std::chrono::steady_clock::now();
        if (!progress || (!now && at - reported < std::chrono::milliseconds(100)))
            return;
        reported = at;
        progress({part->size(), part->total > 0 ? part->total : request.size});
    }
    void tell()
    {
        if (!arriving || part->size() == 0)
            return;
        told = true;
        arriving->arrived(part->size());
    }
};
using WorkPtr = std::shared_ptr<DownloadWork>;

/// Whole: all bytes are there. Same: what was downloaded before is still the one. Again: nothing is there any more, ask
/// once more.
enum class Outcome { Whole, Same, Again };

/// One request for what is not there yet, and its body. Errors: as ask(), NetStatus, NetTruncated, NetTooLarge,
/// NetRange, NetChanged, NetNoSpace, NetDiskFull, FileUnwritable.
QCoro::Task<Result<Outcome>> attempt(WorkPtr work, QUrl url);

/// Nothing that came before counts. Errors: NetChanged where somebody has read of it already, FileUnwritable.
Result<> beginAgain(DownloadWork &work, const QUrl &url);

} // namespace bramble
