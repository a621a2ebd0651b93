// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/pasted_line.h"

#include "model/ipv4.h"

#include <QRegularExpression>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr auto caseless = QRegularExpression::CaseInsensitiveOption;

bool isHex(QStringView text)
{
    return !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return c.unicode() < 128 && isxdigit(c.unicode()); });
}

// 38c128cO, 38cl28c0: what a screen's letters are mistaken for.
bool isMisread(const QString &word)
{
    if (word.size() != 8 && word.size() != 16)
        return false;
    QString meant = word;
    meant.replace(u'O', u'0').replace(u'o', u'0').replace(u'l', u'1').replace(u'I', u'1').replace(u'i', u'1');
    const auto digits = std::ranges::count_if(word, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return meant != word && isHex(meant) && digits >= 3;
}

void readWord(PastedFound &found, const QString &word)
{
    static const QRegularExpression almostMac(u"\\A[0-9a-f]{1,2}([:-])([0-9a-f]{0,2}\\1){2,}[0-9a-f]{0,2}\\z"_s, caseless);
    static const QRegularExpression digit(u"[0-9]"_s);
    const QString bare = word.startsWith("0x"_L1, Qt::CaseInsensitive) ? word.sliced(2) : word;
    if (MacAddress::parse(word))
        found.take(PastedField::Mac, word);
    else if (almostMac.match(word).hasMatch() || (isHex(bare) && bare.size() == 12))
        found.wrong(ErrorKind::InvalidMac, word);
    else if (isHex(bare) && (bare.size() == 8 || bare.size() == 16))
        found.take(PastedField::Serial, bare);
    else if ((isHex(bare) && bare.size() >= 7 && bare.size() <= 20 && digit.match(bare).hasMatch()) || isMisread(bare))
        found.wrong(ErrorKind::InvalidSerial, word);
    else if (isHex(bare) && bare.size() == 6 && BoardRevision::parse(bare))
        found.take(PastedField::Revision, bare);
    else if (!Ipv4::parse(word) && pastedField(word) == PastedField::None)
        found.leftOver << word;
}

// What is neither serial nor MAC: the model is the longest run of words that is one, a host name is the first that is
// left.
void readLeftOver(PastedFound &found)
{
    QStringList &words = found.leftOver;
    for (qsizetype length = std::min(words.size(), qsizetype(8)); length > 0 && !found.node.model; --length)
        for (qsizetype first = words.size() - length; first >= 0; --first) {
            const auto model = pastedModel(words.mid(first, length).join(u' '));
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

} // namespace

PastedField pastedField(QStringView label)
{
    QString t = label.trimmed().toString().toLower();
    t.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == u'_' || c == u'.' || c == u'"'; });
    if (t == "serial"_L1 || t == "serialnumber"_L1 || t == "sn"_L1 || t == "s/n"_L1 || t == "serialno"_L1)
        return PastedField::Serial;
    if (t == "mac"_L1 || t == "macaddress"_L1 || t == "ethernet"_L1 || t == "ether"_L1 || t == "hwaddr"_L1 || t == "ethernetmac"_L1)
        return PastedField::Mac;
    if (t == "model"_L1 || t == "board"_L1 || t == "type"_L1)
        return PastedField::Model;
    if (t == "revision"_L1)
        return PastedField::Revision;
    if (t == "name"_L1 || t == "hostname"_L1 || t == "host"_L1)
        return PastedField::Name;
    return PastedField::None;
}

void PastedFound::wrong(ErrorKind kind, const QString &word)
{
    if (!error)
        error = Error{kind, word.left(80), {}};
}

void PastedFound::take(PastedField field, const QString &value)
{
    if (value.isEmpty())
        return;
    switch (field) {
    case PastedField::Serial:
        node.serial = Serial::parse(value);
        if (!node.serial)
            wrong(ErrorKind::InvalidSerial, value);
        break;
    case PastedField::Mac:
        node.mac = MacAddress::parse(value);
        if (!node.mac)
            wrong(ErrorKind::InvalidMac, value);
        break;
    case PastedField::Model: node.model = pastedModel(value); break;
    case PastedField::Revision:
        node.revision = BoardRevision::parse(value);
        if (node.revision && !node.model)
            node.model = node.revision->model();
        break;
    case PastedField::Name: node.name = value.toLower(); break;
    case PastedField::None: break;
    }
}

QString unquoted(QStringView word)
{
    while (!word.isEmpty() && u"\"'()[]<>.,;:"_s.contains(word.back()))
        word.chop(1);
    while (!word.isEmpty() && u"\"'()[]<>"_s.contains(word.front()))
        word = word.sliced(1);
    return word.toString();
}

std::optional<PiModel> pastedModel(const QString &text)
{
    static const QRegularExpression rev(u"\\s+rev(ision)?\\s+[0-9.]+\\s*$"_s, caseless);
    return text.size() > 60 ? std::nullopt : parsePiModel(QString(text).remove(rev));
}

PastedFound readFreely(QStringView line)
{
    static const QRegularExpression apart(u"[\\s,;|=]+"_s);
    static const QRegularExpression labelled(u"\\A(serial|mac|sn|s/n|eth0|ethernet):(.+)\\z"_s, caseless);
    static const QRegularExpression spaced(u"(?<![0-9a-f])([0-9a-f]{2})((?: [0-9a-f]{2}){5})(?![0-9a-f])"_s, caseless);
    QString text = line.toString();
    if (const auto match = spaced.match(text); match.hasMatch())
        text.replace(match.capturedStart(), match.capturedLength(), match.captured().replace(u' ', u':'));
    PastedFound found;
    for (const QStringView part : QStringView(text).split(apart, Qt::SkipEmptyParts)) {
        const QString word = unquoted(part);
        const auto label = labelled.match(word);
        if (!word.isEmpty())
            readWord(found, label.hasMatch() ? label.captured(2) : word);
    }
    readLeftOver(found);
    return found;
}

PastedFound readOverheard(const QString &line)
{
    static const QRegularExpression mac(u"(?<![0-9a-f:-])([0-9a-f]{2}(?:[:-][0-9a-f]{2}){5})(?![0-9a-f:-])"_s, caseless);
    static const QRegularExpression serial(u"/([0-9a-f]{8})/"_s);
    PastedFound found;
    if (const auto match = serial.match(line); match.hasMatch())
        found.node.serial = Serial::parse(match.captured(1));
    if (const auto match = mac.match(line); match.hasMatch()) {
        const auto address = MacAddress::parse(match.captured(1));
        if (address && (address->isRaspberryPi() || line.contains("PXE("_L1)))
            found.node.mac = address;
    }
    return found;
}

} // namespace bramble
