// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "words/symptoms.h"

#include <QCoreApplication>

namespace bramble {

using namespace Qt::StringLiterals;

int symptomCommand(const Arguments &arguments, const TerminalPtr &terminal)
{
    for (const Symptom &symptom : symptomsLike(arguments.positional.value(0))) {
        terminal->object({{u"id"_s, symptom.id}, {u"seen"_s, symptom.seen}, {u"means"_s, symptom.means}, {u"todo"_s, symptom.todo}, {u"tested"_s, false}});
        terminal->line(u"%1\n    %2\n    %3"_s.arg(symptom.seen, symptom.means, symptom.todo));
    }
    terminal->line(QCoreApplication::translate("CommandLine", "From Raspberry Pi's documentation and from reports; not tested on a board by us."));
    return 0;
}

} // namespace bramble
