// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/scene.h"

#include "wire/frame.h"

#include <QDateTime>
#include <QTimeZone>
#include <QtEndian>

#include <algorithm>

namespace bramble {

namespace {

const ServerLayout layout;

QString hexBytes(QByteArrayView bytes)
{
    return QString::fromLatin1(bytes.toByteArray().toHex(':'));
}

// Option 97 as dnsmasq shows it (netboot 2.1, 6.1).
QString machineId(const Node &node)
{
    const quint32 serial = node.serial->value();
    QByteArray le(4, 0);
    qToLittleEndian(serial, le.data());
    if (node.model == PiModel::Pi3B)
        return u"00:44:44:44:44:44:44:44:44:44:44:44:44:44..."_s;
    if (bootRom(node.model) == BootRom::Bcm2837)
        return u"00:"_s + hexBytes(le) + u':' + hexBytes(le) + u':' + hexBytes(le) + u':' + hexBytes(le.first(1)) + u"..."_s;
    const auto mac = node.mac->bytes();
    const QByteArray tail(reinterpret_cast<const char *>(mac.data()) + 2, 4);
    return (bootRom(node.model) == BootRom::Bcm2712 ? u"00:35:69:50:52:70:41:d0:00:"_s : u"00:34:69:50:52:11:31:c0:00:"_s) + hexBytes(tail) + u':'
        + hexBytes(le.first(1)) + u"..."_s;
}

void put16(QByteArray &out, quint16 value)
{
    out.append(char(value >> 8)).append(char(value & 255));
}

void put32(QByteArray &out, quint32 value)
{
    put16(out, quint16(value >> 16));
    put16(out, quint16(value & 0xffff));
}

QByteArray ethernet(const MacAddress &from, quint16 type)
{
    QByteArray out(6, char(0xff));
    out.append(reinterpret_cast<const char *>(from.bytes().data()), 6);
    put16(out, type);
    return out;
}

} // namespace

Scene::Scene(const std::vector<PiModel> &models)
{
    for (size_t i = 0; i < models.size(); ++i) {
        Node node;
        node.name = u"pi-%1"_s.arg(int(i) + 1, 3, 10, QLatin1Char('0'));
        node.serial = Serial::fromValue(0x38c10000U + quint32(i) * 0x101U);
        const bool old = bootRom(models[i]) == BootRom::Bcm2837;
        node.mac = MacAddress::fromBytes({quint8(old ? 0xb8 : 0xdc), quint8(old ? 0x27 : 0xa6), quint8(old ? 0xeb : 0x32), 1, quint8(i >> 8), quint8(i)});
        node.model = models[i];
        m_cluster.nodes.push_back(node);
    }
}

QString Scene::filled(QString text, size_t i) const
{
    const Node &n = node(i);
    return text.replace("{mac}"_L1, n.mac->toString())
        .replace("{serial}"_L1, n.serial->toString())
        .replace("{ip}"_L1, address(i).toString())
        .replace("{tftp}"_L1, layout.bootFolder(n.folder()))
        .replace("{nfs}"_L1, layout.rootFolder(n.folder()))
        .replace("{root}"_L1, layout.tftp())
        .replace("{97}"_L1, machineId(n));
}

void Scene::log(double s, const QString &line, size_t i)
{
    const QString text = filled(line, i);
    const QString stamp = QDateTime::fromMSecsSinceEpoch(at(s), QTimeZone::UTC).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s) + u"+0000"_s;
    m_items.push_back({.atMs = at(s), .line = (stamp + u" server "_s + text.section(u": "_s, 0, 0) + u"[871]: "_s + text.section(u": "_s, 1)).toUtf8(), .node = i});
}

void Scene::frame(double s, const QByteArray &bytes)
{
    m_items.push_back({.atMs = at(s), .frame = bytes});
}

void Scene::event(double s, EventKind kind)
{
    m_items.push_back({.atMs = at(s), .kind = std::move(kind)});
}

void Scene::look(double s, const QString &output, size_t i)
{
    QString text = filled(output, i).replace(u'|', u'\t');
    m_looks.emplace_back(at(s), parseServerLook(text.toUtf8(), m_cluster, layout, beginMs));
}

void Scene::size(const QString &file, qint64 bytes, size_t i)
{
    m_sizes.insert(layout.bootFolder(node(i).folder()) + u'/' + file, bytes);
}

