// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/boot_offer.h"

namespace bramble {

std::vector<OfferCheck> checkOffer(const DhcpMessage &offer, Ipv4 server, BootTextRule rule)
{
    const QByteArray text = offer.option(DhcpOption::VendorEncapsulated).value_or(QByteArray());
    // As text, with or without a NUL behind it (dnsmasq sends one).
    QByteArray tftp = offer.option(DhcpOption::TftpServer).value_or(QByteArray());
    if (tftp.endsWith('\0'))
        tftp.chop(1);
    const auto row = [](OfferCheck::What what, bool good, const QString &found) { return OfferCheck{what, good, good ? QString() : found}; };
    const bool hasNext = offer.siaddr.value() != 0;
    return {row(OfferCheck::What::Text, offersPiBoot(text, rule), QString::fromLatin1(text.toHex(':'))),
            row(OfferCheck::What::TftpServer, Ipv4::parse(QString::fromLatin1(tftp)) == server, QString::fromLatin1(tftp)),
            row(OfferCheck::What::NextServer, offer.siaddr == server, hasNext ? offer.siaddr.toString() : QString())};
}

} // namespace bramble
