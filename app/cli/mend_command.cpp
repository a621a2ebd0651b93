// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/cause_lines.h"
#include "cli/commands.h"
#include "steps/mend.h"
#include "words/words.h"

#include <QCoreApplication>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

} // namespace

QCoro::Task<int> mendCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const QString node = arguments.positional[0];
    const Result<Cluster> cluster = loadCluster(arguments);
    if (!cluster)
        co_return failed(terminal, cluster.error());
    const Result<RemotePtr> remote = co_await logIn(arguments, *cluster, terminal, stop);
    if (!remote)
        co_return failed(terminal, remote.error());
    const std::chrono::seconds patience(arguments.timeoutSeconds > 0 ? arguments.timeoutSeconds : 60);
    const Result<Found> found = co_await findCause(*cluster, node, *remote, patience, stop);
    if (!found)
        co_return failed(terminal, found.error());
    QJsonObject told{{u"node"_s, node}, {u"stageName"_s, words(found->timeline)}};
    if (!found->diagnosis) {
        terminal->object(told);
        terminal->line(sentence("%1: %2. Nothing hinders it that could be seen.").arg(node, words(found->timeline)));
        co_return 0;
    }
    const Diagnosis diagnosis = *found->diagnosis;
    addCause(told, diagnosis, found->timeline);
    terminal->object(told);
    terminal->line(node);
    terminal->line(causeLines(diagnosis, found->timeline));
    if (!isOurs(diagnosis.fix))
        co_return exitCode(ErrorKind::BootNotAllRunning); // a card: nothing here can be done by a program
    if (const Result<> go = agreed(arguments, *terminal, sentence("Type yes to do it:")); !go)
        co_return failed(terminal, go.error());
    if (!mendsDirectly(diagnosis.fix)) {
        Arguments whole = arguments;
        whole.yes = true;
        whole.timeoutSeconds = 0;
        whole.command = {diagnosis.fix == Fix::LayTree ? u"reimage"_s : u"apply"_s};
        whole.overwriteChanged = true;
        if (diagnosis.fix == Fix::LayTree)
            co_return co_await reimageCommand(whole, terminal, stop);
        whole.positional.clear();
        co_return co_await applyCommand(whole, terminal, stop);
    }
    const Result<> mended = co_await mend(*cluster, found->timeline, diagnosis.fix, *remote, stop);
    if (!mended)
        co_return failed(terminal, mended.error());
    terminal->object({{u"mended"_s, node}, {u"fix"_s, fixId(diagnosis.fix)}});
    terminal->line(sentence("Done: %1. If %2 does not go on by itself, switch it off and on.").arg(words(diagnosis.fix).title, node));
    co_return 0;
}

} // namespace bramble
