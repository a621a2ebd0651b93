// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/findings.h"
#include "model/image_facts.h"
#include "model/pi_model.h"
#include "parts/fact_list.h"

#include <QStringList>

namespace bramble {

/// What was found on a server and in an image, as rows for people. Whether a plan can be made of it is not decided
/// here.
QList<Fact> factsOf(const ServerFacts &server, const QStringList &neededPackages);
QList<Fact> factsOf(const ImageFacts &image);
/// The models that the image has a device tree for.
QStringList modelsOf(const ImageFacts &image);

} // namespace bramble
