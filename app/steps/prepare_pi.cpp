// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/prepare_pi.h"

#include "steps/must.h"
#include "steps/prepare_scripts.h"
#include "text/pi_look.h"

#include <QUuid>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString ourFolder = u"/var/lib/brambleboot/eeprom"_s; // pi_look reads it there
constexpr std::chrono::minutes flashPatience{9}; // the tool itself gives up after three, and may wait for another one

// What its tool said, where that tells.
Error eepromError(const Error &error)
{
    if (error.kind != ErrorKind::ServerCommandFailed && error.kind != ErrorKind::ServerDiskFull)
        return error;
    // flashrom says "write protected", the shell of the kernel "write-protected"
    if (error.detail.contains("protect"_L1, Qt::CaseInsensitive))
        return {ErrorKind::EepromWriteProtected, u"EEPROM"_s, error.detail};
    return {ErrorKind::EepromUpdateRefused, u"EEPROM"_s, error.detail};
}

QCoro::Task<Result<>> give(RemotePtr remote, QByteArray conf, Stop stop)
{
    const QString name = u"new."_s + QUuid::createUuid().toString(QUuid::Id128);
    const Command command = script(scripts::giveConf, {ourFolder, QString::number(conf.size()), name, scripts::giveConfEngine});
    const RunOptions options = patiently(flashPatience, conf);
    const Result<Output> output = co_await remote->run(command, options, stop);
    if (!output)
        co_return std::unexpected(output.error());
    constexpr int noTool = 85; // of giveConfEngine
    if (output->exitCode == noTool)
        co_return fail(ErrorKind::EepromToolMissing);
    if (output->exitCode != 0)
        co_return std::unexpected(eepromError(errorOf(command, *output)));
    co_return Result<>();
}

// What is there now, and whether it is what was meant.
QCoro::Task<Result<PiState>> readBack(RemotePtr remote, QByteArray wanted, Stop stop)
{
    const Result<PiState> state = co_await readPi(remote, stop);
    if (state && state->nextConf() != wanted)
        co_return fail(ErrorKind::EepromUpdateRefused, u"EEPROM"_s, QString::fromUtf8(state->nextConf().left(400)));
    co_return state;
}

QCoro::Task<Result<>> inBootFolder(RemotePtr remote, QString text, QString folder, Stop stop)
{
    const Command command = script(text, {folder});
    const RunOptions options = shortly();
    const Result<> changed = co_await done(remote, command, options, stop);
    if (!changed && (changed.error().kind == ErrorKind::ServerCommandFailed || changed.error().kind == ErrorKind::ServerDiskFull))
        co_return fail(ErrorKind::BootFolderUnfit, u"config.txt"_s, changed.error().detail);
    co_return changed;
}

QCoro::Task<Result<PiState>> change(RemotePtr remote, PiState state, QByteArray after, Stop stop)
{
    const QByteArray old = state.presentConf();
    const Command keep = script(scripts::keepOldConf, {ourFolder, QString::number(old.size())});
    const RunOptions options = shortly(old);
    if (const Result<> kept = co_await done(remote, keep, options, stop); !kept)
        co_return std::unexpected(kept.error());
    if (const Result<> given = co_await give(remote, after, stop); !given)
        co_return std::unexpected(given.error());
    co_return co_await readBack(remote, after, stop);
}

QCoro::Task<Result<>> takeBack(RemotePtr remote, UnpreparePlan plan, Stop stop)
{
    using Step = UnpreparePlan::Step;
    const RunOptions options = shortly();
    if (plan.step == Step::Cancel) {
        const Command cancel = script(scripts::cancelUpdate, {});
        if (const Result<> cancelled = co_await done(remote, cancel, options, stop); !cancelled)
            co_return std::unexpected(eepromError(cancelled.error()));
    }
    if (plan.step == Step::Apply)
        if (const Result<> given = co_await give(remote, plan.after, stop); !given)
            co_return given;
    if (plan.step != Step::Forget)
        if (const Result<PiState> now = co_await readBack(remote, plan.after, stop); !now)
            co_return std::unexpected(now.error());
    const Command forget = script(scripts::forgetConf, {ourFolder});
    co_return co_await done(remote, forget, options, stop);
}

} // namespace

QCoro::Task<Result<PiState>> readPi(RemotePtr remote, Stop stop)
{
    const Command look = piLookCommand();
    const RunOptions options = patiently(flashPatience); // it waits for a change that is under way
    const Result<QByteArray> said = co_await must(remote, look, options, stop);
    if (!said)
        co_return std::unexpected(said.error());
    co_return parsePiState(*said);
}

QCoro::Task<Result<PiState>> preparePi(RemotePtr remote, PiState state, PreparePlan plan, Stop stop)
{
    using Step = PreparePlan::Step;
    if (plan.cannot)
        co_return std::unexpected(*plan.cannot);
    switch (plan.step) {
    case Step::Nothing:
    case Step::Restart: co_return state;
    case Step::Change: co_return co_await change(remote, state, plan.after, stop);
    case Step::SetFuse:
    case Step::TakeFuseLineOut: break;
    }
    const QString text = plan.step == Step::SetFuse ? scripts::askForFuse : scripts::askNoMore;
    if (const Result<> changed = co_await inBootFolder(remote, text, state.bootFolder, stop); !changed)
        co_return std::unexpected(changed.error());
    co_return co_await readPi(remote, stop);
}

QCoro::Task<Result<PiState>> unpreparePi(RemotePtr remote, PiState state, UnpreparePlan plan, Stop stop)
{
    if (plan.cannot)
        co_return std::unexpected(*plan.cannot);
    if (plan.fuseLine)
        if (const Result<> changed = co_await inBootFolder(remote, scripts::askNoMore, state.bootFolder, stop); !changed)
            co_return std::unexpected(changed.error());
    if (plan.step != UnpreparePlan::Step::Nothing)
        if (const Result<> back = co_await takeBack(remote, plan, stop); !back)
            co_return std::unexpected(back.error());
    co_return co_await readPi(remote, stop);
}

QCoro::Task<Result<>> restartPi(RemotePtr remote, Stop stop)
{
    const Command command = script(scripts::restart, {});
    const RunOptions options = shortly();
    co_return co_await done(remote, command, options, stop);
}

} // namespace bramble
