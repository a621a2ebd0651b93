// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/private_key.h"

#include <QFile>

#include <algorithm>
#include <cstring>

namespace bramble {

namespace {

struct Asked
{
    const QByteArray *passphrase;
    bool asked = false;
};

/// Called only for an encrypted key, whatever its format: that is how we learn that it is.
int answerPassphrase(const char *, char *buffer, size_t size, int, int, void *data)
{
    auto *question = static_cast<Asked *>(data);
    question->asked = true;
    const auto length = static_cast<size_t>(question->passphrase->size());
    if (length == 0 || length >= size)
        return -1;
    std::memcpy(buffer, question->passphrase->constData(), length);
    buffer[length] = '\0';
    return 0;
}

} // namespace

Result<SshKey> readPrivateKey(const QString &file, const Secret &passphrase)
{
    Asked question{&passphrase.reveal()};
    ssh_key key = nullptr;
    const int answer
        = ssh_pki_import_privkey_file(QFile::encodeName(file).constData(), nullptr, answerPassphrase, &question, &key);
    if (answer == SSH_OK && key)
        return SshKey(key);
    if (question.asked)
        return fail(passphrase.isEmpty() ? ErrorKind::SshPassphraseNeeded : ErrorKind::SshPassphraseWrong, file);
    return fail(ErrorKind::SshKeyUnreadable, file);
}

} // namespace bramble
