// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fault_relay.h"
#include "steps/apply.h"
#include "steps/small_set_up.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTest>

using namespace std::chrono_literals;

/// The fault table on the lab's router, whole: its kernel, its flash, its stick. Run by lab/checks/openwrt-faults, which says more.
class RouterFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void table();

private:
    static bool onRouter(const QStringList &arguments, QByteArray *said = nullptr);
    bool fresh() { return onRouter({u"stop"_s}) && onRouter({u"start"_s}); }
    QByteArray differences();
    RemotePtr connected(quint16 port = 0);
    static Result<> setUp(RemotePtr remote, ApplyNews::State *last = nullptr);
    QString oneCase(Fault fault, qsizetype at, bool undoAtOnce);

    Ipv4 m_address = Ipv4::fromValue(0);
    QTemporaryDir m_dir;
    QByteArray m_before;
    QStringList m_commands; ///< of a set-up, from the first that could leave something
    qsizetype m_first = 0; ///< looks that come before them
    QRandomGenerator m_random;
};

bool RouterFaults::onRouter(const QStringList &arguments, QByteArray *said)
{
    QProcess process;
    process.setProcessChannelMode(said ? QProcess::SeparateChannels : QProcess::MergedChannels);
    process.start(qEnvironmentVariable("LAB_OPENWRT_TOOL"), arguments);
    process.waitForFinished(120'000);
    const QByteArray out = process.readAll();
    if (said)
        *said = out;
    return process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
}

QByteArray RouterFaults::differences()
{
    QByteArray now;
    if (!onRouter({u"state"_s}, &now))
        return "it does not answer";
    QByteArrayList before = m_before.split('\n'), out;
    for (const QByteArray &line : now.split('\n'))
        if (!before.removeOne(line))
            out << "+ " + line;
    for (const QByteArray &line : std::as_const(before))
        out << "- " + line;
    return out.mid(0, 12).join("; ");
}

// port 0: without a relay.
RemotePtr RouterFaults::connected(quint16 port)
{
    QFile all(qEnvironmentVariable("LAB_KNOWN_HOSTS")), known(m_dir.filePath(u"known_hosts"_s));
    if (!all.open(QIODevice::ReadOnly) || !known.open(QIODevice::WriteOnly))
        return {};
    for (const QByteArray &line : all.readAll().split('\n'))
        if (const QByteArray host = m_address.toString().toLatin1() + ' '; line.startsWith(host))
            known.write((port == 0 ? host : "[127.0.0.1]:" + QByteArray::number(port) + ' ') + line.sliced(host.size()) + '\n');
    known.close();
    return connectedAsRoot(port == 0 ? m_address.toString() : u"127.0.0.1"_s, port == 0 ? 22 : port, qEnvironmentVariable("LAB_KEY"), known.fileName());
}

Result<> RouterFaults::setUp(RemotePtr remote, ApplyNews::State *last)
{
    Cluster cluster = samples::cluster();
    cluster.nodes.resize(1);
    return setUpSmall(remote, cluster, last);
}

void RouterFaults::initTestCase()
{
    const auto address = Ipv4::parse(qEnvironmentVariable("LAB_OPENWRT_ADDRESS"));
    if (!address)
        QSKIP("there is no router here: lab/checks/openwrt-faults brings one up");
    m_address = *address;
    QVERIFY(onRouter({u"state"_s}, &m_before));
    QVERIFY(m_before.count('\n') > 50);

    // One run without an accident: what there is to break, and that the comparison sees a set-up and its undo.
    const RemotePtr remote = connected();
    QVERIFY(remote);
    const auto watched = std::make_shared<FaultRemote>(remote, Fault::None, -1, 0ms);
    const Result<> set = setUp(watched);
    QVERIFY2(set, set ? "" : qPrintable(why(set.error())));
    m_first = watched->commands.indexOf(QRegularExpression(u".*journal.*"_s));
    QVERIFY(m_first > 0);
    m_commands = watched->commands.sliced(m_first);
    QVERIFY(m_commands.size() > 40);
    QVERIFY(!differences().isEmpty());
    const Result<> back = takeAllBack(remote);
    QVERIFY2(back, back ? "" : qPrintable(why(back.error())));
    QCOMPARE(differences(), QByteArray());
}

QString RouterFaults::oneCase(Fault fault, qsizetype at, bool undoAtOnce)
{
    if (!fresh())
        return u"the router does not start"_s;
    auto relay = std::make_unique<FaultRelay>(22, m_address.value());
    const RemotePtr inner = connected(relay->port());
    if (!inner)
        return u"no connection"_s;
    const auto remote = std::make_shared<FaultRemote>(inner, fault, m_first + at, std::chrono::milliseconds(m_random.bounded(200)));
    remote->accident = [&] {
        if (fault == Fault::DiskFull)
            onRouter({u"run"_s, u"cat /dev/zero > /ballast 2>/dev/null; sync"_s});
        else if (fault == Fault::ServerKilled)
            onRouter({u"cut"_s});
        if (fault != Fault::DiskFull)
            relay.reset();
    };
    const bool comesBack = (fault == Fault::CutBefore || fault == Fault::CutDuring || fault == Fault::CutAfter) && m_random.bounded(2) == 0;
    if (comesBack)
        remote->connectsAgain = [this] { return connected(); };
    ApplyNews::State last = ApplyNews::State::Started;
    const Result<> hit = setUp(remote, &last);
    if (!remote->happened)
        return hit && at >= m_commands.size() - 4 ? QString() : u"the accident did not happen"_s;
    if (comesBack && !hit)
        return u"with a new connection: "_s + why(hit.error());
    const bool goesOn = fault == Fault::DiskFull || (fault == Fault::Fails && m_commands[at].contains(u" reap"_s));
    if (hit && !comesBack && !goesOn && at < m_commands.size() - 1)
        return u"the run went through in spite of it"_s;
    if (last == ApplyNews::State::Undone && fault != Fault::DiskFull)
        if (const QByteArray left = differences(); !left.isEmpty())
            return u"said to be undone: "_s + QString::fromUtf8(left);
    relay.reset();
    if (fault == Fault::DiskFull)
        onRouter({u"run"_s, u"rm -f /ballast; sync"_s});
    if (fault == Fault::ServerKilled && !onRouter({u"on"_s}))
        return u"the router does not come back"_s;

    const RemotePtr again = connected();
    if (!again)
        return u"no second connection"_s;
    if (!undoAtOnce)
        if (const Result<> second = setUp(again); !second)
            return u"a fresh run: "_s + why(second.error());
    if (const Result<> back = takeAllBack(again); !back)
        return u"undo: "_s + why(back.error());
    return QString::fromUtf8(differences());
}

void RouterFaults::table()
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
        cases.resize(size_t(std::min<qsizetype>(all, wish.isEmpty() ? 2 : wish.toInt())));
    }
    qInfo("%lld commands, %lld cases; %zu of them are run; BRAMBLE_SEED=%u", qlonglong(m_commands.size()), qlonglong(all), cases.size(), seed);
    QElapsedTimer timer;
    timer.start();
    int wrong = 0;
    for (const auto &[fault, at] : cases) {
        const bool undoAtOnce = m_random.bounded(2) == 0;
        const QString trouble = oneCase(fault, at, undoAtOnce);
        qInfo("%lld s: %s in %lld (%s), then %s: %s", qlonglong(timer.elapsed() / 1000), name(fault), qlonglong(at), qPrintable(m_commands[at]),
              undoAtOnce ? "undo" : "a fresh run and undo", trouble.isEmpty() ? "no difference" : qPrintable(trouble));
        wrong += trouble.isEmpty() ? 0 : 1;
    }
    qInfo("%zu cases in %lld s: %d with a difference", cases.size(), qlonglong(timer.elapsed() / 1000), wrong);
    QCOMPARE(wrong, 0);
}

QTEST_GUILESS_MAIN(RouterFaults)
#include "router_faults.moc"
