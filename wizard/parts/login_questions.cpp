// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/login_questions.h"

#include "parts/text.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

LoginQuestions::LoginQuestions(const QString &name, const QString &trustText, QWidget *parent) : ErrorCard(parent)
{
    m_trust = addButton(trustText, name + "Trust"_L1);
    m_key = addButton(tr("Use another key…"), name + "Key"_L1);
    m_retry = addButton(tr("Try again"), name + "Retry"_L1);
    buildSecret(name);
    connect(m_trust, &QPushButton::clicked, this, &LoginQuestions::trust);
    connect(m_key, &QPushButton::clicked, this, &LoginQuestions::chooseKey);
    connect(m_retry, &QPushButton::clicked, this, &LoginQuestions::again);
}

void LoginQuestions::buildSecret(const QString &name)
{
    m_secretRow = new QWidget;
    auto *line = new QHBoxLayout(m_secretRow);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(unit(this));
    m_secretLabel = new Text(Text::Rank::Body);
    m_secretLabel->setWordWrap(false);
    m_secret = new QLineEdit;
    m_secret->setObjectName(name + "Secret"_L1);
    m_secret->setEchoMode(QLineEdit::Password);
    m_secretLabel->setBuddy(m_secret);
    m_secretOk = new QPushButton(tr("Log in"));
    m_secretOk->setObjectName(name + "SecretOk"_L1);
    line->addWidget(m_secretLabel);
    line->addWidget(m_secret, 1);
    line->addWidget(m_secretOk);
    m_secretRow->setVisible(false);
    rows()->insertWidget(1, m_secretRow);
    connect(m_secret, &QLineEdit::returnPressed, this, &LoginQuestions::answer);
    connect(m_secretOk, &QPushButton::clicked, this, &LoginQuestions::answer);
}

void LoginQuestions::forgetMachine()
{
    m_login.password = {};
    m_login.sudoPassword = {};
    m_login.acceptedFingerprint.clear();
}

void LoginQuestions::trust()
{
    if (!error())
        return;
    m_login.acceptedFingerprint = error()->subject;
    Q_EMIT answered();
}

void LoginQuestions::answer()
{
    if (!error() || m_secret->text().isEmpty())
        return;
    const Error asked = *error();
    const Secret secret(m_secret->text().toUtf8());
    m_secret->clear();
    if (asked.kind == ErrorKind::SshPassphraseNeeded || asked.kind == ErrorKind::SshPassphraseWrong) {
        m_login.passphrase = secret;
        m_login.identityFile = asked.subject;
    } else if (asked.kind == ErrorKind::SudoPasswordNeeded || asked.kind == ErrorKind::SudoPasswordWrong) {
        m_login.sudoPassword = secret;
    } else {
        m_login.password = secret;
    }
    Q_EMIT answered();
}

void LoginQuestions::chooseKey()
{
    auto *dialog = new QFileDialog(this, tr("Choose a private SSH key"), QDir::homePath() + u"/.ssh"_s);
    dialog->setObjectName(u"keyDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setFilter(QDir::Files | QDir::Hidden | QDir::AllDirs | QDir::NoDotAndDotDot);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        m_login.identityFile = file;
        m_login.passphrase = {};
        Q_EMIT answered();
    });
    dialog->open();
}

void LoginQuestions::ask(const std::optional<Error> &error)
{
    using enum ErrorKind;
    const auto is = [&error](std::initializer_list<ErrorKind> kinds) { return error && std::ranges::contains(kinds, error->kind); };
    const bool wasAsking = m_secretRow->isVisibleTo(this);
    const bool wantsSecret = is({SshDenied, SshPassphraseNeeded, SshPassphraseWrong, SudoPasswordNeeded, SudoPasswordWrong});
    m_trust->setVisible(is({SshHostKeyUnknown}));
    m_key->setVisible(is({SshDenied, SshPassphraseNeeded, SshPassphraseWrong, SshKeyUnreadable}));
    m_retry->setVisible(error && !wantsSecret && !is({SshHostKeyUnknown, SshHostKeyChanged, InvalidAddress}));
    m_secretRow->setVisible(wantsSecret);
    if (wantsSecret)
        m_secretLabel->say(is({SshDenied})                                     ? tr("Password")
                               : is({SshPassphraseNeeded, SshPassphraseWrong}) ? tr("Passphrase of the key")
                                                                               : tr("Password for sudo"));
    m_secret->setAccessibleName(m_secretLabel->text());
    show(error, is({SshHostKeyUnknown, SshDenied, SshPassphraseNeeded, SudoPasswordNeeded}) ? Status::Warning : Status::Bad);
    if (wantsSecret && !wasAsking)
        m_secret->setFocus();
}

} // namespace bramble
