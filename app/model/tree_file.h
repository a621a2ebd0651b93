// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace bramble {

/// One file that is laid over a system tree or a boot folder.
struct TreeFile
{
    enum class Type { File, Folder, Symlink };

    QString path; ///< relative to the tree, without a leading slash
    Type type = Type::File;
    quint32 mode = 0644; ///< permission bits
    quint32 uid = 0;
    quint32 gid = 0;
    QByteArray content; ///< of a file; target of a symlink

    bool operator==(const TreeFile &) const = default;
};

} // namespace bramble
