// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/fetch.h"
#include "steps/image_source.h"

namespace bramble {

/// An image from an address: the file in the cache, which stays for as long as this is held, and what is in it.
struct FetchedImage
{
    CachedImage file;
    ImageSourcePtr source;
};

/// How far a fetchImageSource has come; both called on any thread.
struct FetchReports
{
    ReportProgress download; ///< bytes of the file
    ReportProgress reading; ///< the same, once all of it has arrived
};

/// Downloads an image and reads it while it arrives: when the last byte is there, so are its facts, but for what the
/// decoder lags behind. options: cacheFolder and extractedSha256; the rest follows from the request. A file that turns
/// out to be no image ends the download. Errors: as fetchImage and readImageSource.
QCoro::Task<Result<FetchedImage>> fetchImageSource(WebPtr web, FetchRequest request, FetchSettings settings,
                                                   OpenImageOptions options, FetchReports reports, Stop stop);

} // namespace bramble
