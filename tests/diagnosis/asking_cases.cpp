// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/cases.h"
#include "wire/dhcp.h"
#include "wire/machine_id.h"
#include "wire/pxe.h"
#include "wire/tftp.h"

namespace bramble {

namespace {

using enum PiModel;

const std::vector<PiModel> some{Pi3BPlus, Pi4B, Pi5};
const std::vector<PiModel> roms{Pi3B, Pi3BPlus};
const std::vector<PiModel> eeproms{Pi4B, Pi5, Pi400};
const Ipv4 router = Ipv4::fromValue(0xc0a84d01);
const Ipv4 everybody = Ipv4::fromValue(0xffffffff);
const Ipv4 nobody = Ipv4::fromValue(0);
const MacAddress routerMac = *MacAddress::parse(u"52:54:00:77:00:01");

QByteArray question(const Scene &scene)
{
    DhcpMessage message{.mac = *scene.node().mac, .serverName = {}, .bootFile = {}};
    message.options.emplace_back(DhcpOption::MessageType, QByteArray(1, char(DhcpType::Discover)));
    message.options.emplace_back(DhcpOption::VendorClass, "PXEClient:Arch:00000:UNDI:002001");
    return frames::udp(*scene.node().mac, nobody, 68, everybody, 67, toBytes(message));
}

QByteArray offer(const Scene &scene, Ipv4 from, const QByteArray &menu, Ipv4 yours)
{
    DhcpMessage message{.mac = *scene.node().mac, .serverName = {}, .bootFile = {}};
    message.reply = true;
    message.yiaddr = yours;
    QByteArray id;
    for (int shift = 24; shift >= 0; shift -= 8)
        id.append(char(from.value() >> shift & 255));
    message.options.emplace_back(DhcpOption::MessageType, QByteArray(1, char(DhcpType::Offer)));
    message.options.emplace_back(DhcpOption::ServerId, id);
    if (!menu.isEmpty())
        message.options.emplace_back(DhcpOption::VendorEncapsulated, menu);
    return frames::udp(routerMac, from, 67, everybody, 68, toBytes(message));
}

QByteArray request(const Scene &scene, Ipv4 to, const QByteArray &file)
{
    return frames::udp(*scene.node().mac, scene.address(), 49152, to, 69, toBytes(TftpPacket(TftpRequest{file, 0, 1024})));
}

// Five questions, five seconds apart, and nothing more; or one each four seconds, for as long as an EEPROM has patience.
double asksInVain(Scene &scene, bool delayed = true, const char *menu = "06:01:03:0a:04:00:50:58:45:09:17:00:00:14")
{
    const bool rom = bootRom(scene.node().model) == BootRom::Bcm2837;
    for (int n = 0; n < (rom ? 5 : 11); ++n)
        scene.ask(10 + n * (rom ? 5 : 4), 0, delayed, menu);
    return rom ? 80 : 52;
}

} // namespace

std::vector<CauseCase> askingCases()
{
    return {
        {Cause::PortTaken, some, u"Address already in use"_s,
         [](Scene &s) {
             s.log(1, u"dnsmasq: failed to bind DHCP server socket: Address already in use"_s);
             s.log(1, u"dnsmasq: FAILED to start up"_s);
             return 30.0;
         }},
        {Cause::PortTaken, {Pi4B}, u"69 in.tftpd"_s,
         [](Scene &s) {
             s.look(5, u"unit|-|failed\nnfs|-|active\nowner|-|69 in.tftpd\n"_s);
             return 30.0;
         }},
        {Cause::ServerSettingsBad, some, u"bad option at line 12"_s,
         [](Scene &s) {
             s.log(1, u"dnsmasq: bad option at line 12 of /etc/brambleboot/dnsmasq.conf"_s);
             s.log(1, u"dnsmasq: FAILED to start up"_s);
             return 30.0;
         }},
        {Cause::ServerStopped, some, u"exiting on receipt of SIGTERM"_s,
         [](Scene &s) {
             s.log(0, u"dnsmasq: started, version 2.90 DNS disabled"_s);
             s.log(4, u"dnsmasq: exiting on receipt of SIGTERM"_s);
             return 60.0;
         }},
        {Cause::ServerStopped, {Pi4B}, u"inactive"_s,
         [](Scene &s) {
             s.ask(1);
             s.look(12, u"unit|-|inactive\nnfs|-|active\n"_s);
             return 30.0;
         }},
        {Cause::ServerNoAddress, some, u"which has no address"_s,
         [](Scene &s) {
             for (int n = 0; n < 5; ++n)
                 s.log(20 + 4 * n, u"dnsmasq-dhcp: DHCP packet received on eth0 which has no address"_s);
             return 60.0;
         }},
        {Cause::ServerOtherNetwork, some, u"no address range available"_s,
         [](Scene &s) {
             for (int n = 0; n < 5; ++n)
                 s.log(20 + 4 * n, u"dnsmasq-dhcp: 2755577304 no address range available for DHCP request via eth0"_s);
             return 60.0;
         }},
        {Cause::ServerLate, roms, u"started, version"_s,
         [](Scene &s) {
             for (int n = 0; n < 5; ++n)
                 s.frame(10 + 5 * n, question(s));
             s.log(33, u"dnsmasq: started, version 2.90 DNS disabled"_s);
             return 90.0;
         }},
        {Cause::NotAsking, {Pi3BPlus}, {}, [](Scene &) { return 100.0; }},
        {Cause::BootOrder, eeproms, {}, [](Scene &) { return 100.0; }},
        {Cause::OtpBit, {Pi3B, Pi2B}, {}, [](Scene &) { return 100.0; }},
        {Cause::BootsFromCard, some, u"DHCPDISCOVER"_s,
         [](Scene &s) {
             s.log(30, u"dnsmasq-dhcp: 77 available DHCP range: 192.168.77.100 -- 192.168.77.150"_s);
             s.log(30, u"dnsmasq-dhcp: 77 client provides name: raspberrypi"_s);
             s.log(30, u"dnsmasq-dhcp: 77 DHCPDISCOVER(eth0) {mac} "_s);
             return 80.0;
         }},
        {Cause::SpanningTree, roms, u"spanning-tree"_s,
         [](Scene &s) {
             for (int n = 0; n < 50; ++n)
                 s.frame(2 * n, frames::bpdu());
             s.ask(28);
             return 75.0;
         }},
        {Cause::Ignored, some, u"proxy-ignored"_s,
         [](Scene &s) {
             for (int n = 0; n < 5; ++n) {
                 s.log(10 + 5 * n, u"dnsmasq-dhcp: 653460281 available DHCP subnet: 192.168.77.0/255.255.255.0"_s);
                 s.log(10 + 5 * n, u"dnsmasq-dhcp: 653460281 vendor class: PXEClient:Arch:00000:UNDI:002001"_s);
                 s.log(10 + 5 * n, u"dnsmasq-dhcp: 653460281 PXE(eth0) {mac} proxy-ignored"_s);
             }
             return 40.0;
         }},
        {Cause::NoAddressLeft, some, u"no address available"_s,
         [](Scene &s) {
             for (int n = 0; n < 5; ++n) {
                 s.log(10 + 5 * n, u"dnsmasq-dhcp: 653460281 available DHCP range: 192.168.77.100 -- 192.168.77.150"_s);
                 s.log(10 + 5 * n, u"dnsmasq-dhcp: 653460281 vendor class: PXEClient:Arch:00000:UNDI:002001"_s);
                 s.log(10 + 5 * n, u"dnsmasq-dhcp: 653460281 DHCPDISCOVER(eth0) {mac} no address available"_s);
             }
             return 40.0;
         }},
        {Cause::OtherSerial, {Pi4B, Pi5}, u"client-machine-id"_s,
         [](Scene &s) {
             for (int n = 0; n < 3; ++n) {
                 s.ask(10 + n * 4);
                 s.log(10 + n * 4, u"dnsmasq-dhcp: 2755577304 sent size: 17 option: 97 client-machine-id  00:34:69:50:52:11:31:c0:00:32:01:23:45:58..."_s);
             }
             return 40.0;
         }},
        {Cause::OtherSerial, {Pi3BPlus}, u"e75e2a2e"_s,
         [](Scene &s) {
             s.ask(10);
             s.log(10, u"dnsmasq-tftp: sent {root}/bootcode.bin to {ip}"_s);
             s.log(11, u"dnsmasq-tftp: file {root}/e75e2a2e/start.elf not found for {ip}"_s);
             return 40.0;
         }},
        {Cause::OtherPrefix, eeproms, u"not found for"_s,
         [](Scene &s) {
             s.ask(10);
             QString folder = s.node().mac->toFolder();
             s.log(11, u"dnsmasq-tftp: file {root}/%1/start4.elf not found for {ip}"_s.arg(folder));
             s.log(11, u"dnsmasq-tftp: file {root}/%1/config.txt not found for {ip}"_s.arg(folder));
             return 40.0;
         }},
        {Cause::TwoBootServers, some, u"192.168.77.1"_s,
         [](Scene &s) {
             for (int n = 0; n < 3; ++n) {
                 s.frame(10 + 4 * n, question(s));
                 s.frame(10 + 4 * n, offer(s, router, pxeService("Raspberry Pi Boot"), s.address()));
                 s.frame(11 + 4 * n, offer(s, Scene::server(), pxeService("Raspberry Pi Boot   "), nobody));
             }
             return 35.0;
         }},
        {Cause::RomAsksRouter, roms, u"192.168.77.1"_s,
         [](Scene &s) {
             s.ask(10);
             for (int n = 0; n < 5; ++n)
                 s.frame(12 + n, request(s, router, "bootcode.bin"));
             return 40.0;
         }},
        {Cause::PcMenu, some, u"vendor-encap"_s,
         [](Scene &s) { return asksInVain(s, true, "06:01:03:0a:04:00:50:58:45:09:1b:00:00:18"); }},
        {Cause::MenuBlanks, {Pi3B, Pi2B}, u"vendor-encap"_s,
         [](Scene &s) { return asksInVain(s, true, "06:01:03:0a:04:00:50:58:45:09:14:00:00:11"); }},
        {Cause::ReplyTooEarly, {Pi3B, Pi2B}, u"PXE(eth0)"_s, [](Scene &s) { return asksInVain(s, false); }},
        {Cause::NoAddressServer, eeproms, u"PXE(eth0)"_s, [](Scene &s) { return asksInVain(s); }},
        {Cause::NoAddressServer, eeproms, u"PXE(eth0)"_s, [](Scene &s) { asksInVain(s); return 150.0; }}, // long after it gave up
        {Cause::DhcpBlocked, some, u"udp dport 67 drop"_s,
         [](Scene &s) {
             for (int n = 0; n < 5; ++n)
                 s.frame(10 + 4 * n, question(s));
             s.look(12, u"unit|-|active\nfirewall|-|udp dport 67 drop\n"_s);
             return 40.0;
         }},
        {Cause::NoBootAnswer, some, u"192.168.77.1"_s,
         [](Scene &s) {
             for (int n = 0; n < 5; ++n) {
                 s.frame(10 + 4 * n, question(s));
                 s.frame(10 + 4 * n, offer(s, router, {}, s.address()));
             }
             return 40.0;
         }},
        {Cause::RomGaveUp, roms, u"dnsmasq-dhcp: 653460281"_s, [](Scene &s) { return asksInVain(s); }},
        {Cause::OnlyAddress, eeproms, {},
         [](Scene &s) {
             for (int n = 0; n < 8; ++n)
                 s.ask(10 + n * 12);
             return 90.0;
         }},
        {Cause::TftpBlocked, some, u"request-unanswered"_s,
         [](Scene &s) {
             s.ask(10);
             for (int n = 0; n < 6; ++n)
                 s.frame(11 + 2 * n, request(s, Scene::server(), s.node().serial->toString().toLatin1() + "/config.txt"));
             return 30.0;
         }},
        {Cause::TftpBlocked, {Pi4B}, u"policy drop"_s,
         [](Scene &s) {
             s.ask(10);
             s.look(23, u"unit|-|active\nfirewall|-|type filter hook input priority 0; policy drop;\nfirewall|-|tcp dport 22 accept\nfirewall|-|udp dport 67 accept\n"_s);
             return 40.0;
         }},
        {Cause::TftpMax, some, u"tftp-max: 50"_s,
         [](Scene &s) {
             s.ask(10);
             s.look(24, u"unit|-|active\ntransfers|-|50\nlimit|-|\n"_s);
             return 40.0;
         }},
    };
}

} // namespace bramble
