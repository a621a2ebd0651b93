// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/all_run_notice.h"

#include "parts/icons.h"

#include <QApplication>
#include <QSystemTrayIcon>
#include <QTimer>
#include <QWidget>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

AllRunNotice::AllRunNotice(QWidget *window) : QObject(window), m_window(window) { }

void AllRunNotice::take(int running, int all)
{
    if (running < all) {
        m_wasFewer = true;
    } else if (all > 0 && std::exchange(m_wasFewer, false)) {
        const QString sentence = tr("All %n Pi(s) are running.", nullptr, all);
        tell(sentence);
        Q_EMIT due(sentence);
    }
}

void AllRunNotice::tell(const QString &sentence)
{
    if (m_window->isActiveWindow())
        return; // it is there to be seen
    QApplication::alert(m_window);
    if (!QSystemTrayIcon::isSystemTrayAvailable() || !QSystemTrayIcon::supportsMessages())
        return;
    if (!m_tray)
        m_tray = new QSystemTrayIcon(emblem(), this);
    m_tray->show();
    m_tray->showMessage(u"Brambleboot"_s, sentence, emblem());
    QTimer::singleShot(30s, m_tray, &QSystemTrayIcon::hide);
}

} // namespace bramble
