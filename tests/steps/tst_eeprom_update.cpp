// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A node renews its own boot loader: the files for it are planned, laid into its boot folder on a server, laid anew, and taken back.
#include "image/eeprom_sample.h"
#include "remote/remote_test.h"
#include "steps/apply.h"
#include "steps/eeprom_update.h"
#include "steps/journal.h"
#include "steps/stand_in_pi.h"
#include "steps/undo.h"

#include <QCryptographicHash>
#include <QTest>

using namespace bramble;
using namespace remote_test;
using namespace Qt::StringLiterals;

namespace {

const Firmware firmware{QByteArray(100'140, 'r'), eepromImage(512 * 1024), QByteArray(99'352, 'v'), {}};
constexpr qint64 now = 1763870400;

Cluster lab(const QString &model)
{
    Cluster cluster;
    cluster.name = u"lab"_s;
    cluster.server.folder = u"/var/lib/srv"_s;
    Node node;
    node.name = u"pi-01"_s;
    node.serial = Serial::parse(u"38c128c0");
    node.model = *parsePiModel(model);
    cluster.nodes = {node};
    return cluster;
}

QString kindOf(const Result<Plan> &plan)
{
    return plan ? QString() : QString(errorId(plan.error().kind) + u' ' + plan.error().subject).trimmed();
}

} // namespace

class TestEepromUpdate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { NEEDS_SERVER(m_pi); }
    void init() { m_pi.reset(); }

    void whoRenewsItself_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("error");
        QTest::newRow("4B") << u"4B"_s << QString();
        QTest::newRow("400") << u"400"_s << QString();
        QTest::newRow("5, another family's image") << u"5"_s << u"BB-PREP-006 pieeprom.bin"_s;
        QTest::newRow("CM4") << u"CM4"_s << u"BB-PREP-014 module"_s;
        QTest::newRow("3B") << u"3B"_s << u"BB-PREP-014 no-eeprom"_s;
        QTest::newRow("3B+") << u"3B+"_s << u"BB-PREP-014 no-eeprom"_s;
    }
    void whoRenewsItself()
    {
        QFETCH(QString, model);
        QTEST(kindOf(planEepromUpdate(lab(model), u"pi-01"_s, firmware, EepromConfig::forCluster(), {}, now)), "error");
    }
    void whatIsRefused()
    {
        Cluster cluster = lab(u"4B"_s);
        QCOMPARE(kindOf(planEepromUpdate(cluster, u"pi-02"_s, firmware, {}, {}, now)), QString(errorId(ErrorKind::NodeUnknown) + u" pi-02"_s));
        cluster.nodes[0].model = PiModel::Unknown;
        QCOMPARE(kindOf(planEepromUpdate(cluster, u"pi-01"_s, firmware, {}, {}, now)), u"BB-PREP-014 model"_s);
        EepromConfig wrong;
        QVERIFY(wrong.set(EepromKey::TftpPrefix, u"1").has_value()); // without its text
        QVERIFY(!planEepromUpdate(lab(u"4B"_s), u"pi-01"_s, firmware, wrong, {}, now));
    }

    void laidAndTakenBack()
    {
        const Cluster cluster = lab(u"4B"_s);
        const auto look = [&] { return await(lookAtEepromUpdate(cluster, u"pi-01"_s, m_pi.remote(), {})); };
        QCOMPARE(number(look().error().kind), number(ErrorKind::ServerVerifyFailed)); // not set up yet
        m_pi.put(u"lib/srv/tftp/38c128c0/config.txt"_s, "x");
        const QByteArray image = lay(cluster, now);
        QVERIFY(image.contains("BOOT_ORDER=0xf21") && image.size() == 512 * 1024);
        const QByteArray digest = m_pi.get(u"lib/srv/tftp/38c128c0/pieeprom.sig"_s);
        QVERIFY(digest.startsWith(QByteArray(QCryptographicHash::hash(image, QCryptographicHash::Sha256).toHex() + "\nts: 1763870400\n")));
        QVERIFY(QFileInfo(m_pi.server().path(u"pi/lib/srv/tftp/38c128c0/pieeprom.upd"_s)).permissions() & QFile::ReadOther);
        const Result<EepromUpdateFacts> there = look();
        QVERIFY2(there, why(there));
        QCOMPARE(there->image, std::optional(image));
        QCOMPARE(there->digest, std::optional(digest));
        // A second time, with a later date, and still one way back.
        QCOMPARE(lay(cluster, now + 60), image);
        QVERIFY(m_pi.get(u"lib/srv/tftp/38c128c0/pieeprom.sig"_s).contains("ts: 1763870460\n"));
        const auto undone = await(undoJournal(m_pi.remote(), QString(debianJournal), UndoScope::All, UndoChanged::Refuse));
        QVERIFY2(undone && undone->failed.isEmpty() && undone->left.isEmpty(), why(undone));
        QVERIFY(!m_pi.has(u"lib/srv/tftp/38c128c0/pieeprom.upd"_s) && !m_pi.has(u"lib/srv/tftp/38c128c0/pieeprom.sig"_s));
        QVERIFY(m_pi.has(u"lib/srv/tftp/38c128c0/config.txt"_s));
    }

private:
    // What lies there then.
    QByteArray lay(const Cluster &cluster, qint64 when)
    {
        const auto facts = await(lookAtEepromUpdate(cluster, u"pi-01"_s, m_pi.remote(), {}));
        if (!facts)
            return why(facts);
        const auto plan = planEepromUpdate(cluster, u"pi-01"_s, firmware, EepromConfig::forCluster(), *facts, when);
        if (!plan)
            return why(plan);
        const ApplySink quiet = [](const ApplyNews &) {};
        const ImageSourcePtr noImage;
        const Result<> outcome = await(apply(*plan, m_pi.remote(), noImage, quiet, {}));
        return outcome ? m_pi.get(u"lib/srv/tftp/38c128c0/pieeprom.upd"_s) : QByteArray(why(outcome));
    }

    StandInPi m_pi;
};

QTEST_GUILESS_MAIN(TestEepromUpdate)
#include "tst_eeprom_update.moc"
