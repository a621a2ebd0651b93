// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/rpc_client.h"

#include "virtualpi/clock.h"

#include <QHostAddress>
#include <QRandomGenerator>
#include <QTcpSocket>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto connectTimeout = 5s;
constexpr auto callTimeout = 30s;
constexpr qsizetype recordLimit = 2 * 1024 * 1024; // above the largest read a Linux server grants
constexpr quint16 firstPrivileged = 665; // what the kernel and klibc choose from
constexpr quint16 lastPrivileged = 1023;

} // namespace

RpcClient::RpcClient(Ipv4 server, quint16 port, Stop stop)
    : m_server(server), m_port(port), m_stop(std::move(stop)), m_records(recordLimit),
      m_xid(QRandomGenerator::global()->generate())
{ }

RpcClient::~RpcClient() = default;

std::expected<void, QString> RpcClient::connect(SourcePort source)
{
    if (source == SourcePort::Any)
        return connectFrom(0);
    // A port may still rest from an earlier connection to this very server; then the next one is tried.
    const quint16 count = lastPrivileged - firstPrivileged + 1;
    const quint16 start = quint16(QRandomGenerator::global()->bounded(count));
    std::expected<void, QString> last = std::unexpected(u"no-privileged-port"_s);
    for (quint16 i = 0; i < 8; ++i) {
        last = connectFrom(quint16(firstPrivileged + (start + i) % count));
        if (last || m_socket->error() == QAbstractSocket::ConnectionRefusedError || m_stop.stop_requested())
            return last;
        if (m_socket->error() == QAbstractSocket::SocketAccessError
            || m_socket->error() == QAbstractSocket::SocketTimeoutError)
            return last;
    }
    return last;
}

std::expected<void, QString> RpcClient::connectFrom(quint16 sourcePort)
{
    m_socket = std::make_unique<QTcpSocket>();
    if (sourcePort != 0 && !m_socket->bind(QHostAddress::AnyIPv4, sourcePort))
        return std::unexpected(m_socket->errorString());
    m_socket->connectToHost(QHostAddress(m_server.value()), m_port);
    const QDeadlineTimer deadline(connectTimeout);
    while (!deadline.hasExpired() && !m_stop.stop_requested()) {
        if (m_socket->waitForConnected(qMax(1, sliceMs(deadline)))) {
            m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
            return {};
        }
        if (m_socket->state() == QAbstractSocket::UnconnectedState)
            return std::unexpected(m_socket->errorString());
    }
    return std::unexpected(u"timeout"_s);
}

std::expected<QByteArray, QString> RpcClient::call(RpcCall call)
{
    call.xid = ++m_xid;
    m_socket->write(rpcRecord(toBytes(call)));
    const QDeadlineTimer deadline(callTimeout);
    while (!deadline.hasExpired() && !m_stop.stop_requested()) {
        while (const auto record = m_records.next()) {
            const auto reply = parseRpcReply(*record);
            if (!reply)
                return std::unexpected(u"garbage"_s);
            if (reply->xid != call.xid)
                continue;
            if (reply->outcome != RpcReply::Outcome::Success)
                return std::unexpected(toString(reply->outcome));
            return reply->result;
        }
        if (m_records.broken())
            return std::unexpected(u"garbage"_s);
        m_socket->waitForReadyRead(qMax(1, sliceMs(deadline)));
        const QByteArray arrived = m_socket->readAll();
        m_records.feed(arrived);
        if (arrived.isEmpty() && m_socket->state() != QAbstractSocket::ConnectedState)
            return std::unexpected(m_socket->errorString());
    }
    return std::unexpected(u"timeout"_s);
}

} // namespace bramble
