// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/event_text.h"
#include "golden/golden.h"
#include "text/server_log.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 aboutNow = 1795377600000; // 2026-11-22 20:00 UTC

QByteArray eventsOf(const QByteArray &log, LogReader reader = LogReader(aboutNow))
{
    QByteArray text;
    for (const QByteArray &line : log.split('\n'))
        for (const Event &event : reader.read(line))
            text += eventText(event);
    return text;
}

QByteArray journal(const QByteArray &identifier, const QByteArray &message)
{
    return "{\"__REALTIME_TIMESTAMP\":\"1795374603000123\",\"SYSLOG_IDENTIFIER\":\"" + identifier
        + "\",\"MESSAGE\":" + message + "}";
}

} // namespace

class TestServerLog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wholeLogs_data()
    {
        QTest::addColumn<QString>("log");
        for (const char *log :
             {"boot-4b", "router-options", "boot-uml", "boot-uml-mountd", "boot-arm64", "boot-arm64-mountd"})
            QTest::newRow(log) << QString::fromLatin1(log);
    }
    void wholeLogs()
    {
        QFETCH(QString, log);
        const QByteArray text = readGolden(u"logs/"_s + log + u".log"_s);
        QVERIFY(!text.isEmpty());
        compareGolden(eventsOf(text), u"logs/"_s + log + u".events"_s);
    }

    void forms_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("events");
        const QByteArray sent = " sent 192.168.77.134 /srv/tftp/1a2b3c4d/config.txt\n"_ba;
        const QByteArray message = "sent /srv/tftp/1a2b3c4d/config.txt to 192.168.77.134"_ba;
        QTest::newRow("file") << "Nov 22 19:10:03 dnsmasq-tftp[1707]: "_ba + message << "1795374603000"_ba + sent;
        QTest::newRow("syslog with host")
            << "Nov 22 19:10:03 nas dnsmasq-tftp[1707]: "_ba + message << "1795374603000"_ba + sent;
        QTest::newRow("OpenWrt") << "Sun Nov 22 19:10:03 2026 daemon.info dnsmasq-tftp[1707]: "_ba + message
                                 << "1795374603000"_ba + sent;
        QTest::newRow("short-iso") << "2026-11-22T20:10:03+0100 nas dnsmasq-tftp[1707]: "_ba + message
                                   << "1795374603000"_ba + sent;
        QTest::newRow("journal") << journal("dnsmasq-tftp"_ba, "\""_ba + message + "\""_ba)
                                 << "1795374603000"_ba + sent;
        QTest::newRow("journal, bytes") << journal("dnsmasq"_ba, "[98,97,100,32,255]"_ba)
                                        << "1795374603000 server bad \xef\xbf\xbd\n1795374603000 noticed server-settings-bad ? bad \xef\xbf\xbd\n"_ba;
        QTest::newRow("end of last year")
            << "Dec 31 23:59:59 dnsmasq-tftp[1]: "_ba + message << "1767225599000"_ba + sent;
        QTest::newRow("others") << "Nov 22 19:10:03 nas sshd[1]: sent /a to 1.2.3.4"_ba << QByteArray();
        QTest::newRow("a quoted log line")
            << "Nov 22 19:10:03 nas app[1]: dnsmasq-tftp[1]: sent /a to 1.2.3.4"_ba << QByteArray();
        QTest::newRow("too long") << "Nov 22 19:10:03 dnsmasq-tftp[1]: sent /"_ba + QByteArray(9000, 'a')
                + " to 1.2.3.4" << QByteArray();
        QTest::newRow("nonsense") << "{\"a\":"_ba << QByteArray();
        QTest::newRow("no such day") << "Feb 31 19:10:03 dnsmasq-tftp[1]: "_ba + message << QByteArray();
    }
    void forms()
    {
        QFETCH(QByteArray, line);
        QTEST(eventsOf(line), "events");
    }

    void lines_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<QByteArray>("log");
        QTest::addColumn<QByteArray>("events");
        const auto row = [](const char *name, const QString &who, const QByteArray &log, const QByteArray &events) {
            QTest::newRow(name) << who << log << events;
        };
        const QString tftp = u"dnsmasq-tftp"_s;
        const QString dhcp = u"dnsmasq-dhcp"_s;
        row("probe, then sent", tftp,
            "error 0 Early terminate received from 1.2.3.4|sent /a to 1.2.3.4|sent /a to 1.2.3.4"_ba,
            "probed 1.2.3.4 /a|sent 1.2.3.4 /a"_ba);
        row("probe, then failed", tftp, "error 0 Early terminate received from 1.2.3.4|failed sending /a to 1.2.3.4"_ba,
            "probed 1.2.3.4 /a"_ba);
        row("probe of another", tftp, "error 0 Early terminate received from 1.2.3.5|sent /a to 1.2.3.4"_ba,
            "sent 1.2.3.4 /a"_ba);
        row("abort", tftp, "error 8 User aborted received from 1.2.3.4|failed sending /a to 1.2.3.4"_ba,
            "failed 1.2.3.4 /a 8 User aborted"_ba);
        row("timeout", tftp, "timeout sending /a to 1.2.3.4"_ba, "failed 1.2.3.4 /a timeout"_ba);
        row("denied", tftp, "cannot access /a: Permission denied"_ba, "failed ? /a Permission denied"_ba);
        row("missing, old dnsmasq", tftp, "file /a not found"_ba, "missing ? /a"_ba);
        row("missing", tftp, "file /a b not found for 1.2.3.4"_ba, "missing 1.2.3.4 /a b"_ba);
        row("ignored proxy", dhcp,
            "7 vendor class: PXEClient:Arch:00000|7 PXE(eth0) dc:a6:32:01:02:04 proxy-ignored"_ba,
            "asked dc:a6:32:01:02:04 rom|noticed ignored dc:a6:32:01:02:04"_ba);
        row("one id for all Pi 3", dhcp,
            "653460281 available DHCP subnet: a|653460281 vendor class: PXEClient:Arch:00000|653460281 PXE(e) "
            "b8:27:eb:01:02:03 proxy|"
            "653460281 available DHCP subnet: a|653460281 DHCPDISCOVER(e) b8:27:eb:01:02:04 "_ba,
            "asked b8:27:eb:01:02:03 rom|offered b8:27:eb:01:02:03|asked b8:27:eb:01:02:04 other"_ba);
        row("initramfs", dhcp,
            "9 vendor class: Linux ipconfig|9 DHCPDISCOVER(eth0) dc:a6:32:01:02:04 |9 DHCPACK(eth0) 1.2.3.4 dc:a6:32:01:02:04 pi"_ba,
            "asked dc:a6:32:01:02:04 initramfs|given dc:a6:32:01:02:04 1.2.3.4"_ba);
        row("without log-dhcp", dhcp,
            "DHCPDISCOVER(br-lan) dc:a6:32:01:02:04|DHCPACK(br-lan) 1.2.3.4 dc:a6:32:01:02:04"_ba,
            "asked dc:a6:32:01:02:04 other|given dc:a6:32:01:02:04 1.2.3.4"_ba);
        row("refused", u"rpc.mountd"_s, "refused mount request from 1.2.3.4 for /srv/x (/srv/x): unmatched host"_ba,
            "refused 1.2.3.4 /srv/x unmatched host"_ba);
        row("refused, no export", u"rpc.mountd"_s,
            "refused mount request from 1.2.3.4 for /srv/x (/): no export entry"_ba,
            "refused 1.2.3.4 /srv/x no export entry"_ba);
        row("refused, no brackets", u"rpc.mountd"_s,
            "refused mount request from 1.2.3.4 for /srv/x: illegal port 5000"_ba,
            "refused 1.2.3.4 /srv/x illegal port 5000"_ba);
        row("port taken", u"dnsmasq"_s, "failed to create listening socket for port 69: Address already in use"_ba,
            "server failed to create listening socket for port 69: Address already in use|noticed server-port-taken ? 69"_ba);
    }
    void lines()
    {
        QFETCH(QString, who);
        QFETCH(QByteArray, log);
        QFETCH(QByteArray, events);
        QByteArray text;
        for (const QByteArray &line : log.split('|'))
            text += "Nov 22 19:10:03 " + who.toLatin1() + "[1]: " + line + "\n";
        QByteArray wanted;
        for (const QByteArray &line : events.split('|'))
            wanted += "1795374603000 " + line + "\n";
        QCOMPARE(eventsOf(text), wanted);
    }

    void aZoneAheadOfUtc()
    {
        QCOMPARE(eventsOf("Nov 22 20:10:03 dnsmasq-tftp[1]: sent /a to 1.2.3.4", LogReader(aboutNow, 3600)),
                 "1795374603000 sent 1.2.3.4 /a\n"_ba);
    }

    void aFloodOfExchangesIsBounded()
    {
        LogReader reader(aboutNow);
        for (int i = 0; i < 5000; ++i)
            QVERIFY(reader
                        .read(QByteArray("Nov 22 19:10:03 dnsmasq-dhcp[1]: " + QByteArray::number(i)
                                         + " vendor class: PXEClient"))
                        .empty());
        QCOMPARE(reader.read("Nov 22 19:10:03 dnsmasq-dhcp[1]: 4999 DHCPDISCOVER(e) dc:a6:32:01:02:04").size(),
                 size_t(1));
    }

    void mangledLines()
    {
        LogReader reader(aboutNow);
        for (const QByteArray &line : readGolden(u"logs/boot-4b.log"_s).split('\n'))
            for (qsizetype i = 0; i < line.size(); i += 3) {
                QByteArray bad = line;
                bad[i] = char(0xff);
                (void)reader.read(bad);
                (void)reader.read(line.first(i));
            }
    }
};

QTEST_GUILESS_MAIN(TestServerLog)
#include "tst_server_log.moc"
