// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QByteArrayView>
#include <QStringList>

namespace bramble {

/// What an owner has cloud-init do on nodes whose disk hangs on the network: it must not reach for that connection, for
/// disks and swap that are not there, nor for what each node has of its own. This finds what people write by habit; it is
/// no wall against somebody who means harm: root on the node may do as it likes.

/// Largest user data that is read, in bytes; cloud-init's own services take less.
inline constexpr qsizetype userDataLimit = 256 * 1024;

/// A #cloud-config. Errors: UserDataInvalid (subject: name, detail: what the YAML reader said, or empty),
/// UserDataForbidden (subject: the key or the line, detail: why, in a word: network, disk, identity).
Result<> checkUserData(QByteArrayView userData, const QString &name);

/// Shell lines. Errors: UserDataForbidden.
Result<> checkCommands(const QStringList &commands);

} // namespace bramble
