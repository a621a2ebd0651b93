// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// One pasted line, word by word: the part of readPastedNodes that knows what people write.

#include "text/pasted_nodes.h"

#include <optional>

namespace bramble {

enum class PastedField { None, Serial, Mac, Model, Revision, Name };

/// What people and programs call a field: column heads, labels, lines of /proc/cpuinfo.
PastedField pastedField(QStringView label);

/// What a line, or several of them, said.
struct PastedFound
{
    PastedNode node;
    QStringList leftOver{}; ///< words that are neither
    std::optional<Error> error{};

    bool named() const { return node.serial || node.mac; }
    void wrong(ErrorKind kind, const QString &word);
    void take(PastedField field, const QString &value);
};

/// Without quotes and brackets around it.
QString unquoted(QStringView word);
/// "Raspberry Pi 4 Model B Rev 1.1" is what a Pi says of itself.
std::optional<PiModel> pastedModel(const QString &text);
/// A line that somebody typed, or a label.
PastedFound readFreely(QStringView line);
/// A line of a log or a table of neighbours: full of others, so only what is surely a Pi counts, and nothing is wrong.
PastedFound readOverheard(const QString &line);

} // namespace bramble
