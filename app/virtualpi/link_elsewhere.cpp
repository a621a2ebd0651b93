// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/link.h"

namespace bramble {

using namespace Qt::StringLiterals;

// Raw frames and an interface of one's own need Linux.
Result<std::unique_ptr<Link>> openLink(const QString &interface, std::optional<MacAddress>)
{
    return fail(ErrorKind::PiInterface, interface, u"not-linux"_s);
}

} // namespace bramble
