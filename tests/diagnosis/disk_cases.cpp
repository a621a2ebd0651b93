// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/cases.h"
#include "wire/nfs3.h"

namespace bramble {

namespace {

using enum PiModel;

const std::vector<PiModel> some{Pi3BPlus, Pi4B, Pi5};
const MacAddress serverMac = *MacAddress::parse(u"52:54:00:77:00:10");

double toKernel(Scene &s)
{
    return s.kernel(s.settings(s.firmware(s.ask(5))));
}

double toDisk(Scene &s)
{
    return s.mount(toKernel(s) + 10);
}

double looked(Scene &s, double at, const QString &output)
{
    s.look(at, u"unit|-|active\naddress|-|192.168.77.10\n"_s + output);
    return at + 40;
}

double refused(Scene &s, const QString &why, int times = 12)
{
    const double at = toKernel(s) + 8;
    for (int n = 0; n < times; ++n)
        s.log(at + n, u"rpc.mountd: refused mount request from {ip} for {nfs} (/): "_s + why);
    return at + times + 8;
}

QByteArray rpc(const MacAddress &from, Ipv4 source, quint16 sourcePort, Ipv4 to, quint16 port, const QByteArray &message)
{
    return frames::tcp(from, source, sourcePort, to, port, 24, rpcRecord(message));
}

double nfsError(Scene &s, quint32 status)
{
    const double at = toDisk(s);
    RpcReply reply;
    reply.xid = 7;
    reply.result = XdrWriter().u32(status).u32(0).bytes();
    for (int n = 0; n < 5; ++n)
        s.frame(at + 10 + n, rpc(serverMac, Scene::server(), 2049, s.address(), 900, toBytes(reply)));
    return at + 50;
}

} // namespace

std::vector<CauseCase> diskCases()
{
    return {
        {Cause::DiskFull, some, u"No space left on device"_s,
         [](Scene &s) {
             const double at = toKernel(s);
             s.log(at, u"dnsmasq-script: sh: 1: cannot create /var/lib/brambleboot/addresses/.new: No space left on device"_s);
             return at + 40;
         }},
        {Cause::DiskFull, some, u"nfs-error 28"_s, [](Scene &s) { return nfsError(s, 28); }},
        {Cause::DiskFull, some, u"free bytes: 0"_s, // and so it could not be handed out
         [](Scene &s) {
             const double until = refused(s, u"unmatched host"_s);
             s.look(until - 12, u"nfs|-|active\nspace|-|0\nexport|-|{nfs}  192.168.77.250(sync,wdelay,rw,secure,no_root_squash)\n"_s);
             return until;
         }},
        {Cause::DiskFull, some, u"free bytes: 0"_s, // where the look takes its time, nothing is said before it
         [](Scene &s) {
             const double until = refused(s, u"unmatched host"_s, 30);
             s.look(until - 10, u"nfs|-|active\nspace|-|0\nexport|-|{nfs}  192.168.77.250(sync,wdelay,rw,secure,no_root_squash)\n"_s);
             return until;
         }},
        {Cause::DiskFull, {Pi4B}, u"free bytes: 0"_s, [](Scene &s) { return looked(s, toKernel(s) + 20, u"nfs|-|active\nspace|-|0\n"_s); }},
        {Cause::NfsServerDown, some, u"Caught signal 15"_s,
         [](Scene &s) {
             const double at = toKernel(s);
             s.log(at, u"rpc.mountd: Caught signal 15, un-registering and exiting."_s);
             return at + 40;
         }},
        {Cause::NfsServerDown, {Pi4B, Pi5}, u"port-closed 2049"_s,
         [](Scene &s) {
             const double at = toKernel(s) + 8;
             for (int n = 0; n < 4; ++n) {
                 s.frame(at + n, frames::tcp(*s.node().mac, s.address(), quint16(900 + n), Scene::server(), 2049, 2));
                 s.frame(at + n, frames::tcp(serverMac, Scene::server(), 2049, s.address(), quint16(900 + n), 20));
             }
             return at + 40;
         }},
        {Cause::NfsServerDown, {Pi4B}, u"inactive"_s, [](Scene &s) { return looked(s, toKernel(s) + 13, u"nfs|-|inactive\n"_s); }},
        {Cause::IllegalPort, some, u"illegal port 50000"_s, [](Scene &s) { return refused(s, u"illegal port 50000"_s); }},
        {Cause::WrongClient, some, u"unmatched host"_s, [](Scene &s) { return refused(s, u"unmatched host"_s, 40); }}, // a log alone
        {Cause::WrongClient, some, u"192.168.77.250"_s, // newer mountds use the same words as for a disk that is not handed out
         [](Scene &s) {
             const double at = toKernel(s) + 5;
             s.look(at + 3, u"nfs|-|active\nexport|-|{nfs}  192.168.77.250(sync,wdelay,rw,secure,no_root_squash)\n"_s);
             for (int n = 0; n < 20; ++n)
                 s.log(at + n, u"rpc.mountd: refused mount request from {ip} for {nfs} (/): not exported"_s);
             return at + 20;
         }},
        {Cause::NotExported, some, u"no export entry"_s, [](Scene &s) { return refused(s, u"no export entry"_s); }},
        {Cause::NotExported, some, u"not exported"_s, [](Scene &s) { return refused(s, u"not exported"_s) + 30; }},
        {Cause::NotExported, some, u"not exported"_s,
         [](Scene &s) {
             const double until = refused(s, u"not exported"_s);
             s.look(until - 8, u"nfs|-|active\nmodules|{serial}|6.12\n"_s);
             return until;
         }},
        {Cause::DiskRefused, some, u"something new"_s, [](Scene &s) { return refused(s, u"something new"_s) + 30; }},
        {Cause::TreeGone, some, u"can't stat exported dir"_s,
         [](Scene &s) {
             const double at = toKernel(s) + 8;
             s.log(at, u"rpc.mountd: can't stat exported dir {nfs}: No such file or directory"_s);
             s.log(at, u"rpc.mountd: refused mount request from {ip} for {nfs} (/): no export entry"_s);
             return at + 20;
         }},
        {Cause::TreeGone, some, u"can't stat exported dir"_s, // as an export that is known already has it
         [](Scene &s) {
             const double at = toKernel(s) + 8;
             for (int n = 0; n < 20; ++n) {
                 s.mount(at + 1.3 * n);
                 s.log(at + 1.3 * n + 0.01, u"rpc.mountd: can't stat exported dir {nfs}: No such file or directory"_s);
             }
             return at + 27;
         }},
        {Cause::TreeGone, {Pi4B}, u"/nfs/"_s, [](Scene &s) { return looked(s, toKernel(s) + 13, u"nfs|-|active\nnotree|{serial}|{nfs}\n"_s); }},
        {Cause::DiskCannotExport, some, u"does not support NFS export"_s,
         [](Scene &s) {
             const double at = toKernel(s);
             s.log(at - 5, u"dnsmasq-script: exportfs: {nfs} does not support NFS export"_s);
             for (int n = 0; n < 9; ++n)
                 s.log(at + 8 + n, u"rpc.mountd: refused mount request from {ip} for {nfs} (/): not exported"_s);
             return at + 25;
         }},
        {Cause::Nfs3Off, some, u"-3 +4"_s, [](Scene &s) { return looked(s, toKernel(s) + 13, u"nfs|-|active\nversions|-|-3 +4 +4.1 +4.2\n"_s); }},
        {Cause::Nfs3Off, {Pi4B, Pi5}, u"service-unknown"_s,
         [](Scene &s) {
             const double at = toKernel(s) + 8;
             RpcCall call;
             call.program = Portmap::program;
             call.version = Portmap::version;
             call.procedure = Portmap::getPort;
             call.arguments = Portmap::makeGetPort(Mount3::program, 3, Portmap::tcp);
             RpcReply reply;
             reply.result = XdrWriter().u32(0).bytes();
             for (quint32 n = 0; n < 4; ++n) {
                 call.xid = reply.xid = 100 + n;
                 s.frame(at + n, frames::udp(*s.node().mac, s.address(), 900, Scene::server(), 111, toBytes(call)));
                 s.frame(at + n, frames::udp(serverMac, Scene::server(), 111, s.address(), 900, toBytes(reply)));
             }
             return at + 40;
         }},
        {Cause::NfsCrowded, some, u"too many open connections"_s,
         [](Scene &s) {
             const double at = toKernel(s);
             s.log(at + 8, u"kernel: nfsd: too many open connections, consider increasing the number of threads"_s);
             return at + 40;
         }},
        {Cause::NfsBlocked, some, u"port-silent 111"_s,
         [](Scene &s) {
             const double at = toKernel(s) + 8;
             for (int n = 0; n < 6; ++n)
                 s.frame(at + n, frames::tcp(*s.node().mac, s.address(), 900, Scene::server(), 111, 2));
             return at + 40;
         }},
        {Cause::NfsBlocked, {Pi4B}, u"tcp dport 2049 drop"_s,
         [](Scene &s) { return looked(s, toKernel(s) + 13, u"nfs|-|active\nfirewall|-|tcp dport 2049 drop\n"_s); }},
        {Cause::DiskNotSought, some, {},
         [](Scene &s) {
             const double at = toKernel(s) + 5;
             s.log(at, u"dnsmasq-dhcp: 99 vendor class: Linux ipconfig"_s);
             s.log(at, u"dnsmasq-dhcp: 99 DHCPDISCOVER(eth0) {mac} "_s);
             s.log(at, u"dnsmasq-dhcp: 99 DHCPACK(eth0) {ip} {mac} "_s);
             return at + 50;
         }},
        {Cause::TwoAtOneAddress, some, u"address-taken"_s,
         [](Scene &s) {
             const double at = toDisk(s);
             const MacAddress other = *MacAddress::parse(u"02:00:00:00:00:07");
             for (int n = 0; n < 4; ++n) {
                 s.frame(at + 5 + n, frames::arp(*s.node().mac, s.address(), Scene::server()));
                 s.frame(at + 5.5 + n, frames::arp(other, s.address(), Scene::server()));
             }
             return at + 50;
         }},
        {Cause::TwoAtOneAddress, {Pi4B}, u"DHCPACK"_s,
         [](Scene &s) {
             const double at = toDisk(s);
             s.event(at + 20, SshAnswered{s.address()});
             s.log(at + 100, u"dnsmasq-dhcp: 5 DHCPACK(eth0) {ip} 02:00:00:00:00:07 laptop"_s);
             return at + 150;
         }},
        {Cause::ReadOnlyRoot, some, u"nfs-error 30"_s, [](Scene &s) { return nfsError(s, 30); }},
        {Cause::ReadOnlyRoot, {Pi4B, Pi5}, u"sec=sys,ro"_s,
         [](Scene &s) { return looked(s, toDisk(s) + 10, u"nfs|-|active\nexport|-|{nfs}  {ip}(sync,wdelay,hide,no_subtree_check,sec=sys,ro,secure,no_root_squash,no_all_squash)\n"_s); }},
        {Cause::StaleHandle, some, u"nfs-error 70"_s, [](Scene &s) { return nfsError(s, 70); }},
        {Cause::BootFolderRefused, some, u"tftp"_s,
         [](Scene &s) {
             const double at = toDisk(s);
             s.log(at + 5, u"rpc.mountd: refused mount request from {ip} for {tftp} (/): no export entry"_s);
             return at + 50;
         }},
        {Cause::InterfaceTaken, some, u"DHCPDISCOVER"_s,
         [](Scene &s) {
             const double at = toDisk(s);
             s.log(at + 12, u"dnsmasq-dhcp: 98 available DHCP range: 192.168.77.100 -- 192.168.77.150"_s);
             s.log(at + 12, u"dnsmasq-dhcp: 98 DHCPDISCOVER(eth0) {mac} "_s);
             return at + 160;
         }},
        {Cause::InterfaceTaken, {Pi4B}, u"NetworkManager"_s, [](Scene &s) { looked(s, toDisk(s) + 41, u"nfs|-|active\nmanaged|{serial}|NetworkManager\n"_s); return toDisk(s) + 160; }},
        {Cause::TreeIncomplete, some, u"/sbin/init"_s, [](Scene &s) { return looked(s, toDisk(s) + 10, u"nfs|-|active\nincomplete|{serial}|/sbin/init\n"_s); }},
        {Cause::SshOff, some, u"no SSH server"_s, [](Scene &s) { return looked(s, toDisk(s) + 10, u"nfs|-|active\nnologin|{serial}|no SSH server\n"_s); }},
        {Cause::SshOff, {Pi4B}, u"ssh-closed"_s,
         [](Scene &s) {
             const double at = toDisk(s);
             s.frame(at + 30, frames::tcp(*s.node().mac, s.address(), 22, Ipv4::fromValue(0xc0a84d14), 40000, 20));
             return at + 160;
         }},
        {Cause::TwinIdentity, some, u"pi-002"_s,
         [](Scene &s) {
             return looked(s, toDisk(s) + 10, u"nfs|-|active\nidentity|{serial}|0011223344556677\nidentity|%1|0011223344556677\n"_s.arg(s.node(1).serial->toString()));
         }},
        {Cause::ClockOff, some, u"clock"_s, [](Scene &s) { looked(s, toDisk(s) + 41, u"nfs|-|active\nclock|-|1000000000\n"_s); return toDisk(s) + 160; }},
        {Cause::ServerOtherNetwork, some, u"no address range available"_s, // it was switched off and on, and nobody heard it
         [](Scene &s) {
             const double at = toDisk(s);
             for (int n = 0; n < 3; ++n)
                 s.log(at + 100 + 4 * n, u"dnsmasq-dhcp: no address range available for DHCP request via eth0"_s);
             s.look(at + 105, u"nfs|-|active\nnologin|{serial}|no SSH server\n"_s);
             return at + 125;
         }},
        {Cause::NoSsh, some, u"mount request"_s, [](Scene &s) { return toDisk(s) + 160; }},
    };
}

std::vector<CauseCase> causeCases()
{
    std::vector<CauseCase> all = askingCases();
    for (const auto &more : {fileCases(), diskCases()})
        all.insert(all.end(), more.begin(), more.end());
    return all;
}

} // namespace bramble
