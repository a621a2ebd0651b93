// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/fstab.h"

#include <QList>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

bool isDropped(const QByteArray &line)
{
    const QByteArrayList fields = line.simplified().split(' ');
    if (fields.size() < 3 || fields[0].startsWith('#'))
        return false;
    return fields[1] == "/" || fields[1] == "/boot" || fields[1].startsWith("/boot/") || fields[2] == "swap";
}

} // namespace

QByteArray nfsFstab(QByteArrayView imageFstab, Ipv4 server, const QString &bootExportPath)
{
    QByteArray text;
    QByteArrayList lines = imageFstab.toByteArray().split('\n');
    while (!lines.isEmpty() && lines.constLast().trimmed().isEmpty())
        lines.removeLast();
    for (const QByteArray &line : std::as_const(lines))
        if (!isDropped(line))
            text += line + "\n"_ba;
    text += server.toString().toLatin1() + ":"_ba + bootExportPath.toUtf8()
        + " /boot/firmware nfs defaults,vers=3,nolock,nofail,_netdev 0 0\n"_ba;
    return text;
}

} // namespace bramble
