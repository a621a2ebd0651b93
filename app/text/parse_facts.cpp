// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/parse_facts.h"

#include "text/look_script.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using Sections = QHash<QString, QByteArrayList>;

Sections sectionsOf(QByteArrayView output)
{
    Sections sections;
    QString name;
    for (const QByteArray &line : output.toByteArray().split('\n')) {
        if (line.startsWith("@@")) {
            name = QString::fromLatin1(line.sliced(2));
            sections.insert(name, {});
        } else if (line.startsWith(' ') && !name.isEmpty()) {
            sections[name] << line.sliced(1);
        }
    }
    return sections;
}

QString firstLine(const Sections &sections, const QString &name)
{
    return QString::fromUtf8(sections.value(name).value(0)).trimmed();
}

// os-release(5): NAME=value in the way a shell would read it.
void readOsRelease(ServerFacts &facts, const QByteArrayList &lines)
{
    QHash<QString, QString> values;
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line).trimmed();
        QString value = text.section(u'=', 1);
        if (value.size() >= 2 && (value[0] == u'"' || value[0] == u'\'') && value.back() == value[0])
            value = value.sliced(1, value.size() - 2);
        values.insert(text.section(u'=', 0, 0), value);
    }
    facts.osId = values.value(u"ID"_s);
    facts.osLike = values.value(u"ID_LIKE"_s).split(u' ', Qt::SkipEmptyParts);
    facts.osVersion = values.value(u"VERSION_ID"_s);
    facts.osName = values.value(u"PRETTY_NAME"_s);
}

std::optional<NetworkInterface> readInterface(const QJsonObject &object, const QStringList &wireless)
{
    NetworkInterface result;
    result.name = object["ifname"_L1].toString();
    if (result.name.isEmpty() || object["link_type"_L1].toString() == "loopback"_L1)
        return {};
    result.mac = MacAddress::parse(object["address"_L1].toString());
    result.up = object["flags"_L1].toArray().contains("UP"_L1) && object["operstate"_L1].toString() != "DOWN"_L1;
    result.wireless = wireless.contains(result.name);
    for (const auto &value : object["addr_info"_L1].toArray()) {
        const QJsonObject info = value.toObject();
        const auto address = Ipv4::parse(info["local"_L1].toString());
        if (info["family"_L1].toString() != "inet"_L1 || !address)
            continue;
        if (const auto network = Ipv4Network::from(*address, info["prefixlen"_L1].toInt(-1))) {
            result.addresses.push_back(*network);
            result.dynamicAddress = result.dynamicAddress || info["dynamic"_L1].toBool();
        }
    }
    return result;
}

bool readNetwork(ServerFacts &facts, const Sections &sections)
{
    const auto json
        = [&sections](const QString &name) { return QJsonDocument::fromJson(sections.value(name).join('\n')); };
    const QJsonDocument addresses = json(u"addresses"_s);
    if (!addresses.isArray())
        return false;
    QStringList wireless;
    for (const QByteArray &line : sections.value(u"wireless"_s))
        wireless << QString::fromUtf8(line);
    for (const auto &value : addresses.array())
        if (const auto interface = readInterface(value.toObject(), wireless))
            facts.interfaces.push_back(*interface);
    facts.defaultInterface = json(u"routes"_s).array().at(0).toObject()["dev"_L1].toString();
    // "client port server port", sshd(8)
    const QStringList connection = firstLine(sections, u"ssh"_s).split(u' ', Qt::SkipEmptyParts);
    if (connection.size() == 4)
        facts.sshAddress = Ipv4::parse(connection[2]);
    return true;
}

// State Recv-Q Send-Q Local Peer Process, of `ss -H`.
void readPorts(ServerFacts &facts, const QString &protocol, const QByteArrayList &lines)
{
    static const QRegularExpression process(u"\\(\\(\"([^\"]{1,64})\""_s);
    static const QList<quint16> wanted{53, 67, 69, 111, 2049, 4011};
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line.simplified());
        PortOwner owner;
        owner.protocol = protocol;
        owner.port = text.section(u' ', 3, 3).section(u':', -1).toUShort();
        owner.process = process.match(text).captured(1);
        if (wanted.contains(owner.port) && std::ranges::find(facts.ports, owner) == facts.ports.end())
            facts.ports.push_back(owner);
    }
}

