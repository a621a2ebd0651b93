// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/neighbour_table.h"

namespace bramble {

using namespace Qt::StringLiterals;

// macOS and Windows.
NeighbourTable neighbourTable()
{
    return {{}, Command(u"arp"_s, {u"-a"_s})};
}

} // namespace bramble
