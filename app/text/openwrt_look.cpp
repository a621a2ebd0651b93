// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/openwrt_look.h"

#include "text/look_sections.h"
#include "text/openwrt_look_script.h"

#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QStringList wordsOf(const QByteArray &line)
{
    return QString::fromUtf8(line.simplified()).split(u' ', Qt::SkipEmptyParts);
}

// "2: br-lan    inet 192.168.1.1/24 brd 192.168.1.255 scope global br-lan"
void readInterfaces(ServerFacts &facts, const LookSections &sections)
{
    for (const QByteArray &line : sections.value(u"cards"_s)) {
        const QStringList words = wordsOf(line);
        if (words.size() < 2 || words[0] == "lo"_L1)
            continue;
        NetworkInterface interface;
        interface.name = words[0];
        interface.mac = MacAddress::parse(words[1]);
        interface.up = words.value(2) != "down"_L1;
        interface.wireless = words.value(3) == "wireless"_L1;
        facts.interfaces.push_back(interface);
    }
    for (const QByteArray &line : sections.value(u"addresses"_s)) {
        const QStringList words = wordsOf(line);
        const auto address = Ipv4Network::parse(words.value(words.indexOf(u"inet"_s) + 1));
        const auto it = std::ranges::find(facts.interfaces, words.value(1), &NetworkInterface::name);
        if (address && it != facts.interfaces.end())
            it->addresses.push_back(*address);
    }
    for (const QByteArray &line : sections.value(u"routes"_s))
        if (const QStringList words = wordsOf(line); words.value(0) == "default"_L1 && words.contains(u"dev"_s))
            facts.defaultInterface = words.value(words.indexOf(u"dev"_s) + 1);
    const QStringList connection = firstLine(sections, u"ssh"_s).split(u' ', Qt::SkipEmptyParts);
    if (connection.size() == 4)
        facts.sshAddress = Ipv4::parse(connection[2]);
}

// Proto Recv-Q Send-Q Local Foreign [State] [PID/Program], of netstat.
void readPorts(ServerFacts &facts, const QString &protocol, const QByteArrayList &lines)
{
    static const QList<quint16> wanted{53, 67, 69, 111, 2049, 4011};
    for (const QByteArray &line : lines) {
        const QStringList words = wordsOf(line);
        PortOwner owner;
        owner.protocol = protocol;
        owner.port = words.value(3).section(u':', -1).toUShort();
        owner.process = words.value(words.size() - 1).contains(u'/') ? words.back().section(u'/', 1) : QString();
        if (words.value(0).startsWith(protocol) && wanted.contains(owner.port) && std::ranges::find(facts.ports, owner) == facts.ports.end())
            facts.ports.push_back(owner);
    }
}

quint32 littleEndian(const QString &hex)
{
    const QByteArray bytes = QByteArray::fromHex(hex.toLatin1());
    quint32 value = 0;
    for (qsizetype i = 0; i < std::min<qsizetype>(bytes.size(), 4); ++i)
        value |= quint32(uchar(bytes[i])) << (8 * i);
    return value;
}

AttachedStorage &storageAt(OpenWrtFacts &facts, const QString &device)
{
    const auto it = std::ranges::find(facts.storage, device, &AttachedStorage::device);
    if (it != facts.storage.end())
        return *it;
    AttachedStorage storage;
    storage.device = device;
    facts.storage.push_back(storage);
    return facts.storage.back();
}

