// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/export_hook.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

/// Runs the hook as it is, with a shell, in a folder of its own; only exportfs is a stand-in that counts its calls.
class TestExportHook : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    ServerLayout m_layout{QString()};
    HookPaths m_paths;
    QString m_hook;

    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(content);
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    }
    int run(const QStringList &arguments)
    {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process.start(u"/bin/sh"_s, QStringList{m_hook} + arguments);
        return process.waitForFinished() ? process.exitCode() : -1;
    }
    int sent(const QString &address, const QString &path) { return run({u"tftp"_s, u"123"_s, address, path}); }
    QByteArrayList calledWith() { return read(m_folder.filePath(u"calls"_s)).trimmed().split('\n'); }
    int calls() { return int(read(m_folder.filePath(u"calls"_s)).count('\n')); }
    QByteArray exported() { return read(m_paths.exports); }
    QByteArray wanted(const QMap<QString, QString> &addresses)
    {
        QMap<QString, Ipv4> map;
        for (const auto &[node, address] : addresses.asKeyValueRange())
            map.insert(node, *Ipv4::parse(address));
        return renderExports(m_layout, map);
    }

private Q_SLOTS:
    void init()
    {
        QDir(m_folder.path()).removeRecursively();
        QVERIFY(QDir().mkpath(m_folder.path()));
        m_layout = ServerLayout(m_folder.filePath(u"srv"_s));
        m_paths.addresses = m_folder.filePath(u"state/addresses"_s);
        m_paths.exports = m_folder.filePath(u"exports.d/b.exports"_s);
        m_paths.exportfs = m_folder.filePath(u"exportfs"_s);
        m_hook = m_folder.filePath(u"hook"_s);
        for (const QString &node : {u"38c128c0"_s, u"5e010203"_s, u"dc-a6-32-01-02-04"_s}) {
            QVERIFY(QDir().mkpath(m_layout.rootFolder(node)));
            QVERIFY(QDir().mkpath(m_layout.bootFolder(node)));
        }
        write(m_paths.exportfs, "#!/bin/sh\necho \"$*\" >>'"_ba + m_folder.filePath(u"calls"_s).toUtf8() + "'\n"_ba);
        write(m_hook, renderExportHook(m_layout, m_paths));
    }

    void namesOfTheOwner()
    {
        const QString longest(31, u'n');
        for (const QString &node : {u"running-lion"_s, longest, QString(32, u'n'), u"-x"_s}) {
            QVERIFY(QDir().mkpath(m_layout.rootFolder(node)));
            QVERIFY(QDir().mkpath(m_layout.bootFolder(node)));
            QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(node) + u"/cmdline.txt"_s), 0);
            const bool isNode = node == "running-lion"_L1 || node == longest;
            QCOMPARE(exported().contains(QString(u"/nfs/"_s + node + u' ').toUtf8()), isNode);
        }
    }
    void bindsAndSaysTheSameAsTheRenderer()
    {
        QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s), 0);
        QCOMPARE(exported(), wanted({{u"38c128c0"_s, u"192.168.77.134"_s}}));
        QCOMPARE(calls(), 1);
        QCOMPARE(read(m_folder.filePath(u"calls"_s)), "-a\n"_ba);
    }

    // The self-test fetches config.txt from the operator's computer: that must not take a running node's disk away.
    void aLookAtOtherFilesMovesNothing()
    {
        QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s), 0);
        QCOMPARE(sent(u"192.168.77.20"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/config.txt"_s), 0);
        QCOMPARE(exported(), wanted({{u"38c128c0"_s, u"192.168.77.134"_s}}));
        QCOMPARE(calls(), 1);
    }

    void nothingToDoForTheNextFiles()
    {
        for (const QString &file : {u"/config.txt"_s, u"/kernel8.img"_s, u"/overlays/a.dtbo"_s, u"//cmdline.txt"_s})
            QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"38c128c0"_s) + file), 0);
        QCOMPARE(calls(), 1);
    }

    void manyNodes()
    {
        QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s), 0);
        QCOMPARE(sent(u"192.168.77.13"_s, m_layout.bootFolder(u"5e010203"_s) + u"/cmdline.txt"_s), 0);
        QCOMPARE(sent(u"192.168.77.14"_s, m_layout.bootFolder(u"dc-a6-32-01-02-04"_s) + u"/cmdline.txt"_s), 0);
        QCOMPARE(exported(),
                 wanted({{u"38c128c0"_s, u"192.168.77.134"_s},
                         {u"5e010203"_s, u"192.168.77.13"_s},
                         {u"dc-a6-32-01-02-04"_s, u"192.168.77.14"_s}}));
    }

    void allAtOnce()
    {
        std::vector<std::unique_ptr<QProcess>> all;
        const QStringList nodes{u"38c128c0"_s, u"5e010203"_s, u"dc-a6-32-01-02-04"_s};
        for (int i = 0; i < 3; ++i) {
            all.push_back(std::make_unique<QProcess>());
            all.back()->start(u"/bin/sh"_s,
                              {m_hook, u"tftp"_s, u"1"_s, u"192.168.77.2"_s + QString::number(i),
                               m_layout.bootFolder(nodes[i]) + u"/cmdline.txt"_s});
        }
        for (const auto &process : all)
            QVERIFY(process->waitForFinished() && process->exitCode() == 0);
        QCOMPARE(
            exported(),
            wanted({{nodes[0], u"192.168.77.20"_s}, {nodes[1], u"192.168.77.21"_s}, {nodes[2], u"192.168.77.22"_s}}));
    }

    void aNodeMoves()
    {
        QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s), 0);
        QCOMPARE(sent(u"192.168.77.150"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s), 0);
        QCOMPARE(exported(), wanted({{u"38c128c0"_s, u"192.168.77.150"_s}}));
        // The old place loses both; never "-r", which would drop what others exported by hand.
        const QByteArray root = m_layout.rootFolder(u"38c128c0"_s).toUtf8(), boot = m_layout.bootFolder(u"38c128c0"_s).toUtf8();
        QCOMPARE(calledWith().first(3), QByteArrayList({"-a"_ba, "-u 192.168.77.134:"_ba + root, "-u 192.168.77.134:"_ba + boot}));
        const QByteArrayList anew = calledWith().sliced(3);
        QCOMPARE(anew.size(), 2);
        QVERIFY(anew[0].startsWith("-o rw,sync,no_subtree_check,no_root_squash,fsid=") && anew[0].endsWith(QByteArray(" 192.168.77.150:"_ba + root)));
        QVERIFY(anew[1].startsWith("-o rw,sync,no_subtree_check,no_root_squash,fsid=") && anew[1].endsWith(QByteArray(" 192.168.77.150:"_ba + boot)));
        // What it says is what stands in the file.
        const auto idOf = [](const QByteArray &text) { return text.sliced(text.indexOf("fsid=") + 5, 32); };
        QVERIFY(exported().contains(QByteArray(root + " 192.168.77.150(rw,sync,no_subtree_check,no_root_squash,fsid="_ba + idOf(anew[0]) + ")\n"_ba)));
    }

    // A class that is switched on together: the last one's disk is there when its kernel asks. Two calls for each, however many there are.
    void aClassAtOnce()
    {
        constexpr int nodes = 60;
        QMap<QString, QString> all;
        for (int i = 0; i < nodes; ++i) {
            const QString node = u"38c1%1"_s.arg(0x1000 + i, 4, 16);
            QVERIFY(QDir().mkpath(m_layout.rootFolder(node)) && QDir().mkpath(m_layout.bootFolder(node)));
            all.insert(node, u"192.168.77.%1"_s.arg(100 + i));
        }
        QElapsedTimer clock;
        clock.start();
        for (const auto &[node, address] : all.asKeyValueRange())
            QCOMPARE(sent(address, m_layout.bootFolder(node) + u"/cmdline.txt"_s), 0);
        qInfo("%d nodes: %lld ms", nodes, clock.elapsed());
        QCOMPARE(exported(), wanted(all));
        QCOMPARE(calls(), 1 + 2 * (nodes - 1));
        QVERIFY(clock.elapsed() < 20'000);
    }

    void idsAreThoseOfTheFolder()
    {
        QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s), 0);
        for (const QByteArray &broken : {"x\n"_ba, "00000000000000000000000000000000 /elsewhere\n00000000000000000000000000000000 /else\n"_ba, QByteArray()}) {
            write(m_paths.addresses + u"/.ids/38c128c0"_s, broken);
            write(m_paths.exports, "# an older one\n");
            QCOMPARE(run({u"refresh"_s}), 0);
            QCOMPARE(exported(), wanted({{u"38c128c0"_s, u"192.168.77.134"_s}}));
            QVERIFY(std::ranges::all_of(calledWith().sliced(1), [](const QByteArray &call) { return call.startsWith("-o rw,") && call.contains(" 192.168.77.134:/"); }));
        }
    }

    void aFailureIsTriedAgain()
    {
        const QByteArray works = read(m_paths.exportfs);
        write(m_paths.exportfs, "#!/bin/sh\nexit 1\n");
        QVERIFY(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s) != 0);
        write(m_paths.exportfs, works);
        QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s), 0);
        QCOMPARE(exported(), wanted({{u"38c128c0"_s, u"192.168.77.134"_s}}));
        QCOMPARE(calls(), 1);
    }

    void anAddressBelongsToOneNode()
    {
        QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s), 0);
        QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"5e010203"_s) + u"/cmdline.txt"_s), 0);
        QCOMPARE(exported(), wanted({{u"5e010203"_s, u"192.168.77.134"_s}}));
    }

    void aFolderThatWentIsForgotten()
    {
        QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s), 0);
        QVERIFY(QDir(m_layout.rootFolder(u"38c128c0"_s)).removeRecursively());
        QCOMPARE(run({u"refresh"_s}), 0);
        QCOMPARE(exported(), wanted({}));
        const int before = calls();
        QCOMPARE(run({u"refresh"_s}), 0);
        QCOMPARE(calls(), before);
    }

    void saysNothingTo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        const QString tftp = m_folder.filePath(u"srv/tftp"_s);
        const QString good = tftp + u"/38c128c0/cmdline.txt"_s;
        const auto row = [](const char *name, const QStringList &arguments) { QTest::newRow(name) << arguments; };
        row("no arguments", {});
        row("init", {u"init"_s});
        row("old lease", {u"old"_s, u"dc:a6:32:01:02:04"_s, u"192.168.77.134"_s, u"pi"_s});
        row("too few", {u"tftp"_s, u"1"_s, u"192.168.77.134"_s});
        row("bootcode.bin of the root", {u"tftp"_s, u"1"_s, u"192.168.77.134"_s, tftp + u"/bootcode.bin"_s});
        row("another tree", {u"tftp"_s, u"1"_s, u"192.168.77.134"_s, u"/srv/other/38c128c0/cmdline.txt"_s});
        row("unknown node", {u"tftp"_s, u"1"_s, u"192.168.77.134"_s, tftp + u"/00000001/cmdline.txt"_s});
        row("dots", {u"tftp"_s, u"1"_s, u"192.168.77.134"_s, tftp + u"/../cmdline.txt"_s});
        row("no node's name", {u"tftp"_s, u"1"_s, u"192.168.77.134"_s, tftp + u"/$(touch x)/cmdline.txt"_s});
        row("upper case", {u"tftp"_s, u"1"_s, u"192.168.77.134"_s, tftp + u"/38C128C0/cmdline.txt"_s});
        for (const QString &address : {u""_s, u"*"_s, u"1.2.3"_s, u"1.2.3.4.5"_s, u"1.2.3.256"_s, u"1.2.3.04"_s,
                                       u"1.2..4"_s, u"fe80::1"_s, u"0.0.0.0"_s, u"127.0.0.1"_s, u"224.0.0.1"_s,
                                       u"1.2.3.4(rw)"_s, u"1.2.3.4 *"_s, u"1.2.3.4\n*(rw)"_s, u"-1.2.3.4"_s})
            row(qPrintable(u"address "_s + address), {u"tftp"_s, u"1"_s, address, good});
    }
    void saysNothingTo()
    {
        QFETCH(QStringList, arguments);
        QCOMPARE(run(arguments), 0);
        QCOMPARE(exported(), QByteArray());
        QCOMPARE(calls(), 0);
    }

    void aBrokenStateIsNotPassedOn()
    {
        QCOMPARE(sent(u"192.168.77.134"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s), 0);
        write(m_paths.addresses + u"/5e010203"_s, "*(rw)\n"_ba);
        write(m_paths.addresses + u"/x y"_s, "1.2.3.4\n"_ba);
        QCOMPARE(sent(u"192.168.77.135"_s, m_layout.bootFolder(u"38c128c0"_s) + u"/cmdline.txt"_s), 0);
        QCOMPARE(exported(), wanted({{u"38c128c0"_s, u"192.168.77.135"_s}}));
    }
};

QTEST_GUILESS_MAIN(TestExportHook)
#include "tst_export_hook.moc"
