// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/pasted_nodes.h"

#include "model/board_revision.h"
#include "model/ipv4.h"

#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

enum class Field { None, Serial, Mac, Model, Revision, Name };

// What people and programs call a field: column heads, labels, lines of /proc/cpuinfo.
Field fieldOf(QStringView label)
{
    QString t = label.trimmed().toString().toLower();
    t.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == u'_' || c == u'.' || c == u'"'; });
    if (t == "serial"_L1 || t == "serialnumber"_L1 || t == "sn"_L1 || t == "s/n"_L1)
        return Field::Serial;
    if (t == "mac"_L1 || t == "macaddress"_L1 || t == "ethernet"_L1 || t == "ether"_L1 || t == "hwaddr"_L1)
        return Field::Mac;
    if (t == "model"_L1 || t == "board"_L1 || t == "type"_L1)
        return Field::Model;
    if (t == "revision"_L1)
        return Field::Revision;
    if (t == "name"_L1 || t == "hostname"_L1 || t == "host"_L1)
        return Field::Name;
    return Field::None;
}

bool isHex(QStringView text)
{
    return !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128 && isxdigit(c.unicode()); });
}

QString unquoted(QStringView word)
{
    while (!word.isEmpty() && u"\"'()[]<>.,;:"_s.contains(word.back()))
        word.chop(1);
    while (!word.isEmpty() && u"\"'()[]<>"_s.contains(word.front()))
        word = word.sliced(1);
    return word.toString();
}

// "Raspberry Pi 4 Model B Rev 1.1" is what a Pi says of itself.
std::optional<PiModel> modelOf(const QString &text)
{
    static const QRegularExpression rev(u"\\s+rev(ision)?\\s+[0-9.]+\\s*$"_s,
                                        QRegularExpression::CaseInsensitiveOption);
    return text.size() > 60 ? std::nullopt : parsePiModel(QString(text).remove(rev));
}

// One line's findings, word by word.
struct Found
{
    PastedNode node;
    QStringList leftOver;
    std::optional<Error> error;

    bool named() const { return node.serial || node.mac; }
    void wrong(ErrorKind kind, const QString &word)
    {
        if (!error)
            error = Error{kind, word.left(80), {}};
    }
    void serial(const QString &word)
    {
        node.serial = Serial::parse(word);
        if (!node.serial)
            wrong(ErrorKind::InvalidSerial, word);
    }
    void mac(const QString &word)
    {
        node.mac = MacAddress::parse(word);
        if (!node.mac)
            wrong(ErrorKind::InvalidMac, word);
    }
    void revision(const QString &word)
    {
        if (const auto revision = BoardRevision::parse(word))
            node.model = revision->model();
    }
};

