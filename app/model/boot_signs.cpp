// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline.h"

#include <algorithm>
#include <initializer_list>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

void settle(Signs &signs, std::initializer_list<SignKind> kinds)
{
    std::erase_if(signs, [&kinds](const Sign &sign) { return std::ranges::contains(kinds, sign.kind); });
}

// A file that arrived has no trouble any more.
void settleFile(Signs &signs, const QString &file)
{
    using enum SignKind;
    std::erase_if(signs, [&file](const Sign &sign) {
        const bool ofFile = std::ranges::contains(std::initializer_list<SignKind>{RequestUnanswered, RequestRepeated, FileMissing, FileFailed,
                                                                                 FileTooBig, FileDenied},
                                                  sign.kind);
        return ofFile && sign.detail == file;
    });
}

void noteOf(Timeline &timeline, SignKind kind, QString detail, const Event &event)
{
    timeline.lastSaid = event.said;
    note(timeline.signs, {kind, std::move(detail), event.said, event.atMs, event.atMs, 1});
}

bool isSerialName(const QString &name)
{
    return name.size() == 8 && std::ranges::all_of(name, [](QChar c) { return c.isDigit() || (c >= u'a' && c <= u'f'); });
}

} // namespace

// A board that was told another TFTP_PREFIX names itself by its MAC, or by nothing that is known.
Timeline *Boot::byOtherName(const QString &path)
{
    if (!path.startsWith(m_layout.tftp() + u'/'))
        return nullptr;
    const QString folder = path.sliced(m_layout.tftp().size()).section(u'/', 0, 0, QString::SectionSkipEmpty);
    const auto it = std::ranges::find_if(m_timelines, [&folder](const Timeline &t) {
        return (t.node.mac && t.node.mac->toString().replace(u':', u'-') == folder) || (t.node.serial && t.node.serial->toString() == folder);
    });
    return it == m_timelines.end() ? nullptr : &*it;
}

void Boot::noticeFile(const Event &event)
{
    using enum SignKind;
    const auto about = [this](std::optional<Ipv4> address, const QString &path) -> Timeline * {
        Timeline *timeline = byPath(path);
        if (!timeline && address)
            timeline = byAddress(*address);
        return timeline ? timeline : byOtherName(path);
    };
    if (const auto *sent = std::get_if<FileSent>(&event.kind)) {
        Timeline *t = about(sent->address, sent->path);
        if (!t)
            return;
        t->lastSaid = event.said;
        settleFile(t->signs, below(sent->path));
        const bool ofRoot = sent->path.startsWith(m_layout.tftp() + u'/') && sent->path.lastIndexOf(u'/') == m_layout.tftp().size();
        if (ofRoot && !sent->path.endsWith("/bootcode.bin"_L1))
            noteOf(*t, RootFile, below(sent->path), event);
        if (m_sizes.contains(sent->path) && m_sizes.value(sent->path) == 0)
            noteOf(*t, FileTruncated, below(sent->path), event);
        if (sent->path.endsWith("/boot.img"_L1) || sent->path.endsWith("/boot.sig"_L1))
            noteOf(*t, BigImage, below(sent->path), event);
    } else if (const auto *missing = std::get_if<bramble::FileMissing>(&event.kind)) {
        Timeline *t = about(missing->address, missing->path);
        const QString rest = missing->path.startsWith(m_layout.tftp() + u'/') ? missing->path.sliced(m_layout.tftp().size() + 1) : QString();
        const QString folder = rest.section(u'/', 0, 0, QString::SectionSkipEmpty);
        if (rest.contains(u'/') && !byPath(missing->path) && (isSerialName(folder) || (t && folder.contains(u'-')))) {
            // Asked for in the name of nobody here: of the node whose address this is, or somebody's.
            note(t ? t->signs : m_server, {OtherFolder, folder, event.said, event.atMs, event.atMs, 1});
            if (t)
                t->lastSaid = event.said;
            return;
        }
        if (!t)
            return;
        const QString file = below(missing->path);
        noteOf(*t, SignKind::FileMissing, file, event);
        if (file == "boot.img"_L1 || file == "boot.sig"_L1)
            noteOf(*t, BigImage, file, event);
    } else if (const auto *failed = std::get_if<bramble::FileFailed>(&event.kind)) {
        // dnsmasq does not say for whom a file could not be opened; the path does.
        Timeline *t = about(failed->address, failed->path);
        if (!t)
            return;
        constexpr qint64 blocks = 65535; // of 1468 bytes; EEPROMs before 2025-09-23 (reference: netboot 2.3)
        const bool denied = failed->reason.contains("ermission"_L1) || failed->reason.contains("ccess"_L1);
        const bool tooBig = m_sizes.value(failed->path) > blocks * 1468;
        noteOf(*t, denied ? FileDenied : tooBig ? FileTooBig : SignKind::FileFailed, below(failed->path), event);
    }
}

