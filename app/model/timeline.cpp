// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

void sign(Timeline &timeline, qint64 atMs)
{
    timeline.lastSignMs = std::max(timeline.lastSignMs, atMs);
}

void moveTo(Timeline &timeline, Stage stage, qint64 atMs)
{
    if (stage == timeline.stage)
        return;
    timeline.stage = stage;
    timeline.stageSinceMs = atMs;
    if (stage >= Stage::Network) // what was not fetched to its end by now never will be
        timeline.underWay.reset();
    timeline.reached.push_back({stage, atMs});
}

// Later words of one boot never take it back; only the boot ROM asking anew does.
void advanceTo(Timeline &timeline, Stage stage, qint64 atMs)
{
    sign(timeline, atMs);
    if (timeline.bootSinceMs == 0)
        timeline.bootSinceMs = atMs;
    if (stage > timeline.stage)
        moveTo(timeline, stage, atMs);
}

// One witness may tell of the end before another tells of what was before it.
void endFile(Timeline &timeline, qint64 atMs)
{
    timeline.underWay.reset();
    timeline.fileEndMs = std::max(timeline.fileEndMs, atMs);
}

void restart(Timeline &timeline, qint64 atMs)
{
    Timeline fresh;
    fresh.node = timeline.node;
    fresh.bootSinceMs = atMs;
    timeline = std::move(fresh);
}

} // namespace

QString stageId(Stage stage)
{
    switch (stage) {
    case Stage::Off: return u"off"_s;
    case Stage::Asking: return u"asking"_s;
    case Stage::Answered: return u"answered"_s;
    case Stage::Firmware: return u"firmware"_s;
    case Stage::Settings: return u"settings"_s;
    case Stage::Kernel: return u"kernel"_s;
    case Stage::Initramfs: return u"initramfs"_s;
    case Stage::Network: return u"network"_s;
    case Stage::Disk: return u"disk"_s;
    case Stage::Running: return u"running"_s;
    }
    return {};
}

// Who fetched or mounted; nothing where the event is not about that.
static std::optional<Ipv4> addressIn(const EventKind &kind)
{
    return std::visit([](const auto &one) -> std::optional<Ipv4> {
        if constexpr (requires { one.path; one.address; })
            return one.address;
        else
            return {};
    }, kind);
}

Stage stageOfFile(QStringView fileName)
{
    const QStringView name = fileName.sliced(fileName.lastIndexOf(u'/') + 1);
    if (name.startsWith("kernel"_L1) || name.startsWith("vmlinuz"_L1))
        return Stage::Kernel;
    if (name.startsWith("initramfs"_L1) || name.startsWith("initrd"_L1))
        return Stage::Initramfs;
    if (name == "bootcode.bin"_L1 || (name.startsWith("start"_L1) && name.endsWith(".elf"_L1))
        || (name.startsWith("fixup"_L1) && name.endsWith(".dat"_L1)))
        return Stage::Firmware;
    return Stage::Settings;
}

Boot::Boot(const Cluster &cluster, ServerLayout layout, QHash<QString, qint64> sizes, std::vector<Ipv4> noPis)
    : m_layout(std::move(layout))
    , m_sizes(std::move(sizes))
    , m_noPis(std::move(noPis))
{
    m_timelines.reserve(cluster.nodes.size());
    for (const Node &node : cluster.nodes) {
        Timeline timeline;
        timeline.node = node;
        m_timelines.push_back(std::move(timeline));
    }
}

int Boot::running() const
{
    return int(std::ranges::count(m_timelines, Stage::Running, &Timeline::stage));
}

const Timeline *Boot::byMac(MacAddress mac) const
{
    const auto it = std::ranges::find_if(m_timelines, [mac](const Timeline &t) { return t.node.mac == mac; });
    return it == m_timelines.end() ? nullptr : &*it;
}

const Timeline *Boot::byAddress(Ipv4 address) const
{
    const auto it = std::ranges::find_if(m_timelines, [address](const Timeline &t) { return t.address == address; });
    return it == m_timelines.end() ? nullptr : &*it;
}

const Timeline *Boot::byPath(const QString &path) const
{
    for (const QString &parent : {m_layout.tftp(), m_layout.nfs()}) {
        if (!path.startsWith(parent + u'/'))
            continue;
        const QString folder = path.sliced(parent.size() + 1).section(u'/', 0, 0, QString::SectionSkipEmpty);
        const auto it = std::ranges::find_if(m_timelines, [&folder](const Timeline &t) { return t.node.folder() == folder; });
        if (it != m_timelines.end())
            return &*it;
    }
    return nullptr;
}

// The folder in a path names the node, and so teaches whose address this is; where there is none, the address does.
Timeline *Boot::ofFile(std::optional<Ipv4> address, const QString &path)
{
    Timeline *timeline = byPath(path);
    if (timeline && address) {
        for (Timeline &other : m_timelines)
            if (&other != timeline && other.address == address)
                other.address.reset();
        timeline->address = address;
    }
    if (!timeline && address)
        timeline = byAddress(*address);
    return timeline;
}

QString Boot::below(const QString &path) const
{
    QString rest = path.startsWith(m_layout.tftp()) ? path.sliced(m_layout.tftp().size()) : path;
    rest = rest.section(u'/', 0, -1, QString::SectionSkipEmpty);
    // A Pi 5 asks for "<serial>//cmdline.txt".
    return rest.contains(u'/') ? rest.section(u'/', 1, -1, QString::SectionSkipEmpty) : rest;
}

