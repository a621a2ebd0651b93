// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <vector>

namespace bramble {

/// One line of a comparison: ' ' in both, '-' only before, '+' only after; numbers count from 1.
struct DiffLine
{
    char sign = ' ';
    int oldNumber = 0;
    int newNumber = 0;
    QByteArray text;
};

/// The longest common subsequence of lines; meant for settings files, some thousands of lines at most.
std::vector<DiffLine> diffLines(const QByteArray &before, const QByteArray &after);

} // namespace bramble
