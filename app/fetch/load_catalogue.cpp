// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/load_catalogue.h"

#include "fetch/small_file.h"
#include "text/catalogue.h"

#include <QRandomGenerator>
#include <QSet>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostLists = 64;

struct Loading
{
    QNetworkAccessManager *net = nullptr;
    FetchSettings settings;
    QString locale;
    Stop stop;
    LoadedCatalogue out;
    QSet<QUrl> asked;
    int lines = 0;
};
using LoadingPtr = std::shared_ptr<Loading>;

int count(const std::vector<CatalogueEntry> &entries)
{
    int sum = int(entries.size());
    for (const CatalogueEntry &entry : entries)
        sum += count(entry.subitems);
    return sum;
}

// What one address has. Each is asked once: a list that refers to itself ends there.
QCoro::Task<Result<Catalogue>> one(LoadingPtr loading, QUrl url, int depth)
{
    if (loading->asked.contains(url) || loading->asked.size() >= mostLists)
        co_return fail(ErrorKind::CatalogueUnreadable, url.toString());
    loading->asked.insert(url);
    const QString folder = loading->settings.folder + u"/lists"_s;
    const Result<SmallFile> file = co_await fetchSmallHere(
        loading->net, url, folder, catalogueLimit, std::chrono::seconds(0), loading->settings.limits, loading->stop);
    if (!file)
        co_return std::unexpected(file.error());
    Result<Catalogue> catalogue = parseCatalogue(file->content, file->url, loading->locale, depth);
    if (!catalogue)
        co_return catalogue;
    loading->lines += count(catalogue->entries);
    if (loading->lines > catalogueLines)
        co_return fail(ErrorKind::CatalogueUnreadable, url.toString(), QString::number(catalogueLines));
    loading->out.old |= file->old;
    if (!loading->out.date.isValid() || file->date < loading->out.date)
        loading->out.date = file->date;
    co_return catalogue;
}

// The categories whose lines lie elsewhere. By index: the entries do not move, but a reference in a coroutine invites
// somebody to move them.
QCoro::Task<void> fillIn(LoadingPtr loading, std::vector<CatalogueEntry> *entries, int depth)
{
    for (size_t i = 0; i < entries->size(); ++i) {
        if (const QUrl elsewhere = (*entries)[i].subitemsUrl; !elsewhere.isEmpty() && depth < catalogueDepth) {
            Result<Catalogue> below = co_await one(loading, elsewhere, depth + 1);
            if (below) {
                (*entries)[i].subitems = std::move(below->entries);
                (*entries)[i].subitemsUrl.clear();
                loading->out.catalogue.leftOut += below->leftOut;
            } else {
                loading->out.missing.push_back(below.error());
            }
        }
        if ((*entries)[i].category)
            co_await fillIn(loading, &(*entries)[i].subitems, depth + 1);
        if ((*entries)[i].shuffled)
            std::ranges::shuffle((*entries)[i].subitems, *QRandomGenerator::global());
    }
}

} // namespace

QCoro::Task<Result<LoadedCatalogue>> loadCatalogueHere(QNetworkAccessManager *net, FetchSettings settings,
                                                       QString locale, Stop stop)
{
    const auto loading = std::make_shared<Loading>();
    loading->net = net;
    loading->settings = settings;
    loading->locale = locale;
    loading->stop = stop;
    Catalogue &whole = loading->out.catalogue;
    bool any = false;
    for (const QUrl &url : std::as_const(settings.lists)) {
        Result<Catalogue> list = co_await one(loading, url, 0);
        if (!list) {
            loading->out.missing.push_back(list.error());
            continue;
        }
        any = true;
        co_await fillIn(loading, &list->entries, 0);
        whole.leftOut += list->leftOut;
        std::ranges::move(list->devices, std::back_inserter(whole.devices));
        std::ranges::move(list->entries, std::back_inserter(whole.entries));
    }
    if (stop.stop_requested())
        co_return fail(ErrorKind::Stopped);
    if (!any)
        co_return std::unexpected(loading->out.missing.empty() ? Error{ErrorKind::InvalidUrl, {}, {}}
                                                               : loading->out.missing.front());
    co_return loading->out;
}

} // namespace bramble