double Scene::ask(double s, size_t i, bool delayed, const char *menu)
{
    const QString x = bootRom(node(i).model) == BootRom::Bcm2837 ? u"dnsmasq-dhcp: 653460281 "_s : u"dnsmasq-dhcp: %1 "_s.arg(2755577304U + quint32(i));
    log(s, x + u"available DHCP subnet: 192.168.77.0/255.255.255.0"_s, i);
    log(s, x + u"vendor class: PXEClient:Arch:00000:UNDI:002001"_s, i);
    log(s, x + u"PXE(eth0) {mac} proxy"_s, i);
    log(s, x + u"tags: pi, eth0"_s, i);
    log(s, x + u"broadcast response"_s, i);
    if (delayed && node(i).model == PiModel::Pi3B)
        log(s, x + u"reply delay: 1"_s, i);
    log(s, x + u"sent size:  1 option: 53 message-type  2"_s, i);
    log(s, x + u"sent size:  4 option: 54 server-identifier  192.168.77.10"_s, i);
    log(s, x + u"sent size:  9 option: 60 vendor-class  50:58:45:43:6c:69:65:6e:74"_s, i);
    log(s, x + u"sent size: 17 option: 97 client-machine-id  {97}"_s, i);
    log(s, x + u"sent size: 35 option: 43 vendor-encap  "_s + QString::fromLatin1(menu) + u"..."_s, i);
    return s;
}

void Scene::probed(double s, const QString &file, size_t i)
{
    log(s, u"dnsmasq-tftp: error 0 Early terminate received from {ip}"_s, i);
    log(s, u"dnsmasq-tftp: failed sending {tftp}/%1 to {ip}"_s.arg(file), i);
}

double Scene::firmware(double s, size_t i)
{
    const BootRom rom = bootRom(node(i).model);
    if (rom == BootRom::Bcm2837) {
        log(s += 0.1 * slowness, u"dnsmasq-tftp: sent {root}/bootcode.bin to {ip}"_s, i);
        log(s += 0.1, u"dnsmasq-tftp: file {root}/bootsig.bin not found for {ip}"_s, i);
        sent(s += 2 * slowness, u"start.elf"_s, i);
        missing(s += 0.1, u"autoboot.txt"_s, i);
    } else if (rom == BootRom::Bcm2711) {
        probed(s += 0.1, u"start4.elf"_s, i);
    } else {
        sent(s += 0.1, u"config.txt"_s, i);
    }
    return s;
}

double Scene::settings(double s, size_t i)
{
    const BootRom rom = bootRom(node(i).model);
    const QString tree = deviceTree(node(i).model);
    if (rom != BootRom::Bcm2712)
        sent(s += 0.1, u"config.txt"_s, i);
    if (rom == BootRom::Bcm2837) {
        missing(s += 0.1, u"recovery.elf"_s, i);
        sent(s += 2 * slowness, u"start.elf"_s, i);
        sent(s += 0.1, u"fixup.dat"_s, i);
        missing(s += 0.1, u"dt-blob.bin"_s, i);
        missing(s += 0.1, u"bootcfg.txt"_s, i);
    } else {
        missing(s += 0.1, u"pieeprom.sig"_s, i);
    }
    if (rom == BootRom::Bcm2711) {
        missing(s += 0.1, u"recover4.elf"_s, i);
        missing(s += 0.1, u"recovery.elf"_s, i);
        sent(s += 0.6 * slowness, u"start4.elf"_s, i);
        sent(s += 0.1, u"fixup4.dat"_s, i);
        missing(s += 0.1, u"dt-blob.bin"_s, i);
    }
    if (rom != BootRom::Bcm2712) { // those of the first two go for it before the kernel (netboot 2.4)
        probed(s += 0.1, u"initramfs8"_s, i);
        sent(s += 3.5 * slowness, u"initramfs8"_s, i);
    }
    sent(s += 0.1, tree, i);
    if (rom == BootRom::Bcm2712)
        probed(s += 0.1, u"kernel8.img"_s, i);
    missing(s += 0.1, u"overlays/overlay_map.dtb"_s, i);
    sent(s += 0.1, rom == BootRom::Bcm2712 ? u"/cmdline.txt"_s : u"cmdline.txt"_s, i);
    if (rom != BootRom::Bcm2712)
        missing(s += 0.1, u"recovery8.img"_s, i);
    return s;
}

double Scene::kernel(double s, size_t i)
{
    const BootRom rom = bootRom(node(i).model);
    missing(s += 0.1, rom == BootRom::Bcm2712 ? u"armstub8-2712.bin"_s : u"armstub8.bin"_s, i);
    if (rom != BootRom::Bcm2837)
        probed(s += 0.1, u"kernel8.img"_s, i);
    sent(s += 2.5 * slowness, u"kernel8.img"_s, i);
    if (rom == BootRom::Bcm2712)
        sent(s += 3.5 * slowness, u"initramfs8"_s, i);
    return s;
}

double Scene::mount(double s, size_t i)
{
    log(s, u"rpc.mountd: authenticated mount request from {ip}:870 for {nfs} ({nfs})"_s, i);
    return s;
}

