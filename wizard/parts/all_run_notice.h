// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSystemTrayIcon;

namespace bramble {

/// Tells somebody who looks at something else meanwhile that all Pis run: in the task bar, and as the desktop's notification where it has any.
class AllRunNotice : public QObject
{
    Q_OBJECT

public:
    /// window: the one that it is about; its child.
    explicit AllRunNotice(QWidget *window);

    /// Once for each time that the last of them comes up; not for those that ran already when watching began.
    void take(int running, int all);

Q_SIGNALS:
    void due(const QString &sentence);

private:
    void tell(const QString &sentence);

    QWidget *m_window;
    QSystemTrayIcon *m_tray = nullptr;
    bool m_wasFewer = false;
};

} // namespace bramble
