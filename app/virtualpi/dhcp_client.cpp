// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/dhcp_client.h"

#include "virtualpi/clock.h"
#include "virtualpi/dhcp_talk.h"
#include "wire/machine_id.h"
#include "wire/pxe.h"

#include <QRandomGenerator>

#include <array>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = VirtualPiEvent::Kind;

constexpr quint32 xidOfBcm2837 = 0x26f30339; // the same in every boot of every Pi 3
constexpr int triesOfBcm2837 = 5;
constexpr auto spacingOfBcm2837 = 5000ms;
constexpr auto eepromTimeout = 45000ms; // DHCP_TIMEOUT
constexpr auto eepromResend = 4000ms; // DHCP_REQ_TIMEOUT

const QByteArray vendorClass = "PXEClient:Arch:00000:UNDI:002001"_ba;

// What one client heard in answer to its DISCOVERs.
struct Offers
{
    std::optional<DhcpMessage> address;
    std::optional<DhcpMessage> boot;
    bool complete() const { return address && boot; }
};

BootTextRule bootTextRule(PiModel model)
{
    if (bootRom(model) != BootRom::Bcm2837)
        return BootTextRule::MenuOrPlain;
    return model == PiModel::Pi3BPlus || model == PiModel::Cm3Plus ? BootTextRule::Menu : BootTextRule::ThreeBlanks;
}

QByteArray machineId(const VirtualPiOptions &options, MacAddress mac)
{
    const Serial serial = *options.serial;
    const BoardRevision revision = options.revision.value_or(usualRevision(options.model));
    if (bootRom(options.model) == BootRom::Bcm2837)
        return bootTextRule(options.model) == BootTextRule::ThreeBlanks ? machineId3B() : machineId3BPlus(serial);
    return machineIdEeprom(bootRom(options.model) == BootRom::Bcm2712, revision, mac, serial);
}

// In the order in which the generation sends them (captures: raspberrypi/documentation boot-net.adoc, rpi-eeprom#376).
DhcpMessage romMessage(const VirtualPiOptions &options, MacAddress mac, DhcpType type, quint32 xid)
{
    const bool pi3 = bootRom(options.model) == BootRom::Bcm2837;
    DhcpMessage message = dhcpRequest(mac, type, xid);
    const QByteArray id = machineId(options, mac);
    const QByteArray undi("\x01\x02\x01", 3);
    const QByteArray architecture("\0\0", 2);
    if (pi3) {
        message.options.emplace_back(DhcpOption::ParameterList,
                                     QByteArray("\x2b\x3c\x43\x80\x81\x82\x83\x84\x85\x86\x87\x42", 12));
        message.options.emplace_back(DhcpOption::Architecture, architecture);
        message.options.emplace_back(DhcpOption::Undi, undi);
        message.options.emplace_back(DhcpOption::MachineId, id);
        message.options.emplace_back(DhcpOption::VendorClass, vendorClass);
        return message;
    }
    message.options.emplace_back(DhcpOption::ParameterList,
                                 QByteArray("\x01\x03\x2b\x3c\x42\x43\x80\x81\x82\x83\x84\x85\x86\x87", 14));
    message.options.emplace_back(DhcpOption::VendorClass, vendorClass);
    message.options.emplace_back(DhcpOption::Architecture, architecture);
    message.options.emplace_back(DhcpOption::Undi, undi);
    message.options.emplace_back(DhcpOption::MachineId, id);
    return message;
}

void hear(Offers &offers, const DhcpMessage &offer, BootTextRule rule, const Recorder &record)
{
    const auto option43 = offer.option(DhcpOption::VendorEncapsulated);
    const bool boot = option43 && offersPiBoot(*option43, rule);
    record({.kind = Kind::Offer,
            .detail = boot ? u"boot"_s : QString(),
            .address = offer.yiaddr,
            .server = serverOf(offer)});
    if (offer.yiaddr.value() != 0 && !offers.address)
        offers.address = offer;
    if (boot && !offers.boot)
        offers.boot = offer;
}

