// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "package.h"

#include <cstdio>
#include <cstdlib>

namespace uci {

// cfg, the number of the section, and a hash of its type after Bernstein.
Text nameOf(unsigned number, const Text &type)
{
    unsigned hash = 5381;
    for (const char c : type)
        hash = hash * 33 + static_cast<unsigned>(c);
    char name[16];
    std::snprintf(name, sizeof name, "cfg%02x%04x", number & 255, (hash & 0x7fffffff) % 65536);
    return name;
}

Section *sectionOf(Package &package, const Text &reference)
{
    if (reference.size() > 3 && reference[0] == '@') {
        const size_t bracket = reference.find('[');
        if (bracket == Text::npos)
            return nullptr;
        const Text type = reference.substr(1, bracket - 1);
        const int index = std::atoi(reference.c_str() + bracket + 1);
        std::vector<Section *> all;
        for (Section &section : package.sections)
            if (section.type == type)
                all.push_back(&section);
        const int at = index < 0 ? int(all.size()) + index : index;
        return at >= 0 && at < int(all.size()) ? all[size_t(at)] : nullptr;
    }
    for (Section &section : package.sections)
        if (section.name == reference)
            return &section;
    return nullptr;
}

void put(Section &section, const Text &option, const Text &value, bool toList)
{
    Option *there = section.find(option);
    if (!toList && value.empty()) {
        section.options.erase(std::remove_if(section.options.begin(), section.options.end(), [&](const Option &o) { return o.name == option; }),
                              section.options.end());
        return;
    }
    if (!there) {
        section.options.push_back({option, toList, {value}});
        return;
    }
    if (!toList)
        there->values.clear();
    there->list = toList;
    there->values.push_back(value);
}

Section &newSection(Package &package, const Text &type, const Text &name, bool anonymous)
{
    ++package.made;
    package.sections.push_back({type, name.empty() ? nameOf(package.made, type) : name, anonymous, {}});
    return package.sections.back();
}

Wrong perform(Package &package, const Change &change)
{
    Section *section = sectionOf(package, change.section);
    if (change.verb == '+' || (change.verb == ' ' && change.option.empty())) {
        if (section)
            section->type = change.value;
        else
            newSection(package, change.value, change.section, change.verb == '+');
        return Wrong::None;
    }
    if (!section)
        return Wrong::NotFound;
    Option *option = section->find(change.option);
    switch (change.verb) {
    case ' ': put(*section, change.option, change.value, false); break;
    case '|': put(*section, change.option, change.value, true); break;
    case '~':
        if (!option)
            return Wrong::None;
        option->values.erase(std::remove(option->values.begin(), option->values.end(), change.value), option->values.end());
        if (option->values.empty())
            put(*section, change.option, {}, false);
        break;
    case '-':
        if (!change.option.empty() && !option)
            return Wrong::NotFound;
        if (!change.option.empty())
            put(*section, change.option, {}, false);
        else
            package.sections.erase(package.sections.begin() + (section - package.sections.data()));
        break;
    case '@':
        if (change.option.empty()) {
            section->name = change.value;
            section->anonymous = false;
        } else if (option)
            option->name = change.value;
        break;
    case '^': {
        Section moved = *section;
        package.sections.erase(package.sections.begin() + (section - package.sections.data()));
        const size_t at = std::min<size_t>(size_t(std::atoi(change.value.c_str())), package.sections.size());
        package.sections.insert(package.sections.begin() + long(at), moved);
        break;
    }
    default: return Wrong::Invalid;
    }
    return Wrong::None;
}

Target targetOf(const Text &word)
{
    Target target;
    const size_t equals = word.find('=');
    if (equals != Text::npos)
        target.value = word.substr(equals + 1);
    const Text path = word.substr(0, equals);
    const size_t one = path.find('.');
    target.package = path.substr(0, one);
    if (one == Text::npos)
        return target;
    const size_t two = path.find('.', one + 1);
    target.section = path.substr(one + 1, two == Text::npos ? Text::npos : two - one - 1);
    if (two != Text::npos)
        target.option = path.substr(two + 1);
    return target;
}

} // namespace uci
