// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/line_splitter.h"

#include <utility>

namespace bramble {

QList<QByteArray> LineSplitter::feed(QByteArrayView block)
{
    QList<QByteArray> lines;
    while (!block.isEmpty()) {
        const qsizetype room = longest - m_rest.size();
        const qsizetype at = block.first(std::min(block.size(), room)).indexOf('\n');
        const qsizetype taken = at >= 0 ? at : std::min(block.size(), room);
        m_rest.append(block.first(taken));
        block.slice(at >= 0 ? at + 1 : taken);
        if (at >= 0 && m_rest.endsWith('\r'))
            m_rest.chop(1);
        if (at >= 0 || m_rest.size() >= longest)
            lines.append(std::exchange(m_rest, {}));
    }
    return lines;
}

QList<QByteArray> LineSplitter::finish()
{
    if (m_rest.isEmpty())
        return {};
    return {std::exchange(m_rest, {})};
}

} // namespace bramble
