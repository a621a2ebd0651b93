// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// A person sets a running Pi from the Pis page, and makes a card; the Pi has a real SSH server. BRAMBLE_SHOTS=FOLDER photographs it, BRAMBLE_DARK=1 in the dark.
#include "pages/pis_page.h"
#include "remote/remote_test.h"
#include "steps/stand_in_pi.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

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

// What is to be seen now can be used with keys, has a name for whoever does not see it, and is shown whole; else who is not.
QString troubleOf(const QWidget &page)
{
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        const QString name = widget->objectName().isEmpty() ? QString::fromLatin1(widget->metaObject()->className()) : widget->objectName();
        if (!widget->isVisible() || name.startsWith("qt_"_L1) || name.contains("QTableCornerButton"_L1))
            continue;
        const auto *label = qobject_cast<QLabel *>(widget);
        const bool isSingle = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget);
        if (isSingle || qobject_cast<QLineEdit *>(widget) || qobject_cast<QPlainTextEdit *>(widget) || qobject_cast<QTableView *>(widget)) {
            const QAccessibleInterface *said = QAccessible::queryAccessibleInterface(widget);
            if (!said || said->text(QAccessible::Name).isEmpty())
                return name + u" has no name"_s;
            if (!(widget->focusPolicy() & Qt::TabFocus))
                return name + u" is not to be reached with keys"_s;
        }
        if ((isSingle || (label && !label->wordWrap())) && widget->width() < widget->sizeHint().width())
            return u"%1 is cut: %2 of %3"_s.arg(name).arg(widget->width()).arg(widget->sizeHint().width());
        if (label && label->wordWrap() && widget->height() < label->heightForWidth(widget->width()))
            return u"%1 is cut below: %2"_s.arg(name, label->text());
    }
    return {};
}

void shoot(QWidget &page, const QString &name)
{
    QTest::qWait(50);
    const QString trouble = troubleOf(page);
    QVERIFY2(trouble.isEmpty(), qPrintable(QString(name + u": "_s + trouble)));
    const QString folder = qEnvironmentVariable("BRAMBLE_SHOTS");
    if (folder.isEmpty())
        return;
    QTest::qWait(200);
    page.grab().save(folder + u'/' + name + (qEnvironmentVariableIsSet("BRAMBLE_DARK") ? u"-dark.png"_s : u".png"_s));
}

void beDark()
{
    QPalette palette(QColor(49, 54, 59), QColor(35, 38, 41));
    palette.setColor(QPalette::Base, QColor(27, 30, 32));
    palette.setColor(QPalette::AlternateBase, QColor(35, 38, 41));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, QColor(239, 240, 241));
    palette.setColor(QPalette::PlaceholderText, QColor(160, 165, 170));
    QApplication::setPalette(palette);
}

Login withPassword()
{
    Login login;
    login.password = Secret("practice");
    return login;
}

} // namespace

