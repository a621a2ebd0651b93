// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/fault_server.h"
#include "fetch/fetch_settings.h"
#include "image/image_tools.h"
#include "pages/system_page.h"
#include "parts/catalogue_list.h"
#include "parts/error_card.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QTreeView>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

template<typename T>
T *named(const QWidget &page, const char *name)
{
    T *found = page.findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

QModelIndex find(const QTreeView &view, const QString &text)
{
    const QModelIndexList found = view.model()->match(view.model()->index(0, 0), Qt::DisplayRole, text, 1,
                                                      Qt::MatchExactly | Qt::MatchRecursive);
    return found.value(0);
}

constexpr auto list = R"json({"imager":{"devices":[{"name":"Raspberry Pi 5","tags":["pi5-64bit"]}]},"os_list":[
 {"name":"Raspberry Pi OS (64-bit)","description":"A port of Debian Trixie with the Raspberry Pi Desktop","icon":"i.png","url":"/slow/full.img.xz",
  "release_date":"2026-06-18","image_download_size":1338505456,"devices":["pi5-64bit","pi4-64bit"],"init_format":"cloudinit-rpi"},
 {"name":"Raspberry Pi OS (other)","description":"Other Raspberry Pi OS based images","icon":"i.png","subitems":[
  {"name":"Raspberry Pi OS Lite (64-bit)","description":"A port of Debian Trixie with no desktop environment","icon":"i.png","url":"/cutfirst=200000/lite.img.xz",
   "release_date":"2026-06-18","image_download_size":512000000,"devices":["pi5-64bit","pi4-64bit"],"init_format":"cloudinit-rpi"}]},
 {"name":"Ubuntu Server 26.04 LTS (64-bit)","description":"Server OS with long-term support for arm64 architectures","icon":"i.png","url":"ubuntu.img.xz",
  "release_date":"2026-04-23","image_download_size":1200000000,"devices":["pi5-64bit","pi4-64bit"],"init_format":"cloudinit"},
 {"name":"LibreELEC","description":"A Kodi Entertainment Center distribution","icon":"i.png","url":"le.img.gz","release_date":"2026-02-01","image_download_size":180000000},
 {"name":"For the 5 alone","description":"","icon":"","url":"five.img.xz","devices":["pi5-64bit"]},
 {"name":"Set up by magic","description":"","icon":"","url":"magic.img.xz","init_format":"magic"}]})json";

constexpr auto otherList = R"json({"os_list":[{"name":"Of the school","description":"","icon":"","url":"ubuntu.img.xz"}]})json";

} // namespace

/// The System page over real HTTP, against a server of this computer.
class TestSystemPage : public QObject
{
    Q_OBJECT

