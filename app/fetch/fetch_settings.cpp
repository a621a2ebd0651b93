// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/fetch_settings.h"

#include "model/catalogue.h"

#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView defaultList{"https://downloads.raspberrypi.com/os_list_imagingutility_v4.json"};
constexpr qint64 defaultQuota = 20'000'000'000;

QString settingsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/brambleboot/fetch.ini"_s;
}

// The environment, then the file, then what we think.
QString value(const QSettings &file, const char *variable, QLatin1StringView key, const QString &otherwise)
{
    if (qEnvironmentVariableIsSet(variable))
        return qEnvironmentVariable(variable);
    return file.value(key, otherwise).toString();
}

QStringList words(const QString &text)
{
    static const QRegularExpression space(u"\\s+"_s);
    return text.split(space, Qt::SkipEmptyParts);
}

} // namespace

FetchSettings readFetchSettings()
{
    const QSettings file(settingsFile(), QSettings::IniFormat);
    FetchSettings settings;
    for (const QString &list : words(value(file, "BRAMBLE_LISTS", "lists"_L1, defaultList)))
        if (const QUrl url(list, QUrl::StrictMode); isWebAddress(url))
            settings.lists << url;
    settings.mirrors = words(value(file, "BRAMBLE_MIRRORS", "mirrors"_L1, {}));
    const QString folder
        = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + u"/brambleboot/downloads"_s;
    settings.folder = value(file, "BRAMBLE_CACHE", "folder"_L1, folder);
    settings.quota
        = parseSize(value(file, "BRAMBLE_QUOTA", "quota"_L1, QString::number(defaultQuota))).value_or(defaultQuota);
    const int stall = value(file, "BRAMBLE_STALL_SECONDS", "stallSeconds"_L1, u"30"_s).toInt();
    settings.limits.stall = std::chrono::seconds(std::clamp(stall, 1, 3600));
    const int pause = value(file, "BRAMBLE_PAUSE_MS", "pauseMilliseconds"_L1, u"500"_s).toInt();
    settings.limits.pause = std::chrono::milliseconds(std::clamp(pause, 1, 60'000));
    return settings;
}

void saveQuota(qint64 bytes)
{
    QSettings(settingsFile(), QSettings::IniFormat).setValue("quota"_L1, QString::number(bytes));
}

Result<FetchSettings> withSources(FetchSettings settings, const QString &lists, const QString &mirrors)
{
    settings.lists.clear();
    for (const QString &list : words(lists.trimmed().isEmpty() ? QString(defaultList) : lists)) {
        const QUrl url(list, QUrl::StrictMode);
        if (!isWebAddress(url))
            return fail(ErrorKind::InvalidUrl, list);
        settings.lists << url;
    }
    settings.mirrors = words(mirrors);
    for (const QString &mirror : std::as_const(settings.mirrors)) {
        const qsizetype divide = mirror.indexOf("=http"_L1);
        for (const QString &address : {mirror.left(qMax(divide, qsizetype(0))), mirror.sliced(divide + 1)})
            if (!(address.isEmpty() && divide <= 0) && !isWebAddress(QUrl(address, QUrl::StrictMode)))
                return fail(ErrorKind::InvalidUrl, mirror);
    }
    return settings;
}

void saveSources(const FetchSettings &settings)
{
    QStringList lists;
    for (const QUrl &url : settings.lists)
        lists << url.toString(QUrl::FullyEncoded);
    QSettings file(settingsFile(), QSettings::IniFormat);
    file.setValue("lists"_L1, lists.join(u' '));
    file.setValue("mirrors"_L1, settings.mirrors.join(u' '));
}

QList<QUrl> withMirrors(const QUrl &url, const QStringList &mirrors)
{
    QList<QUrl> out;
    const QString whole = url.toString(QUrl::FullyEncoded);
    for (const QString &mirror : mirrors) {
        const qsizetype divide = mirror.indexOf("=http"_L1);
        QString there;
        if (divide > 0 && whole.startsWith(mirror.left(divide)))
            there = mirror.sliced(divide + 1) + whole.sliced(divide);
        else if (divide <= 0)
            there = mirror + (mirror.endsWith(u'/') ? QString() : u"/"_s) + url.fileName(QUrl::FullyEncoded);
        if (const QUrl found(there, QUrl::StrictMode); isWebAddress(found) && found != url && !out.contains(found))
            out << found;
    }
    out << url;
    return out;
}

std::optional<qint64> parseSize(QStringView text)
{
    static const QRegularExpression shape(u"\\A(\\d{1,15})\\s*([kmgt]?)b?\\z"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    const auto match = shape.matchView(text.trimmed());
    if (!match.hasMatch())
        return {};
    qint64 factor = 1;
    if (const QString prefix = match.captured(2).toLower(); !prefix.isEmpty())
        for (qsizetype i = QStringView(u"kmgt").indexOf(prefix); i >= 0; --i)
            factor *= 1000;
    const qint64 number = match.capturedView(1).toLongLong();
    constexpr qint64 most = qint64(1) << 60;
    return number <= most / factor ? std::optional(number * factor) : std::nullopt;
}

} // namespace bramble
