// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/durable.h"

#include <io.h>

namespace bramble {

bool makeDurable(QFileDevice &file)
{
    return file.flush() && ::_commit(file.handle()) == 0;
}

// NTFS keeps a journal of names by itself.
void makeDurable(const QString & /*folder*/) { }

} // namespace bramble
