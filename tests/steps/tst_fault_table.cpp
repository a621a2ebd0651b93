// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fault_relay.h"
#include "steps/fault_remote.h"
#include "steps/fault_server.h"
#include "steps/server_lock.h"
#include "steps/small_set_up.h"
#include "text/export_hook.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

#include <unistd.h>

using namespace bramble;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Every command of a full apply, one after the other, has every kind of accident. Afterwards a fresh run completes and an undo restores, or an
/// undo restores at once; each time the whole server is compared with what it was before: not one difference.
/// BRAMBLE_FAULTS=all: all of them; BRAMBLE_FAULTS=N: N of them, drawn with BRAMBLE_SEED (printed). BRAMBLE_FAULTS_PART=K/N: of all, the K-th
/// of N parts, for several processors.
class TestFaultTable : public QObject, private FaultServer
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theLock();
    void table();
    void overWhatIsThere();
    void cleanupTestCase() { inRoom({u"down"_s, m_dir.path()}); }

private:
    QString overASetUp(Fault fault, qsizetype at, bool thenFails);
    QString oneCase(Fault fault, qsizetype at, bool undoAtOnce);

    qsizetype m_looks = 0; ///< commands that only look, before the first that is one of the list
    QStringList m_commands;
    QRandomGenerator m_random;
};

void TestFaultTable::initTestCase()
{
    if (const QString hindered = makeServer(); !hindered.isEmpty())
        QSKIP(qPrintable(hindered));

    // One run without an accident: what there is to break, and that the comparison sees a set-up and its undo.
    const RemotePtr remote = connected(m_port);
    QVERIFY(remote);
    const auto watched = std::make_shared<FaultRemote>(remote, Fault::None, -1, 0ms);
    const Result<> set = setUp(watched);
    QVERIFY2(set, set ? "" : qPrintable(why(set.error())));
    m_looks = watched->commands.indexOf(QRegularExpression(u".*journal.*"_s)) + 1; // the look ends with what is recorded
    m_commands = watched->commands.sliced(m_looks);
    QVERIFY(m_commands.size() > 40);
    const QString changed = differences();
    for (const char *path : {"/etc/brambleboot", "/srv/brambleboot", "/etc/exports", "/etc/passwd", "/var/lib/standin", "/usr/sbin/exportfs"})
        QVERIFY2(changed.contains(QLatin1StringView(path)), path);
    const Result<> back = takeAllBack(remote);
    QVERIFY2(back, back ? "" : qPrintable(why(back.error())));
    QCOMPARE(differences(), QString());
}

