// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline.h"
#include "remote/fault_relay.h"
#include "steps/fault_remote.h"
#include "steps/fault_server.h"
#include "steps/mend.h"
#include "steps/small_set_up.h"
#include "text/export_hook.h"

#include <QRandomGenerator>
#include <QTest>

#include <unistd.h>

using namespace bramble;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// One thing that breaks on a server that was set up, and the fix that is ours to make.
struct Case
{
    const char *name;
    const char *breaks; ///< POSIX sh on the server
    Fix fix;
    const char *isWell; ///< POSIX sh: exit 0 if it is mended
};

const std::vector<Case> cases{
    {"the boot service is stopped", "systemctl stop brambleboot-dnsmasq.service", Fix::RestartService, "systemctl is-active brambleboot-dnsmasq.service"},
    {"the NFS server is stopped", "systemctl stop nfs-server.service", Fix::StartNfs, "systemctl is-active nfs-server.service"},
    {"the export is gone", "rm -f /etc/exports.d/brambleboot.exports /var/lib/brambleboot/addresses/38c128c0", Fix::ExportAgain,
     "grep -q '/nfs/38c128c0 192.168.77.21(' /etc/exports.d/brambleboot.exports"},
    {"the export is of an address that was", "echo 192.168.77.99 > /var/lib/brambleboot/addresses/38c128c0; /usr/local/lib/brambleboot/bind-export refresh", Fix::ExportAgain,
     "grep -q '/nfs/38c128c0 192.168.77.21(' /etc/exports.d/brambleboot.exports"},
    {"a boot file is gone", "rm /srv/brambleboot/tftp/38c128c0/cmdline.txt", Fix::LayBootFiles, "test -s /srv/brambleboot/tftp/38c128c0/cmdline.txt"},
    {"the boot folder is gone", "rm -r /srv/brambleboot/tftp/38c128c0", Fix::LayBootFiles, "test -s /srv/brambleboot/tftp/38c128c0/cmdline.txt"},
    {"the boot folder has another name", "mv /srv/brambleboot/tftp/38c128c0 /srv/brambleboot/tftp/1000000038c128c0", Fix::LayBootFiles,
     "test -s /srv/brambleboot/tftp/38c128c0/cmdline.txt"},
};

Timeline hangingNode(const Cluster &cluster)
{
    Timeline timeline;
    timeline.node = cluster.nodes[0];
    timeline.stage = Stage::Kernel;
    timeline.address = Ipv4::parse(u"192.168.77.21");
    return timeline;
}

} // namespace

/// Set up, broken, mended, undone: the whole server is what it was before, to the byte; also where the mending has an accident at any of its
/// commands. BRAMBLE_FAULTS=all: at each of them; else at two, drawn with BRAMBLE_SEED (printed).
class TestMendTable : public QObject, private FaultServer
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachFix();
    void oneAfterTheOther();
    void accidents();
    void cleanupTestCase() { inRoom({u"down"_s, m_dir.path()}); }

private:
    static bool sh(RemotePtr remote, const QString &text);
    static QString trouble(const Result<> &result) { return result ? QString() : why(result.error()); }
    QString setUpAndBound();
    Result<> mended(RemotePtr remote, Fix fix) { return QCoro::waitFor(mend(cluster(), hangingNode(cluster()), fix, remote, {})); }
};

bool TestMendTable::sh(RemotePtr remote, const QString &text)
{
    const Command command = asRoot(u"sh"_s, {u"-euc"_s, text});
    const RunOptions none;
    const auto output = QCoro::waitFor(remote->run(command, none, {}));
    return output && output->exitCode == 0;
}

// As it is after the node's first boot.
QString TestMendTable::setUpAndBound()
{
    freshServer();
    const RemotePtr remote = connected(m_port);
    if (!remote)
        return u"no connection"_s;
    if (const Result<> set = setUp(remote); !set)
        return why(set.error());
    return sh(remote, exportHookPath + u" tftp 1 192.168.77.21 /srv/brambleboot/tftp/38c128c0/cmdline.txt"_s) ? QString() : u"the hook does not work"_s;
}

// The lines that only one of them has.
static QString whatDiffers(const QString &before, const QString &after)
{
    const QStringList was = before.split(u'\n'), is = after.split(u'\n');
    QStringList lines;
    for (const QString &line : was)
        if (!is.contains(line))
            lines << u"- "_s + line;
    for (const QString &line : is)
        if (!was.contains(line))
            lines << u"+ "_s + line;
    return lines.join(u'\n');
}

void TestMendTable::initTestCase()
{
    if (const QString hindered = makeServer(); !hindered.isEmpty())
        QSKIP(qPrintable(hindered));
}