class TestPreparing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(true);
        if (qEnvironmentVariableIsSet("BRAMBLE_DARK"))
            beDark();
        NEEDS_SERVER(m_pi);
    }
    void init()
    {
        m_pi.reset();
        m_journey = std::make_unique<Journey>();
        Cluster cluster;
        cluster.name = u"lab"_s;
        const std::array models{PiModel::Pi4B, PiModel::Pi3B, PiModel::Cm4};
        const std::array macs{u"dc:a6:32:79:26:df"_s, u"b8:27:eb:86:96:f5"_s, u"e4:5f:01:00:00:01"_s};
        for (size_t i = 0; i < models.size(); ++i) {
            Node node;
            node.name = nameFromPattern(u"pi-{nn}"_s, int(i) + 1);
            node.mac = MacAddress::parse(macs[i]);
            node.model = models[i];
            cluster.nodes.push_back(node);
        }
        m_journey->setCluster(cluster);
        ConnectOptions base = m_pi.login();
        base.user.clear();
        m_journey->preparing()->setBase(base);
        m_page = std::make_unique<PisPage>(m_journey.get());
        m_page->resize(760, 900);
        connect(m_journey.get(), &Journey::changed, m_page.get(), &PisPage::refresh);
        m_page->refresh();
        m_page->show();
    }
    void cleanup()
    {
        m_page.reset();
        m_journey.reset();
    }

    void eachSaysWhatItNeeds()
    {
        QVERIFY(said("preparingSays").contains("3 "_L1));
        const QList<QPushButton *> ssh = m_page->findChildren<QPushButton *>(u"preparingSsh"_s);
        const QList<QPushButton *> card = m_page->findChildren<QPushButton *>(u"preparingCard"_s);
        QCOMPARE(ssh.size(), 3);
        for (const QPushButton *button : ssh)
            QVERIFY(button->isHidden()); // nobody knows where they are
        QVERIFY(!card[0]->isHidden() && !card[1]->isHidden() && card[2]->isHidden()); // a module has no card
        const Sighting asked{.source = Sighting::Source::Bootloader, .mac = MacAddress::parse(u"b8:27:eb:86:96:f5"), .model = PiModel::Pi3B};
        m_journey->finding()->take(asked);
        QVERIFY(QTest::qWaitFor([this] { return m_page->findChildren<QPushButton *>(u"preparingSsh"_s).size() == 2; }));
        shoot(*m_page, u"rows"_s);
    }

    void overSsh()
    {
        m_journey->finding()->take({.source = Sighting::Source::Neighbour, .mac = MacAddress::parse(u"dc:a6:32:79:26:df"), .address = Ipv4::parse(u"127.0.0.1")});
        QVERIFY(QTest::qWaitFor([this] { return button("preparingSsh") && !button("preparingSsh")->isHidden(); }));
        button("preparingSsh")->click();
        auto *user = named<QLineEdit>(*m_page, "prepareUser");
        user->setText(u"nobody"_s);
        button("prepareLook")->click();
        const Ipv4 here = *Ipv4::parse(u"127.0.0.1");
        const auto idle = [&] { return QTest::qWaitFor([&] { return !m_journey->preparing()->pi(here).read.busy && !m_journey->preparing()->pi(here).change.busy; }, 20'000) && wait(); };
        QVERIFY(idle());
        shoot(*m_page, u"refused"_s);
        user->setText(u"ada"_s);
        // Keys first; what it wants then is asked for.
        QVERIFY(!named<QLineEdit>(*m_page, "prepareSecret")->isHidden() && !button("prepareKey")->isHidden());
        button("prepareLook")->click();
        QVERIFY(idle());
        QTest::keyClicks(named<QLineEdit>(*m_page, "prepareSecret"), u"practice"_s);
        shoot(*m_page, u"password"_s);
        button("prepareSecretOk")->click();
        QVERIFY(idle());
        QVERIFY2(said("prepareChanges").contains("card, then network"_L1), qPrintable(said("prepareChanges")));
        QCOMPARE(m_journey->cluster().nodes[0].serial, Serial::parse(u"38c128c0")); // it was known by its address alone
        // A setting that no boot loader takes cannot be written.
        auto *timeout = named<QLineEdit>(*m_page, "eeprom_TFTP_FILE_TIMEOUT");
        timeout->clear();
        QTest::keyClicks(timeout, u"12"_s);
        QVERIFY(!button("prepareSet")->isEnabled() && !said("eepromWrong").isEmpty());
        timeout->clear();
        QTest::keyClicks(timeout, u"60000"_s);
        QVERIFY(button("prepareSet")->isEnabled() && said("prepareChanges").contains("60 s"_L1));
        auto *prefix = named<QComboBox>(*m_page, "eeprom_TFTP_PREFIX");
        prefix->setCurrentIndex(prefix->findData(u"2"_s));
        Q_EMIT prefix->activated(prefix->currentIndex());
        shoot(*m_page, u"ssh"_s);
        if (auto *fold = m_page->findChild<QAbstractButton *>(u"prepareExpert"_s))
            fold->click();
        shoot(*m_page, u"expert"_s);
        button("prepareSet")->click();
        QVERIFY(idle());
        QVERIFY(m_pi.calls().contains("--apply"));
        QVERIFY(m_pi.get(u"boot/firmware/pieeprom.upd"_s).contains("TFTP_FILE_TIMEOUT=60000"));
        QCOMPARE(m_journey->cluster().nodes[0].folder(), u"dc-a6-32-79-26-df"_s); // its boot folder follows
        QVERIFY(button("prepareSet")->isHidden() && !button("prepareRestart")->isHidden() && !button("prepareBack")->isHidden());
        button("prepareRestart")->click();
        QVERIFY(QTest::qWaitFor([this] { return m_pi.eeprom().contains("BOOT_ORDER=0xf421"); }, 6000) && idle());
        shoot(*m_page, u"restarted"_s);
        // Looked at again, and taken back.
        m_journey->preparing()->read(here, u"ada"_s, withPassword());
        QVERIFY(idle());
        QVERIFY(!button("prepareBack")->isHidden());
        button("prepareBack")->click();
        QVERIFY(idle());
        QCOMPARE(m_journey->cluster().nodes[0].folder(), u"38c128c0"_s);
        m_pi.restart();
        QCOMPARE(m_pi.eeprom(), StandInPi::factory);
        QVERIFY(m_pi.isClean());
    }

    void theFuseWantsMore()
    {
        m_pi.put(u"sys/firmware/devicetree/base/system/linux,revision"_s, QByteArray::fromHex("00a02082"));
        m_pi.put(u"sys/class/net/eth0/address"_s, "b8:27:eb:86:96:f5\n");
        m_pi.put(u"sys/firmware/devicetree/base/serial-number"_s, "000000008d8696f5");
        const Ipv4 here = *Ipv4::parse(u"127.0.0.1");
        m_journey->finding()->take({.source = Sighting::Source::Neighbour, .mac = MacAddress::parse(u"b8:27:eb:86:96:f5"), .address = here});
        QVERIFY(wait());
        for (QPushButton *each : m_page->findChildren<QPushButton *>(u"preparingSsh"_s))
            if (!each->isHidden())
                each->click();
        m_journey->preparing()->read(here, u"ada"_s, withPassword());
        QVERIFY(QTest::qWaitFor([&] { return m_journey->preparing()->pi(here).read.value.has_value(); }, 20'000) && wait());
        QVERIFY(button("prepareSet")->isHidden() && !button("prepareForEver")->isHidden());
        shoot(*m_page, u"fuse"_s);
        button("prepareForEver")->click();
        QVERIFY(!button("prepareSet")->isHidden());
        QVERIFY(!m_pi.get(u"boot/firmware/config.txt"_s).contains("program_usb_boot_mode"));
        button("prepareSet")->click();
        QVERIFY(QTest::qWaitFor([this] { return m_pi.get(u"boot/firmware/config.txt"_s).contains("program_usb_boot_mode"); }, 20'000));
    }

    void aCard()
    {
        m_page->findChildren<QPushButton *>(u"preparingCard"_s)[0]->click();
        auto *source = named<QLineEdit>(*m_page, "makeCardSource");
        source->setText(u"/nowhere"_s);
        QVERIFY(!button("makeCardWrite")->isEnabled());
        m_pi.put(u"../firmware/readme"_s, "no firmware");
        source->setText(m_pi.server().path(u"firmware"_s));
        QVERIFY(button("makeCardWrite")->isEnabled());
        shoot(*m_page, u"card"_s);
        CardWish wish;
        wish.model = PiModel::Pi4B;
        wish.firmware = FirmwareFolder{m_pi.server().path(u"firmware"_s)};
        m_journey->preparing()->makeCard(wish, m_pi.server().path(u"card.img"_s), false);
        QVERIFY(QTest::qWaitFor([this] { return m_journey->preparing()->card().error.has_value(); }, 20'000) && wait());
        QVERIFY(std::ranges::any_of(m_page->findChildren<QLabel *>(), [](const QLabel *label) { return label->text().contains("BB-PREP-005"_L1) && label->isVisible(); }));
        shoot(*m_page, u"card-error"_s);
    }

private:
    QAbstractButton *button(const char *name) const { return named<QAbstractButton>(*m_page, name); }
    QString said(const char *name) const { return named<QLabel>(*m_page, name)->text(); }
    static bool wait() // the page is painted a moment after the journey says something
    {
        QTest::qWait(120);
        return true;
    }

    StandInPi m_pi;
    std::unique_ptr<Journey> m_journey;
    std::unique_ptr<PisPage> m_page;
};

QTEST_MAIN(TestPreparing)
#include "tst_preparing.moc"
