// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// POSIX ACLs of Linux (the value of system.posix_acl_*) as the text that tar carries.

#include <QByteArray>

#include <optional>

namespace bramble {

/// value: version 2 of the kernel's interface (linux/posix_acl_xattr.h), little endian.
/// "user::rw-,user:33:r--,group::r--,mask::r--,other::---", or nothing where the value is malformed.
std::optional<QByteArray> aclText(QByteArrayView value);

} // namespace bramble
