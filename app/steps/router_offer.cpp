// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/router_offer.h"

#include "steps/wire_question.h"
#include "virtualpi/dhcp_client.h"
#include "wire/boot_offer.h"

#include <QRandomGenerator>

#include <set>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

CheckRow::What whatOf(OfferCheck::What what)
{
    switch (what) {
    case OfferCheck::What::Text: return CheckRow::What::RouterText;
    case OfferCheck::What::TftpServer: return CheckRow::What::RouterTftp;
    case OfferCheck::What::NextServer: return CheckRow::What::RouterNext;
    }
    return CheckRow::What::RouterText;
}

} // namespace

std::vector<CheckRow> rowsOfOffers(const std::vector<DhcpMessage> &answers, Ipv4 server)
{
    std::vector<CheckRow> rows;
    std::set<quint32> told;
    for (const DhcpMessage &answer : answers) {
        const Ipv4 from = answer.address(DhcpOption::ServerId).value_or(answer.siaddr);
        // A proxy gives no address; and it may ask again, once a second.
        if (answer.type() != DhcpType::Offer || answer.yiaddr.value() == 0 || from == server || !told.insert(from.value()).second)
            continue;
        // By the rule of the 3B, which is the strictest.
        for (const OfferCheck &said : checkOffer(answer, server, BootTextRule::ThreeBlanks))
            rows.push_back(CheckRow{whatOf(said.what), from.toString(), said.good, said.good ? QString() : said.found});
    }
    if (rows.empty())
        rows.push_back(CheckRow{CheckRow::What::RouterSilent, {}, false, {}});
    return rows;
}

QCoro::Task<Result<std::vector<CheckRow>>> routerOffer(BootServer boot, RemotePtr remote, Stop stop)
{
    VirtualPiOptions options;
    options.model = PiModel::Pi4B;
    options.serial = *Serial::parse(u"00000000"_s);
    DhcpMessage question = romQuestion(options, MacAddress::forTest(QRandomGenerator::global()->generate()), QRandomGenerator::global()->generate());
    question.broadcast = true;
    const Result<std::vector<DhcpMessage>> answers = co_await askOnWire(remote, boot.interface, question, WireAnswers::All, stop);
    if (!answers)
        co_return std::unexpected(answers.error());
    co_return rowsOfOffers(*answers, boot.lan.address());
}

} // namespace bramble
