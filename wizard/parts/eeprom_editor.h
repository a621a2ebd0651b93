// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/eeprom_config.h"

#include <QWidget>

#include <optional>

class QComboBox;
class QGridLayout;
class QLineEdit;

namespace bramble {

class Text;

/// All settings of a boot EEPROM that matter to a start from the network: each in words, with its default and its unit, and as people mean it.
class EepromEditor : public QWidget
{
    Q_OBJECT

public:
    explicit EepromEditor(QWidget *parent = nullptr);

    /// What it has now, and whose defaults hold for the rest. What was typed is gone.
    void show(const EepromConfig &config, BootRom rom);
    /// What is typed, as far as it is no default: every key that is said.
    const EepromConfig &config() const { return m_config; }
    /// What cannot be taken as it is typed.
    const std::optional<Error> &error() const { return m_error; }

Q_SIGNALS:
    void edited();

private:
    struct Row
    {
        EepromKey key{};
        QLineEdit *text = nullptr; ///< one of the two
        QComboBox *choice = nullptr;
        Text *means = nullptr;
    };

    void addRow(const EepromKeyFacts &facts);
    void buildOrder(int row);
    void fill();
    void read();
    QString typed(const Row &row) const;
    QString typedOrder() const;

    std::vector<Row> m_rows;
    std::vector<QComboBox *> m_order;
    QGridLayout *m_grid;
    Text *m_wrong;
    EepromConfig m_shown;
    EepromConfig m_config;
    BootRom m_rom = BootRom::None;
    std::optional<Error> m_error;
    bool m_filling = false;
};

} // namespace bramble
