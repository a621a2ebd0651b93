// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "model/timeline.h"
#include "text/mask_recording.h"
#include "text/server_log.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 aboutNow = 1795377600000; // 2026-11-22 20:00 UTC

Cluster cluster()
{
    Cluster c;
    c.name = u"kitchen"_s;
    c.server.host = u"nas.example.org"_s;
    c.server.user = u"margaret"_s;
    c.server.folder = u"/srv"_s;
    c.access.user = u"ada"_s;
    Node node;
    node.name = u"teapot"_s;
    node.serial = Serial::parse(u"5e6f7a8b");
    node.mac = MacAddress::parse(u"dc:a6:32:01:02:02");
    node.model = PiModel::Pi4B;
    c.nodes.push_back(node);
    return c;
}

QByteArray journalLine(const QByteArray &program, const QByteArray &message)
{
    return "{\"__REALTIME_TIMESTAMP\":\"1795377600000000\",\"_HOSTNAME\":\"secret-host\",\"SYSLOG_IDENTIFIER\":\"" + program + "\",\"MESSAGE\":\"" + message + "\"}";
}

std::vector<Reached> stagesOf(const Cluster &c, const QList<QByteArray> &lines, qsizetype &signs)
{
    Boot boot(c, ServerLayout(c.server.folder.isEmpty() ? QString(defaultFolder) : c.server.folder));
    LogReader reader(aboutNow);
    for (const QByteArray &line : lines)
        for (const Event &event : reader.read(line))
            boot.feed(event);
    signs = qsizetype(boot.timelines()[0].signs.size());
    return boot.timelines()[0].reached;
}

} // namespace

