// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/password_hash.h"

namespace bramble {

using namespace Qt::StringLiterals;

Result<QByteArray> hashPassword(const Secret & /*password*/)
{
    return fail(ErrorKind::NodePasswordUnfit, {}, u"yescrypt"_s);
}

} // namespace bramble