// One DISCOVER and what comes back until the deadline or until there is all one needs.
Result<> discoverOnce(Link &link, const DhcpMessage &discover, BootTextRule rule, Offers &offers,
                      const QDeadlineTimer &deadline, const Recorder &record, const Stop &stop)
{
    if (auto sent = sendDhcp(link, discover); !sent)
        return sent;
    while (!offers.complete()) {
        const auto answer = nextDhcp(link, discover.xid, deadline, stop);
        if (!answer)
            return std::unexpected(answer.error());
        if (!*answer)
            return {};
        if ((*answer)->type() == DhcpType::Offer)
            hear(offers, **answer, rule, record);
    }
    return {};
}

std::unexpected<Error> lacking(const Offers &offers, const Link &link)
{
    const QString subject = link.mac().toString();
    if (!offers.address)
        return fail(ErrorKind::PiNoOffer, subject, offers.boot ? serverOf(*offers.boot).toString() : QString());
    return fail(ErrorKind::PiNoBootOffer, subject,
                offers.address->yiaddr.toString() + u' ' + serverOf(*offers.address).toString());
}

Ipv4 tftpServer(const DhcpMessage &boot, BootRom rom)
{
    // A Pi 3 asks whoever sent the option 43, whatever else is in the answer; an EEPROM reads option 66 first.
    if (rom != BootRom::Bcm2837)
        if (const auto named = boot.option(DhcpOption::TftpServer))
            if (const auto address = Ipv4::parse(
                    QString::fromLatin1(named->first(named->indexOf('\0') < 0 ? named->size() : named->indexOf('\0')))))
                return *address;
    return serverOf(boot);
}

RomNetwork network(const Offers &offers, const DhcpMessage &lease, BootRom rom)
{
    return {networkOf(lease), lease.address(DhcpOption::Router), tftpServer(*offers.boot, rom)};
}

Result<RomNetwork> askAsBcm2837(Link &link, const VirtualPiOptions &options, const Recorder &record, const Stop &stop)
{
    Offers offers;
    const BootTextRule rule = bootTextRule(options.model);
    for (int count = 1; count <= triesOfBcm2837; ++count) {
        DhcpMessage discover = romMessage(options, link.mac(), DhcpType::Discover, xidOfBcm2837);
        record({.kind = Kind::Discover, .count = count});
        const QDeadlineTimer deadline(scaled(spacingOfBcm2837, options.timeScale));
        if (auto asked = discoverOnce(link, discover, rule, offers, deadline, record, stop); !asked)
            return std::unexpected(asked.error());
        // It sends no REQUEST: the address is used as offered.
        if (offers.complete())
            return network(offers, *offers.address, BootRom::Bcm2837);
    }
    return lacking(offers, link);
}

Result<RomNetwork> askAsEeprom(Link &link, const VirtualPiOptions &options, const Recorder &record, const Stop &stop)
{
    Offers offers;
    const BootTextRule rule = bootTextRule(options.model);
    const quint32 xid = QRandomGenerator::global()->generate();
    const QDeadlineTimer end(scaled(eepromTimeout, options.timeScale));
    const auto resend = scaled(eepromResend, options.timeScale);
    for (int count = 1; !end.hasExpired() && !offers.complete(); ++count) {
        DhcpMessage discover = romMessage(options, link.mac(), DhcpType::Discover, xid);
        discover.secs = quint16(qMin(count - 1, 65535) * 4);
        record({.kind = Kind::Discover, .count = count});
        const QDeadlineTimer deadline(std::min<std::chrono::nanoseconds>(resend, end.remainingTimeAsDuration()));
        if (auto asked = discoverOnce(link, discover, rule, offers, deadline, record, stop); !asked)
            return std::unexpected(asked.error());
    }
    if (!offers.complete())
        return lacking(offers, link);
    const DhcpMessage request = requestFor(romMessage(options, link.mac(), DhcpType::Request, xid), *offers.address);
    const auto lease = requestLease(link, request, resend, end, stop);
    if (!lease)
        return std::unexpected(lease.error());
    record({.kind = Kind::Acknowledged, .address = lease->yiaddr, .server = serverOf(*lease)});
    return network(offers, *lease, bootRom(options.model));
}

} // namespace

