// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnose.h"

#include "diagnosis/rule.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

bool matches(const Need &need, const Sign &sign)
{
    if (need.kind != sign.kind)
        return false;
    if (need.detail.isEmpty())
        return true;
    const QLatin1StringView text = need.detail.sliced(1);
    switch (need.detail.front().toLatin1()) {
    case '=': return sign.detail == text;
    case '^': return sign.detail.startsWith(text);
    case '$': return sign.detail.endsWith(text);
    default: return sign.detail.contains(text);
    }
}

bool concerns(Boards boards, PiModel model)
{
    const BootRom rom = bootRom(model);
    switch (boards) {
    case Boards::All: return true;
    case Boards::Rom: return rom == BootRom::Bcm2837;
    case Boards::Rom3B: return model == PiModel::Pi3B || model == PiModel::Pi2B || model == PiModel::Cm3;
    case Boards::Rom3BPlus: return rom == BootRom::Bcm2837 && !concerns(Boards::Rom3B, model);
    case Boards::NotRom: return rom != BootRom::Bcm2837;
    case Boards::Eeprom: return rom == BootRom::Bcm2711 || rom == BootRom::Bcm2712;
    case Boards::Pi5: return rom == BootRom::Bcm2712;
    }
    return false;
}

// What was noticed of the server long before this boot is not why it hangs, but for what lasts until the opposite is heard.
bool isOfThisBoot(const Sign &sign, const Case &c)
{
    constexpr qint64 before = 60'000;
    constexpr qint64 restartMs = 10'000; // takes a moment, and is no stop
    if (sign.kind == SignKind::ServerStopped && c.situation.nowMs - sign.lastMs < restartMs)
        return false;
    const bool lasts = sign.kind == SignKind::ServerStopped || sign.kind == SignKind::NfsStopped || sign.kind == SignKind::ServerPortTaken
        || sign.kind == SignKind::ServerSettingsBad;
    const qint64 begin = c.timeline.bootSinceMs != 0 ? c.timeline.bootSinceMs : c.situation.sinceMs;
    return lasts || sign.lastMs >= begin - before;
}

const Sign *among(const Signs *signs, const Need &need)
{
    if (!signs)
        return nullptr;
    const auto it = std::ranges::find_if(*signs, [&need](const Sign &sign) { return matches(need, sign); });
    return it == signs->end() ? nullptr : &*it;
}

std::optional<Diagnosis> judged(const Rule &rule, const Case &c)
{
    if (c.stage < rule.from || c.stage > rule.to || !concerns(rule.boards, c.timeline.node.model))
        return {};
    const qint64 waited = rule.patience.clock == Patience::Clock::Silence ? c.silenceMs : c.inStageMs;
    if (waited <= qint64(rule.patience.seconds) * 1000)
        return {};
    Diagnosis diagnosis{rule.cause, {}, rule.confidence, rule.fix, {}};
    for (const auto &need : rule.needs) {
        if (!need)
            continue;
        const Sign *sign = c.sign(*need);
        if (!sign)
            return {};
        diagnosis.evidence.push_back(*sign);
    }
    if (rule.proof) {
        const Sign *sign = rule.proof(c);
        if (!sign)
            return {};
        diagnosis.evidence.push_back(*sign);
    }
    for (const auto &kind : rule.without)
        if (kind && c.sign({*kind}))
            return {};
    if (rule.also && !rule.also(c))
        return {};
    if (!diagnosis.evidence.empty())
        diagnosis.detail = diagnosis.evidence.front().detail;
    else if (!c.timeline.lastSaid.isEmpty()) // a silence is proved by what came last
        diagnosis.evidence.push_back({SignKind::Asked, {}, c.timeline.lastSaid, c.timeline.lastSignMs, c.timeline.lastSignMs, 1});
    if (rule.detail)
        diagnosis.detail = rule.detail(c);
    return diagnosis;
}

} // namespace

const Sign *Case::sign(const Need &need) const
{
    if (const Sign *own = among(&timeline.signs, need))
        return own;
    if (const Sign *found = among(look, need))
        return found;
    if (const Sign *noticed = among(situation.server, need); noticed && isOfThisBoot(*noticed, *this))
        return noticed;
    return situation.look ? among(&situation.look->server, need) : nullptr;
}

std::optional<Diagnosis> diagnose(const Timeline &timeline, const Situation &situation)
{
    const Signs *look = nullptr;
    if (situation.look)
        if (const auto it = situation.look->nodes.constFind(timeline.node.folder()); it != situation.look->nodes.cend())
            look = &*it;
    const Case c{timeline, situation, look, situation.nowMs - std::max(timeline.lastSignMs, situation.sinceMs),
                 situation.nowMs - std::max(timeline.stageSinceMs, situation.sinceMs),
                 timeline.stage == Stage::Kernel && !timeline.hasKernel ? Stage::Settings : timeline.stage};
    for (const auto rules : {serverRules(), askingRules(), firmwareRules(), lastAskingRules(), kernelRules(), diskRules(), linuxRules()})
        for (const Rule &rule : rules)
            if (auto diagnosis = judged(rule, c))
                return diagnosis;
    return {};
}

} // namespace bramble
