// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<std::vector<PiModel>> modelsFrom(const QString &text)
{
    std::vector<PiModel> models;
    for (const QString &word : text.split(u',', Qt::SkipEmptyParts)) {
        const auto model = parsePiModel(word);
        if (!model)
            return fail(ErrorKind::InvalidModel, word);
        models.push_back(*model);
    }
    return models;
}

QJsonObject toJson(const CatalogueLeaf &leaf, const Fit &fit)
{
    const CatalogueEntry &e = *leaf.entry;
    QJsonObject object{{u"name"_s, e.name},
                       {u"above"_s, QJsonArray::fromStringList(leaf.above)},
                       {u"description"_s, e.description},
                       {u"url"_s, e.url.toString(QUrl::FullyEncoded)},
                       {u"downloadSize"_s, e.downloadSize},
                       {u"extractSize"_s, e.extractSize},
                       {u"sha256"_s, e.downloadSha256},
                       {u"extractSha256"_s, e.extractSha256},
                       {u"released"_s, e.released.toString(Qt::ISODate)},
                       {u"devices"_s, QJsonArray::fromStringList(e.devices)},
                       {u"initFormat"_s, e.initFormat},
                       {u"usable"_s, fit.good()}};
    if (!fit.good())
        object[u"why"_s] = words(fit);
    return object;
}

QJsonObject toJson(const CachedImage &image)
{
    return {{u"id"_s, image.id},
            {u"name"_s, image.name},
            {u"url"_s, image.url.toString(QUrl::FullyEncoded)},
            {u"file"_s, image.path},
            {u"size"_s, image.size},
            {u"used"_s, image.used.toUTC().toString(Qt::ISODate)},
            {u"unfinished"_s, image.unfinished},
            {u"inUse"_s, image.inUse}};
}

void show(const LoadedCatalogue &loaded, const std::vector<PiModel> &models, Terminal &terminal)
{
    QStringList above;
    for (const CatalogueLeaf &leaf : leaves(loaded.catalogue)) {
        const Fit fit = fitOf(loaded.catalogue, *leaf.entry, models);
        terminal.object(toJson(leaf, fit));
        if (leaf.above != above) {
            above = leaf.above;
            terminal.line(above.isEmpty() ? QString() : above.join(u" / "_s));
        }
        const QString indent = above.isEmpty() ? QString() : u"  "_s;
        const QString size = leaf.entry->downloadSize > 0 ? bytesWords(leaf.entry->downloadSize) : QString();
        terminal.line(u"%1%2  %3  %4"_s.arg(indent)
                          .arg(leaf.entry->name, -48)
                          .arg(size, 9)
                          .arg(leaf.entry->released.toString(Qt::ISODate)));
        if (!fit.good())
            terminal.line(indent + u"    "_s + words(fit));
    }
}

// What could not be had does not hide what could.
void showMissing(const LoadedCatalogue &loaded, Terminal &terminal)
{
    QJsonArray missing;
    for (const Error &error : loaded.missing) {
        missing.append(toJson(error));
        terminal.line(paragraph(error));
    }
    if (loaded.old)
        terminal.line(sentence("Not all of it could be fetched now; this is the list of %1.")
                          .arg(QLocale().toString(loaded.date.toLocalTime(), QLocale::ShortFormat)));
    terminal.object({{u"date"_s, loaded.date.toUTC().toString(Qt::ISODate)},
                     {u"old"_s, loaded.old},
                     {u"missing"_s, missing},
                     {u"leftOut"_s, loaded.catalogue.leftOut}});
}

QCoro::Task<int> list(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const auto models = modelsFrom(arguments.models);
    if (!models)
        co_return failed(terminal, models.error());
    const auto web = std::make_shared<Web>();
    const Result<LoadedCatalogue> loaded
        = co_await loadCatalogue(web, fetchSettings(arguments), QLocale().name(), stop);
    if (!loaded)
        co_return failed(terminal, loaded.error());
    show(*loaded, *models, *terminal);
    showMissing(*loaded, *terminal);
    co_return 0;
}

