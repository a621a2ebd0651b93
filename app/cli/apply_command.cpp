// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "host/password_hash.h"
#include "steps/apply.h"
#include "steps/check.h"
#include "steps/node_secrets.h"
#include "words/words.h"

#include <QCoreApplication>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString stateId(ApplyNews::State state)
{
    switch (state) {
    case ApplyNews::State::Started: return u"started"_s;
    case ApplyNews::State::Progressed: return u"progressed"_s;
    case ApplyNews::State::Spilled: return u"spilled"_s;
    case ApplyNews::State::Done: return u"done"_s;
    case ApplyNews::State::Failed: return u"failed"_s;
    case ApplyNews::State::UndoStarted: return u"undo-started"_s;
    case ApplyNews::State::Undone: return u"undone"_s;
    case ApplyNews::State::UndoFailed: return u"undo-failed"_s;
    }
    return {};
}

void show(const Plan &plan, const ApplyNews &news, Terminal &terminal)
{
    const Action &action = plan.actions[size_t(news.index)];
    terminal.object({{u"action"_s, qint64(news.index)}, {u"of"_s, qint64(plan.actions.size())}, {u"what"_s, words(action)},
                     {u"state"_s, stateId(news.state)}, {u"done"_s, news.progress.done}, {u"total"_s, news.progress.total}});
    const QString counted = u"[%1/%2] %3"_s.arg(news.index + 1).arg(plan.actions.size()).arg(words(action));
    switch (news.state) {
    case ApplyNews::State::Started: terminal.line(counted); break;
    case ApplyNews::State::Progressed:
        if (news.progress.total > 0)
            terminal.bar(bytesWords(news.progress.done), double(news.progress.done) / double(news.progress.total));
        break;
    case ApplyNews::State::Spilled:
        terminal.line(sentence("This image is laid out so that part of it had to be kept on this computer for a while."));
        break;
    case ApplyNews::State::UndoStarted: terminal.line(sentence("Taking back what was done ...")); break;
    case ApplyNews::State::Undone: terminal.line(sentence("The server is as it was.")); break;
    case ApplyNews::State::UndoFailed:
        terminal.line(sentence("Not everything could be taken back. Run apply again: it goes on from what it finds."));
        break;
    case ApplyNews::State::Done:
    case ApplyNews::State::Failed: break;
    }
}

} // namespace

ApplySink applySink(const Plan &plan, const TerminalPtr &terminal)
{
    return [plan, terminal](const ApplyNews &news) { show(plan, news, *terminal); };
}

QCoro::Task<int> applyCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const Result<Prepared> prepared = co_await prepare(arguments, terminal, stop);
    if (!prepared)
        co_return failed(terminal, prepared.error());
    const Plan plan = prepared->plan;
    if (!terminal->json())
        showPlan(plan, false, terminal);
    if (!plan.nothingToDo() && !arguments.yes && terminal->interactive()) {
        const bool go = terminal->ask(sentence("Make these changes? Type yes:")).value_or(false);
        if (!go)
            co_return failed(terminal, Error{ErrorKind::Stopped, {}, {}});
    }
    QByteArray passwordHash;
    if (needsNodePassword(plan)) {
        const Result<QByteArray> hash = nodePassword(arguments, plan.cluster.access.user, *terminal).and_then(hashPassword);
        if (!hash)
            co_return failed(terminal, hash.error());
        passwordHash = *hash;
    }
    const ApplySink sink = applySink(plan, terminal);
    const Result<> outcome = co_await apply(plan, prepared->remote, prepared->image, sink, stop, passwordHash, arguments.overwriteChanged, prepared->router);
    if (!outcome)
        co_return failed(terminal, outcome.error());
    terminal->line(sentence("Testing it as a Pi would ..."));
    const Result<std::vector<CheckRow>> tested = co_await check(plan.cluster, prepared->remote, stop, prepared->router);
    if (!tested)
        co_return failed(terminal, tested.error());
    if (!showChecks(*tested, false, terminal)) {
        terminal->line(sentence("It is set up, and not all of it is as it should be. Test again with: bramble check"));
        co_return checkFailed;
    }
    terminal->object({{u"applied"_s, true}, {u"nodes"_s, qint64(plan.cluster.nodes.size())}});
    terminal->line(sentence("%1 is ready to boot your Pis. Switch them on, and see them with: bramble watch").arg(plan.serverName));
    co_return 0;
}

} // namespace bramble
