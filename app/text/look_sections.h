// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/findings.h"

#include <QByteArrayList>

namespace bramble {

/// The answer of the look script, cut into its sections; and the readers of its parts. Each takes what it understands and leaves
/// out the rest: only what everything else depends on is an error.
using LookSections = QHash<QString, QByteArrayList>;

/// A section begins with @@ and its name; each of its lines with a blank.
LookSections sectionsOf(QByteArrayView output);
QString firstLine(const LookSections &sections, const QString &name);
/// NAME=value as a shell would read it, a line each; the value in either kind of quotes or none.
QHash<QString, QString> assignments(const QByteArrayList &lines);

/// Interfaces, routes, name servers, who manages what, who listens where, and what the network said. False: not even interfaces.
bool readNetwork(ServerFacts &facts, const LookSections &sections);
/// Other programs that give addresses, files or disks.
void readServices(ServerFacts &facts, const LookSections &sections);
void readFirewall(ServerFacts &facts, const LookSections &sections);

} // namespace bramble
