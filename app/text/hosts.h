// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace bramble {

/// /etc/hosts with the node's own name at 127.0.1.1: a name that does not resolve makes every sudo wait for DNS.
QByteArray hostsWith(QByteArrayView imageHosts, const QString &name);

} // namespace bramble
