// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace bramble {

/// What OpenWrt's settings are made of: sections of options, each option one value or a list of them.
struct UciOption
{
    QString name;
    bool isList = false;
    QStringList values; ///< one, where it is no list

    bool operator==(const UciOption &) const = default;
};

struct UciSection
{
    QString type;
    QString name; ///< empty: anonymous, spoken of as @type[n]
    std::vector<UciOption> options;

    const UciOption *find(QStringView option) const;
    /// The first value; empty where there is none. In UCI no value and an empty one are the same.
    QString value(QStringView option) const;
    QStringList values(QStringView option) const;

    bool operator==(const UciSection &) const = default;
};

/// One file of /etc/config.
struct UciConfig
{
    QString name; ///< dhcp, fstab
    std::vector<UciSection> sections;

    /// By name, or as @type[n]; n counts from 0, or from the end where it is negative.
    const UciSection *find(QStringView reference) const;
    UciSection *find(QStringView reference);

    bool operator==(const UciConfig &) const = default;
};

/// One command of `uci`. No option: the section itself, whose type is the value.
struct UciChange
{
    enum class Verb { Set, AddList, DelList, Delete };

    Verb verb = Verb::Set;
    QString config;
    QString section; ///< a name, or @type[n]
    QString option;
    QString value;

    bool operator==(const UciChange &) const = default;
};

/// Whether a text may be the name of a section or an option: letters, digits and '_' (OpenWrt's uci_validate_str).
bool isUciName(QStringView name);
/// Whether a text may be a value: no control characters but tab and line breaks, and no NUL.
bool isUciText(QStringView text);

/// What the config is after these commands. False, and left half done, where one of them would be refused.
bool applyUci(UciConfig &config, const std::vector<UciChange> &changes);

} // namespace bramble
