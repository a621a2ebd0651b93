// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/openwrt_layout.h"

#include "text/uci_text.h"

#include <QSet>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView ownMount{"/mnt/brambleboot"};

// File systems that keep owners, modes, links and devices; FAT and NTFS keep none of them.
bool canHoldRoots(const AttachedStorage &disk)
{
    static const QStringList good{u"ext4"_s, u"btrfs"_s, u"xfs"_s, u"f2fs"_s};
    return good.contains(disk.filesystem) && !disk.uuid.isEmpty();
}

bool liesBelow(const QString &path, const QString &folder)
{
    return !folder.isEmpty() && (path == folder || path.startsWith(folder + u'/'));
}

QString listed(const std::vector<AttachedStorage> &disks)
{
    QStringList lines;
    for (const AttachedStorage &disk : disks)
        lines << u"%1 %2 %3 %4"_s.arg(disk.device, disk.filesystem, disk.label, disk.mountedAt).simplified();
    return lines.join(u'\n');
}

bool isKeptMounted(const AttachedStorage &disk, const QString &mount, const UciConfig &fstab)
{
    return std::ranges::any_of(fstab.sections, [&](const UciSection &section) {
        return section.type == "mount"_L1 && section.value(u"uuid") == disk.uuid && section.value(u"target") == mount && section.value(u"enabled") == "1"_L1;
    });
}

} // namespace

Result<RouterStorage> routerStorage(const Cluster &cluster, const ServerFacts &facts)
{
    const auto fstab = parseUci(facts.openWrt->configs.value(u"fstab"_s), u"fstab"_s);
    if (!fstab)
        return std::unexpected(fstab.error());
    const QString &wish = cluster.server.folder;
    std::vector<AttachedStorage> disks;
    std::ranges::copy_if(facts.openWrt->storage, std::back_inserter(disks), canHoldRoots);
    // The one that serves already, or whose folder is wished for; else the one with the most room.
    std::ranges::stable_sort(disks, std::ranges::greater(), [&](const AttachedStorage &disk) {
        const bool ours = disk.mountedAt == ownMount || isKeptMounted(disk, QString(ownMount), *fstab);
        return std::pair(ours, std::max(disk.freeBytes, disk.bytes / 2));
    });
    for (const AttachedStorage &disk : disks) {
        const QString mount = disk.mountedAt.isEmpty() ? QString(ownMount) : disk.mountedAt;
        if (!wish.isEmpty() && (!liesBelow(wish, mount) || wish == mount))
            continue;
        return RouterStorage{wish.isEmpty() ? mount + u"/served"_s : wish, mount, disk, isKeptMounted(disk, mount, *fstab)};
    }
    return fail(ErrorKind::RouterStorageMissing, wish, listed(facts.openWrt->storage));
}

std::optional<MacAddress> macOf(const Node &node)
{
    if (node.mac || !node.serial)
        return node.mac;
    switch (node.model) {
    case PiModel::Pi3B:
    case PiModel::Pi3BPlus:
        // b8:27:eb and the lower half of the serial (netboot 1.4); from the Pi 4 on the two have nothing to do with each other.
        return MacAddress::parse(QString(u"b827eb"_s + QString::number(node.serial->value() & 0xffffff, 16).rightJustified(6, u'0')));
    default: return {};
    }
}

Result<QMap<QString, Ipv4>> nodeAddresses(const Cluster &cluster, const ServerFacts &facts, const UciConfig &dhcp, Ipv4Network lan)
{
    QHash<MacAddress, Ipv4> reserved;
    QSet<Ipv4> taken{lan.network(), lan.broadcast(), lan.address()};
    quint32 poolFirst = 0, poolLast = 0;
    for (const UciSection &section : dhcp.sections) {
        if (section.type == "host"_L1) {
            const auto address = Ipv4::parse(section.value(u"ip"));
            for (const QString &words : section.values(u"mac"))
                for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
                    if (const auto mac = MacAddress::parse(word); mac && address)
                        reserved.insert(*mac, *address);
            if (address)
                taken.insert(*address);
        } else if (section.type == "dhcp"_L1 && section.value(u"ignore") != "1"_L1 && section.value(u"interface") == "lan"_L1) {
            const QString first = section.value(u"start"), count = section.value(u"limit");
            poolFirst = lan.network().value() + (first.isEmpty() ? 100 : first.toUInt());
            poolLast = poolFirst + (count.isEmpty() ? 150 : count.toUInt()) - 1;
        }
    }
    for (const Ipv4 neighbour : facts.openWrt->neighbours)
        taken.insert(neighbour);
    for (const Ipv4 leased : facts.openWrt->leases)
        taken.insert(leased);

    QMap<QString, Ipv4> addresses;
    for (const Node &node : cluster.nodes) {
        const auto mac = macOf(node);
        if (!mac)
            return fail(ErrorKind::RouterNodeWithoutMac, node.name);
        // An address outside of the pool is nobody else's by chance; the one that it leases now would be free for others once the router
        // has forgotten, so it is taken only where it is reserved.
        std::optional<Ipv4> address;
        if (const auto known = reserved.constFind(*mac); known != reserved.cend())
            address = *known;
        for (quint32 value = lan.broadcast().value() - 1; !address && value > lan.network().value(); --value)
            if (const Ipv4 candidate = Ipv4::fromValue(value); !taken.contains(candidate) && (value < poolFirst || value > poolLast))
                address = candidate;
        for (quint32 value = poolLast; !address && value >= poolFirst && poolFirst > 0; --value)
            if (const Ipv4 candidate = Ipv4::fromValue(value); !taken.contains(candidate))
                address = candidate;
        if (!address)
            return fail(ErrorKind::RouterNoFreeAddress, node.name, lan.toString());
        taken.insert(*address);
        addresses.insert(node.folder(), *address);
    }
    return addresses;
}

} // namespace bramble
