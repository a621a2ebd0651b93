// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/byte_source.h"
#include "remote/byte_pipe.h"

#include <QFuture>

#include <memory>

namespace bramble {

/// Reads source on a thread of its own into pipe, until its end, its error, or nobody reads any more. The future
/// finishes when source is not touched again.
QFuture<void> produce(std::shared_ptr<ByteSource> source, std::shared_ptr<BytePipe> pipe);

} // namespace bramble
