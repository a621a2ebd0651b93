// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/figures.h"
#include "capture/packet_reader.h"
#include "golden/golden.h"
#include "model/timeline.h"
#include "text/log_line.h"
#include "text/server_log.h"
#include "wire/pcap_reader.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> recordedLines(bool asJson)
{
    QList<QByteArray> lines;
    for (const QString &name : {u"logs/boot-uml.log"_s, u"logs/boot-uml-mountd.log"_s, u"logs/boot-4b.log"_s})
        for (const QByteArray &line : readGolden(name).split('\n')) {
            const auto said = readLogLine(line, aboutNow, 0);
            if (!said)
                continue;
            const QJsonObject object{{u"__CURSOR"_s, u"s=4f0c1d2e3f405162738495a6b7c8d9ea;i=1a2b3;b=0c1d2e3f;m=12345;t=6;x=7"_s},
                                     {u"__REALTIME_TIMESTAMP"_s, QString::number(said->atMs * 1000)},
                                     {u"__MONOTONIC_TIMESTAMP"_s, u"123456789"_s},
                                     {u"_BOOT_ID"_s, u"0c1d2e3f405162738495a6b7c8d9eaf0"_s},
                                     {u"SYSLOG_IDENTIFIER"_s, said->identifier},
                                     {u"MESSAGE"_s, said->message}};
            lines << (asJson ? QJsonDocument(object).toJson(QJsonDocument::Compact) : line);
        }
    return lines;
}

} // namespace

// Lines of real boots, read and fed to the boots of a cluster.
void measureLines()
{
    for (const bool asJson : {false, true}) {
        const QList<QByteArray> some = recordedLines(asJson);
        LogReader reader(aboutNow);
        size_t count = 0, events = 0;
        QElapsedTimer timer;
        timer.start();
        const double before = cpuSeconds();
        while (timer.elapsed() < 3000)
            for (const QByteArray &line : some) {
                events += reader.read(line).size();
                ++count;
            }
        // Of one core: a machine that does other things meanwhile is not what is measured.
        const double perSecond = double(count) / (cpuSeconds() - before);
        figure(asJson ? "log lines, as journalctl -o json" : "log lines, dnsmasq's own file", perSecond, "lines/s", perSecond >= 500'000 && events > 0, u"500,000"_s);
    }
}

namespace {

// A transfer of TFTP as a capture has it, blocks and acknowledgements.
QByteArray capture(qsizetype bytes)
{
    QFile file(QStringLiteral(BRAMBLE_TESTS_DIR "/wire/samples/uml-boot.pcap"));
    QByteArray out;
    if (!file.open(QFile::ReadOnly))
        return out;
    const QByteArray boot = file.readAll();
    const QByteArray head = boot.first(24);
    const auto put16 = [](QByteArray &to, int value) { to.append(char(value >> 8)).append(char(value & 255)); };
    const auto record = [](QByteArray &to, const QByteArray &frame) {
        const auto put = [&to](quint32 value) { to.append(reinterpret_cast<const char *>(&value), 4); };
        put(1795377600);
        put(0);
        put(quint32(frame.size()));
        put(quint32(frame.size()));
        to += frame;
    };
    const auto udp = [&put16](int from, int to, quint32 source, quint32 target, const QByteArray &payload) -> QByteArray {
        QByteArray frame(12, 2);
        put16(frame, 0x0800);
        frame.append(char(0x45)).append(char(0));
        put16(frame, int(28 + payload.size()));
        frame.append(QByteArray::fromHex("0000000040110000"));
        put16(frame, int(source >> 16));
        put16(frame, int(source & 0xffff));
        put16(frame, int(target >> 16));
        put16(frame, int(target & 0xffff));
        put16(frame, from);
        put16(frame, to);
        put16(frame, int(8 + payload.size()));
        put16(frame, 0);
        return frame + payload;
    };
    constexpr quint32 server = 0xc0a84d0a, client = 0xc0a84d87;
    out = head;
    record(out, udp(49152, 69, client, server, QByteArray("\0\1", 2) + "5e6f7a8b/kernel8.img" + QByteArray("\0octet\0blksize\0" "1468\0", 20)));
    for (int block = 1; out.size() < bytes; ++block) {
        QByteArray data("\0\3", 2), ack("\0\4", 2);
        put16(data, block & 0xffff);
        put16(ack, block & 0xffff);
        record(out, udp(40000, 49152, server, client, data + QByteArray(1468, 'x')));
        record(out, udp(49152, 40000, client, server, ack));
    }
    return out;
}

} // namespace

void measureDecoder()
{
    const QByteArray some = capture(64 << 20);
    const double before = cpuSeconds();
    qint64 bytes = 0;
    size_t frames = 0;
    for (int round = 0; round < 16; ++round) {
        PcapReader reader;
        PacketReader packets(u"/srv/tftp"_s);
        for (qsizetype at = 0; at < some.size(); at += 65536) {
            reader.feed(QByteArrayView(some).sliced(at, std::min<qsizetype>(65536, some.size() - at)));
            while (const auto frame = reader.next()) {
                packets.read(frame->atMicroseconds / 1000, frame->bytes);
                ++frames;
            }
        }
        bytes += some.size();
    }
    const double seconds = (cpuSeconds() - before) / (double(bytes) / 1e9);
    figure("a gigabyte of capture, decoded", seconds, "s", seconds <= 5 && frames > 100'000, u"5"_s);
}

} // namespace bramble
