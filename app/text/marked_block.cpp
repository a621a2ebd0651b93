// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/marked_block.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

const QByteArray begin = "# >>> Brambleboot: these lines are its own\n"_ba;
const QByteArray end = "# <<< Brambleboot\n"_ba;
// Ends a last line that had no end; known again by this, so that it goes with the block.
const QByteArray glued = "# >>> Brambleboot: these lines are its own, and the line break before them\n"_ba;

} // namespace

std::optional<QByteArray> withBlock(const QByteArray &text, const QByteArray &block)
{
    const bool wasGlued = text.contains(glued);
    const QByteArray &first = wasGlued ? glued : begin;
    const qsizetype from = text.indexOf(first);
    const qsizetype to = text.indexOf(end);
    if ((from < 0) != (to < 0) || to < from || text.count(end) > 1 || text.count("# >>> Brambleboot"_ba) > 1)
        return {};
    if (from > 0 && text[from - 1] != '\n')
        return {};
    if (from < 0 && block.isEmpty())
        return text;
    if (from < 0) {
        const bool open = !text.isEmpty() && !text.endsWith('\n');
        return text + (open ? "\n"_ba + glued : begin) + block + end;
    }
    const QByteArray rest = text.sliced(to + end.size());
    if (block.isEmpty())
        return text.first(wasGlued ? from - 1 : from) + rest;
    return text.first(from) + first + block + end + rest;
}

} // namespace bramble
