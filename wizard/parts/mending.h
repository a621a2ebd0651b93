// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/journey.h"

namespace bramble {

/// The page on which something can be done about an error.
Place placeToMend(ErrorKind kind);

} // namespace bramble