QString TestFaultTable::oneCase(Fault fault, qsizetype at, bool undoAtOnce)
{
    freshServer();
    auto relay = std::make_unique<FaultRelay>(m_port);
    const RemotePtr inner = connected(relay->port());
    if (!inner)
        return u"no connection"_s;
    const auto remote = std::make_shared<FaultRemote>(inner, fault, at + m_looks, std::chrono::milliseconds(m_random.bounded(25))); // a look comes first
    remote->accident = [&] {
        if (fault == Fault::DiskFull)
            inRoom({u"fill"_s, m_dir.path()});
        else if (fault == Fault::ServerKilled)
            inRoom({u"kill"_s, m_dir.path()});
        else
            relay.reset();
    };
    // Every other run gets its connection back, and has to go through.
    const bool comesBack = (fault == Fault::CutBefore || fault == Fault::CutDuring || fault == Fault::CutAfter) && m_random.bounded(2) == 0;
    if (comesBack)
        remote->connectsAgain = [this] { return connected(m_port); };
    ApplyNews::State last = ApplyNews::State::Started;
    const Result<> hit = setUp(remote, &last);
    if (!remote->happened) // one wait less than in the first run: there is no such command
        return hit && at >= m_commands.size() - 4 ? QString() : u"the accident did not happen"_s;
    if (comesBack && !hit)
        return u"with a new connection: "_s + why(hit.error());
    // After the very last command there is nothing left to fail in.
    // And the lists of packages may be old, and a finished job may stay.
    static const QRegularExpression minor(u" (lists|reap)\\b"_s);
    const bool goesOn = fault == Fault::DiskFull || (fault == Fault::Fails && minor.match(m_commands[at]).hasMatch());
    if (hit && !comesBack && !goesOn && at < m_commands.size() - 1)
        return u"the run went through in spite of it"_s;
    if (last == ApplyNews::State::Undone)
        if (const QString left = differences(); !left.isEmpty() && fault != Fault::DiskFull)
            return u"said to be undone: "_s + left;
    relay.reset();
    if (fault == Fault::DiskFull)
        inRoom({u"free"_s, m_dir.path()});
    if (fault == Fault::ServerKilled && (!inRoom({u"boot"_s, m_dir.path(), QString::number(m_port)}) || !serverAnswers()))
        return u"the server does not come back"_s;

    const RemotePtr again = connected(m_port);
    if (!again)
        return u"no second connection"_s;
    if (!undoAtOnce) {
        if (const Result<> fresh = setUp(again); !fresh)
            return u"a fresh run: "_s + why(fresh.error());
        const Command hook = asRoot(QString(exportHookPath), {u"tftp"_s, u"1"_s, u"192.168.77.21"_s, u"/srv/brambleboot/tftp/38c128c0/cmdline.txt"_s});
        const RunOptions none;
        const auto bound = QCoro::waitFor(again->run(hook, none, {}));
        if (!bound || bound->exitCode != 0)
            return u"the hook does not work: "_s + QString::fromUtf8(bound ? bound->err : QByteArray());
    }
    if (const Result<> back = takeAllBack(again); !back)
        return u"undo: "_s + why(back.error());
    return differences();
}

// A second run with another wish, over a complete set-up: if it fails, the first one is there again, to the byte; also if a run was killed
// before it.
QString TestFaultTable::overASetUp(Fault fault, qsizetype at, bool thenFails)
{
    freshServer();
    const RemotePtr first = connected(m_port);
    if (const Result<> set = setUp(first); !set)
        return why(set.error());
    const QString before = listing();
    const auto run = [this, before](Fault accident, qsizetype where) {
        auto relay = std::make_unique<FaultRelay>(m_port);
        const auto remote = std::make_shared<FaultRemote>(connected(relay->port()), accident, where + m_looks, std::chrono::milliseconds(m_random.bounded(40)));
        remote->accident = [&relay] { relay.reset(); };
        ApplyNews::State last = ApplyNews::State::Started;
        const Result<> outcome = setUp(remote, &last, u"Europe/Berlin"_s);
        return std::pair(outcome.has_value(), last);
    };
    const auto [through, last] = run(fault, at);
    if (!through && last == ApplyNews::State::Undone && listing() != before)
        return u"said to be undone, and is not"_s;
    if (thenFails) {
        const auto [again, ended] = run(Fault::Fails, 12 + m_random.bounded(8));
        if (again)
            return {}; // there was no such command any more: it went through
        if (ended != ApplyNews::State::Undone)
            return u"the second run is not undone"_s;
        if (!through && listing() != before)
            return u"not as after the first set-up"_s;
    }
    if (const Result<> back = takeAllBack(connected(m_port)); !back)
        return u"undo: "_s + why(back.error());
    return differences();
}

void TestFaultTable::overWhatIsThere()
{
    const QByteArray wish = qgetenv("BRAMBLE_FAULTS");
    const int count = wish == "all" ? 60 : 1;
    int wrong = 0;
    for (int i = 0; i < count; ++i) {
        const Fault fault = std::array{Fault::CutDuring, Fault::CutAfter, Fault::CutBefore, Fault::Fails}[size_t(wish == "all" ? i % 4 : m_random.bounded(4))];
        const qsizetype at = wish == "all" ? 2 + i / 2 : m_random.bounded(3, 30);
        const QString trouble = overASetUp(fault, at, fault != Fault::Fails);
        if (trouble.isEmpty())
            continue;
        ++wrong;
        qWarning("over a set-up, %s in %lld: %s", name(fault), qlonglong(at), qPrintable(trouble));
    }
    qInfo("%d second runs over a complete set-up: %d with a difference", count, wrong);
    QCOMPARE(wrong, 0);
}

