// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/nfs_conf.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

int nfsThreads(qsizetype nodes, int processors)
{
    if (nodes <= 8)
        return 0;
    const int least = nodes > 120 ? 64 : nodes > 40 ? 32 : 16;
    return std::max(least, 4 * processors);
}

QByteArray renderNfsConf(int threads, quint16 port)
{
    QByteArray text;
    if (threads > 0)
        text += "\n[nfsd]\nthreads="_ba + QByteArray::number(threads) + '\n';
    if (port != 0)
        text += "\n# A firewall can let in only what has a fixed number.\n[mountd]\nport="_ba + QByteArray::number(port) + '\n';
    return text.isEmpty() ? text : "# Written by Brambleboot; changed by hand it is asked about before it is written again.\n"_ba + text;
}

} // namespace bramble
