// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/image_facts_json.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestImageFactsJson : public QObject
{
    Q_OBJECT

    /// Every member is something else than what it begins with, so that one that is forgotten shows.
    static ImageFacts facts()
    {
        ImageFacts facts;
        facts.file = u"/home/ada/Bücher/raspios.img.xz"_s;
        facts.format = u"xz"_s;
        facts.sha256 = QString(64, u'c');
        facts.imageSize = 2'919'235'584;
        facts.boot = {8 << 20, 512 << 20, 0x0c};
        facts.root = {520 << 20, qint64(2300) << 20, 0x83};
        facts.system = SystemKind::RaspberryPiOs;
        facts.systemName = u"Debian GNU/Linux 12 (bookworm)"_s;
        facts.systemVersion = u"bookworm"_s;
        facts.rootNodes = 87'766;
        facts.rootBytes = 1'700'000'000;
        facts.bootFiles = {{u"config.txt"_s, 1200}, {u"overlays/vc4-kms-v3d.dtbo"_s, 0}};
        facts.files = {{u"/etc/passwd"_s, "root:x:0:0::/root:/bin/sh\n"_ba}, {u"/etc/empty"_s, {}}, {u"/etc/hostname"_s, QByteArray("\xff\0\n", 3)}};
        facts.existing = QStringList{u"/etc/ssh"_s, u"/home"_s};
        return facts;
    }

private Q_SLOTS:
    void thereAndBack()
    {
        const auto back = parseImageFacts(imageFactsJson(facts()));
        QVERIFY(back);
        QCOMPARE(*back, facts());
        QCOMPARE(imageFactsJson(*back), imageFactsJson(facts()));
    }

    void notWhatAnImageSays_data()
    {
        QTest::addColumn<QByteArray>("json");
        const QByteArray good = imageFactsJson(facts());
        const auto changed = [&good](const QByteArray &what, const QByteArray &to) { return QByteArray(good).replace(what, to); };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut") << good.first(good.size() / 2);
        QTest::newRow("no object") << "[1]"_ba;
        QTest::newRow("another version") << changed("\"brambleboot-image\":3", "\"brambleboot-image\":1");
        QTest::newRow("no checksum") << changed(QByteArray(64, 'c'), "../../etc");
        QTest::newRow("negative size") << changed("2919235584", "-1");
        QTest::newRow("absolute boot file") << changed("config.txt", "/etc/shadow");
        QTest::newRow("unknown system") << changed("raspberry-pi-os", "plan9");
        QTest::newRow("not base64") << changed("/w", "*w");
    }

    void notWhatAnImageSays()
    {
        QFETCH(QByteArray, json);
        QVERIFY(json != imageFactsJson(facts()));
        QVERIFY(!parseImageFacts(json));
    }
};

QTEST_GUILESS_MAIN(TestImageFactsJson)
#include "tst_image_facts_json.moc"