void Boot::asked(const DhcpAsked &asked, qint64 atMs)
{
    Timeline *timeline = byMac(asked.mac);
    if (!timeline) {
        // A node that is known by its serial alone may be the one that asks: nobody is called a stranger then.
        const bool mayBeOurs = std::ranges::any_of(m_timelines, [](const Timeline &t) { return !t.node.mac; });
        if (asked.asker == DhcpAsker::BootRom && !mayBeOurs && !asked.mac.isForTest() && !std::ranges::contains(m_strangers, asked.mac))
            m_strangers.push_back(asked.mac);
        return;
    }
    if (asked.asker == DhcpAsker::BootRom) {
        if (timeline->stage > Stage::Answered)
            restart(*timeline, atMs);
        ++timeline->asks;
        advanceTo(*timeline, Stage::Asking, atMs);
    } else if (timeline->stage >= Stage::Firmware) {
        advanceTo(*timeline, Stage::Network, atMs);
    } else {
        sign(*timeline, atMs); // an ordinary system on this Pi: alive, but not booting from us
    }
}

void Boot::fileSent(const FileSent &sent, qint64 atMs)
{
    Timeline *timeline = ofFile(sent.address, sent.path);
    if (!timeline)
        return;
    const UnderWay seen = timeline->underWay.value_or(UnderWay());
    const Stage stage = stageOfFile(sent.path);
    // A node known by its serial only shows a new boot by asking for its first file again.
    if (timeline->stage > Stage::Initramfs && stage <= Stage::Settings) {
        const auto address = timeline->address;
        restart(*timeline, atMs);
        timeline->address = address;
    }
    ++timeline->files;
    timeline->bytes += m_sizes.value(sent.path, seen.file == below(sent.path) ? seen.size.value_or(seen.bytes) : 0);
    endFile(*timeline, atMs);
    timeline->lastFile = below(sent.path);
    timeline->hasKernel = timeline->hasKernel || stage == Stage::Kernel;
    timeline->hasInitramfs = timeline->hasInitramfs || stage == Stage::Initramfs;
    advanceTo(*timeline, std::min(stage, Stage::Kernel), atMs);
    if (timeline->hasKernel && timeline->hasInitramfs)
        advanceTo(*timeline, Stage::Initramfs, atMs);
}

// How far a node is, a whole file tells, as it does in the log; a part of one tells that it lives.
void Boot::fileUnderWay(const FileUnderWay &part, qint64 atMs)
{
    Timeline *timeline = ofFile(part.address, part.path);
    // A server may write down the end of one file and of the next within the same millisecond.
    if (!timeline || atMs < timeline->fileEndMs || (atMs == timeline->fileEndMs && below(part.path) == timeline->lastFile))
        return;
    sign(*timeline, atMs);
    timeline->underWay = UnderWay{below(part.path), part.bytes, part.size};
}

void Boot::feed(const Event &event)
{
    const auto address = addressIn(event.kind);
    if (address && std::ranges::contains(m_noPis, *address))
        return;
    advance(event);
    notice(event);
}

void Boot::advance(const Event &event)
{
    const qint64 at = event.atMs;
    if (const auto *dhcp = std::get_if<DhcpAsked>(&event.kind)) {
        asked(*dhcp, at);
    } else if (const auto *offer = std::get_if<BootOffered>(&event.kind)) {
        if (Timeline *t = byMac(offer->mac); t && t->stage <= Stage::Answered)
            advanceTo(*t, Stage::Answered, at);
    } else if (const auto *given = std::get_if<AddressGiven>(&event.kind)) {
        if (Timeline *t = byMac(given->mac)) {
            t->address = given->address;
            sign(*t, at);
        }
    } else if (const auto *sent = std::get_if<FileSent>(&event.kind)) {
        fileSent(*sent, at);
    } else if (const auto *part = std::get_if<FileUnderWay>(&event.kind)) {
        fileUnderWay(*part, at);
    } else if (const auto *disk = std::get_if<DiskBytes>(&event.kind)) {
        diskBytes(*disk, event);
    } else if (const auto *missing = std::get_if<FileMissing>(&event.kind)) {
        if (Timeline *t = ofFile(missing->address, missing->path)) {
            sign(*t, at);
            if (const QString file = below(missing->path); !t->missing.contains(file))
                t->missing << file;
        }
    } else if (const auto *probed = std::get_if<FileProbed>(&event.kind)) {
        if (Timeline *t = ofFile(probed->address, probed->path)) {
            endFile(*t, at);
            advanceTo(*t, Stage::Answered, at);
        }
    } else if (const auto *failed = std::get_if<FileFailed>(&event.kind)) {
        // A server gives a transfer up long after its last packet: whoever has that address by now keeps it.
        Timeline *t = failed->address && byAddress(*failed->address) ? byPath(failed->path) : nullptr;
        if (!t)
            t = ofFile(failed->address, failed->path);
        if (t) {
            endFile(*t, at);
            sign(*t, at);
            if (t->stage >= Stage::Firmware && stageOfFile(failed->path) == Stage::Kernel)
                advanceTo(*t, Stage::Kernel, at); // that is how far it is, and no further
        }
    } else if (const auto *mounted = std::get_if<RootMounted>(&event.kind)) {
        if (Timeline *t = ofFile(mounted->address, mounted->path)) {
            t->refusal.clear();
            advanceTo(*t, Stage::Disk, at);
        }
    } else if (const auto *refused = std::get_if<MountRefused>(&event.kind)) {
        if (Timeline *t = ofFile(refused->address, refused->path)) {
            t->refusal = refused->reason;
            advanceTo(*t, Stage::Network, at);
        }
    } else if (const auto *ssh = std::get_if<SshAnswered>(&event.kind)) {
        if (Timeline *t = byAddress(ssh->address); t && t->stage >= Stage::Disk)
            advanceTo(*t, Stage::Running, at);
    }
}

} // namespace bramble