Scene::Told Scene::play(double until, size_t i)
{
    std::ranges::stable_sort(m_items, {}, &Item::atMs);
    Boot boot(m_cluster, layout, m_sizes);
    LogReader reader(beginMs);
    PacketReader packets(layout.tftp(), server());
    Told told;
    auto item = m_items.cbegin();
    for (qint64 now = beginMs; now <= at(until); now += 500) {
        for (; item != m_items.cend() && item->atMs <= now; ++item) {
            if (!item->line.isEmpty())
                for (const Event &each : reader.read(item->line))
                    boot.feed(each);
            if (!item->frame.isEmpty())
                for (const Event &each : packets.read(item->atMs, item->frame))
                    boot.feed(each);
            if (item->kind)
                boot.feed({item->atMs, *item->kind});
        }
        const ServerLook *found = nullptr;
        for (const auto &[from, look] : m_looks)
            if (from <= now)
                found = &look;
        const Situation situation{now, beginMs, &boot.serverSigns(), found};
        const auto diagnosis = diagnose(boot.timelines()[i], situation);
        if (diagnosis && (told.causes.empty() || told.causes.back().cause != diagnosis->cause))
            told.causes.push_back(*diagnosis);
        else if (diagnosis)
            told.causes.back() = *diagnosis;
        else if (!told.causes.empty())
            told.causes.clear(); // it went on
    }
    told.timeline = boot.timelines()[i];
    return told;
}

QStringList Scene::playAll(double until)
{
    std::ranges::stable_sort(m_items, {}, &Item::atMs);
    Boot boot(m_cluster, layout, m_sizes);
    LogReader reader(beginMs);
    QStringList shown;
    const auto ask = [&](size_t i, qint64 now) {
        const Situation situation{now, beginMs, &boot.serverSigns(), nullptr};
        if (const auto diagnosis = diagnose(boot.timelines()[i], situation))
            shown << u"%1 %2 s: %3 in %4"_s.arg(node(i).name).arg(double(now - beginMs) / 1000).arg(causeId(diagnosis->cause), stageId(boot.timelines()[i].stage));
    };
    auto item = m_items.cbegin();
    for (qint64 now = beginMs; now <= at(until); now += 1000) {
        for (; item != m_items.cend() && item->atMs <= now; ++item) {
            ask(item->node, item->atMs); // the longest silence is the one before a sign
            for (const Event &each : item->kind ? std::vector<Event>{{item->atMs, *item->kind}} : reader.read(item->line))
                boot.feed(each);
            ask(item->node, item->atMs);
        }
        for (size_t i = 0; i < m_cluster.nodes.size(); ++i)
            ask(i, now);
    }
    for (size_t i = 0; i < m_cluster.nodes.size(); ++i)
        if (boot.timelines()[i].stage != Stage::Running)
            shown << node(i).name + u" is not running: "_s + stageId(boot.timelines()[i].stage);
    return shown;
}

namespace frames {

QByteArray udp(const MacAddress &from, Ipv4 source, quint16 sourcePort, Ipv4 destination, quint16 destinationPort, const QByteArray &payload)
{
    UdpFrame frame;
    frame.from = from.bytes();
    frame.source = source;
    frame.sourcePort = sourcePort;
    frame.destination = destination;
    frame.destinationPort = destinationPort;
    frame.payload = payload;
    return toBytes(frame, 1);
}

QByteArray tcp(const MacAddress &from, Ipv4 source, quint16 sourcePort, Ipv4 destination, quint16 destinationPort, quint8 flags, const QByteArray &payload)
{
    QByteArray out = ethernet(from, 0x0800);
    out.append(char(0x45)).append(char(0));
    put16(out, quint16(40 + payload.size()));
    put32(out, 0);
    out.append(char(64)).append(char(6));
    put16(out, 0);
    put32(out, source.value());
    put32(out, destination.value());
    put16(out, sourcePort);
    put16(out, destinationPort);
    put32(out, 1);
    put32(out, 1);
    out.append(char(0x50)).append(char(flags));
    put16(out, 1000);
    put32(out, 0);
    return out + payload;
}

QByteArray arp(const MacAddress &from, Ipv4 source, Ipv4 destination)
{
    QByteArray out = ethernet(from, 0x0806);
    put16(out, 1);
    put16(out, 0x0800);
    out.append(char(6)).append(char(4));
    put16(out, 1);
    out.append(reinterpret_cast<const char *>(from.bytes().data()), 6);
    put32(out, source.value());
    out.append(QByteArray(6, 0));
    put32(out, destination.value());
    return out;
}

// 802.1D: a configuration BPDU of a bridge that waits 15 s in each state.
QByteArray bpdu()
{
    return QByteArray::fromHex("0180c2000000"
                               "001122334455"
                               "0026"
                               "424203"
                               "0000000000"
                               "8000001122334455"
                               "00000000"
                               "8000001122334455"
                               "8001"
                               "0000"
                               "1400"
                               "0200"
                               "0f00");
}

} // namespace frames

} // namespace bramble
