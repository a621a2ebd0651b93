// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "capture/packet_reader.h"
#include "golden/event_text.h"
#include "golden/golden.h"
#include "wire/dhcp.h"
#include "wire/frame.h"
#include "wire/machine_id.h"
#include "wire/pcap_reader.h"
#include "wire/pxe.h"
#include "wire/tftp.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <limits>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

const MacAddress mac = *MacAddress::parse(u"dc:a6:32:01:02:02");
const Ipv4 pi = *Ipv4::parse(u"192.168.77.135");
const Ipv4 server = *Ipv4::parse(u"192.168.77.10");
constexpr quint16 piPort = 49152;
constexpr quint16 serverPort = 40001;

QByteArray datagram(Ipv4 from, quint16 fromPort, Ipv4 to, quint16 toPort, const QByteArray &payload)
{
    UdpFrame frame;
    frame.from = mac.bytes();
    frame.source = from;
    frame.sourcePort = fromPort;
    frame.destination = to;
    frame.destinationPort = toPort;
    frame.payload = payload;
    return toBytes(frame, 1);
}

QByteArray fromPi(const TftpPacket &packet, quint16 to = serverPort)
{
    return datagram(pi, piPort, server, to, toBytes(packet));
}

QByteArray fromServer(const TftpPacket &packet)
{
    return datagram(server, serverPort, pi, piPort, toBytes(packet));
}

QByteArray dhcp(DhcpType type, bool reply, const QByteArray &vendorClass, const QByteArray &menu, Ipv4 yiaddr, quint16 port = 67)
{
    DhcpMessage message{.mac = mac, .serverName = {}, .bootFile = {}};
    message.reply = reply;
    message.yiaddr = yiaddr;
    message.options.emplace_back(DhcpOption::MessageType, QByteArray(1, char(type)));
    message.options.emplace_back(DhcpOption::VendorClass, vendorClass);
    if (!menu.isEmpty())
        message.options.emplace_back(DhcpOption::VendorEncapsulated, menu);
    return reply ? datagram(server, port, *Ipv4::parse(u"255.255.255.255"), 68, toBytes(message))
                 : datagram(Ipv4::fromValue(0), 68, *Ipv4::parse(u"255.255.255.255"), port, toBytes(message));
}

std::vector<EventKind> kinds(const std::vector<QByteArray> &frames)
{
    PacketReader reader(u"/srv/tftp"_s);
    std::vector<EventKind> out;
    for (const QByteArray &frame : frames)
        for (const Event &event : reader.read(1000, frame)) {
            Q_ASSERT(event.atMs == 1000);
            if (!std::holds_alternative<Noticed>(event.kind)) // the table of causes is their test
                out.push_back(event.kind);
        }
    return out;
}

const QString start4 = u"/srv/tftp/5e6f7a8b/start4.elf"_s;
const TftpRequest request{"5e6f7a8b/start4.elf", 0, 1024};
const Ipv4 nobody = Ipv4::fromValue(0);

} // namespace

class TestPacketReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addresses()
    {
        const QByteArray rom = "PXEClient:Arch:00000:UNDI:002001";
        const QByteArray menu = pxeService("Raspberry Pi Boot");
        QCOMPARE(kinds({dhcp(DhcpType::Discover, false, rom, {}, nobody), dhcp(DhcpType::Offer, true, "PXEClient", menu, nobody)}),
                 (std::vector<EventKind>{DhcpAsked{mac, DhcpAsker::BootRom}, BootOffered{mac}}));
        // A boot ROM's request confirms what it was offered; at the PXE port it is a question of its own.
        QCOMPARE(kinds({dhcp(DhcpType::Request, false, rom, {}, nobody)}), std::vector<EventKind>());
        QCOMPARE(kinds({dhcp(DhcpType::Request, false, rom, {}, nobody, 4011)}), (std::vector<EventKind>{DhcpAsked{mac, DhcpAsker::BootRom}}));
        QCOMPARE(kinds({dhcp(DhcpType::Request, false, "Linux ipconfig", {}, nobody), dhcp(DhcpType::Ack, true, {}, {}, pi)}),
                 (std::vector<EventKind>{DhcpAsked{mac, DhcpAsker::Initramfs}, AddressGiven{mac, pi}}));
        // A router that offers an address and no boot, and one that offers another system's.
        QCOMPARE(kinds({dhcp(DhcpType::Offer, true, {}, {}, pi), dhcp(DhcpType::Offer, true, {}, pxeService("Windows"), pi)}), std::vector<EventKind>());
    }

    void files()
    {
        // Two blocks, the second one short; sent twice, as an acknowledgement was lost.
        QCOMPARE(kinds({fromPi(request, 69), fromServer(TftpOptions{1100, 1024}), fromPi(TftpAck{0}), fromServer(TftpData{1, QByteArray(1024, 'x')}),
                        fromPi(TftpAck{1}), fromServer(TftpData{2, QByteArray(76, 'x')}), fromServer(TftpData{2, QByteArray(76, 'x')}), fromPi(TftpAck{2}),
                        fromPi(TftpAck{2})}),
                 (std::vector<EventKind>{FileSent{pi, start4}}));
        // A multiple of the block size ends with an empty block.
        QCOMPARE(kinds({fromPi(TftpRequest{"/config.txt", {}, {}}, 69), fromServer(TftpData{1, QByteArray(512, 'x')}), fromPi(TftpAck{1}),
                        fromServer(TftpData{2, {}}), fromPi(TftpAck{2})}),
                 (std::vector<EventKind>{FileSent{pi, u"/srv/tftp/config.txt"_s}}));
        QCOMPARE(kinds({fromPi(request, 69), fromServer(TftpError{1, "file not found"})}), (std::vector<EventKind>{FileMissing{pi, start4}}));
        QCOMPARE(kinds({fromPi(request, 69), fromServer(TftpOptions{1100, 1024}), fromPi(TftpError{0, tftpEarlyTerminate})}),
                 (std::vector<EventKind>{FileProbed{pi, start4}}));
        QCOMPARE(kinds({fromPi(request, 69), fromServer(TftpError{2, "denied"})}), (std::vector<EventKind>{FileFailed{pi, start4, u"denied"_s}}));
        QCOMPARE(kinds({fromPi(request, 69), fromServer(TftpOptions{1100, 1024}), fromPi(TftpError{8, "no"})}),
                 (std::vector<EventKind>{FileFailed{pi, start4, u"8"_s}}));
        // Nothing of a transfer whose beginning nobody saw.
        QCOMPARE(kinds({fromServer(TftpData{2, QByteArray(76, 'x')}), fromPi(TftpAck{2})}), std::vector<EventKind>());
    }

    /// Of a large file it tells twice a second how much has been acknowledged; block numbers count round, and nothing is more than the whole.
    void aFileUnderWay()
    {
        PacketReader reader(u"/srv/tftp"_s);
        std::vector<Event> told;
        const auto read = [&](qint64 atMs, const QByteArray &frame) { std::ranges::move(reader.read(atMs, frame), std::back_inserter(told)); };
        constexpr qint64 size = 100'000 * 1024;
        read(0, fromPi(request, 69));
        read(0, fromServer(TftpOptions{size, 1024}));
        read(1, fromPi(TftpAck{0}));
        for (int block = 1; block <= 99'999; ++block) {
            read(block / 10, fromServer(TftpData{quint16(block), QByteArray(1024, 'x')}));
            read(block / 10, fromPi(TftpAck{quint16(block)}));
            if (block % 7 == 0)
                read(block / 10, fromPi(TftpAck{quint16(block - 3)})); // late, and said again
        }
        QCOMPARE(told.size(), size_t(19)); // 10 s
        QCOMPARE(told.front().atMs, 500);
        QCOMPARE(told.front().kind, EventKind(FileUnderWay{pi, start4, 5000 * 1024, size}));
        QCOMPARE(told.back().kind, EventKind(FileUnderWay{pi, start4, 95000 * 1024, size}));
        QCOMPARE(told.back().said, u"TFTP: /srv/tftp/5e6f7a8b/start4.elf to 192.168.77.135: 97280000 of 102400000 bytes"_s);
        // What somebody makes up is bounded by what the server said.
        read(20'000, fromPi(TftpAck{quint16(99'999 + 30'000)}));
        QCOMPARE(told.back().kind, EventKind(FileUnderWay{pi, start4, size, size}));
        // A server that knows no options says no size; block sizes that nobody can send are none.
        read(30'000, fromPi(TftpRequest{"config.txt", {}, {}}, 69));
        read(31'000, fromPi(TftpAck{3}));
        QCOMPARE(told.back().kind, EventKind(FileUnderWay{pi, u"/srv/tftp/config.txt"_s, 3 * 512, {}}));
        read(32'000, fromServer(TftpOptions{{}, std::numeric_limits<qint64>::max()}));
        read(33'000, fromPi(TftpAck{4}));
        QCOMPARE(told.back().kind, EventKind(FileUnderWay{pi, u"/srv/tftp/config.txt"_s, 4 * 65464, {}}));
    }

    /// The boot loader's own words: whole lines, whatever datagrams they come in, and nothing that is no text.
    void console()
    {
        PacketReader reader(u"/srv/tftp"_s);
        const auto say = [&](qint64 atMs, const QByteArray &text) {
            QStringList lines;
            const QByteArray frame = datagram(*Ipv4::parse(u"169.254.1.1"), 6665, *Ipv4::parse(u"255.255.255.255"), Netconsole::port, text);
            for (const Event &event : reader.read(atMs, frame)) {
                const auto *line = std::get_if<ConsoleLine>(&event.kind);
                lines << (line && event.said == u"console: "_s + line->text ? line->text : u"?"_s);
            }
            return lines;
        };
        QCOMPARE(say(1000, "Boot mode: NETWORK (02) order f\r\nTFTP_"), QStringList{u"Boot mode: NETWORK (02) order f"_s});
        QCOMPARE(say(1010, "GET: d8:3a:dd:01:02:03 192.168.77.10 5e6f7a8b/start4.elf"), QStringList());
        QCOMPARE(say(1020, "\nTFTP: complete 2253728\n\n"),
                 (QStringList{u"TFTP_GET: d8:3a:dd:01:02:03 192.168.77.10 5e6f7a8b/start4.elf"_s, u"TFTP: complete 2253728"_s}));
        // One that never ends its lines ends them by pausing.
        QCOMPARE(say(2000, "Retry NETWORK"), QStringList());
        QCOMPARE(say(2300, "Restart 1 max -1"), QStringList{u"Retry NETWORK"_s});
        QCOMPARE(say(2310, "\n"), QStringList{u"Restart 1 max -1"_s});
        // What is no text is not shown, not even in part; what is long is cut; what is much is left out.
        QCOMPARE(say(3000, "Boot mode: \x1b[31mNETWORK\n"), QStringList());
        QCOMPARE(say(3000, QByteArray("a\0b\n", 4)), QStringList());
        QCOMPARE(say(3000, "\xff\xfe\n"), QStringList());
        const QStringList cut = say(4000, QByteArray(1000, 'x') + '\n');
        QCOMPARE(cut.size(), 4);
        QCOMPARE(cut.front().size(), Netconsole::longestLine);
        QCOMPARE(say(6000, QByteArray("x\n").repeated(200)).size(), Netconsole::mostLines);
        qsizetype all = 0;
        for (int i = 0; i < 100; ++i)
            all += say(8000, QByteArray("x\n").repeated(10)).size();
        QCOMPARE(all, 100);
        // Text to another port, and of other senders than one whose line is under way.
        QVERIFY(reader.read(9000, datagram(pi, 6665, server, 6667, "Boot mode: NETWORK\n")).empty());
    }

    /// It speaks of a file again and again: that is no sign that it got it.
    void consoleIsNoProgress()
    {
        PacketReader reader(u"/srv/tftp"_s, server);
        bool unanswered = false;
        for (int i = 0; i < 3; ++i)
            for (const QByteArray &frame : {fromPi(request, 69), datagram(pi, 6665, server, Netconsole::port, "TFTP: disconnect: timeouts 1\n")})
                for (const Event &event : reader.read(1000 + i, frame))
                    if (const auto *noticed = std::get_if<Noticed>(&event.kind))
                        unanswered = unanswered || noticed->kind == SignKind::RequestUnanswered;
        QVERIFY(unanswered);
    }

    /// A capture that keeps 96 bytes of each frame tells the same.
    void cutFrames()
    {
        const std::vector<QByteArray> whole{fromPi(request, 69), fromServer(TftpOptions{1100, 1024}), fromServer(TftpData{1, QByteArray(1024, 'x')}),
                                            fromPi(TftpAck{1}), fromServer(TftpData{2, QByteArray(76, 'x')}), fromPi(TftpAck{2})};
        std::vector<QByteArray> cut;
        for (const QByteArray &frame : whole)
            cut.push_back(frame.first(std::min<qsizetype>(frame.size(), 96)));
        QCOMPARE(kinds(cut), kinds(whole));
    }

    /// What a server's wire carried while a real kernel mounted its root with klibc's nfsmount.
    void aRecordedMount()
    {
        QFile file(QStringLiteral(BRAMBLE_TESTS_DIR "/wire/samples/uml-boot.pcap"));
        QVERIFY(file.open(QFile::ReadOnly));
        PcapReader frames;
        frames.feed(file.readAll());
        PacketReader reader(u"/srv/tftp"_s);
        QByteArray told;
        while (const auto frame = frames.next())
            for (const Event &event : reader.read(frame->atMicroseconds / 1000, frame->bytes))
                told += eventText(event);
        QVERIFY(!frames.isBroken());
        compareGolden(told, u"logs/boot-uml-capture.events"_s);
    }

    /// Ten minutes of noise change nothing, and a flood of beginnings does not grow.
    void noise()
    {
        QRandomGenerator random(7);
        PacketReader reader(u"/srv/tftp"_s);
        for (int i = 0; i < 50'000; ++i) {
            QByteArray frame(qsizetype(random.bounded(200)), Qt::Uninitialized);
            for (char &byte : frame)
                byte = char(random.bounded(256));
            if (i % 2 == 0 && frame.size() > 24) { // so that it gets beyond the first header
                frame.replace(12, 2, "\x08\x00");
                frame[14] = 0x45;
                frame[20] = frame[21] = 0;
                frame[23] = i % 4 == 0 ? 17 : 6;
            }
            QVERIFY(reader.read(i, frame).empty());
        }
    }

    /// 1 GB in 5 s is asked for: this is the pace of large files, frame by frame.
    void pace()
    {
        PacketReader reader(u"/srv/tftp"_s);
        (void)reader.read(0, fromPi(request, 69));
        (void)reader.read(0, fromServer(TftpOptions{std::nullopt, 1024}));
        const QByteArray data = fromServer(TftpData{1, QByteArray(1024, 'x')});
        const QByteArray ack = fromPi(TftpAck{1});
        constexpr int blocks = 100'000;
        QElapsedTimer clock;
        clock.start();
        for (int i = 0; i < blocks; ++i) {
            (void)reader.read(i, data);
            (void)reader.read(i, ack);
        }
        const double seconds = double(clock.nsecsElapsed()) / 1e9;
        qInfo("%.0f MB/s, %.0f frames/s", double(blocks) * double(data.size() + ack.size()) / 1e6 / seconds, 2 * blocks / seconds);
        QVERIFY(seconds < 10);
    }
};

QTEST_GUILESS_MAIN(TestPacketReader)
#include "tst_packet_reader.moc"
