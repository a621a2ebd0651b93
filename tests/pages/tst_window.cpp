// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QStandardPaths>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

const QString key = u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl ada@laptop"_s;

Cluster wishes(int pis)
{
    Cluster cluster;
    cluster.name = u"lab"_s;
    cluster.server.host = u"nas.invalid"_s;
    cluster.access.user = u"ada"_s;
    cluster.access.sshKeys = {key};
    for (int i = 1; i <= pis; ++i) {
        Node node;
        node.name = nameFromPattern(u"pi-{nn}"_s, i);
        node.serial = Serial::fromValue(0x10000000U + unsigned(i));
        cluster.nodes.push_back(node);
    }
    return cluster;
}

} // namespace

class TestWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    void beginsAtStart()
    {
        Journey journey;
        MainWindow window(&journey);
        window.show();
        QCOMPARE(window.place(), Place::Start);
        QVERIFY(!named<QAbstractButton>(window, u"next"_s)->isVisible());
        QVERIFY(named<QAbstractButton>(window, u"newCluster"_s)->isVisible());
        auto *steps = window.findChild<QListWidget *>(u"stepList"_s);
        QCOMPARE(steps->count(), 8);
        for (int i = 0; i < steps->count(); ++i)
            QVERIFY(!steps->item(i)->data(Qt::AccessibleTextRole).toString().isEmpty());
        QVERIFY(!(steps->item(int(Place::Review))->flags() & Qt::ItemIsEnabled));
        QVERIFY(!(steps->item(int(Place::Apply))->flags() & Qt::ItemIsEnabled));
    }

    void newLeadsToTheServer()
    {
        Journey journey;
        MainWindow window(&journey);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::mouseClick(named<QAbstractButton>(window, u"newCluster"_s), Qt::LeftButton);
        QCOMPARE(window.place(), Place::Server);
        QVERIFY(!named<QAbstractButton>(window, u"next"_s)->isEnabled());
        QVERIFY(named<QLineEdit>(window, u"serverHost"_s)->hasFocus());
        QTest::keyClick(&window, Qt::Key_B, Qt::AltModifier);
        QCOMPARE(window.place(), Place::Start);
    }

    void theServerFieldShowsTheWish()
    {
        Journey journey;
        journey.setCluster(wishes(2));
        MainWindow window(&journey);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_N, Qt::AltModifier);
        QCOMPARE(window.place(), Place::Server);
        QCOMPARE(named<QLineEdit>(window, u"serverHost"_s)->text(), u"nas.invalid"_s);
    }

    void newAsksBeforeItForgets()
    {
        Journey journey;
        journey.setCluster(wishes(2));
        MainWindow window(&journey);
        window.show();
        QTest::mouseClick(named<QAbstractButton>(window, u"newCluster"_s), Qt::LeftButton);
        auto *question = window.findChild<QMessageBox *>(u"beginAnew"_s);
        QVERIFY(question);
        QCOMPARE(journey.cluster().nodes.size(), 2U);
        question->button(QMessageBox::Cancel)->click();
        QCOMPARE(journey.cluster().nodes.size(), 2U);
        QCOMPARE(window.place(), Place::Start);
    }

    void helpComesAndGoes()
    {
        Journey journey;
        MainWindow window(&journey);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QVERIFY(window.helpIsShown());
        QTest::keyClick(&window, Qt::Key_F1);
        QVERIFY(!window.helpIsShown());
        QVERIFY(!named<QWidget>(window, u"help"_s)->isVisible());
    }

    void everyPageHasASentenceAndHelp()
    {
        Journey journey;
        journey.setCluster(wishes(2));
        MainWindow window(&journey);
        for (const Place place : allPlaces) {
            Page *page = window.page(place);
            page->refresh();
            QVERIFY2(!page->heading().isEmpty(), qPrintable(placeName(place)));
            QVERIFY2(!page->help().isEmpty(), qPrintable(placeName(place)));
        }
    }

    // Whoever cannot see the screen, and the tests that drive the real window, know things by these.
    void everythingInteractiveHasAName()
    {
        Journey journey;
        journey.setCluster(wishes(2));
        MainWindow window(&journey);
        for (const Place place : allPlaces)
            window.page(place)->refresh();
        for (const auto *button : window.findChildren<QAbstractButton *>()) {
            const bool inner = button->objectName().startsWith("qt_"_L1)
                || button->metaObject()->className() == QByteArray("QTableCornerButton")
                || button->metaObject()->className() == QByteArray("QLineEditIconButton");
            if (!inner)
                QVERIFY2(!button->text().isEmpty() || !button->accessibleName().isEmpty()
                             || button->objectName() == "planMend"_L1 || button->objectName() == "continueCluster"_L1,
                         qPrintable(button->objectName()));
        }
    }

    void noWayAroundAnEmptyPage()
    {
        Journey journey;
        MainWindow window(&journey);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.goTo(Place::Apply);
        QVERIFY(window.place() < Place::Review);
        QTest::keyClick(&window, Qt::Key_8, Qt::ControlModifier);
        QVERIFY(window.place() < Place::Review);
    }

    void theLightAndTheTitleFollow()
    {
        Journey journey;
        MainWindow window(&journey);
        window.show();
        QCOMPARE(named<QLabel>(window, u"serverLight"_s)->text(), u"No server yet"_s);
        journey.setCluster(wishes(1));
        QVERIFY(QTest::qWaitFor([&] { return window.windowTitle().startsWith("lab"_L1); }));
    }

private:
    template<typename T>
    static T *named(const MainWindow &window, const QString &name)
    {
        T *found = window.findChild<T *>(name);
        if (!found)
            qFatal("no %s", qPrintable(name));
        return found;
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
