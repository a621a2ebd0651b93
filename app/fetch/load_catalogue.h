// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/fetch.h"

namespace bramble {

/// The work of loadCatalogue (fetch.h), on the thread of the web.
QCoro::Task<Result<LoadedCatalogue>> loadCatalogueHere(QNetworkAccessManager *net, FetchSettings settings,
                                                       QString locale, Stop stop);

} // namespace bramble
