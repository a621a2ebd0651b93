// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pi_state.h"
#include "model/result.h"

#include <vector>

/// What is done to a running Pi so that it starts from the network, and what takes that back. Pure.
namespace bramble {

struct PrepareWish
{
    EepromConfig set{}; ///< besides what a start from the network needs, and over it
    std::vector<EepromKey> unset{};
    bool fuse = false; ///< somebody agreed that it is set, for ever

    bool isSpecial() const { return !set.values().isEmpty() || !unset.empty(); }
};

struct PreparePlan
{
    enum class Step {
        Nothing,
        Restart, ///< all is laid out, and holds from the next start
        Change, ///< the EEPROM
        SetFuse, ///< by a line in config.txt and a start
        TakeFuseLineOut, ///< it has done what it was there for
    };

    Step step = Step::Nothing;
    Readiness readiness{}; ///< as it will be after the next start, before this plan
    QByteArray before{}; ///< with Change: what the EEPROM has, or will have after the next start
    QByteArray after{};
    bool tookNot = false; ///< it was given settings before, and has its former ones all the same
    std::optional<Error> cannot{}; ///< then the step is Nothing
};

/// One setting that a plan changes; empty: not said, so the default of its boot loader holds.
struct EepromChange
{
    EepromKey key;
    QString before;
    QString after;

    bool operator==(const EepromChange &) const = default;
};

/// What of our settings holds once the plan is done; as it is where nothing is done.
EepromConfig settingsOf(const PiState &state, const PreparePlan &plan);

/// What somebody wants who was shown `before` and left it as `typed`.
PrepareWish wishFor(const EepromConfig &before, const EepromConfig &typed);

/// What a plan changes, setting by setting.
std::vector<EepromChange> changesIn(const PiState &state, const PreparePlan &plan);

/// cannot: ModelCannotNetboot, EepromToolMissing, PiNeedsOtherWay, FuseNotAgreed, EepromFileTooLarge, InvalidEepromValue.
PreparePlan planPreparing(const PiState &state, const PrepareWish &wish);

struct UnpreparePlan
{
    enum class Step {
        Nothing, ///< we left nothing there
        Forget, ///< its EEPROM is as it was; what we kept goes
        Cancel, ///< what waits for the next start goes, and what we kept
        Apply, ///< its former settings are given to it
    };

    Step step = Step::Nothing;
    bool fuseLine = false; ///< our line in config.txt goes, too
    QByteArray before{}; ///< with Cancel and Apply
    QByteArray after{};
    std::optional<Error> cannot{}; ///< then the step is Nothing
};

/// cannot: EepromChangedSince, unless evenChanged.
UnpreparePlan planUnpreparing(const PiState &state, bool evenChanged);

} // namespace bramble
