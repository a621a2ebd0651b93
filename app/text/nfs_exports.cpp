// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/nfs_exports.h"

#include <QCryptographicHash>

namespace bramble {

using namespace Qt::StringLiterals;

QByteArray exportId(const QString &path)
{
    return QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha256).toHex().first(32);
}

QByteArray renderExports(const ServerLayout &layout, const QMap<QString, Ipv4> &addresses)
{
    QByteArray text = "# Written by Brambleboot when a node fetches its boot files.\n"_ba;
    for (const auto &[node, address] : addresses.asKeyValueRange())
        for (const QString &folder : {layout.rootFolder(node), layout.bootFolder(node)})
            text += folder.toUtf8() + " "_ba + address.toString().toLatin1()
                + "(rw,sync,no_subtree_check,no_root_squash,fsid="_ba + exportId(folder) + ")\n"_ba;
    return text;
}

} // namespace bramble
