// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/password_hash.h"

#include <crypt.h>
#include <cstring>

#include <memory>

namespace bramble {

using namespace Qt::StringLiterals;

Result<QByteArray> hashPassword(const Secret &password)
{
    const QByteArray &text = password.reveal();
    if (text.isEmpty() || text.size() > CRYPT_MAX_PASSPHRASE_SIZE || text.contains('\n') || text.contains('\0'))
        return fail(ErrorKind::NodePasswordUnfit);
    char setting[CRYPT_GENSALT_OUTPUT_SIZE] = {};
    // No bytes handed over: libxcrypt takes them from the operating system. Cost 0 is its default.
    if (!crypt_gensalt_rn("$y$", 0, nullptr, 0, setting, sizeof setting))
        return fail(ErrorKind::NodePasswordUnfit, {}, u"yescrypt"_s);
    const auto data = std::make_unique<crypt_data>();
    const char *hash = crypt_rn(text.constData(), setting, data.get(), int(sizeof(crypt_data)));
    const QByteArray result(hash);
    explicit_bzero(data.get(), sizeof(crypt_data));
    if (!result.startsWith("$y$") || result.contains(':'))
        return fail(ErrorKind::NodePasswordUnfit, {}, u"yescrypt"_s);
    return result;
}

} // namespace bramble
