// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/sudo_handshake.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// A login script may talk for long before sudo runs; the markers are at most some 30 bytes.
constexpr qsizetype mostKept = 64 * 1024;
constexpr qsizetype longestMarker = 64;

/// What follows marker in text; text is emptied then.
bool takeAfter(QByteArray &text, const QByteArray &marker, QByteArray &rest)
{
    const qsizetype at = text.indexOf(marker);
    if (at < 0)
        return false;
    rest = text.sliced(at + marker.size());
    text.truncate(at);
    return true;
}

/// Forgets what can hold no marker any more.
void shorten(QByteArray &text)
{
    if (text.size() > mostKept)
        text.remove(0, text.size() - longestMarker);
}

} // namespace

SudoHandshake::SudoHandshake(const QByteArray &nonce)
    : m_prompt("PW"_ba + nonce + ':'), m_ready("READY"_ba + nonce + '\n'), m_missing("NOSUDO"_ba + nonce)
{ }

QByteArray SudoHandshake::feedOut(QByteArrayView block)
{
    if (m_outReady)
        return block.toByteArray();
    m_out.append(block);
    QByteArray rest;
    m_outReady = takeAfter(m_out, m_ready, rest);
    shorten(m_out);
    return rest;
}

QByteArray SudoHandshake::feedErr(QByteArrayView block)
{
    if (m_errReady)
        return block.toByteArray();
    m_err.append(block);
    QByteArray rest;
    m_errReady = takeAfter(m_err, m_ready, rest); // first: what follows is the command's own, whatever it looks like
    for (qsizetype at = m_err.indexOf(m_prompt); at >= 0; at = m_err.indexOf(m_prompt)) {
        m_err.remove(at, m_prompt.size());
        ++m_prompts;
    }
    shorten(m_err);
    return rest;
}

Error SudoHandshake::failure() const
{
    if (m_err.contains(m_missing))
        return {ErrorKind::SudoMissing, {}, {}};
    const QString said = QString::fromUtf8(m_err).trimmed();
    // English, since sudo runs with LC_ALL=C (plugins/sudoers/auth/sudo_auth.c, src/tgetpass.c,
    // plugins/sudoers/check.c)
    if (m_prompts > 1 || m_err.contains("incorrect password attempt"))
        return {ErrorKind::SudoPasswordWrong, {}, said};
    if (m_err.contains("password is required") || m_err.contains("no password was provided"))
        return {ErrorKind::SudoPasswordNeeded, {}, said};
    return {ErrorKind::SudoNotAllowed, {}, said};
}

} // namespace bramble