void TestMendTable::eachFix()
{
    for (const Case &each : cases) {
        QCOMPARE(setUpAndBound(), QString());
        const QString before = listing();
        const RemotePtr remote = connected(m_port);
        QVERIFY2(sh(remote, QString::fromLatin1(each.breaks)), each.name);
        QVERIFY2(!sh(remote, QString::fromLatin1(each.isWell)), each.name);
        const Result<> fixed = mended(remote, each.fix);
        QVERIFY2(fixed, qPrintable(QString::fromLatin1(each.name) + u": "_s + trouble(fixed)));
        QVERIFY2(sh(remote, QString::fromLatin1(each.isWell)), each.name);
        QCOMPARE(whatDiffers(before, listing()), QString()); // as the set-up made it, and nothing more
        const Result<> back = takeAllBack(remote);
        QVERIFY2(back, qPrintable(trouble(back)));
        QCOMPARE(differences(), QString());
    }
    qInfo("%zu things broken, mended and undone: no difference", cases.size());
}

/// All of them, twice, on one server: its journal does not grow by it.
void TestMendTable::oneAfterTheOther()
{
    QCOMPARE(setUpAndBound(), QString());
    const RemotePtr remote = connected(m_port);
    const QString before = listing();
    for (int round = 0; round < 2; ++round)
        for (const Case &each : cases) {
            QVERIFY2(sh(remote, QString::fromLatin1(each.breaks)), each.name);
            const Result<> fixed = mended(remote, each.fix);
            QVERIFY2(fixed, qPrintable(QString::fromLatin1(each.name) + u": "_s + trouble(fixed)));
        }
    QCOMPARE(whatDiffers(before, listing()), QString());
    const Result<> back = takeAllBack(remote);
    QVERIFY2(back, qPrintable(trouble(back)));
    QCOMPARE(differences(), QString());
}

void TestMendTable::accidents()
{
    const bool all = qgetenv("BRAMBLE_FAULTS") == "all";
    const quint32 seed = qEnvironmentVariableIsSet("BRAMBLE_SEED") ? qEnvironmentVariable("BRAMBLE_SEED").toUInt() : QRandomGenerator::global()->generate();
    QRandomGenerator random(seed);
    std::vector<std::pair<size_t, qsizetype>> where; // of which case, at which of its commands
    for (size_t i = 0; i < cases.size(); ++i) {
        QCOMPARE(setUpAndBound(), QString());
        const auto watched = std::make_shared<FaultRemote>(connected(m_port), Fault::None, -1, 0ms);
        QVERIFY(sh(watched, QString::fromLatin1(cases[i].breaks)) && mended(watched, cases[i].fix));
        for (qsizetype at = 1; at < watched->commands.size(); ++at)
            where.emplace_back(i, at);
        if (!all && i == 2)
            break;
    }
    const size_t possible = where.size();
    std::shuffle(where.begin(), where.end(), random);
    where.resize(all ? possible : std::min<size_t>(possible, 2));
    QStringList wrong;
    for (const auto &[i, at] : where) {
        const Fault fault = std::array{Fault::CutDuring, Fault::CutAfter, Fault::Fails}[random.bounded(3U)];
        QCOMPARE(setUpAndBound(), QString());
        auto relay = std::make_unique<FaultRelay>(m_port);
        const auto remote = std::make_shared<FaultRemote>(connected(relay->port()), fault, at, std::chrono::milliseconds(random.bounded(25)));
        remote->accident = [&relay] { relay.reset(); };
        sh(remote, QString::fromLatin1(cases[i].breaks));
        (void)mended(remote, cases[i].fix);
        relay.reset();
        // Half of them are mended once more; and the folder that somebody gave another name, which no undo takes for ours as long as it has it.
        const RemotePtr again = connected(m_port);
        QString left;
        if (QByteArrayView(cases[i].breaks).startsWith("mv ") || random.bounded(2) == 0) {
            left = trouble(mended(again, cases[i].fix));
            if (left.isEmpty() && !sh(again, QString::fromLatin1(cases[i].isWell)))
                left = u"not mended"_s;
        }
        if (left.isEmpty())
            left = trouble(takeAllBack(again));
        if (left.isEmpty())
            left = differences();
        if (!left.isEmpty()) {
            wrong << u"%1: %2 in %3 (%4): %5"_s.arg(QString::fromLatin1(cases[i].name), QString::fromLatin1(name(fault))).arg(at).arg(remote->commands.value(at), left);
            qWarning("%s", qPrintable(wrong.back()));
        }
    }
    qInfo("%zu of %zu accidents while mending, BRAMBLE_SEED=%u: %lld with a difference after the undo", where.size(), possible, seed, qlonglong(wrong.size()));
    QCOMPARE(wrong.size(), 0);
}

int main(int argc, char **argv)
{
    FaultServer::prepareProcess();
    QCoreApplication app(argc, argv);
    TestMendTable test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_mend_table.moc"
