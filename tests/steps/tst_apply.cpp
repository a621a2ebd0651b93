// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/tar_of.h"
#include "steps/apply.h"
#include "steps/make_plan.h"
#include "steps/samples.h"
#include "steps/read_back.h"
#include "steps/server_scripts.h"

#include <QCoro/QCoroTask>
#include <QCoro/QCoroTimer>

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A server that keeps a list of what it was asked, and fails where it is told to.
class FakeServer : public Remote
{
public:
    QStringList asked; ///< the script's name, or the program
    QString failsAt;
    QString alsoFailsAt; ///< later, on the way back
    QByteArray failsWith = "tar: write error: No space left on device\n";
    int exitCode = 2;
    bool locked = false;
    bool gone = false;
    StopSource *stopAt = nullptr;
    std::vector<LayNode> lays; ///< of the plan
    QString leaves; ///< what somebody changed since
    QString spoiled; ///< a path that comes out differently

    /// What runs away from the connection, by the name it has there.
    static QHash<QString, QString> jobs()
    {
        return {{u"lists"_s, u"apt update"_s}, {u"download"_s, u"apt download"_s}, {u"packages"_s, u"installPackages"_s}, {u"copy"_s, u"stageNode"_s}, {u"place"_s, u"placeNode"_s}};
    }

    static QString nameOf(const Command &command)
    {
        const QString text = command.arguments.value(1);
        if (text == "/var/lib/brambleboot/journal"_L1) // the journal's own program
            return command.arguments.value(2) == "start"_L1 ? jobs().value(command.arguments.value(3)) : u"journal "_s + command.arguments.value(2);
        if (command.arguments.value(0) == "-s"_L1)
            return command.arguments.sliced(3).join(u' '); // undo open rest
        const QHash<QString, QString> names{{scripts::makeFolders, u"makeFolders"_s}, {scripts::freshFolder, u"freshFolder"_s},
                                            {scripts::takeEndMark, u"takeEndMark"_s}, {scripts::stageNode, u"stageNode"_s},
                                            {scripts::staysInside, u"staysInside"_s}, {scripts::removePaths, u"removePaths"_s},
                                            {scripts::freshIdentity, u"freshIdentity"_s}, {scripts::placeNode, u"placeNode"_s},
                                            {scripts::writeFile, u"writeFile"_s}, {scripts::installPackages, u"installPackages"_s},
                                            {scripts::startUnit, u"startUnit"_s}, {scripts::reloadExports, u"reloadExports"_s},
                                            {scripts::keepImage, u"keepImage"_s}, {scripts::dropImage, u"dropImage"_s},
                                            {scripts::readBack, u"readBack"_s}, {scripts::asSeen, u"asSeen"_s}};
        return names.value(text, command.program);
    }

    QCoro::Task<Result<Output>> run(Command command, RunOptions, Stop) override
    {
        co_await QCoro::sleepFor(1ms); // the suspended path is the one that matters
        co_return answer(command);
    }

    QCoro::Task<Result<Output>> send(Command command, std::shared_ptr<ByteSource> source, ReportProgress report, Stop) override
    {
        co_await QCoro::sleepFor(1ms);
        qint64 sent = 0;
        for (;;) {
            const Result<QByteArray> block = source->next();
            if (!block)
                co_return std::unexpected(block.error());
            if (block->isEmpty())
                break;
            sent += block->size();
            report(Progress{sent, 0});
        }
        co_return answer(command);
    }

    QCoro::Task<Result<Output>> follow(Command, LineSink sink, Stop stop) override
    {
        if (locked) {
            Output busy;
            busy.exitCode = 1;
            co_return busy;
        }
        sink("locked");
        while (!stop.stop_requested())
            co_await QCoro::sleepFor(5ms);
        co_return fail(ErrorKind::Stopped);
    }

    QString description() const override { return u"fake"_s; }

private:
    /// As if everything had been laid as it should; a node's name of its own stands for what it really got.
    QByteArray laidAt(QStringList paths) const
    {
        const QString tree = paths.takeFirst().section(u'/', -1); // 38c128c0.root
        QByteArray lines;
        for (const LayNode &lay : lays)
            for (const QString &path : paths)
                for (const TreeFile &file : tree == lay.folder + u".root"_s ? lay.rootFiles : tree == lay.folder + u".boot"_s ? lay.bootFiles : std::vector<TreeFile>())
                    if (file.path == path)
                        lines += (path == spoiled ? "nothing"_ba : asLaid(file)) + '\n';
        return lines;
    }

