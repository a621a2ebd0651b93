// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/socket_reader.h"

#include <algorithm>

namespace bramble {

namespace {

constexpr qint64 mostBytes = qint64(1) << 59;

qint64 sum(qint64 a, qint64 b)
{
    return std::min(mostBytes, a + b); // neither is more than that
}

QByteArrayView nextToken(QByteArrayView line, qsizetype &at)
{
    const auto isBlank = [&line](qsizetype i) { return line[i] == ' ' || line[i] == '\t' || line[i] == '\r'; };
    while (at < line.size() && isBlank(at))
        ++at;
    const qsizetype begin = at;
    while (at < line.size() && !isBlank(at))
        ++at;
    return line.sliced(begin, at - begin);
}

struct Endpoint
{
    Ipv4 address;
    quint16 port = 0;
};

// 192.168.77.21:757, 192.168.77.10%eth0:2049, [::ffff:192.168.77.21]:757. Of IPv6 only this: a Pi that boots from the network speaks IPv4.
std::optional<Endpoint> endpointIn(QByteArrayView token)
{
    constexpr qsizetype longest = 80;
    const qsizetype colon = token.size() > longest ? -1 : token.lastIndexOf(':');
    if (colon <= 0)
        return {};
    bool ok = false;
    const quint16 port = token.sliced(colon + 1).toUShort(&ok);
    QByteArrayView host = token.first(colon);
    if (const qsizetype zone = host.indexOf('%'); zone >= 0)
        host = host.first(zone);
    constexpr QByteArrayView mapped = "[::ffff:";
    if (host.startsWith(mapped)) {
        host = host.sliced(mapped.size());
        if (host.endsWith(']'))
            host.chop(1);
    }
    const auto address = ok ? Ipv4::parse(QString::fromLatin1(host)) : std::nullopt;
    return address ? std::optional(Endpoint{*address, port}) : std::nullopt;
}

// ... and any other pair of addresses, whose counters are not to be taken for those of the connection before.
bool isEndpoint(QByteArrayView token)
{
    return token.startsWith('[') || endpointIn(token);
}

} // namespace

void SocketReader::beginAnew()
{
    m_now.clear();
    m_current.reset();
    m_isFirst = true;
    for (Client &client : m_clients) {
        client.connections = 0;
        client.told = 0; // who it was told may have forgotten
    }
}

void SocketReader::begin(Connection connection)
{
    constexpr qsizetype mostClients = 4096;
    constexpr int mostConnections = 32; // of one client: nconnect is 16 at most (nfs(5))
    const Ipv4 address = Ipv4::fromValue(quint32(connection.first >> 16));
    if (m_clients.size() >= mostClients && !m_clients.contains(address))
        return;
    Client &client = m_clients[address];
    if (client.connections >= mostConnections)
        return;
    ++client.connections;
    m_current = connection;
}

// What the client has acknowledged, not what was sent: to one that is dead, the same is sent again and again.
void SocketReader::count(QByteArrayView token)
{
    constexpr QByteArrayView acknowledged = "bytes_acked:";
    constexpr QByteArrayView received = "bytes_received:";
    const qsizetype name = token.startsWith(acknowledged) ? acknowledged.size() : token.startsWith(received) ? received.size() : 0;
    if (!m_current || name == 0)
        return;
    bool ok = false;
    const qint64 bytes = token.sliced(name).toLongLong(&ok);
    if (ok && bytes >= 0) {
        qint64 &so = m_now[*m_current];
        so = sum(so, std::min(bytes, mostBytes));
    }
}

std::vector<DiskBytes> SocketReader::read(QByteArrayView line)
{
    constexpr qsizetype longest = 4096;
    if (line.size() > longest) {
        m_current.reset();
        return {};
    }
    if (line.trimmed() == ".")
        return endRound();
    std::optional<Endpoint> server;
    bool wasEndpoint = false;
    qsizetype at = 0;
    for (QByteArrayView token = nextToken(line, at); !token.isEmpty(); token = nextToken(line, at)) {
        const bool isOne = isEndpoint(token);
        const auto here = isOne ? endpointIn(token) : std::nullopt;
        if (isOne && wasEndpoint) { // ours, and now theirs
            m_current.reset();
            if (server && here)
                begin({quint64(here->address.value()) << 16 | here->port, server->address.value()});
        }
        wasEndpoint = isOne && !wasEndpoint;
        server = here;
        if (!isOne)
            count(token);
    }
    return {};
}

std::vector<DiskBytes> SocketReader::endRound()
{
    constexpr qint64 worthTelling = 4096;
    QHash<Ipv4, qint64> grown;
    for (const auto &[connection, bytes] : std::as_const(m_now).asKeyValueRange()) {
        const qint64 before = m_last.value(connection);
        qint64 &more = grown[Ipv4::fromValue(quint32(connection.first >> 16))];
        more = sum(more, bytes < before ? bytes : bytes - before); // less: it was made anew from the same port
    }
    std::vector<DiskBytes> told;
    for (const auto &[address, client] : m_clients.asKeyValueRange()) {
        client.connections = 0;
        const qint64 more = grown.value(address);
        client.total = sum(client.total, more);
        if (client.total - client.told < worthTelling)
            continue;
        client.told = client.total;
        told.push_back({address, client.total, m_isFirst ? 0 : more});
    }
    m_last = std::exchange(m_now, {});
    m_current.reset();
    m_isFirst = false;
    return told;
}

} // namespace bramble
