// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/log_line.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

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

std::optional<LogLine> readJson(QByteArrayView line)
{
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
// differ.
qint64 timeOf(int year, int month, int day, const QString &clock, qint64 nowMs, int offset)
{
    const QTime time = QTime::fromString(clock, u"HH:mm:ss"_s);
    const auto in
        = [&](int y) { return QDateTime(QDate(y, month, day), time, QTimeZone::fromSecondsAheadOfUtc(offset)); };
    if (year != 0)
        return in(year).toMSecsSinceEpoch();
    const int now = QDateTime::fromMSecsSinceEpoch(nowMs, QTimeZone::UTC).date().year();
    for (const int y : {now + 1, now, now - 1})
        if (const QDateTime when = in(y); when.isValid() && when.toMSecsSinceEpoch() <= nowMs + 24LL * 3600 * 1000)
            return when.toMSecsSinceEpoch();
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
            : timeOf(m.captured(4).toInt(), month, m.captured(2).toInt(), m.captured(3), nowMs, offsetSeconds);
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

} // namespace bramble
