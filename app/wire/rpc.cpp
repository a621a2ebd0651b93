// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/rpc.h"

#include <QString>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 typeCall = 0;
constexpr quint32 typeReply = 1;
constexpr quint32 rpcVersion = 2;
constexpr quint32 authNone = 0;
constexpr quint32 authSys = 1;
constexpr quint32 authLimit = 400; // RFC 5531, 8.2
constexpr quint32 accepted = 0;
constexpr quint32 denied = 1;
constexpr quint32 lastFragment = 0x80000000U;

std::optional<RpcIdentity> readIdentity(QByteArrayView body)
{
    ByteReader in(body);
    in.u32(); // stamp
    RpcIdentity identity{takeOpaque(in, 255).toByteArray(), in.u32(), in.u32()};
    const quint32 groups = in.u32();
    if (!in.ok() || groups > 16)
        return {};
    return identity;
}

} // namespace

XdrWriter &XdrWriter::u32(quint32 value)
{
    m_out.u32(value);
    return *this;
}

XdrWriter &XdrWriter::u64(quint64 value)
{
    m_out.u64(value);
    return *this;
}

XdrWriter &XdrWriter::opaque(QByteArrayView bytes)
{
    m_out.u32(quint32(bytes.size())).raw(bytes).zeros((4 - bytes.size() % 4) % 4);
    return *this;
}

QByteArrayView takeOpaque(ByteReader &in, quint32 atMost)
{
    const quint32 size = in.u32();
    if (size > atMost) {
        in.fail();
        return {};
    }
    const QByteArrayView bytes = in.take(size);
    in.take((4 - qsizetype(size) % 4) % 4);
    return in.ok() ? bytes : QByteArrayView();
}

QByteArray toBytes(const RpcCall &call)
{
    XdrWriter out;
    out.u32(call.xid).u32(typeCall).u32(rpcVersion).u32(call.program).u32(call.version).u32(call.procedure);
    if (call.identity) {
        XdrWriter body;
        body.u32(0).opaque(
            QByteArrayView(call.identity->machine).first(std::min<qsizetype>(255, call.identity->machine.size())));
        body.u32(call.identity->uid).u32(call.identity->gid).u32(1).u32(call.identity->gid);
        out.u32(authSys).opaque(body.bytes());
    } else {
        out.u32(authNone).u32(0);
    }
    out.u32(authNone).u32(0);
    return out.bytes() + call.arguments;
}

QByteArray toBytes(const RpcReply &reply)
{
    XdrWriter out;
    out.u32(reply.xid).u32(typeReply);
    if (reply.outcome == RpcReply::Outcome::Denied)
        return out.u32(denied).u32(1).u32(1).bytes(); // AUTH_ERROR, AUTH_BADCRED
    out.u32(accepted).u32(authNone).u32(0).u32(quint32(reply.outcome));
    if (reply.outcome == RpcReply::Outcome::VersionMismatch)
        out.u32(0).u32(0);
    return out.bytes() + reply.result;
}

std::optional<RpcCall> parseRpcCall(QByteArrayView bytes)
{
    ByteReader in(bytes);
    RpcCall call{.xid = in.u32()};
    if (in.u32() != typeCall || in.u32() != rpcVersion)
        return {};
    call.program = in.u32();
    call.version = in.u32();
    call.procedure = in.u32();
    const quint32 flavour = in.u32();
    const QByteArrayView credentials = takeOpaque(in, authLimit);
    in.u32();
    takeOpaque(in, authLimit);
    if (!in.ok())
        return {};
    if (flavour == authSys) {
        call.identity = readIdentity(credentials);
        if (!call.identity)
            return {};
    }
    call.arguments = in.rest().toByteArray();
    return call;
}

std::optional<RpcReply> parseRpcReply(QByteArrayView bytes)
{
    ByteReader in(bytes);
    RpcReply reply{.xid = in.u32()};
    if (in.u32() != typeReply)
        return {};
    const quint32 state = in.u32();
    if (!in.ok() || state > denied)
        return {};
    if (state == denied) {
        reply.outcome = RpcReply::Outcome::Denied;
        return reply;
    }
    in.u32(); // verifier
    takeOpaque(in, authLimit);
    const quint32 outcome = in.u32();
    if (!in.ok() || outcome > quint32(RpcReply::Outcome::SystemError))
        return {};
    reply.outcome = RpcReply::Outcome(outcome);
    if (reply.outcome == RpcReply::Outcome::Success)
        reply.result = in.rest().toByteArray();
    return reply;
}

QString toString(RpcReply::Outcome outcome)
{
    switch (outcome) {
    case RpcReply::Outcome::Success: return u"success"_s;
    case RpcReply::Outcome::ProgramUnavailable: return u"program-unavailable"_s;
    case RpcReply::Outcome::VersionMismatch: return u"version-mismatch"_s;
    case RpcReply::Outcome::ProcedureUnavailable: return u"procedure-unavailable"_s;
    case RpcReply::Outcome::GarbageArguments: return u"garbage-arguments"_s;
    case RpcReply::Outcome::SystemError: return u"system-error"_s;
    case RpcReply::Outcome::Denied: return u"denied"_s;
    }
    return {};
}

QByteArray rpcRecord(QByteArrayView message)
{
    ByteWriter out;
    out.u32(lastFragment | quint32(message.size())).raw(message);
    return out.bytes();
}

std::optional<QByteArray> RpcRecordReader::next()
{
    while (!m_broken && m_in.size() >= 4) {
        const quint32 head = ByteReader(m_in).u32();
        const qsizetype size = qsizetype(head & ~lastFragment);
        if (size > m_atMost - m_record.size()) {
            m_broken = true;
            m_in.clear();
            m_record.clear();
            break;
        }
        if (m_in.size() < 4 + size)
            break;
        m_record.append(m_in.sliced(4, size));
        m_in.remove(0, 4 + size);
        if ((head & lastFragment) != 0)
            return std::exchange(m_record, {});
    }
    return {};
}

} // namespace bramble
