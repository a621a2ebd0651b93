// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/host.h"

namespace bramble {

// A practice network is made of Linux network namespaces.
Command practiceCommand()
{
    return {};
}

} // namespace bramble
