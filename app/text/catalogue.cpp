// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/catalogue.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// One line of text as people may be shown it: nothing that moves the cursor, hides or turns around what stands beside
// it.
QString text(const QJsonObject &object, QLatin1StringView key, qsizetype longest)
{
    QString value = object[key].toString().left(longest);
    for (QChar &c : value) {
        const char16_t u = c.unicode();
        const bool turns = (u >= 0x200b && u <= 0x200f) || (u >= 0x2028 && u <= 0x202e) || (u >= 0x2060 && u <= 0x206f)
            || u == 0xfeff;
        if (u < 0x20 || (u >= 0x7f && u < 0xa0) || turns)
            c = u' ';
    }
    return value.simplified();
}

QUrl address(const QJsonObject &object, QLatin1StringView key, const QUrl &base)
{
    const QString value = object[key].toString();
    if (value.isEmpty() || value.size() > 2048)
        return {};
    const QUrl url = base.resolved(QUrl(value, QUrl::StrictMode));
    return isWebAddress(url) ? url : QUrl();
}

QString hash(const QJsonObject &object, QLatin1StringView key)
{
    static const QRegularExpression shape(u"\\A[0-9A-Fa-f]{64}\\z"_s);
    const QString value = object[key].toString();
    return shape.match(value).hasMatch() ? value.toLower() : QString();
}

qint64 size(const QJsonObject &object, QLatin1StringView key)
{
    constexpr qint64 most = qint64(1) << 50;
    const qint64 value = object[key].toInteger(0);
    return value > 0 && value <= most ? value : 0;
}

QStringList words(const QJsonObject &object, QLatin1StringView key)
{
    constexpr qsizetype most = 64;
    QStringList out;
    for (const QJsonValueConstRef value : object[key].toArray())
        if (const QString word = value.toString();
            !word.isEmpty() && word.size() <= 64 && out.size() < most && !out.contains(word))
            out << word;
    return out;
}

class Reader
{
public:
    Reader(QUrl base, Catalogue &into) : m_base(std::move(base)), m_into(into) { }

    void devices(const QJsonArray &list)
    {
        constexpr size_t most = 200;
        for (const QJsonValueConstRef value : list) {
            const QJsonObject object = value.toObject();
            CatalogueDevice device;
            device.name = text(object, "name"_L1, 200);
            if (device.name.isEmpty() || m_into.devices.size() >= most) {
                ++m_into.leftOut;
                continue;
            }
            device.description = text(object, "description"_L1, 2000);
            device.tags = words(object, "tags"_L1);
            device.inclusive = object["matching_type"_L1].toString() == "inclusive"_L1;
            device.preselected = object["default"_L1].toBool();
            device.architecture = text(object, "architecture"_L1, 16);
            device.capabilities = words(object, "capabilities"_L1);
            device.icon = address(object, "icon"_L1, m_base);
            m_into.devices.push_back(std::move(device));
        }
    }

    std::vector<CatalogueEntry> entries(const QJsonArray &list, int depth)
    {
        std::vector<CatalogueEntry> out;
        for (const QJsonValueConstRef value : list) {
            CatalogueEntry entry;
            if (m_lines < catalogueLines && read(entry, value.toObject(), depth)) {
                ++m_lines;
                out.push_back(std::move(entry));
            } else {
                ++m_into.leftOut;
            }
        }
        return out;
    }

private:
    bool read(CatalogueEntry &entry, const QJsonObject &object, int depth)
    {
        entry.name = text(object, "name"_L1, 200);
        entry.description = text(object, "description"_L1, 2000);
        entry.tooltip = text(object, "tooltip"_L1, 2000);
        entry.icon = address(object, "icon"_L1, m_base);
        entry.website = address(object, "website"_L1, m_base);
        if (entry.name.isEmpty())
            return false;
        entry.category = object.contains("subitems"_L1) || object.contains("subitems_url"_L1);
        if (!entry.category)
            return readSystem(entry, object);
        if (depth >= catalogueDepth)
            return false;
        entry.shuffled = object["random"_L1].toBool();
        entry.subitems = entries(object["subitems"_L1].toArray(), depth + 1);
        if (entry.subitems.empty())
            entry.subitemsUrl = address(object, "subitems_url"_L1, m_base);
        return !entry.subitems.empty() || !entry.subitemsUrl.isEmpty();
    }

