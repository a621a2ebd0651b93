// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "steps/look.h"
#include "steps/look_openwrt.h"
#include "steps/make_openwrt_plan.h"
#include "steps/make_plan.h"
#include "steps/preview.h"
#include "steps/rows.h"
#include "words/router_card.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

QString label(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Package: return sentence("install");
    case Change::Kind::NewFile: return sentence("new file");
    case Change::Kind::ChangedFile: return sentence("change");
    case Change::Kind::SameFile: return sentence("same");
    case Change::Kind::NodeData: return sentence("node");
    case Change::Kind::KeptImage: return sentence("keep");
    case Change::Kind::DroppedImage: return sentence("remove");
    case Change::Kind::Service: return sentence("start");
    case Change::Kind::Settings: return sentence("settings");
    case Change::Kind::Restart: return sentence("restart");
    case Change::Kind::Firewall: return sentence("firewall");
    case Change::Kind::Export: return sentence("export");
    }
    return {};
}

QString id(Change::Kind kind)
{
    switch (kind) {
    case Change::Kind::Package: return u"package"_s;
    case Change::Kind::NewFile: return u"new-file"_s;
    case Change::Kind::ChangedFile: return u"changed-file"_s;
    case Change::Kind::SameFile: return u"same-file"_s;
    case Change::Kind::NodeData: return u"node"_s;
    case Change::Kind::KeptImage: return u"kept-image"_s;
    case Change::Kind::DroppedImage: return u"dropped-image"_s;
    case Change::Kind::Service: return u"service"_s;
    case Change::Kind::Settings: return u"settings"_s;
    case Change::Kind::Restart: return u"restart"_s;
    case Change::Kind::Firewall: return u"firewall"_s;
    case Change::Kind::Export: return u"export"_s;
    }
    return {};
}

QJsonObject toJson(const Change &change)
{
    QJsonObject object{{u"kind"_s, id(change.kind)}, {u"name"_s, change.name}};
    if (!change.details.isEmpty())
        object[u"details"_s] = QJsonArray::fromStringList(change.details);
    if (!change.batch.isEmpty())
        object[u"uci"_s] = QString::fromUtf8(change.batch);
    if (change.bytes > 0)
        object[u"bytes"_s] = change.bytes;
    if (change.drifted)
        object[u"changedSince"_s] = true;
    if (const QString diff = unifiedDiff(change.name, change.before, change.after); !diff.isEmpty())
        object[u"diff"_s] = diff;
    return object;
}

QString stateId(Row::State state)
{
    switch (state) {
    case Row::State::Good: return u"good"_s;
    case Row::State::Planned: return u"planned"_s;
    case Row::State::Advice: return u"advice"_s;
    case Row::State::Blocks: return u"blocks"_s;
    }
    return {};
}

QString mark(Row::State state)
{
    switch (state) {
    case Row::State::Good: return u"ok"_s;
    case Row::State::Planned: return u"+"_s;
    case Row::State::Advice: return u"!"_s;
    case Row::State::Blocks: return u"X"_s;
    }
    return {};
}

void showRows(const std::vector<Row> &rows, const TerminalPtr &terminal)
{
    QJsonArray list;
    for (const Row &row : rows) {
        const RowWords said = words(row);
        list.append(QJsonObject{{u"state"_s, stateId(row.state)}, {u"topic"_s, said.topic}, {u"text"_s, said.sentence}});
        terminal->line(u"  %1  %2  %3"_s.arg(mark(row.state), -2).arg(said.topic, -8).arg(said.sentence));
    }
    terminal->object({{u"found"_s, list}});
}

} // namespace

void showPlan(const Plan &plan, bool whole, const TerminalPtr &terminal)
{
    const std::vector<Change> changes = preview(plan);
    QJsonArray list;
    for (const Change &change : changes)
        list.append(toJson(change));
    QJsonArray actions;
    for (const Action &action : plan.actions)
        actions.append(words(action));
    QJsonArray untouched;
    for (const Untouched &stays : plan.untouched)
        untouched.append(words(stays));
    terminal->object({{u"untouched"_s, untouched}, {u"server"_s, plan.serverName}, {u"interface"_s, plan.interface}, {u"address"_s, plan.lan.toString()},
                      {u"bytesNeeded"_s, plan.bytesNeeded}, {u"nothingToDo"_s, plan.nothingToDo()}, {u"actions"_s, actions}, {u"changes"_s, list}});
    if (plan.nothingToDo()) {
        terminal->line(sentence("Nothing to do: %1 already serves this cluster.").arg(plan.serverName));
        return;
    }
    terminal->line(sentence("On %1 (%2 on %3), %4 of disk:").arg(plan.serverName, plan.lan.toString(), plan.interface, bytesWords(plan.bytesNeeded)));
    for (const Change &change : changes) {
        const QString size = change.bytes > 0 ? u"  "_s + bytesWords(change.bytes) : QString();
        terminal->line(u"  %1  %2%3"_s.arg(label(change.kind), -8).arg(change.name, size));
        if (change.drifted)
            terminal->line(sentence("            somebody changed this since it was set up; it is overwritten only with --overwrite-changed"));
        if (!whole)
            continue;
        const QString diff = unifiedDiff(change.name, change.before, change.after);
        for (const QStringView row : QStringView(diff).split(u'\n', Qt::SkipEmptyParts))
            if (!row.startsWith("--- "_L1) && !row.startsWith("+++ "_L1))
                terminal->line(u"            "_s + row);
        for (const QByteArray &command : change.batch.split('\n'))
            if (!command.isEmpty())
                terminal->line(u"            uci "_s + QString::fromUtf8(command));
        for (const QString &detail : change.details)
            terminal->line(u"            "_s + detail);
    }
    if (!whole || plan.untouched.empty())
        return;
    terminal->line(sentence("Not touched:"));
    for (const Untouched &stays : plan.untouched)
        terminal->line(u"  "_s + words(stays));
}

