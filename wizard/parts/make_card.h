// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parts/card.h"
#include "steps/journey.h"

class QComboBox;
class QLineEdit;
class QPushButton;

namespace bramble {

class EepromEditor;
class ErrorCard;
class Fold;
class Text;

/// A card that makes Pis of one model start from the network: whose firmware, which settings, into a file or onto a memory card.
class MakeCard : public Card
{
    Q_OBJECT

public:
    explicit MakeCard(Journey *journey, QWidget *parent = nullptr);

    void begin(PiModel model);
    void refresh();

private:
    void buildSource();
    void buildTarget();
    void choose(bool folder);
    void chooseFile();
    void write(const QString &where, bool isDrive);
    std::optional<CardWish> wish() const;

    Journey *m_journey;
    PiModel m_model = PiModel::Unknown;
    bool m_asking = false; ///< whether a memory card may be written over
    QList<QString> m_shownDrives;
    Text *m_title;
    Text *m_what;
    Text *m_sourceLabel;
    QLineEdit *m_source;
    EepromEditor *m_editor;
    Fold *m_expert;
    QComboBox *m_target;
    QPushButton *m_write;
    QPushButton *m_yes;
    QPushButton *m_close;
    ErrorCard *m_error;
};

} // namespace bramble
