// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/findings.h"

#include <QByteArrayList>

namespace bramble {

/// The answer of the look script, cut into its sections; and the readers of its parts. Each takes what it understands and leaves
/// out the rest: only what everything else depends on is an error.
using LookSections = QHash<QString, QByteArrayList>;

QString firstLine(const LookSections &sections, const QString &name);

/// Interfaces, routes, name servers, who manages what, who listens where, and what the network said. False: not even interfaces.
bool readNetwork(ServerFacts &facts, const LookSections &sections);
/// Other programs that give addresses, files or disks.
void readServices(ServerFacts &facts, const LookSections &sections);
void readFirewall(ServerFacts &facts, const LookSections &sections);

} // namespace bramble
