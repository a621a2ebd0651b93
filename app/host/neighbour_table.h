// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/command.h"

namespace bramble {

/// Where this system tells who its neighbours are: a file, or else what a command prints.
struct NeighbourTable
{
    QString file;
    Command command;
};

NeighbourTable neighbourTable();

} // namespace bramble
