// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace bramble {

/// What a row of the list of systems is made of.
enum SystemRole {
    EntryRole = Qt::UserRole + 1, ///< CatalogueEntry, of a system
    SecondLineRole, ///< the description, or why not
    SizeRole, ///< "512 MB"
    DateRole, ///< "2026-06-18"
    BadgeRole, ///< "recommended"
    ChosenRole, ///< bool
    IconUrlRole,
    SearchRole, ///< all that can be searched
};

/// A row of it: picture, name, a line below, and size and date at the right.
class SystemRow : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace bramble
