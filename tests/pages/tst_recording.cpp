// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"
#include "panel/boot_panel.h"
#include "panel/node_row.h"
#include "parts/error_card.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

void beDark()
{
    QPalette palette(QColor(49, 54, 59), QColor(35, 38, 41));
    palette.setColor(QPalette::Base, QColor(27, 30, 32));
    palette.setColor(QPalette::AlternateBase, QColor(35, 38, 41));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor(239, 240, 241));
    QApplication::setPalette(palette);
}

} // namespace

/// The recorded boot: what somebody practises with who has no network for it, and what somebody sent. By keyboard alone.
/// BRAMBLE_SHOTS=FOLDER photographs it, BRAMBLE_DARK=1 in the dark.
class TestRecording : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        if (qEnvironmentVariableIsSet("BRAMBLE_DARK"))
            beDark();
    }

    void init()
    {
        m_journey = std::make_unique<Journey>();
        m_journey->setPracticeCommand({});
        m_window = std::make_unique<MainWindow>(m_journey.get());
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup()
    {
        m_window.reset();
        m_journey.reset();
    }

    void whereThereAreNamespacesPracticeStaysWhatItIs()
    {
        m_journey->setPracticeCommand(Command(u"true"_s));
        m_window->page(Place::Start)->refresh();
        QCOMPARE(said("practise"), u"Practise with simulated Pis"_s);
    }

    void fromStartUntilAllRun()
    {
        QCOMPARE(said("practise"), u"See a recorded boot"_s);
        comeTo("practise");
        photograph(u"start"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(m_window->place(), Place::Boot);
        QVERIFY(QTest::qWaitFor([this] { return text("recordingSays").startsWith("This is a recording: four simulated Pis"_L1); }, 10'000));
        // Nothing that takes a server.
        for (const char *name : {"turnPisOn", "capture", "saveRecording", "reimageCard", "watchAgain"})
            QVERIFY2(!isShown(name), name);
        QVERIFY(text("clusterFile").startsWith("Recording"_L1));
        auto *speed = named<QComboBox>("recordingSpeed");
        QVERIFY(!speed->accessibleName().isEmpty());
        comeTo("recordingSpeed");
        QTest::keyClick(speed, Qt::Key_End);
        QCOMPARE(m_journey->recordedBoot()->pace->speed, 20.0);
        QSet<QString> why;
        bool isTold = false, canBeMended = false, isPhotographed = false;
        QVERIFY(QTest::qWaitFor([&] {
            for (const QLabel *label : m_window->findChildren<QLabel *>())
                if (label->isVisible() && label->text().startsWith("The kernel of pi-02 is missing"_L1))
                    why << u"kernel"_s;
                else if (label->isVisible() && label->text().startsWith("pi-04 looks for its disk in"_L1))
                    why << u"disk"_s;
                else if (label->isVisible() && label->text().contains(u"Where this is no recording, the button “Lay its boot files anew”"_s))
                    isTold = true;
            for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
                canBeMended = canBeMended || (button->isVisible() && button->objectName().startsWith("mend_"_L1));
            if (why.size() == 2 && !isPhotographed)
                photograph(u"hanging"_s);
            isPhotographed = why.size() == 2;
            return m_window->page(Place::Boot)->heading() == "4 of 4 running"_L1;
        }, 60'000));
        QCOMPARE(why.size(), 2);
        QVERIFY(isTold && !canBeMended);
        QVERIFY(m_window->windowTitle().startsWith(u"4 of 4 running – Recording"_s));
        QVERIFY(QTest::qWaitFor([this] { return text("recordingSays").endsWith("It is over."_L1); }));
        photograph(u"running"_s);
        // The details and the log, as always.
        auto *row = m_window->findChild<NodeRow *>(u"bootRow_pi-02"_s);
        row->setFocus();
        QTest::keyClick(row, Qt::Key_Space);
        QVERIFY(named<QTreeWidget>("detailsEvents")->isVisible());
        QVERIFY(named<QTreeWidget>("detailsEvents")->topLevelItemCount() > 10);
        QVERIFY(row->view().data.contains("file"_L1));
        auto *log = named<QAbstractButton>("bootDetails");
        log->setFocus();
        QTest::keyClick(log, Qt::Key_Space);
        QVERIFY(named<QPlainTextEdit>("bootLog")->toPlainText().contains("dnsmasq-tftp: "_L1));
        QVERIFY(!QAccessible::queryAccessibleInterface(row)->text(QAccessible::Name).isEmpty());

        photograph(u"details"_s);

        // Once more from its beginning.
        comeTo("recordingAgain");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(QTest::qWaitFor([this] { return m_window->page(Place::Boot)->heading().startsWith("0 of 4"_L1); }));
        QVERIFY(!named<QTreeWidget>("detailsEvents")->isVisible());

        // Back is Start, and nothing of it is left.
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::AltModifier);
        QCOMPARE(m_window->place(), Place::Start);
        QVERIFY(!m_journey->recordedBoot() && !m_journey->boot());
        QVERIFY(QTest::qWaitFor([this] { return !m_window->windowTitle().contains("Recording"_L1); }));
        QVERIFY(text("clusterFile").isEmpty());
        QVERIFY(!isShown("continueCluster"));
    }

    void leavingByItsButton()
    {
        m_journey->startRecordedBoot();
        m_window->goTo(Place::Boot);
        QCOMPARE(m_window->place(), Place::Boot);
        QVERIFY(QTest::qWaitFor([this] { return m_journey->boot().has_value(); }));
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::AltModifier);
        QVERIFY(QTest::qWaitFor([this] { return m_window->place() == Place::Start; }));
        QVERIFY(!m_journey->recordedBoot());
    }

    void oneThatIsNone()
    {
        QTemporaryDir dir;
        const QString file = dir.filePath(u"notes.txt"_s);
        QFile notes(file);
        QVERIFY(notes.open(QIODevice::WriteOnly));
        notes.write("nothing of a boot\n");
        notes.close();
        Cluster cluster;
        cluster.nodes.push_back({});
        m_journey->setCluster(cluster);
        m_journey->startRecordedBoot(file);
        m_window->goTo(Place::Boot);
        auto *error = m_window->findChild<ErrorCard *>(u"watchError"_s);
        QVERIFY(QTest::qWaitFor([error] { return error->error().has_value(); }, 10'000));
        QCOMPARE(error->error()->kind, ErrorKind::RecordingUnreadable);
        QVERIFY(!isShown("watchAgain") && !isShown("bootPanel") && isShown("recordingLeave"));
    }

private:
    void photograph(const QString &name) const
    {
        const QString folder = qEnvironmentVariable("BRAMBLE_SHOTS");
        if (folder.isEmpty())
            return;
        QTest::qWait(100);
        m_window->grab().save(folder + u"/recording-"_s + name + (qEnvironmentVariableIsSet("BRAMBLE_DARK") ? u"-dark.png"_s : u".png"_s));
    }
    template<typename T>
    T *named(const char *name) const
    {
        T *found = m_window->findChild<T *>(QString::fromLatin1(name));
        if (!found)
            qFatal("no %s", name);
        return found;
    }
    QString text(const char *name) const { return named<QLabel>(name)->text(); }
    QString said(const char *name) const { return named<QAbstractButton>(name)->text(); }
    bool isShown(const char *name) const { return named<QWidget>(name)->isVisible(); }
    /// By Tab alone.
    void comeTo(const char *name)
    {
        for (int i = 0; i < 60; ++i) {
            if (QWidget *now = QApplication::focusWidget(); now && now->objectName() == QLatin1StringView(name))
                return;
            QTest::keyClick(m_window.get(), Qt::Key_Tab);
        }
        QFAIL(qPrintable(u"Tab does not come to "_s + QLatin1StringView(name)));
    }

    std::unique_ptr<Journey> m_journey;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestRecording)
#include "tst_recording.moc"
