// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/cache.h"
#include "fetch/download.h"
#include "fetch/fetch_settings.h"
#include "fetch/web.h"
#include "model/catalogue.h"

/// Lists of systems and images over HTTP. All of it works on the thread of the web; what is awaited here comes back on
/// the thread that asked.
namespace bramble {

ImageCache imageCache(const FetchSettings &settings);

/// A request for an address, with the mirrors of the settings.
FetchRequest requestFor(const QUrl &url, const QString &sha256, const FetchSettings &settings);

/// The file that a download of this request makes longer, for somebody who wants to read it meanwhile. Hand it to
/// fetchImage; it may be read for as long as it is held.
std::shared_ptr<ArrivingFile> arrivingFor(const ImageCache &cache, const FetchRequest &request);

/// Downloads into the cache, or finds it there. Goes on where an earlier run ended, if the server still has the same
/// file; tries the next address when one does not work. What comes back is whole, has been checked where there is a
/// checksum, and stays as long as its `use` is held. arriving: may be null; with it, nothing is ever begun again once
/// something can have been read: that is NetChanged. Errors: Net…, InvalidUrl, FileUnwritable, FileUnreadable, Stopped.
QCoro::Task<Result<CachedImage>> fetchImage(WebPtr web, FetchRequest request, FetchLimits limits, ImageCache cache,
                                            std::shared_ptr<ArrivingFile> arriving, ReportProgress progress, Stop stop);

/// A catalogue with all that it refers to.
struct LoadedCatalogue
{
    Catalogue catalogue;
    QDateTime date; ///< how old the oldest part of it is
    bool old = false; ///< some of it could not be fetched: it is as it was at that date
    std::vector<Error> missing; ///< parts that could not be had at all
};

/// Lists one behind the other, and the lists they refer to. Errors: as fetchSmall, CatalogueUnreadable; where not even
/// one list is to be had.
QCoro::Task<Result<LoadedCatalogue>> loadCatalogue(WebPtr web, FetchSettings settings, QString locale, Stop stop);

/// A picture of the catalogue, 256 KiB at most; kept for a month.
QCoro::Task<Result<QByteArray>> fetchIcon(WebPtr web, FetchSettings settings, QUrl url, Stop stop);

} // namespace bramble