void Boot::noticeMount(const Event &event)
{
    using enum SignKind;
    if (const auto *mounted = std::get_if<RootMounted>(&event.kind)) {
        Timeline *t = byPath(mounted->path);
        if (!t)
            return;
        t->lastSaid = event.said;
        const bool ofBoot = mounted->path.startsWith(m_layout.tftp() + u'/');
        settle(t->signs, {ofBoot ? BootFolderRefused : Refused, RefusedOther, PortSilent, PortClosed, ServiceUnknown, ArpElsewhere});
    } else if (const auto *refused = std::get_if<MountRefused>(&event.kind)) {
        Timeline *t = byPath(refused->path);
        if (!t)
            t = byAddress(refused->address);
        if (!t)
            return;
        const bool ofBoot = refused->path.startsWith(m_layout.tftp() + u'/') && t->stage >= Stage::Disk;
        const bool isOther = refused->path != m_layout.rootFolder(t->node.folder()) && refused->path != m_layout.bootFolder(t->node.folder());
        if (isOther)
            noteOf(*t, RefusedOther, refused->path, event);
        else
            noteOf(*t, ofBoot ? BootFolderRefused : Refused, refused->reason, event);
    }
}

void Boot::noticeOther(const Noticed &noticed, const Event &event)
{
    using enum SignKind;
    if (!noticed.mac && !noticed.address && noticed.path.isEmpty()) {
        if (noticed.kind == ServerStarted)
            settle(m_server, {ServerStopped, ServerPortTaken, ServerSettingsBad, NoRange, NoServerAddress});
        if (noticed.kind == NfsStarted)
            settle(m_server, {NfsStopped});
        if (noticed.kind == ServerStopped)
            settle(m_server, {ServerStarted});
        note(m_server, {noticed.kind, noticed.detail, event.said, event.atMs, event.atMs, 1});
        return;
    }
    Timeline *t = noticed.mac ? byMac(*noticed.mac) : nullptr;
    if (!t && !noticed.path.isEmpty())
        t = byPath(noticed.path);
    if (!t && noticed.address)
        t = byAddress(*noticed.address);
    if (!t)
        return;
    if (noticed.kind == OtherSerial && (!t->node.serial || t->node.serial->toString().endsWith(noticed.detail)))
        return;
    noteOf(*t, noticed.kind, noticed.path.isEmpty() ? noticed.detail : below(noticed.path), event);
}

void Boot::notice(const Event &event)
{
    using enum SignKind;
    if (const auto *dhcp = std::get_if<DhcpAsked>(&event.kind)) {
        Timeline *t = byMac(dhcp->mac);
        if (!t)
            return;
        if (dhcp->asker == DhcpAsker::BootRom) {
            // A new try: what the last one did not find may be there now.
            settle(t->signs, {SignKind::FileMissing, SignKind::FileFailed, FileTooBig, FileDenied, OtherFolder, RequestRepeated, RootFile});
            noteOf(*t, Asked, {}, event);
        } else if (t->stage < Stage::Firmware && !dhcp->mayRenew)
            noteOf(*t, OtherSystem, {}, event);
        else if (t->stage >= Stage::Disk && !dhcp->mayRenew)
            noteOf(*t, AskedAgain, {}, event);
    } else if (const auto *offer = std::get_if<BootOffered>(&event.kind)) {
        if (Timeline *t = byMac(offer->mac))
            noteOf(*t, Offered, {}, event);
    } else if (const auto *given = std::get_if<AddressGiven>(&event.kind)) {
        for (Timeline &t : m_timelines)
            if (t.address == given->address && t.node.mac != given->mac && t.stage >= Stage::Network)
                noteOf(t, AddressTaken, given->mac.toString(), event);
    } else if (const auto *noticed = std::get_if<Noticed>(&event.kind)) {
        noticeOther(*noticed, event);
    } else {
        noticeFile(event);
        noticeMount(event);
    }
}

} // namespace bramble
