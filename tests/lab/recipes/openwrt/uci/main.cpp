// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands in for OpenWrt's `uci` in the lab: the same commands, words and exit codes, as far as the lab needs them. Written
// anew, with nothing but the standard library, so that it shares no mistake with the program it is there to test; compared with
// what the real tool said by tests/lab/uci-transcript.
#include "files.h"

#include <algorithm>
#include <iostream>
#include <unistd.h>

using namespace uci;

namespace {

int say(Wrong wrong)
{
    if (!settings.quiet && wrong == Wrong::NotFound)
        std::cerr << "uci: Entry not found\n";
    if (!settings.quiet && wrong == Wrong::Invalid)
        std::cerr << "uci: Invalid argument\n";
    if (!settings.quiet && wrong == Wrong::Parse)
        std::cerr << "uci: Parse error\n";
    return wrong == Wrong::None ? 0 : wrong == Wrong::Usage ? 255 : 1;
}

void showValue(const Option &option, bool always)
{
    for (size_t i = 0; i < option.values.size(); ++i) {
        const Text &value = option.values[i];
        const bool quote = always || (option.list && value.find_first_of(" \t\r\n") != Text::npos);
        std::cout << (i ? settings.delimiter : "") << (quote ? quoted(value) : value);
    }
    std::cout << '\n';
}

void showSection(const Package &package, const Section &section, const Text &as)
{
    std::cout << package.name << '.' << as << '=' << section.type << '\n';
    for (const Option &option : section.options) {
        std::cout << package.name << '.' << as << '.' << option.name << '=';
        showValue(option, true);
    }
}

void showPackage(const Package &package)
{
    for (size_t i = 0; i < package.sections.size(); ++i) {
        const Section &section = package.sections[i];
        const auto before = std::count_if(package.sections.begin(), package.sections.begin() + long(i),
                                          [&](const Section &other) { return other.type == section.type; });
        showSection(package, section, section.anonymous && settings.extended ? "@" + section.type + "[" + std::to_string(before) + "]" : section.name);
    }
}

Wrong show(const Text &word, bool get)
{
    const Target target = targetOf(word);
    Package package;
    if (const Wrong wrong = load(target.package, package); wrong != Wrong::None)
        return wrong;
    if (target.section.empty()) {
        showPackage(package);
        return get ? Wrong::Usage : Wrong::None;
    }
    Section *section = sectionOf(package, target.section);
    Option *option = section ? section->find(target.option) : nullptr;
    if (!section || (!option && !target.option.empty()))
        return Wrong::NotFound;
    if (get && !option)
        std::cout << section->type << '\n';
    else if (get)
        showValue(*option, false);
    else if (!option)
        showSection(package, *section, section->name);
    else {
        std::cout << package.name << '.' << section->name << '.' << option->name << '=';
        showValue(*option, true);
    }
    return Wrong::None;
}

void showChanges(const Package &package)
{
    for (const Change &change : package.changes) {
        std::cout << (change.verb == '-' ? "-" : "") << package.name << '.' << change.section;
        if (!change.option.empty())
            std::cout << '.' << change.option;
        if (change.verb != '-')
            std::cout << (change.verb == '|' ? "+=" : change.verb == '~' ? "-=" : "=") << quoted(change.value);
        std::cout << '\n';
    }
}

Wrong onPackages(const Text &verb, const Texts &words)
{
    const bool all = words.size() < 2;
    const Texts names = !all ? Texts{targetOf(words[1]).package} : filesIn(verb == "export" ? settings.config : settings.saved);
    for (const Text &name : names) {
        Package package;
        if (const Wrong wrong = load(name, package); wrong != Wrong::None)
            return wrong;
        if (verb == "changes")
            showChanges(package);
        else if (verb == "export")
            write(std::cout, package, true, false);
        else if (const Wrong wrong = commit(package); wrong != Wrong::None)
            return wrong;
    }
    return Wrong::None;
}

Wrong revert(const Text &word)
{
    const Target target = targetOf(word);
    Package package;
    if (const Wrong wrong = load(target.package, package); wrong != Wrong::None)
        return wrong;
    std::vector<Change> kept;
    for (const Change &change : package.changes)
        if (!target.section.empty() && (change.section != target.section || (!target.option.empty() && change.option != target.option)))
            kept.push_back(change);
    package.changes = kept;
    if (kept.empty())
        unlink((settings.saved + "/" + package.name).c_str());
    else
        save(package);
    return Wrong::None;
}

Wrong change(char verb, const Text &word)
{
    const Target target = targetOf(word);
    if (verb != '-' && (!target.value || target.section.empty()))
        return Wrong::Invalid;
    if (target.section.empty() || (target.section[0] != '@' && !isName(target.section)))
        return Wrong::Invalid;
    if (!target.option.empty() && !isName(target.option))
        return Wrong::Parse;
    if ((verb == '|' || verb == '~') && target.option.empty())
        return Wrong::Invalid;
    if (target.value && !isText(*target.value))
        return Wrong::Invalid;
    Package package;
    if (const Wrong wrong = load(target.package, package); wrong != Wrong::None)
        return wrong;
    const Section *section = sectionOf(package, target.section);
    const bool makesSection = verb == ' ' && target.option.empty() && target.section[0] != '@';
    if (!section && !makesSection)
        return verb == '-' || target.section[0] == '@' ? Wrong::NotFound : Wrong::Invalid;
    const Change made{verb, section ? section->name : target.section, target.option, target.value.value_or("")};
    if (const Wrong wrong = perform(package, made); wrong != Wrong::None)
        return wrong;
    package.changes.push_back(made);
    save(package);
    return Wrong::None;
}

Wrong add(const Text &name, const Text &type)
{
    Package package;
    if (const Wrong wrong = load(name, package); wrong != Wrong::None)
        return wrong;
    const Change made{'+', nameOf(package.made + 1, type), {}, type};
    perform(package, made);
    package.changes.push_back(made);
    save(package);
    std::cout << made.section << '\n';
    return Wrong::None;
}

Wrong run(const Texts &words)
{
    if (words.empty())
        return Wrong::Usage;
    const Text &verb = words[0];
    const bool one = words.size() == 2;
    if ((verb == "show" || verb == "get") && one)
        return show(words[1], verb == "get");
    if (verb == "show" && words.size() == 1) {
        for (const Text &name : filesIn(settings.config))
            show(name, false);
        return Wrong::None;
    }
    if ((verb == "changes" || verb == "export" || verb == "commit") && words.size() <= 2)
        return onPackages(verb, words);
    if (verb == "revert" && one)
        return revert(words[1]);
    if (verb == "add" && words.size() == 3)
        return add(words[1], words[2]);
    static const Texts verbs{"set", "delete", "rename", "reorder", "add_list", "del_list"};
    static const Text marks = " -@^|~";
    const auto it = std::find(verbs.begin(), verbs.end(), verb);
    return it != verbs.end() && one ? change(marks[size_t(it - verbs.begin())], words[1]) : Wrong::Usage;
}

// As the real one: what is wrong is said, and the next line is done all the same; 0 in the end.
int batch(std::istream &in)
{
    Words words(in);
    Texts line;
    while (words.line(line)) {
        if (line.size() == 1 && line[0] == "exit")
            return 0;
        if (!line.empty() && say(run(line)) == 255 && !settings.quiet)
            std::cerr << "Unknown command\n";
    }
    return 0;
}

} // namespace

int main(int count, char **values)
{
    int option = 0;
    while ((option = getopt(count, values, "+c:C:d:f:mnNp:P:sSqt:X")) != -1) {
        switch (option) {
        case 'c': settings.config = optarg; break;
        case 'd': settings.delimiter = optarg; break;
        case 'N': settings.names = false; break;
        case 'P': case 't': settings.saved = optarg; break;
        case 'q': settings.quiet = true; break;
        case 'X': settings.extended = false; break;
        case '?': return 255;
        default: break;
        }
    }
    const Texts words(values + optind, values + count);
    if (words.size() == 1 && words[0] == "batch")
        return batch(std::cin);
    return say(run(words));
}
