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
/// ("!" would be a locked account). DietPi's own scripts want their user as it is: there a new one is made beside it.
/// withPassword: the field is passwordToCome. Passwords that came with the image, which everybody knows, are gone.
/// Errors: ImageNotForPi (subject: the file) where a file is missing or broken; InvalidUser where the name is a system
/// account's.
Result<Accounts> accountsWith(const ImageFacts &facts, const QString &user, bool withPassword);

/// Stands in the password field until the node is laid, so that a plan, its preview and the tree's id hold no hash and
/// do not change with its salt. As long as it stands there, no password fits.
inline constexpr char passwordToCome[] = "*to-come*";

/// A shadow file with a hash (crypt(5)) where passwordToCome stood.
QByteArray withPasswordHash(const QByteArray &shadow, const QByteArray &hash);

} // namespace bramble
