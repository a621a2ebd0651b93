// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/fault_server.h"
#include "image/image_tools.h"
#include "steps/fetched_image.h"

#include <QCryptographicHash>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

QString sha256(const QByteArray &bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

} // namespace

/// From an address to what is in the image, over real HTTP.
class TestFetchedImage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("FAULT_PACE", "0.02"); // per 64 KiB: there is a middle
        m_server = std::make_unique<FaultServer>();
        QVERIFY(imagetools::makeSmallImage(m_made.path()));
        m_raw = imagetools::read(m_made.filePath(u"disk.img"_s));
        QVERIFY(imagetools::sh(m_made.path(), u"xz -1 disk.img"_s));
        m_packed = imagetools::read(m_made.filePath(u"disk.img.xz"_s));
        m_server->put(u"disk.img.xz"_s, m_packed);
        m_server->put(u"none.img.xz"_s, QByteArray(3'000'000, 'n'));
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = {};
        m_settings.folder = m_folder->path();
        m_settings.quota = qint64(1) << 30;
        m_settings.limits.pause = std::chrono::milliseconds(10);
        m_server->requests();
    }

    void factsComeWithTheLastByte()
    {
        const auto fetched = fetch(u"plain"_s, u"disk.img.xz"_s, sha256(m_packed), sha256(m_raw));
        QVERIFY2(fetched.has_value(), fetched ? "" : qPrintable(errorId(fetched.error().kind)));
        const ImageFacts &facts = fetched->source->facts;
        QCOMPARE(facts.sha256, sha256(m_packed));
        QCOMPARE(facts.extractedSha256, sha256(m_raw));
        QCOMPARE(facts.systemVersion, u"trixie"_s);
        QCOMPARE(facts.file, fetched->file.path);
        QCOMPARE(imagetools::read(fetched->file.path), m_packed);
        // It can be read once more, from where it lies now.
        const auto pass = fetched->source->begin({}, {});
        QVERIFY(pass.has_value());
        QVERIFY(imagetools::drain(*(*pass)->rootTar({}, {}), m_folder->filePath(u"root.tar"_s)).has_value());
        // Once more: nothing is asked for, as the checksum says it all.
        QCOMPARE(m_server->requests().size(), 1);
        QVERIFY(fetch(u"plain"_s, u"disk.img.xz"_s, sha256(m_packed), sha256(m_raw)).has_value());
        QCOMPARE(m_server->requests().size(), 0);
        // Known, but not yet as that: it is read again, and it is wrong.
        const auto other = fetch(u"plain"_s, u"disk.img.xz"_s, sha256(m_packed), QString(64, u'0'));
        QVERIFY(!other.has_value());
        QCOMPARE(errorId(other.error().kind), errorId(ErrorKind::ImageChecksum));
    }

    void whatIsNoImageIsNotDownloadedToItsEnd()
    {
        const auto fetched = fetch(u"plain"_s, u"none.img.xz"_s, {}, {});
        QVERIFY(!fetched.has_value());
        QCOMPARE(errorId(fetched.error().kind), errorId(ErrorKind::ImageFormatUnknown));
        const auto parts = imageCache(m_settings).list();
        QCOMPARE(parts.size(), 1U);
        QVERIFY(parts[0].unfinished);
        QVERIFY2(parts[0].size < 3'000'000, qPrintable(QString::number(parts[0].size)));
    }

    void otherContentThanTheListSays()
    {
        const auto fetched = fetch(u"plain"_s, u"disk.img.xz"_s, sha256(m_packed), QString(64, u'0'));
        QVERIFY(!fetched.has_value());
        QCOMPARE(errorId(fetched.error().kind), errorId(ErrorKind::ImageChecksum));
    }

    /// What was read of a file that then turned out to be wrong is forgotten, and the right one is fetched.
    void alteredOnItsWay()
    {
        const auto fetched = fetch(u"alteredfirst"_s, u"disk.img.xz"_s, sha256(m_packed), {});
        QVERIFY2(fetched.has_value(), fetched ? "" : qPrintable(errorId(fetched.error().kind)));
        QCOMPARE(fetched->source->facts.sha256, sha256(m_packed));
        QCOMPARE(imagetools::read(fetched->file.path), m_packed);
        QCOMPARE(m_server->requests().size(), 2);
    }

    void overACut()
    {
        const auto fetched = fetch(u"cutfirst=100000"_s, u"disk.img.xz"_s, {}, {});
        QVERIFY2(fetched.has_value(), fetched ? "" : qPrintable(errorId(fetched.error().kind)));
        QCOMPARE(fetched->source->facts.sha256, sha256(m_packed));
    }

    void noServer()
    {
        const auto fetched = fetch(u"404"_s, u"disk.img.xz"_s, {}, {});
        QVERIFY(!fetched.has_value());
        QCOMPARE(errorId(fetched.error().kind), errorId(ErrorKind::NetStatus));
    }

    void stopped()
    {
        StopSource stop;
        QTimer::singleShot(150, this, [&stop] { stop.request_stop(); });
        const auto fetched = fetch(u"slow"_s, u"disk.img.xz"_s, {}, {}, stop.get_token());
        QVERIFY(!fetched.has_value());
        QCOMPARE(errorId(fetched.error().kind), errorId(ErrorKind::Stopped));
    }

private:
    Result<FetchedImage> fetch(const QString &fault, const QString &name, const QString &sha, const QString &extracted, Stop stop = {})
    {
        const FetchRequest request = requestFor(m_server->url(fault, name), sha, m_settings);
        OpenImageOptions options;
        options.cacheFolder = m_folder->filePath(u"facts"_s);
        options.extractedSha256 = extracted;
        const auto web = std::make_shared<Web>();
        return QCoro::waitFor(fetchImageSource(web, request, m_settings, options, FetchReports(), stop));
    }

    QTemporaryDir m_made;
    std::unique_ptr<FaultServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    FetchSettings m_settings;
    QByteArray m_raw, m_packed;
};

QTEST_GUILESS_MAIN(TestFetchedImage)
#include "tst_fetched_image.moc"
