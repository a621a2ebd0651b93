// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/typical_times.h"

#include <algorithm>
#include <array>

namespace bramble {

namespace {

struct Usual
{
    qint64 typicalMs = 0;
    qint64 stallMs = 0;
};

// By stage, from Off to Running (reference: ux 5.9).
constexpr std::array usual{Usual{0, 0}, Usual{1'000, 60'000}, Usual{1'000, 15'000}, Usual{2'000, 30'000}, Usual{2'000, 30'000},
                           Usual{4'000, 30'000}, Usual{8'000, 40'000}, Usual{2'000, 30'000}, Usual{30'000, 60'000}, Usual{0, 0}};
static_assert(usual.size() == size_t(Stage::Running) + 1);

} // namespace

bool TypicalTimes::learn(const Timeline &timeline)
{
    const std::vector<Reached> &reached = timeline.reached;
    if (timeline.stage != Stage::Running || reached.size() < 4 || reached.front().stage > Stage::Answered || reached.back().stage != Stage::Running)
        return false;
    // Watched from later on, it has all its first stages in one moment, or none of them.
    Boot boot;
    for (size_t i = 0; i + 1 < reached.size(); ++i) {
        const qint64 took = reached[i + 1].atMs - reached[i].atMs;
        if (took < 0 || took > longest)
            return false;
        boot[reached[i].stage] += took;
    }
    add(timeline.node.model, boot);
    return true;
}

void TypicalTimes::add(PiModel model, const Boot &boot)
{
    QList<Boot> &boots = m_boots[model];
    boots << boot;
    while (boots.size() > kept)
        boots.removeFirst();
}

qint64 TypicalTimes::of(PiModel model, Stage stage) const
{
    const QList<Boot> boots = m_boots.value(model);
    if (boots.isEmpty())
        return usual[size_t(stage)].typicalMs;
    QList<qint64> took;
    for (const Boot &boot : boots)
        took << boot.value(stage, 0);
    std::ranges::sort(took);
    return took[(took.size() - 1) / 2];
}

std::optional<qint64> TypicalTimes::untilRunning(const Timeline &timeline, qint64 nowMs) const
{
    if (timeline.stage == Stage::Off || timeline.stage == Stage::Running)
        return {};
    const PiModel model = timeline.node.model;
    const qint64 inStage = std::max<qint64>(0, nowMs - timeline.stageSinceMs);
    qint64 left = std::max<qint64>(0, of(model, timeline.stage) - inStage);
    for (int s = int(timeline.stage) + 1; s < int(Stage::Running); ++s)
        left += of(model, Stage(s));
    return left;
}

qint64 stallLimit(Stage stage)
{
    return usual[size_t(stage)].stallMs;
}

} // namespace bramble
