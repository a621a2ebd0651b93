// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/catalogue.h"
#include "model/result.h"

#include <QByteArrayView>

namespace bramble {

/// A list of systems as Raspberry Pi Imager publishes it (format 4, doc/json-schema/os-list-schema.json of
/// raspberrypi/rpi-imager) to values.

/// Largest list that is read, in bytes; Imager's own limit.
inline constexpr qsizetype catalogueLimit = 10 * 1024 * 1024;

/// Lenient, as lists carry extras: unknown keys are passed over, a line without a name or with nothing behind it is
/// left out and counted. base: where the list comes from, for relative addresses. locale: de_DE; `os_list_de_DE`, then
/// `os_list_de` go before `os_list`. depth: of the category this list stands in. Errors: CatalogueUnreadable; subject
/// is base, detail what the JSON reader says.
Result<Catalogue> parseCatalogue(QByteArrayView json, const QUrl &base, const QString &locale, int depth = 0);

/// The whole of it as text, one line each: for golden files and for people who look for what was understood.
QByteArray renderCatalogue(const Catalogue &catalogue);

} // namespace bramble
