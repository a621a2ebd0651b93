// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/typical_store.h"

#include "host/host.h"
#include "text/typical_json.h"

#include <QStandardPaths>

namespace bramble {

using namespace Qt::StringLiterals;

TypicalStore::TypicalStore(QString file)
    : m_file(file.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/brambleboot/boot-times.json"_s : std::move(file))
{
    constexpr qint64 limit = 1024 * 1024;
    if (const Result<QByteArray> kept = readFile(m_file, limit))
        m_times = parseTypical(*kept);
}

void TypicalStore::take(const WatchNews &news)
{
    bool learnt = false;
    for (const Timeline &timeline : news.timelines) {
        const auto before = m_stages.constFind(timeline.node.name);
        // That it runs was noticed when it was asked: of a boot that was over by then, nobody knows how long the end took.
        const bool wasWatched = before != m_stages.cend() && *before < Stage::Running && timeline.bootSinceMs >= news.sinceMs;
        if (timeline.stage == Stage::Running && wasWatched)
            learnt = m_times.learn(timeline) || learnt;
        m_stages[timeline.node.name] = timeline.stage;
    }
    if (learnt)
        static_cast<void>(writeFile(m_file, typicalJson(m_times)));
}

} // namespace bramble
