// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/router_offer.h"
#include "wire/pxe.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

const Ipv4 server = *Ipv4::parse(u"192.168.1.10");

DhcpMessage offerOf(QStringView router, QStringView next, const QByteArray &text, const QByteArray &tftp)
{
    DhcpMessage offer{true, 1, 0, false, Ipv4::fromValue(0), Ipv4::fromValue(0), Ipv4::fromValue(0), Ipv4::fromValue(0), *MacAddress::parse(u"02:62:62:00:00:01"), {}, {}, {}};
    offer.options.emplace_back(DhcpOption::MessageType, QByteArray(1, char(DhcpType::Offer)));
    offer.yiaddr = *Ipv4::parse(u"192.168.1.50");
    if (!next.isEmpty())
        offer.siaddr = *Ipv4::parse(next);
    offer.options.emplace_back(DhcpOption::ServerId, QByteArray::fromHex(QByteArray::number(Ipv4::parse(router)->value(), 16).rightJustified(8, '0')));
    if (!text.isEmpty())
        offer.options.emplace_back(DhcpOption::VendorEncapsulated, text);
    if (!tftp.isEmpty())
        offer.options.emplace_back(DhcpOption::TftpServer, tftp);
    return offer;
}

QList<bool> verdicts(const std::vector<CheckRow> &rows)
{
    QList<bool> all;
    for (const CheckRow &row : rows)
        all << row.good;
    return all;
}

} // namespace

class TestRouterOffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allThatWasEnteredArrives()
    {
        const auto rows = rowsOfOffers({offerOf(u"192.168.1.1", u"192.168.1.10", pxeService("Raspberry Pi Boot   "), "192.168.1.10")}, server);
        QCOMPARE(verdicts(rows), (QList<bool>{true, true, true}));
        QCOMPARE(rows.front().subject, u"192.168.1.1"_s);
    }

    void whatIsMissingIsSaid()
    {
        const auto rows = rowsOfOffers({offerOf(u"192.168.1.1", u"192.168.1.1", {}, "192.168.1.9")}, server);
        QCOMPARE(verdicts(rows), (QList<bool>{false, false, false}));
        QCOMPARE(rows[0].detail, QString());
        QCOMPARE(rows[1].detail, u"192.168.1.9"_s);
        QCOMPARE(rows[2].detail, u"192.168.1.1"_s);
    }

    // The server's own answers, a proxy's, the same router's second one: none of these is a router's word.
    void whoCounts()
    {
        DhcpMessage proxy = offerOf(u"192.168.1.7", u"192.168.1.7", {}, {});
        proxy.yiaddr = Ipv4::fromValue(0);
        const DhcpMessage router = offerOf(u"192.168.1.1", {}, {}, {});
        QCOMPARE(rowsOfOffers({offerOf(u"192.168.1.10", {}, {}, {}), proxy, router, router}, server).size(), size_t(3));
        const auto none = rowsOfOffers({proxy}, server);
        QCOMPARE(none.size(), size_t(1));
        QVERIFY(none.front().what == CheckRow::What::RouterSilent && !none.front().good);
        const auto two = rowsOfOffers({router, offerOf(u"192.168.1.2", {}, {}, {})}, server);
        QCOMPARE(two.size(), size_t(6));
    }
};

QTEST_APPLESS_MAIN(TestRouterOffer)
#include "tst_router_offer.moc"
