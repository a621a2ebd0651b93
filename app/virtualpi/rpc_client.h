// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/stop.h"
#include "wire/rpc.h"

#include <QString>

#include <chrono>
#include <expected>
#include <memory>

class QTcpSocket;

namespace bramble {

/// One TCP connection to one RPC program; calls one after the other.
class RpcClient
{
public:
    enum class SourcePort { Any, Privileged }; ///< privileged: below 1024, which exports without `insecure` ask for

    RpcClient(Ipv4 server, quint16 port, Stop stop);
    ~RpcClient();
    RpcClient(const RpcClient &) = delete;
    RpcClient &operator=(const RpcClient &) = delete;

    /// A word on why there is no connection.
    std::expected<void, QString> connect(SourcePort source);
    /// The result of the procedure, or a word on why there is none. The xid of the call is chosen here.
    std::expected<QByteArray, QString> call(RpcCall call);

private:
    std::expected<void, QString> connectFrom(quint16 sourcePort);

    Ipv4 m_server;
    quint16 m_port;
    Stop m_stop;
    std::unique_ptr<QTcpSocket> m_socket;
    RpcRecordReader m_records;
    quint32 m_xid;
};

} // namespace bramble
