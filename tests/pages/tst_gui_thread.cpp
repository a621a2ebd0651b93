// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_tools.h"
#include "main_window.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <ctime>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

/// The most that this thread worked in one turn of its event loop. Its own work, not the clock on the wall: a busy machine makes
/// a window slow, but no test wrong.
class LongestStretch
{
public:
    LongestStretch()
    {
        // Once a turn of the loop; waiting costs no time of this clock.
        QObject::connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, &m_here, [this] {
            const double time = now();
            m_stretches.push_back(time - m_last);
            m_last = time;
        });
    }

    double longest() const { return m_stretches.empty() ? 0 : std::ranges::max(m_stretches); } ///< ms
    size_t count() const { return m_stretches.size(); }

private:
    static double now()
    {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
    }

    QObject m_here;
    double m_last = now();
    std::vector<double> m_stretches;
};

} // namespace

class TestGuiThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }

    // An image of 200 MB that has to be read from front to back, with its progress on the screen.
    void readingAnImageLeavesTheWindowFree()
    {
        QTemporaryDir folder;
        QVERIFY(imagetools::makeSmallImage(folder.path()));
        QVERIFY(imagetools::sh(folder.path(), u"head -c 200000000 /dev/urandom >> disk.img; zstd -q -1 disk.img; rm disk.img"_s));
        Journey journey;
        Cluster cluster;
        cluster.server.host = u"nas.invalid"_s;
        journey.setCluster(cluster);
        MainWindow window(&journey);
        window.resize(1200, 800);
        window.goTo(Place::System);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QTest::qWait(300); // the first drawing is another matter
        const LongestStretch work;
        journey.openImageFile(folder.filePath(u"disk.img.zst"_s));
        // A loop that really waits, as the program's own does; QTest's turns around and around.
        QEventLoop loop;
        QObject::connect(&journey, &Journey::changed, &loop, [&] {
            if (!journey.image().busy)
                QTimer::singleShot(100, &loop, &QEventLoop::quit);
        });
        QTimer::singleShot(60'000, &loop, &QEventLoop::quit);
        loop.exec();
        QVERIFY2(journey.image().value.has_value(), journey.image().error ? qPrintable(journey.image().error->detail) : "");
        qInfo("%zu stretches, the longest %.1f ms", work.count(), work.longest());
        QVERIFY(work.count() > 3);
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
        QVERIFY2(work.longest() < 16, qPrintable(QString::number(work.longest())));
#endif
    }
};

QTEST_MAIN(TestGuiThread)
#include "tst_gui_thread.moc"
