// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/eeprom_editor.h"

#include "parts/text.h"
#include "parts/theme.h"
#include "words/eeprom_words.h"
#include "words/words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>

#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr int orderLength = 8;
constexpr int inOneLine = 4;
constexpr std::array steps{BootStep::Card, BootStep::Network, BootStep::Usb, BootStep::Nvme, BootStep::Http, BootStep::CardDetect,
                           BootStep::Rpiboot, BootStep::ModuleUsb, BootStep::Restart, BootStep::Halt};

// A few values are better chosen than typed.
bool isChosen(const EepromKeyFacts &facts)
{
    return facts.form == EepromKeyFacts::Form::Number && facts.unit == EepromUnit::None && facts.most - facts.least <= 2;
}

} // namespace

EepromEditor::EepromEditor(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this)), m_wrong(new Text(Text::Rank::Body))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(unit(this));
    m_grid->setVerticalSpacing(unit(this) / 2);
    m_grid->setColumnStretch(0, 3);
    m_grid->setColumnStretch(2, 2);
    m_wrong->setObjectName(u"eepromWrong"_s);
    m_grid->addWidget(m_wrong, 0, 0, 1, 3);
    for (const EepromKeyFacts &facts : eepromKeys())
        addRow(facts);
    m_wrong->say({});
}

void EepromEditor::addRow(const EepromKeyFacts &facts)
{
    const int at = int(m_rows.size()) + 1;
    Row row;
    row.key = facts.key;
    auto *label = new Text(Text::Rank::Body, words(facts.key));
    label->setToolTip(facts.name);
    row.means = new Text(Text::Rank::Quiet);
    m_grid->addWidget(label, at, 0);
    if (facts.form == EepromKeyFacts::Form::Order) {
        buildOrder(at);
        m_rows.push_back(row);
        return;
    }
    QWidget *field = nullptr;
    if (isChosen(facts)) {
        field = row.choice = new QComboBox;
        connect(row.choice, &QComboBox::activated, this, &EepromEditor::read);
    } else {
        field = row.text = new QLineEdit;
        row.text->setMaximumWidth(26 * fontMetrics().averageCharWidth());
        connect(row.text, &QLineEdit::textEdited, this, &EepromEditor::read);
    }
    field->setObjectName(u"eeprom_"_s + facts.name);
    field->setAccessibleName(words(facts.key));
    field->setToolTip(facts.name);
    label->setBuddy(field);
    m_grid->addWidget(field, at, 1);
    m_grid->addWidget(row.means, at, 2);
    m_rows.push_back(row);
}

// In the order in which it is tried, from left to right.
void EepromEditor::buildOrder(int row)
{
    auto *lines = new QGridLayout;
    lines->setSpacing(unit(this) / 2);
    lines->setColumnStretch(inOneLine, 1);
    for (int i = 0; i < orderLength; ++i) {
        auto *combo = new QComboBox;
        combo->setObjectName(u"eeprom_BOOT_ORDER_%1"_s.arg(i + 1));
        combo->setAccessibleName(tr("%1, turn %2").arg(words(EepromKey::BootOrder)).arg(i + 1));
        combo->addItem(u"–"_s, -1);
        for (const BootStep step : steps)
            combo->addItem(words(*BootOrder::fromSteps({step})), int(step));
        combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        combo->setMinimumContentsLength(9);
        connect(combo, &QComboBox::activated, this, &EepromEditor::read);
        lines->addWidget(combo, i / inOneLine, i % inOneLine);
        m_order.push_back(combo);
    }
    m_grid->addLayout(lines, row, 1, 1, 2);
}

void EepromEditor::show(const EepromConfig &config, BootRom rom)
{
    m_shown = config;
    m_rom = rom;
    fill();
}

void EepromEditor::fill()
{
    m_filling = true;
    for (const Row &row : m_rows) {
        const EepromKeyFacts &facts = factsOf(row.key);
        const QString byDefault = m_rom == BootRom::Bcm2712 ? QString(facts.of2712) : QString(facts.of2711);
        const QString said = m_shown.values().value(row.key);
        if (row.choice) {
            row.choice->clear();
            row.choice->addItem(tr("%1, unless set").arg(valueWords(row.key, byDefault)), QString());
            for (qint64 value = facts.least; value <= facts.most; ++value)
                row.choice->addItem(valueWords(row.key, QString::number(value)), QString::number(value));
            row.choice->setCurrentIndex(std::max(0, row.choice->findData(said)));
        } else if (row.text) {
            row.text->setPlaceholderText(byDefault);
            row.text->setText(said);
        }
    }
    const std::vector<BootStep> order = m_shown.bootOrder(m_rom).steps();
    for (size_t i = 0; i < m_order.size(); ++i)
        m_order[i]->setCurrentIndex(i < order.size() ? std::max(0, m_order[i]->findData(int(order[i]))) : 0);
    m_filling = false;
    read();
}

QString EepromEditor::typed(const Row &row) const
{
    if (row.choice)
        return row.choice->currentData().toString();
    return row.text ? row.text->text().trimmed() : typedOrder();
}

QString EepromEditor::typedOrder() const
{
    std::vector<BootStep> wanted;
    for (const QComboBox *combo : m_order)
        if (combo->currentData().toInt() >= 0)
            wanted.push_back(BootStep(combo->currentData().toInt()));
    const auto order = BootOrder::fromSteps(wanted);
    // An order that nobody said, and nobody touched, stays unsaid.
    if (order && !m_shown.says(EepromKey::BootOrder) && *order == m_shown.bootOrder(m_rom))
        return {};
    return order ? order->toString() : QString();
}

void EepromEditor::read()
{
    if (m_filling)
        return;
    m_config = {};
    m_error.reset();
    for (const Row &row : m_rows) {
        const QString text = typed(row);
        const Result<> taken = text.isEmpty() ? Result<>() : m_config.set(row.key, text);
        if (!taken && !m_error)
            m_error = taken.error();
        const QString byDefault = EepromConfig().value(row.key, m_rom);
        // The words stand beside what is typed only where they say more than it does.
        if (row.text) {
            const QString value = text.isEmpty() ? byDefault : text;
            const QString meant = taken && valueWords(row.key, value) != value ? valueWords(row.key, value) : QString();
            row.means->setText(text.isEmpty() && !meant.isEmpty() ? tr("%1, unless set").arg(meant) : meant);
        }
    }
    if (!m_error)
        if (const auto wrong = problems(m_config, m_rom); !wrong.empty())
            m_error = wrong.front();
    m_wrong->say(m_error ? paragraph(*m_error) : QString());
    Q_EMIT edited();
}

} // namespace bramble
