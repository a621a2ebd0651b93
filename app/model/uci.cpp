// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/uci.h"

#include <algorithm>

namespace bramble {

namespace {

template<typename Config>
auto sectionOf(Config &config, QStringView reference) -> decltype(config.sections.data())
{
    if (!reference.startsWith(u'@')) {
        const auto it = std::ranges::find(config.sections, reference, &UciSection::name);
        return it == config.sections.end() || reference.isEmpty() ? nullptr : &*it;
    }
    const qsizetype bracket = reference.indexOf(u'[');
    bool isNumber = false;
    const int number = bracket > 0 && reference.endsWith(u']') ? reference.sliced(bracket + 1).chopped(1).toInt(&isNumber) : 0;
    if (!isNumber)
        return nullptr;
    std::vector<decltype(config.sections.data())> ofType;
    for (auto &section : config.sections)
        if (section.type == reference.first(bracket).sliced(1))
            ofType.push_back(&section);
    const auto at = number < 0 ? qsizetype(ofType.size()) + number : qsizetype(number);
    return at >= 0 && at < qsizetype(ofType.size()) ? ofType[size_t(at)] : nullptr;
}

bool applyOne(UciConfig &config, const UciChange &change)
{
    UciSection *section = config.find(change.section);
    if (change.verb == UciChange::Verb::Set && change.option.isEmpty()) {
        if (section)
            section->type = change.value;
        else if (isUciName(change.section))
            config.sections.push_back({change.value, change.section, {}});
        else
            return false;
        return !change.value.isEmpty();
    }
    if (!section)
        return false;
    if (change.verb == UciChange::Verb::Delete && change.option.isEmpty()) {
        config.sections.erase(config.sections.begin() + (section - config.sections.data()));
        return true;
    }
    if (!isUciName(change.option) || !isUciText(change.value))
        return false;
    const auto option = std::ranges::find(section->options, change.option, &UciOption::name);
    const bool exists = option != section->options.end();
    switch (change.verb) {
    case UciChange::Verb::Set:
        if (change.value.isEmpty())
            return false; // the tool would take the option away
        if (exists)
            *option = UciOption{change.option, false, {change.value}};
        else
            section->options.push_back({change.option, false, {change.value}});
        return true;
    case UciChange::Verb::AddList:
        if (!exists) {
            section->options.push_back({change.option, true, {change.value}});
        } else {
            option->isList = true;
            option->values << change.value;
        }
        return true;
    case UciChange::Verb::DelList:
        if (exists && option->isList) {
            option->values.removeAll(change.value);
            if (option->values.isEmpty())
                section->options.erase(option);
        }
        return true;
    case UciChange::Verb::Delete:
        if (exists)
            section->options.erase(option);
        return exists;
    }
    return false;
}

} // namespace

const UciOption *UciSection::find(QStringView option) const
{
    const auto it = std::ranges::find(options, option, &UciOption::name);
    return it == options.end() ? nullptr : &*it;
}

QString UciSection::value(QStringView option) const
{
    return values(option).value(0);
}

QStringList UciSection::values(QStringView option) const
{
    const UciOption *found = find(option);
    return found ? found->values : QStringList();
}

const UciSection *UciConfig::find(QStringView reference) const
{
    return sectionOf(*this, reference);
}

UciSection *UciConfig::find(QStringView reference)
{
    return sectionOf(*this, reference);
}

bool isUciName(QStringView name)
{
    return !name.isEmpty() && std::ranges::all_of(name, [](QChar c) {
        return c == u'_' || (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z');
    });
}

bool isUciText(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c >= u' ' || c == u'\t' || c == u'\n' || c == u'\r'; });
}

bool applyUci(UciConfig &config, const std::vector<UciChange> &changes)
{
    return std::ranges::all_of(changes, [&config](const UciChange &change) { return change.config == config.name && applyOne(config, change); });
}

} // namespace bramble
