// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/plan.h"

#include <QMap>

namespace bramble {

/// Each node's root and boot folder, for that node's address and nobody else. The hook on the server writes this file
/// when a node fetches its boot files (text/export_hook.h); here is the same text as a function of values, for looking
/// at it and for proving the hook.
inline constexpr QLatin1StringView exportsPath{"/etc/exports.d/brambleboot.exports"};

/// 32 hex digits for fsid=: the start of the SHA-256 of the path. Said for every folder, and not left to the file
/// system's UUID, because overlay, tmpfs and ZFS have none (netboot 5.1), and because a re-imaged node or a replaced
/// disk then keeps the same identity.
QByteArray exportId(const QString &path);

/// addresses: node folder (serial or MAC with dashes) to the address it was last seen at.
QByteArray renderExports(const ServerLayout &layout, const QMap<QString, Ipv4> &addresses);

} // namespace bramble
