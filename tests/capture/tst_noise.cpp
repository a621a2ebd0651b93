// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Ten minutes of a server's wire and log with a boot in them, and the same with all that a network carries besides: what is random, what is
// damaged, and the boot of a Pi next door. No node is to be anywhere else for it at any second, and to have another cause.
#include "capture/packet_reader.h"
#include "diagnosis/diagnose.h"
#include "golden/golden.h"
#include "text/server_log.h"
#include "wire/pcap_reader.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>
#include <QtEndian>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 tenMinutes = 600'000;
const ServerLayout layout(u"/srv"_s);

struct Moment
{
    qint64 atMs = 0;
    QByteArray bytes;
};

using Moments = std::vector<Moment>;

Cluster cluster()
{
    Cluster out;
    const auto add = [&out](const QString &name, QStringView serial, QStringView mac, PiModel model) {
        Node node;
        node.name = name;
        node.serial = Serial::parse(serial);
        node.mac = MacAddress::parse(mac);
        node.model = model;
        out.nodes.push_back(node);
    };
    add(u"pi-01"_s, u"5e6f7a8b", u"dc:a6:32:01:02:02", PiModel::Pi4B); // the one of the recording
    add(u"pi-02"_s, u"5e010203", u"b8:27:eb:01:02:03", PiModel::Pi3B); // off
    add(u"pi-03"_s, u"d4c3b2a1", u"2c:cf:67:01:02:04", PiModel::Pi5); // off
    return out;
}

Moments recordedFrames()
{
    QFile file(QStringLiteral(BRAMBLE_TESTS_DIR "/wire/samples/uml-boot.pcap"));
    if (!file.open(QFile::ReadOnly))
        return {};
    PcapReader reader;
    reader.feed(file.readAll());
    Moments out;
    while (const auto frame = reader.next())
        out.push_back({frame->atMicroseconds / 1000, frame->bytes.toByteArray()});
    return out;
}

/// What is around a boot, the same each time.
class Noise
{
public:
    Noise(const Moments &frames, quint32 seed) : m_frames(frames), m_random(seed) { }

    QByteArray frame()
    {
        switch (m_random.bounded(7)) {
        case 0: return bytes(m_random.bounded(1515));
        case 1: return ip(17, stranger(), anyPort(), stranger(), anyPort());
        case 2: return ip(17, stranger(), anyPort(), server, anyPort());
        case 3: return ip(17, pi, anyPort(), server, anyPort()); // of the Pi itself, and nonsense
        case 4: return ip(6, stranger(), anyPort(), m_random.bounded(2) ? server : stranger(), anyPort());
        case 5: return cut(nextDoor());
        default: return flipped(nextDoor());
        }
    }

    QByteArray line(const QList<QByteArray> &lines)
    {
        QByteArray said = lines[m_random.bounded(lines.size())];
        said.replace("192.168.77.135", "192.168.77.200").replace("dc:a6:32:01:02:02", "dc:a6:32:99:99:99").replace("5e6f7a8b", "99999999");
        // Lines of one question come together, whatever its id; what is damaged here has an id of its own.
        said.replace(" 2755577304 ", " 2755577000 ");
        switch (m_random.bounded(4)) {
        case 0: return bytes(m_random.bounded(300)).replace('\n', ' ');
        case 1: return said.first(m_random.bounded(said.size() + 1));
        case 2: return flipped(said).replace('\n', ' ');
        default: return said;
        }
    }

    qint64 moment(qint64 begin) { return begin + qint64(m_random.bounded(quint32(tenMinutes))); }

private:
    static constexpr quint32 server = 0xc0a84d0a;
    static constexpr quint32 pi = 0xc0a84d87;

    size_t below(size_t limit) { return m_random.bounded(quint32(limit)); }
    QByteArray bytes(qsizetype size)
    {
        QByteArray out(size, Qt::Uninitialized);
        for (char &byte : out)
            byte = char(m_random.bounded(256));
        return out;
    }
    quint32 stranger() { return 0xc0a84d00 | (150 + m_random.bounded(100U)); }
    quint16 anyPort()
    {
        constexpr std::array<quint16, 12> known{22, 53, 67, 68, 69, 111, 123, 1900, 2049, 4011, 6666, 20048};
        return m_random.bounded(2) ? known[below(known.size())] : quint16(m_random.bounded(65536));
    }
    QByteArray ip(quint8 protocol, quint32 from, quint16 fromPort, quint32 to, quint16 toPort)
    {
        QByteArray payload = bytes(m_random.bounded(400));
        if (m_random.bounded(2) && payload.size() > 1)
            payload[0] = '\0', payload[1] = char(m_random.bounded(7)); // as TFTP begins
        const auto put16 = [](QByteArray &out, quint16 value) { out.append(char(value >> 8)).append(char(value & 255)); };
        QByteArray head = protocol == 6 ? bytes(20) : QByteArray(8, '\0');
        qToBigEndian(fromPort, head.data());
        qToBigEndian(toPort, head.data() + 2);
        if (protocol == 6)
            head[12] = 0x50;
        else
            qToBigEndian(quint16(8 + payload.size()), head.data() + 4);
        QByteArray out = bytes(12) + QByteArray("\x08\x00\x45\x00", 4);
        put16(out, quint16(20 + head.size() + payload.size()));
        out += QByteArray("\0\0\0\0\x40", 5) + char(protocol) + QByteArray(2, '\0');
        for (const quint32 address : {from, to}) {
            put16(out, quint16(address >> 16));
            put16(out, quint16(address & 0xffff));
        }
        return out + head + payload;
    }
    /// A packet of the recorded boot, as if another Pi had sent or got it, one that is no node here.
    QByteArray nextDoor()
    {
        QByteArray out = m_frames[below(m_frames.size())].bytes;
        out.replace(QByteArray::fromHex("dca632010202"), QByteArray::fromHex("dca632999999"));
        out.replace(QByteArray::fromHex("c0a84d87"), QByteArray::fromHex("c0a84dc8"));
        return out.replace("5e6f7a8b", "99999999");
    }
    QByteArray cut(const QByteArray &whole) { return whole.first(m_random.bounded(whole.size() + 1)); }
    QByteArray flipped(QByteArray whole)
    {
        for (int n = m_random.bounded(9); n > 0 && !whole.isEmpty(); --n)
            whole.data()[m_random.bounded(whole.size())] ^= char(1 << m_random.bounded(8));
        return whole;
    }

