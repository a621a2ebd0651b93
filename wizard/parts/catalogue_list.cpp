// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/catalogue_list.h"

#include "parts/system_row.h"
#include "parts/text.h"
#include "parts/theme.h"
#include "words/words.h"

#include <QBuffer>
#include <QImageReader>
#include <QLineEdit>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QStandardItemModel>
#include <QTreeView>
#include <QVBoxLayout>

Q_DECLARE_METATYPE(bramble::CatalogueEntry)

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Pictures come from anywhere: small ones only, and never larger than they are shown.
QIcon picture(const QByteArray &bytes)
{
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer);
    const QSize size = reader.size();
    constexpr int most = 2048, shown = 96;
    if (!size.isValid() || size.width() > most || size.height() > most)
        return {};
    reader.setScaledSize(size.scaled(shown, shown, Qt::KeepAspectRatio));
    const QImage image = reader.read();
    return image.isNull() ? QIcon() : QIcon(QPixmap::fromImage(image));
}

} // namespace

CatalogueList::CatalogueList(Systems *systems, QWidget *parent)
    : QWidget(parent), m_systems(systems), m_search(new QLineEdit), m_view(new QTreeView),
      m_model(new QStandardItemModel(this)), m_shown(new QSortFilterProxyModel(this)),
      m_none(new Text(Text::Rank::Quiet))
{
    m_search->setObjectName(u"systemSearch"_s);
    m_search->setPlaceholderText(tr("Search the systems"));
    m_search->setAccessibleName(tr("Search the systems"));
    m_search->setClearButtonEnabled(true);
    m_view->setObjectName(u"systemList"_s);
    m_view->setAccessibleName(tr("Systems"));
    m_shown->setSourceModel(m_model);
    m_shown->setRecursiveFilteringEnabled(true);
    m_shown->setAutoAcceptChildRows(true);
    m_shown->setFilterRole(SearchRole);
    m_shown->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_view->setModel(m_shown);
    m_view->setItemDelegate(new SystemRow(m_view));
    m_view->setHeaderHidden(true);
    m_view->setUniformRowHeights(true);
    m_view->setMouseTracking(true);
    m_view->setExpandsOnDoubleClick(false);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setMinimumHeight(15 * fontMetrics().height());
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(unit(this));
    rows->addWidget(m_search);
    rows->addWidget(m_view, 1);
    rows->addWidget(m_none);
    m_none->say({});
    connect(m_search, &QLineEdit::textChanged, this, &CatalogueList::search);
    connect(m_view, &QTreeView::expanded, this, [this] { refreshIcons(m_model->invisibleRootItem()); });
    connect(m_view, &QTreeView::activated, this, &CatalogueList::activate);
    connect(m_view, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (!m_view->style()->styleHint(QStyle::SH_ItemView_ActivateItemOnSingleClick, nullptr, m_view))
            activate(index);
    });
}

void CatalogueList::search(const QString &text)
{
    m_shown->setFilterFixedString(text.trimmed());
    if (text.trimmed().isEmpty())
        m_view->collapseAll();
    else
        m_view->expandAll();
    m_none->say(m_shown->rowCount() == 0 && m_model->rowCount() > 0
                    ? tr("No system in the list has “%1” in its name.").arg(text.trimmed())
                    : QString());
}

void CatalogueList::activate(const QModelIndex &index)
{
    const QVariant entry = index.data(EntryRole);
    if (!entry.isValid()) {
        m_view->setExpanded(index, !m_view->isExpanded(index));
        return;
    }
    if (index.flags() & Qt::ItemIsEnabled)
        Q_EMIT chosen(entry.value<CatalogueEntry>());
}

void CatalogueList::fill(QStandardItem *parent, const std::vector<CatalogueEntry> &entries, const Catalogue &catalogue)
{
    for (const CatalogueEntry &entry : entries) {
        auto *item = new QStandardItem(entry.name);
        const Fit fit = entry.category ? Fit() : fitOf(catalogue, entry, m_models);
        const QString second = fit.good() ? entry.description : words(fit);
        item->setData(second, SecondLineRole);
        item->setData(entry.icon, IconUrlRole);
        item->setData(QString(entry.name + u' ' + entry.description), SearchRole);
        item->setEnabled(fit.good());
        item->setToolTip(entry.tooltip);
        QStringList said{entry.name, second};
        if (!entry.category) {
            item->setData(QVariant::fromValue(entry), EntryRole);
            if (entry.downloadSize > 0)
                item->setData(bytesWords(entry.downloadSize), SizeRole);
            if (entry.released.isValid())
                item->setData(QLocale().toString(entry.released, QLocale::ShortFormat), DateRole);
            if (entry.url == m_recommended && std::exchange(m_recommended, {}).isValid())
                item->setData(tr("recommended"), BadgeRole);
            for (const int role : {SizeRole, DateRole, BadgeRole})
                said << item->data(role).toString();
        }
        said.removeAll(QString());
        item->setAccessibleText(said.join(u", "_s));
        parent->appendRow(item);
        fill(item, entry.subitems, catalogue);
    }
}

void CatalogueList::refreshIcons(const QStandardItem *parent)
{
    for (int row = 0; row < parent->rowCount(); ++row) {
        QStandardItem *item = parent->child(row);
        const QModelIndex index = m_shown->mapFromSource(item->index());
        // Only what somebody can see is asked for.
        const bool seen = !item->parent() || m_view->isExpanded(m_shown->mapFromSource(item->parent()->index()));
        if (seen && index.isValid() && item->icon().isNull())
            if (const QByteArray bytes = m_systems->icon(item->data(IconUrlRole).toUrl()); !bytes.isEmpty())
                item->setIcon(picture(bytes));
        refreshIcons(item);
    }
}

void CatalogueList::mark(QStandardItem *parent, const QUrl &chosen)
{
    for (int row = 0; row < parent->rowCount(); ++row) {
        QStandardItem *item = parent->child(row);
        const QVariant entry = item->data(EntryRole);
        const bool is = entry.isValid() && !chosen.isEmpty() && entry.value<CatalogueEntry>().url == chosen;
        if (item->data(ChosenRole).toBool() != is)
            item->setData(is, ChosenRole);
        mark(item, chosen);
    }
}

void CatalogueList::show(const LoadedCatalogue &loaded, const std::vector<PiModel> &models, const QUrl &chosen)
{
    if (m_catalogue != loaded.catalogue || m_models != models) {
        m_catalogue = loaded.catalogue;
        m_models = models;
        const CatalogueEntry *best = recommended(m_catalogue, m_models);
        m_recommended = best ? best->url : QUrl();
        m_model->clear();
        fill(m_model->invisibleRootItem(), m_catalogue.entries, m_catalogue);
    }
    refreshIcons(m_model->invisibleRootItem());
    mark(m_model->invisibleRootItem(), chosen);
}

} // namespace bramble
