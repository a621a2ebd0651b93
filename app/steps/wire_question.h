// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remote.h"
#include "wire/dhcp.h"

#include <vector>

namespace bramble {

enum class WireAnswers {
    UntilBoot, ///< no more than it takes to hear "Raspberry Pi Boot"
    All ///< whatever comes within six seconds
};

/// Broadcasts a DHCP question from the server on that interface, as if a Pi there had asked, and gives what was answered, in order. The
/// question needs its broadcast flag: what is sent to an address that nobody has is not heard. Read-only. Errors: those of Remote::run.
QCoro::Task<Result<std::vector<DhcpMessage>>> askOnWire(RemotePtr remote, QString interface, DhcpMessage question, WireAnswers answers, Stop stop);

} // namespace bramble
