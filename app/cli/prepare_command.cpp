// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "steps/preview.h"
#include "steps/prepare_pi.h"
#include "words/readiness_words.h"
#include "words/words.h"

#include <QCoreApplication>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr int wouldChange = 8; // the exit code, as that of plan

QString sentence(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<PrepareWish> wishOf(const Arguments &arguments)
{
    PrepareWish wish;
    wish.fuse = arguments.fuseForEver;
    for (const QString &setting : arguments.settings) {
        const auto key = eepromKey(setting.section(u'=', 0, 0));
        if (!key || !setting.contains(u'='))
            return fail(ErrorKind::InvalidEepromValue, setting);
        if (const QString value = setting.section(u'=', 1); value.isEmpty())
            wish.unset.push_back(*key);
        else if (const Result<> set = wish.set.set(*key, value); !set)
            return std::unexpected(set.error());
    }
    return wish;
}

QString stepWords(PreparePlan::Step step)
{
    switch (step) {
    case PreparePlan::Step::Nothing: return sentence("There is nothing to do.");
    case PreparePlan::Step::Restart: return sentence("It is set; that holds from its next start.");
    case PreparePlan::Step::Change: return sentence("Its EEPROM is changed, and its boot loader renewed on the way:");
    case PreparePlan::Step::SetFuse: return sentence("config.txt is made to set the fuse at the next start. A fuse that is set stays set for ever.");
    case PreparePlan::Step::TakeFuseLineOut: return sentence("The fuse is set; the line in config.txt that did it goes out again.");
    }
    return {};
}

QString stepName(PreparePlan::Step step)
{
    switch (step) {
    case PreparePlan::Step::Nothing: return u"nothing"_s;
    case PreparePlan::Step::Restart: return u"restart"_s;
    case PreparePlan::Step::Change: return u"change"_s;
    case PreparePlan::Step::SetFuse: return u"set-fuse"_s;
    case PreparePlan::Step::TakeFuseLineOut: return u"take-fuse-line-out"_s;
    }
    return {};
}

QString undoName(UnpreparePlan::Step step)
{
    switch (step) {
    case UnpreparePlan::Step::Nothing: return u"nothing"_s;
    case UnpreparePlan::Step::Forget: return u"forget"_s;
    case UnpreparePlan::Step::Cancel: return u"cancel"_s;
    case UnpreparePlan::Step::Apply: return u"apply"_s;
    }
    return {};
}

QJsonObject jsonOf(const PiState &state)
{
    const PiFacts &facts = state.facts;
    QJsonObject object{{u"system"_s, facts.system}, {u"netbooted"_s, facts.netbooted}, {u"bootloader"_s, facts.bootloaderBuiltAt}};
    object[u"serial"_s] = facts.serial ? facts.serial->toString() : QString();
    object[u"mac"_s] = facts.mac ? facts.mac->toString() : QString();
    object[u"model"_s] = shortName(facts.revision ? facts.revision->model() : PiModel::Unknown);
    object[u"revision"_s] = facts.revision ? QString::number(facts.revision->code(), 16) : QString();
    object[u"bootconf"_s] = QString::fromUtf8(state.presentConf());
    if (facts.hostBoot)
        object[u"fuse"_s] = *facts.hostBoot;
    return object;
}

void showPi(const PiState &state, const TerminalPtr &terminal)
{
    const PiFacts &facts = state.facts;
    terminal->object({{u"pi"_s, jsonOf(state)}});
    terminal->line(sentence("%1, serial %2, MAC %3, %4").arg(shortName(facts.revision ? facts.revision->model() : PiModel::Unknown), facts.serial ? facts.serial->toString() : u"-"_s,
                                                              facts.mac ? facts.mac->toString() : u"-"_s, facts.system));
}

void showDiff(const QByteArray &before, const QByteArray &after, const TerminalPtr &terminal)
{
    const QString diff = unifiedDiff(u"bootconf.txt"_s, before, after);
    for (const QStringView row : QStringView(diff).split(u'\n', Qt::SkipEmptyParts))
        if (!row.startsWith("--- "_L1) && !row.startsWith("+++ "_L1))
            terminal->line(u"  "_s + row);
}

void showPlan(const PreparePlan &plan, const TerminalPtr &terminal)
{
    const ReadinessWords said = words(plan.readiness);
    terminal->line(said.state + u": "_s + said.why);
    for (const QString &note : said.notes)
        terminal->line(u"  "_s + note);
    if (plan.tookNot)
        terminal->line(sentence("It was given other settings before, and has its former ones: that was cancelled, or its EEPROM is write-protected."));
    const bool changes = plan.step == PreparePlan::Step::Change;
    terminal->object({{u"state"_s, said.state}, {u"why"_s, said.why}, {u"step"_s, plan.cannot ? u"cannot"_s : stepName(plan.step)}, {u"tookNot"_s, plan.tookNot},
                      {u"diff"_s, changes ? unifiedDiff(u"bootconf.txt"_s, plan.before, plan.after) : QString()}});
    if (plan.cannot)
        return;
    terminal->line(stepWords(plan.step));
    if (changes)
        showDiff(plan.before, plan.after, terminal);
}

QCoro::Task<int> finish(RemotePtr remote, Arguments arguments, bool waits, TerminalPtr terminal, Stop stop)
{
    if (waits && arguments.reboot) {
        if (const Result<> restarted = co_await restartPi(remote, stop); !restarted)
            co_return failed(terminal, restarted.error());
        terminal->line(sentence("The Pi starts anew."));
    } else if (waits) {
        terminal->line(sentence("It holds from the next start of the Pi (--reboot starts it anew)."));
    }
    terminal->object({{u"done"_s, true}, {u"restarts"_s, waits && arguments.reboot}, {u"waitsForStart"_s, waits && !arguments.reboot}});
    co_return 0;
}

QCoro::Task<int> undoIt(RemotePtr remote, PiState state, Arguments arguments, TerminalPtr terminal, Stop stop)
{
    using Step = UnpreparePlan::Step;
    const UnpreparePlan plan = planUnpreparing(state, arguments.evenChanged);
    const bool changes = plan.step == Step::Apply || plan.step == Step::Cancel;
    terminal->object({{u"undo"_s, plan.cannot ? u"cannot"_s : undoName(plan.step)}, {u"diff"_s, changes ? unifiedDiff(u"bootconf.txt"_s, plan.before, plan.after) : QString()}});
    if (plan.cannot)
        co_return failed(terminal, *plan.cannot);
    if (state.facts.hostBoot == true)
        terminal->line(sentence("Its fuse is set, and stays set."));
    if (plan.step == Step::Nothing && !plan.fuseLine) {
        terminal->line(sentence("Nothing to take back on this Pi."));
        co_return 0;
    }
    terminal->line(changes ? sentence("Its EEPROM gets back what it had:") : sentence("Its EEPROM is as it was; what was kept for the way back goes."));
    if (changes)
        showDiff(plan.before, plan.after, terminal);
    if (arguments.planOnly)
        co_return wouldChange;
    if (const Result<> go = agreed(arguments, *terminal, sentence("Take all of this back? Type yes:")); !go)
        co_return failed(terminal, go.error());
    const Result<PiState> now = co_await unpreparePi(remote, state, plan, stop);
    if (!now)
        co_return failed(terminal, now.error());
    co_return co_await finish(remote, arguments, now->nextConf() != now->presentConf(), terminal, stop);
}

} // namespace