void readWord(Found &found, const QString &word)
{
    static const QRegularExpression almostMac(u"\\A[0-9a-f]{1,2}([:-])([0-9a-f]{0,2}\\1){2,}[0-9a-f]{0,2}\\z"_s,
                                              QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression digit(u"[0-9]"_s);
    QString bare = word;
    if (bare.startsWith("0x"_L1, Qt::CaseInsensitive))
        bare = bare.sliced(2);
    if (MacAddress::parse(word))
        found.mac(word);
    else if (almostMac.match(word).hasMatch() || (isHex(bare) && bare.size() == 12))
        found.wrong(ErrorKind::InvalidMac, word);
    else if (isHex(bare) && (bare.size() == 8 || bare.size() == 16))
        found.serial(bare);
    else if (isHex(bare) && bare.size() >= 7 && bare.size() <= 20 && digit.match(bare).hasMatch())
        found.wrong(ErrorKind::InvalidSerial, word);
    else if (isHex(bare) && bare.size() == 6 && BoardRevision::parse(bare))
        found.revision(bare);
    else if (!Ipv4::parse(word) && fieldOf(word) == Field::None)
        found.leftOver << word;
}

void readField(Found &found, Field field, const QString &value)
{
    if (value.isEmpty())
        return;
    switch (field) {
    case Field::Serial: found.serial(value); break;
    case Field::Mac: found.mac(value); break;
    case Field::Model: found.node.model = modelOf(value); break;
    case Field::Revision:
        if (!found.node.model)
            found.revision(value);
        break;
    case Field::Name: found.node.name = value.toLower(); break;
    case Field::None: break;
    }
}

// What is neither serial nor MAC: the model is the longest run of words that is one, a host name is the first that is
// left.
void readLeftOver(Found &found)
{
    QStringList &words = found.leftOver;
    for (qsizetype length = std::min(words.size(), qsizetype(8)); length > 0 && !found.node.model; --length)
        for (qsizetype first = words.size() - length; first >= 0; --first) {
            const auto model = modelOf(words.mid(first, length).join(u' '));
            if (!model)
                continue;
            found.node.model = model;
            words.remove(first, length);
            break;
        }
    if (!found.node.name.isEmpty())
        return;
    const auto name = std::ranges::find_if(words, [](const QString &word) { return isHostname(word.toLower()); });
    if (name != words.end())
        found.node.name = name->toLower();
}

Found readFreely(QStringView line)
{
    static const QRegularExpression apart(u"[\\s,;|=]+"_s);
    static const QRegularExpression labelled(u"\\A(serial|mac|sn|s/n):(.+)\\z"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    Found found;
    for (const QStringView part : line.split(apart, Qt::SkipEmptyParts)) {
        const QString word = unquoted(part);
        const auto label = labelled.match(word);
        if (!word.isEmpty())
            readWord(found, label.hasMatch() ? label.captured(2) : word);
    }
    readLeftOver(found);
    return found;
}

// A log is full of lines about others: only what is surely about a Pi counts, and nothing in it is wrong.
Found readLog(const QString &line)
{
    static const QRegularExpression mac(u"(?<![0-9a-f:])([0-9a-f]{2}(?::[0-9a-f]{2}){5})(?![0-9a-f:])"_s);
    static const QRegularExpression serial(u"/([0-9a-f]{8})/"_s);
    Found found;
    if (const auto match = serial.match(line); match.hasMatch())
        found.node.serial = Serial::parse(match.captured(1));
    if (const auto match = mac.match(line); match.hasMatch()) {
        const auto address = MacAddress::parse(match.captured(1));
        if (address && (address->isRaspberryPi() || line.contains("PXE("_L1)))
            found.node.mac = address;
    }
    return found;
}

class Reader
{
public:
    Pasted result;

    void line(QStringView text, int number)
    {
        text = text.trimmed();
        m_number = number;
        if (text.isEmpty() || text.startsWith(u'#'))
            return;
        if (text.contains("dnsmasq"_L1))
            return add(readLog(text.toString()), text, true);
        if (label(text))
            return;
        flush();
        if (header(text))
            return;
        add(m_columns.empty() ? readFreely(text) : readColumns(text), text, false);
    }

    void flush()
    {
        if (m_block.named() || m_block.error)
            add(std::exchange(m_block, {}), {}, true);
        m_block = {};
    }

private:
    // "Serial : 10000000abcd1234", and the rest of /proc/cpuinfo, which says nothing.
    bool label(QStringView text)
    {
        static const QRegularExpression noise(
            u"\\A(processor|bogomips|features|hardware|cpu (implementer|architecture|variant|part|revision)|model name)\\s*:"_s,
            QRegularExpression::CaseInsensitiveOption);
        if (noise.matchView(text).hasMatch())
            return true;
        const qsizetype colon = text.indexOf(u':');
        const Field field = colon > 0 ? fieldOf(text.first(colon)) : Field::None;
        const QString value = unquoted(text.sliced(colon + 1).trimmed());
        const bool several
            = field == Field::None || (field != Field::Model && value.contains(u' ')) || value.contains(u',');
        // The line of the HDMI screen, "board: c04170 a1b2c3d4 dc:…", has several values behind one label.
        if (several || (field == Field::Model && !modelOf(value)))
            return false;
        const PastedNode &node = m_block.node;
        if ((field == Field::Serial && node.serial) || (field == Field::Mac && node.mac))
            flush();
        readField(m_block, field, value);
        return true;
    }

    bool header(QStringView text)
    {
        const QChar separator = text.contains(u'\t') ? u'\t' : text.contains(u';') ? u';' : u',';
        std::vector<Field> columns;
        for (const QStringView head : text.split(separator))
            columns.push_back(fieldOf(head));
        const auto known = std::ranges::count_if(columns, [](Field field) { return field != Field::None; });
        const bool names
            = std::ranges::any_of(columns, [](Field field) { return field == Field::Serial || field == Field::Mac; });
        if (!names || known < std::ssize(columns) - known)
            return false;
        m_columns = std::move(columns);
        m_separator = separator;
        return true;
    }

    Found readColumns(QStringView text) const
    {
        Found found;
        size_t column = 0;
        for (const QStringView value : text.split(m_separator)) {
            if (column < m_columns.size())
                readField(found, m_columns[column], unquoted(value.trimmed()));
            ++column;
        }
        return found;
    }

    void add(const Found &found, QStringView text, bool quietly)
    {
        if (found.error)
            result.problems.push_back({m_number, *found.error});
        else if (found.named())
            join(found.node);
        else if (!quietly)
            result.problems.push_back({m_number, Error{ErrorKind::NothingRecognised, text.left(80).toString(), {}}});
    }

    void join(const PastedNode &node)
    {
        const auto agrees = [](const auto &a, const auto &b) { return !a || !b || *a == *b; };
        for (PastedNode &other : result.nodes) {
            const bool same = (node.serial && other.serial == node.serial) || (node.mac && other.mac == node.mac);
            // Two MACs under one serial are for the person to settle, not for us to join.
            if (!same || !agrees(node.serial, other.serial) || !agrees(node.mac, other.mac))
                continue;
            other.serial = other.serial ? other.serial : node.serial;
            other.mac = other.mac ? other.mac : node.mac;
            other.model = other.model ? other.model : node.model;
            other.name = other.name.isEmpty() ? node.name : other.name;
            return;
        }
        result.nodes.push_back(node);
    }

    Found m_block;
    std::vector<Field> m_columns;
    QChar m_separator;
    int m_number = 0;
};

} // namespace

Pasted readPastedNodes(const QString &text)
{
    Reader reader;
    int number = 0;
    for (const QStringView line : QStringView(text).first(std::min(text.size(), pasteLimit)).split(u'\n'))
        reader.line(line, ++number);
    reader.flush();
    if (text.size() > pasteLimit)
        reader.result.problems.push_back(
            {number, Error{ErrorKind::NothingRecognised, QString::number(text.size()), {}}});
    return std::move(reader.result);
}

} // namespace bramble
