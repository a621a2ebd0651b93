// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/boot_offer.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

DhcpMessage offer(const QByteArray &option43, const QByteArray &option66, const QString &siaddr)
{
    DhcpMessage message{.mac = *MacAddress::parse(u"dc:a6:32:01:02:04"), .serverName = {}, .bootFile = {}};
    message.reply = true;
    message.siaddr = *Ipv4::parse(siaddr);
    message.options = {{DhcpOption::MessageType, QByteArray(1, char(DhcpType::Offer))}};
    if (!option43.isEmpty())
        message.options.emplace_back(DhcpOption::VendorEncapsulated, option43);
    if (!option66.isEmpty())
        message.options.emplace_back(DhcpOption::TftpServer, option66);
    // Over the wire and back: what is looked at is what a router sent.
    return *parseDhcp(toBytes(message));
}

QByteArray verdicts(const DhcpMessage &message, BootTextRule rule)
{
    QByteArray text;
    for (const OfferCheck &row : checkOffer(message, *Ipv4::parse(u"192.168.1.10"), rule))
        text += row.good ? '+' : '-';
    return text;
}

} // namespace

class TestBootOffer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatArrived()
    {
        const QByteArray menu = pxeService("Raspberry Pi Boot   ");
        QCOMPARE(verdicts(offer(menu, "192.168.1.10", u"192.168.1.10"_s), BootTextRule::ThreeBlanks), "+++"_ba);
        QCOMPARE(verdicts(offer(menu, QByteArray("192.168.1.10\0", 13), u"0.0.0.0"_s), BootTextRule::Menu), "++-"_ba);
        QCOMPARE(verdicts(offer("Raspberry Pi Boot", {}, u"192.168.1.1"_s), BootTextRule::MenuOrPlain), "+--"_ba);
        QCOMPARE(verdicts(offer("Raspberry Pi Boot", {}, u"192.168.1.1"_s), BootTextRule::Menu), "---"_ba);
        QCOMPARE(verdicts(offer({}, "nas.lan", u"0.0.0.0"_s), BootTextRule::MenuOrPlain), "---"_ba);
    }

    void itIsSaidWhatCameInstead()
    {
        const auto rows = checkOffer(offer("abc", "10.0.0.9", u"192.168.1.1"_s), *Ipv4::parse(u"192.168.1.10"), BootTextRule::MenuOrPlain);
        QCOMPARE(rows.size(), size_t(3));
        QCOMPARE(rows[0].found, u"61:62:63"_s);
        QCOMPARE(rows[1].found, u"10.0.0.9"_s);
        QCOMPARE(rows[2].found, u"192.168.1.1"_s);
    }
};

QTEST_APPLESS_MAIN(TestBootOffer)
#include "tst_boot_offer.moc"
