// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files.h"

#include <cstdio>
#include <dirent.h>
#include <fstream>
#include <sys/stat.h>
#include <unistd.h>

namespace uci {

Settings settings;

namespace {

Wrong readConfig(std::istream &in, Package &package)
{
    Words words(in);
    Texts line;
    while (words.line(line)) {
        if (line.empty())
            continue;
        if (line[0] == "package" || line[0] == "p")
            continue;
        if ((line[0] == "config" || line[0] == "c") && line.size() > 1) {
            const Text name = line.size() > 2 ? line[2] : Text();
            if (!name.empty() && !isName(name))
                return Wrong::Parse;
            newSection(package, line[1], name, name.empty());
        } else if ((line[0] == "option" || line[0] == "o" || line[0] == "list" || line[0] == "l") && line.size() > 1 && !package.sections.empty() && isName(line[1])) {
            put(package.sections.back(), line[1], line.size() > 2 ? line[2] : Text(), line[0][0] == 'l');
        } else {
            return Wrong::Parse;
        }
    }
    return Wrong::None;
}

void readChanges(std::istream &in, Package &package)
{
    Words words(in);
    Texts line;
    while (words.line(line)) {
        if (line.empty() || line[0].empty())
            continue;
        Text word = line[0];
        Change change;
        if (Text("+-@^|~").find(word[0]) != Text::npos) {
            change.verb = word[0];
            word.erase(0, 1);
        }
        const Target target = targetOf(word);
        change.section = target.section;
        change.option = target.option;
        change.value = target.value.value_or("");
        package.changes.push_back(change);
        perform(package, change);
    }
}

} // namespace

Wrong load(const Text &name, Package &package)
{
    package = {};
    package.name = name;
    std::ifstream file(settings.config + "/" + name);
    if (!isName(name, true) || !file)
        return Wrong::NotFound;
    if (const Wrong wrong = readConfig(file, package); wrong != Wrong::None)
        return wrong;
    std::ifstream saved(settings.saved + "/" + name);
    readChanges(saved, package);
    return Wrong::None;
}

void save(const Package &package)
{
    mkdir(settings.saved.c_str(), 0700);
    std::ofstream out(settings.saved + "/" + package.name, std::ios::trunc);
    for (const Change &change : package.changes) {
        if (change.verb != ' ')
            out << change.verb;
        out << package.name << '.' << change.section;
        if (!change.option.empty())
            out << '.' << change.option;
        if (change.verb != '-')
            out << '=' << quoted(change.value);
        out << '\n';
    }
}

void write(std::ostream &out, const Package &package, bool header, bool names)
{
    if (header)
        out << "package " << package.name << '\n';
    for (const Section &section : package.sections) {
        out << "\nconfig " << section.type;
        if (!section.anonymous || names)
            out << ' ' << quoted(section.name);
        out << '\n';
        for (const Option &option : section.options)
            for (const Text &value : option.values)
                out << (option.list ? "\tlist " : "\toption ") << option.name << ' ' << quoted(value) << '\n';
    }
    out << '\n';
}

Texts filesIn(const Text &folder)
{
    Texts names;
    if (DIR *dir = opendir(folder.c_str())) {
        while (const dirent *entry = readdir(dir))
            if (isName(entry->d_name, true))
                names.push_back(entry->d_name);
        closedir(dir);
    }
    std::sort(names.begin(), names.end());
    return names;
}

Wrong commit(Package &package)
{
    if (package.changes.empty())
        return Wrong::None;
    const Text path = settings.config + "/" + package.name, fresh = settings.config + "/." + package.name + ".uci-new";
    {
        std::ofstream out(fresh, std::ios::trunc);
        write(out, package, false, false);
    }
    struct stat old = {};
    if (stat(path.c_str(), &old) == 0)
        chmod(fresh.c_str(), old.st_mode & 07777);
    if (std::rename(fresh.c_str(), path.c_str()) != 0)
        return Wrong::Invalid;
    unlink((settings.saved + "/" + package.name).c_str());
    return Wrong::None;
}

} // namespace uci
