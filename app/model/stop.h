// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace bramble {

/// The request to stop, handed down by value into everything that takes time. Its owner keeps a StopSource.
using Stop = std::stop_token;
using StopSource = std::stop_source;

} // namespace bramble
