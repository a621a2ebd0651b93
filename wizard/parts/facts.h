// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/check_row.h"
#include "model/image_facts.h"
#include "model/pi_model.h"
#include "model/row.h"
#include "parts/fact_list.h"

#include <QStringList>

#include <vector>

namespace bramble {

/// What was found on a server and in an image, as rows for people.
QList<Fact> factsOf(const std::vector<Row> &server);
/// What was tested.
QList<Fact> factsOf(const std::vector<CheckRow> &rows);
QList<Fact> factsOf(const ImageFacts &image);
/// The models that the image has a device tree for.
QStringList modelsOf(const ImageFacts &image);

} // namespace bramble
