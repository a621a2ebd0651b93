// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "host/host.h"
#include "host/lan.h"
#include "model/readiness.h"
#include "model/sweep.h"
#include "steps/find.h"
#include "steps/hearing.h"
#include "steps/prepare_pi.h"
#include "steps/read_pis.h"
#include "text/pasted_nodes.h"
#include "words/readiness_words.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

// What has been seen so far, and which rows have been shown as they are now.
struct Seen
{
    Sightings all;
    QStringList shown;
    std::vector<PiState> read; ///< those that were logged in to

    const PiState *of(const SeenMachine &machine) const
    {
        const auto found = std::ranges::find_if(read, [&machine](const PiState &state) { return machine.serial && state.facts.serial == machine.serial; });
        return found == read.end() ? nullptr : &*found;
    }
};

QString textOf(const SeenMachine &machine)
{
    QString line = u"%1  %2  %3"_s.arg(shortName(machine.model), -7).arg(machine.serial ? machine.serial->toString() : u"-"_s, -8).arg(machine.mac ? machine.mac->toString() : u"-"_s, -17);
    if (machine.address)
        line += u"  "_s + machine.address->toString();
    if (!machine.name.isEmpty())
        line += u"  "_s + machine.name;
    return line;
}

QJsonObject jsonOf(const SeenMachine &machine, const PiState *state, const Readiness &readiness)
{
    QJsonObject object{{u"pi"_s, machine.isPi()}, {u"model"_s, shortName(machine.model)}, {u"name"_s, machine.name}, {u"state"_s, words(readiness).state}};
    object[u"serial"_s] = machine.serial ? machine.serial->toString() : QString();
    object[u"mac"_s] = machine.mac ? machine.mac->toString() : QString();
    object[u"address"_s] = machine.address ? machine.address->toString() : QString();
    object[u"memory"_s] = machine.revision ? machine.revision->memoryMiB() : 0;
    QJsonArray conflicts;
    for (const Error &conflict : machine.conflicts)
        conflicts.append(paragraph(conflict));
    object[u"conflicts"_s] = conflicts;
    if (state) {
        object[u"system"_s] = state->facts.system;
        object[u"bootloader"_s] = state->facts.bootloaderBuiltAt;
        object[u"bootconf"_s] = QString::fromUtf8(state->presentConf());
        object[u"netbooted"_s] = state->facts.netbooted;
        if (state->facts.hostBoot)
            object[u"fuse"_s] = *state->facts.hostBoot;
    }
    return object;
}

void show(Seen &seen, Terminal &terminal, bool maybes)
{
    for (const SeenMachine &machine : seen.all.machines()) {
        if (!machine.isPi() && !(maybes && machine.mayBePi()))
            continue;
        const PiState *state = seen.of(machine);
        const Readiness readiness = state ? planPreparing(*state, {}).readiness : readinessOf(machine);
        const ReadinessWords said = words(readiness);
        QString text = textOf(machine) + u"  "_s + (machine.isPi() ? said.state : sentence("may be a Pi: only its address looks like one"));
        if (machine.isPi() && readiness.state == Readiness::State::Refused)
            text += u": "_s + said.why;
        for (const Error &conflict : machine.conflicts)
            text += u"\n    "_s + paragraph(conflict);
        if (seen.shown.contains(text))
            continue;
        seen.shown << text;
        terminal.line(text);
        terminal.object(jsonOf(machine, state, readiness));
    }
}

// What was printed elsewhere, as it comes.
int readFrom(const QString &path, Seen &seen, const TerminalPtr &terminal)
{
    QFile file(path);
    if (path == "-"_L1 ? !file.open(0, QFile::ReadOnly) : !file.open(QFile::ReadOnly))
        return failed(terminal, Error{ErrorKind::FileUnreadable, path, file.errorString()});
    Hearing hearing;
    for (QByteArray line = file.readLine(65536); !line.isEmpty(); line = file.readLine(65536)) {
        for (const Sighting &sighting : hearing.feed(line))
            seen.all.add(sighting);
        show(seen, *terminal, false);
    }
    for (const Sighting &sighting : hearing.finish())
        seen.all.add(sighting);
    show(seen, *terminal, false);
    return 0;
}

