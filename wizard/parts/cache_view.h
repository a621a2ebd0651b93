// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/systems.h"

#include <QWidget>

class QSpinBox;
class QVBoxLayout;

namespace bramble {

class ErrorCard;
class Text;

/// What has been downloaded and how much room it may take.
class CacheView : public QWidget
{
    Q_OBJECT

public:
    explicit CacheView(Systems *systems, QWidget *parent = nullptr);
    void refresh();

Q_SIGNALS:
    /// An image of the cache shall be used.
    void chosen(const bramble::CachedImage &image);

private:
    QWidget *row(const CachedImage &image);

    Systems *m_systems;
    ErrorCard *m_error;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    Text *m_sum;
    QSpinBox *m_quota;
    QStringList m_shown;
};

} // namespace bramble
