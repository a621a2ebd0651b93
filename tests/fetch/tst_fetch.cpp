// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "digest/sha256.h"
#include "fetch/fault_server.h"
#include "fetch/fetch.h"

#include <QCoro/QCoroTask>

#include <QRandomGenerator>

using namespace bramble;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The test may wait where the program must not.
template<typename T>
T wait(QCoro::Task<T> task)
{
    std::optional<T> value;
    QObject here;
    QCoro::connect(std::move(task), &here, [&value](T result) { value = std::move(result); });
    if (!QTest::qWaitFor([&value] { return value.has_value(); }, 30'000))
        qFatal("it never ends");
    return *std::move(value);
}

QByteArray noise(qsizetype size, quint32 seed = 1)
{
    QRandomGenerator random(seed);
    QByteArray bytes(size, '\0');
    for (char &c : bytes)
        c = char(random.generate());
    return bytes;
}

QString hashOf(const QByteArray &bytes)
{
    Sha256 sha;
    sha.addData(bytes);
    return QString::fromLatin1(sha.result().toHex());
}

QByteArray readAll(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestFetch : public QObject
{
    Q_OBJECT

    std::unique_ptr<FaultServer> server;
    std::unique_ptr<QTemporaryDir> folder;
    WebPtr web;
    FetchSettings settings;
    const QByteArray content = noise(1'500'000);

    Result<CachedImage> get(const QList<QUrl> &urls, const QString &sha256 = {},
                            std::shared_ptr<ArrivingFile> arriving = {}, Stop stop = {})
    {
        FetchRequest request;
        request.urls = urls;
        request.sha256 = sha256;
        return wait(fetchImage(web, request, settings.limits, imageCache(settings), arriving, {}, stop));
    }
    QStringList inCache(const QString &pattern)
    {
        return QDir(imageCache(settings).folder()).entryList({pattern}, QDir::Files);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        for (const char *name : {"http_proxy", "all_proxy", "BRAMBLE_LISTS"})
            qunsetenv(name);
        server = std::make_unique<FaultServer>();
        server->put(u"a.img.xz"_s, content);
        web = std::make_shared<Web>();
    }
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        settings = {};
        settings.folder = folder->path();
        settings.quota = 1'000'000'000;
        settings.limits.stall = 1s;
        settings.limits.pause = 20ms;
        (void)server->requests();
    }
    void cleanupTestCase() { web.reset(); }

    void whatIsThereIsNotFetchedAgain()
    {
        const auto first = get({server->url(u"plain"_s, u"a.img.xz"_s)}, hashOf(content));
        QVERIFY(first);
        QCOMPARE(readAll(first->path), content);
        QCOMPARE(first->id, hashOf(content));
        QCOMPARE(server->requests().size(), 1);
        QCOMPARE(get({server->url(u"plain"_s, u"a.img.xz"_s)}, hashOf(content))->path, first->path);
        QVERIFY(server->requests().isEmpty());
        // Without a checksum the server is asked whether it still is the same.
        QCOMPARE(get({server->url(u"plain"_s, u"a.img.xz"_s)})->path, first->path);
        QCOMPARE(server->requests(), QStringList{u"/plain/a.img.xz 304 0"_s});
        QCOMPARE(inCache(u"*.part"_s), QStringList());
        QCOMPARE(inCache(u"*.lock"_s), QStringList());
    }

    void errorsHaveNames_data()
    {
        QTest::addColumn<QString>("fault");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("404") << u"404"_s << ErrorKind::NetStatus;
        QTest::newRow("500") << u"500"_s << ErrorKind::NetStatus;
        QTest::newRow("loop") << u"loop"_s << ErrorKind::NetRedirects;
        QTest::newRow("11 redirects") << u"redirect=11"_s << ErrorKind::NetRedirects;
        QTest::newRow("to a file of this computer") << u"elsewhere"_s << ErrorKind::NetRedirects;
        QTest::newRow("416") << u"416"_s << ErrorKind::NetRange;
        QTest::newRow("altered") << u"altered"_s << ErrorKind::NetChecksum;
        QTest::newRow("half of it") << u"short"_s << ErrorKind::NetChecksum;
        QTest::newRow("cut") << u"cut=100"_s << ErrorKind::NetTruncated;
        QTest::newRow("hang") << u"hang"_s << ErrorKind::NetStalled;
        QTest::newRow("slow loris") << u"slow"_s << ErrorKind::NetStalled;
    }
    void errorsHaveNames()
    {
        QFETCH(QString, fault);
        QFETCH(ErrorKind, kind);
        settings.limits.tries = 2;
        const auto image = get({server->url(fault, u"a.img.xz"_s)}, hashOf(content));
        QVERIFY(!image);
        QCOMPARE(image.error().kind, kind);
        QVERIFY(image.error().subject.contains(fault));
        QCOMPARE(inCache(u"*.image"_s), QStringList());
    }

    void nobodyThere()
    {
        settings.limits.tries = 1;
        const QUrl nobody(u"http://127.0.0.1:1/a.img"_s);
        QCOMPARE(get({nobody}).error().kind, ErrorKind::NetUnreachable);
        QCOMPARE(get({QUrl(u"file:///etc/passwd"_s)}).error().kind, ErrorKind::InvalidUrl);
        QCOMPARE(inCache(u"*"_s), QStringList());
    }

    void tenRedirectsAndOddHeaders()
    {
        for (const QString &fault : {u"redirect=10"_s, u"gzipped"_s, u"chunked"_s, u"nameless"_s, u"norange"_s}) {
            const auto image = get({server->url(fault, u"a.img.xz"_s)});
            QVERIFY2(image, qPrintable(fault));
            QCOMPARE(image->id, hashOf(content));
        }
    }

    void mirrorsInTurn()
    {
        settings.limits.tries = 1;
        const QList<QUrl> urls{QUrl(u"http://127.0.0.1:1/a.img.xz"_s), server->url(u"500"_s, u"a.img.xz"_s),
                               server->url(u"altered"_s, u"a.img.xz"_s), server->url(u"cut=700000"_s, u"a.img.xz"_s),
                               server->url(u"plain"_s, u"a.img.xz"_s)};
        const auto image = get(urls, hashOf(content));
        QVERIFY(image);
        QCOMPARE(readAll(image->path), content);
        QCOMPARE(image->url, urls.back());
        // The last one had to give only the rest.
        QCOMPARE(server->requests().last(), u"/plain/a.img.xz 206 700000"_s);
    }

    void goesOnOnlyWithTheSameFile()
    {
        // Without a checksum, and another version at the same address: nothing of the old one is left in it.
        settings.limits.tries = 1;
        server->put(u"b.img"_s, content);
        QVERIFY(!get({server->url(u"cut=900000"_s, u"b.img"_s)}));
        const QByteArray newer = noise(1'200'000, 2);
        server->put(u"b.img"_s, newer);
        const auto image = get({server->url(u"cut=9000000"_s, u"b.img"_s)});
        QVERIFY(image);
        QCOMPARE(readAll(image->path), newer);
    }

    void readersSeeOneFileOnly()
    {
        settings.limits.tries = 3;
        FetchRequest request;
        request.urls = {server->url(u"cutfirst=800000"_s, u"a.img.xz"_s)};
        const ImageCache cache = imageCache(settings);
        auto arriving = arrivingFor(cache, request);
        const QString path = arriving->path();
        const auto image = get(request.urls, {}, arriving);
        QVERIFY(image);
        QVERIFY(arriving->waitForWhole({}));
        QCOMPARE(arriving->expected(), content.size());
        QCOMPARE(readAll(path), content); // somebody who comes late still finds it
        arriving.reset();
        QVERIFY(!QFile::exists(path));
        QCOMPARE(readAll(image->path), content);
        // A new one of the same is there at once.
        request.sha256 = image->id;
        arriving = arrivingFor(cache, request);
        QCOMPARE(*arriving->waitBehind(0, {}), content.size());
    }

    void readersAreNeverGivenAMix()
    {
        settings.limits.tries = 5;
        server->put(u"c.img"_s, content);
        FetchRequest request;
        request.urls = {server->url(u"cut=400000"_s, u"c.img"_s)};
        const auto arriving = arrivingFor(imageCache(settings), request);
        bool swapped = false;
        const ReportProgress swap = [&](Progress now) {
            if (!std::exchange(swapped, now.done > 0 || swapped))
                return;
            server->put(u"c.img"_s, noise(1'300'000, 3));
        };
        const auto image = wait(fetchImage(web, request, settings.limits, imageCache(settings), arriving, swap, {}));
        QVERIFY(!image);
        QCOMPARE(image.error().kind, ErrorKind::NetChanged);
        QCOMPARE(arriving->waitForWhole({}).error().kind, ErrorKind::NetChanged);
        QCOMPARE(inCache(u"*.image"_s), QStringList());
    }

    void twoAtOnceFetchItOnce()
    {
        FetchRequest request;
        request.urls = {server->url(u"plain"_s, u"a.img.xz"_s)};
        request.sha256 = hashOf(content);
        auto one = fetchImage(web, request, settings.limits, imageCache(settings), nullptr, {}, {});
        auto other = fetchImage(web, request, settings.limits, imageCache(settings), nullptr, {}, {});
        QVERIFY(wait(std::move(one)));
        QVERIFY(wait(std::move(other)));
        QCOMPARE(server->requests().size(), 1);
    }

    void stopsWhenAsked()
    {
        StopSource stop;
        QTimer::singleShot(200, this, [&stop] { stop.request_stop(); });
        QElapsedTimer time;
        time.start();
        settings.limits.stall = 20s;
        QCOMPARE(get({server->url(u"hang"_s, u"a.img.xz"_s)}, {}, {}, stop.get_token()).error().kind,
                 ErrorKind::Stopped);
        QVERIFY(time.elapsed() < 5000);
    }

    void proxyOfTheEnvironment()
    {
        qputenv("http_proxy", server->url(u""_s, u""_s).toString(QUrl::RemovePath).toUtf8());
        const auto image = get({QUrl(u"http://nowhere.invalid/plain/a.img.xz"_s)});
        qunsetenv("http_proxy");
        QVERIFY(image);
        QCOMPARE(server->requests(), QStringList{u"http://nowhere.invalid/plain/a.img.xz 200 0"_s});
    }

    void theQuotaTakesTheOldestUnused()
    {
        settings.quota = 3'300'000;
        QStringList ids;
        std::shared_ptr<CacheUse> held;
        for (int i = 0; i < 4; ++i) {
            server->put(u"q%1.img"_s.arg(i), noise(1'000'000, quint32(10 + i)));
            const auto image = get({server->url(u"plain"_s, u"q%1.img"_s.arg(i))});
            QVERIFY(image);
            ids << image->id;
            if (i == 0)
                held = image->use;
            QTest::qWait(5);
        }
        const ImageCache cache = imageCache(settings);
        QVERIFY(cache.find(ids[0])); // the oldest, and in use
        QVERIFY(!cache.find(ids[1]));
        QVERIFY(cache.find(ids[2]) && cache.find(ids[3]));
        QCOMPARE(cache.remove(ids[0]).error().kind, ErrorKind::CacheInUse);
        held.reset();
        QVERIFY(cache.remove(ids[0]));
        QCOMPARE(cache.remove(ids[0]).error().kind, ErrorKind::CacheUnknown);
        QCOMPARE(cache.remove(u"../../etc/passwd"_s).error().kind, ErrorKind::CacheUnknown);
        QCOMPARE(cache.list().size(), 2U);
    }

    void cataloguesAreKeptForLater()
    {
        server->put(u"list.json"_s,
                    R"({"os_list":[{"name":"A","url":"a.img.xz"},{"name":"More","subitems_url":"/plain/more.json"},
            {"name":"Itself","subitems_url":"list.json"},{"name":"Gone","subitems_url":"gone.json"}]})"_ba);
        server->put(u"more.json"_s, R"({"os_list":[{"name":"B","url":"b.img.xz"}]})"_ba);
        settings.lists = {server->url(u"plain"_s, u"list.json"_s)};
        const auto loaded = wait(loadCatalogue(web, settings, u"C"_s, {}));
        QVERIFY(loaded);
        QCOMPARE(leaves(loaded->catalogue).size(), 2U);
        QCOMPARE(leaves(loaded->catalogue)[1].entry->url, server->url(u"plain"_s, u"b.img.xz"_s));
        QCOMPARE(loaded->missing.size(), 2U); // a circle, and what is not there
        QVERIFY(!loaded->old);
        server->stop();
        const auto later = wait(loadCatalogue(web, settings, u"C"_s, {}));
        server->startAgain();
        QVERIFY(later && later->old);
        QCOMPARE(later->catalogue, loaded->catalogue);
        QVERIFY(later->date.secsTo(QDateTime::currentDateTimeUtc()) < 60);
        // Asked again, the server says that it is still the same.
        (void)server->requests();
        QVERIFY(wait(loadCatalogue(web, settings, u"C"_s, {})));
        QCOMPARE(server->requests().first(), u"/plain/list.json 304 0"_s);
    }

    void listsThatAreNone()
    {
        server->put(u"page.html"_s, "<html>Log in</html>"_ba);
        server->put(u"huge.json"_s, QByteArray(11 * 1024 * 1024, ' '));
        const auto load = [this](const QUrl &url) {
            settings.lists = {url};
            return wait(loadCatalogue(web, settings, u"C"_s, {}));
        };
        QCOMPARE(load(server->url(u"plain"_s, u"page.html"_s)).error().kind, ErrorKind::CatalogueUnreadable);
        QCOMPARE(load(server->url(u"plain"_s, u"huge.json"_s)).error().kind, ErrorKind::NetTooLarge);
        QCOMPARE(load(server->url(u"plain"_s, u"none.json"_s)).error().kind, ErrorKind::NetStatus);
    }

    void iconsAreBoundedAndKept()
    {
        server->put(u"i.png"_s, "picture"_ba);
        server->put(u"big.png"_s, QByteArray(300'000, 'x'));
        const QUrl url = server->url(u"plain"_s, u"i.png"_s);
        QCOMPARE(*wait(fetchIcon(web, settings, url, {})), "picture"_ba);
        QCOMPARE(*wait(fetchIcon(web, settings, url, {})), "picture"_ba);
        QCOMPARE(server->requests().size(), 1);
        QCOMPARE(wait(fetchIcon(web, settings, server->url(u"plain"_s, u"big.png"_s), {})).error().kind,
                 ErrorKind::NetTooLarge);
    }

    void mirrorsAndSizesAsPeopleWriteThem()
    {
        const QUrl url(u"https://a.example/x/y.img.xz?k=1"_s);
        const QStringList mirrors{u"https://a.example/=http://nas.local/pi/"_s,
                                  u"https://b.example/=http://no.example/"_s, u"http://usb.local/all"_s, u"nonsense"_s};
        const QList<QUrl> expected{QUrl(u"http://nas.local/pi/x/y.img.xz?k=1"_s),
                                   QUrl(u"http://usb.local/all/y.img.xz"_s), url};
        QCOMPARE(withMirrors(url, mirrors), expected);
        QCOMPARE(parseSize(u"20G"), std::optional<qint64>(20'000'000'000));
        QCOMPARE(parseSize(u" 500 MB "), std::optional<qint64>(500'000'000));
        QCOMPARE(parseSize(u"12"), std::optional<qint64>(12));
        for (const QString &bad : {u""_s, u"-1"_s, u"1.5G"_s, u"999999999999999T"_s, u"G"_s})
            QVERIFY2(!parseSize(bad), qPrintable(bad));
    }
};

QTEST_GUILESS_MAIN(TestFetch)
#include "tst_fetch.moc"
