// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/practice.h"

#include "host/host.h"
#include "text/cluster_file.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bramble {

using namespace Qt::StringLiterals;

Result<Practice> readPractice(const QString &folder)
{
    constexpr qint64 enough = 1024 * 1024;
    const QDir dir(folder);
    const auto content = readFile(dir.filePath(u"practice.json"_s), enough);
    if (!content)
        return fail(ErrorKind::PracticeUnavailable, folder, content.error().detail);
    const QJsonDocument document = QJsonDocument::fromJson(*content);
    if (!document.isObject())
        return fail(ErrorKind::PracticeUnavailable, folder, u"practice.json"_s);
    const QString clusterFile = dir.filePath(document[u"cluster"_s].toString());
    const auto yaml = readFile(clusterFile, clusterFileLimit);
    if (!yaml)
        return fail(ErrorKind::PracticeUnavailable, clusterFile, yaml.error().detail);
    auto cluster = parseCluster(*yaml, clusterFile);
    if (!cluster)
        return std::unexpected(cluster.error());
    Practice practice;
    practice.cluster = *std::move(cluster);
    practice.cluster.image.file = QFileInfo(clusterFile).dir().absoluteFilePath(practice.cluster.image.file);
    practice.identityFile = document[u"identity"_s].toString();
    practice.knownHostsFile = document[u"knownHosts"_s].toString();
    for (const QJsonValue &value : document[u"powerOn"_s].toArray()) {
        QStringList words;
        for (const QJsonValue &word : value.toArray())
            words << word.toString();
        if (words.isEmpty())
            return fail(ErrorKind::PracticeUnavailable, folder, u"powerOn"_s);
        const QString program = words.takeFirst();
        practice.powerOn.push_back(Command(program, words));
    }
    return practice;
}

} // namespace bramble
