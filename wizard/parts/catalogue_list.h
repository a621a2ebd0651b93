// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/systems.h"

#include <QWidget>

class QLineEdit;
class QModelIndex;
class QSortFilterProxyModel;
class QStandardItem;
class QStandardItemModel;
class QTreeView;

namespace bramble {

class Text;

/// The list of systems as a tree with pictures, and a line to search in it. What the Pis cannot run is there, too, and
/// says why.
class CatalogueList : public QWidget
{
    Q_OBJECT

public:
    explicit CatalogueList(Systems *systems, QWidget *parent = nullptr);

    /// Paints the catalogue for Pis of these models; chosen is marked.
    void show(const LoadedCatalogue &loaded, const std::vector<PiModel> &models, const QUrl &chosen);
    QTreeView *view() const { return m_view; }

Q_SIGNALS:
    void chosen(const bramble::CatalogueEntry &entry);

private:
    void fill(QStandardItem *parent, const std::vector<CatalogueEntry> &entries, const Catalogue &catalogue);
    void refreshIcons(const QStandardItem *parent);
    void mark(QStandardItem *parent, const QUrl &chosen);
    void activate(const QModelIndex &index);
    void search(const QString &text);

    Systems *m_systems;
    QLineEdit *m_search;
    QTreeView *m_view;
    QStandardItemModel *m_model;
    QSortFilterProxyModel *m_shown;
    Text *m_none;
    Catalogue m_catalogue;
    std::vector<PiModel> m_models;
    QUrl m_recommended;
};

} // namespace bramble
