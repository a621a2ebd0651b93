// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/self_test.h"

#include "steps/in_background.h"
#include "steps/must.h"
#include "steps/wire_question.h"
#include "virtualpi/boot_files.h"
#include "virtualpi/dhcp_client.h"

#include <QCryptographicHash>
#include <QHash>
#include <QRandomGenerator>

#include <limits>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// $1 the server's address, $2... folders: RFC 1813's MNT from a privileged port; 0 would be granted.
constexpr char askMountd[] = R"pl(
use strict; use Socket;
my ($server, @paths) = @ARGV;
socket(my $s, PF_INET, SOCK_DGRAM, 17) or die "socket: $!";
for (my $p = 700; $p < 1023; $p++) { last if bind($s, sockaddr_in($p, INADDR_ANY)); }
sub ask {
    my ($port, $program, $version, $procedure, $arguments) = @_;
    send($s, pack('N*', 4711, 0, 2, $program, $version, $procedure, 1, 20, 0, 0, 0, 0, 0, 0, 0) . $arguments, 0, sockaddr_in($port, inet_aton($server))) or die "send: $!";
    my $ready = ''; vec($ready, fileno($s), 1) = 1;
    return unless select($ready, undef, undef, 10) > 0 && recv($s, my $answer, 4096, 0);
    return unpack('N', substr($answer, 24, 4));
}
my $port = ask(111, 100000, 2, 3, pack('N4', 100005, 3, 17, 0));
for my $path (@paths) {
    my $status = ask($port, 100005, 3, 1, pack('N', length $path) . $path . "\0" x (-length($path) % 4));
    print defined $status ? "$status\n" : "silent\n";
}
)pl";

CheckRow rowOf(CheckRow::What what, QString subject, bool good, QString detail)
{
    return CheckRow{what, std::move(subject), good, good ? QString() : std::move(detail)};
}

// The firmware's order of files, with the bytes hashed as they come; cmdline.txt is told by somebody else.
class Listening : public BootFileSource
{
public:
    Listening(Ipv4 server, QByteArray commandLine, Stop stop) : m_server(server), m_commandLine(std::move(commandLine)), m_stop(std::move(stop)) { }

    QHash<QString, QByteArray> fetched; ///< path to SHA-256 in hex

    Result<TftpFile> get(Loader, const QString &path) override
    {
        if (path.endsWith("cmdline.txt"_L1))
            return TftpFile(m_commandLine);
        TftpHabits habits;
        habits.fileTimeout = 2min; // a Pi on the wire is faster than a computer somewhere
        const Result<TftpFile> file = tftpGet(m_server, path, habits, m_stop);
        if (file && *file)
            fetched.insert(path, QCryptographicHash::hash(**file, QCryptographicHash::Sha256).toHex());
        return file;
    }
    Result<TftpSize> probe(Loader, const QString &path) override { return tftpProbe(m_server, path, TftpHabits(), m_stop); }

private:
    Ipv4 m_server;
    QByteArray m_commandLine;
    Stop m_stop;
};

QCoro::Task<CheckRow> bootOffer(Node node, QString interface, Ipv4 server, RemotePtr remote, Stop stop)
{
    VirtualPiOptions options;
    options.model = node.model;
    options.serial = node.serial;
    // The board's own address stays out of it: it may be up, and its router may know it. The serial is enough.
    const MacAddress mac = MacAddress::forTest(QRandomGenerator::global()->generate());
    DhcpMessage question = romQuestion(options, mac, QRandomGenerator::global()->generate());
    question.broadcast = true; // a server that gives addresses would else answer to that address, where nobody is
    const Result<std::vector<DhcpMessage>> heard = co_await askOnWire(remote, interface, question, WireAnswers::UntilBoot, stop);
    if (!heard)
        co_return rowOf(CheckRow::What::BootOffer, node.name, false, heard.error().detail);
    QStringList others;
    for (const DhcpMessage &answer : *heard) {
        const Ipv4 from = answer.address(DhcpOption::ServerId).value_or(answer.siaddr);
        if (isBootOffer(answer, node.model) && from == server)
            co_return rowOf(CheckRow::What::BootOffer, node.name, true, {});
        others << from.toString();
    }
    others.removeDuplicates();
    co_return rowOf(CheckRow::What::BootOffer, node.name, false, others.isEmpty() ? u"no answer"_s : others.join(u' '));
}

} // namespace

