// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/reimage_card.h"

#include "parts/error_card.h"
#include "parts/text.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

ReimageCard::ReimageCard(Journey *journey, QWidget *parent)
    : Card(parent), m_journey(journey), m_what(new Text(Text::Rank::Body)), m_node(new QComboBox), m_begin(new QPushButton(tr("&Reimage..."))),
      m_yes(new QPushButton(tr("Give it a fresh disk"))), m_no(new QPushButton(tr("Leave it as it is"))), m_error(new ErrorCard)
{
    m_node->setObjectName(u"reimageNode"_s);
    m_node->setAccessibleName(tr("Pi that gets a fresh disk"));
    m_begin->setObjectName(u"reimageBegin"_s);
    m_yes->setObjectName(u"reimageYes"_s);
    m_no->setObjectName(u"reimageNo"_s);
    auto *line = new QHBoxLayout;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_node, m_begin, m_yes, m_no})
        line->addWidget(widget);
    line->addStretch(1);
    rows()->addLayout(line);
    rows()->addWidget(m_what);
    rows()->addWidget(m_error);
    const auto ask = [this](bool asks) {
        m_asking = asks;
        refresh();
    };
    connect(m_begin, &QPushButton::clicked, this, [ask] { ask(true); });
    connect(m_no, &QPushButton::clicked, this, [ask] { ask(false); });
    connect(m_yes, &QPushButton::clicked, this, [this] {
        m_asking = false;
        m_journey->startReimage(m_node->currentText());
    });
}

void ReimageCard::refresh()
{
    QStringList names;
    for (const Node &node : m_journey->cluster().nodes)
        names << node.name;
    QStringList shown;
    for (int i = 0; i < m_node->count(); ++i)
        shown << m_node->itemText(i);
    if (shown != names) {
        m_node->clear();
        m_node->addItems(names);
    }
    const auto &reimaged = m_journey->reimaged();
    const QString node = m_journey->reimagedNode();
    if (reimaged.busy)
        m_what->say(tr("%1 gets a fresh disk ...").arg(node));
    else if (m_asking)
        m_what->say(tr("%1 gets the system anew, with the same name, address and SSH identity. What was written on its disk is set aside on the "
                       "server until the next time.").arg(m_node->currentText()));
    else if (reimaged.value)
        m_what->say(*reimaged.value ? tr("%1 has a fresh disk and restarts now.").arg(node)
                                    : tr("%1 has a fresh disk. It does not answer: switch it off and on.").arg(node));
    else
        m_what->say({});
    m_node->setEnabled(!reimaged.busy && !m_asking);
    m_begin->setVisible(!m_asking);
    m_begin->setEnabled(!reimaged.busy && !names.isEmpty());
    m_yes->setVisible(m_asking);
    m_no->setVisible(m_asking);
    m_error->show(reimaged.busy ? std::nullopt : reimaged.error);
}

} // namespace bramble
