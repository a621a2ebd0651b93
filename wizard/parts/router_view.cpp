// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/router_view.h"

#include "parts/error_card.h"
#include "parts/facts.h"
#include "parts/openwrt_view.h"
#include "parts/text.h"
#include "words/router_card.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

RouterView::RouterView(Journey *journey, QWidget *parent)
    : QWidget(parent), m_journey(journey), m_kind(new QComboBox), m_openWrt(new OpenWrtView(journey)), m_where(new Text(Text::Rank::Body)), m_values(new QPlainTextEdit),
      m_copy(new QPushButton(tr("Copy"))), m_notes(new Text(Text::Rank::Quiet)), m_ask(new QPushButton(tr("See whether it arrives"))),
      m_said(new FactList), m_error(new ErrorCard)
{
    m_kind->setObjectName(u"routerKind"_s);
    m_kind->setAccessibleName(tr("Kind of router"));
    m_values->setObjectName(u"routerValues"_s);
    m_values->setAccessibleName(tr("What to enter in the router"));
    m_values->setReadOnly(true);
    m_values->setTabChangesFocus(true);
    m_values->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_values->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_copy->setObjectName(u"routerCopy"_s);
    m_ask->setObjectName(u"routerAsk"_s);
    m_said->setObjectName(u"routerSaid"_s);
    m_kind->addItem(u"OpenWrt"_s, QString());
    for (const QString &name : routerKindNames())
        m_kind->addItem(routerCard(*routerKind(name), Cluster(), Ipv4::fromValue(0)).title, name);
    auto *choice = new QHBoxLayout;
    choice->setSpacing(unit(this));
    choice->addWidget(m_kind);
    choice->addWidget(m_copy);
    choice->addStretch(1);
    auto *asking = new QHBoxLayout;
    asking->addWidget(m_ask);
    asking->addStretch(1);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(2 * unit(this), 0, 0, 0);
    rows->setSpacing(unit(this));
    rows->addWidget(new Text(Text::Rank::Quiet, tr("The server answers the Pis beside any router, so nothing has to be entered. Here is how the router says it too, for those who want that.")));
    rows->addLayout(choice);
    rows->addWidget(m_openWrt);
    rows->addWidget(m_where);
    rows->addWidget(m_values);
    rows->addWidget(m_notes);
    rows->addLayout(asking);
    rows->addWidget(m_said);
    rows->addWidget(m_error);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RouterView::showCard);
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_values->toPlainText()); });
    connect(m_ask, &QPushButton::clicked, this, [this] { m_journey->askRouter(); });
}

void RouterView::showCard()
{
    if (!m_boot)
        return;
    const auto kind = routerKind(m_kind->currentData().toString());
    m_openWrt->setVisible(!kind);
    const RouterCard card = kind ? routerCard(*kind, m_cluster, m_boot->lan.address()) : RouterCard();
    m_where->say(card.where);
    m_where->setVisible(!card.where.isEmpty());
    m_values->setPlainText(card.values.join(u'\n'));
    m_values->setFixedHeight(int(card.values.size() + 2) * m_values->fontMetrics().lineSpacing() + unit(this));
    m_values->setVisible(!card.values.isEmpty());
    m_copy->setVisible(!card.values.isEmpty());
    QStringList notes = card.notes;
    for (QString &note : notes)
        note = u"• "_s + note;
    m_notes->say(notes.join(u'\n'));
    m_notes->setVisible(!notes.isEmpty());
    m_ask->setVisible(!card.values.isEmpty());
}

bool RouterView::isAsked() const
{
    return !m_journey->cluster().router.host.isEmpty() && !m_journey->router().value;
}

void RouterView::refresh()
{
    m_openWrt->refresh();
    const auto boot = m_journey->bootServer();
    if (boot && (boot != m_boot || m_cluster != m_journey->cluster())) {
        m_boot = boot;
        m_cluster = m_journey->cluster();
        showCard();
    }
    const auto &said = m_journey->routerSaid();
    m_ask->setEnabled(boot.has_value()); // also meanwhile: the focus stays on it
    m_ask->setText(said.busy ? tr("Asking as a Pi would...") : tr("See whether it arrives"));
    m_said->setVisible(said.value.has_value());
    m_said->show(factsOf(said.value.value_or(std::vector<CheckRow>())));
    m_error->show(said.error);
}

} // namespace bramble
