// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/bootconf.h"

#include <QList>

#include <algorithm>
#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype ReadLimit = 64 * 1024;

// One line with its end, and what it is to that board.
struct Line
{
    QByteArray bytes;
    bool holds = false; ///< a KEY=VALUE that the board takes
    bool forAll = false; ///< stands where every board reads
    bool foreign = false; ///< behind [config.txt]: appended to another file
    QByteArray key;
    QByteArray value;
};

// The conditions of config.txt that can stand here (reference: netboot 3.1). Those on the model and on the serial hold
// together; [all] ends both.
class Conditions
{
public:
    explicit Conditions(const BootConfReader &reader) : m_reader(reader) { }

    void take(const QByteArray &name)
    {
        if (name == "all") {
            *this = Conditions(m_reader);
            return;
        }
        m_any = true;
        m_none = name == "none"; // until the next one of any kind
        if (m_none)
            return;
        if (name.startsWith("0x"))
            m_serial = m_reader.serial && Serial::parse(QString::fromLatin1(name.sliced(2).rightJustified(8, '0'))) == m_reader.serial;
        else if (isModel(name))
            m_model = modelHolds(name);
        else
            m_other = false; // [edid=…], [gpio4=1], [tryboot]: not to be known from here
    }

    bool hold() const { return m_model && m_serial && m_other && !m_none; }
    bool areNone() const { return !m_any; }

private:
    struct Name
    {
        QByteArrayView name;
        std::array<PiModel, 4> models;
    };
    static constexpr PiModel No = PiModel::Unknown;
    static constexpr std::array names{
        Name{"pi3", {PiModel::Pi3B, PiModel::Pi3BPlus, PiModel::Cm3, PiModel::Cm3Plus}},
        Name{"pi3+", {PiModel::Pi3BPlus, No, No, No}},
        Name{"pi2", {PiModel::Pi2B, No, No, No}},
        Name{"pi4", {PiModel::Pi4B, PiModel::Pi400, PiModel::Cm4, PiModel::Cm4S}},
        Name{"pi400", {PiModel::Pi400, No, No, No}},
        Name{"cm4", {PiModel::Cm4, No, No, No}},
        Name{"cm4s", {PiModel::Cm4S, No, No, No}},
        Name{"pi5", {PiModel::Pi5, PiModel::Pi500, PiModel::Cm5, No}},
        Name{"pi500", {PiModel::Pi500, No, No, No}},
        Name{"cm5", {PiModel::Cm5, No, No, No}},
    };

    static bool isModel(const QByteArray &name) { return std::ranges::contains(names, QByteArrayView(name), &Name::name); }
    bool modelHolds(const QByteArray &name) const
    {
        const auto found = std::ranges::find(names, QByteArrayView(name), &Name::name);
        return m_reader.model != No && std::ranges::contains(found->models, m_reader.model);
    }

    BootConfReader m_reader;
    bool m_model = true;
    bool m_serial = true;
    bool m_other = true;
    bool m_none = false;
    bool m_any = false;
};

QList<QByteArray> linesOf(QByteArrayView text)
{
    QList<QByteArray> lines;
    while (!text.isEmpty()) {
        const qsizetype end = text.indexOf('\n');
        const qsizetype size = end < 0 ? text.size() : end + 1;
        lines << text.first(size).toByteArray();
        text = text.sliced(size);
    }
    return lines;
}

