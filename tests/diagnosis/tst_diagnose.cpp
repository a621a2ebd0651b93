// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/cases.h"
#include "diagnosis/rule.h"
#include "golden/golden.h"
#include "wire/pcap_reader.h"

#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <set>

using namespace bramble;

namespace {

const std::vector<PiModel> mixed{PiModel::Pi3B, PiModel::Pi3BPlus, PiModel::Pi4B, PiModel::Pi5, PiModel::Pi400, PiModel::Cm4, PiModel::Pi500, PiModel::Cm5};

// One healthy boot, as slow, as unlucky and as late as a healthy one may be.
double healthyBoot(Scene &scene, size_t i, double s, QRandomGenerator &luck)
{
    const auto between = [&luck](double from, double to) { return from + luck.generateDouble() * (to - from); };
    const BootRom rom = bootRom(scene.node(i).model);
    const int asks = rom == BootRom::Bcm2837 ? luck.bounded(1, 6) : luck.bounded(1, 10);
    s += between(0, rom == BootRom::Bcm2837 ? 20 : 6);
    for (int n = 0; n < asks; ++n)
        s = scene.ask(n == 0 ? s : s + (rom == BootRom::Bcm2837 ? 5 : between(0.3, 4)), i);
    // From a wire that is all theirs to one that many share: then a file takes most of the 30 s that a boot loader waits.
    scene.slowness = luck.bounded(5) == 0 ? between(3, 8) : between(0.3, 2);
    s = scene.firmware(s + between(0.1, 2), i);
    s = scene.settings(s, i);
    if (luck.bounded(6) == 0) { // a lost packet: the file again, after the server has waited for an answer
        scene.log(s += between(2, 20), u"dnsmasq-tftp: %1 sending {tftp}/cmdline.txt to {ip}"_s.arg(luck.bounded(2) ? u"failed"_s : u"timeout"_s), i);
        scene.sent(s += between(0.2, 5), u"cmdline.txt"_s, i);
    }
    s = scene.kernel(s, i);
    const bool isEarly = luck.bounded(4) == 0;
    if (isEarly) // the export is on its way
        scene.log(s += between(4, 20), u"rpc.mountd: refused mount request from {ip} for {nfs} ({nfs}): unmatched host"_s, i);
    s = scene.mount(s + (isEarly ? between(1, 4) : between(4, 50)), i);
    scene.log(s + 1, u"rpc.mountd: authenticated mount request from {ip}:905 for {tftp} ({tftp})"_s, i);
    s += between(5, 140);
    scene.event(s, SshAnswered{scene.address(i)});
    return s;
}

} // namespace

