// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/tftp_fetch.h"

#include "virtualpi/clock.h"

#include <QHostAddress>
#include <QNetworkDatagram>
#include <QUdpSocket>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 tftpPort = 69;
constexpr qsizetype datagramLimit = 65507;

// One file: a socket of its own, so that late packets of the last transfer cannot be taken for this one's.
class Transfer
{
public:
    Transfer(Ipv4 server, const QString &path, const TftpHabits &habits, const Stop &stop)
        : m_server(server.value()), m_path(path), m_habits(habits), m_stop(stop), m_end(habits.fileTimeout)
    { }

    // Sends the request; the first packet of the answer.
    Result<TftpPacket> begin()
    {
        if (!m_socket.bind(QHostAddress::AnyIPv4, 0))
            return failed(m_socket.errorString());
        TftpRequest request{m_path.toUtf8(), {}, m_habits.blockSize};
        if (m_habits.asksSize)
            request.tsize = 0;
        send(request);
        return next();
    }

    // The next packet of this transfer, sending the last one again while there is none.
    Result<TftpPacket> next()
    {
        QDeadlineTimer resend(m_habits.resend);
        while (!m_end.hasExpired()) {
            if (m_stop.stop_requested())
                return fail(ErrorKind::Stopped);
            while (m_socket.hasPendingDatagrams())
                if (auto packet = take())
                    return std::move(*packet);
            if (resend.hasExpired()) {
                transmit();
                resend = QDeadlineTimer(m_habits.resend);
            }
            m_socket.waitForReadyRead(qMin(sliceMs(m_end), qMax(1, sliceMs(resend))));
        }
        return failed(u"timeout"_s);
    }

    void send(const TftpPacket &packet)
    {
        m_last = toBytes(packet);
        transmit();
    }

    void again() { transmit(); }

    std::unexpected<Error> failed(const QString &why) const { return fail(ErrorKind::PiTftpFailed, m_path, why); }

private:
    void transmit() { m_socket.writeDatagram(m_last, m_server, m_port); }

    std::optional<TftpPacket> take()
    {
        const QNetworkDatagram datagram = m_socket.receiveDatagram(datagramLimit);
        const quint16 port = quint16(datagram.senderPort());
        if (!datagram.senderAddress().isEqual(m_server, QHostAddress::TolerantConversion))
            return {};
        // The server answers from a port of its own choosing, which then is the transfer's (RFC 1350, 4).
        if (m_port != tftpPort && port != m_port)
            return {};
        auto packet = parseTftp(datagram.data());
        if (packet)
            m_port = port;
        return packet;
    }

    QUdpSocket m_socket;
    QHostAddress m_server;
    quint16 m_port = tftpPort;
    QString m_path;
    TftpHabits m_habits;
    Stop m_stop;
    QDeadlineTimer m_end;
    QByteArray m_last;
};

// Appends blocks in order until the short one that ends the file.
Result<TftpFile> receiveBlocks(Transfer &transfer, TftpPacket packet, qint64 blockSize, qint64 expected)
{
    QByteArray file;
    file.reserve(qMin(expected, tftpFileLimit));
    quint16 wanted = 1; // wraps: files of more than 65535 blocks exist
    while (true) {
        if (const auto *error = std::get_if<TftpError>(&packet))
            return TftpFile(std::unexpected(*error));
        const auto *data = std::get_if<TftpData>(&packet);
        if (data != nullptr && data->block == wanted) {
            if (data->bytes.size() > blockSize || file.size() + data->bytes.size() > tftpFileLimit)
                return transfer.failed(u"too large"_s);
            file += data->bytes;
            transfer.send(TftpAck{wanted});
            if (data->bytes.size() < blockSize)
                return file;
            ++wanted;
        } else {
            transfer.again(); // sent twice: our answer to it was lost
        }
        auto following = transfer.next();
        if (!following)
            return std::unexpected(following.error());
        packet = std::move(*following);
    }
}

} // namespace

Result<TftpFile> tftpGet(Ipv4 server, const QString &path, const TftpHabits &habits, const Stop &stop)
{
    Transfer transfer(server, path, habits, stop);
    auto first = transfer.begin();
    if (!first)
        return std::unexpected(first.error());
    const auto *agreed = std::get_if<TftpOptions>(&*first);
    if (agreed == nullptr)
        return receiveBlocks(transfer, std::move(*first), 512, 0);
    const qint64 size = agreed->tsize.value_or(0);
    const qint64 blockSize = agreed->blksize.value_or(512);
    if (size > tftpFileLimit)
        return transfer.failed(u"too large"_s);
    if (blockSize < 8 || blockSize > habits.blockSize.value_or(512))
        return transfer.failed(u"blksize"_s);
    transfer.send(TftpAck{0});
    auto second = transfer.next();
    if (!second)
        return std::unexpected(second.error());
    return receiveBlocks(transfer, std::move(*second), blockSize, size);
}

Result<TftpSize> tftpProbe(Ipv4 server, const QString &path, const TftpHabits &habits, const Stop &stop)
{
    Transfer transfer(server, path, habits, stop);
    auto first = transfer.begin();
    if (!first)
        return std::unexpected(first.error());
    if (const auto *error = std::get_if<TftpError>(&*first))
        return TftpSize(std::unexpected(*error));
    transfer.send(TftpError{0, tftpEarlyTerminate});
    const auto *agreed = std::get_if<TftpOptions>(&*first);
    return agreed != nullptr ? agreed->tsize : std::optional<qint64>();
}

Result<QByteArray> tftpFetch(Ipv4 server, QString path, std::chrono::milliseconds timeout, Stop stop)
{
    TftpHabits habits;
    habits.fileTimeout = timeout;
    auto answer = tftpGet(server, path, habits, stop);
    if (!answer)
        return std::unexpected(answer.error());
    if (!*answer)
        return fail(ErrorKind::PiTftpFailed, path, QString::fromUtf8(answer->error().text));
    return std::move(**answer);
}

} // namespace bramble