QCoro::Task<CheckRow> filesAsFetched(Node node, ServerLayout layout, Ipv4 server, RemotePtr remote, Stop stop)
{
    const Command read = asRoot(u"cat"_s, {layout.bootFolder(node.folder()) + u"/cmdline.txt"_s});
    const Result<QByteArray> commandLine = co_await must(remote, read, shortly(), stop);
    if (!commandLine)
        co_return rowOf(CheckRow::What::BootFiles, node.name, false, commandLine.error().detail);
    const auto source = std::make_shared<Listening>(server, *commandLine, stop);
    VirtualPiOptions options;
    options.model = node.model;
    options.serial = node.serial;
    options.eepromWrittenAt = std::numeric_limits<qint64>::max(); // the start that follows is asked for, not a boot loader that waits there
    const auto work = [source, options] {
        const Recorder silent{VirtualPiSink()};
        return fetchBootFiles(options, *source, silent);
    };
    const Result<FetchedBoot> boot = co_await inBackground(work);
    if (!boot)
        co_return rowOf(CheckRow::What::BootFiles, node.name, false, boot.error().subject + u' ' + boot.error().detail);
    QStringList paths = source->fetched.keys();
    paths.sort();
    QStringList whole;
    for (const QString &path : std::as_const(paths))
        whole << layout.tftp() + u'/' + path;
    const Command hash = asRoot(u"sha256sum"_s, QStringList{u"--"_s} + whole);
    const Result<QByteArray> there = co_await must(remote, hash, patiently(2min), stop);
    if (!there)
        co_return rowOf(CheckRow::What::BootFiles, node.name, false, there.error().detail);
    const QByteArrayList lines = there->split('\n');
    for (qsizetype i = 0; i < paths.size(); ++i)
        if (!lines.value(i).startsWith(source->fetched.value(paths[i])))
            co_return rowOf(CheckRow::What::BootFiles, paths[i], false, u"arrived differently"_s);
    co_return rowOf(CheckRow::What::BootFiles, node.name, !paths.isEmpty(), u"nothing fetched"_s);
}

QCoro::Task<Result<std::vector<CheckRow>>> selfTest(Cluster cluster, ServerLayout layout, QString interface, Ipv4 server, RemotePtr remote, Stop stop)
{
    std::vector<CheckRow> rows;
    QStringList disks;
    QList<PiModel> asked, fetching; // one of each model is enough
    for (const Node &node : cluster.nodes) {
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
        disks << layout.rootFolder(node.folder());
        // Known by its MAC alone it cannot be played from another card.
        if (!node.serial)
            continue;
        // Nor can one that is told by the router, which goes by its MAC.
        if (!isToldByRouter(cluster, node) && !asked.contains(node.model)) {
            asked << node.model;
            const CheckRow offered = co_await bootOffer(node, interface, server, remote, stop);
            rows.push_back(offered);
        }
        if (fetching.contains(node.model))
            continue;
        fetching << node.model;
        const CheckRow fetched = co_await filesAsFetched(node, layout, server, remote, stop);
        rows.push_back(fetched);
    }
    const Command mount = asRoot(u"perl"_s, QStringList{u"-e"_s, QString::fromLatin1(askMountd), server.toString()} + disks);
    const Result<QByteArray> refused = co_await must(remote, mount, patiently(1min), stop);
    const QByteArrayList answers = refused ? refused->split('\n') : QByteArrayList();
    for (qsizetype i = 0; i < qsizetype(cluster.nodes.size()); ++i) {
        const QByteArray answer = answers.value(i);
        const bool good = answer.toInt() == 13 || answer.toInt() == 2 || answer.toInt() == 1; // MNT3ERR_ACCES; NOENT and PERM as some say it
        const QString said = !refused ? refused.error().detail : answer == "0" ? u"offered to a stranger"_s : QString::fromLatin1(answer);
        rows.push_back(rowOf(CheckRow::What::Refused, cluster.nodes[size_t(i)].name, good, said));
    }
    co_return rows;
}

} // namespace bramble
