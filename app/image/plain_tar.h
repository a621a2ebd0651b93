// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/byte_source.h"

#include <memory>

namespace bramble {

/// A tar of ours for a receiver that knows less: BusyBox passes over pax headers, so long names would be cut, and it has neither sparse
/// files nor attributes nor ACLs. Long names become GNU's, holes become zeros, attributes and ACLs are left out: a Pi would not see them over
/// NFS version 3 anyway, which has none. Errors: those of the source; ImageCorrupt where it is no tar of ours.
std::unique_ptr<ByteSource> plainTar(std::shared_ptr<ByteSource> pax);

} // namespace bramble
