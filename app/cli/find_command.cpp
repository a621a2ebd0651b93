// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "model/readiness.h"
#include "steps/find.h"
#include "steps/hearing.h"
#include "words/readiness_words.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QTimer>

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

QJsonObject jsonOf(const SeenMachine &machine, const Readiness &readiness)
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
    return object;
}

void show(Seen &seen, Terminal &terminal, bool maybes)
{
    for (const SeenMachine &machine : seen.all.machines()) {
        if (!machine.isPi() && !(maybes && machine.mayBePi()))
            continue;
        const Readiness readiness = readinessOf(machine);
        QString text = textOf(machine) + u"  "_s + (machine.isPi() ? words(readiness).state : sentence("may be a Pi: only its address looks like one"));
        for (const Error &conflict : machine.conflicts)
            text += u"\n    "_s + paragraph(conflict);
        if (seen.shown.contains(text))
            continue;
        seen.shown << text;
        terminal.line(text);
        terminal.object(jsonOf(machine, readiness));
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

QCoro::Task<int> listen(Arguments arguments, std::shared_ptr<Seen> seen, TerminalPtr terminal, Stop stop)
{
    const Result<Cluster> cluster = loadCluster(arguments);
    if (!cluster)
        co_return failed(terminal, cluster.error());
    const Result<RemotePtr> remote = co_await logIn(arguments, *cluster, terminal, stop);
    if (!remote)
        co_return failed(terminal, remote.error());
    terminal->line(sentence("Turn on the Pis you want to add; they appear here."));
    StopSource enough;
    const std::stop_callback passOn(stop, [&enough] { enough.request_stop(); });
    QTimer deadline;
    deadline.setSingleShot(true);
    QObject::connect(&deadline, &QTimer::timeout, &deadline, [&enough] { enough.request_stop(); });
    if (arguments.timeoutSeconds > 0)
        deadline.start(std::chrono::seconds(arguments.timeoutSeconds));
    const SightingSink sink = [seen, terminal](const Sighting &sighting) {
        seen->all.add(sighting);
        show(*seen, *terminal, false);
    };
    const QString interface = arguments.interface.isEmpty() ? cluster->server.interface : arguments.interface;
    const Result<> ended = co_await listenThere(*remote, interface, sink, enough.get_token());
    if (!ended && ended.error().kind != ErrorKind::Stopped)
        co_return failed(terminal, ended.error());
    co_return 0;
}

} // namespace

QCoro::Task<int> findCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const auto seen = std::make_shared<Seen>();
    if (!arguments.from.isEmpty())
        co_return readFrom(arguments.from, *seen, terminal);
    if (arguments.listen)
        co_return co_await listen(arguments, seen, terminal, stop);
    FindWish wish;
    wish.agreed = arguments.yes;
    if (!arguments.network.isEmpty()) {
        wish.network = Ipv4Network::parse(arguments.network);
        if (!wish.network)
            co_return failed(terminal, Error{ErrorKind::InvalidAddress, arguments.network, {}});
    }
    const Result<std::vector<Sighting>> found = co_await findHere(wish, stop);
    if (!found)
        co_return failed(terminal, found.error());
    for (const Sighting &sighting : *found)
        seen->all.add(sighting);
    show(*seen, *terminal, true);
    const std::vector<SeenMachine> pis = seen->all.pis();
    terminal->line(sentence("%1 machines answered, %2 of them are Pis for certain.").arg(seen->all.machines().size()).arg(pis.size()));
    co_return 0;
}

} // namespace bramble
