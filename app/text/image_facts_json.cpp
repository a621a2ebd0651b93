// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/image_facts_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Raise it whenever more, or something else, is gathered: facts of an older program would lack it.
constexpr int Version = 3;

constexpr std::array<std::pair<SystemKind, QLatin1StringView>, 5> kinds{{{SystemKind::RaspberryPiOs, "raspberry-pi-os"_L1},
                                                                         {SystemKind::Debian, "debian"_L1},
                                                                         {SystemKind::Ubuntu, "ubuntu"_L1},
                                                                         {SystemKind::DietPi, "dietpi"_L1},
                                                                         {SystemKind::Other, "other"_L1}}};

QJsonObject toJson(const ImagePartition &partition)
{
    return {{u"start"_s, partition.start}, {u"size"_s, partition.size}, {u"type"_s, partition.type}};
}

ImagePartition partitionFrom(const QJsonValue &value)
{
    ImagePartition partition;
    partition.start = value["start"_L1].toInteger();
    partition.size = value["size"_L1].toInteger();
    partition.type = static_cast<quint8>(value["type"_L1].toInteger());
    return partition;
}

bool isSane(const ImageFacts &facts)
{
    static const QRegularExpression sha256(u"\\A[0-9a-f]{64}\\z"_s);
    const auto path = [](const BootFile &file) { return !file.path.isEmpty() && !file.path.startsWith(u'/') && file.size >= 0; };
    return sha256.matchView(facts.sha256).hasMatch() && facts.rootBytes >= 0 && facts.rootNodes >= 0 && facts.imageSize >= 0
        && facts.boot.start >= 0 && facts.boot.size >= 0 && facts.root.start >= 0 && facts.root.size >= 0
        && std::ranges::all_of(facts.bootFiles, path);
}

} // namespace

QByteArray imageFactsJson(const ImageFacts &facts)
{
    QJsonArray bootFiles;
    for (const BootFile &file : facts.bootFiles)
        bootFiles.append(QJsonObject{{u"path"_s, file.path}, {u"size"_s, file.size}});
    QJsonObject files; // sorted by QJsonObject itself: the same facts, the same bytes
    for (const auto &[path, content] : facts.files.asKeyValueRange())
        files.insert(path, QString::fromLatin1(content.toBase64()));
    const auto kind = std::ranges::find(kinds, facts.system, [](const auto &each) { return each.first; });
    const QJsonObject object{{u"brambleboot-image"_s, Version},
                             {u"file"_s, facts.file},
                             {u"format"_s, facts.format},
                             {u"sha256"_s, facts.sha256},
                             {u"extractedSha256"_s, facts.extractedSha256},
                             {u"imageSize"_s, facts.imageSize},
                             {u"boot"_s, toJson(facts.boot)},
                             {u"root"_s, toJson(facts.root)},
                             {u"system"_s, QString(kind->second)},
                             {u"systemName"_s, facts.systemName},
                             {u"systemVersion"_s, facts.systemVersion},
                             {u"rootNodes"_s, facts.rootNodes},
                             {u"rootBytes"_s, facts.rootBytes},
                             {u"bootFiles"_s, bootFiles},
                             {u"files"_s, files},
                             {u"existing"_s, QJsonArray::fromStringList(facts.existing)}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

std::optional<ImageFacts> parseImageFacts(QByteArrayView json)
{
    constexpr qsizetype most = 64 * 1024 * 1024;
    if (json.size() > most)
        return {};
    const QJsonObject object = QJsonDocument::fromJson(json.toByteArray()).object();
    if (object["brambleboot-image"_L1].toInt() != Version)
        return {};
    ImageFacts facts;
    facts.file = object["file"_L1].toString();
    facts.format = object["format"_L1].toString();
    facts.sha256 = object["sha256"_L1].toString();
    facts.extractedSha256 = object["extractedSha256"_L1].toString();
    facts.imageSize = object["imageSize"_L1].toInteger(-1);
    facts.boot = partitionFrom(object["boot"_L1]);
    facts.root = partitionFrom(object["root"_L1]);
    const auto kind = std::ranges::find(kinds, object["system"_L1].toString(), [](const auto &each) { return each.second; });
    if (kind == kinds.end())
        return {};
    facts.system = kind->first;
    facts.systemName = object["systemName"_L1].toString();
    facts.systemVersion = object["systemVersion"_L1].toString();
    facts.rootNodes = object["rootNodes"_L1].toInteger(-1);
    facts.rootBytes = object["rootBytes"_L1].toInteger(-1);
    for (const QJsonValue &value : object["bootFiles"_L1].toArray())
        facts.bootFiles.push_back({value["path"_L1].toString(), value["size"_L1].toInteger(-1)});
    const QJsonObject files = object["files"_L1].toObject();
    for (auto it = files.begin(); it != files.end(); ++it) {
        const auto content = QByteArray::fromBase64Encoding(it.value().toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
        if (!content)
            return {};
        facts.files.insert(it.key(), *content);
    }
    for (const QJsonValue &value : object["existing"_L1].toArray())
        facts.existing << value.toString();
    if (!isSane(facts))
        return {};
    return facts;
}

} // namespace bramble