class TestMaskRecording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Of a real boot: the same stages at the same times, and nothing that says whose it was.
    void aRealBoot()
    {
        const QList<QByteArray> real = readGolden(u"logs/boot-uml.log"_s).split('\n') + readGolden(u"logs/boot-uml-mountd.log"_s).split('\n');
        Masker masker(cluster());
        QList<QByteArray> masked;
        for (const QByteArray &line : real)
            if (const QByteArray kept = masker.line(line, aboutNow); !kept.isEmpty())
                masked << kept;
        const QByteArray all = masked.join('\n');
        QVERIFY(masked.size() > 30);
        qsizetype before = 0, after = 0;
        QCOMPARE(stagesOf(masker.cluster(), masked, after), stagesOf(cluster(), real, before));
        QCOMPARE(after, before);
        for (const QByteArray &secret : {"5e6f7a8b"_ba, "dc:a6:32:01:02:02"_ba, "01:02:02"_ba, "192.168.77"_ba, "8b:7a:6f"_ba})
            QVERIFY2(!all.contains(secret), secret.constData());
        QVERIFY(all.contains("dc:a6:32")); // the maker stays
        QCOMPARE(masker.cluster().nodes[0].model, PiModel::Pi4B);
        QVERIFY(problems(masker.cluster()).empty()); // it can be told again
    }

    void names_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QByteArray>("secret");
        const auto row = [](const char *name, const QByteArray &program, const QByteArray &message, const QByteArray &secret) {
            QTest::newRow(name) << journalLine(program, message) << secret;
        };
        row("name of a node", "rpc.mountd", "refused mount request from 10.1.2.3 for /srv/nfs/teapot (/): not exported", "teapot");
        row("its address", "rpc.mountd", "refused mount request from 10.1.2.3 for /srv/nfs/x (/): not exported", "10.1.2.3");
        row("name it gives itself", "dnsmasq-dhcp", "123 client provides name: margarets-pi", "margarets");
        row("domain", "dnsmasq-dhcp", "123 sent size: 11 option: 15 domain-name  example.org", "example");
        row("machine id", "dnsmasq-dhcp", "123 sent size: 17 option: 97 client-machine-id  00:52:50:69:34:14:31:c0:00:32:01:02:02:8b...", "32:01:02");
        row("bytes", "dnsmasq-dhcp", "123 sent size: 17 option: 61 client-id  01:dc:a6:32:01:02:02:03", "32:01:02");
        row("serial with zeros", "dnsmasq-tftp", "file /srv/tftp/000000005e6f7a8b/start4.elf not found for 10.1.2.3", "5e6f7a8b");
        row("upper case", "dnsmasq-tftp", "file /srv/tftp/5E6F7A8B/start4.elf not found for 10.1.2.3", "5E6F7A8B");
        row("MAC with dashes", "dnsmasq-tftp", "file /srv/tftp/dc-a6-32-01-02-02/start4.elf not found for 10.1.2.3", "01-02-02");
        row("server", "dnsmasq", "bad address at nas.example.org", "nas.example.org");
        row("user", "dnsmasq", "cannot read /home/margaret/x", "margaret");
        row("somebody else's program", "sshd", "Accepted publickey for margaret from 10.1.2.3", "margaret");
        row("the machine's own name", "dnsmasq", "started, version 2.91 cachesize 150", "secret-host");
        row("the machine's name for itself", "systemd", "Hostname set to <secret-host>.", "secret-host");
        row("who is logged in", "systemd", "Started session-3.scope - Session 3 of User margot.", "margot");
        row("what is looked up", "dnsmasq", "query[A] clinic.example.org from 10.1.2.3", "clinic");
        row("kernel", "kernel", "usb 1-1: SerialNumber: 12345", "12345");
    }

    void names()
    {
        QFETCH(QByteArray, line);
        QFETCH(QByteArray, secret);
        Masker masker(cluster());
        QVERIFY2(!masker.line(line).contains(secret), masker.line(line).constData());
    }

    void theSameBecomesTheSame()
    {
        Masker masker(cluster());
        const QByteArray one = masker.line(journalLine("dnsmasq-tftp", "sent /srv/tftp/5e6f7a8b/start4.elf to 10.1.2.3"));
        const QByteArray two = masker.line(journalLine("dnsmasq-tftp", "sent /srv/tftp/5e6f7a8b/start4.elf to 10.1.2.3"));
        const QByteArray other = masker.line(journalLine("dnsmasq-tftp", "sent /srv/tftp/5e6f7a8b/start4.elf to 10.1.2.4"));
        QCOMPARE(one, two);
        QVERIFY(one != other);
        const QByteArray file = "/tftp/"_ba + masker.cluster().nodes[0].serial->toString().toLatin1() + "/start4.elf"_ba;
        QVERIFY(one.contains(file));
    }

    /// Of programs that say much else, too: what is of boots.
    void whatCountsStays()
    {
        Masker masker(cluster());
        for (const auto &[program, message] : {std::pair<const char *, const char *>{"systemd", "Stopped nfs-mountd.service - NFS Mount Daemon."}, {"dnsmasq", "started, version 2.91 cachesize 150"},
                                               {"dnsmasq", "failed to create listening socket: Address already in use"}})
            QVERIFY2(masker.line(journalLine(program, message)).contains(message), message);
    }

    /// How much a disk has carried: the address is another one, the numbers stay, though eight digits look like a serial.
    void bytesOfADisk()
    {
        Masker masker(cluster());
        for (const qint64 bytes : {qint64(7), qint64(12'345'678), qint64(1'234'567'812'345'678)}) {
            const QByteArray line = masker.line(recordingLine({aboutNow, DiskBytes{*Ipv4::parse(u"10.1.2.3"), bytes, 12'345'678}}), aboutNow);
            QVERIFY2(!line.contains("10.1.2.3"), line.constData());
            const std::vector<Event> events = LogReader(aboutNow).read(line);
            QCOMPARE(events.size(), size_t(1));
            const auto *disk = std::get_if<DiskBytes>(&events[0].kind);
            QVERIFY(disk);
            QCOMPARE(disk->bytes, bytes);
            QCOMPARE(disk->grown, 12'345'678);
        }
    }

    void rubbish()
    {
        Masker masker(cluster());
        for (const QByteArray &line : {""_ba, "{"_ba, QByteArray(100'000, 'x'), QByteArray("\0\xff\xfe", 3), "hello"_ba})
            QVERIFY(masker.line(line).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestMaskRecording)
#include "tst_mask_recording.moc"