// Where to listen: at the machine that is named, else at the cluster's server, and at its router where it has one that lets us in.
QCoro::Task<Result<std::vector<std::pair<RemotePtr, QString>>>> places(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const bool named = !arguments.positional.isEmpty();
    const Result<Cluster> cluster = named ? machineOf(arguments.positional[0]) : loadCluster(arguments);
    if (!cluster)
        co_return std::unexpected(cluster.error());
    const Result<RemotePtr> remote = co_await logIn(arguments, *cluster, terminal, stop);
    if (!remote)
        co_return std::unexpected(remote.error());
    std::vector all{std::pair(*remote, arguments.interface.isEmpty() ? cluster->server.interface : arguments.interface)};
    const Result<RemotePtr> router = co_await logInToRouter(arguments, *cluster, terminal, stop);
    if (!router)
        terminal->error(router.error()); // the server hears, too
    else if (*router)
        all.emplace_back(*router, QString());
    co_return all;
}

QCoro::Task<int> listen(Arguments arguments, std::shared_ptr<Seen> seen, TerminalPtr terminal, Stop stop)
{
    const auto where = co_await places(arguments, terminal, stop);
    if (!where)
        co_return failed(terminal, where.error());
    StopSource enough;
    const std::stop_callback passOn(stop, [&enough] { enough.request_stop(); });
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &deadline, [&enough] { enough.request_stop(); });
    if (arguments.timeoutSeconds > 0)
        deadline.start(std::chrono::seconds(arguments.timeoutSeconds));
    const SightingSink sink = [seen, terminal](const Sighting &sighting) {
        seen->all.add(sighting);
        show(*seen, *terminal, sighting.source == Sighting::Source::Lease || sighting.source == Sighting::Source::Neighbour);
    };
    // Said once: as soon as anybody listens. A Pi that was switched on before that is not heard.
    const auto begun = [terminal, said = std::make_shared<bool>(false)] {
        if (std::exchange(*said, true))
            return;
        terminal->line(sentence("Turn on the Pis you want to add; they appear here."));
        terminal->object({{u"listening"_s, true}});
    };
    std::vector<QCoro::Task<Result<>>> ears;
    for (const auto &[remote, interface] : *where)
        ears.push_back(listenThere(remote, interface, sink, begun, enough.get_token()));
    int exitCode = 0;
    for (QCoro::Task<Result<>> &ear : ears)
        if (const Result<> ended = co_await ear; !ended && ended.error().kind != ErrorKind::Stopped)
            exitCode = failed(terminal, ended.error());
    co_return exitCode;
}

void takeRead(Seen &seen, Ipv4 address, const PiState &state)
{
    seen.all.add(sightingOf(state, address));
    seen.read.push_back(state);
}

// Those that may be Pis are asked themselves. Whoever wants something to be answered is asked once more, with somebody there.
QCoro::Task<> readThem(Arguments arguments, std::shared_ptr<Seen> seen, TerminalPtr terminal, Stop stop)
{
    Cluster cluster;
    cluster.server.user = arguments.sshUser;
    ConnectOptions login = loginOptions(arguments, cluster);
    if (const Result<> taken = takePassword(login, arguments); !taken) {
        terminal->error(taken.error());
        co_return;
    }
    const auto refused = std::make_shared<std::vector<std::pair<Ipv4, Error>>>();
    const PiReadSink sink = [seen, refused](Ipv4 address, const Result<PiState> &state) {
        if (state)
            takeRead(*seen, address, *state);
        else
            refused->emplace_back(address, state.error());
    };
    const std::vector<Ipv4> addresses = worthReading(seen->all.machines());
    co_await readPis(addresses, login, sink, stop);
    for (auto [address, why] : *refused) {
        if (why.kind == ErrorKind::NotAPi)
            continue;
        if (terminal->interactive() && (why.kind == ErrorKind::SshHostKeyUnknown || why.kind == ErrorKind::SshPassphraseNeeded || why.kind == ErrorKind::SudoPasswordNeeded)) {
            cluster.server.host = address.toString();
            const Result<RemotePtr> remote = co_await logIn(arguments, cluster, terminal, stop);
            Result<PiState> state = std::unexpected(remote ? why : remote.error());
            if (remote)
                state = co_await readPi(*remote, stop);
            if (state) {
                takeRead(*seen, address, *state);
                continue;
            }
            why = state.error();
        }
        terminal->line(sentence("%1 was not read: %2").arg(address.toString(), paragraph(why)));
        terminal->object({{u"notRead"_s, address.toString()}, {u"error"_s, toJson(why)}});
    }
}

