// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cause_lines.h"

#include "words/words.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bramble {

using namespace Qt::StringLiterals;

QString causeLines(const Diagnosis &diagnosis, const Timeline &timeline)
{
    const CauseWords said = words(diagnosis, timeline);
    QStringList lines{u"    %1 [%2, %3]"_s.arg(said.sentence, causeId(diagnosis.cause), words(diagnosis.confidence))};
    for (const Sign &sign : diagnosis.evidence)
        if (!sign.said.isEmpty())
            lines << (sign.count > 1 ? u"      | %1 (x %2)"_s.arg(sign.said).arg(sign.count) : u"      | "_s + sign.said);
    lines << u"    "_s + said.todo;
    if (isOurs(diagnosis.fix))
        lines << u"    "_s + QCoreApplication::translate("CommandLine", "This does it: %1").arg(u"bramble mend "_s + timeline.node.name);
    return lines.join(u'\n');
}

void addCause(QJsonObject &object, const Diagnosis &diagnosis, const Timeline &timeline)
{
    QJsonArray evidence;
    for (const Sign &sign : diagnosis.evidence)
        evidence.append(QJsonObject{{u"sign"_s, signId(sign.kind)}, {u"said"_s, sign.said}, {u"firstMs"_s, sign.firstMs}, {u"lastMs"_s, sign.lastMs},
                                    {u"count"_s, sign.count}});
    const CauseWords said = words(diagnosis, timeline);
    object[u"cause"_s] = causeId(diagnosis.cause);
    object[u"detail"_s] = diagnosis.detail;
    object[u"confidence"_s] = confidenceId(diagnosis.confidence);
    object[u"why"_s] = said.sentence;
    object[u"todo"_s] = said.todo;
    object[u"fix"_s] = QJsonObject{{u"id"_s, fixId(diagnosis.fix)}, {u"ours"_s, isOurs(diagnosis.fix)}, {u"title"_s, words(diagnosis.fix).title}};
    object[u"evidence"_s] = evidence;
}

} // namespace bramble
