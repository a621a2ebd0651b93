// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A recorded boot, packet by packet: samples/uml-boot.pcap is what a server's wire carried while a user-mode Linux with
// klibc's ipconfig and nfsmount booted from it. Then the same packets, damaged: no reader may do more than refuse.
#include "wire/dhcp.h"
#include "wire/frame.h"
#include "wire/machine_id.h"
#include "wire/nfs3.h"
#include "wire/packet.h"
#include "wire/pcap_reader.h"
#include "wire/pxe.h"
#include "wire/rpc.h"
#include "wire/tftp.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

// The stream of a frame's TCP segment; the capture has whole RPC messages in single segments.
QByteArray tcpPayload(const QByteArray &frame)
{
    if (frame.size() < 54 || frame[23] != 6)
        return {};
    const qsizetype total = (quint8(frame[16]) << 8) + quint8(frame[17]);
    const qsizetype start = 34 + (quint8(frame[46]) >> 4) * 4;
    return frame.sliced(start, 14 + total - start);
}

struct CapturedFrame
{
    qint64 atMicroseconds = 0;
    qint64 size = 0;
    QByteArray bytes;
};

/// Nothing for what is no capture; piece: how much is fed at a time, bytes.
std::optional<std::vector<CapturedFrame>> parsePcap(QByteArrayView file, qsizetype piece = 4096)
{
    PcapReader reader;
    std::vector<CapturedFrame> frames;
    for (qsizetype at = 0; at < file.size() && !reader.isBroken(); at += piece) {
        reader.feed(file.sliced(at, std::min(piece, file.size() - at)));
        while (const auto frame = reader.next())
            frames.push_back({frame->atMicroseconds, frame->size, frame->bytes.toByteArray()});
    }
    return reader.isBroken() || file.size() < 24 ? std::nullopt : std::optional(frames);
}

std::vector<CapturedFrame> recording()
{
    QFile file(QStringLiteral(BRAMBLE_TESTS_DIR "/wire/samples/uml-boot.pcap"));
    if (!file.open(QFile::ReadOnly))
        return {};
    return parsePcap(file.readAll()).value_or(std::vector<CapturedFrame>());
}

// Every reader there is, on any bytes.
void readEverything(const QByteArray &bytes)
{
    std::ignore = parsePcap(bytes);
    std::ignore = parsePacket(bytes);
    if (const auto frame = parseUdpFrame(bytes, UdpChecksum::Trust))
        std::ignore = toBytes(*frame, 1);
    if (const auto dhcp = parseDhcp(bytes)) {
        std::ignore = dhcp->type();
        std::ignore = dhcp->address(DhcpOption::ServerId);
        std::ignore = parseDhcp(toBytes(*dhcp));
    }
    std::ignore = offersPiBoot(bytes, BootTextRule::MenuOrPlain);
    std::ignore = parseMachineId(bytes);
    if (const auto packet = parseTftp(bytes))
        std::ignore = toBytes(*packet);
    if (const auto call = parseRpcCall(bytes))
        std::ignore = toBytes(*call);
    if (const auto reply = parseRpcReply(bytes))
        std::ignore = toBytes(*reply);
    RpcRecordReader records(4096);
    records.feed(bytes);
    while (records.next()) { }
    std::ignore = Portmap::parseGetPort(bytes);
    std::ignore = Mount3::parseMount(bytes);
    std::ignore = Nfs3::parseAttributes(bytes);
    std::ignore = Nfs3::parseLookup(bytes);
    std::ignore = Nfs3::parseAccess(bytes);
    std::ignore = Nfs3::parseReadLink(bytes);
    std::ignore = Nfs3::parseRead(bytes, 65536);
    std::ignore = Nfs3::parseFsInfo(bytes);
}

} // namespace

