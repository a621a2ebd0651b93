// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/cache_view.h"

#include "parts/error_card.h"
#include "parts/text.h"
#include "parts/theme.h"
#include "words/words.h"

#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 gigabyte = 1'000'000'000;

} // namespace

CacheView::CacheView(Systems *systems, QWidget *parent)
    : QWidget(parent), m_systems(systems), m_error(new ErrorCard), m_list(new QWidget), m_rows(new QVBoxLayout(m_list)),
      m_sum(new Text(Text::Rank::Quiet)), m_quota(new QSpinBox)
{
    const int u = unit(this);
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(u);
    m_quota->setObjectName(u"cacheQuota"_s);
    m_quota->setRange(1, 10'000);
    m_quota->setSuffix(tr(" GB"));
    m_quota->setAccessibleName(tr("Room that downloaded images may take"));
    m_quota->setKeyboardTracking(false);
    m_quota->setValue(int(qMax(qint64(1), m_systems->quota() / gigabyte)));
    auto *label = new Text(Text::Rank::Body, tr("Keep at most"));
    label->setBuddy(m_quota);
    auto *line = new QHBoxLayout;
    line->addWidget(m_sum, 1);
    line->addWidget(label);
    line->addWidget(m_quota);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(2 * u, u, 0, 0);
    rows->setSpacing(u);
    rows->addWidget(m_error);
    rows->addWidget(m_list);
    rows->addLayout(line);
    m_error->show(std::nullopt);
    connect(m_quota, &QSpinBox::valueChanged, m_systems,
            [this](int gigabytes) { m_systems->setQuota(gigabytes * gigabyte); });
}

QWidget *CacheView::row(const CachedImage &image)
{
    auto *widget = new QWidget;
    auto *line = new QHBoxLayout(widget);
    line->setContentsMargins(0, 0, 0, 0);
    const QString state = image.inUse ? tr("in use")
        : image.unfinished            ? tr("unfinished")
                                      : QLocale().toString(image.used.toLocalTime(), QLocale::ShortFormat);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(0);
    auto *name = new Text(Text::Rank::Body, image.name);
    name->setToolTip(image.id);
    texts->addWidget(name);
    texts->addWidget(new Text(Text::Rank::Quiet, tr("%1, %2", "size, last used").arg(bytesWords(image.size), state)));
    line->addLayout(texts, 1);
    auto *use = new QPushButton(tr("Use"));
    use->setAccessibleName(tr("Use %1").arg(image.name));
    use->setEnabled(!image.url.isEmpty());
    connect(use, &QPushButton::clicked, this, [this, image] { Q_EMIT chosen(image); });
    auto *remove = new QPushButton(tr("Remove"));
    remove->setObjectName(u"cacheRemove"_s);
    remove->setAccessibleName(tr("Remove %1").arg(image.name));
    remove->setEnabled(!image.inUse);
    connect(remove, &QPushButton::clicked, m_systems, [this, id = image.id] { m_systems->remove(id); });
    line->addWidget(use);
    line->addWidget(remove);
    return widget;
}

void CacheView::refresh()
{
    qint64 sum = 0;
    QStringList shown;
    for (const CachedImage &image : m_systems->cached()) {
        sum += image.size;
        shown << u"%1 %2 %3 %4 %5"_s.arg(image.id)
                     .arg(image.size)
                     .arg(image.inUse)
                     .arg(image.unfinished)
                     .arg(image.used.toMSecsSinceEpoch());
    }
    m_error->show(m_systems->cacheError());
    m_sum->say(m_systems->cached().empty() ? tr("Nothing has been downloaded yet.")
                                           : tr("%1 in all").arg(bytesWords(sum)));
    if (shown == m_shown)
        return;
    m_shown = shown;
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const CachedImage &image : m_systems->cached())
        m_rows->addWidget(row(image));
}

} // namespace bramble
