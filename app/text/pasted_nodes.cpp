// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/pasted_nodes.h"

#include "text/pasted_block.h"

#include <QRegularExpression>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr size_t MostNodes = 4096; // each new one is compared with all

// What word processors and web pages make of hyphens and blanks.
QString plain(QStringView text)
{
    QString out = text.toString();
    for (const char16_t dash : {u'\u2010', u'\u2011', u'\u2012', u'\u2013', u'\u2014', u'\u2212'})
        out.replace(QChar(dash), u'-');
    out.replace(QChar(0xa0), u' ');
    out.removeIf([](QChar c) { return c == QChar(0xfeff) || c == QChar(0x200b) || c == QChar(0); });
    return out;
}

// dnsmasq's log; arp -a of Linux, macOS and Windows; ip neighbour; a file of leases.
bool isOverheard(QStringView line)
{
    static const QRegularExpression table(
        u"dnsmasq|\\A\\S+ \\([0-9.]+\\) at |\\A[0-9.]+ dev \\S+ |\\A[0-9.]+\\s+[0-9a-f]{2}(-[0-9a-f]{2}){5}\\s+\\w+\\s*\\z|\\A[0-9]{9,10} [0-9a-f:]{17} [0-9.]+ "_s,
        QRegularExpression::CaseInsensitiveOption);
    return table.matchView(line).hasMatch();
}

// Pi 3 and older: the last three octets of the address are the last six digits of the serial (reference: netboot 1.4).
bool disagree(const PastedNode &node)
{
    if (!node.serial || !node.mac)
        return false;
    const auto &octets = node.mac->bytes();
    const bool oldPrefix = octets[0] == 0xb8 && octets[1] == 0x27 && octets[2] == 0xeb;
    const bool oldModel = node.model && bootRom(*node.model) == BootRom::Bcm2837;
    const quint32 tail = (quint32(octets[3]) << 16) | (quint32(octets[4]) << 8) | octets[5];
    return (oldPrefix || oldModel) && tail != (node.serial->value() & 0xffffff);
}

class Reader
{
public:
    Pasted result;

    void line(QStringView text, int number)
    {
        const QString cleaned = plain(text).trimmed();
        const QStringView line = cleaned;
        m_number = number;
        if (line.isEmpty() || line.startsWith(u'#'))
            return;
        if (isOverheard(line))
            return add(readOverheard(cleaned), true);
        // A line of a table is one, whatever its first word looks like.
        if (m_columns.empty() && inBlock(line))
            return;
        flush();
        if (header(line))
            return;
        add(m_columns.empty() ? readFreely(line) : readColumns(line), false, line);
    }

    void flush()
    {
        if (const auto found = m_block.take())
            add(*found, false, found->leftOver.value(0));
    }

private:
    bool inBlock(QStringView line)
    {
        PastedBlock::Answer answer = m_block.offer(line);
        if (answer == PastedBlock::Answer::Full) {
            flush();
            answer = m_block.offer(line);
        }
        return answer == PastedBlock::Answer::Taken;
    }

    bool header(QStringView text)
    {
        const QChar separator = text.contains(u'\t') ? u'\t' : text.contains(u';') ? u';' : u',';
        std::vector<PastedField> columns;
        for (const QStringView head : text.split(separator))
            columns.push_back(pastedField(head));
        const auto known = std::ranges::count_if(columns, [](PastedField field) { return field != PastedField::None; });
        const bool names
            = std::ranges::any_of(columns, [](PastedField field) { return field == PastedField::Serial || field == PastedField::Mac; });
        if (!names || known < std::ssize(columns) - known)
            return false;
        m_columns = std::move(columns);
        m_separator = separator;
        return true;
    }

    PastedFound readColumns(QStringView text) const
    {
        PastedFound found;
        size_t column = 0;
        for (const QStringView value : text.split(m_separator)) {
            if (column < m_columns.size())
                found.take(m_columns[column], unquoted(value.trimmed()));
            ++column;
        }
        return found;
    }

    void add(const PastedFound &found, bool quietly, QStringView text = {})
    {
        if (found.error)
            result.problems.push_back({m_number, *found.error});
        else if (found.named())
            join(found.node);
        else if (!quietly)
            result.problems.push_back({m_number, Error{ErrorKind::NothingRecognised, text.left(80).toString(), {}}});
    }

    void hint(ErrorKind kind, const QString &subject, const QString &detail) { result.hints.push_back({m_number, Error{kind, subject, detail}}); }

    void check(const PastedNode &node)
    {
        if (disagree(node))
            hint(ErrorKind::SerialMacDisagree, node.serial->toString(), node.mac->toString());
        else if (node.mac && !node.mac->isRaspberryPi())
            hint(ErrorKind::UnknownMacPrefix, node.mac->toString(), {});
    }

    void join(const PastedNode &node)
    {
        const auto agrees = [](const auto &a, const auto &b) { return !a || !b || *a == *b; };
        for (PastedNode &other : result.nodes) {
            const bool same = (node.serial && other.serial == node.serial) || (node.mac && other.mac == node.mac);
            if (!same)
                continue;
            // Two MACs under one serial are for the person to settle, not for us to join.
            if (!agrees(node.mac, other.mac)) {
                hint(ErrorKind::DuplicateSerial, node.serial->toString(), other.mac->toString());
                continue;
            }
            if (!agrees(node.serial, other.serial)) {
                hint(ErrorKind::DuplicateMac, node.mac->toString(), other.serial->toString());
                continue;
            }
            const PastedNode before = other;
            other.serial = other.serial ? other.serial : node.serial;
            other.mac = other.mac ? other.mac : node.mac;
            other.model = other.model ? other.model : node.model;
            other.revision = other.revision ? other.revision : node.revision;
            other.bootOrder = other.bootOrder ? other.bootOrder : node.bootOrder;
            other.hostBoot = other.hostBoot ? other.hostBoot : node.hostBoot;
            other.name = other.name.isEmpty() ? node.name : other.name;
            if (!before.serial || !before.mac)
                check(other);
            return;
        }
        if (result.nodes.size() >= MostNodes) {
            if (!std::exchange(m_full, true))
                result.problems.push_back({m_number, Error{ErrorKind::NothingRecognised, QString::number(MostNodes), {}}});
            return;
        }
        check(node);
        result.nodes.push_back(node);
    }

    PastedBlock m_block;
    std::vector<PastedField> m_columns;
    QChar m_separator;
    int m_number = 0;
    bool m_full = false;
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

bool isToldApart(const PastedProblem &hint)
{
    return hint.error.kind == ErrorKind::SerialMacDisagree || hint.error.kind == ErrorKind::UnknownMacPrefix;
}

} // namespace bramble
