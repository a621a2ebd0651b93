// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/names_page.h"
#include "pages/pis_page.h"
#include "pages/review_page.h"
#include "pages/server_page.h"
#include "pages/start_page.h"
#include "pages/system_page.h"
#include "parts/error_card.h"
#include "parts/mending.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

const QString key = u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl ada@laptop"_s;

template<typename T>
T *named(const QWidget &page, const char *name)
{
    T *found = page.findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

void follow(Journey &journey, Page &page)
{
    QObject::connect(&journey, &Journey::changed, &page, &Page::refresh);
    page.enter();
    page.refresh();
    page.show();
}

Cluster wishes()
{
    Cluster cluster;
    cluster.name = u"lab"_s;
    cluster.access.user = u"ada"_s;
    cluster.access.sshKeys = {key};
    for (int i = 1; i <= 2; ++i) {
        Node node;
        node.name = nameFromPattern(u"pi-{nn}"_s, i);
        node.serial = Serial::fromValue(0x10000000U + unsigned(i));
        cluster.nodes.push_back(node);
    }
    return cluster;
}

} // namespace

class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        qputenv("BRAMBLE_LISTS", "http://127.0.0.1:1/none.json"); // nobody is asked for a list
    }

    void serverSaysWhatIsNoAddress()
    {
        Journey journey;
        ServerPage page(&journey);
        follow(journey, page);
        auto *host = named<QLineEdit>(page, "serverHost");
        auto *connect = named<QAbstractButton>(page, "serverConnect");
        QVERIFY(!connect->isEnabled());
        QTest::keyClicks(host, u"nas;reboot"_s);
        QVERIFY(connect->isEnabled());
        QTest::keyClick(host, Qt::Key_Return);
        auto *error = named<ErrorCard>(page, "serverError");
        QVERIFY(error->isVisible());
        QCOMPARE(error->error()->kind, ErrorKind::InvalidAddress);
        QVERIFY(journey.cluster().server.host.isEmpty());
        QTest::keyClicks(host, u"x"_s);
        QVERIFY(!error->isVisible());
    }

    void serverThatIsNotThere()
    {
        Journey journey;
        ServerPage page(&journey);
        follow(journey, page);
        // Port 1 of this computer: refused at once, and nobody else is asked.
        QTest::keyClicks(named<QLineEdit>(page, "serverHost"), u"ada@127.0.0.1:1"_s);
        QTest::keyClick(named<QLineEdit>(page, "serverHost"), Qt::Key_Return);
        QCOMPARE(journey.cluster().server.host, u"127.0.0.1"_s);
        QCOMPARE(journey.cluster().server.user, u"ada"_s);
        QCOMPARE(journey.cluster().server.port, 1);
        QVERIFY(QTest::qWaitFor([&] { return journey.server().error.has_value(); }, 15'000));
        auto *error = named<ErrorCard>(page, "serverError");
        QVERIFY(QTest::qWaitFor([&] { return error->error().has_value(); }));
        QCOMPARE(error->error()->kind, ErrorKind::SshConnect);
        QVERIFY(named<QAbstractButton>(page, "serverRetry")->isVisible());
        QVERIFY(!named<QAbstractButton>(page, "serverTrust")->isVisible());
        QVERIFY(!named<QLineEdit>(page, "serverSecret")->isVisible());
        QVERIFY(!page.canGoOn());
    }

    void pisAreTyped()
    {
        Journey journey;
        PisPage page(&journey);
        follow(journey, page);
        QVERIFY(!page.canGoOn());
        QTest::mouseClick(named<QAbstractButton>(page, "pisAdd"), Qt::LeftButton);
        QCOMPARE(journey.cluster().nodes.size(), 1U);
        QVERIFY(!page.canGoOn());
        auto *model = named<QTableView>(page, "pisTable")->model();
        QVERIFY(model->setData(model->index(0, 2), u"38c128c"_s));
        QVERIFY(!page.canGoOn());
        QVERIFY(model->index(0, 4).data().toString().contains("38c128c"_L1));
        QVERIFY(model->setData(model->index(0, 2), u"38c128c0"_s));
        QCOMPARE(journey.cluster().nodes[0].folder(), u"38c128c0"_s);
        QVERIFY(page.canGoOn());
        QTest::mouseClick(named<QAbstractButton>(page, "pisAdd"), Qt::LeftButton);
        QVERIFY(!page.canGoOn());
        named<QTableView>(page, "pisTable")->selectRow(1);
        QTest::mouseClick(named<QAbstractButton>(page, "pisRemove"), Qt::LeftButton);
        QCOMPARE(journey.cluster().nodes.size(), 1U);
        QVERIFY(page.canGoOn());
    }

    void pisArePasted()
    {
        Journey journey;
        PisPage page(&journey);
        follow(journey, page);
        named<QAbstractButton>(page, "pisPaste")->click();
        auto *text = named<QPlainTextEdit>(page, "pisPasteText");
        QVERIFY(text->isVisible());
        text->setPlainText(u"38c128c0\nb8-27-eb-11-22-33\n1234567\n"_s);
        QTest::mouseClick(named<QAbstractButton>(page, "pisPasteOk"), Qt::LeftButton);
        QCOMPARE(journey.cluster().nodes.size(), 2U);
        auto *says = named<QLabel>(page, "pisPasteSays");
        QVERIFY(says->isVisible());
        QVERIFY2(says->text().contains("BB-IN-001"_L1), qPrintable(says->text()));
        text->setPlainText(u"a1b2c3d4"_s);
        QTest::mouseClick(named<QAbstractButton>(page, "pisPasteOk"), Qt::LeftButton);
        QCOMPARE(journey.cluster().nodes.size(), 3U);
        QVERIFY(!text->isVisible());
    }

    void namesFollowThePattern()
    {
        Journey journey;
        journey.setCluster(wishes());
        NamesPage page(&journey);
        follow(journey, page);
        auto *pattern = named<QLineEdit>(page, "namePattern");
        QCOMPARE(pattern->text(), u"pi-{nn}"_s);
        pattern->clear();
        QTest::keyClicks(pattern, u"rack-{n}"_s);
        QCOMPARE(journey.cluster().nodes[0].name, u"rack-1"_s);
        QCOMPARE(journey.cluster().nodes[1].name, u"rack-2"_s);
        QVERIFY(QTest::qWaitFor([&] { return named<QLabel>(page, "namePreview")->text() == u"rack-1, rack-2"_s; }));
        pattern->clear();
        QTest::keyClicks(pattern, u"Rack "_s);
        QVERIFY(QTest::qWaitFor([&] { return named<QLabel>(page, "namesSay")->text().contains("BB-IN-005"_L1); }));
        QVERIFY(!page.canGoOn());
    }

    void accessIsWrittenDown()
    {
        Journey journey;
        journey.setCluster(wishes());
        NamesPage page(&journey);
        follow(journey, page);
        auto *user = named<QLineEdit>(page, "accessUser");
        user->clear();
        QTest::keyClicks(user, u"Root"_s);
        QVERIFY(QTest::qWaitFor([&] { return named<QLabel>(page, "userSays")->text().contains("BB-IN-008"_L1); }));
        user->clear();
        QTest::keyClicks(user, u"grace"_s);
        QCOMPARE(journey.cluster().access.user, u"grace"_s);
        QVERIFY(QTest::qWaitFor([&] { return named<QLabel>(page, "userSays")->text().isEmpty(); }));
        auto *keys = named<QListWidget>(page, "accessKeys");
        for (int i = 0; i < keys->count(); ++i)
            keys->item(i)->setCheckState(Qt::Unchecked);
        QVERIFY(journey.cluster().access.sshKeys.isEmpty());
        QVERIFY(QTest::qWaitFor([&] { return named<QLabel>(page, "userSays")->text().contains("BB-IN-009"_L1); }));
        auto *another = named<QLineEdit>(page, "newKey");
        QTest::keyClicks(another, u"ssh-ed25519 AAAA"_s);
        QTest::keyClick(another, Qt::Key_Return);
        QVERIFY(journey.cluster().access.sshKeys.isEmpty());
        another->setText(key);
        named<QAbstractButton>(page, "addKey")->click();
        QCOMPARE(journey.cluster().access.sshKeys, QStringList{key});
        QVERIFY(another->text().isEmpty());
        auto *zone = named<QComboBox>(page, "accessZone");
        zone->setCurrentIndex(zone->findData(u"Europe/Berlin"_s));
        QCOMPARE(journey.cluster().access.timezone, u"Europe/Berlin"_s);
        named<QCheckBox>(page, "accessSudo")->setChecked(false);
        QVERIFY(!journey.cluster().access.passwordlessSudo);
        // sudo would ask for a password that nobody has.
        QVERIFY(QTest::qWaitFor([&] { return named<QLabel>(page, "userSays")->text().contains("BB-IN-021"_L1); }));
        QVERIFY(!page.canGoOn());
        named<QCheckBox>(page, "accessHasPassword")->setChecked(true);
        QVERIFY(QTest::qWaitFor([&] { return page.canGoOn(); }));
    }

    void moreSettingsAreWrittenDown()
    {
        Journey journey;
        journey.setCluster(wishes());
        NamesPage page(&journey);
        follow(journey, page);
        page.enter();
        auto *locale = named<QComboBox>(page, "accessLocale");
        QVERIFY(locale->findData(u"de_DE.UTF-8"_s) > 0);
        locale->setCurrentIndex(locale->findData(u"de_DE.UTF-8"_s));
        QCOMPARE(journey.cluster().access.locale, u"de_DE.UTF-8"_s);
        auto *keyboard = named<QComboBox>(page, "accessKeyboard");
        keyboard->setEditText(u"d e"_s);
        QVERIFY(QTest::qWaitFor([&] { return named<QLabel>(page, "userSays")->text().contains("BB-IN-019"_L1); }));
        keyboard->setCurrentIndex(keyboard->findData(u"de"_s));
        QTest::keyClicks(named<QLineEdit>(page, "accessVariant"), u"neo"_s);
        QCOMPARE(journey.cluster().access.keyboard, u"de"_s);
        QCOMPARE(journey.cluster().access.keyboardVariant, u"neo"_s);
        auto *packages = named<QLineEdit>(page, "firstPackages");
        packages->setText(u" htop  vim "_s);
        Q_EMIT packages->editingFinished();
        QCOMPARE(journey.cluster().firstBoot.packages, (QStringList{u"htop"_s, u"vim"_s}));
        auto *password = named<QLineEdit>(page, "accessPassword");
        QVERIFY(!password->isEnabled());
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        named<QCheckBox>(page, "accessHasPassword")->setChecked(true);
        QVERIFY(QTest::qWaitFor([&] { return password->isEnabled(); }));
        QTest::keyClicks(password, u"secret"_s);
        QTest::keyClicks(named<QLineEdit>(page, "accessPasswordAgain"), u"secreT"_s);
        QVERIFY(!named<QLabel>(page, "passwordSays")->text().isEmpty());
        named<QCheckBox>(page, "accessSsh")->setChecked(false);
        QVERIFY(!journey.cluster().access.ssh);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"u.yaml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("#cloud-config\nnetwork: {}\n");
        file.close();
        auto *userData = named<QLineEdit>(page, "firstUserData");
        userData->setText(file.fileName());
        Q_EMIT userData->editingFinished();
        QVERIFY(named<QLabel>(page, "firstBootSays")->text().contains("BB-IN-024"_L1));
    }

    void systemThatIsNoImage()
    {
        Journey journey;
        SystemPage page(&journey);
        follow(journey, page);
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"text.img"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(1 << 20, 'x'));
        file.close();
        page.openFile(file.fileName());
        QVERIFY(QTest::qWaitFor([&] { return journey.image().error.has_value(); }, 15'000));
        auto *error = named<ErrorCard>(page, "imageError");
        QVERIFY(QTest::qWaitFor([&] { return error->isVisible(); }));
        QVERIFY(errorId(error->error()->kind).startsWith("BB-IMG-"_L1));
        QVERIFY(!page.canGoOn());
    }

    void reviewNamesWhatIsMissing()
    {
        Journey journey;
        Cluster cluster = wishes();
        cluster.nodes[1].name = cluster.nodes[0].name;
        journey.setCluster(cluster);
        ReviewPage page(&journey);
        follow(journey, page);
        QCOMPARE(named<ErrorCard>(page, "planError")->error()->kind, ErrorKind::DuplicateHostname);
        QVERIFY(!page.canGoOn());
        QCOMPARE(page.nextText(), u"Set up the cluster"_s);
        QSignalSpy wants(&page, &Page::wantsPlace);
        named<QAbstractButton>(page, "planMend")->click();
        QCOMPARE(wants.size(), 1);
        QCOMPARE(wants[0][0].value<Place>(), Place::Pis);
    }

    void clusterFilesAreSavedAndOpened()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"lab.yaml"_s);
        Journey journey;
        journey.setCluster(wishes());
        ReviewPage review(&journey);
        review.saveFile(file);
        QVERIFY(QFile::exists(file));
        Journey other;
        StartPage start(&other);
        QSignalSpy wants(&start, &Page::wantsPlace);
        start.openFile(file);
        QCOMPARE(other.cluster().nodes, journey.cluster().nodes);
        QCOMPARE(wants.size(), 1);
        start.openFile(folder.filePath(u"none.yaml"_s));
        QCOMPARE(start.findChild<ErrorCard *>()->error()->kind, ErrorKind::ClusterUnreadable);
        QCOMPARE(wants.size(), 1);
    }

    void everyErrorCanBeMendedSomewhere()
    {
        QCOMPARE(placeToMend(ErrorKind::InvalidSerial), Place::Pis);
        QCOMPARE(placeToMend(ErrorKind::ImageLacksModel), Place::System);
        QCOMPARE(placeToMend(ErrorKind::NetChecksum), Place::System);
        QCOMPARE(placeToMend(ErrorKind::InvalidUser), Place::Names);
        QCOMPARE(placeToMend(ErrorKind::ServerNotEnoughSpace), Place::Server);
    }
};

QTEST_MAIN(TestPages)
#include "tst_pages.moc"
