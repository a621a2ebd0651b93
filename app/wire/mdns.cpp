// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/mdns.h"

#include "wire/bytes.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr quint16 typeA = 1;
constexpr quint16 typePtr = 12;
constexpr quint16 typeTxt = 16;
constexpr quint16 typeSrv = 33;
constexpr quint16 classIn = 1;
constexpr quint16 unicastBit = 0x8000;
constexpr size_t mostRecords = 512;
constexpr qsizetype longestName = 255;

// A name at a place, and where the next thing begins. A pointer leads to an earlier place each time, so it ends.
struct Name
{
    QString text;
    qsizetype end = 0;
};

std::optional<Name> readName(QByteArrayView packet, qsizetype at)
{
    Name name;
    qsizetype bytes = 0;
    qsizetype limit = at;
    for (;;) {
        if (at >= packet.size())
            return {};
        const auto size = quint8(packet[at]);
        if ((size & 0xc0) == 0xc0) {
            if (at + 1 >= packet.size())
                return {};
            const qsizetype target = ((size & 0x3f) << 8) | quint8(packet[at + 1]);
            if (name.end == 0)
                name.end = at + 2;
            if (target >= limit)
                return {};
            at = limit = target;
            continue;
        }
        if ((size & 0xc0) != 0 || at + 1 + size > packet.size())
            return {};
        if (size == 0)
            break;
        bytes += size + 1;
        if (bytes > longestName)
            return {};
        if (!name.text.isEmpty())
            name.text += u'.';
        name.text += QString::fromUtf8(packet.sliced(at + 1, size));
        at += size + 1;
    }
    if (name.end == 0)
        name.end = at + 1;
    return name;
}

std::vector<QByteArray> readTexts(QByteArrayView data)
{
    std::vector<QByteArray> texts;
    ByteReader in(data);
    while (in.left() > 0) {
        const QByteArrayView text = in.take(in.u8());
        if (in.ok() && !text.isEmpty())
            texts.push_back(text.toByteArray());
    }
    return texts;
}

// data: where the record's own bytes lie in the packet, as names in them may point out of them.
void readData(std::vector<MdnsRecord> &records, const QString &name, quint16 type, QByteArrayView packet, qsizetype at, qsizetype size)
{
    const QByteArrayView data = packet.sliced(at, size);
    if (type == typeA && size == 4) {
        records.push_back({name, Ipv4::fromValue(ByteReader(data).u32())});
    } else if (type == typePtr) {
        if (const auto target = readName(packet, at); target && target->end <= at + size)
            records.push_back({name, MdnsPointer{target->text}});
    } else if (type == typeSrv && size > 6) {
        const quint16 port = ByteReader(data.sliced(4)).u16();
        if (const auto host = readName(packet, at + 6); host && host->end <= at + size)
            records.push_back({name, MdnsService{port, host->text}});
    } else if (type == typeTxt) {
        records.push_back({name, MdnsTexts{readTexts(data)}});
    }
}

QString withoutLocal(const QString &name)
{
    return name.endsWith(".local"_L1, Qt::CaseInsensitive) ? name.chopped(6) : name;
}

class Hosts
{
public:
    std::vector<MdnsHost> all;

    MdnsHost &host(const QString &name)
    {
        const QString key = withoutLocal(name).toLower();
        const auto found = std::ranges::find(all, key, &MdnsHost::name);
        if (found != all.end())
            return *found;
        return all.emplace_back(MdnsHost{.name = key});
    }
};

} // namespace

std::optional<std::vector<MdnsRecord>> parseMdns(QByteArrayView packet)
{
    ByteReader in(packet);
    in.u16(); // id
    const quint16 flags = in.u16();
    const int questions = in.u16();
    int answers = in.u16();
    answers += in.u16(); // authority
    answers += in.u16(); // additional
    if (!in.ok() || (flags & 0x8000) == 0)
        return {};
    qsizetype at = 12;
    for (int i = 0; i < questions; ++i) {
        const auto name = readName(packet, at);
        if (!name || name->end + 4 > packet.size())
            return {};
        at = name->end + 4;
    }
    std::vector<MdnsRecord> records;
    for (int i = 0; i < answers && records.size() < mostRecords; ++i) {
        const auto name = readName(packet, at);
        if (!name || name->end + 10 > packet.size())
            return {};
        ByteReader head(packet.sliced(name->end, 10));
        const quint16 type = head.u16();
        const quint16 kind = head.u16() & ~unicastBit; // of an answer: "forget what was said before"
        head.u32();
        const qsizetype size = head.u16();
        at = name->end + 10;
        if (size > packet.size() - at)
            return {};
        if (kind == classIn)
            readData(records, name->text, type, packet, at, size);
        at += size;
    }
    return records;
}

QByteArray mdnsQuery(const QStringList &services)
{
    ByteWriter out;
    out.u16(0).u16(0).u16(quint16(services.size())).u16(0).u16(0).u16(0);
    for (const QString &service : services) {
        for (const QString &label : service.split(u'.')) {
            const QByteArray bytes = label.toUtf8().left(63);
            out.u8(quint8(bytes.size())).raw(bytes);
        }
        out.u8(0).u16(typePtr).u16(classIn | unicastBit);
    }
    return out.bytes();
}

std::vector<MdnsHost> mdnsHosts(const std::vector<MdnsRecord> &records)
{
    static const QRegularExpression service(u"\\A(.+)\\.(_[A-Za-z0-9-]+\\._(?:tcp|udp))\\.local\\z"_s);
    static const QRegularExpression workstation(u"\\A(.+) \\[([0-9a-fA-F:]{17})\\]\\z"_s);
    Hosts hosts;
    QHash<QString, QString> hostOf; // of an instance of a service, from its SRV record
    for (const MdnsRecord &record : records) {
        if (const auto *address = std::get_if<Ipv4>(&record.data)) {
            auto &addresses = hosts.host(record.name).addresses;
            if (!std::ranges::contains(addresses, *address))
                addresses.push_back(*address);
        } else if (const auto *at = std::get_if<MdnsService>(&record.data)) {
            hostOf.insert(record.name, at->host);
        }
    }
    for (const MdnsRecord &record : records) {
        const auto *pointer = std::get_if<MdnsPointer>(&record.data);
        const QString instance = pointer ? pointer->target : record.name;
        const auto match = service.match(instance);
        if (!match.hasMatch())
            continue;
        const auto named = workstation.match(match.captured(1));
        const QString name = hostOf.contains(instance) ? hostOf.value(instance) : named.hasMatch() ? named.captured(1) : match.captured(1);
        MdnsHost &host = hosts.host(name);
        if (!host.services.contains(match.captured(2)))
            host.services << match.captured(2);
        if (named.hasMatch() && match.capturedView(2) == "_workstation._tcp"_L1)
            host.mac = MacAddress::parse(named.captured(2));
    }
    return std::move(hosts.all);
}

} // namespace bramble
