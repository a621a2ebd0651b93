// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/pis_page.h"

#include "pages/pis_model.h"
#include "parts/card.h"
#include "parts/found_card.h"
#include "parts/preparing_card.h"
#include "parts/text.h"
#include "words/words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// The models that can boot from the network, and "any".
class ModelDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        auto *combo = new QComboBox(parent);
        combo->setAccessibleName(PisPage::tr("Model"));
        combo->addItem(PisPage::tr("any"), QString());
        for (int m = 0; m <= int(PiModel::ZeroOrOld); ++m)
            if (PiModel(m) != PiModel::Unknown && canNetboot(PiModel(m)))
                combo->addItem(shortName(PiModel(m)), shortName(PiModel(m)));
        return combo;
    }
    void setEditorData(QWidget *editor, const QModelIndex &index) const override
    {
        auto *combo = qobject_cast<QComboBox *>(editor);
        combo->setCurrentIndex(qMax(0, combo->findData(index.data(Qt::EditRole).toString())));
    }
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override
    {
        model->setData(index, qobject_cast<QComboBox *>(editor)->currentData(), Qt::EditRole);
    }
};

} // namespace

PisPage::PisPage(Journey *theJourney, QWidget *parent) : Page(theJourney, Place::Pis, parent)
{
    setHeading(tr("Which Pis belong to the cluster?"),
               tr("Each is known by its serial number or its MAC address; both stand on the screen that a Pi shows "
                  "when it finds no system."));
    m_found = new FoundCard(journey());
    m_found->setObjectName(u"foundCard"_s);
    body()->addWidget(m_found);
    buildTable();
    buildPaste();
    m_preparing = new PreparingCard(journey());
    m_preparing->setObjectName(u"preparing"_s);
    body()->addWidget(m_preparing);
}

void PisPage::enter()
{
    journey()->startFinding();
}

QString PisPage::help() const
{
    return tr(
        "Pis that run in your network are found by themselves, and those you switch on while this page is open, as soon as they ask for "
        "where to boot from.\n\nA Pi asks the network for a folder named after its serial number: the last eight digits. On a Pi that runs, "
        "“cat /proc/cpuinfo” shows it.\n\nPaste a list in any form: one serial or MAC address per line, a table, the "
        "lines of a start "
        "screen, or a router's log.\n\nPi 3B, 3B+, 4B, 400, 5, 500 and the compute modules can start from the network; "
        "Zero and the A "
        "models have no network socket and cannot.");
}

void PisPage::buildTable()
{
    m_model = new PisModel(this);
    m_table = new QTableView;
    m_table->setObjectName(u"pisTable"_s);
    m_table->setAccessibleName(tr("Pis"));
    m_table->setModel(m_model);
    m_table->setItemDelegateForColumn(PisModel::Model, new ModelDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed
                             | QAbstractItemView::AnyKeyPressed | QAbstractItemView::SelectedClicked);
    m_table->setShowGrid(false);
    m_table->setAlternatingRowColors(true);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->setVisible(false);
    m_table->verticalHeader()->setMinimumSectionSize(4 * unit(this));
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    QHeaderView *header = m_table->horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    const int letter = fontMetrics().averageCharWidth();
    const std::array letters{15, 9, 13, 23};
    for (int column = 0; column < int(letters.size()); ++column)
        m_table->setColumnWidth(column,
                                qMax(letters[size_t(column)] * letter, header->sectionSizeHint(column) + unit(this)));
    m_table->setMinimumHeight(24 * unit(this));

    m_add = new QPushButton(tr("Add a Pi"));
    m_add->setObjectName(u"pisAdd"_s);
    m_remove = new QPushButton(tr("Remove"));
    m_remove->setObjectName(u"pisRemove"_s);
    m_paste = new QPushButton(tr("Paste a list…"));
    m_paste->setObjectName(u"pisPaste"_s);
    m_paste->setCheckable(true);
    m_summary = new Text(Text::Rank::Quiet);
    m_summary->setObjectName(u"pisSummary"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(unit(this));
    for (QPushButton *button : {m_add, m_remove, m_paste})
        line->addWidget(button);
    line->addSpacing(unit(this));
    line->addWidget(m_summary, 1);
    body()->addWidget(m_table, 1);
    body()->addLayout(line);
    connect(m_add, &QPushButton::clicked, this, &PisPage::addRow);
    connect(m_remove, &QPushButton::clicked, this, &PisPage::removeSelected);
    connect(m_model, &PisModel::edited, this, &PisPage::handOver);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            [this] { m_remove->setEnabled(!selectedRows().isEmpty()); });
    auto *remove = new QShortcut(QKeySequence::Delete, m_table);
    remove->setContext(Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &PisPage::removeSelected);
}