class TestDiagnose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// Each cause, on each of its models: from lines and packets alone, exactly that one, and what proves it.
    void table()
    {
        int cases = 0;
        int right = 0;
        std::set<Cause> covered;
        std::set<Cause> named;
        for (const CauseCase &c : causeCases()) {
            for (const PiModel model : c.models) {
                Scene scene({model, PiModel::Pi4B});
                const double until = c.happens(scene);
                const Scene::Told told = scene.play(until);
                const bool hasOne = told.causes.size() == 1 && told.causes.front().cause == c.cause;
                const bool proves = hasOne && (c.proof.isEmpty() || std::ranges::any_of(told.causes.front().evidence, [&c](const Sign &sign) {
                    return sign.said.contains(c.proof);
                }));
                ++cases;
                right += proves;
                named.insert(c.cause);
                if (proves)
                    covered.insert(c.cause);
                QStringList got;
                for (const Diagnosis &d : told.causes)
                    got << causeId(d.cause) + u" ("_s + (d.evidence.empty() ? QString() : d.evidence.front().said) + u')';
                const Diagnosis shown = hasOne ? told.causes.front() : Diagnosis{};
                qInfo().noquote() << u"%1 %2 %3 %4 %5 %6"_s.arg(proves ? u"ok    "_s : u"NOT OK"_s, causeId(c.cause).leftJustified(24), shortName(model).leftJustified(4),
                                                               proves ? confidenceId(shown.confidence).leftJustified(9) : u"-"_s, proves ? fixId(shown.fix) : stageId(told.timeline.stage),
                                                               proves ? QString() : got.join(u"; "_s));
            }
        }
        qInfo().noquote() << u"%1 of %2 cases right (%3 %); %4 causes of %5 have a case"_s.arg(right).arg(cases).arg(100.0 * right / cases, 0, 'f', 1).arg(covered.size()).arg(causeCount);
        QCOMPARE(right, cases);
        for (int c = 0; c < causeCount; ++c)
            QVERIFY2(named.contains(Cause(c)), qPrintable(causeId(Cause(c)) + u" has no case"_s));
    }

    void rulesAreComplete()
    {
        std::set<Cause> ruled;
        int rules = 0;
        for (const auto some : {serverRules(), askingRules(), firmwareRules(), lastAskingRules(), kernelRules(), diskRules(), linuxRules()})
            for (const Rule &rule : some) {
                ++rules;
                ruled.insert(rule.cause);
                QVERIFY2(!rule.source.isEmpty(), qPrintable(causeId(rule.cause)));
                QVERIFY(rule.from <= rule.to);
            }
        QCOMPARE(ruled.size(), size_t(causeCount));
        qInfo() << rules << "rules for" << causeCount << "causes";
        std::set<QString> ids;
        for (int c = 0; c < causeCount; ++c)
            ids.insert(causeId(Cause(c)));
        QCOMPARE(ids.size(), size_t(causeCount));
    }

    /// No cause at any moment: before and after each line, and each second. Three hundred that are switched on together, and the same again
    /// with other luck.
    void healthyBoots()
    {
        for (const quint32 seed : {1U, 2U}) {
            QRandomGenerator luck(seed);
            std::vector<PiModel> models;
            for (size_t i = 0; i < 300; ++i)
                models.push_back(mixed[i % mixed.size()]);
            Scene scene(models);
            double end = 0;
            for (size_t i = 0; i < models.size(); ++i) {
                double s = healthyBoot(scene, i, 0, luck);
                if (i % 10 == 0) // and restarts
                    s = healthyBoot(scene, i, s + 5, luck);
                end = std::max(end, s);
            }
            const QStringList shown = scene.playAll(end + 60);
            for (const QString &line : shown.first(std::min<qsizetype>(shown.size(), 12)))
                qWarning().noquote() << line;
            QCOMPARE(shown.size(), 0);
            qInfo() << models.size() << "healthy boots over" << int(end) << "s, no cause at any moment";
        }
    }

    /// What real programs wrote and a real wire carried.
    void recordedBoots()
    {
        Cluster cluster;
        Node node;
        node.name = u"pi-01"_s;
        node.serial = Serial::parse(u"5e6f7a8b");
        node.mac = MacAddress::parse(u"dc:a6:32:01:02:02");
        node.model = PiModel::Pi4B;
        cluster.nodes.push_back(node);
        Boot boot(cluster, ServerLayout(u"/srv"_s));
        QFile file(QStringLiteral(BRAMBLE_TESTS_DIR "/wire/samples/uml-boot.pcap"));
        QVERIFY(file.open(QFile::ReadOnly));
        PcapReader frames;
        frames.feed(file.readAll());
        PacketReader packets(u"/srv/tftp"_s);
        int events = 0;
        qint64 begin = 0;
        while (const auto frame = frames.next())
            for (const Event &event : packets.read(frame->atMicroseconds / 1000, frame->bytes)) {
                begin = begin == 0 ? event.atMs : begin;
                const auto found = diagnose(boot.timelines()[0], {event.atMs, begin, &boot.serverSigns(), nullptr});
                QVERIFY2(!found, qPrintable(found ? causeId(found->cause) : QString()));
                boot.feed(event);
                ++events;
            }
        QVERIFY(events > 0);
    }

    /// A transfer of the kernel that broke is at the kernel, and nothing is said of Linux: also where the initramfs went over before it.
    void aBrokenKernelIsAtTheKernel()
    {
        for (const PiModel model : {PiModel::Pi3BPlus, PiModel::Pi4B, PiModel::Pi5}) {
            Scene scene({model});
            const double at = scene.settings(scene.firmware(scene.ask(5)));
            scene.log(at + 10, u"dnsmasq-tftp: failed sending {tftp}/kernel8.img to {ip}"_s);
            const Scene::Told told = scene.play(at + 120);
            QCOMPARE(stageId(told.timeline.stage), u"kernel"_s);
            QVERIFY(!told.timeline.hasKernel);
            QCOMPARE(told.causes.size(), size_t(1));
            QCOMPARE(causeId(told.causes.front().cause), model == PiModel::Pi5 ? u"old-eeprom"_s : u"transfer-stalled"_s);
            QVERIFY(told.causes.front().evidence.front().said.contains("kernel8.img"_L1));
        }
    }

    /// Whoever is off, or asks, is not told of a stop that is a restart.
    void aRestartOfTheServiceIsNoStop()
    {
        Scene scene({PiModel::Pi4B});
        scene.log(0, u"dnsmasq: started, version 2.90 DNS disabled"_s);
        scene.log(60, u"dnsmasq: exiting on receipt of SIGTERM"_s);
        scene.log(67, u"dnsmasq: started, version 2.90 DNS disabled"_s);
        QCOMPARE(scene.playAll(85), QStringList{scene.node().name + u" is not running: off"_s});
    }

    /// What the disk of a Pi carries makes no cause and hides none: neither the little that goes on where a Linux waits, nor the much of one that
    /// writes in vain.
    void bytesOfADisk()
    {
        const auto carrying = [](Scene &scene, double from, double until, qint64 each) {
            qint64 bytes = 1'000'000;
            for (double s = from; s < until; s += 2)
                scene.event(s, DiskBytes{scene.address(), bytes += each, each});
        };
        const auto causes = [](const Scene::Told &told) {
            std::vector<Cause> all;
            for (const Diagnosis &each : told.causes)
                all.push_back(each.cause);
            return all;
        };
        const auto starting = [](Scene &scene) { return scene.mount(scene.kernel(scene.settings(scene.firmware(scene.ask(1) + 1)))); };
        for (const qint64 each : {qint64(0), qint64(3'000), qint64(3'000'000)}) {
            Scene waits({PiModel::Pi4B});
            const double disk = starting(waits);
            carrying(waits, disk + 1, disk + 200, each);
            QCOMPARE(causes(waits.play(disk + 149)), std::vector<Cause>());
            QCOMPARE(causes(waits.play(disk + 200)), std::vector{Cause::NoSsh});
            Scene full({PiModel::Pi4B});
            const double before = starting(full);
            full.look(before + 10, u"nfs|-|active\nspace|-|0\n"_s);
            carrying(full, before + 1, before + 100, each);
            QCOMPARE(causes(full.play(before + 60)), std::vector{Cause::DiskFull});
            // One that runs, does not answer, and may be starting anew, with nobody to tell it from where; or else it works with its disk.
            Scene runs({PiModel::Pi4B});
            const double up = starting(runs) + 30;
            runs.event(up, SshAnswered{runs.address()});
            runs.log(up + 1, u"dnsmasq: exiting on receipt of SIGTERM"_s);
            carrying(runs, up + 1, up + 100, each);
            QCOMPARE(causes(runs.play(up + 90)), each > 1'000'000 ? std::vector<Cause>() : std::vector{Cause::ServerStopped});
        }
    }

    void silenceBeforeWatchingProvesNothing()
    {
        for (int s = 0; s < int(Stage::Running); ++s) {
            Timeline t;
            t.stage = Stage(s);
            t.stageSinceMs = t.lastSignMs = 1'000'000'000;
            const qint64 now = t.lastSignMs + 3'600'000;
            QVERIFY(!diagnose(t, {now, now - 1000, nullptr, nullptr}));
            QVERIFY2(diagnose(t, {now, 1'000'000'000, nullptr, nullptr}), "an hour of silence has a cause in every stage");
        }
    }
};

QTEST_GUILESS_MAIN(TestDiagnose)
#include "tst_diagnose.moc"
