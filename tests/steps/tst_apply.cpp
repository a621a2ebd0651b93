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
    QString spoiled; ///< a path that comes out differently

    static QString nameOf(const Command &command)
    {
        const QString text = command.arguments.value(1);
        const QHash<QString, QString> names{{scripts::makeFolders, u"makeFolders"_s}, {scripts::freshFolder, u"freshFolder"_s},
                                            {scripts::takeEndMark, u"takeEndMark"_s}, {scripts::stageNode, u"stageNode"_s},
                                            {scripts::staysInside, u"staysInside"_s}, {scripts::removePaths, u"removePaths"_s},
                                            {scripts::freshIdentity, u"freshIdentity"_s}, {scripts::placeNode, u"placeNode"_s},
                                            {scripts::unplaceNode, u"unplaceNode"_s}, {scripts::clearStaging, u"clearStaging"_s},
                                            {scripts::writeFile, u"writeFile"_s}, {scripts::removeFile, u"removeFile"_s},
                                            {scripts::installPackages, u"installPackages"_s}, {scripts::removePackages, u"removePackages"_s},
                                            {scripts::startUnit, u"startUnit"_s}, {scripts::stopUnit, u"stopUnit"_s},
                                            {scripts::reloadExports, u"reloadExports"_s}, {scripts::forgetExports, u"forgetExports"_s},
                                            {scripts::settleUnit, u"settleUnit"_s}, {scripts::keepImage, u"keepImage"_s}, {scripts::dropImage, u"dropImage"_s}, {scripts::readBack, u"readBack"_s},
                                            {scripts::keepPackages, u"keepPackages"_s}, {scripts::asSeen, u"asSeen"_s}};
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
        asked << nameOf(command);
        Output output;
        output.exitCode = 0;
        if (asked.back() == "readBack"_L1)
            output.out = laidAt(command.arguments.sliced(3));
        if (failsAt.isEmpty() && asked.back() == alsoFailsAt)
            output.exitCode = 1;
        if (asked.back() == failsAt) {
            if (stopAt)
                stopAt->request_stop();
            output.exitCode = exitCode;
            output.err = failsWith;
            failsAt.clear();
        }
        return output;
    }
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
        QVERIFY(!server->asked.contains(u"unplaceNode"_s));
        QCOMPARE(server->asked.sliced(server->asked.size() - 2), (QStringList{u"clearStaging"_s, u"keepPackages"_s}));
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
        QVERIFY(server->asked.contains(u"dropImage"_s));
    }

    void failures_data()
    {
        QTest::addColumn<QString>("at");
        QTest::addColumn<QStringList>("undone"); // in this order
        const QStringList trees{u"unplaceNode"_s, u"unplaceNode"_s, u"dropImage"_s, u"clearStaging"_s, u"forgetExports"_s};
        const QStringList untouched{u"clearStaging"_s, u"forgetExports"_s};
        const QStringList files{u"removeFile"_s, u"removeFile"_s, u"removeFile"_s};
        QTest::newRow("stream") << u"tar"_s << untouched;
        QTest::newRow("identity") << u"freshIdentity"_s << QStringList{u"dropImage"_s} + untouched;
        QTest::newRow("install") << u"installPackages"_s << QStringList{u"removePackages"_s} + trees;
        QTest::newRow("file") << u"writeFile"_s << QStringList{u"removeFile"_s, u"removePackages"_s} + trees;
        QTest::newRow("service") << u"startUnit"_s << QStringList{u"stopUnit"_s} + files + QStringList{u"removePackages"_s} + trees;
    }

    void failures()
    {
        QFETCH(QString, at);
        QFETCH(QStringList, undone);
        const auto server = std::make_shared<FakeServer>();
        server->failsAt = at;
        const Result<> outcome = applied(server);
        QVERIFY(!outcome);
        QCOMPARE(errorId(outcome.error().kind), errorId(ErrorKind::ServerDiskFull));
        QStringList after = server->asked.sliced(server->asked.indexOf(at) + 1);
        after.removeAll(u"settleUnit"_s);
        for (const QString &step : undone) {
            const qsizetype found = after.indexOf(step);
            QVERIFY2(found >= 0, qPrintable(step + u" is missing in "_s + server->asked.join(u' ')));
            after = after.sliced(found + 1);
        }
        QVERIFY2(after.isEmpty(), qPrintable(after.join(u' ')));
    }

    // "The server is as it was" is said only where it is true.
    void howTheWayBackEnded()
    {
        const auto server = std::make_shared<FakeServer>();
        std::vector<ApplyNews> news;
        server->failsAt = u"startUnit"_s;
        server->alsoFailsAt = u"removePackages"_s;
        QVERIFY(!applied(server, {}, &news));
        QCOMPARE(news.back().state, ApplyNews::State::UndoFailed);
        QVERIFY(server->asked.contains(u"unplaceNode"_s)); // the rest is taken back all the same

        const auto good = std::make_shared<FakeServer>();
        good->failsAt = u"startUnit"_s;
        QVERIFY(!applied(good, {}, &news));
        QCOMPARE(news.back().state, ApplyNews::State::Undone);
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
        QVERIFY(!server->asked.contains(u"writeFile"_s) && !server->asked.contains(u"removeFile"_s));
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
        QVERIFY(server->asked.contains(u"clearStaging"_s));
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
