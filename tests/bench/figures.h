// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// What watching is measured by, and how a figure is told.
namespace bramble {

constexpr qint64 aboutNow = 1795377600000; ///< Unix ms, 2026-11-22 20:00 UTC; when what is made up happens

/// Prints one line. What is not reached is remembered: see allReached().
void figure(const char *what, double value, const char *unit, bool isReached, const QString &wanted);
bool allReached();
/// Of this process so far.
double cpuSeconds();

/// How fast a log is read: journalctl's JSON, and dnsmasq's own.
void measureLines();
/// How fast a capture of TFTP is read.
void measureDecoder();
/// 500 Pis that boot at once, in the window.
void measurePanel();
/// From a packet on a server's wire to the panel. Needs root, for the capture.
void measureLatency();
/// panel-*.png, into the working folder.
void photographPanel();

} // namespace bramble
