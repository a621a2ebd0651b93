// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/neighbour_table.h"

namespace bramble {

using namespace Qt::StringLiterals;

NeighbourTable neighbourTable()
{
    return {u"/proc/net/arp"_s, {}};
}

} // namespace bramble
