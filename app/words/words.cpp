// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

#include "words/error_words.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// In one go, so that a subject that contains "%2" stays what it is.
QString filled(const QString &sentence, const Error &error)
{
    QString out;
    for (qsizetype i = 0; i < sentence.size(); ++i) {
        const QStringView here = QStringView(sentence).sliced(i, qMin(qsizetype(2), sentence.size() - i));
        if (here == u"%1")
            out += error.subject;
        else if (here == u"%2")
            out += error.detail;
        else {
            out += sentence[i];
            continue;
        }
        ++i;
    }
    return out;
}

} // namespace

ErrorWords words(const Error &error)
{
    const Sentences s = sentences(error);
    // Numbers for people have been made of this one already.
    const bool detailTold = error.kind == ErrorKind::ServerNotEnoughSpace || error.kind == ErrorKind::NetNoSpace || error.kind == ErrorKind::RouterFlashFull
        || error.kind == ErrorKind::RouterMemoryShort || s.what.contains("%2"_L1)
        || s.why.contains("%2"_L1) || s.todo.contains("%2"_L1);
    return {.id = errorId(error.kind),
            .what = filled(s.what, error),
            .why = filled(s.why, error),
            .todo = filled(s.todo, error),
            .said = detailTold ? QString() : error.detail.trimmed()};
}

QString paragraph(const Error &error)
{
    const ErrorWords w = words(error);
    QStringList parts{w.what};
    for (const QString &part : {w.why, w.todo})
        if (!part.isEmpty())
            parts << part;
    return parts.join(u' ') + u" ["_s + w.id + u']';
}

} // namespace bramble
