// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sign.h"

#include <QHash>

namespace bramble {

/// What one look at the server and at what it serves found wrong, while a node hangs.
struct ServerLook
{
    Signs server; ///< of the server as a whole
    QHash<QString, Signs> nodes; ///< by the node's folder

    bool operator==(const ServerLook &) const = default;
};

} // namespace bramble
