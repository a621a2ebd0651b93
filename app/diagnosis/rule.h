// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnose.h"

#include <array>
#include <span>

/// Rules are data: in which stage, of which boards, after which silence, with which signs, and what then is the cause. Their order counts:
/// the first that fits is the one. Source: the section and row of the reference that the rule is from.
namespace bramble {

struct Need
{
    SignKind kind = SignKind::Asked;
    QLatin1StringView detail{}; ///< empty: any; "=x": is x; "~x": has x in it; "^x": begins with x; "$x": ends with x
};

enum class Boards {
    All,
    Rom,    ///< boot ROM of the 2 and 3
    Rom3B,  ///< ... the first of them, with its faults
    Rom3BPlus,
    NotRom,
    Eeprom, ///< 4 and 5 and their families
    Pi5,
};

/// From which silence on the rule may speak.
struct Patience
{
    enum class Clock { Silence, InStage };

    Clock clock = Clock::Silence;
    int seconds = 0;
};

constexpr Patience silent(int seconds)
{
    return {Patience::Clock::Silence, seconds};
}

constexpr Patience inStage(int seconds)
{
    return {Patience::Clock::InStage, seconds};
}

/// Everything that a rule may look at.
struct Case
{
    const Timeline &timeline;
    const Situation &situation;
    const Signs *look = nullptr; ///< what was found of this node
    qint64 silenceMs = 0;
    qint64 inStageMs = 0;
    Stage stage = Stage::Off; ///< Settings, as long as the kernel is on its way

    /// A sign of this boot, wherever it was noticed.
    const Sign *sign(const Need &need) const;
};

struct Rule
{
    Cause cause = Cause::NotAsking;
    Stage from = Stage::Off;
    Stage to = Stage::Off;
    Patience patience{};
    std::array<std::optional<Need>, 2> needs{}; ///< all of them
    std::array<std::optional<SignKind>, 2> without{}; ///< none of them
    Boards boards = Boards::All;
    Confidence confidence = Confidence::Certain;
    Fix fix = Fix::SetUpAgain;
    QLatin1StringView source{};
    bool (*also)(const Case &) = nullptr; ///< what cannot be said as data
    const Sign *(*proof)(const Case &) = nullptr; ///< a sign that cannot be said as data, instead of needs
    QString (*detail)(const Case &) = nullptr; ///< else it is the first sign's
};

// In the order in which they are asked.
std::span<const Rule> serverRules();
std::span<const Rule> askingRules();
std::span<const Rule> firmwareRules();
std::span<const Rule> lastAskingRules(); ///< for want of anything better
std::span<const Rule> kernelRules();
std::span<const Rule> diskRules();
std::span<const Rule> linuxRules();

} // namespace bramble
