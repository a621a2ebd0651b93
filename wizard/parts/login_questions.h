// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/error_card.h"
#include "steps/login.h"

class QLineEdit;

namespace bramble {

/// What a login may want to know, asked where it failed: whether the host key is right, another key, a passphrase, a password.
class LoginQuestions : public ErrorCard
{
    Q_OBJECT

public:
    /// name: of whom it is, in front of the names of its parts. trust: on the button that accepts a host key.
    LoginQuestions(const QString &name, const QString &trust, QWidget *parent = nullptr);

    /// Shows why the last try failed, and what can be answered to it. Nothing: no question.
    void ask(const std::optional<Error> &error);
    const Login &login() const { return m_login; }
    void forget() { m_login = {}; }
    /// What is of this machine alone; a key may be good for others, too.
    void forgetMachine();

Q_SIGNALS:
    void answered(); ///< login() holds one answer more
    void again(); ///< the same once more

private:
    void buildSecret(const QString &name);
    void answer();
    void trust();
    void chooseKey();

    Login m_login;
    QPushButton *m_trust;
    QPushButton *m_key;
    QPushButton *m_retry;
    QWidget *m_secretRow;
    Text *m_secretLabel;
    QLineEdit *m_secret;
    QPushButton *m_secretOk;
};

} // namespace bramble
