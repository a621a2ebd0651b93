// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/sources_view.h"

#include "parts/error_card.h"
#include "parts/text.h"
#include "parts/theme.h"

#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QPlainTextEdit *addressLines(const QString &name)
{
    constexpr int lines = 3;
    auto *edit = new QPlainTextEdit;
    edit->setObjectName(name);
    edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    edit->setTabChangesFocus(true);
    edit->setFixedHeight(edit->fontMetrics().lineSpacing() * lines + 4 * unit(edit));
    return edit;
}

} // namespace

SourcesView::SourcesView(Systems *systems, QWidget *parent)
    : QWidget(parent), m_systems(systems), m_lists(addressLines(u"sourceLists"_s)), m_mirrors(addressLines(u"sourceMirrors"_s)), m_error(new ErrorCard)
{
    const int u = unit(this);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(2 * u, u, 0, 0);
    rows->setSpacing(u);
    const auto add = [rows](QPlainTextEdit *edit, const QString &label, const QString &what) {
        auto *text = new Text(Text::Rank::Body, label);
        text->setBuddy(edit);
        edit->setAccessibleName(label);
        edit->setAccessibleDescription(what);
        rows->addWidget(text);
        rows->addWidget(edit);
        rows->addWidget(new Text(Text::Rank::Quiet, what));
    };
    add(m_lists, tr("Lists of systems"), tr("One address a line, in the format of Raspberry Pi Imager; the first is shown first."));
    add(m_mirrors, tr("Mirrors"), tr("One a line: the beginning of an address, =, what to fetch instead; or only an address where files of the same name lie."));
    auto *standard = new QPushButton(tr("Use the standard ones"));
    standard->setObjectName(u"sourcesStandard"_s);
    auto *take = new QPushButton(tr("Use these"));
    take->setObjectName(u"sourcesUse"_s);
    auto *line = new QHBoxLayout;
    line->addStretch(1);
    line->addWidget(standard);
    line->addWidget(take);
    rows->addWidget(m_error);
    rows->addLayout(line);
    m_error->show(std::nullopt);
    show();
    connect(take, &QPushButton::clicked, this, [this] { use(m_lists->toPlainText(), m_mirrors->toPlainText()); });
    connect(standard, &QPushButton::clicked, this, [this] { use({}, {}); });
}

void SourcesView::show()
{
    m_lists->setPlainText(m_systems->lists().join(u'\n'));
    m_mirrors->setPlainText(m_systems->mirrors().join(u'\n'));
}

void SourcesView::use(const QString &lists, const QString &mirrors)
{
    const Result<> used = m_systems->useSources(lists, mirrors);
    m_error->show(used ? std::nullopt : std::optional(used.error()));
    if (used)
        show();
}

} // namespace bramble
