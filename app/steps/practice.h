// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/command.h"

#include <QString>

namespace bramble {

/// A practice network that is up: how to log in to its server and how to switch its Pis on. Read from practice.json in its folder.
struct Practice
{
    Cluster cluster;
    QString identityFile;
    QString knownHostsFile;
    std::vector<Command> powerOn; ///< one command per node, in the cluster's order; each runs until the Pi is switched off

    bool operator==(const Practice &) const = default;
};

/// Reads the file that tests/lab/practice writes. Errors: PracticeUnavailable, Cluster….
Result<Practice> readPractice(const QString &folder);

} // namespace bramble