std::vector<Line> read(QByteArrayView text, const BootConfReader &reader)
{
    std::vector<Line> lines;
    Conditions conditions(reader);
    bool foreign = false;
    for (const QByteArray &bytes : linesOf(text)) {
        Line line{.bytes = bytes, .key = {}, .value = {}};
        const QByteArray bare = bytes.trimmed();
        if (bare.startsWith('[') && bare.endsWith(']')) {
            const QByteArray name = bare.sliced(1, bare.size() - 2).trimmed().toLower();
            foreign = foreign || name == "config.txt";
            if (!foreign)
                conditions.take(name);
        }
        line.foreign = foreign;
        line.forAll = !foreign && conditions.areNone();
        const qsizetype equals = bare.indexOf('=');
        if (!foreign && equals > 0 && !bare.startsWith('#') && !bare.startsWith('[')) {
            line.holds = conditions.hold();
            line.key = bare.first(equals).trimmed();
            line.value = bare.sliced(equals + 1).trimmed();
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

std::optional<EepromKey> keyOf(const Line &line)
{
    return line.holds ? eepromKey(QString::fromLatin1(line.key)) : std::nullopt;
}

// The end of lines is kept as the file has it; a file that came over from Windows has two bytes.
QByteArray endOf(const std::vector<Line> &lines)
{
    return !lines.empty() && lines.front().bytes.endsWith("\r\n") ? "\r\n"_ba : "\n"_ba;
}

void changeValue(Line &line, const QByteArray &value)
{
    const qsizetype at = line.bytes.indexOf('=') + 1;
    const qsizetype from = line.value.isEmpty() ? at : line.bytes.indexOf(line.value, at);
    line.bytes = line.bytes.first(from) + value + line.bytes.sliced(from + line.value.size());
    line.value = value;
}

void append(std::vector<Line> &lines, const QByteArray &text, const QByteArray &end)
{
    const auto foreign = std::ranges::find(lines, true, &Line::foreign);
    auto at = foreign;
    // Behind the last line that has something in it, so that blank lines at the end of a section stay there.
    while (at != lines.begin() && std::prev(at)->bytes.trimmed().isEmpty())
        --at;
    if (at != lines.begin() && !std::prev(at)->bytes.endsWith('\n'))
        std::prev(at)->bytes += end;
    if (at == lines.begin() || !std::prev(at)->forAll)
        at = std::next(lines.insert(at, Line{.bytes = "[all]" + end, .forAll = true, .key = {}, .value = {}}));
    lines.insert(at, Line{.bytes = text + end, .forAll = true, .key = {}, .value = {}});
}

} // namespace

BootConf readBootConf(QByteArrayView text, const BootConfReader &reader)
{
    BootConf conf;
    int number = 0;
    for (const Line &line : read(text.first(std::min(text.size(), ReadLimit)), reader)) {
        ++number;
        if (line.holds && line.key == "SIGNED_BOOT")
            conf.isSigned = (line.value.toUInt(nullptr, 0) & 1) != 0;
        const auto key = keyOf(line);
        if (!key)
            continue;
        if (line.value.isEmpty())
            conf.config.unset(*key); // TFTP_IP= : said to be nothing
        else if (const Result<> set = conf.config.set(*key, QString::fromUtf8(line.value)); !set)
            conf.problems.push_back({number, set.error()});
    }
    return conf;
}

QByteArray changeBootConf(QByteArrayView text, const EepromConfig &wanted, const std::vector<EepromKey> &removed,
                          const BootConfReader &reader)
{
    std::vector<Line> lines = read(text, reader);
    const QByteArray end = endOf(lines);
    std::erase_if(lines, [&](const Line &line) {
        const auto key = keyOf(line);
        return key && std::ranges::contains(removed, *key) && !wanted.says(*key);
    });
    for (auto it = wanted.values().cbegin(); it != wanted.values().cend(); ++it) {
        const auto last = std::ranges::find_last_if(lines, [&](const Line &line) { return keyOf(line) == it.key(); });
        if (last.empty())
            append(lines, factsOf(it.key()).name.toString().toLatin1() + '=' + it.value().toLatin1(), end);
        else if (EepromConfig now; !now.set(it.key(), QString::fromUtf8(last.front().value)) || now.value(it.key(), BootRom::None) != it.value())
            changeValue(last.front(), it.value().toLatin1());
    }
    QByteArray out;
    for (const Line &line : lines)
        out += line.bytes;
    return out;
}

} // namespace bramble
