// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "host/password_hash.h"
#include "steps/node_secrets.h"
#include "steps/reimage.h"
#include "steps/restart_node.h"
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

QCoro::Task<int> reimageCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const QString node = arguments.positional[0];
    const Result<Cluster> cluster = loadCluster(arguments);
    if (!cluster)
        co_return failed(terminal, cluster.error());
    const Result<RemotePtr> remote = co_await logIn(arguments, *cluster, terminal, stop);
    if (!remote)
        co_return failed(terminal, remote.error());
    const Result<Reimage> reimage = co_await prepareReimage(*cluster, node, *remote, stop);
    if (!reimage)
        co_return failed(terminal, reimage.error());
    const Plan plan = reimage->plan;
    terminal->line(sentence("%1 gets a fresh disk from the system on the server. It keeps its name, its address and its SSH host keys; what was "
                            "written on it is set aside on the server until the next time.").arg(node));
    if (const Result<> go = agreed(arguments, *terminal, sentence("Type yes to do it:")); !go)
        co_return failed(terminal, go.error());
    Secret password;
    QByteArray passwordHash;
    if (needsNodePassword(plan)) {
        const Result<Secret> given = nodePassword(arguments, plan.cluster.access.user, *terminal);
        if (!given)
            co_return failed(terminal, given.error());
        password = *given;
        const Result<QByteArray> hash = hashPassword(password);
        if (!hash)
            co_return failed(terminal, hash.error());
        passwordHash = *hash;
    }
    const ConnectOptions login = loginOptions(arguments, *cluster);
    const ArmedRestartPtr armed = co_await armRestart(*remote, *cluster, node, login, password, stop);
    const ApplySink sink = applySink(plan, terminal);
    const Result<> outcome = co_await apply(plan, *remote, reimage->image, sink, stop, passwordHash);
    if (!outcome)
        co_return failed(terminal, outcome.error());
    const bool restarts = co_await restartNow(armed);
    terminal->object({{u"reimaged"_s, node}, {u"restarts"_s, restarts}});
    if (restarts)
        terminal->line(sentence("%1 restarts now. See it come up with: bramble watch").arg(node));
    else
        terminal->line(sentence("%1 does not answer: switch it off and on. See it come up with: bramble watch").arg(node));
    co_return 0;
}

} // namespace bramble
