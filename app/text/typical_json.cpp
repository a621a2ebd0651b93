// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/typical_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bramble {

using namespace Qt::StringLiterals;

QByteArray typicalJson(const TypicalTimes &times)
{
    QJsonObject all;
    for (const auto &[model, boots] : times.boots().asKeyValueRange()) {
        QJsonArray list;
        for (const TypicalTimes::Boot &boot : boots) {
            QJsonObject one;
            for (const auto &[stage, ms] : boot.asKeyValueRange())
                one[stageId(stage)] = ms;
            list.append(one);
        }
        all[shortName(model)] = list;
    }
    return QJsonDocument(QJsonObject{{u"boots"_s, all}}).toJson();
}

TypicalTimes parseTypical(QByteArrayView json)
{
    constexpr qsizetype longest = 1024 * 1024;
    TypicalTimes times;
    if (json.size() > longest)
        return times;
    const QJsonObject all = QJsonDocument::fromJson(json.toByteArray()).object().value("boots"_L1).toObject();
    for (auto each = all.begin(); each != all.end(); ++each) {
        const auto model = each.key() == shortName(PiModel::Unknown) ? PiModel::Unknown : parsePiModel(each.key());
        if (!model)
            continue;
        for (const QJsonValue &value : each.value().toArray()) {
            TypicalTimes::Boot boot;
            const QJsonObject one = value.toObject();
            for (int s = int(Stage::Asking); s < int(Stage::Running); ++s) {
                const QJsonValue ms = one.value(stageId(Stage(s)));
                if (ms.isDouble() && ms.toInteger(-1) >= 0 && ms.toInteger() <= TypicalTimes::longest)
                    boot[Stage(s)] = ms.toInteger();
            }
            if (!boot.isEmpty())
                times.add(*model, boot);
        }
    }
    return times;
}

} // namespace bramble
