// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/clock.h"
#include "virtualpi/linux_boot.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 sshPort = 22;

} // namespace

Result<> greetOnSsh(Ipv4 address, const Stop &stop)
{
    QTcpServer server;
    if (!server.listen(QHostAddress(address.value()), sshPort))
        return fail(ErrorKind::PiInterface, address.toString() + u":22"_s, server.errorString());
    while (!stop.stop_requested()) {
        if (!server.waitForNewConnection(int(stopSlice.count())))
            continue;
        while (const std::unique_ptr<QTcpSocket> guest{server.nextPendingConnection()}) {
            // RFC 4253, 4.2: the version line is all that a look for life waits for.
            guest->write("SSH-2.0-Brambleboot_virtual_Pi\r\n");
            guest->waitForBytesWritten(int(stopSlice.count()));
            guest->disconnectFromHost();
            if (guest->state() != QAbstractSocket::UnconnectedState)
                guest->waitForDisconnected(int(stopSlice.count()));
        }
    }
    return {};
}

} // namespace bramble
