// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/ssh_banner.h"

#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

std::optional<SshBanner> parseSshBanner(QByteArrayView line)
{
    static const QRegularExpression shape(u"\\ASSH-(?:2\\.0|1\\.99)-([\\x21-\\x2c\\x2e-\\x7e]+)(?: ([\\x20-\\x7e]*))?\\z"_s);
    const auto match = shape.match(QString::fromLatin1(line.first(std::min<qsizetype>(line.size(), 255)).trimmed()));
    if (!match.hasMatch())
        return {};
    SshBanner banner{match.captured(1), {}};
    for (const auto system : {"Raspbian"_L1, "Debian"_L1, "Ubuntu"_L1})
        if (match.capturedView(2).startsWith(system))
            banner.system = system;
    return banner;
}

} // namespace bramble
