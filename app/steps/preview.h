// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan.h"

namespace bramble {

/// One line of the Review page.
struct Change
{
    enum class Kind { Package, NewFile, ChangedFile, SameFile, NodeData, KeptImage, DroppedImage, Service, Settings, Restart, Firewall, Export };

    Kind kind = Kind::NewFile;
    QString name; ///< package, path (of the cluster file's router: HOST:PATH), unit, node, firewall, folder
    QByteArray before; ///< of a file
    QByteArray after; ///< of a file
    QByteArray batch; ///< of settings: what `uci batch` is given
    QStringList details; ///< paths laid over a node's tree, removed ones with "-" in front; rules
    qint64 bytes = 0; ///< of data, 0 where it does not matter
    bool drifted = false; ///< a file of ours that somebody changed since

    bool operator==(const Change &) const = default;
};

/// All that a plan changes on the server, in the order people read: packages, files, data, exports, services, firewall. Pure.
/// What it does not change is in plan.untouched.
std::vector<Change> preview(const Plan &plan);

/// A unified diff of two texts, three lines of context; empty if they are equal.
QString unifiedDiff(const QString &path, const QByteArray &before, const QByteArray &after);

} // namespace bramble
