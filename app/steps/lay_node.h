// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/perform.h"

namespace bramble {

/// A copy of the image's trees becomes this node's own and goes live by rename, once everything that was laid over it has been read back.
QCoro::Task<Result<>> layNode(WorkshopPtr shop, LayNode lay, Stop stop);

/// Lays files over a tree that is not live yet and reads them back; removed: paths below it that go. Nothing leaves the tree, whatever
/// symlinks it holds. Errors: ImageNotForPi (subject: the symlink), ServerVerifyFailed, those of Remote::run.
QCoro::Task<Result<>> layOver(RemotePtr remote, Unpacker unpacker, QString tree, std::vector<TreeFile> files, QStringList removed, QStringList alsoTouched,
                              Stop stop);

} // namespace bramble
