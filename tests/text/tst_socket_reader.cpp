// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "text/server_log.h"
#include "text/socket_reader.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

const Ipv4 pi = *Ipv4::parse(u"192.168.77.21");
const Ipv4 other = *Ipv4::parse(u"192.168.77.22");

/// What the reader says at the end of a round of these lines.
std::vector<DiskBytes> round(SocketReader &reader, const QByteArray &lines)
{
    for (const QByteArray &line : lines.split('\n'))
        if (!reader.read(line).empty())
            qFatal("in the middle of a round");
    return reader.read(".");
}

QByteArray connection(const QByteArray &client, qint64 acknowledged, qint64 received, const QByteArray &between = "\n\t")
{
    return "0      0      192.168.77.10:2049   " + client + between + " cubic wscale:7,7 rto:204 bytes_sent:999999999 bytes_retrans:5 bytes_acked:" + QByteArray::number(acknowledged)
        + " bytes_received:" + QByteArray::number(received) + " segs_out:8 send 330137600000bps\n";
}

using Told = std::vector<DiskBytes>;

} // namespace

class TestSocketReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bothForms()
    {
        for (const QByteArray &between : {"\n\t"_ba, " "_ba}) {
            SocketReader reader;
            QCOMPARE(round(reader, connection("192.168.77.21:757", 1'000'000, 20'000, between)), (Told{{pi, 1'020'000, 0}})); // since when, nobody knows
            QCOMPARE(round(reader, connection("192.168.77.21:757", 1'500'000, 30'000, between)), (Told{{pi, 1'530'000, 510'000}}));
            QCOMPARE(round(reader, connection("192.168.77.21:757", 1'500'000, 30'000, between)), Told());
            // Too little to tell of is told later.
            QCOMPARE(round(reader, connection("192.168.77.21:757", 1'502'000, 30'000, between)), Told());
            QCOMPARE(round(reader, connection("192.168.77.21:757", 1'504'096, 30'000, between)), (Told{{pi, 1'534'096, 2096}}));
        }
    }

    /// A socket for IPv6 hears them all in some kernels; and what speaks real IPv6 is no Pi of ours.
    void addresses()
    {
        SocketReader reader;
        const Told told = round(reader, connection("[::ffff:192.168.77.21]:757", 10'000, 1).replace("192.168.77.10:2049", "[::ffff:192.168.77.10]:2049")
                                            + connection("[2001:db8::5]:757", 70'000, 1).replace("192.168.77.10:2049", "[2001:db8::1]:2049")
                                            + connection("192.168.77.22:900", 20'000, 2).replace("192.168.77.10:2049", "192.168.77.10%eth0:2049")
                                            + connection("[fe80::1%eth0]:757", 70'000, 1).replace("192.168.77.10:2049", "[fe80::2]%eth0:2049"));
        QCOMPARE(told, (Told{{pi, 10'001, 0}, {other, 20'002, 0}}));
    }

    /// nconnect: one Pi, several connections.
    void severalOfOne()
    {
        SocketReader reader;
        const QByteArray two = connection("192.168.77.21:757", 50'000, 5);
        QCOMPARE(round(reader, connection("192.168.77.21:756", 100'000, 5) + two), (Told{{pi, 150'010, 0}}));
        QCOMPARE(round(reader, connection("192.168.77.21:756", 120'000, 5) + two + connection("192.168.77.21:758", 30'000, 0)), (Told{{pi, 200'010, 50'000}}));
    }

    /// It ends, and is made anew from the same port or another: what was, stays.
    void madeAnew()
    {
        SocketReader reader;
        (void)round(reader, connection("192.168.77.21:757", 100'000, 0));
        QCOMPARE(round(reader, connection("192.168.77.21:757", 8'000, 0)), (Told{{pi, 108'000, 8'000}}));
        QCOMPARE(round(reader, {}), Told());
        QCOMPARE(round(reader, connection("192.168.77.21:900", 9'000, 0)), (Told{{pi, 117'000, 9'000}}));
        QCOMPARE(round(reader, connection("192.168.77.21:900", 9'000, 0) + connection("192.168.77.21:757", 5'000, 0)), (Told{{pi, 122'000, 5'000}}));
    }

    /// The connection to the server was lost and made anew: ss is another one, the totals go on, and nobody knows how fast it was meanwhile.
    void anotherSs()
    {
        SocketReader reader;
        (void)round(reader, connection("192.168.77.21:757", 100'000, 0));
        (void)reader.read("0      0      192.168.77.10:2049   192.168.77.21:7"); // cut off
        reader.beginAnew();
        QCOMPARE(round(reader, connection("192.168.77.21:757", 900'000, 0)), (Told{{pi, 900'000, 0}}));
        reader.beginAnew();
        QCOMPARE(round(reader, connection("192.168.77.21:757", 900'000, 0)), (Told{{pi, 900'000, 0}})); // it is said once more
        QCOMPARE(round(reader, connection("192.168.77.21:757", 910'000, 0)), (Told{{pi, 910'000, 10'000}}));
    }

    /// Of a real server with a Linux that starts from its disk: round after round.
    void aRealServer()
    {
        SocketReader reader;
        QHash<Ipv4, qint64> totals;
        int rounds = 0;
        for (const QByteArray &line : readGolden(u"logs/ss.txt"_s).split('\n')) {
            rounds += line == ".";
            for (const DiskBytes &disk : reader.read(line)) {
                QVERIFY(disk.bytes > totals.value(disk.address));
                QVERIFY(rounds > 1 || disk.grown == 0);
                totals[disk.address] = disk.bytes;
            }
        }
        QVERIFY(rounds > 3);
        QCOMPARE(totals.size(), 1);
        QCOMPARE(totals.begin().value(), 90'552'360);
    }

    void rubbish()
    {
        SocketReader reader;
        (void)round(reader, connection("192.168.77.21:757", 100'000, 0));
        const QByteArray head = "0 0 192.168.77.10:2049 192.168.77.21:757 ";
        const QList<QByteArray> bad{
            ""_ba, "\t"_ba, ":"_ba, "bytes_acked:500000000"_ba, "0 0 192.168.77.10:2049"_ba, "0 0 192.168.77.10:2049 192.168.77.21:x bytes_acked:99999999"_ba,
            "0 0 192.168.77.10:2049 192.168.77.21:99999 bytes_acked:99999999"_ba, "0 0 192.168.77.10:2049 [::1]:5 bytes_acked:99999999"_ba,
            head + "bytes_acked:-5 bytes_received: bytes_acked:99999999999999999999999"_ba, head + QByteArray(100'000, '9'), "0 0 . . bytes_acked:7777777"_ba, QByteArray(200, '[')};
        for (const QByteArray &line : bad)
            QCOMPARE(round(reader, line), Told());
        // A flood of clients and of connections, and counters as large as they get.
        QByteArray flood;
        for (int i = 0; i < 6000; ++i)
            flood += connection("10.9." + QByteArray::number(i / 250) + "." + QByteArray::number(i % 250) + ":757", 9'000, 0, " ");
        QCOMPARE(round(reader, flood).size(), size_t(4095));
        QByteArray many;
        for (int port = 1; port < 3000; ++port)
            many += connection("192.168.77.21:" + QByteArray::number(port), 9'000'000'000'000'000'000, 9'000'000'000'000'000'000, " ");
        for (int i = 0; i < 5; ++i) {
            (void)round(reader, many);
            const Told told = round(reader, {});
            QVERIFY(told.empty());
        }
    }

    /// In a recording, and out of it again; eight digits are no serial there.
    void recorded()
    {
        const Event event{1'795'377'600'000, DiskBytes{pi, 12'345'678, 87'654'321}};
        const QByteArray line = recordingLine(event);
        QCOMPARE(LogReader().read(line), std::vector{event});
        for (const QByteArray &bad : {"disk of 192.168.77.21 bytes:1"_ba, "disk of 1 bytes:1 grown:1"_ba, "disk of 1.2.3.4 bytes:-1 grown:1"_ba,
                                      "disk of 1.2.3.4 bytes:1 grown:1111111111111111111"_ba, "disk of 1.2.3.4 bytes:1 grown:1 "_ba})
            QVERIFY(LogReader().read(QByteArray(line).replace("disk of 192.168.77.21 bytes:12345678 grown:87654321", bad)).empty());
    }
};

QTEST_GUILESS_MAIN(TestSocketReader)
#include "tst_socket_reader.moc"
