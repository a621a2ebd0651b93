// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/prepare_plan.h"

#include "text/bootconf.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using State = Readiness::State;
using Note = Readiness::Note;
using Step = PreparePlan::Step;

PiModel modelOf(const PiState &state)
{
    return state.facts.revision ? state.facts.revision->model() : PiModel::Unknown;
}

BootConfReader readerOf(const PiState &state)
{
    return {modelOf(state), state.facts.serial};
}

// The Pi as it will be after its next start.
PiFacts nextFacts(const PiState &state)
{
    PiFacts facts = state.facts;
    if (const QByteArray next = state.nextConf(); facts.eeprom && next != state.presentConf()) {
        const BootConf conf = readBootConf(next, readerOf(state));
        facts.bootConf = next;
        facts.eeprom = conf.config;
        facts.isSigned = facts.isSigned || conf.isSigned;
    }
    return facts;
}

Error other(QStringView reason)
{
    return {ErrorKind::PiNeedsOtherWay, reason.toString(), {}};
}

// Why its EEPROM is not changed from here.
std::optional<Error> hindrance(const PiState &state, const PiFacts &facts, const Readiness &readiness, const PrepareWish &wish)
{
    const PiModel model = modelOf(state);
    if (facts.isSigned)
        return other(u"signed");
    if ((model == PiModel::Cm4 || model == PiModel::Cm4S) && !facts.moduleMayUpdate)
        return other(u"module");
    if (!facts.hasEepromTool)
        return Error{ErrorKind::EepromToolMissing, facts.system, {}};
    if (!facts.eeprom)
        return other(u"unread");
    if (readiness.notes.contains(Note::OldBootloader))
        return other(u"old");
    if (readiness.notes.contains(Note::Frozen) && !wish.set.says(EepromKey::FreezeVersion))
        return other(u"frozen");
    return {};
}

PreparePlan refused(PreparePlan plan, const Error &error)
{
    plan.step = Step::Nothing;
    plan.cannot = error;
    return plan;
}

PreparePlan withEeprom(PreparePlan plan, const PiState &state, const PiFacts &facts, const PrepareWish &wish)
{
    if (plan.readiness.state != State::Ready || wish.isSpecial())
        if (const auto why = hindrance(state, facts, plan.readiness, wish))
            return refused(plan, *why);
    EepromConfig wanted = plan.readiness.state == State::Ready ? EepromConfig() : plan.readiness.changes;
    for (const EepromKey key : wish.unset)
        wanted.unset(key);
    for (auto it = wish.set.values().cbegin(); it != wish.set.values().cend(); ++it)
        (void)wanted.set(it.key(), it.value());
    plan.before = state.nextConf();
    plan.after = PiState::oneEnd(changeBootConf(plan.before, wanted, wish.unset, readerOf(state)));
    if (plan.after == plan.before) {
        plan.step = plan.before == state.presentConf() ? Step::Nothing : Step::Restart;
        return plan;
    }
    if (const auto wrong = problems(readBootConf(plan.after, readerOf(state)).config, bootRom(modelOf(state))); !wrong.empty())
        return refused(plan, wrong.front());
    if (plan.after.size() > bootConfLimit)
        return refused(plan, Error{ErrorKind::EepromFileTooLarge, u"bootconf.txt"_s, QString::number(bootConfLimit)});
    plan.step = Step::Change;
    return plan;
}

PreparePlan withFuse(PreparePlan plan, const PiState &state, const PrepareWish &wish)
{
    if (wish.isSpecial())
        return refused(plan, Error{ErrorKind::InvalidEepromValue, u"--set"_s, shortName(modelOf(state))});
    if (plan.readiness.state == State::Ready) {
        plan.step = state.fuseAskedByUs ? Step::TakeFuseLineOut : Step::Nothing;
        return plan;
    }
    if (!state.facts.hostBoot)
        return refused(plan, other(u"fuse"));
    if (state.fuseAsked) {
        plan.step = Step::Restart;
        return plan;
    }
    if (state.bootFolder.isEmpty())
        return refused(plan, Error{ErrorKind::BootFolderUnfit, u"config.txt"_s, {}});
    if (!wish.fuse)
        return refused(plan, Error{ErrorKind::FuseNotAgreed, shortName(modelOf(state)), {}});
    plan.step = Step::SetFuse;
    return plan;
}

} // namespace

PreparePlan planPreparing(const PiState &state, const PrepareWish &wish)
{
    const PiFacts facts = nextFacts(state);
    PreparePlan plan;
    plan.readiness = readinessOf(PiModel::Unknown, {}, false, &facts);
    const PiModel model = modelOf(state);
    plan.tookNot = state.givenWhole && state.kept && state.given && !state.pending && !state.flashed && *state.kept != *state.given
        && state.presentConf() == *state.kept;
    if (model == PiModel::Unknown)
        return refused(plan, other(u"model"));
    switch (bootRom(model)) {
    case BootRom::None: return refused(plan, Error{ErrorKind::ModelCannotNetboot, shortName(model), shortName(model)});
    case BootRom::Bcm2837: return withFuse(plan, state, wish);
    case BootRom::Bcm2711:
    case BootRom::Bcm2712: break;
    }
    return withEeprom(plan, state, facts, wish);
}

EepromConfig settingsOf(const PiState &state, const PreparePlan &plan)
{
    return readBootConf(plan.step == Step::Change ? plan.after : state.nextConf(), readerOf(state)).config;
}

PrepareWish wishFor(const EepromConfig &before, const EepromConfig &typed)
{
    PrepareWish wish;
    for (auto it = typed.values().cbegin(); it != typed.values().cend(); ++it)
        if (before.values().value(it.key()) != it.value())
            (void)wish.set.set(it.key(), it.value());
    for (auto it = before.values().cbegin(); it != before.values().cend(); ++it)
        if (!typed.says(it.key()))
            wish.unset.push_back(it.key());
    return wish;
}

std::vector<EepromChange> changesIn(const PiState &state, const PreparePlan &plan)
{
    const EepromConfig before = readBootConf(plan.before, readerOf(state)).config;
    const EepromConfig after = readBootConf(plan.after, readerOf(state)).config;
    std::vector<EepromChange> changes;
    for (const EepromKeyFacts &facts : eepromKeys()) {
        const QString old = before.values().value(facts.key);
        const QString fresh = after.values().value(facts.key);
        if (old != fresh)
            changes.push_back({facts.key, old, fresh});
    }
    return changes;
}

UnpreparePlan planUnpreparing(const PiState &state, bool evenChanged)
{
    UnpreparePlan plan;
    plan.fuseLine = state.fuseAskedByUs;
    if (!state.kept)
        return plan;
    plan.before = state.nextConf();
    plan.after = *state.kept;
    if (plan.before == plan.after) {
        plan.step = UnpreparePlan::Step::Forget;
        return plan;
    }
    const bool ours = state.given && plan.before == *state.given;
    if (!ours && !evenChanged) {
        plan.cannot = Error{ErrorKind::EepromChangedSince, u"bootconf.txt"_s, {}};
        return plan;
    }
    // What only lies in the boot folder has not reached the EEPROM yet, and need not.
    plan.step = state.pending && state.presentConf() == plan.after && !state.flashed ? UnpreparePlan::Step::Cancel : UnpreparePlan::Step::Apply;
    return plan;
}

} // namespace bramble
