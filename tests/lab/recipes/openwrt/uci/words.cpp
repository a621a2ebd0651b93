// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words.h"

#include <algorithm>
#include <cctype>

namespace uci {

Text quoted(const Text &value)
{
    Text out = "'";
    for (const char c : value)
        out += c == '\'' ? Text("'\\''") : Text(1, c);
    return out + "'";
}

bool isName(const Text &name, bool package)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [package](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (package && c == '-');
    });
}

bool isText(const Text &value)
{
    return std::all_of(value.begin(), value.end(),
                       [](unsigned char c) { return c >= 32 || c == '\t' || c == '\n' || c == '\r'; });
}

bool Words::line(Texts &words)
{
    words.clear();
    if (m_at >= m_line.size() && !fetch())
        return false;
    while (m_at < m_line.size()) {
        if (std::isspace(static_cast<unsigned char>(m_line[m_at]))) {
            ++m_at;
        } else if (m_line[m_at] == '#') {
            m_at = m_line.size();
        } else if (m_line[m_at] == ';') {
            ++m_at;
            break;
        } else {
            words.push_back(word());
        }
    }
    return true;
}

bool Words::fetch()
{
    m_at = 0;
    m_line.clear();
    if (!std::getline(m_in, m_line))
        return false;
    m_line += '\n';
    return true;
}

Text Words::word()
{
    Text out;
    char quote = 0;
    for (;;) {
        if (m_at >= m_line.size()) {
            if (!quote || !fetch())
                return out;
            continue;
        }
        const char c = m_line[m_at];
        if (quote == 0 && (std::isspace(static_cast<unsigned char>(c)) || c == ';' || c == '#'))
            return out;
        ++m_at;
        if (quote == '\'' ? c == '\'' : quote == '"' ? c == '"' : false)
            quote = 0;
        else if (quote == 0 && (c == '\'' || c == '"'))
            quote = c;
        else if (quote != '\'' && c == '\\') {
            if (m_at < m_line.size() && m_line[m_at] == '\n')
                ++m_at;
            else if (m_at < m_line.size())
                out += m_line[m_at++];
        } else
            out += c;
    }
}

} // namespace uci
