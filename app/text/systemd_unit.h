// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace bramble {

/// The unit that runs our boot server, as dnsmasqUnitPath.
QByteArray renderDnsmasqUnit();

} // namespace bramble
