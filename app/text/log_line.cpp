// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/log_line.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// journald writes a message that is no clean UTF-8 as an array of bytes.
QString messageOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    QByteArray bytes;
    for (const auto &byte : value.toArray())
        bytes += char(byte.toInt());
    return QString::fromUtf8(bytes);
}

// The string that begins at the quote at at, which then is behind it; nothing for one with an escape in it, or for what is no string.
std::optional<QByteArrayView> plainString(QByteArrayView line, qsizetype &at)
{
    if (at >= line.size() || line[at] != '"')
        return {};
    const qsizetype begin = ++at;
    while (at < line.size() && line[at] != '"' && line[at] != '\\' && static_cast<unsigned char>(line[at]) >= 0x20)
        ++at;
    if (at >= line.size() || line[at] != '"')
        return {};
    return line.sliced(begin, at++ - begin);
}

// Nearly every line of a journal is a flat object of plain strings; a whole parser is for the others.
std::optional<LogLine> readFlat(QByteArrayView line)
{
    LogLine result;
    bool hasTime = false;
    bool hasMessage = false;
    qsizetype at = 1; // behind the brace
    for (;;) {
        const auto key = plainString(line, at);
        if (!key || at >= line.size() || line[at++] != ':')
            return {};
        const auto value = plainString(line, at);
        if (!value)
            return {};
        if (*key == "__REALTIME_TIMESTAMP")
            result.atMs = value->toLongLong(&hasTime) / 1000;
        else if (*key == "SYSLOG_IDENTIFIER")
            result.identifier = QString::fromUtf8(*value);
        else if (*key == "MESSAGE") {
            result.message = QString::fromUtf8(*value);
            hasMessage = true;
        }
        if (at >= line.size())
            return {};
        if (line[at] == '}')
            break;
        if (line[at++] != ',')
            return {};
    }
    return at + 1 == line.size() && hasTime && hasMessage && !result.identifier.isEmpty() ? std::optional(result) : std::nullopt;
}

std::optional<LogLine> readJson(QByteArrayView line)
{
    if (auto flat = readFlat(line))
        return flat;
    const QJsonObject object = QJsonDocument::fromJson(line.toByteArray()).object();
    LogLine result;
    bool ok = false;
    result.atMs = object["__REALTIME_TIMESTAMP"_L1].toString().toLongLong(&ok) / 1000;
    result.identifier = object["SYSLOG_IDENTIFIER"_L1].toString();
    result.message = messageOf(object["MESSAGE"_L1]);
    return ok && !result.identifier.isEmpty() ? std::optional(result) : std::nullopt;
}

int monthOf(QStringView name)
{
    static constexpr QLatin1StringView names{"JanFebMarAprMayJunJulAugSepOctNovDec"};
    const qsizetype at = names.indexOf(name);
    return at >= 0 && at % 3 == 0 ? int(at / 3) + 1 : 0;
}

// The classic form says no year: the newest one that does not bring the line into the future, but for clocks that
// differ. In whole numbers: there are many such lines.
qint64 timeOf(int year, int month, int day, QStringView clock, qint64 nowMs, int offset)
{
    constexpr qint64 epoch = 2440588; // Julian day of 1970-01-01
    const auto two = [clock](qsizetype at) { return 10 * clock[at].digitValue() + clock[at + 1].digitValue(); };
    const int hour = two(0), minute = two(3), second = two(6);
    if (hour > 23 || minute > 59 || second > 59)
        return 0;
    const auto in = [&](int y) -> std::optional<qint64> {
        const QDate date(y, month, day);
        if (!date.isValid())
            return {};
        return ((date.toJulianDay() - epoch) * 86400 + hour * 3600 + minute * 60 + second - offset) * 1000;
    };
    if (year != 0)
        return in(year).value_or(0);
    const int now = QDateTime::fromMSecsSinceEpoch(nowMs, QTimeZone::UTC).date().year();
    for (const int y : {now + 1, now, now - 1})
        if (const auto when = in(y); when && *when <= nowMs + 24LL * 3600 * 1000)
            return *when;
    return 0;
}

} // namespace

std::optional<LogLine> readLogLine(QByteArrayView line, qint64 nowMs, int offsetSeconds)
{
    line = line.trimmed();
    if (line.startsWith('{'))
        return readJson(line);
    const QString text = QString::fromUtf8(line);
    // `Nov 22 19:02:07 [host] who[1]: …`, `Sun Nov 22 19:02:07 2026 daemon.info who[1]: …`, `2026-11-22T20:02:17+0000
    // host who[1]: …`
    static const QRegularExpression classic(
        u"\\A(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2}) +(\\d{1,2}) (\\d\\d:\\d\\d:\\d\\d) (?:(\\d{4}) )?(?:\\S+ )?([A-Za-z0-9_.-]+)(?:\\[\\d+\\])?: (.*)\\z"_s);
    static const QRegularExpression iso(
        u"\\A(\\d{4}-\\d\\d-\\d\\dT\\S+) \\S+ ([A-Za-z0-9_.-]+)(?:\\[\\d+\\])?: (.*)\\z"_s);
    LogLine result;
    if (const auto m = classic.match(text); m.hasMatch()) {
        const int month = monthOf(m.capturedView(1));
        result.atMs = month == 0
            ? 0
            : timeOf(m.capturedView(4).toInt(), month, m.capturedView(2).toInt(), m.capturedView(3), nowMs, offsetSeconds);
        result.identifier = m.captured(5);
        result.message = m.captured(6);
    } else if (const auto n = iso.match(text); n.hasMatch()) {
        QString stamp = n.captured(1);
        if (stamp.size() > 5 && (stamp[stamp.size() - 5] == u'+' || stamp[stamp.size() - 5] == u'-'))
            stamp.insert(stamp.size() - 2, u':'); // journalctl leaves the colon of the zone out
        const QDateTime when = QDateTime::fromString(stamp, Qt::ISODateWithMs);
        result.atMs = when.isValid() ? when.toMSecsSinceEpoch() : 0;
        result.identifier = n.captured(2);
        result.message = n.captured(3);
    }
    return result.atMs != 0 ? std::optional(result) : std::nullopt;
}

QByteArray cursorOf(QByteArrayView line)
{
    constexpr QByteArrayView key = "\"__CURSOR\":\"";
    const qsizetype at = line.indexOf(key);
    const qsizetype end = at < 0 ? -1 : line.indexOf('"', at + key.size());
    if (end < 0)
        return {};
    const QByteArrayView cursor = line.sliced(at + key.size(), end - at - key.size());
    const bool isOne = cursor.size() < 500 && std::ranges::all_of(cursor, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '=' || c == ';';
    });
    return isOne ? cursor.toByteArray() : QByteArray();
}

} // namespace bramble