// A name of the list, or an address.
QCoro::Task<Result<FetchRequest>> wanted(Arguments arguments, FetchSettings settings, Stop stop)
{
    static const QRegularExpression hash(u"\\A[0-9A-Fa-f]{64}\\z"_s);
    const QString what = arguments.positional[0];
    if (!arguments.sha256.isEmpty() && !hash.match(arguments.sha256).hasMatch())
        co_return fail(ErrorKind::Usage, u"--sha256 "_s + arguments.sha256, u"system"_s);
    if (what.contains("://"_L1)) {
        const QUrl url(what, QUrl::StrictMode);
        if (!isWebAddress(url))
            co_return fail(ErrorKind::InvalidUrl, url.toString(QUrl::RemoveUserInfo));
        co_return requestFor(url, arguments.sha256.toLower(), settings);
    }
    const auto models = modelsFrom(arguments.models);
    if (!models)
        co_return std::unexpected(models.error());
    const auto web = std::make_shared<Web>();
    const Result<LoadedCatalogue> loaded = co_await loadCatalogue(web, settings, QLocale().name(), stop);
    if (!loaded)
        co_return std::unexpected(loaded.error());
    const std::vector<CatalogueLeaf> found = named(loaded->catalogue, what);
    if (found.empty())
        co_return fail(ErrorKind::CatalogueUnknown, what);
    if (found.size() > 1) {
        QStringList names;
        for (const CatalogueLeaf &leaf : found)
            names << leaf.entry->name;
        co_return fail(ErrorKind::CatalogueAmbiguous, what, names.mid(0, 10).join(u"; "_s));
    }
    const CatalogueEntry &entry = *found.front().entry;
    if (const Fit fit = fitOf(loaded->catalogue, entry, *models); !fit.good())
        co_return fail(ErrorKind::CatalogueUnfit, entry.name, words(fit));
    FetchRequest request = requestFor(entry.url, entry.downloadSha256, settings);
    request.size = entry.downloadSize;
    co_return request;
}

QCoro::Task<int> fetch(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const FetchSettings settings = fetchSettings(arguments);
    const Result<FetchRequest> request = co_await wanted(arguments, settings, stop);
    if (!request)
        co_return failed(terminal, request.error());
    terminal->line(sentence("Downloading %1").arg(request->name));
    const auto web = std::make_shared<Web>();
    const ReportProgress progress = downloadBar(terminal);
    const Result<CachedImage> image = co_await fetchImage(web, *request, settings.limits, imageCache(settings), nullptr, progress, stop);
    if (!image)
        co_return failed(terminal, image.error());
    terminal->object({{u"fetched"_s, toJson(*image)}});
    terminal->line(sentence("SHA-256:    %1").arg(image->id));
    terminal->line(image->path);
    co_return 0;
}

int cache(const Arguments &arguments, const TerminalPtr &terminal)
{
    FetchSettings settings = fetchSettings(arguments);
    if (!arguments.quota.isEmpty()) {
        const auto quota = parseSize(arguments.quota);
        if (!quota)
            return failed(terminal, Error{ErrorKind::Usage, u"--quota "_s + arguments.quota, u"system"_s});
        saveQuota(*quota);
        settings.quota = *quota;
        imageCache(settings).makeRoom(0);
    }
    const ImageCache images = imageCache(settings);
    if (!arguments.removeId.isEmpty()) {
        if (const Result<> removed = images.remove(arguments.removeId); !removed)
            return failed(terminal, removed.error());
    }
    qint64 sum = 0;
    for (const CachedImage &image : images.list()) {
        sum += image.size;
        terminal->object(toJson(image));
        const QString state = image.inUse ? sentence("in use") : image.unfinished ? sentence("unfinished") : QString();
        terminal->line(u"%1  %2  %3  %4  %5"_s.arg(image.id)
                           .arg(bytesWords(image.size), 9)
                           .arg(QLocale().toString(image.used.toLocalTime(), QLocale::ShortFormat), image.name, state)
                           .trimmed());
    }
    terminal->object({{u"size"_s, sum}, {u"quota"_s, settings.quota}, {u"folder"_s, images.folder()}});
    terminal->line(sentence("%1 of %2 in %3").arg(bytesWords(sum), bytesWords(settings.quota), images.folder()));
    return 0;
}

} // namespace

QCoro::Task<int> systemCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    if (arguments.command.value(1) == "list"_L1)
        co_return co_await list(arguments, terminal, stop);
    if (arguments.command.value(1) == "fetch"_L1)
        co_return co_await fetch(arguments, terminal, stop);
    co_return cache(arguments, terminal);
}

} // namespace bramble