int failed(const TerminalPtr &terminal, const Error &error)
{
    terminal->error(error);
    return exitCode(error.kind);
}

QCoro::Task<Result<Prepared>> prepare(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    Prepared prepared;
    const Result<Cluster> cluster = loadCluster(arguments);
    if (!cluster)
        co_return std::unexpected(cluster.error());
    prepared.cluster = *cluster;
    // Reading the image needs this computer, looking at the server needs that one: both at once.
    StopSource reading;
    const std::stop_callback passOn(stop, [&reading] { reading.request_stop(); });
    // An image that is known by its checksum may lie on the server already; then it is not needed here at all.
    const QString sha256 = cluster->image.sha256.toLower();
    std::optional<QCoro::Task<Result<ImageSourcePtr>>> image;
    if (sha256.isEmpty())
        image = readChosenImage(cluster->image, arguments, terminal, reading.get_token());
    const Result<RemotePtr> remote = co_await logIn(arguments, *cluster, terminal, stop);
    Result<ServerFacts> facts = fail(ErrorKind::Stopped);
    if (remote)
        facts = co_await lookAt(*remote, *cluster, stop);
    if (!remote || !facts)
        reading.request_stop();
    Result<ImageSourcePtr> opened = fail(ErrorKind::Stopped);
    if (remote && facts && facts->keptImages.contains(sha256))
        opened = co_await keptImageSource(*remote, layoutOf(resolved(*cluster, *facts)), sha256, stop);
    if (!opened && !image && remote && facts)
        image = readChosenImage(cluster->image, arguments, terminal, reading.get_token());
    if (!opened && image)
        opened = co_await *image;
    if (!remote)
        co_return std::unexpected(remote.error());
    if (!facts)
        co_return std::unexpected(facts.error());
    if (!opened)
        co_return std::unexpected(opened.error());
    const Result<RemotePtr> router = co_await logInToRouter(arguments, *cluster, terminal, stop);
    if (!router)
        co_return std::unexpected(router.error());
    if (*router) {
        const Result<OpenWrtFacts> seen = co_await lookAtRouter(*router, stop);
        if (!seen)
            co_return std::unexpected(seen.error());
        facts->router = *seen;
    }
    if (arguments.command.value(0) == "plan"_L1)
        showRows(rowsOf(*cluster, *facts), terminal);
    const Result<Plan> plan = makePlan(*cluster, *facts, (*opened)->facts);
    if (!plan)
        co_return std::unexpected(plan.error());
    prepared.remote = *remote;
    prepared.router = *router;
    prepared.image = *opened;
    prepared.plan = *plan;
    co_return prepared;
}

void showRouterCard(RouterKind kind, const Plan &plan, const TerminalPtr &terminal)
{
    const RouterCard card = routerCard(kind, plan.cluster, plan.lan.address());
    terminal->object({{u"router"_s, card.title}, {u"where"_s, card.where}, {u"values"_s, QJsonArray::fromStringList(card.values)}, {u"notes"_s, QJsonArray::fromStringList(card.notes)}});
    terminal->line(card.title + (card.where.isEmpty() ? QString() : u": "_s + card.where));
    for (const QString &value : card.values)
        terminal->line(u"  "_s + value);
    for (const QString &note : card.notes)
        terminal->line(note);
    if (!card.values.isEmpty())
        terminal->line(sentence("Whether it arrives: bramble check --router-offer"));
}

QCoro::Task<int> planCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const auto router = routerKind(arguments.routerCard);
    if (!router && !arguments.routerCard.isEmpty())
        co_return failed(terminal, Error{ErrorKind::Usage, arguments.routerCard, u"plan"_s});
    const Result<Prepared> prepared = co_await prepare(arguments, terminal, stop);
    if (!prepared)
        co_return failed(terminal, prepared.error());
    if (router) {
        showRouterCard(*router, prepared->plan, terminal);
        co_return 0;
    }
    showPlan(prepared->plan, true, terminal);
    constexpr int wouldChange = 8;
    co_return prepared->plan.nothingToDo() ? 0 : wouldChange;
}

} // namespace bramble
