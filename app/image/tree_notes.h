// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What ImageFacts says of both trees, noted down while they go by: an image is decoded once, and what went by is gone.

#include "image/pax.h"
#include "model/image_facts.h"

#include <optional>

namespace bramble {

class TreeNotes
{
public:
    // Paths as in the tar: ./etc/passwd, folders with a '/' at their end.

    /// Whether the content of this file of the root tree should be kept. size: bytes.
    bool wants(const QByteArray &path, qint64 size, quint32 links) const;
    void keep(const QByteArray &path, QByteArray content);
    /// Every member of the root tree, in any order, parents first.
    void saw(const TarEntry &entry);

    /// The same, of the boot partition; path without "./".
    static bool wantsBootFile(const QString &path, qint64 size);
    void keepBootFile(const QString &path, QByteArray content);
    void sawBootFile(const QString &path, qint64 size);

    /// Fills bootFiles, files, existing and system….
    void fill(ImageFacts &facts) const;

private:
    std::optional<QByteArray> resolved(const QByteArray &path) const;
    bool exists(const QByteArray &path) const;

    std::vector<BootFile> m_bootFiles;
    QHash<QString, QByteArray> m_files; ///< of the boot partition
    QHash<QByteArray, QByteArray> m_contents;
    QHash<QByteArray, QByteArray> m_symlinks; ///< path to target
    QHash<QByteArray, QByteArray> m_hardLinks; ///< further name to first name
    std::vector<size_t> m_paths; ///< hashes of all others: who cares whether one in 2^40 images has one too many
    QByteArrayList m_hostKeys;
    size_t m_seed = 0;
};

} // namespace bramble
