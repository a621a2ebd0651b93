// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/heard.h"

namespace bramble {

void Heard::take(WatchNews news)
{
    constexpr qsizetype heardLines = 500; // that the panel can show
    constexpr qsizetype perNode = 2000;
    constexpr qint64 recordingLimit = 64 * 1024 * 1024;
    QStringList heard = m_news ? m_news->heard : QStringList();
    heard += news.heard;
    news.heard = heard.size() > heardLines ? heard.last(heardLines) : heard;
    m_histories.resize(news.timelines.size());
    for (NodeEvent &each : news.events) {
        QList<Event> &history = m_histories[each.node];
        history << std::move(each.event);
        if (history.size() > perNode + perNode / 10)
            history.remove(0, history.size() - perNode);
    }
    news.events.clear();
    for (QByteArray &line : news.recorded) {
        m_recordingBytes += line.size();
        m_recording << std::move(line);
    }
    news.recorded.clear();
    while (m_recordingBytes > recordingLimit && !m_recording.isEmpty())
        m_recordingBytes -= m_recording.takeFirst().size();
    m_news = std::move(news);
}

QList<Event> Heard::history(size_t node) const
{
    return node < m_histories.size() ? m_histories[node] : QList<Event>();
}

} // namespace bramble