void tellLine(const PastedProblem &said, Terminal &terminal)
{
    terminal.line(sentence("Line %1: %2").arg(said.line).arg(paragraph(said.error)));
    terminal.object({{u"line"_s, said.line}, {u"error"_s, toJson(said.error)}});
}

Result<> takePasted(const QString &path, Seen &seen, Terminal &terminal)
{
    const Result<QByteArray> text = readFile(path, pasteLimit);
    if (!text)
        return std::unexpected(text.error());
    const Pasted pasted = readPastedNodes(QString::fromUtf8(*text));
    for (const PastedNode &node : pasted.nodes)
        seen.all.add({.source = Sighting::Source::ByHand, .serial = node.serial, .mac = node.mac, .model = node.model.value_or(PiModel::Unknown), .revision = node.revision, .name = node.name});
    for (const PastedProblem &problem : pasted.problems)
        tellLine(problem, terminal);
    for (const PastedProblem &hint : pasted.hints)
        if (isToldApart(hint))
            tellLine(hint, terminal);
    return {};
}

QCoro::Task<Result<>> lookAround(Arguments arguments, std::shared_ptr<Seen> seen, TerminalPtr terminal, Stop stop)
{
    FindWish wish;
    wish.agreed = arguments.yes;
    if (!arguments.network.isEmpty()) {
        wish.network = Ipv4Network::parse(arguments.network);
        if (!wish.network)
            co_return fail(ErrorKind::InvalidAddress, arguments.network);
    }
    const Result<std::vector<Sighting>> found = co_await findHere(wish, stop);
    if (!found)
        co_return std::unexpected(found.error());
    for (const Sighting &sighting : *found)
        seen->all.add(sighting);
    if (!wish.network && !wish.agreed)
        for (const Ipv4Network &large : sweepsToAskFor(localNetworks())) {
            terminal->line(sentence("%1 was not looked through, because it is so large; --yes looks there, too.").arg(large.toString()));
            terminal->object({{u"leftOut"_s, large.toString()}});
        }
    if (!arguments.sshUser.isEmpty())
        co_await readThem(arguments, seen, terminal, stop);
    co_return Result<>();
}

} // namespace

QCoro::Task<int> findCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const auto seen = std::make_shared<Seen>();
    if (!arguments.paste.isEmpty()) {
        if (const Result<> taken = takePasted(arguments.paste, *seen, *terminal); !taken)
            co_return failed(terminal, taken.error());
    }
    const bool looks = !arguments.network.isEmpty() || !arguments.sshUser.isEmpty();
    if (looks || (arguments.from.isEmpty() && !arguments.listen && arguments.paste.isEmpty()))
        if (const Result<> looked = co_await lookAround(arguments, seen, terminal, stop); !looked)
            co_return failed(terminal, looked.error());
    show(*seen, *terminal, arguments.from.isEmpty() && !arguments.listen);
    if (!arguments.from.isEmpty())
        co_return readFrom(arguments.from, *seen, terminal);
    if (arguments.listen)
        co_return co_await listen(arguments, seen, terminal, stop);
    terminal->line(sentence("%1 machines are known now, %2 of them are Pis for certain.").arg(seen->all.machines().size()).arg(seen->all.pis().size()));
    co_return 0;
}

} // namespace bramble
