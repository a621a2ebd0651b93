// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/server_text.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestServerText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void good_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("user");
        QTest::addColumn<QString>("host");
        QTest::addColumn<int>("port");
        QTest::newRow("host") << u"nas.local"_s << QString() << u"nas.local"_s << 0;
        QTest::newRow("user") << u" ada@nas "_s << u"ada"_s << u"nas"_s << 0;
        QTest::newRow("port") << u"ada@192.168.1.10:2222"_s << u"ada"_s << u"192.168.1.10"_s << 2222;
        QTest::newRow("url") << u"ssh://ada@nas:22/"_s << u"ada"_s << u"nas"_s << 22;
        QTest::newRow("six") << u"ada@[fe80::1%eth0]:22"_s << u"ada"_s << u"fe80::1%eth0"_s << 22;
        QTest::newRow("bare six") << u"fd00::1"_s << QString() << u"fd00::1"_s << 0;
        QTest::newRow("user of a domain") << u"ada@example.org@nas:22"_s << u"ada@example.org"_s << u"nas"_s << 22;
        QTest::newRow("alias") << u"my_server-1"_s << QString() << u"my_server-1"_s << 0;
    }
    void good()
    {
        QFETCH(QString, text);
        const auto server = parseServerText(text);
        QVERIFY(server.has_value());
        QTEST(server->user, "user");
        QTEST(server->host, "host");
        QTEST(int(server->port), "port");
        const auto again = parseServerText(serverText(*server));
        QVERIFY(again.has_value());
        QCOMPARE(*again, *server);
    }

    void bad_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "@", "ada@", "-oProxyCommand=x", "ada@-x", "-x@nas", "@nas", "@@nas", "nas:", "[fd00::1", "nas:0", "nas:65536", "nas:x",
                                 "a b", "nas;reboot", "nas/etc"})
            QTest::newRow(*text ? text : "empty") << QString::fromLatin1(text);
    }
    void bad()
    {
        QFETCH(QString, text);
        const auto server = parseServerText(text);
        QVERIFY(!server.has_value());
        QCOMPARE(int(server.error().kind), int(ErrorKind::InvalidAddress));
        QCOMPARE(server.error().subject, text);
    }
};

QTEST_GUILESS_MAIN(TestServerText)
#include "tst_server_text.moc"