void readStorage(OpenWrtFacts &facts, const LookSections &sections)
{
    static const QRegularExpression pair(u"([A-Z]+)=\"([^\"]*)\""_s);
    for (const QByteArray &line : sections.value(u"block"_s)) {
        const QString text = QString::fromUtf8(line);
        AttachedStorage &storage = storageAt(facts, text.section(u':', 0, 0));
        QHash<QString, QString> said;
        for (auto matches = pair.globalMatch(text); matches.hasNext();) {
            const auto match = matches.next();
            said.insert(match.captured(1), match.captured(2));
        }
        storage.uuid = said.value(u"UUID"_s);
        storage.label = said.value(u"LABEL"_s);
        storage.filesystem = said.value(u"TYPE"_s);
        storage.mountedAt = said.value(u"MOUNT"_s);
    }
    // device, uuid, blocks, free blocks, log2 of the block size less 10: the superblock of ext4 (Linux, fs/ext4/ext4.h)
    for (const QByteArray &line : sections.value(u"ext"_s)) {
        const QStringList words = wordsOf(line);
        if (words.size() != 5 || words[1].size() != 32)
            continue;
        AttachedStorage &storage = storageAt(facts, words[0]);
        const QString &u = words[1];
        storage.uuid = u.first(8) + u'-' + u.sliced(8, 4) + u'-' + u.sliced(12, 4) + u'-' + u.sliced(16, 4) + u'-' + u.sliced(20);
        if (storage.filesystem.isEmpty())
            storage.filesystem = u"ext4"_s;
        const qint64 block = qint64(1024) << std::min<quint32>(littleEndian(words[4]), 6);
        storage.bytes = littleEndian(words[2]) * block;
        storage.freeBytes = littleEndian(words[3]) * block;
    }
    // Of what is mounted, the kernel knows better how much is free.
    // By number: where the kernel was told root= the device is called /dev/root.
    QHash<QString, QString> numbers;
    for (const QByteArray &line : sections.value(u"partitions"_s)) {
        const QStringList words = wordsOf(line);
        numbers.insert(words.value(0) + u':' + words.value(1), u"/dev/"_s + words.value(3));
    }
    for (const QByteArray &line : sections.value(u"mountinfo"_s)) {
        const QStringList words = wordsOf(line);
        const auto it = std::ranges::find(facts.storage, numbers.value(words.value(2)), &AttachedStorage::device);
        if (it != facts.storage.end() && it->mountedAt.isEmpty())
            it->mountedAt = words.value(4);
    }
    for (const QByteArray &line : sections.value(u"df"_s)) {
        const QStringList words = wordsOf(line);
        const auto it = std::ranges::find(facts.storage, words.value(5), &AttachedStorage::mountedAt);
        if (words.size() == 6 && it != facts.storage.end()) {
            it->bytes = words[1].toLongLong() * 1024;
            it->freeBytes = words[3].toLongLong() * 1024;
        }
    }
    // The router's own flash, however it is mounted.
    std::erase_if(facts.storage, [](const AttachedStorage &storage) {
        return storage.mountedAt == "/"_L1 || storage.mountedAt == "/overlay"_L1 || storage.mountedAt == "/rom"_L1 || storage.mountedAt == "/boot"_L1;
    });
}

void readPackages(OpenWrtFacts &facts, const LookSections &sections)
{
    // "name - version" of opkg; "name" or "name-1.2-r3 arch {..}" of apk.
    const auto names = [](const QByteArrayList &lines) {
        static const QRegularExpression version(u"-[0-9][^ ]*\\z"_s);
        QStringList out;
        for (const QByteArray &line : lines) {
            const QString word = QString::fromUtf8(line).trimmed().section(u' ', 0, 0);
            out << word;
            if (const QString bare = QString(word).remove(version); bare != word)
                out << bare;
        }
        return out;
    };
    facts.manager = firstLine(sections, u"manager"_s);
    facts.installed = names(sections.value(u"installed"_s));
    facts.available = names(sections.value(u"available"_s));
    facts.hasPackageLists = firstLine(sections, u"lists"_s) == "yes"_L1;
}

QHash<QString, QByteArray> unpacked(const QByteArrayList &lines)
{
    QHash<QString, QByteArray> files;
    for (const QByteArray &line : lines)
        if (const qsizetype blank = line.lastIndexOf(' '); blank > 0)
            files.insert(QString::fromUtf8(line.first(blank)), QByteArray::fromHex(line.sliced(blank + 1)));
    return files;
}

void readClients(OpenWrtFacts &facts, const LookSections &sections)
{
    for (const QByteArray &line : sections.value(u"leases"_s)) {
        const QStringList words = wordsOf(line); // expiry mac address name id
        const auto mac = MacAddress::parse(words.value(1));
        const auto address = Ipv4::parse(words.value(2));
        if (mac && address)
            facts.leases.insert(*mac, *address);
    }
    for (const QByteArray &line : sections.value(u"arp"_s))
        if (const auto address = Ipv4::parse(wordsOf(line).value(0)))
            facts.neighbours.push_back(*address);
}