QCoro::Task<int> prepareCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    using Step = PreparePlan::Step;
    if (!arguments.firmware.isEmpty())
        co_return co_await prepareOverTftp(arguments, terminal, stop);
    const Result<Cluster> pi = machineOf(arguments.positional.value(0));
    if (!pi)
        co_return failed(terminal, pi.error());
    const Result<PrepareWish> wish = wishOf(arguments);
    if (!wish)
        co_return failed(terminal, wish.error());
    const Result<RemotePtr> remote = co_await logIn(arguments, *pi, terminal, stop);
    if (!remote)
        co_return failed(terminal, remote.error());
    const Result<PiState> state = co_await readPi(*remote, stop);
    if (!state)
        co_return failed(terminal, state.error());
    showPi(*state, terminal);
    if (arguments.undo)
        co_return co_await undoIt(*remote, *state, arguments, terminal, stop);
    const PreparePlan plan = planPreparing(*state, *wish);
    showPlan(plan, terminal);
    if (plan.cannot)
        co_return failed(terminal, *plan.cannot);
    if (plan.step == Step::Nothing)
        co_return 0;
    if (arguments.planOnly)
        co_return wouldChange;
    // A line that has done its work goes without a question: it was said that it would.
    if (plan.step != Step::TakeFuseLineOut && (plan.step != Step::Restart || arguments.reboot)) {
        const QString question = plan.step == Step::Restart ? sentence("Start the Pi anew? Type yes:") : sentence("Do this on the Pi? Type yes:");
        if (const Result<> go = agreed(arguments, *terminal, question); !go)
            co_return failed(terminal, go.error());
    }
    const Result<PiState> now = co_await preparePi(*remote, *state, plan, stop);
    if (!now)
        co_return failed(terminal, now.error());
    co_return co_await finish(*remote, arguments, plan.step != Step::TakeFuseLineOut, terminal, stop);
}

} // namespace bramble
