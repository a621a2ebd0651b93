// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/nfs3.h"

#include <algorithm>
#include <cstdint>
#include <vector>

using namespace bramble;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

constexpr qsizetype atMost = 65536;

std::vector<QByteArray> recordsOf(QByteArrayView stream, qsizetype piece)
{
    RpcRecordReader reader(atMost);
    std::vector<QByteArray> records;
    for (qsizetype at = 0; at < stream.size(); at += piece) {
        reader.feed(stream.sliced(at, std::min(piece, stream.size() - at)));
        while (const auto record = reader.next()) {
            if (record->size() > atMost)
                __builtin_trap();
            records.push_back(*record);
        }
    }
    return records;
}

void readResult(QByteArrayView result)
{
    (void)Portmap::parseGetPort(result);
    if (const auto handle = Mount3::parseMount(result); handle && *handle && (*handle)->size() > 64)
        __builtin_trap();
    (void)Nfs3::parseAttributes(result);
    (void)Nfs3::parseLookup(result);
    (void)Nfs3::parseAccess(result);
    (void)Nfs3::parseReadLink(result);
    if (const auto piece = Nfs3::parseRead(result, 512); piece && *piece && (*piece)->bytes.size() > 512)
        __builtin_trap();
    (void)Nfs3::parseFsInfo(result);
}

} // namespace

/// A TCP connection to rpcbind, mountd or nfsd: records, calls and answers, and what is in these.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView stream(reinterpret_cast<const char *>(data), qsizetype(size));
    const std::vector<QByteArray> records = recordsOf(stream, std::max<qsizetype>(stream.size(), 1));
    if (size > 0 && recordsOf(stream, 1 + data[size - 1] % 61) != records)
        __builtin_trap();
    for (const QByteArray &record : records) {
        if (const auto call = parseRpcCall(record)) {
            const auto again = parseRpcCall(toBytes(*call));
            if (!again || again->arguments != call->arguments || again->program != call->program || again->procedure != call->procedure)
                __builtin_trap();
        }
        if (const auto reply = parseRpcReply(record)) {
            readResult(reply->result);
            if (parseRpcReply(toBytes(*reply)) != reply)
                __builtin_trap();
        }
        readResult(record);
    }
    return 0;
}
