// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace bramble {

/// A part of somebody else's file that is ours, between two lines that say so; # begins a comment there.

/// text with block as its only block of ours: in the place of the former one, else at the end. An empty block takes it out, and leaves
/// what was there before it came. Nothing: the marks in the file do not match, so that nobody can say what is ours.
std::optional<QByteArray> withBlock(const QByteArray &text, const QByteArray &block);

} // namespace bramble
