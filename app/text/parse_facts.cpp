// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/parse_facts.h"

#include "text/lan_probe.h"
#include "text/look_script.h"
#include "text/look_sections.h"

#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// os-release(5): NAME=value in the way a shell would read it.
void readOsRelease(ServerFacts &facts, const QByteArrayList &lines)
{
    const auto values = assignments(lines);
    facts.osId = values.value(u"ID"_s);
    facts.osLike = values.value(u"ID_LIKE"_s).split(u' ', Qt::SkipEmptyParts);
    facts.osVersion = values.value(u"VERSION_ID"_s);
    facts.osName = values.value(u"PRETTY_NAME"_s);
}

void readDisk(ServerFacts &facts, const LookSections &sections)
{
    const QString where = firstLine(sections, u"filesystem"_s).simplified();
    facts.folderFilesystem = where.section(u' ', 1, 1);
    facts.folderMount = where.section(u' ', 6);
    for (const QByteArray &line : sections.value(u"mounts"_s)) { // df -PTk: device, type, size, used, free, part, mount point
        const QString text = QString::fromUtf8(line).simplified();
        const Mount mount{text.section(u' ', 6), text.section(u' ', 1, 1), text.section(u' ', 4, 4).toLongLong() * 1024};
        if (mount.path.startsWith(u'/') && !std::ranges::contains(facts.mounts, mount.path, &Mount::path))
            facts.mounts.push_back(mount);
    }
    // btrfs and bcachefs always can; XFS as it was made, which the script asks.
    facts.reflink = facts.folderFilesystem == "btrfs"_L1 || facts.folderFilesystem == "bcachefs"_L1 || firstLine(sections, u"reflink"_s) == "yes"_L1;
    facts.overlayExport = firstLine(sections, u"overlay"_s) == "yes"_L1;
    const QStringList space = firstLine(sections, u"space"_s).split(u' ', Qt::SkipEmptyParts);
    if (space.size() != 3)
        return;
    qint64 bytes = 0;
    // %f and not %a of stat: root may use what is set aside for it.
    if (!qMulOverflow(space[0].toLongLong(), space[1].toLongLong(), &bytes))
        facts.freeBytes = bytes;
    facts.freeNodes = space[2].toLongLong();
}

void readPackages(ServerFacts &facts, const LookSections &sections)
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
    QStringList arguments{u"-c"_s, QString::fromLatin1(lookScript), u"look"_s, what.folder, what.sshConnection, what.interface,
                          QString::number(what.listenSeconds), QString::fromLatin1(lanProbeScript)};
    for (const QStringList &list : {what.files, what.packages, what.units})
        arguments << QString::number(list.size()) << list;
    return asRoot(u"sh"_s, arguments);
}

Result<ServerFacts> parseFacts(QByteArrayView output)
{
    const LookSections sections = sectionsOf(output);
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
    facts.processors = firstLine(sections, u"processors"_s).toInt();
    readServices(facts, sections);
    readFirewall(facts, sections);
    if (const QString synchronised = firstLine(sections, u"synchronised"_s); !synchronised.isEmpty())
        facts.clockSynchronised = synchronised == "yes"_L1;
    readDisk(facts, sections);
    readPackages(facts, sections);
    facts.files = unpacked(sections.value(u"files"_s));
    for (const QByteArray &line : sections.value(u"modes"_s))
        facts.fileModes.insert(QString::fromUtf8(line).section(u' ', 1), line.left(line.indexOf(' ')).toInt(nullptr, 8));
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
