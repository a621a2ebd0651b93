// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/answer.h"

#include <QStringList>

namespace bramble {

/// Where lists and images come from and where they are kept: one file of settings for both faces, and the environment
/// over it.
struct FetchSettings
{
    QList<QUrl> lists; ///< of systems, the first one first
    QStringList
        mirrors; ///< "FROM=TO": addresses that begin with FROM are tried at TO first; "TO": TO and the name of the file
    QString folder; ///< for images, lists and icons
    qint64 quota = 0; ///< bytes, of the images
    FetchLimits limits;
};

/// The file brambleboot/fetch.ini among the user's settings (keys lists, mirrors, folder, quota, stallSeconds,
/// pauseMilliseconds); over it BRAMBLE_LISTS, BRAMBLE_MIRRORS (both divided by spaces), BRAMBLE_CACHE, BRAMBLE_QUOTA,
/// BRAMBLE_STALL_SECONDS, BRAMBLE_PAUSE_MS.
FetchSettings readFetchSettings();
void saveQuota(qint64 bytes);
/// The same settings with other sources, as people write them: addresses of lists and mirrors, divided by blanks or
/// lines. No list: the standard one. Errors: InvalidUrl (subject: what is no address).
Result<FetchSettings> withSources(FetchSettings settings, const QString &lists, const QString &mirrors);
void saveSources(const FetchSettings &settings);

/// The addresses to try for this one, mirrors first, itself last.
QList<QUrl> withMirrors(const QUrl &url, const QStringList &mirrors);
/// 20G, 500 MB, 1073741824: a size as people write it; SI prefixes. Nothing for what is none.
std::optional<qint64> parseSize(QStringView text);

} // namespace bramble