    bool readSystem(CatalogueEntry &entry, const QJsonObject &object)
    {
        if (!object.contains("url"_L1))
            return false;
        entry.url = address(object, "url"_L1, m_base); // one that cannot be used is shown, and why
        entry.extractSize = size(object, "extract_size"_L1);
        entry.extractSha256 = hash(object, "extract_sha256"_L1);
        entry.downloadSize = size(object, "image_download_size"_L1);
        entry.downloadSha256 = hash(object, "image_download_sha256"_L1);
        entry.released = QDate::fromString(object["release_date"_L1].toString(), Qt::ISODate);
        entry.devices = words(object, "devices"_L1);
        if (const QString format = text(object, "init_format"_L1, 64); !format.isEmpty())
            entry.initFormat = format;
        entry.architecture = text(object, "architecture"_L1, 16);
        entry.capabilities = words(object, "capabilities"_L1);
        entry.blockMap = address(object, "bmap_url"_L1, m_base);
        entry.connect = object["enable_rpi_connect"_L1].toBool();
        return true;
    }

    QUrl m_base;
    Catalogue &m_into;
    int m_lines = 0;
};

QJsonValue listFor(const QJsonObject &root, const QString &locale)
{
    for (const QString &spoken : {locale, locale.section(u'_', 0, 0)})
        if (const QJsonValue list = root[QString(u"os_list_"_s + spoken)]; list.isArray())
            return list;
    return root["os_list"_L1];
}

class Lines
{
public:
    void entry(const CatalogueEntry &e, int depth)
    {
        line(depth, (e.category ? u"> "_s : u"- "_s) + e.name + (e.shuffled ? u" (in any order)"_s : QString()));
        value(depth, "description"_L1, e.description);
        value(depth, "tooltip"_L1, e.tooltip);
        value(depth, "icon"_L1, e.icon.toString());
        value(depth, "website"_L1, e.website.toString());
        value(depth, "more at"_L1, e.subitemsUrl.toString());
        for (const CatalogueEntry &below : e.subitems)
            entry(below, depth + 1);
        if (e.category)
            return;
        value(depth, "url"_L1, e.url.toString());
        number(depth, "extracted"_L1, e.extractSize);
        value(depth, "extracted sha256"_L1, e.extractSha256);
        number(depth, "download"_L1, e.downloadSize);
        value(depth, "download sha256"_L1, e.downloadSha256);
        value(depth, "released"_L1, e.released.toString(Qt::ISODate));
        value(depth, "devices"_L1, e.devices.join(u' '));
        value(depth, "init format"_L1, e.initFormat);
        value(depth, "architecture"_L1, e.architecture);
        value(depth, "capabilities"_L1, e.capabilities.join(u' '));
        value(depth, "block map"_L1, e.blockMap.toString());
        if (e.connect)
            value(depth, "connect"_L1, u"yes"_s);
    }
    void device(const CatalogueDevice &d)
    {
        line(0, u"* "_s + d.name + (d.preselected ? u" (default)"_s : QString()));
        value(0, "description"_L1, d.description);
        value(0, "tags"_L1, d.tags.join(u' '));
        value(0, "matching"_L1, d.inclusive ? u"inclusive"_s : QString());
        value(0, "architecture"_L1, d.architecture);
        value(0, "capabilities"_L1, d.capabilities.join(u' '));
        value(0, "icon"_L1, d.icon.toString());
    }
    void line(int depth, const QString &text) { m_text += QString(2 * depth, u' ') + text + u'\n'; }
    QByteArray bytes() const { return m_text.toUtf8(); }

private:
    void value(int depth, QLatin1StringView key, const QString &text)
    {
        if (!text.isEmpty())
            line(depth + 1, key + u": "_s + text);
    }
    void number(int depth, QLatin1StringView key, qint64 n)
    {
        if (n > 0)
            value(depth, key, QString::number(n));
    }

    QString m_text;
};

} // namespace

Result<Catalogue> parseCatalogue(QByteArrayView json, const QUrl &base, const QString &locale, int depth)
{
    if (json.size() > catalogueLimit)
        return fail(ErrorKind::CatalogueUnreadable, base.toString(), u"> 10 MiB"_s);
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json.toByteArray(), &problem);
    if (problem.error != QJsonParseError::NoError)
        return fail(ErrorKind::CatalogueUnreadable, base.toString(),
                    problem.errorString() + u" @"_s + QString::number(problem.offset));
    const QJsonObject root = document.object();
    const QJsonValue list = listFor(root, locale);
    if (!list.isArray())
        return fail(ErrorKind::CatalogueUnreadable, base.toString(), u"os_list"_s);
    Catalogue catalogue;
    Reader reader(base, catalogue);
    reader.devices(root["imager"_L1].toObject()["devices"_L1].toArray());
    catalogue.entries = reader.entries(list.toArray(), depth);
    return catalogue;
}

QByteArray renderCatalogue(const Catalogue &catalogue)
{
    Lines lines;
    for (const CatalogueDevice &device : catalogue.devices)
        lines.device(device);
    for (const CatalogueEntry &entry : catalogue.entries)
        lines.entry(entry, 0);
    if (catalogue.leftOut > 0)
        lines.line(0, u"left out: "_s + QString::number(catalogue.leftOut));
    return lines.bytes();
}

} // namespace bramble
