// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/config_txt.h"

#include <QList>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

template<typename Take>
void forEachLine(QByteArrayView config, Take take)
{
    bool counts = true;
    for (const QByteArray &raw : config.toByteArray().split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.startsWith('['))
            counts = line != "[tryboot]";
        else if (counts && !line.startsWith('#'))
            take(line);
    }
}

} // namespace

QByteArray configValue(QByteArrayView config, QByteArrayView key)
{
    QByteArray value;
    forEachLine(config, [&](const QByteArray &line) {
        const qsizetype equals = line.indexOf('=');
        if (equals > 0 && QByteArrayView(line).first(equals).trimmed() == key)
            value = line.sliced(equals + 1).trimmed();
    });
    return value;
}

QByteArray configInitramfs(QByteArrayView config)
{
    QByteArray value;
    forEachLine(config, [&](const QByteArray &line) {
        if (line.startsWith("initramfs "))
            value = line.simplified().split(' ').value(1);
    });
    return value;
}

QByteArray netbootConfig(QByteArrayView imageConfig)
{
    const QByteArray text = imageConfig.toByteArray();
    QByteArray section = "[all]"_ba;
    for (const QByteArray &raw : text.split('\n')) {
        const QByteArray line = raw.trimmed();
        if (line.startsWith('['))
            section = line;
        else if (section == "[all]" && (line == "dtparam=sd_poll_once" || line == "dtparam=sd_poll_once=on"))
            return text;
    }
    QByteArray result = text;
    if (!result.isEmpty() && !result.endsWith('\n'))
        result += '\n';
    // A section of one board may be the last one: what comes after it would hold for that board only.
    if (section != "[all]")
        result += "\n[all]\n"_ba;
    return result + "dtparam=sd_poll_once\n"_ba;
}

} // namespace bramble
