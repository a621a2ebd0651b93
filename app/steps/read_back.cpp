// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/read_back.h"

#include <QCryptographicHash>

namespace bramble {

using namespace Qt::StringLiterals;

QByteArray sha256Of(const QByteArray &content)
{
    return QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex();
}

QByteArray asLaid(const TreeFile &file)
{
    const QByteArray access = QByteArray::number(file.mode & 07777, 8) + ' ' + QByteArray::number(file.uid) + ' ' + QByteArray::number(file.gid);
    switch (file.type) {
    case TreeFile::Type::Symlink: return "link "_ba + file.content;
    case TreeFile::Type::Folder: return "folder "_ba + access;
    case TreeFile::Type::File: return "file "_ba + access + ' ' + sha256Of(file.content);
    }
    return {};
}

} // namespace bramble