// A server that has not noticed yet that a connection is gone: the same run takes its lock over, another one does not.
void TestFaultTable::theLock()
{
    freshServer();
    const RemotePtr first = connected(m_port), second = connected(m_port);
    QVERIFY(first && second);
    const auto held = QCoro::waitFor(lockServer(first, u"run1"_s, {}));
    QVERIFY(held.has_value());
    const auto other = QCoro::waitFor(lockServer(second, u"run2"_s, {}));
    QVERIFY(!other && other.error().kind == ErrorKind::ServerBusy);
    const auto nobody = QCoro::waitFor(lockServer(second, {}, {}));
    QVERIFY(!nobody && nobody.error().kind == ErrorKind::ServerBusy);
    const auto again = QCoro::waitFor(lockServer(second, u"run1"_s, {}));
    QVERIFY(again.has_value());
    QVERIFY(QTest::qWaitFor([&held] { return *(*held)->over && !*(*held)->held; }, 5000));
    QVERIFY(*(*again)->held);
}

void TestFaultTable::table()
{
    const QByteArray wish = qgetenv("BRAMBLE_FAULTS");
    const quint32 seed = qEnvironmentVariableIsSet("BRAMBLE_SEED") ? qEnvironmentVariable("BRAMBLE_SEED").toUInt() : QRandomGenerator::global()->generate();
    m_random.seed(seed);
    std::vector<std::pair<Fault, qsizetype>> cases;
    for (const Fault fault : {Fault::CutBefore, Fault::CutDuring, Fault::CutAfter, Fault::Fails, Fault::DiskFull, Fault::ServerKilled})
        for (qsizetype at = 0; at < m_commands.size(); ++at)
            cases.emplace_back(fault, at);
    const auto all = qsizetype(cases.size());
    if (wish != "all") {
        std::shuffle(cases.begin(), cases.end(), m_random);
        cases.resize(size_t(std::min<qsizetype>(all, wish.isEmpty() ? 4 : wish.toInt())));
    } else if (const QStringList part = qEnvironmentVariable("BRAMBLE_FAULTS_PART").split(u'/'); part.size() == 2) {
        const int own = part[0].toInt(), parts = part[1].toInt();
        QVERIFY(own >= 1 && own <= parts);
        std::erase_if(cases, [own, parts, i = 0](const auto &) mutable { return i++ % parts != own - 1; });
    }
    qInfo("%lld commands, %lld cases; %zu of them are run; BRAMBLE_SEED=%u", qlonglong(m_commands.size()), qlonglong(all), cases.size(), seed);
    QElapsedTimer timer;
    timer.start();
    QStringList wrong;
    size_t begun = 0;
    for (const auto &[fault, at] : cases) {
        if (++begun % 20 == 0)
            qInfo("%zu of %zu, %lld s", begun, cases.size(), qlonglong(timer.elapsed() / 1000));
        const bool undoAtOnce = m_random.bounded(2) == 0;
        const QString trouble = oneCase(fault, at, undoAtOnce);
        if (trouble.isEmpty())
            continue;
        wrong << u"%1 in %2 (%3), then %4: %5"_s.arg(QString::fromLatin1(name(fault))).arg(at).arg(m_commands[at], undoAtOnce ? u"undo"_s : u"a fresh run and undo"_s, trouble);
        qWarning("%s", qPrintable(wrong.back()));
    }
    qInfo("%zu cases in %lld s: %lld with a difference", cases.size(), qlonglong(timer.elapsed() / 1000), qlonglong(wrong.size()));
    QCOMPARE(wrong.size(), 0);
}

int main(int argc, char **argv)
{
    FaultServer::prepareProcess();
    QCoreApplication app(argc, argv);
    TestFaultTable test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_fault_table.moc"
