// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/uci_text.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

bool isBlank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// The words of each line; a quote that is open at the end of a line goes on in the next. libuci, file.c.
class Reader
{
public:
    explicit Reader(QByteArrayView text) : m_text(text) { }

    int line() const { return m_began; }
    bool isBroken() const { return m_broken; }

    /// False at the end, or where a quote never ends.
    bool next(QByteArrayList &words)
    {
        words.clear();
        if (m_at >= m_text.size())
            return false;
        m_began = m_line;
        while (m_at < m_text.size() && !m_broken) {
            const char c = m_text[m_at];
            if (c == '\n' || c == ';') {
                step();
                return true;
            }
            if (c == '#') {
                while (m_at < m_text.size() && m_text[m_at] != '\n')
                    step();
            } else if (isBlank(c)) {
                step();
            } else {
                words << word();
            }
        }
        return !m_broken;
    }

private:
    char step()
    {
        const char c = m_text[m_at++];
        m_line += c == '\n' ? 1 : 0;
        return c;
    }

    QByteArray word()
    {
        QByteArray out;
        char quote = 0;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            if (!quote && (isBlank(c) || c == ';' || c == '#'))
                return out;
            step();
            if (quote && c == quote)
                quote = 0;
            else if (!quote && (c == '\'' || c == '"'))
                quote = c;
            else if (quote != '\'' && c == '\\')
                escaped(out);
            else
                out += c;
        }
        m_broken = quote != 0;
        return out;
    }

    // Before the end of a line a backslash joins it with the next; anywhere else it makes the next character plain.
    void escaped(QByteArray &out)
    {
        if (m_at >= m_text.size())
            return;
        if (m_text[m_at] == '\r' && m_at + 1 < m_text.size() && m_text[m_at + 1] == '\n')
            step();
        if (const char c = step(); c != '\n')
            out += c;
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_line = 1;
    int m_began = 1;
    bool m_broken = false;
};

bool isWord(const QByteArray &word, QLatin1StringView whole)
{
    return word == QByteArrayView(whole) || (word.size() == 1 && word[0] == whole[0].toLatin1());
}

QByteArray quoted(const QString &value)
{
    QByteArray text = value.toUtf8();
    text.replace('\'', "'\\''");
    return '\'' + text + '\'';
}

// What one line adds; false where it is none of UCI's.
bool take(UciConfig &config, const QByteArrayList &words)
{
    if (isWord(words[0], "package"_L1))
        return words.size() == 2;
    const QString name = QString::fromUtf8(words.value(1));
    if (isWord(words[0], "config"_L1)) {
        const QString own = QString::fromUtf8(words.value(2));
        if (name.isEmpty() || words.size() > 3 || (!own.isEmpty() && !isUciName(own)))
            return false;
        // A second section of the same name goes on with the first.
        if (UciSection *known = own.isEmpty() ? nullptr : config.find(own))
            known->type = name;
        else
            config.sections.push_back({name, own, {}});
        return true;
    }
    const bool isList = isWord(words[0], "list"_L1);
    if ((!isList && !isWord(words[0], "option"_L1)) || config.sections.empty() || !isUciName(name) || words.size() > 3)
        return false;
    std::vector<UciOption> &options = config.sections.back().options;
    const QString value = QString::fromUtf8(words.value(2));
    const auto known = std::ranges::find(options, name, &UciOption::name);
    if (known == options.end()) {
        if (isList || !value.isEmpty())
            options.push_back({name, isList, {value}});
    } else if (isList) {
        known->isList = true;
        known->values << value;
    } else if (value.isEmpty()) {
        options.erase(known);
    } else {
        *known = UciOption{name, false, {value}};
    }
    return true;
}

QLatin1StringView verbOf(UciChange::Verb verb)
{
    switch (verb) {
    case UciChange::Verb::Set: return "set"_L1;
    case UciChange::Verb::AddList: return "add_list"_L1;
    case UciChange::Verb::DelList: return "del_list"_L1;
    case UciChange::Verb::Delete: return "delete"_L1;
    }
    return {};
}

QString pathOf(const UciChange &change)
{
    return change.config + u'.' + change.section + (change.option.isEmpty() ? QString() : u'.' + change.option);
}

} // namespace

Result<UciConfig> parseUci(QByteArrayView text, const QString &name)
{
    UciConfig config{name, {}};
    Reader reader(text);
    QByteArrayList words;
    while (reader.next(words))
        if (!words.isEmpty() && !words[0].isEmpty() && !take(config, words))
            return fail(ErrorKind::ServerAnswerUnreadable, name + u':' + QString::number(reader.line()),
                        QString::fromUtf8(words.join(' ')).left(200));
    if (reader.isBroken())
        return fail(ErrorKind::ServerAnswerUnreadable, name + u':' + QString::number(reader.line()));
    return config;
}

QByteArray renderUci(const UciConfig &config)
{
    QByteArray text;
    for (const UciSection &section : config.sections) {
        text += "\nconfig " + section.type.toUtf8();
        if (!section.name.isEmpty())
            text += ' ' + quoted(section.name);
        text += '\n';
        for (const UciOption &option : section.options)
            for (const QString &value : option.values)
                text += (option.isList ? "\tlist " : "\toption ") + option.name.toUtf8() + ' ' + quoted(value) + '\n';
    }
    return text + '\n';
}

QByteArray uciBatch(const std::vector<UciChange> &changes)
{
    QByteArray text;
    for (const UciChange &change : changes) {
        text += QByteArrayView(verbOf(change.verb)).toByteArray() + ' ' + pathOf(change).toUtf8();
        if (change.verb != UciChange::Verb::Delete)
            text += '=' + quoted(change.value);
        text += '\n';
    }
    return text;
}

Command uciCommand(const UciChange &change)
{
    const bool hasValue = change.verb != UciChange::Verb::Delete;
    return asRoot(u"uci"_s, {QString(verbOf(change.verb)), hasValue ? pathOf(change) + u'=' + change.value : pathOf(change)});
}

} // namespace bramble
