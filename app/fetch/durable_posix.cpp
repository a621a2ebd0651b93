// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/durable.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

namespace bramble {

bool makeDurable(QFileDevice &file)
{
    return file.flush() && ::fsync(file.handle()) == 0;
}

void makeDurable(const QString &folder)
{
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (handle < 0)
        return;
    ::fsync(handle);
    ::close(handle);
}

} // namespace bramble
