// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/findings.h"
#include "model/image_facts.h"
#include "model/plan.h"
#include "model/result.h"

namespace bramble {

/// What has to be done so that the server serves this cluster. Pure: nothing is looked at but the arguments. Errors: the first of
/// problems(cluster), of arrange(), ServerNotEnoughSpace, ServerPackagesUnavailable, ServerFileForeign, ImageNotForPi, ImageLacksModel.
Result<Plan> makePlan(const Cluster &cluster, const ServerFacts &facts, const ImageFacts &image);

/// Appends what it takes to lay the nodes of plan.cluster that are not laid yet; says whether there are any. Errors: ServerNotEnoughSpace,
/// those of customise().
Result<bool> addTrees(Plan &plan, const ServerFacts &facts, const ImageFacts &image);

/// The files this program owns on a server; their content is part of the facts.
QStringList ownedFiles();

/// Those, and the ones of others that may get lines of ours.
QStringList filesToSee();
/// Units whose state says something: ours, and such as could be in our way.
QStringList unitsToSee();

/// What a server must have installed.
QStringList neededPackages();

/// What a server is told to serve from: the wish, or the default.
ServerLayout layoutOf(const Cluster &cluster);

} // namespace bramble