void readDisk(ServerFacts &facts, const Sections &sections)
{
    facts.folderFilesystem = firstLine(sections, u"filesystem"_s).simplified().section(u' ', 1, 1);
    const QStringList space = firstLine(sections, u"space"_s).split(u' ', Qt::SkipEmptyParts);
    if (space.size() != 3)
        return;
    qint64 bytes = 0;
    // %f and not %a of stat: root may use what is set aside for it.
    if (!qMulOverflow(space[0].toLongLong(), space[1].toLongLong(), &bytes))
        facts.freeBytes = bytes;
    facts.freeNodes = space[2].toLongLong();
}

void readPackages(ServerFacts &facts, const Sections &sections)
{
    for (const QByteArray &line : sections.value(u"installed"_s))
        if (line.startsWith("installed "))
            facts.packagesInstalled << QString::fromUtf8(line.sliced(10).trimmed());
    QString package;
    for (const QByteArray &line : sections.value(u"available"_s)) {
        const QString text = QString::fromUtf8(line);
        if (!text.startsWith(u' ') && text.endsWith(u':'))
            package = text.chopped(1);
        const bool candidate = text.trimmed().startsWith("Candidate:"_L1) && !text.contains("(none)"_L1);
        if (candidate && !facts.packagesInstalled.contains(package))
            facts.packagesAvailable << package;
    }
}

QHash<QString, QByteArray> unpacked(const QByteArrayList &lines)
{
    QHash<QString, QByteArray> files;
    for (const QByteArray &line : lines) {
        const qsizetype blank = line.lastIndexOf(' ');
        const auto content
            = QByteArray::fromBase64Encoding(line.sliced(blank + 1), QByteArray::AbortOnBase64DecodingErrors);
        if (blank > 0 && content)
            files.insert(QString::fromUtf8(line.first(blank)), *content);
    }
    return files;
}

} // namespace

Command lookCommand(const LookAt &what)
{
    QStringList arguments{u"-c"_s, QString::fromLatin1(lookScript), u"look"_s, what.folder, what.sshConnection};
    for (const QStringList &list : {what.files, what.packages, what.units})
        arguments << QString::number(list.size()) << list;
    return asRoot(u"sh"_s, arguments);
}

Result<ServerFacts> parseFacts(QByteArrayView output)
{
    const Sections sections = sectionsOf(output);
    if (!sections.contains(u"end"_s))
        return fail(ErrorKind::ServerAnswerUnreadable, u"end"_s,
                    QString::fromUtf8(output.last(std::min(output.size(), qsizetype(200)))));
    ServerFacts facts;
    readOsRelease(facts, sections.value(u"os-release"_s));
    facts.hostname = firstLine(sections, u"hostname"_s);
    facts.architecture = firstLine(sections, u"architecture"_s);
    facts.systemd = firstLine(sections, u"systemd"_s) == "yes"_L1;
    if (!readNetwork(facts, sections))
        return fail(ErrorKind::ServerAnswerUnreadable, u"addresses"_s, firstLine(sections, u"addresses"_s).left(200));
    readPorts(facts, u"udp"_s, sections.value(u"udp"_s));
    readPorts(facts, u"tcp"_s, sections.value(u"tcp"_s));
    readDisk(facts, sections);
    readPackages(facts, sections);
    facts.files = unpacked(sections.value(u"files"_s));
    for (const auto &[node, id] : unpacked(sections.value(u"laid"_s)).asKeyValueRange())
        facts.laidTrees.insert(node, QString::fromUtf8(id).trimmed());
    static const QRegularExpression sha256(u"\\A[0-9a-f]{64}\\z"_s);
    for (const QByteArray &image : sections.value(u"images"_s))
        if (const QString name = QString::fromLatin1(image); sha256.matchView(name).hasMatch())
            facts.keptImages << name;
    for (const QByteArray &unit : sections.value(u"units"_s))
        facts.activeUnits << QString::fromUtf8(unit);
    bool clock = false;
    facts.clockMs = firstLine(sections, u"clock"_s).toLongLong(&clock);
    if (!clock)
        return fail(ErrorKind::ServerAnswerUnreadable, u"clock"_s, firstLine(sections, u"clock"_s).left(200));
    return facts;
}

} // namespace bramble
