// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What stands in for OpenWrt's `uci` in the lab: the same commands, words and exit codes, as far as the lab needs them. Written
// anew, with nothing but the standard library, so that it shares no mistake with the program it is there to test; compared with
// what the real tool said by tests/lab/uci-transcript.
#include <algorithm>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <dirent.h>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace {

using Text = std::string;
using Texts = std::vector<Text>;

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

struct Settings
{
    Text config = "/etc/config", saved = "/tmp/.uci", delimiter = " ";
    bool quiet = false, extended = true, names = true;
} settings;

enum class Wrong { None, NotFound, Invalid, Parse, Usage };

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

Text quoted(const Text &value)
{
    Text out = "'";
    for (const char c : value)
        out += c == '\'' ? Text("'\\''") : Text(1, c);
    return out + "'";
}

bool isName(const Text &name, bool package = false)
{
    return !name.empty() && std::all_of(name.begin(), name.end(), [package](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (package && c == '-');
    });
}

bool isText(const Text &value)
{
    return std::all_of(value.begin(), value.end(),
                       [](unsigned char c) { return c >= 32 || c == '\t' || c == '\n' || c == '\r'; });
}

// The words of a line, or of several where a quote is open at its end. '…' is literal, "…" and bare text know the backslash,
// '#' begins a comment, ';' another command.
class Words
{
public:
    explicit Words(std::istream &in) : m_in(in) { }

    // False at the end of the input. A ';' ends the line, the next call goes on behind it.
    bool line(Texts &words)
    {
        words.clear();
        if (m_at >= m_line.size() && !fetch())
            return false;
        while (m_at < m_line.size()) {
            if (std::isspace(static_cast<unsigned char>(m_line[m_at]))) {
                ++m_at;
            } else if (m_line[m_at] == '#') {
                m_at = m_line.size();
            } else if (m_line[m_at] == ';') {
                ++m_at;
                break;
            } else {
                words.push_back(word());
            }
        }
        return true;
    }

private:
    bool fetch()
    {
        m_at = 0;
        m_line.clear();
        if (!std::getline(m_in, m_line))
            return false;
        m_line += '\n';
        return true;
    }

    Text word()
    {
        Text out;
        char quote = 0;
        for (;;) {
            if (m_at >= m_line.size()) {
                if (!quote || !fetch())
                    return out;
                continue;
            }
            const char c = m_line[m_at];
            if (quote == 0 && (std::isspace(static_cast<unsigned char>(c)) || c == ';' || c == '#'))
                return out;
            ++m_at;
            if (quote == '\'' ? c == '\'' : quote == '"' ? c == '"' : false)
                quote = 0;
            else if (quote == 0 && (c == '\'' || c == '"'))
                quote = c;
            else if (quote != '\'' && c == '\\') {
                if (m_at < m_line.size() && m_line[m_at] == '\n')
                    ++m_at;
                else if (m_at < m_line.size())
                    out += m_line[m_at++];
            } else
                out += c;
        }
    }

    std::istream &m_in;
    Text m_line;
    size_t m_at = 0;
};

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

// "dhcp.lan.ip=1": the parts; a section may be @type[n], whose dot-free brackets are left alone.
struct Target
{
    Text package, section, option;
    std::optional<Text> value;
};

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
