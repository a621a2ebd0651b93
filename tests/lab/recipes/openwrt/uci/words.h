// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <istream>
#include <string>
#include <vector>

/// The language of the settings files and of `uci batch`.
namespace uci {

using Text = std::string;
using Texts = std::vector<Text>;

Text quoted(const Text &value);
bool isName(const Text &name, bool package = false);
bool isText(const Text &value);

/// The words of a line, or of several where a quote is open at its end. '…' is literal, "…" and bare text know the backslash,
/// '#' begins a comment, ';' another command.
class Words
{
public:
    explicit Words(std::istream &in) : m_in(in) { }

    /// False at the end of the input. A ';' ends the line, the next call goes on behind it.
    bool line(Texts &words);

private:
    bool fetch();
    Text word();

    std::istream &m_in;
    Text m_line;
    size_t m_at = 0;
};

} // namespace uci
