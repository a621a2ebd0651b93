// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/page.h"

class QPushButton;
class QVBoxLayout;

namespace bramble {

class Card;
class ErrorCard;
class Text;

/// The page that commits: all that would change, before anything does.
class ReviewPage : public Page
{
    Q_OBJECT

public:
    explicit ReviewPage(Journey *journey, QWidget *parent = nullptr);

    QString help() const override;
    QString nextText() const override;
    bool canGoOn() const override;
    void goOn() override;
    void refresh() override;
    /// Saves the cluster file, as the dialog does.
    void saveFile(const QString &file);

private:
    const Plan *plan() const;
    std::optional<Error> hindrance() const;
    void showChanges(const std::vector<Change> &changes);
    QWidget *group(const QString &title, const std::vector<Change> &changes);
    QWidget *row(const Change &change);
    void showRest();
    void chooseFile();

    ErrorCard *m_error;
    QPushButton *m_mend;
    QWidget *m_groups;
    QVBoxLayout *m_groupRows;
    Card *m_rest;
    Text *m_restText;
    QPushButton *m_save;
    ErrorCard *m_saved;
    std::vector<Change> m_shown;
};

} // namespace bramble
