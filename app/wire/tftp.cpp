// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/tftp.h"

#include "wire/bytes.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 opRead = 1;
constexpr quint16 opData = 3;
constexpr quint16 opAck = 4;
constexpr quint16 opError = 5;
constexpr quint16 opOptions = 6;

std::optional<qint64> number(QByteArrayView text)
{
    bool ok = false;
    const qint64 value = text.toLongLong(&ok);
    if (!ok || value < 0)
        return {};
    return value;
}

// Options this reader does not know are passed over; one without a value makes the packet bad.
template<typename Packet>
bool readOptions(ByteReader &in, Packet &packet)
{
    while (in.left() > 0) {
        const QByteArrayView name = in.takeString();
        const QByteArrayView value = in.takeString();
        if (!in.ok())
            return false;
        auto *slot = name.compare("tsize", Qt::CaseInsensitive) == 0 ? &packet.tsize
            : name.compare("blksize", Qt::CaseInsensitive) == 0      ? &packet.blksize
                                                                     : nullptr;
        if (slot == nullptr)
            continue;
        *slot = number(value);
        if (!*slot)
            return false;
    }
    return true;
}

template<typename Packet>
void writeOptions(ByteWriter &out, const Packet &packet)
{
    if (packet.tsize)
        out.raw("tsize").u8(0).raw(QByteArray::number(*packet.tsize)).u8(0);
    if (packet.blksize)
        out.raw("blksize").u8(0).raw(QByteArray::number(*packet.blksize)).u8(0);
}

std::optional<TftpPacket> readRequest(ByteReader &in)
{
    TftpRequest request{in.takeString().toByteArray(), {}, {}};
    const QByteArrayView mode = in.takeString();
    if (!in.ok() || request.file.isEmpty() || mode.compare("octet", Qt::CaseInsensitive) != 0
        || !readOptions(in, request))
        return {};
    return request;
}

struct Writer
{
    ByteWriter &out;

    void operator()(const TftpRequest &p) const
    {
        out.u16(opRead).raw(p.file).u8(0).raw("octet").u8(0);
        writeOptions(out, p);
    }
    void operator()(const TftpData &p) const { out.u16(opData).u16(p.block).raw(p.bytes); }
    void operator()(const TftpAck &p) const { out.u16(opAck).u16(p.block); }
    void operator()(const TftpError &p) const { out.u16(opError).u16(p.code).raw(p.text).u8(0); }
    void operator()(const TftpOptions &p) const
    {
        out.u16(opOptions);
        writeOptions(out, p);
    }
};

} // namespace

std::optional<TftpPacket> parseTftp(QByteArrayView bytes)
{
    ByteReader in(bytes);
    switch (in.u16()) {
    case opRead: return readRequest(in);
    case opData: {
        const quint16 block = in.u16();
        if (!in.ok())
            return {};
        return TftpData{block, in.rest().toByteArray()};
    }
    case opAck: {
        const quint16 block = in.u16();
        if (!in.ok())
            return {};
        return TftpAck{block};
    }
    case opError: {
        const quint16 code = in.u16();
        if (!in.ok())
            return {};
        // Some servers forget the NUL behind the text.
        const QByteArrayView text = in.rest();
        const qsizetype nul = text.indexOf('\0');
        return TftpError{code, (nul < 0 ? text : text.first(nul)).toByteArray()};
    }
    case opOptions: {
        TftpOptions options;
        if (!readOptions(in, options))
            return {};
        return options;
    }
    default: return {};
    }
}

QByteArray toBytes(const TftpPacket &packet)
{
    ByteWriter out;
    std::visit(Writer{out}, packet);
    return out.bytes();
}

} // namespace bramble
