// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnose.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 start = 1'000'000'000;

struct Case
{
    const char *name;
    Stage stage;
    PiModel model;
    qint64 silence; ///< s since the last sign
    qint64 inStage; ///< s
    QStringList missing;
    QString refusal;
    std::optional<Cause> cause;
    QString detail;
};

Timeline timelineOf(const Case &c, qint64 now)
{
    Timeline t;
    t.node.name = u"pi"_s;
    t.node.serial = Serial::fromValue(0x38c128c0);
    t.node.model = c.model;
    t.stage = c.stage;
    if (c.stage != Stage::Off) {
        t.lastSignMs = now - c.silence * 1000;
        t.stageSinceMs = now - c.inStage * 1000;
    }
    t.missing = c.missing;
    t.refusal = c.refusal;
    t.lastFile = u"last.bin"_s;
    return t;
}

} // namespace

class TestDiagnose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void table_data()
    {
        QTest::addColumn<int>("row");
        for (size_t i = 0; i < cases().size(); ++i)
            QTest::newRow(cases()[i].name) << int(i);
    }

    void table()
    {
        QFETCH(int, row);
        const Case &c = cases()[size_t(row)];
        const qint64 now = start + 3'600'000;
        const qint64 since = c.stage == Stage::Off ? now - c.silence * 1000 : start;
        const auto got = diagnose(timelineOf(c, now), now, since);
        QCOMPARE(got.has_value(), c.cause.has_value());
        if (got) {
            QCOMPARE(int(got->cause), int(*c.cause));
            QCOMPARE(got->detail, c.detail);
        }
    }

    void silenceBeforeWatchingProvesNothing()
    {
        for (int s = 0; s < int(Stage::Running); ++s) {
            Timeline t;
            t.stage = Stage(s);
            t.stageSinceMs = t.lastSignMs = start;
            const qint64 now = start + 3'600'000;
            QVERIFY(!diagnose(t, now, now - 1000));
            QVERIFY2(diagnose(t, now, start).has_value(), "an hour of silence has a cause in every stage");
        }
    }

private:
    static const std::vector<Case> &cases()
    {
        using enum Stage;
        using enum PiModel;
        static const QString folder = u"38c128c0"_s;
        static const QString last = u"last.bin"_s;
        static const std::vector<Case> all{
            {"off, just begun", Off, Pi4B, 80, 0, {}, {}, {}, {}},
            {"off for long", Off, Pi4B, 91, 0, {}, {}, Cause::NotAsking, {}},
            {"asking", Asking, Pi4B, 3, 50, {}, {}, {}, {}},
            {"asking in vain", Asking, Pi4B, 3, 61, {}, {}, Cause::OnlyAddress, {}},
            {"Pi 3 between two tries", Asking, Pi3BPlus, 6, 20, {}, {}, {}, {}},
            {"Pi 3 gave up", Asking, Pi3BPlus, 31, 55, {}, {}, Cause::RomGaveUp, {}},
            {"Pi 3 gave up on our answer", Answered, Pi3B, 31, 55, {}, {}, Cause::RomGaveUp, {}},
            {"answered", Answered, Pi5, 2, 10, {}, {}, {}, {}},
            {"answered in vain", Answered, Pi5, 2, 16, {}, {}, Cause::OnlyAddress, {}},
            {"no folder", Answered, Pi4B, 16, 20, {u"start4.elf"_s}, {}, Cause::NoFolder, folder},
            {"no folder yet fresh", Answered, Pi4B, 2, 10, {u"start4.elf"_s}, {}, {}, {}},
            {"firmware", Firmware, Pi4B, 29, 29, {}, {}, {}, {}},
            {"firmware stalled", Firmware, Pi4B, 31, 31, {}, {}, Cause::TransferStalled, last},
            {"normal misses", Settings, Pi4B, 10, 15, {u"recovery.elf"_s, u"pieeprom.sig"_s}, {}, {}, {}},
            {"normal misses, stalled",
             Settings,
             Pi4B,
             21,
             25,
             {u"recovery.elf"_s, u"dt-blob.bin"_s},
             {},
             Cause::TransferStalled,
             last},
            {"no device tree",
             Settings,
             Pi5,
             21,
             25,
             {u"pieeprom.sig"_s, u"bcm2712-rpi-5-b.dtb"_s},
             {},
             Cause::BootFileMissing,
             u"bcm2712-rpi-5-b.dtb"_s},
            {"Pi 5 kernel falls back", Settings, Pi5, 21, 25, {u"kernel_2712.img"_s}, {}, Cause::TransferStalled, last},
            {"no kernel",
             Settings,
             Pi5,
             21,
             25,
             {u"kernel_2712.img"_s, u"kernel8.img"_s},
             {},
             Cause::BootFileMissing,
             u"kernel8.img"_s},
            {"overlay map is no device tree",
             Settings,
             Pi4B,
             21,
             25,
             {u"overlays/overlay_map.dtb"_s},
             {},
             Cause::TransferStalled,
             last},
            {"kernel", Kernel, Pi4B, 39, 39, {}, {}, {}, {}},
            {"kernel silent", Kernel, Pi4B, 41, 41, {}, {}, Cause::KernelSilent, last},
            {"initramfs silent", Initramfs, Pi4B, 41, 41, {}, {}, Cause::KernelSilent, last},
            {"linux asks", Network, Pi4B, 3, 29, {}, {}, {}, {}},
            {"disk not sought", Network, Pi4B, 3, 31, {}, {}, Cause::DiskNotSought, {}},
            {"refused just now", Network, Pi4B, 1, 3, {}, u"unmatched host"_s, {}, {}},
            {"refused", Network, Pi4B, 1, 6, {}, u"unmatched host"_s, Cause::DiskRefused, u"unmatched host"_s},
            {"starting", Disk, Pi4B, 80, 89, {}, {}, {}, {}},
            {"no ssh", Disk, Pi4B, 3, 91, {}, {}, Cause::NoSsh, {}},
            {"running", Running, Pi4B, 7000, 7000, {}, {}, {}, {}},
        };
        return all;
    }
};

QTEST_GUILESS_MAIN(TestDiagnose)
#include "tst_diagnose.moc"