    std::unique_ptr<FaultServer> server;
    std::unique_ptr<QTemporaryDir> folder;
    QByteArray image;

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        server = std::make_unique<FaultServer>();
        QImage picture(64, 64, QImage::Format_RGB32);
        picture.fill(QColor(0xc5, 0x1a, 0x4a));
        picture.save(server->folder() + u"/i.png"_s);
        server->put(u"list.json"_s, list);
        server->put(u"none.img.xz"_s, QByteArray(900'000, 'n'));
        QTemporaryDir made;
        QVERIFY(imagetools::makeSmallImage(made.path()));
        QVERIFY(imagetools::sh(made.path(), u"xz -1 disk.img"_s));
        image = imagetools::read(made.filePath(u"disk.img.xz"_s));
        QVERIFY(image.size() > 200'000);
        server->put(u"full.img.xz"_s, image);
        server->put(u"lite.img.xz"_s, image);
        server->put(u"ubuntu.img.xz"_s, image);
    }
    void init()
    {
        folder = std::make_unique<QTemporaryDir>();
        qputenv("BRAMBLE_LISTS", server->url(u"plain"_s, u"list.json"_s).toString().toUtf8());
        qputenv("BRAMBLE_CACHE", folder->path().toUtf8());
        qputenv("BRAMBLE_PAUSE_MS", "20");
    }

    void aSystemIsChosenByKeyboard()
    {
        Journey journey;
        SystemPage page(&journey);
        open(journey, page);
        auto *view = named<QTreeView>(page, "systemList");
        QVERIFY(QTest::qWaitFor([&] { return find(*view, u"LibreELEC"_s).isValid(); }, 10'000));
        QTest::keyClicks(named<QLineEdit>(page, "systemSearch"), u"lite"_s);
        const QModelIndex lite = find(*view, u"Raspberry Pi OS Lite (64-bit)"_s);
        QVERIFY(lite.isValid() && view->isExpanded(lite.parent()));
        QVERIFY(!find(*view, u"LibreELEC"_s).isValid());
        view->setCurrentIndex(lite);
        QTest::keyClick(view, Qt::Key_Return);
        // It is under way at once, and nobody has to wait for it.
        QVERIFY(journey.image().busy);
        QVERIFY(page.canGoOn());
        QCOMPARE(journey.cluster().image.url, server->url(u"cutfirst=200000"_s, u"lite.img.xz"_s));
        // Over a cut.
        QVERIFY(QTest::qWaitFor([&] { return !journey.image().busy; }, 20'000));
        QVERIFY2(journey.image().value.has_value(), journey.image().error ? qPrintable(errorId(journey.image().error->kind)) : "");
        QCOMPARE(journey.image().value->file, u"lite.img.xz"_s);
        QCOMPARE(journey.systems()->download().value->file.size, image.size());
        QVERIFY(page.canGoOn());
        QVERIFY(QTest::qWaitFor([&] { return journey.systems()->cached().size() == 1; }));
    }

    void whatArrivesIsNoImage()
    {
        Journey journey;
        SystemPage page(&journey);
        open(journey, page);
        ImageChoice choice;
        choice.url = server->url(u"plain"_s, u"none.img.xz"_s);
        journey.chooseImage(choice);
        QVERIFY(QTest::qWaitFor([&] { return journey.image().error.has_value(); }, 20'000));
        QVERIFY2(errorId(journey.image().error->kind).startsWith("BB-IMG-"_L1),
                 qPrintable(errorId(journey.image().error->kind)));
        QVERIFY(QTest::qWaitFor([&] { return named<ErrorCard>(page, "imageError")->isVisible(); }));
        QVERIFY(!page.canGoOn());
    }

    void whatDoesNotFitSaysWhy()
    {
        Journey journey;
        Cluster cluster;
        Node node;
        node.model = PiModel::Pi4B;
        cluster.nodes = {node};
        journey.setCluster(cluster);
        SystemPage page(&journey);
        open(journey, page);
        auto *view = named<QTreeView>(page, "systemList");
        QVERIFY(QTest::qWaitFor([&] { return find(*view, u"LibreELEC"_s).isValid(); }, 10'000));
        for (const QString &name : {u"LibreELEC"_s, u"For the 5 alone"_s, u"Set up by magic"_s}) {
            const QModelIndex index = find(*view, name);
            QVERIFY2(!(index.flags() & Qt::ItemIsEnabled), qPrintable(name));
            QVERIFY(index.data(Qt::AccessibleTextRole).toString().size() > name.size() + 10);
            Q_EMIT view->activated(index);
            QVERIFY(!journey.cluster().image.chosen());
        }
        QVERIFY(find(*view, u"For the 5 alone"_s).data(Qt::AccessibleTextRole).toString().contains("4B"_L1));
    }

    void stopsAndGoesOn()
    {
        Journey journey;
        SystemPage page(&journey);
        open(journey, page);
        auto *address = named<QLineEdit>(page, "imageAddress");
        QTest::keyClicks(address, u"nonsense"_s);
        QTest::keyClick(address, Qt::Key_Return);
        QVERIFY(!journey.cluster().image.chosen());
        address->setText(server->url(u"slow"_s, u"full.img.xz"_s).toString());
        QTest::mouseClick(named<QAbstractButton>(page, "imageDownload"), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([&] { return journey.systems()->download().progress.done > 0; }, 10'000));
        QVERIFY(QTest::qWaitFor([&] { return named<QAbstractButton>(page, "imageStop")->isVisible(); }));
        named<QAbstractButton>(page, "imageStop")->click();
        QVERIFY(QTest::qWaitFor([&] { return journey.image().error.has_value(); }, 5'000));
        QCOMPARE(journey.image().error->kind, ErrorKind::Stopped);
        QVERIFY(QTest::qWaitFor([&] { return named<QAbstractButton>(page, "imageAgain")->isVisible(); }));
        named<QAbstractButton>(page, "imageAgain")->click();
        QVERIFY(journey.systems()->download().busy);
    }

    void theCacheIsSeenAndEmptied()
    {
        Journey journey;
        SystemPage page(&journey);
        open(journey, page);
        ImageChoice choice;
        choice.url = server->url(u"plain"_s, u"ubuntu.img.xz"_s);
        journey.chooseImage(choice);
        QVERIFY(
            QTest::qWaitFor([&] { return journey.systems()->cached().size() == 1 && !journey.image().busy; }, 10'000));
        QVERIFY(journey.systems()->cached()[0].inUse);
        journey.startNew(); // nobody holds it any more
        journey.systems()->lookAtCache();
        QAbstractButton *remove = nullptr;
        QVERIFY(QTest::qWaitFor(
            [&] { return (remove = page.findChild<QAbstractButton *>(u"cacheRemove"_s)) && remove->isEnabled(); },
            5'000));
        remove->click();
        QVERIFY(QTest::qWaitFor([&] { return journey.systems()->cached().empty(); }, 5'000));
    }

    void otherListsAndMirrors()
    {
        server->put(u"other.json"_s, otherList);
        Journey journey;
        SystemPage page(&journey);
        open(journey, page);
        named<QAbstractButton>(page, "sourcesFold")->setChecked(true);
        auto *lists = named<QPlainTextEdit>(page, "sourceLists");
        auto *mirrors = named<QPlainTextEdit>(page, "sourceMirrors");
        const QString standard = lists->toPlainText();
        QCOMPARE(standard, server->url(u"plain"_s, u"list.json"_s).toString());
        lists->setPlainText(u"ftp://nowhere"_s);
        named<QAbstractButton>(page, "sourcesUse")->click();
        QCOMPARE(journey.systems()->lists(), QStringList{standard}); // nothing was taken
        const QString other = server->url(u"plain"_s, u"other.json"_s).toString();
        lists->setPlainText(standard + u'\n' + other);
        mirrors->setPlainText(u"https://far.example/=https://near.example/"_s);
        named<QAbstractButton>(page, "sourcesUse")->click();
        QCOMPARE(journey.systems()->lists(), (QStringList{standard, other}));
        auto *view = named<QTreeView>(page, "systemList");
        QVERIFY(QTest::qWaitFor([&] { return find(*view, u"Of the school"_s).isValid(); }, 10'000));
        QVERIFY(find(*view, u"LibreELEC"_s).isValid());
        // Kept for the next time.
        qunsetenv("BRAMBLE_LISTS");
        const FetchSettings kept = readFetchSettings();
        QCOMPARE(kept.lists, (QList<QUrl>{QUrl(standard), QUrl(other)}));
        QCOMPARE(kept.mirrors, QStringList{u"https://far.example/=https://near.example/"_s});
        saveSources(FetchSettings());
    }

    /// BRAMBLE_SHOTS=FOLDER photographs the page, light and dark.
    void photographs()
    {
        const QString shots = qEnvironmentVariable("BRAMBLE_SHOTS");
        if (shots.isEmpty())
            return;
        QApplication::setStyle(QStyleFactory::create(u"Fusion"_s));
        for (const bool dark : {false, true}) {
            QPalette palette = QApplication::style()->standardPalette();
            if (dark) {
                palette = QPalette(QColor(0x2b, 0x2d, 0x31), QColor(0x2b, 0x2d, 0x31));
                palette.setColor(QPalette::Base, QColor(0x1f, 0x20, 0x23));
            }
            QApplication::setPalette(palette);
            Journey journey;
            Cluster cluster;
            Node node;
            node.model = PiModel::Pi4B;
            cluster.nodes = {node};
            journey.setCluster(cluster);
            SystemPage page(&journey);
            open(journey, page);
            page.setAutoFillBackground(true);
            auto *view = named<QTreeView>(page, "systemList");
            QVERIFY(QTest::qWaitFor([&] { return find(*view, u"LibreELEC"_s).isValid(); }, 10'000));
            QTest::qWait(500);
            view->expandAll();
            QTest::qWait(500);
            page.grab().save(shots + (dark ? u"/list-dark.png"_s : u"/list.png"_s));
            Q_EMIT view->activated(find(*view, u"Raspberry Pi OS (64-bit)"_s));
            page.findChild<QAbstractButton *>(u"cacheFold"_s)->setChecked(true);
            QTest::qWait(800);
            page.grab().save(shots + (dark ? u"/busy-dark.png"_s : u"/busy.png"_s));
            named<QAbstractButton>(page, "sourcesFold")->setChecked(true);
            QTest::qWait(200);
            page.grab().save(shots + (dark ? u"/sources-dark.png"_s : u"/sources.png"_s));
        }
    }

private:
    void open(Journey &journey, SystemPage &page)
    {
        QObject::connect(&journey, &Journey::changed, &page, &Page::refresh);
        page.resize(700, 900);
        page.enter();
        page.refresh();
        page.show();
    }
};

QTEST_MAIN(TestSystemPage)
#include "tst_system_page.moc"
