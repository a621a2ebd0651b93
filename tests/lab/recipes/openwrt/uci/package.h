// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words.h"

#include <algorithm>
#include <optional>

/// Sections and options, and what each kind of change makes of them.
namespace uci {

struct Option
{
    Text name;
    bool list = false;
    Texts values;
};

struct Section
{
    Text type, name;
    bool anonymous = false;
    std::vector<Option> options;

    Option *find(const Text &option)
    {
        const auto it = std::find_if(options.begin(), options.end(), [&](const Option &o) { return o.name == option; });
        return it == options.end() ? nullptr : &*it;
    }
};

// One saved change: ' ' set, '+' new anonymous section, '-' delete, '@' rename, '^' reorder, '|' add to a list, '~' take from it.
struct Change
{
    char verb = ' ';
    Text section, option, value;
};

struct Package
{
    Text name;
    unsigned made = 0;
    std::vector<Section> sections;
    std::vector<Change> changes;
};

enum class Wrong { None, NotFound, Invalid, Parse, Usage };

// "dhcp.lan.ip=1": the parts; a section may be @type[n], whose dot-free brackets are left alone.
struct Target
{
    Text package, section, option;
    std::optional<Text> value;
};

Target targetOf(const Text &word);

/// The name an anonymous section gets.
Text nameOf(unsigned number, const Text &type);
Section *sectionOf(Package &package, const Text &reference);
void put(Section &section, const Text &option, const Text &value, bool toList);
Section &newSection(Package &package, const Text &type, const Text &name, bool anonymous);
Wrong perform(Package &package, const Change &change);

} // namespace uci
