// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/lan.h"

#include "host/neighbour_table.h"
#include "host/output_of.h"

#include <QCoro/QCoroAbstractSocket>
#include <QCoro/QCoroIODevice>
#include <QCoro/QCoroTimer>

#include <QElapsedTimer>
#include <QFile>
#include <QNetworkInterface>
#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUdpSocket>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint16 DiscardPort = 9;
constexpr quint16 MdnsPort = 5353;
constexpr size_t MostAnswers = 2000;
constexpr int Burst = 64; ///< datagrams between two breaths: a queue of neighbours is short

} // namespace

std::vector<Ipv4Network> localNetworks()
{
    std::vector<Ipv4Network> out;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces()) {
        if (!interface.flags().testFlags(QNetworkInterface::IsUp | QNetworkInterface::IsRunning) || interface.flags().testFlag(QNetworkInterface::IsLoopBack))
            continue;
        for (const QNetworkAddressEntry &entry : interface.addressEntries())
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                if (const auto network = Ipv4Network::from(Ipv4::fromValue(entry.ip().toIPv4Address()), entry.prefixLength()))
                    out.push_back(*network);
    }
    return out;
}

QCoro::Task<std::vector<Neighbour>> neighbours()
{
    const NeighbourTable table = neighbourTable();
    if (!table.file.isEmpty()) {
        QFile file(table.file);
        co_return file.open(QFile::ReadOnly) ? parseNeighbours(file.readAll()) : std::vector<Neighbour>();
    }
    const QByteArray printed = co_await outputOf(table.command, 10s);
    co_return parseNeighbours(printed);
}

QCoro::Task<Result<std::vector<Neighbour>>> nudge(std::vector<Ipv4> targets, std::chrono::milliseconds patience, Stop stop)
{
    QUdpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    int sent = 0;
    for (const Ipv4 target : targets) {
        if (stop.stop_requested())
            co_return fail(ErrorKind::Stopped);
        socket.writeDatagram(QByteArray(1, '\0'), QHostAddress(target.value()), DiscardPort);
        if (++sent % Burst == 0)
            co_await QCoro::sleepFor(20ms);
    }
    co_await QCoro::sleepFor(patience);
    co_return co_await neighbours();
}

QCoro::Task<std::vector<QByteArray>> askMdns(QByteArray query, Ipv4 from, std::chrono::milliseconds patience, Stop stop)
{
    std::vector<QByteArray> answers;
    QUdpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    // Not from port 5353: then the answers come to us alone, and a responder of this computer is not disturbed.
    if (!socket.bind(QHostAddress(from.value()), 0))
        co_return answers;
    for (const QNetworkInterface &interface : QNetworkInterface::allInterfaces())
        for (const QNetworkAddressEntry &entry : interface.addressEntries())
            if (entry.ip() == QHostAddress(from.value()))
                socket.setMulticastInterface(interface);
    socket.setSocketOption(QAbstractSocket::MulticastTtlOption, 255);
    socket.writeDatagram(query, QHostAddress(u"224.0.0.251"_s), MdnsPort);
    QElapsedTimer since;
    since.start();
    while (since.elapsed() < patience.count() && !stop.stop_requested()) {
        co_await QCoro::sleepFor(50ms);
        while (socket.hasPendingDatagrams() && answers.size() < MostAnswers) {
            QByteArray packet(std::max<qint64>(socket.pendingDatagramSize(), 0), '\0');
            socket.readDatagram(packet.data(), packet.size());
            answers.push_back(std::move(packet));
        }
    }
    co_return answers;
}

QCoro::Task<QByteArray> sshGreeting(Ipv4 address, std::chrono::milliseconds patience)
{
    QTcpSocket socket;
    socket.setProxy(QNetworkProxy::NoProxy);
    socket.connectToHost(QHostAddress(address.value()), 22);
    const bool connected = co_await qCoro(socket).waitForConnected(patience);
    if (!connected)
        co_return QByteArray();
    if (!socket.canReadLine())
        co_await qCoro(static_cast<QIODevice &>(socket)).waitForReadyRead(patience);
    co_return socket.readLine(255);
}

} // namespace bramble