    Result<Output> answer(const Command &command)
    {
        if (gone)
            return fail(ErrorKind::SshDisconnected);
        Output output;
        output.exitCode = 0;
        const QString name = nameOf(command);
        if (name == "journal reap"_L1)
            return output;
        if (name == "journal wait_for"_L1) {
            output.out = "ended "_ba + std::exchange(m_jobEnds, "0\n"_ba);
            return output;
        }
        asked << name;
        if (name == "list"_L1)
            output.out = "end\n";
        if (asked.back() == "readBack"_L1)
            output.out = laidAt(command.arguments.sliced(3));
        if (asked.back() == "journal record"_L1)
            output.out = "000001\n";
        if (asked.back() == "undo open rest"_L1)
            output.out = leaves.isEmpty() ? "undone 000001\n"_ba : "left 000001\n"_ba;
        if (failsAt.isEmpty() && asked.back() == alsoFailsAt)
            output.exitCode = 1;
        if (asked.back() == failsAt) {
            if (stopAt)
                stopAt->request_stop();
            if (jobs().values().contains(asked.back()))
                m_jobEnds = QByteArray::number(exitCode) + '\n' + failsWith;
            else {
                output.exitCode = exitCode;
                output.err = failsWith;
            }
            failsAt.clear();
        }
        return output;
    }

    QByteArray m_jobEnds = "0\n";
};

class FakePass : public ImagePass
{
public:
    Result<ImageFacts> outline(const Stop &) override { return m_facts; }
    std::unique_ptr<ByteSource> bootTar(QString mark, Stop) override { return tarOf({}, mark); }
    std::unique_ptr<ByteSource> rootTar(QString mark, Stop) override { return tarOf({}, mark); }
    const ImageFacts &facts() const override { return m_facts; }
    bool isSpilled() const override { return false; }

private:
    ImageFacts m_facts = samples::image();
};

ImageSourcePtr fakeImage()
{
    const auto begin = [](const ReportProgress &, const Stop &) -> Result<std::shared_ptr<ImagePass>> { return std::make_shared<FakePass>(); };
    return std::make_shared<const ImageSource>(ImageSource{samples::image(), begin});
}

Result<> applied(const std::shared_ptr<FakeServer> &server, Stop stop = {}, std::vector<ApplyNews> *news = nullptr)
{
    const auto plan = makePlan(samples::cluster(), samples::server(), samples::image());
    for (const Action &action : plan->actions)
        if (const auto *lay = std::get_if<LayNode>(&action))
            server->lays.push_back(*lay);
    const ApplySink sink = [news](const ApplyNews &said) {
        if (news)
            news->push_back(said);
    };
    return QCoro::waitFor(apply(*plan, server, fakeImage(), sink, stop));
}

} // namespace

