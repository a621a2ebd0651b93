// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace bramble {

/// Scrolls what lies around a widget until it can be seen; once it has its place, so on the next turn of the event loop.
void reveal(QWidget *widget);

} // namespace bramble
