// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/hosts.h"

#include <QList>

namespace bramble {

using namespace Qt::StringLiterals;

QByteArray hostsWith(QByteArrayView imageHosts, const QString &name)
{
    QByteArray text;
    bool loopback = false;
    QByteArrayList lines = imageHosts.toByteArray().split('\n');
    while (!lines.isEmpty() && lines.constLast().trimmed().isEmpty())
        lines.removeLast();
    for (const QByteArray &line : std::as_const(lines)) {
        const QByteArray address = line.simplified().split(' ').constFirst();
        loopback = loopback || address == "127.0.0.1";
        if (address != "127.0.1.1")
            text += line + "\n"_ba;
    }
    if (!loopback)
        text = "127.0.0.1\tlocalhost\n"_ba + text;
    return text + "127.0.1.1\t"_ba + name.toUtf8() + "\n"_ba;
}

} // namespace bramble
