// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/line_diff.h"

#include <QList>

#include <algorithm>

namespace bramble {

namespace {

QList<QByteArray> linesOf(const QByteArray &text)
{
    QList<QByteArray> lines = text.split('\n');
    if (!lines.isEmpty() && lines.back().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

std::vector<DiffLine> diffLines(const QByteArray &before, const QByteArray &after)
{
    const QList<QByteArray> a = linesOf(before);
    const QList<QByteArray> b = linesOf(after);
    const size_t width = size_t(b.size()) + 1;
    std::vector<int> common((size_t(a.size()) + 1) * width, 0); // of the rests a[i..], b[k..]
    for (qsizetype i = a.size() - 1; i >= 0; --i)
        for (qsizetype k = b.size() - 1; k >= 0; --k)
            common[size_t(i) * width + size_t(k)] = a[i] == b[k]
                ? common[size_t(i + 1) * width + size_t(k + 1)] + 1
                : std::max(common[size_t(i + 1) * width + size_t(k)], common[size_t(i) * width + size_t(k + 1)]);
    std::vector<DiffLine> lines;
    qsizetype i = 0, k = 0;
    while (i < a.size() || k < b.size()) {
        const int oldNumber = int(i) + 1, newNumber = int(k) + 1;
        if (i < a.size() && k < b.size() && a[i] == b[k]) {
            lines.push_back({' ', oldNumber, newNumber, a[i]});
            ++i, ++k;
        } else if (i < a.size() && (k == b.size() || common[size_t(i + 1) * width + size_t(k)] >= common[size_t(i) * width + size_t(k + 1)])) {
            lines.push_back({'-', oldNumber, newNumber, a[i++]});
        } else {
            lines.push_back({'+', oldNumber, newNumber, b[k++]});
        }
    }
    return lines;
}

} // namespace bramble
