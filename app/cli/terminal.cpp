// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include "host/console.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

void put(FILE *to, const QString &text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, size_t(bytes.size()), to);
    std::fflush(to);
}

} // namespace

Terminal::Terminal(bool json)
    : m_json(json)
    , m_interactive(!json && consoleCanAnswer())
    , m_terminal(!json && consoleIsTerminal())
{
}

void Terminal::clearBar()
{
    if (m_barShown)
        put(stdout, u"\r\x1b[K"_s);
    m_barShown = false;
}

void Terminal::line(const QString &text)
{
    if (m_json)
        return;
    clearBar();
    put(stdout, text + u'\n');
}

void Terminal::object(const QJsonObject &object)
{
    if (m_json)
        put(stdout, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)) + u'\n');
}

void Terminal::bar(const QString &label, double fraction)
{
    if (!m_terminal)
        return;
    constexpr int width = 30;
    const int full = int(std::clamp(fraction, 0.0, 1.0) * width + 0.5);
    put(stdout, u"\r\x1b[K["_s + QString(full, u'#') + QString(width - full, u'-') + u"] "_s + label);
    m_barShown = true;
}

void Terminal::error(const Error &error)
{
    clearBar();
    if (m_json)
        object({{u"error"_s, toJson(error)}});
    else
        put(stderr, paragraph(error) + u'\n');
}

std::optional<bool> Terminal::ask(const QString &question)
{
    if (!m_interactive)
        return {};
    clearBar();
    const std::optional<QByteArray> answer = consoleAsk(question.toUtf8() + " ", true);
    if (!answer)
        return {};
    return answer->trimmed().toLower() == "yes";
}

std::optional<Secret> Terminal::askSecret(const QString &question)
{
    if (!m_interactive)
        return {};
    clearBar();
    std::optional<QByteArray> answer = consoleAsk(question.toUtf8() + " ", false);
    if (!answer)
        return {};
    return Secret(*std::move(answer));
}

QJsonObject toJson(const Error &error)
{
    const ErrorWords said = words(error);
    return {{u"id"_s, said.id}, {u"what"_s, said.what}, {u"why"_s, said.why}, {u"todo"_s, said.todo},
            {u"subject"_s, error.subject}, {u"detail"_s, error.detail}, {u"exitCode"_s, exitCode(error.kind)}};
}

} // namespace bramble
