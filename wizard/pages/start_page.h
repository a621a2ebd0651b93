// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

namespace bramble {

class ChoiceButton;
class ErrorCard;

/// Where everybody begins: new, go on, open, practise.
class StartPage : public Page
{
    Q_OBJECT

public:
    explicit StartPage(Journey *journey, QWidget *parent = nullptr);

    QString help() const override;
    QString nextText() const override;
    void enter() override;
    void refresh() override;
    /// Opens a cluster file, as the dialog does.
    void openFile(const QString &file);

private:
    bool begun() const;
    void startNew();
    void chooseFile();
    void practise();
    void chooseRecording();
    void showRecording(const QString &file);

    ChoiceButton *m_goOn;
    ChoiceButton *m_new;
    ChoiceButton *m_open;
    ChoiceButton *m_practise;
    ChoiceButton *m_recording;
    ErrorCard *m_error;
};

} // namespace bramble
