// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

#include <QMainWindow>

class QPushButton;
class QStackedWidget;
class QToolButton;

namespace bramble {

class AllRunNotice;
class PrimaryButton;
class StatusMark;
class StepList;
class Text;

/// The window around the pages: steps at the left, help at the right, one button that leads on, the server's light
/// below.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(Journey *journey, QWidget *parent = nullptr);

    Place place() const;
    Page *page(Place place) const;
    /// Goes there if it is open; to the last open place before it if not.
    void goTo(Place place);
    bool helpIsShown() const;
    void showHelp(bool on);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *buildSide();
    QWidget *buildHelp();
    QWidget *buildFooter();
    QWidget *buildStrip();
    void buildPages();
    void buildKeys();
    bool mayGo(Place place) const;
    void refresh();
    void refreshFooter();
    void refreshStrip();
    void refreshTitle();
    void back();
    void next();
    void askBeforeClosing();

    Journey *m_journey;
    StepList *m_steps;
    QStackedWidget *m_stack;
    QWidget *m_help;
    Text *m_helpText;
    QToolButton *m_helpButton;
    QPushButton *m_back;
    PrimaryButton *m_next;
    StatusMark *m_light;
    Text *m_lightText;
    Text *m_fileText;
    AllRunNotice *m_allRun;
    bool m_closing = false;
};

} // namespace bramble