class TestApply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfIt()
    {
        const auto server = std::make_shared<FakeServer>();
        QVERIFY(applied(server).has_value());
        QCOMPARE(server->asked.count(u"placeNode"_s), 2);
        QCOMPARE(server->asked.count(u"writeFile"_s), 3);
        QCOMPARE(server->asked.back(), u"journal commit"_s);
        QVERIFY(!server->asked.contains(u"undo open rest"_s));
        // The tree goes live only after everything that makes it this node's own.
        QVERIFY(server->asked.indexOf(u"freshIdentity"_s) < server->asked.indexOf(u"placeNode"_s));
    }

    // That the stream went through is what was sent, not what lies there.
    void whatDoesNotLieThereIsNoticed()
    {
        const auto server = std::make_shared<FakeServer>();
        server->spoiled = u"etc/hostname"_s;
        const Result<> outcome = applied(server);
        QVERIFY(!outcome);
        QCOMPARE(errorId(outcome.error().kind), errorId(ErrorKind::ServerVerifyFailed));
        QCOMPARE(outcome.error().subject, u"etc/hostname"_s);
        QVERIFY(!server->asked.contains(u"placeNode"_s));
        QCOMPARE(server->asked.back(), u"undo open rest"_s);
    }

    // No change of the server without its way back on the server's disk; complete only once it succeeded.
    void everyChangeIsRecordedFirst()
    {
        const auto server = std::make_shared<FakeServer>();
        QVERIFY(applied(server).has_value());
        for (const QString &change : {u"makeFolders"_s, u"placeNode"_s, u"keepImage"_s, u"installPackages"_s, u"writeFile"_s, u"startUnit"_s, u"reloadExports"_s})
            for (qsizetype i = server->asked.indexOf(change); i >= 0; i = server->asked.indexOf(change, i + 1)) {
                QCOMPARE(server->asked.value(i - 1), u"journal record"_s);
                QCOMPARE(server->asked.value(i + 1), u"journal finish"_s);
            }
    }

    void failures_data()
    {
        QTest::addColumn<QString>("at");
        for (const char *at : {"journal record", "makeFolders", "tar", "freshIdentity", "placeNode", "installPackages", "writeFile", "startUnit", "journal commit"})
            QTest::newRow(at) << QString::fromLatin1(at);
    }

    void failures()
    {
        QFETCH(QString, at);
        const auto server = std::make_shared<FakeServer>();
        server->failsAt = at;
        const Result<> outcome = applied(server);
        QVERIFY(!outcome);
        QCOMPARE(errorId(outcome.error().kind), errorId(ErrorKind::ServerDiskFull));
        QCOMPARE(server->asked.sliced(server->asked.indexOf(at) + 1), QStringList{u"undo open rest"_s});
    }

    // "The server is as it was" is said only where it is true.
    void howTheWayBackEnded()
    {
        const auto server = std::make_shared<FakeServer>();
        std::vector<ApplyNews> news;
        server->failsAt = u"startUnit"_s;
        server->alsoFailsAt = u"undo open rest"_s;
        QVERIFY(!applied(server, {}, &news));
        QCOMPARE(news.back().state, ApplyNews::State::UndoFailed);

        const auto good = std::make_shared<FakeServer>();
        good->failsAt = u"startUnit"_s;
        QVERIFY(!applied(good, {}, &news));
        QCOMPARE(news.back().state, ApplyNews::State::Undone);

        const auto changed = std::make_shared<FakeServer>();
        changed->failsAt = u"startUnit"_s;
        changed->leaves = u"yes"_s;
        QVERIFY(!applied(changed, {}, &news));
        QCOMPARE(news.back().state, ApplyNews::State::UndoFailed);
    }

    void imageThatLeadsOutOfItsTree()
    {
        const auto server = std::make_shared<FakeServer>();
        server->failsAt = u"staysInside"_s;
        server->exitCode = 82;
        server->failsWith = "etc\n";
        const Result<> outcome = applied(server);
        QVERIFY(!outcome && outcome.error().kind == ErrorKind::ImageNotForPi);
        QCOMPARE(outcome.error().subject, u"etc"_s);
        QVERIFY(!server->asked.contains(u"placeNode"_s));
    }

    void aFileThatSomebodyChangedMeanwhile()
    {
        const auto server = std::make_shared<FakeServer>();
        server->failsAt = u"asSeen"_s;
        server->exitCode = 85;
        const Result<> outcome = applied(server);
        QVERIFY(!outcome && outcome.error().kind == ErrorKind::ServerFileForeign);
        QVERIFY(!server->asked.contains(u"writeFile"_s));
    }

    void streamThatWasCut()
    {
        const auto server = std::make_shared<FakeServer>();
        server->failsAt = u"takeEndMark"_s;
        server->exitCode = 81;
        const Result<> outcome = applied(server);
        QVERIFY(!outcome && outcome.error().kind == ErrorKind::ServerStreamIncomplete);
    }

    void stopTakesBack()
    {
        const auto server = std::make_shared<FakeServer>();
        StopSource stop;
        server->failsAt = u"stageNode"_s;
        server->exitCode = 0;
        server->stopAt = &stop;
        const Result<> outcome = applied(server, stop.get_token());
        QVERIFY(!outcome && outcome.error().kind == ErrorKind::Stopped);
        QCOMPARE(server->asked.back(), u"undo open rest"_s);
    }

    void anotherRunIsAtWork()
    {
        const auto server = std::make_shared<FakeServer>();
        server->locked = true;
        const Result<> outcome = applied(server);
        QVERIFY(!outcome && outcome.error().kind == ErrorKind::ServerBusy);
        QVERIFY(server->asked.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestApply)
#include "tst_apply.moc"
