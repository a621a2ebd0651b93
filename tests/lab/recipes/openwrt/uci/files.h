// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "package.h"

#include <ostream>

/// What lies in /etc/config and in the folder of changes that nobody has committed.
namespace uci {

struct Settings
{
    Text config = "/etc/config", saved = "/tmp/.uci", delimiter = " ";
    bool quiet = false, extended = true, names = true;
};
extern Settings settings;


Texts filesIn(const Text &folder);
Wrong load(const Text &name, Package &package);
void save(const Package &package);
void write(std::ostream &out, const Package &package, bool header, bool names);
Wrong commit(Package &package);

} // namespace uci
