// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/router_card.h"

#include "wire/pxe.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestRouterCard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyRouterHasOne()
    {
        Cluster cluster;
        cluster.nodes = {Node{u"pi-01"_s, {}, {}, PiModel::Pi3B}};
        const Ipv4 server = *Ipv4::parse(u"192.168.1.10");
        QCOMPARE(routerKindNames().size(), 6);
        for (const QString &name : routerKindNames()) {
            const auto kind = routerKind(name.toUpper());
            QVERIFY(kind);
            const RouterCard card = routerCard(*kind, cluster, server);
            const QString all = card.values.join(u'\n');
            QVERIFY2(!card.title.isEmpty() && !card.notes.isEmpty(), qPrintable(name));
            QCOMPARE(all.contains(u"192.168.1.10"_s), *kind != RouterKind::FritzBox);
            QVERIFY2(!all.contains(u"%1"_s), qPrintable(all));
            // The bytes that are to be entered are those that a Pi of every kind takes.
            const QString hex = QString(all).remove(u':');
            const bool says = *kind != RouterKind::FritzBox && *kind != RouterKind::UniFi;
            QCOMPARE(hex.contains(QString::fromLatin1(pxeService("Raspberry Pi Boot   ").toHex())), says);
        }
        QVERIFY(!routerKind(u"speedport"));
        cluster.nodes[0].model = PiModel::Pi5;
        QCOMPARE(routerCard(RouterKind::Kea, cluster, server).notes.size(), 1);
    }
};

QTEST_APPLESS_MAIN(TestRouterCard)
#include "tst_router_card.moc"
