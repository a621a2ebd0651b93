// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/look_sections.h"

namespace bramble {

LookSections sectionsOf(QByteArrayView output)
{
    LookSections sections;
    QString name;
    for (const QByteArray &line : output.toByteArray().split('\n')) {
        if (line.startsWith("@@")) {
            name = QString::fromLatin1(line.sliced(2));
            sections.insert(name, {});
        } else if (line.startsWith(' ') && !name.isEmpty()) {
            sections[name] << line.sliced(1);
        }
    }
    return sections;
}

QString firstLine(const LookSections &sections, const QString &name)
{
    return QString::fromUtf8(sections.value(name).value(0)).trimmed();
}

QHash<QString, QString> assignments(const QByteArrayList &lines)
{
    QHash<QString, QString> values;
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line).trimmed();
        QString value = text.section(u'=', 1);
        if (value.size() >= 2 && (value[0] == u'"' || value[0] == u'\'') && value.back() == value[0])
            value = value.sliced(1, value.size() - 2);
        values.insert(text.section(u'=', 0, 0), value);
    }
    return values;
}

} // namespace bramble