void readMachine(ServerFacts &facts, OpenWrtFacts &router, const LookSections &sections)
{
    const auto release = assignments(sections.value(u"openwrt"_s));
    const auto system = assignments(sections.value(u"os-release"_s));
    facts.osId = u"openwrt"_s;
    facts.osVersion = release.value(u"DISTRIB_RELEASE"_s);
    facts.osName = system.value(u"PRETTY_NAME"_s, release.value(u"DISTRIB_DESCRIPTION"_s));
    facts.hostname = firstLine(sections, u"hostname"_s);
    facts.architecture = firstLine(sections, u"architecture"_s);
    router.release = facts.osVersion;
    router.target = release.value(u"DISTRIB_TARGET"_s);
    for (const QByteArray &line : sections.value(u"meminfo"_s)) {
        const QStringList words = wordsOf(line);
        if (words.value(0) == "MemTotal:"_L1)
            router.memoryTotal = words.value(1).toLongLong() * 1024;
        if (words.value(0) == "MemAvailable:"_L1)
            router.memoryAvailable = words.value(1).toLongLong() * 1024;
    }
    for (const QByteArray &line : sections.value(u"filesystems"_s))
        router.filesystems << wordsOf(line).value(wordsOf(line).size() - 1);
    router.flashFree = wordsOf(sections.value(u"flash"_s).value(0)).value(3).toLongLong() * 1024;
    router.knowsPxeService = firstLine(sections, u"pxe"_s).toInt() > 0;
    router.dnsmasqVersion = firstLine(sections, u"dnsmasq"_s).section(u' ', 2, 2);
    for (const QByteArray &line : sections.value(u"staged"_s))
        router.staged << QString::fromUtf8(line);
}

} // namespace

Command openWrtLookCommand(const OpenWrtLook &what)
{
    QStringList arguments{u"-c"_s, QString::fromLatin1(openWrtLookScript), u"look"_s, what.folder};
    for (const QStringList &list : {what.files, what.packages, what.configs})
        arguments << QString::number(list.size()) << list;
    return asRoot(u"sh"_s, arguments);
}

Result<ServerFacts> parseOpenWrtFacts(QByteArrayView output)
{
    const LookSections sections = sectionsOf(output);
    if (!sections.contains(u"end"_s) || !sections.contains(u"openwrt"_s))
        return fail(ErrorKind::ServerAnswerUnreadable, u"end"_s, QString::fromUtf8(output.last(std::min(output.size(), qsizetype(200)))));
    ServerFacts facts;
    OpenWrtFacts router;
    readMachine(facts, router, sections);
    readInterfaces(facts, sections);
    readPorts(facts, u"udp"_s, sections.value(u"udp"_s));
    readPorts(facts, u"tcp"_s, sections.value(u"tcp"_s));
    readStorage(router, sections);
    readPackages(router, sections);
    readClients(router, sections);
    router.configs = unpacked(sections.value(u"configs"_s));
    facts.files = unpacked(sections.value(u"files"_s));
    for (const auto &[node, id] : unpacked(sections.value(u"laid"_s)).asKeyValueRange())
        facts.laidTrees.insert(node, QString::fromUtf8(id).trimmed());
    static const QRegularExpression sha256(u"\\A[0-9a-f]{64}\\z"_s);
    for (const QByteArray &image : sections.value(u"images"_s))
        if (const QString name = QString::fromLatin1(image); sha256.matchView(name).hasMatch())
            facts.keptImages << name;
    facts.clockMs = firstLine(sections, u"clock"_s).toLongLong() * 1000;
    if (facts.clockMs == 0)
        return fail(ErrorKind::ServerAnswerUnreadable, u"clock"_s, firstLine(sections, u"clock"_s).left(200));
    facts.openWrt = std::move(router);
    return facts;
}

} // namespace bramble
