// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/perform.h"

namespace bramble {

/// A copy of the image's trees becomes this node's own and goes live by rename, once everything that was laid over it has been read back.
QCoro::Task<Result<>> layNode(WorkshopPtr shop, LayNode lay, Stop stop);

} // namespace bramble
