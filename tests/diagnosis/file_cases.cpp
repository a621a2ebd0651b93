// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/cases.h"
#include "wire/tftp.h"

namespace bramble {

namespace {

using enum PiModel;

const std::vector<PiModel> some{Pi3BPlus, Pi4B, Pi5};
const std::vector<PiModel> eeproms{Pi4B, Pi5, Pi400};

const QString allFiles = u"file|{serial}|9 1 bootcode.bin\nfile|{serial}|9 1 start.elf\nfile|{serial}|9 1 fixup.dat\nfile|{serial}|9 1 start4.elf\nfile|{serial}|9 1 fixup4.dat\n"
                         "file|{serial}|9 1 config.txt\nfile|{serial}|9 1 cmdline.txt\n"_s;

QString probe(const Scene &s)
{
    const BootRom rom = bootRom(s.node().model);
    return rom == BootRom::Bcm2837 ? u"start.elf"_s : rom == BootRom::Bcm2711 ? u"start4.elf"_s : u"config.txt"_s;
}

// The file that decides about the folder is not there, and neither is it at the top.
double findsNothing(Scene &s)
{
    s.ask(5);
    s.missing(6, probe(s));
    s.log(6.1, u"dnsmasq-tftp: file {root}/%1 not found for {ip}"_s.arg(probe(s)));
    return 40;
}

double misses(Scene &s, const QString &file)
{
    const double at = s.firmware(s.ask(5));
    s.sent(at + 0.1, u"config.txt"_s);
    if (bootRom(s.node().model) != BootRom::Bcm2712 && !file.endsWith(".elf"_L1) && !file.endsWith(".dat"_L1))
        s.sent(at + 0.5, u"initramfs8"_s); // comes before what is missing here
    s.missing(at + 1, file);
    return 45;
}

double toKernel(Scene &s)
{
    return s.kernel(s.settings(s.firmware(s.ask(5))));
}

double looked(Scene &s, double at, const QString &output)
{
    s.look(at + 12, u"unit|-|active\nnfs|-|active\naddress|-|192.168.77.10\n"_s + output);
    return at + 50;
}

} // namespace

std::vector<CauseCase> fileCases()
{
    return {
        {Cause::NoFolder, some, u"not found for"_s, findsNothing},
        {Cause::FolderMisnamed, some, u"10000000"_s,
         [](Scene &s) { findsNothing(s); return looked(s, 6.1, u"named|{serial}|10000000{serial}\nnofolder|{serial}|{tftp}\n"_s); }},
        {Cause::BootFilesInRoot, some, u"boot/firmware/kernel8.img"_s,
         [](Scene &s) { findsNothing(s); return looked(s, 6.1, u"empty|{serial}|{tftp}\ninroot|{serial}|{nfs}/boot/firmware/kernel8.img\n"_s); }},
        {Cause::FileHidden, some, u"not found for"_s,
         [](Scene &s) {
             findsNothing(s);
             s.look(18, u"unit|-|active\n"_s + allFiles);
             return 35.0;
         }},
        {Cause::FileDenied, some, u"Permission denied"_s,
         [](Scene &s) {
             const double at = s.firmware(s.ask(5));
             s.log(at + 1, u"dnsmasq-tftp: cannot access {tftp}/cmdline.txt: Permission denied"_s);
             return 40.0;
         }},
        {Cause::FileDenied, {Pi4B}, u"{tftp}"_s.left(0),
         [](Scene &s) { s.ask(5); s.probed(6, u"start4.elf"_s); return looked(s, 6, u"unreadable|{serial}|{tftp}/config.txt\nfile|{serial}|1 1700000000 config.txt\n"_s); }},
        {Cause::RootFiles, some, u"/config.txt to"_s,
         [](Scene &s) {
             s.ask(5);
             s.missing(6, probe(s));
             for (const QString &file : {u"config.txt"_s, u"start4.elf"_s, u"cmdline.txt"_s, u"kernel8.img"_s})
                 s.log(7, u"dnsmasq-tftp: sent {root}/%1 to {ip}"_s.arg(file));
             return 40.0;
         }},
        {Cause::SignedBoot, eeproms, u"boot.img"_s,
         [](Scene &s) {
             s.ask(5);
             s.sent(6, u"config.txt"_s);
             s.sent(9, u"boot.img"_s);
             s.missing(9.1, u"boot.sig"_s);
             return 40.0;
         }},
        {Cause::FileEmpty, some, u"kernel8.img"_s,
         [](Scene &s) {
             s.size(u"kernel8.img"_s, 0);
             const double at = s.settings(s.firmware(s.ask(5)));
             s.sent(at + 1, u"kernel8.img"_s);
             return at + 40;
         }},
        {Cause::FirmwareMixed, {Pi3B, Pi3BPlus, Pi4B}, u"start"_s,
         [](Scene &s) {
             const double at = s.firmware(s.ask(5));
             const bool four = bootRom(s.node().model) == BootRom::Bcm2711;
             s.sent(at + 0.1, u"config.txt"_s);
             s.sent(at + 1, four ? u"start4.elf"_s : u"start.elf"_s);
             s.sent(at + 1.1, four ? u"fixup4.dat"_s : u"fixup.dat"_s);
             looked(s, at + 2, (four ? u"file|{serial}|9 1700000000 start4.elf\nfile|{serial}|9 1760000000 fixup4.dat\n"_s
                                     : u"file|{serial}|9 1 bootcode.bin\nfile|{serial}|9 1700000000 start.elf\nfile|{serial}|9 1760000000 fixup.dat\n"_s)
                                  + u"file|{serial}|9 1 config.txt\nfile|{serial}|9 1 cmdline.txt\n"_s);
             return at + 60;
         }},
        {Cause::DtbMissing, some, u".dtb not found"_s, [](Scene &s) { return misses(s, deviceTree(s.node().model)); }},
        {Cause::KernelMissing, some, u"kernel8.img not found"_s, [](Scene &s) { return misses(s, u"kernel8.img"_s); }},
        {Cause::CmdlineMissing, some, u"cmdline.txt not found"_s,
         [](Scene &s) {
             const double at = s.firmware(s.ask(5));
             s.sent(at + 0.1, u"config.txt"_s);
             s.missing(at + 1, bootRom(s.node().model) == BootRom::Bcm2712 ? u"/cmdline.txt"_s : u"cmdline.txt"_s);
             return s.kernel(at + 1) + 30;
         }},
        {Cause::FirmwareMissing, {Pi3BPlus, Pi4B, Pi400}, u"not found for"_s,
         [](Scene &s) { return misses(s, bootRom(s.node().model) == BootRom::Bcm2837 ? u"fixup.dat"_s : u"start4.elf"_s); }},
        {Cause::BootFileMissing, {Pi4B, Pi3BPlus}, u"config.txt not found"_s,
         [](Scene &s) {
             const double at = s.firmware(s.ask(5));
             s.missing(at + 0.1, u"config.txt"_s);
             s.sent(at + 1, u"start.elf"_s);
             return 45.0;
         }},
        {Cause::FileTooBig, eeproms, u"initramfs8"_s,
         [](Scene &s) {
             s.size(u"initramfs8"_s, 120'000'000);
             const double at = s.settings(s.firmware(s.ask(5)));
             s.log(at + 30, u"dnsmasq-tftp: failed sending {tftp}/initramfs8 to {ip}"_s);
             return at + 65;
         }},
        {Cause::RomNoArp, {Pi3B, Pi3BPlus}, u"arp-unanswered"_s,
         [](Scene &s) {
             const double at = s.firmware(s.ask(5));
             for (int n = 0; n < 8; ++n)
                 s.frame(at + 1 + n, frames::arp(*MacAddress::parse(u"52:54:00:77:00:10"), Scene::server(), s.address()));
             s.log(at + 12, u"dnsmasq-tftp: timeout sending {tftp}/start.elf to {ip}"_s);
             return at + 50;
         }},
        {Cause::OldEeprom, {Pi5, Pi500, Cm5}, u"timeout sending"_s,
         [](Scene &s) {
             const double at = s.settings(s.firmware(s.ask(5)));
             s.log(at + 10, u"dnsmasq-tftp: timeout sending {tftp}/kernel_2712.img to {ip}"_s);
             return at + 80;
         }},
        {Cause::TftpOneWay, some, u"request-repeated"_s,
         [](Scene &s) {
             s.ask(5);
             const QByteArray file = s.node().serial->toString().toLatin1() + '/' + probe(s).toLatin1();
             for (int n = 0; n < 6; ++n) {
                 s.frame(6 + n, frames::udp(*s.node().mac, s.address(), 49152, Scene::server(), 69, toBytes(TftpPacket(TftpRequest{file, 0, 1024}))));
                 s.frame(6.1 + n, frames::udp(*s.node(1).mac, Scene::server(), 40001, s.address(), 49152, toBytes(TftpPacket(TftpOptions{9, 1024}))));
             }
             return 40.0;
         }},
        {Cause::TransferStalled, {Pi3BPlus, Pi4B, Pi400}, u"failed sending"_s,
         [](Scene &s) {
             const double at = s.settings(s.firmware(s.ask(5)));
             s.log(at + 10, u"dnsmasq-tftp: failed sending {tftp}/kernel8.img to {ip}"_s);
             return at + 60;
         }},
        {Cause::TransferStalled, some, u"dnsmasq-tftp"_s, // the last that was heard
         [](Scene &s) { return s.settings(s.firmware(s.ask(5))) + 50; }},
        {Cause::CmdlineNoNfs, some, u"root=PARTUUID"_s,
         [](Scene &s) { return looked(s, toKernel(s), u"lines|{serial}|1\ncmdline|{serial}|console=tty1 root=PARTUUID=4e639091-02 rootfstype=ext4 fsck.repair=yes rootwait\n"_s); }},
        {Cause::CmdlineLines, some, u"root=/dev/nfs"_s,
         [](Scene &s) { return looked(s, toKernel(s), u"lines|{serial}|2\ncmdline|{serial}|console=tty1 root=/dev/nfs nfsroot=192.168.77.10:{nfs},vers=3,tcp\n"_s); }},
        {Cause::ServerAddressChanged, some, u"192.168.1.5"_s,
         [](Scene &s) {
             const QString a = s.node(1).serial->toString();
             return looked(s, toKernel(s), u"lines|{serial}|1\ncmdline|{serial}|root=/dev/nfs nfsroot=192.168.1.5:{nfs},vers=3,tcp rw ip=dhcp\nlines|%1|1\ncmdline|%1|root=/dev/nfs nfsroot=192.168.1.5:/srv/brambleboot/nfs/%1,vers=3,tcp rw ip=dhcp\n"_s.arg(a));
         }},
        {Cause::CmdlineServer, some, u"192.168.77.99"_s,
         [](Scene &s) { return looked(s, toKernel(s), u"lines|{serial}|1\ncmdline|{serial}|root=/dev/nfs nfsroot=192.168.77.99:{nfs},vers=3,tcp rw ip=dhcp\n"_s); }},
        {Cause::CmdlineServer, {Pi4B, Pi5}, u"192.168.77.99"_s,
         [](Scene &s) {
             const double at = toKernel(s);
             for (int n = 0; n < 8; ++n)
                 s.frame(at + 5 + n, frames::arp(*s.node().mac, s.address(), Ipv4::fromValue(0xc0a84d63)));
             return at + 40;
         }},
        {Cause::CmdlinePath, some, u"/nfs/wrong"_s,
         [](Scene &s) { return looked(s, toKernel(s), u"lines|{serial}|1\ncmdline|{serial}|root=/dev/nfs nfsroot=192.168.77.10:/srv/brambleboot/nfs/wrong,vers=3,tcp rw ip=dhcp\n"_s); }},
        {Cause::CmdlinePath, some, u"/nfs/wrong"_s, // the server's words for it are those for a disk that is not handed out
         [](Scene &s) {
             const double at = toKernel(s);
             for (int n = 0; n < 30; ++n)
                 s.log(at + 6 + n, u"rpc.mountd: refused mount request from {ip} for /srv/brambleboot/nfs/wrong (/): no export entry"_s);
             return at + 34;
         }},
        {Cause::CmdlineOptions, some, u"vers=4.1"_s,
         [](Scene &s) { return looked(s, toKernel(s), u"lines|{serial}|1\ncmdline|{serial}|root=/dev/nfs nfsroot=192.168.77.10:{nfs},vers=4.1,proto=tcp rw ip=dhcp\n"_s); }},
        {Cause::KernelModules, some, u"6.12.47"_s,
         [](Scene &s) { looked(s, toKernel(s) + 10, allFiles + u"kernel|{serial}|6.12.25+rpt-rpi-v8\nmodules|{serial}|6.12.47+rpt-rpi-v8\nexport|-|{nfs}  {ip}(sync,sec=sys,rw,no_root_squash)\n"_s); return toKernel(s) + 75; }},
        {Cause::KernelSilent, some, u"dnsmasq-tftp: sent"_s, [](Scene &s) { return toKernel(s) + 70; }},
    };
}

} // namespace bramble
