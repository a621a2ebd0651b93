// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/look_sections.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// exports(5) as /var/lib/nfs/etab has it: path, tab, client(options); blanks in a path are octal.
void readExports(ServerFacts &facts, const QByteArrayList &lines)
{
    for (const QByteArray &line : lines) {
        const QString text = QString::fromUtf8(line).simplified();
        ForeignExport other{text.section(u' ', 0, 0).replace("\\040"_L1, " "_L1), text.section(u' ', 1).section(u'(', 0, 0)};
        if (other.folder.startsWith(u'/') && !std::ranges::contains(facts.exports, other))
            facts.exports.push_back(other);
    }
}

QStringList texts(const QByteArrayList &lines)
{
    QStringList out;
    for (const QByteArray &line : lines)
        if (!line.trimmed().isEmpty())
            out << QString::fromUtf8(line);
    return out;
}

} // namespace

void readServices(ServerFacts &facts, const LookSections &sections)
{
    for (const QByteArray &line : sections.value(u"dnsmasq"_s)) { // grep -H: FILE:TEXT
        const QString text = QString::fromUtf8(line);
        if (const qsizetype colon = text.indexOf(u':'); colon > 0)
            facts.dnsmasqLines.push_back({text.first(colon), text.sliced(colon + 1).trimmed()});
    }
    facts.dropIns = texts(sections.value(u"drop-ins"_s));
    const QString pihole = firstLine(sections, u"pihole"_s);
    facts.pihole.version = pihole.section(u' ', 0, 0).toInt();
    facts.pihole.readsDropIns = pihole.section(u' ', 1) == "true"_L1;
    facts.tftpFiles = texts(sections.value(u"tftp-files"_s));
    readExports(facts, sections.value(u"exports"_s));
    for (const QByteArray &line : sections.value(u"nfs-settings"_s)) {
        if (line.startsWith("threads "))
            facts.nfsThreads = std::max(facts.nfsThreads, line.sliced(8).trimmed().toInt());
        else if (line.startsWith("port "))
            facts.mountdPort = line.sliced(5).trimmed().toUShort();
    }
    for (const QString &word : firstLine(sections, u"nfs-versions"_s).split(u' ', Qt::SkipEmptyParts)) // +3 +4 -4.0
        if (word.startsWith(u'+'))
            facts.nfsVersions << word.sliced(1);
}

} // namespace bramble
