// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "steps/arrange.h"
#include "steps/check.h"
#include "steps/look.h"
#include "steps/router_offer.h"
#include "words/words.h"

#include <QCoreApplication>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Of the router alone, where the server is looked at for nothing but which network it is.
QCoro::Task<Result<std::vector<CheckRow>>> askRouter(Cluster cluster, RemotePtr remote, Stop stop)
{
    const Result<ServerFacts> facts = co_await lookAt(remote, cluster, stop);
    if (!facts)
        co_return std::unexpected(facts.error());
    const Arrangement arrangement = arrange(cluster, *facts);
    if (!arrangement.boot.interface.isEmpty())
        co_return co_await routerOffer(arrangement.boot, remote, stop);
    co_return std::unexpected(arrangement.hindrances.front());
}

QString whatId(CheckRow::What what)
{
    switch (what) {
    case CheckRow::What::Packages: return u"packages"_s;
    case CheckRow::What::Files: return u"file"_s;
    case CheckRow::What::Service: return u"service"_s;
    case CheckRow::What::Exports: return u"exports"_s;
    case CheckRow::What::Tree: return u"tree"_s;
    case CheckRow::What::BootFolder: return u"boot-folder"_s;
    case CheckRow::What::Tftp: return u"tftp"_s;
    case CheckRow::What::BootOffer: return u"boot-offer"_s;
    case CheckRow::What::BootFiles: return u"boot-files"_s;
    case CheckRow::What::Refused: return u"refused"_s;
    case CheckRow::What::RouterSilent: return u"router"_s;
    case CheckRow::What::RouterText: return u"router-option-43"_s;
    case CheckRow::What::RouterTftp: return u"router-option-66"_s;
    case CheckRow::What::RouterNext: return u"router-next-server"_s;
    }
    return {};
}

} // namespace

bool showChecks(const std::vector<CheckRow> &rows, bool goodToo, const TerminalPtr &terminal)
{
    bool good = true;
    for (const CheckRow &row : rows) {
        good = good && row.good;
        terminal->object({{u"check"_s, whatId(row.what)}, {u"subject"_s, row.subject}, {u"good"_s, row.good}, {u"detail"_s, row.detail}});
        if (row.good && !goodToo)
            continue;
        const QString verdict = row.good ? QCoreApplication::translate("CommandLine", "ok") : QCoreApplication::translate("CommandLine", "NOT OK");
        const RowWords said = words(row);
        terminal->line(u"%1  %2  %3"_s.arg(verdict, -6).arg(said.topic, -12).arg(said.sentence));
        if (row.what == CheckRow::What::Files && !row.good && row.detail.contains(u'\n'))
            terminal->line(row.detail);
    }
    return good;
}

QCoro::Task<int> checkCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const Result<Cluster> cluster = loadCluster(arguments);
    if (!cluster)
        co_return failed(terminal, cluster.error());
    const Result<RemotePtr> remote = co_await logIn(arguments, *cluster, terminal, stop);
    if (!remote)
        co_return failed(terminal, remote.error());
    if (arguments.routerOffer) {
        const Result<std::vector<CheckRow>> offered = co_await askRouter(*cluster, *remote, stop);
        if (!offered)
            co_return failed(terminal, offered.error());
        co_return showChecks(*offered, true, terminal) ? 0 : checkFailed;
    }
    const Result<RemotePtr> router = co_await logInToRouter(arguments, *cluster, terminal, stop);
    if (!router)
        co_return failed(terminal, router.error());
    const Result<std::vector<CheckRow>> rows = co_await check(*cluster, *remote, stop, *router);
    if (!rows)
        co_return failed(terminal, rows.error());
    co_return showChecks(*rows, true, terminal) ? 0 : checkFailed;
}

} // namespace bramble
