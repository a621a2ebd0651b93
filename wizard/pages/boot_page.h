// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QCheckBox;
class QPushButton;

namespace bramble {

class BootPanel;
class ErrorCard;
class RecordingCard;
class ReimageCard;
class Text;

/// The home screen of a cluster that is set up: the boot panel, and the watching itself.
class BootPage : public Page
{
    Q_OBJECT

public:
    explicit BootPage(Journey *journey, QWidget *parent = nullptr);

    QString help() const override;
    QString nextText() const override { return {}; }
    void enter() override;
    void refresh() override;

private:
    void sayHeading();
    void sayRecordedHeading();
    void saveRecording();

    RecordingCard *m_recording;
    QPushButton *m_turnOn;
    ErrorCard *m_error;
    QPushButton *m_again;
    BootPanel *m_panel;
    Text *m_mended;
    ErrorCard *m_mendError;
    ReimageCard *m_reimage;
    QWidget *m_more; ///< what takes a server
    QCheckBox *m_capture;
    Text *m_captureSays;
    QPushButton *m_save;
    QCheckBox *m_mask;
    Text *m_saved;
    ErrorCard *m_saveError;
};

} // namespace bramble
