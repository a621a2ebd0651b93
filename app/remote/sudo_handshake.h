// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/error.h"

#include <QByteArray>
#include <QByteArrayView>

namespace bramble {

/// Keeps the sudo password out of the data. "sudo -S" with the password first on standard input is unsafe: with
/// NOPASSWD or a cached ticket sudo reads nothing, and the password becomes the first line of the file. So the prompt
/// carries a nonce, the password is sent only when that prompt comes back on stderr, and no data before the wrapped
/// script has said READY.
class SudoHandshake
{
public:
    explicit SudoHandshake(const QByteArray &nonce);

    /// Bytes of the server's stdout and stderr in, the command's own bytes out (none before READY).
    QByteArray feedOut(QByteArrayView block);
    QByteArray feedErr(QByteArrayView block);

    bool isReady() const { return m_outReady || m_errReady; }
    /// How often the password was asked for; the second time means that the first answer was wrong.
    int prompts() const { return m_prompts; }

    /// Why it ended before READY: SudoMissing, SudoPasswordNeeded, SudoPasswordWrong or SudoNotAllowed, with what sudo
    /// said.
    Error failure() const;

private:
    QByteArray m_prompt;
    QByteArray m_ready;
    QByteArray m_missing;
    QByteArray m_out;
    QByteArray m_err;
    bool m_outReady = false;
    bool m_errReady = false;
    int m_prompts = 0;
};

} // namespace bramble