class TestRecordedBoot : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dhcp()
    {
        QList<DhcpMessage> heard;
        for (const CapturedFrame &frame : recording())
            // Captured where it was sent: the network card would have filled in the server's checksums.
            if (const auto udp = parseUdpFrame(frame.bytes, UdpChecksum::Trust)) {
                QVERIFY(udp->sourcePort != 68 || parseUdpFrame(frame.bytes, UdpChecksum::Check));
                if (const auto message = parseDhcp(udp->payload))
                    heard << *message;
            }
        QCOMPARE(heard.size(), 11);
        QCOMPARE(heard[0].type(), std::optional(DhcpType::Discover));
        QCOMPARE(heard[0].option(DhcpOption::VendorClass), std::optional("PXEClient:Arch:00000:UNDI:002001"_ba));
        QCOMPARE(parseMachineId(*heard[0].option(DhcpOption::MachineId))->serial->toString(), u"5e6f7a8b"_s);
        QCOMPARE(heard[1].yiaddr, Ipv4::fromValue(0)); // the proxy
        QCOMPARE(heard[1].address(DhcpOption::ServerId), Ipv4::parse(u"192.168.77.10"));
        QVERIFY(offersPiBoot(*heard[1].option(DhcpOption::VendorEncapsulated), BootTextRule::Menu));
        QCOMPARE(heard[6].type(), std::optional(DhcpType::Request));
        QCOMPARE(heard[6].address(DhcpOption::RequestedAddress), Ipv4::parse(u"192.168.77.135"));
        QCOMPARE(heard[7].option(DhcpOption::VendorClass), std::optional("Linux ipconfig"_ba));
        QVERIFY(heard[7].broadcast);
        QCOMPARE(heard[10].type(), std::optional(DhcpType::Ack));
        QCOMPARE(heard[10].yiaddr, *Ipv4::parse(u"192.168.77.135"));
    }
    void tftp()
    {
        QStringList asked;
        for (const CapturedFrame &frame : recording())
            if (const auto udp = parseUdpFrame(frame.bytes, UdpChecksum::Check); udp && udp->destinationPort == 69)
                if (const auto packet = parseTftp(udp->payload); packet && std::holds_alternative<TftpRequest>(*packet))
                    asked << QString::fromUtf8(std::get<TftpRequest>(*packet).file);
        QVERIFY(asked.size() >= 2);
        QCOMPARE(asked[0], u"5e6f7a8b/start4.elf"_s);
        QCOMPARE(asked[1], u"5e6f7a8b/config.txt"_s);
    }
    void mountAndNfs()
    {
        QHash<quint32, RpcCall> calls;
        int ports = 0, mounts = 0, lookups = 0, attributes = 0, accesses = 0, infos = 0;
        for (const CapturedFrame &frame : recording()) {
            RpcRecordReader records(65536);
            records.feed(tcpPayload(frame.bytes));
            while (const auto record = records.next()) {
                if (const auto call = parseRpcCall(*record)) {
                    QCOMPARE(toBytes(*call).last(call->arguments.size()), call->arguments);
                    calls.insert(call->xid, *call);
                    continue;
                }
                const auto reply = parseRpcReply(*record);
                QVERIFY(reply);
                if (!calls.contains(reply->xid) || reply->outcome != RpcReply::Outcome::Success)
                    continue;
                const RpcCall call = calls[reply->xid];
                if (call.program == Portmap::program && call.procedure == Portmap::getPort) {
                    const bool nfs = call.arguments == Portmap::makeGetPort(Nfs3::program, Nfs3::version, Portmap::tcp);
                    QCOMPARE(Portmap::parseGetPort(reply->result), std::optional<quint16>(nfs ? 2049 : 20048));
                    ++ports;
                } else if (call.program == Mount3::program && call.procedure == Mount3::mount) {
                    QCOMPARE(call.arguments, Mount3::makePath("/srv/nfs/5e6f7a8b"));
                    const auto root = Mount3::parseMount(reply->result);
                    QVERIFY(root && *root);
                    QCOMPARE((*root)->size(), 28);
                    ++mounts;
                } else if (call.program == Nfs3::program && call.procedure == Nfs3::lookup) {
                    QVERIFY(Nfs3::parseLookup(reply->result));
                    ++lookups;
                } else if (call.program == Nfs3::program && call.procedure == Nfs3::getAttributes) {
                    const auto a = Nfs3::parseAttributes(reply->result);
                    QVERIFY(a && *a);
                    ++attributes;
                } else if (call.program == Nfs3::program && call.procedure == Nfs3::access) {
                    QVERIFY(Nfs3::parseAccess(reply->result));
                    ++accesses;
                } else if (call.program == Nfs3::program && call.procedure == Nfs3::fsInfo) {
                    QCOMPARE(**Nfs3::parseFsInfo(reply->result), 131072U);
                    ++infos;
                }
            }
        }
        QCOMPARE(ports, 2);
        QCOMPARE(mounts, 1);
        QVERIFY2(lookups > 5 && attributes > 0 && accesses > 0 && infos > 0,
                 qPrintable(u"%1 %2 %3 %4"_s.arg(lookups).arg(attributes).arg(accesses).arg(infos)));
    }
    void rpcThereAndBack()
    {
        const RpcCall call{.xid = 7,
                           .program = Nfs3::program,
                           .version = 3,
                           .procedure = Nfs3::read,
                           .identity = RpcIdentity{"(none)"_ba, 0, 0},
                           .arguments = Nfs3::makeRead("handle12"_ba, 1ULL << 33, 65536)};
        QCOMPARE(parseRpcCall(toBytes(call)), std::optional(call));
        const RpcReply denied{.xid = 7, .outcome = RpcReply::Outcome::Denied};
        QCOMPARE(parseRpcReply(toBytes(denied)), std::optional(denied));
        const RpcReply mismatch{.xid = 7, .outcome = RpcReply::Outcome::VersionMismatch};
        QCOMPARE(parseRpcReply(toBytes(mismatch)), std::optional(mismatch));
        const QByteArray refusal = XdrWriter().u32(13).bytes();
        QCOMPARE(Mount3::parseMount(refusal)->error(), 13U);
        QCOMPARE(nfsStatusName(13), u"acces"_s);
        QCOMPARE(nfsStatusName(4711), u"status-4711"_s);
    }
    void readBelievesNoCount()
    {
        const auto answer = [](quint32 count, const QByteArray &bytes) {
            return XdrWriter().u32(0).u32(0).u32(count).u32(1).opaque(bytes).bytes();
        };
        QCOMPARE(**Nfs3::parseRead(answer(4, "data"_ba), 4), (NfsPiece{"data"_ba, true}));
        QVERIFY(!Nfs3::parseRead(answer(4, "data"_ba), 3)); // more than asked
        QVERIFY(!Nfs3::parseRead(answer(5, "data"_ba), 512)); // count and bytes differ
    }
    void recordsInPieces()
    {
        const QByteArray stream
            = QByteArray::fromHex("00000003") + "abc" + QByteArray::fromHex("80000002") + "de" + rpcRecord("next");
        RpcRecordReader reader(16);
        QByteArrayList records;
        for (const char c : stream) {
            reader.feed(QByteArrayView(&c, 1));
            while (const auto record = reader.next())
                records << *record;
        }
        QCOMPARE(records, (QByteArrayList{"abcde", "next"}));
        reader.feed(QByteArray::fromHex("80000011"));
        QVERIFY(!reader.next());
        QVERIFY(reader.broken());
    }
    void damagedPackets()
    {
        QRandomGenerator random(20260727); // the same damage in every run
        const auto frames = recording();
        QVERIFY(!frames.empty());
        for (const CapturedFrame &frame : frames) {
            QList<QByteArray> seeds{frame.bytes, frame.bytes.sliced(qMin<qsizetype>(42, frame.bytes.size()))};
            const QByteArray stream = tcpPayload(frame.bytes);
            if (stream.size() > 28)
                seeds << stream << stream.sliced(4) << stream.sliced(28);
            for (const QByteArray &seed : std::as_const(seeds))
                for (int round = 0; round < 40; ++round) {
                    QByteArray bytes = seed;
                    const int hits = random.bounded(1, 6);
                    for (int i = 0; i < hits && !bytes.isEmpty(); ++i)
                        bytes[random.bounded(int(bytes.size()))]
                            = random.bounded(4) == 0 ? '\xff' : char(random.bounded(256));
                    if (round % 4 == 0)
                        bytes.truncate(random.bounded(int(bytes.size()) + 1));
                    readEverything(bytes);
                }
        }
    }
};

QTEST_GUILESS_MAIN(TestRecordedBoot)
#include "tst_recorded_boot.moc"