    Moments m_frames;
    QRandomGenerator m_random;
};

/// What was known of the nodes, each second.
struct Second
{
    std::vector<Timeline> timelines;
    QStringList causes;

    bool operator==(const Second &) const = default;
};

template<typename Read>
std::vector<Second> watched(Moments moments, qint64 begin, Read read)
{
    std::ranges::stable_sort(moments, {}, &Moment::atMs);
    Boot boot(cluster(), layout);
    std::vector<Second> out;
    auto at = moments.cbegin();
    for (qint64 now = begin; now <= begin + tenMinutes; now += 1000) {
        for (; at != moments.cend() && at->atMs <= now; ++at)
            for (const Event &event : read(*at))
                boot.feed(event);
        Second second{boot.timelines(), {}};
        const Situation situation{now, begin, &boot.serverSigns(), nullptr};
        for (const Timeline &timeline : second.timelines) {
            const auto found = diagnose(timeline, situation);
            second.causes << (found ? causeId(found->cause) : QString());
        }
        out.push_back(second);
    }
    return out;
}

// The second at which they differ first; -1: they do not.
qsizetype differ(const std::vector<Second> &a, const std::vector<Second> &b)
{
    const auto [one, other] = std::ranges::mismatch(a, b);
    return one == a.end() && other == b.end() ? -1 : one - a.begin();
}

} // namespace

class TestNoise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onTheWire()
    {
        const Moments quiet = recordedFrames();
        QVERIFY(quiet.size() > 100);
        const qint64 begin = quiet.front().atMs - 60'000; // and nine minutes of silence after it
        const auto watch = [begin](const Moments &moments) {
            PacketReader reader(layout.tftp(), Ipv4::parse(u"192.168.77.10"));
            return watched(moments, begin, [&reader](const Moment &moment) { return reader.read(moment.atMs, moment.bytes); });
        };
        const std::vector<Second> without = watch(quiet);
        QCOMPARE(stageId(without.back().timelines[0].stage), u"disk"_s);
        QVERIFY(!without.back().causes[1].isEmpty()); // what is off has its cause, with and without
        for (const quint32 seed : {1U, 2U, 3U}) {
            Noise noise(quiet, seed);
            Moments loud = quiet;
            for (int i = 0; i < 60'000; ++i)
                loud.push_back({noise.moment(begin), noise.frame()});
            const qsizetype second = differ(watch(loud), without);
            QVERIFY2(second < 0, qPrintable(u"seed %1: second %2"_s.arg(seed).arg(second)));
        }
        // The test can tell: one packet that is whole, and the boot is another.
        Moments again = quiet;
        again.push_back({quiet.front().atMs + 300'000, quiet.front().bytes});
        QCOMPARE(differ(watch(again), without), 360);
        qInfo("%zu frames of a boot, 3 times 60000 of noise in 600 s: no state changed", quiet.size());
    }

    void inTheLog()
    {
        const QList<QByteArray> lines = QByteArray(readGolden(u"logs/boot-uml.log"_s) + readGolden(u"logs/boot-uml-mountd.log"_s)).trimmed().split('\n');
        constexpr qint64 aboutNow = 1'795'377'600'000; // 2026-11-22 20:00 UTC
        LogReader clock(aboutNow);
        Moments quiet;
        qint64 last = 0;
        for (const QByteArray &line : lines) {
            for (const Event &event : clock.read(line))
                last = event.atMs;
            quiet.push_back({last, line});
        }
        const qint64 begin = std::ranges::find_if(quiet, [](const Moment &m) { return m.atMs > 0; })->atMs - 60'000;
        for (Moment &moment : quiet)
            moment.atMs = std::max(moment.atMs, begin);
        const auto watch = [begin](const Moments &moments) {
            LogReader reader(aboutNow);
            return watched(moments, begin, [&reader](const Moment &moment) { return reader.read(moment.bytes); });
        };
        const std::vector<Second> without = watch(quiet);
        QCOMPARE(stageId(without.back().timelines[0].stage), u"disk"_s);
        Noise noise(recordedFrames(), 4);
        // What is said of the server itself is true of it, whenever it is said.
        QList<QByteArray> ofPis = lines;
        ofPis.removeIf([](const QByteArray &line) { return !line.contains("192.168.77.135") && !line.contains("dc:a6:32:01:02:02"); });
        Moments loud = quiet;
        for (int i = 0; i < 20'000; ++i)
            loud.push_back({noise.moment(begin), noise.line(ofPis)});
        const qsizetype second = differ(watch(loud), without);
        QVERIFY2(second < 0, qPrintable(u"second %1"_s.arg(second)));
    }
};

QTEST_GUILESS_MAIN(TestNoise)
#include "tst_noise.moc"
