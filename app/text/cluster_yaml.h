// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QByteArray>
#include <QStringList>

#include <variant>
#include <vector>

namespace bramble {

struct YamlEntry;

/// The small part of YAML that a cluster file uses, as plain values: texts, mappings, and lists of either; no library
/// type gets out.
struct YamlMap
{
    std::vector<YamlEntry> entries; ///< in order; a doubled key is here twice
};

struct YamlList
{
    enum class Kind { Empty, Texts, Maps };

    Kind kind = Kind::Empty;
    QStringList texts;
    std::vector<YamlMap> maps;
    std::vector<int> lines; ///< of each item, from 1
};

/// An empty value (`name:`) is none of the three and so has the wrong type wherever it is asked for.
using YamlValue = std::variant<std::monostate, QString, YamlMap, YamlList>;

struct YamlEntry
{
    QString key;
    int line = 0; ///< from 1
    YamlValue value;
};

/// Reads one document whose top is a mapping. Errors: ClusterSyntax (detail: FILE:LINE: the parser's words),
/// ClusterSchema (too big, aliases, anchors, tags, several documents, deeper than a cluster file ever is),
/// ClusterSecret (a key that names a secret, or a private key).
Result<YamlMap> readYaml(QByteArrayView yaml, const QString &fileName);

} // namespace bramble