void PisPage::buildPaste()
{
    m_pasteCard = new Card;
    auto *label = new Text(Text::Rank::Body,
                           tr("Serial numbers or MAC addresses, one Pi per line, in whatever form you have them:"));
    m_pasteText = new QPlainTextEdit;
    m_pasteText->setObjectName(u"pisPasteText"_s);
    m_pasteText->setAccessibleName(tr("List of Pis"));
    m_pasteText->setTabChangesFocus(true);
    m_pasteText->setMinimumHeight(12 * unit(this));
    m_pasteText->setMaximumHeight(16 * unit(this));
    m_pasteText->setPlaceholderText(u"pi-01, 4B, 38c128c0, dc:a6:32:01:02:03\n10000000a1b2c3d4\nb8-27-eb-11-22-33"_s);
    m_pasteSays = new Text(Text::Rank::Body);
    m_pasteSays->setObjectName(u"pisPasteSays"_s);
    m_pasteSays->setVisible(false);
    m_pasteOk = new QPushButton(tr("Add these Pis"));
    m_pasteOk->setObjectName(u"pisPasteOk"_s);
    m_pasteOk->setEnabled(false);
    label->setBuddy(m_pasteText);
    m_pasteCard->rows()->addWidget(label);
    m_pasteCard->rows()->addWidget(m_pasteText);
    m_pasteCard->rows()->addWidget(m_pasteSays);
    m_pasteCard->rows()->addWidget(m_pasteOk, 0, Qt::AlignRight);
    m_pasteCard->setVisible(false);
    body()->addWidget(m_pasteCard);
    connect(m_paste, &QPushButton::toggled, this, [this](bool open) {
        m_pasteCard->setVisible(open);
        if (open)
            m_pasteText->setFocus();
    });
    connect(m_pasteText, &QPlainTextEdit::textChanged, this, [this] {
        m_pasteOk->setEnabled(!m_pasteText->toPlainText().trimmed().isEmpty());
        m_pasteSays->say({});
    });
    connect(m_pasteOk, &QPushButton::clicked, this, &PisPage::addPasted);
}

QList<int> PisPage::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows << index.row();
    return rows;
}

void PisPage::addRow()
{
    m_model->addRow();
    const QModelIndex serial = m_model->index(m_model->rowCount() - 1, PisModel::Serial);
    m_table->setCurrentIndex(serial);
    m_table->edit(serial);
}

void PisPage::removeSelected()
{
    m_model->removeRowsAt(selectedRows());
}

void PisPage::addPasted()
{
    const auto before = journey()->cluster().nodes.size();
    const std::vector<Error> unread = journey()->addPasted(m_pasteText->toPlainText());
    const auto added = int(journey()->cluster().nodes.size() - before);
    m_model->show(journey()->cluster().nodes);
    if (unread.empty() && added > 0) {
        m_pasteText->clear();
        m_paste->setChecked(false);
        return;
    }
    QStringList lines{tr("%n Pi(s) added.", nullptr, added)};
    constexpr size_t few = 5;
    for (size_t i = 0; i < std::min(unread.size(), few); ++i)
        lines << u"• "_s + paragraph(unread[i]);
    if (unread.size() > few)
        lines << tr("… and %n more line(s) that could not be read.", nullptr, int(unread.size() - few));
    m_pasteSays->say(lines.join(u'\n'));
}

void PisPage::handOver()
{
    change([this](Cluster &c) { c.nodes = m_model->nodes(); });
    Q_EMIT edited();
    refresh();
}

bool PisPage::canGoOn() const
{
    return Page::canGoOn() && !m_model->hasErrors();
}

void PisPage::refresh()
{
    m_found->refresh();
    m_preparing->refresh();
    m_model->show(journey()->cluster().nodes);
    m_remove->setEnabled(!selectedRows().isEmpty());
    int bad = 0;
    for (int row = 0; row < m_model->rowCount(); ++row)
        bad += m_model->errorsOf(row).empty() ? 0 : 1;
    if (m_model->rowCount() == 0)
        m_summary->say(tr("No Pi yet. Add one, or paste a list."));
    else if (bad == 0)
        m_summary->say(tr("%n Pi(s), nothing missing.", nullptr, m_model->rowCount()));
    else
        m_summary->say(tr("%n Pi(s), %1 not ready yet.", nullptr, m_model->rowCount()).arg(bad));
}

} // namespace bramble
