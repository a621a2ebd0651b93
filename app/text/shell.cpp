// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/shell.h"

#include <algorithm>
#include <cstring>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// No '~' (home folder) and no '=' (an assignment when it is the first word): those are quoted.
bool isSafe(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::strchr("_-./:,@%+", c);
}

} // namespace

QByteArray shellQuoted(const QString &word)
{
    QString whole = word;
    whole.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
    QByteArray text = whole.toUtf8();
    if (!text.isEmpty() && std::ranges::all_of(text, isSafe))
        return text;
    text.replace('\'', "'\\''"_ba);
    return "'"_ba + text + "'"_ba;
}

QByteArray shellText(const Command &command)
{
    QByteArray text = shellQuoted(command.program);
    for (const QString &argument : command.arguments)
        text += " "_ba + shellQuoted(argument);
    return text;
}

bool canBeShellText(const Command &command)
{
    const auto clean = [](const QString &word) { return !word.contains(QChar(u'\0')); };
    return !command.program.isEmpty() && clean(command.program) && std::ranges::all_of(command.arguments, clean);
}

} // namespace bramble
