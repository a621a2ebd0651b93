// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QPushButton;

namespace bramble {

class Card;
class ChoiceButton;
class ErrorCard;
class FactList;
class SlimBar;
class Text;

/// What the Pis should run: an image file, chosen or dropped.
class SystemPage : public Page
{
    Q_OBJECT

public:
    explicit SystemPage(Journey *journey, QWidget *parent = nullptr);

    QString help() const override;
    void refresh() override;
    /// Opens an image, as the dialog and a drop do.
    void openFile(const QString &file);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void chooseFile();

    ChoiceButton *m_choose;
    Card *m_busyCard;
    Text *m_busyText;
    SlimBar *m_bar;
    QPushButton *m_stop;
    Card *m_factsCard;
    Text *m_name;
    FactList *m_facts;
    ErrorCard *m_error;
};

} // namespace bramble