BoardRevision usualRevision(PiModel model)
{
    const auto code = [model]() -> quint32 {
        switch (model) {
        case PiModel::Pi2B: return 0xa02042;
        case PiModel::Pi3B: return 0xa02082;
        case PiModel::Pi3BPlus: return 0xa020d3;
        case PiModel::Cm3: return 0xa020a0;
        case PiModel::Cm3Plus: return 0xa02100;
        case PiModel::Pi400: return 0xc03130;
        case PiModel::Cm4: return 0xc03140;
        case PiModel::Pi5: return 0xd04170;
        case PiModel::Cm5: return 0xd04180;
        case PiModel::Pi500: return 0xd04190;
        case PiModel::Pi4B:
        case PiModel::Cm4S:
        case PiModel::ZeroOrOld:
        case PiModel::Unknown: break;
        }
        return 0xc03114;
    }();
    return *BoardRevision::fromCode(code);
}

DhcpMessage romQuestion(const VirtualPiOptions &options, MacAddress mac, quint32 xid)
{
    return romMessage(options, mac, DhcpType::Discover, xid);
}

bool isBootOffer(const DhcpMessage &answer, PiModel model)
{
    const auto option43 = answer.option(DhcpOption::VendorEncapsulated);
    return answer.type() == DhcpType::Offer && option43 && offersPiBoot(*option43, bootTextRule(model));
}

Result<RomNetwork> askAsRom(Link &link, const VirtualPiOptions &options, const Recorder &record, const Stop &stop)
{
    const bool pi3 = bootRom(options.model) == BootRom::Bcm2837;
    return pi3 ? askAsBcm2837(link, options, record, stop) : askAsEeprom(link, options, record, stop);
}

Result<LinuxNetwork> askAsLinux(Link &link, bool initramfs, double timeScale, const Recorder &record, const Stop &stop)
{
    // initramfs-tools gives ipconfig these patiences, one after the other, in seconds.
    static constexpr std::array rounds{2, 3, 4, 6, 9, 16, 25, 36, 64, 100};
    const quint32 xid = QRandomGenerator::global()->generate();
    const QByteArray wanted = initramfs ? QByteArray("\x01\x03\x06\x0c\x0f\x11\x1a\x1c\x28\x77\x79", 11)
                                        : QByteArray("\x01\x03\x06\x0c\x0f\x11\x1a\x28\x2a", 9);
    const auto message = [&](DhcpType type) {
        DhcpMessage m = dhcpRequest(link.mac(), type, xid);
        m.broadcast = initramfs; // klibc asks for it, the kernel does not
        return m;
    };
    const auto finished = [&](DhcpMessage m) {
        m.options.emplace_back(DhcpOption::ParameterList, wanted);
        if (initramfs)
            m.options.emplace_back(DhcpOption::VendorClass, "Linux ipconfig"_ba);
        return m;
    };
    for (const int seconds : rounds) {
        const QDeadlineTimer deadline(scaled(std::chrono::seconds(seconds), timeScale));
        if (auto sent = sendDhcp(link, finished(message(DhcpType::Discover))); !sent)
            return std::unexpected(sent.error());
        const auto offer = nextDhcpOfType(link, xid, DhcpType::Offer, deadline, stop);
        if (!offer)
            return std::unexpected(offer.error());
        if (!*offer)
            continue;
        const DhcpMessage request = finished(requestFor(message(DhcpType::Request), **offer));
        const auto lease = requestLease(link, request, scaled(1000ms, timeScale), deadline, stop);
        if (!lease && lease.error().kind != ErrorKind::PiNoOffer)
            return std::unexpected(lease.error());
        if (!lease)
            continue;
        record({.kind = Kind::LinuxNetwork,
                .detail = initramfs ? u"Linux ipconfig"_s : QString(),
                .address = lease->yiaddr,
                .server = serverOf(*lease)});
        const bool next = lease->siaddr.value() != 0;
        return LinuxNetwork{networkOf(*lease), lease->address(DhcpOption::Router),
                            next ? lease->siaddr : serverOf(*lease)};
    }
    return fail(ErrorKind::PiNoOffer, link.mac().toString(), initramfs ? u"Linux ipconfig"_s : u"Linux"_s);
}

} // namespace bramble
