// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image_facts.h"
#include "model/result.h"

#include <QByteArray>

namespace bramble {

/// /etc/passwd, shadow, group and gshadow of an image with the asked-for user in them.
struct Accounts
{
    QByteArray passwd;
    QByteArray shadow;
    QByteArray group;
    QByteArray gshadow; ///< empty where the image has none
    quint32 uid = 1000;
    quint32 gid = 1000;
    QString home; ///< absolute
    QString oldHome; ///< where the image's user, renamed by this, had its home; empty: no such user, or the name stays

    bool operator==(const Accounts &) const = default;
};

/// The image's own user (uid 1000) gets the name, or a new one is made; either way a member of sudo, adm, video and
/// their like, as far as the image has them, and with the password field "*": no password fits, yet sshd takes the keys
/// ("!" would be a locked account). Errors: ImageNotForPi (subject: the file) where a file is missing or broken;
/// InvalidUser where the name is a system account's.
Result<Accounts> accountsWith(const ImageFacts &facts, const QString &user);

} // namespace bramble
