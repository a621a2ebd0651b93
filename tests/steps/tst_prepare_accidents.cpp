// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What becomes of a Pi when something happens while it is set: each time it has its old settings or the new ones, and a way back.
#include "remote/fault_relay.h"
#include "remote/remote_test.h"
#include "steps/fault_remote.h"
#include "steps/stand_in_pi.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <array>

using namespace bramble;
using namespace remote_test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestPrepareAccidents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { NEEDS_SERVER(m_pi); }
    void init() { m_pi.reset(); }
    void accidents();
    void powerFailsUnderTheTool();
    void theConnectionFailsUnderTheTool();

private:
    static bool isQuiet(); ///< nothing of ours is at work on the Pi any more
    StandInPi m_pi;
};

// Every command of a preparation has every accident: the EEPROM will have the old or the new settings, whole, and the way back is there.
void TestPrepareAccidents::accidents()
{
    const auto smooth = std::make_shared<FaultRemote>(m_pi.remote(), Fault::None, -1, 0ms);
    QVERIFY(m_pi.prepare({}, smooth).has_value());
    const qsizetype commands = smooth->commands.size();
    int cases = 0;
    int old = 0;
    const std::array faults{Fault::Fails, Fault::CutBefore, Fault::CutDuring, Fault::CutAfter};
    const bool all = !qEnvironmentVariableIsEmpty("BRAMBLE_LONG");
    for (qsizetype at = 0; at < commands; ++at) {
        for (const Fault fault : faults) {
            if (!all && fault != faults[size_t(at) % faults.size()])
                continue;
            m_pi.reset();
            auto relay = std::make_unique<FaultRelay>(m_pi.server().port());
            const auto remote = std::make_shared<FaultRemote>(m_pi.connected(relay->port()), fault, at, 25ms);
            remote->accident = [&relay] { relay.reset(); };
            const Result<PiState> outcome = m_pi.prepare({}, remote);
            const QByteArray where = "command " + QByteArray::number(at) + ", fault " + QByteArray::number(int(fault));
            QVERIFY2(remote->happened && !outcome, where.constData());
            QVERIFY2(isQuiet(), where.constData()); // what goes on there without us
            const Result<PiState> now = m_pi.read();
            QVERIFY2(now && (now->nextConf() == StandInPi::factory || now->nextConf() == StandInPi::ours), where.constData());
            old += now->nextConf() == StandInPi::factory ? 1 : 0;
            ++cases;
            if (cases % 2 == 0) { // a second run completes it
                const Result<PiState> again = m_pi.prepare();
                QVERIFY2(again && again->nextConf() == StandInPi::ours, where.constData());
            }
            if (cases % 3 == 0)
                m_pi.restart();
            const Result<PiState> back = m_pi.undo();
            QVERIFY2(back && back->nextConf() == StandInPi::factory && m_pi.isClean(), QByteArray(where + ' ' + why(back)).constData());
            m_pi.restart();
            QCOMPARE(m_pi.eeprom(), StandInPi::factory);
        }
    }
    if (!all)
        qInfo("left out (BRAMBLE_LONG=1): each accident at each command, not just one of them");
    qInfo("%d accidents at %d commands: %d left the old settings, %d the new ones; each was taken back", cases, int(commands), old, cases - old);
    QVERIFY(commands >= 4 && old > 0 && old < cases);
}

void TestPrepareAccidents::powerFailsUnderTheTool()
{
    m_pi.put(u"lib/standin/die"_s, {});
    QVERIFY(!m_pi.prepare().has_value());
    QCOMPARE(m_pi.read()->nextConf(), StandInPi::factory);
    QCOMPARE(*m_pi.read()->given, StandInPi::ours); // it was to be given, and the tool never agreed
    QVERIFY(!planPreparing(*m_pi.read(), {}).tookNot);
    QVERIFY(m_pi.undo().has_value());
    QVERIFY(m_pi.isClean());
    m_pi.put(u"lib/standin/die"_s, {});
    QVERIFY(!m_pi.prepare().has_value());
    QVERIFY(m_pi.prepare().has_value());
    m_pi.restart();
    QCOMPARE(m_pi.eeprom(), StandInPi::ours);
    QVERIFY(m_pi.undo().has_value());
    m_pi.restart();
    QCOMPARE(m_pi.eeprom(), StandInPi::factory);
}

void TestPrepareAccidents::theConnectionFailsUnderTheTool()
{
    m_pi.put(u"lib/standin/slow"_s, "1.5");
    auto relay = std::make_unique<FaultRelay>(m_pi.server().port());
    const auto remote = std::make_shared<FaultRemote>(m_pi.connected(relay->port()), Fault::CutDuring, 2, 700ms);
    remote->accident = [&relay] { relay.reset(); };
    QVERIFY(!m_pi.prepare({}, remote).has_value());
    QVERIFY2(remote->commands[2].contains(u"new."), qPrintable(remote->commands.join(u'\n'))); // it was that one
    QVERIFY(!m_pi.has(u"lib/brambleboot/eeprom/done"_s));
    QCOMPARE(m_pi.read()->nextConf(), StandInPi::ours); // it went on, and a look waits for its end
    QCOMPARE(m_pi.calls().count("--apply"), 1);
    m_pi.take(u"lib/standin/slow"_s);
    QVERIFY(m_pi.undo().has_value());
    QVERIFY(m_pi.isClean());
}

bool TestPrepareAccidents::isQuiet()
{
    return QTest::qWaitFor([] { return QProcess::execute(u"pgrep"_s, {u"-f"_s, u"/var/lib/brambleboot/[e]eprom"_s}) != 0; }, 20'000);
}

QTEST_GUILESS_MAIN(TestPrepareAccidents)
#include "tst_prepare_accidents.moc"
