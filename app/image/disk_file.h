// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// A file read and written at positions, from several threads at once, with holes: what QFile cannot do.

#include "model/result.h"

#include <QString>

#include <memory>

namespace bramble {

class DiskFile
{
public:
    DiskFile(const DiskFile &) = delete;
    DiskFile &operator=(const DiskFile &) = delete;
    ~DiskFile();

    /// Errors: ImageUnreadable.
    static Result<std::shared_ptr<DiskFile>> openForReading(const QString &path);

    /// A new file without a name in the folder: gone with this object, however the program ends. Makes the folder.
    /// Errors: ImageNoDiskSpace, FileUnwritable.
    static Result<std::shared_ptr<DiskFile>> makeNameless(const QString &folder);

    /// Bytes; the size when it was asked for.
    Result<qint64> size() const;

    /// Up to length bytes at offset; fewer only at the end of the file. Errors: ImageUnreadable.
    Result<qint64> readAt(qint64 offset, char *data, qint64 length) const;

    /// Errors: ImageNoDiskSpace, FileUnwritable.
    Result<> writeAt(qint64 offset, const char *data, qint64 length);

private:
    DiskFile(int handle, QString name) : m_handle(handle), m_name(std::move(name)) { }

    int m_handle;
    QString m_name; ///< of the file, or of the folder a nameless one is in
};

} // namespace bramble
