// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/bytes.h"

#include <QByteArray>

#include <optional>

namespace bramble {

/// ONC RPC version 2 (RFC 5531) with its data form XDR (RFC 4506): what portmap, MOUNT and NFS are made of.
class XdrWriter
{
public:
    XdrWriter &u32(quint32 value);
    XdrWriter &u64(quint64 value);
    XdrWriter &opaque(QByteArrayView bytes); ///< with its length in front, filled up to four bytes

    const QByteArray &bytes() const { return m_out.bytes(); }

private:
    ByteWriter m_out;
};

/// Variable-length data with its filling; more than atMost bytes make the reader fail.
QByteArrayView takeOpaque(ByteReader &in, quint32 atMost);

/// AUTH_SYS (RFC 5531, appendix A): numeric owner of the call.
struct RpcIdentity
{
    QByteArray machine; ///< at most 255 bytes are sent
    quint32 uid = 0;
    quint32 gid = 0;

    bool operator==(const RpcIdentity &) const = default;
};

struct RpcCall
{
    quint32 xid = 0;
    quint32 program = 0;
    quint32 version = 0;
    quint32 procedure = 0;
    std::optional<RpcIdentity> identity{}; ///< absent: AUTH_NONE
    QByteArray arguments{};

    bool operator==(const RpcCall &) const = default;
};

struct RpcReply
{
    enum class Outcome {
        Success,
        ProgramUnavailable,
        VersionMismatch,
        ProcedureUnavailable,
        GarbageArguments,
        SystemError,
        Denied
    };

    quint32 xid = 0;
    Outcome outcome = Outcome::Success;
    QByteArray result{}; ///< of Success only

    bool operator==(const RpcReply &) const = default;
};

QByteArray toBytes(const RpcCall &call);
QByteArray toBytes(const RpcReply &reply);
std::optional<RpcCall> parseRpcCall(QByteArrayView bytes);
std::optional<RpcReply> parseRpcReply(QByteArrayView bytes);
/// A stable word for logs: "program-unavailable".
QString toString(RpcReply::Outcome outcome);

/// Over TCP a message is a record: fragments with a length in front (RFC 5531, 11).
QByteArray rpcRecord(QByteArrayView message);

/// Puts records together from what a stream delivers. A record of more than atMost bytes breaks it for good.
class RpcRecordReader
{
public:
    explicit RpcRecordReader(qsizetype atMost) : m_atMost(atMost) { }

    void feed(QByteArrayView bytes) { m_in.append(bytes); }
    /// The next whole record, or nothing yet.
    std::optional<QByteArray> next();
    bool broken() const { return m_broken; }

private:
    QByteArray m_in;
    QByteArray m_record;
    qsizetype m_atMost;
    bool m_broken = false;
};

} // namespace bramble
