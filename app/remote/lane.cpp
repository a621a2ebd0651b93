// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/lane.h"

#include "remote/session.h"

#include <utility>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Lane::Lane() : m_abort(std::make_shared<AbortSwitch>()), m_thread(new QThread), m_session(new Session(m_abort))
{
    m_session->moveToThread(m_thread);
    // Not a posted delete: that may lose against quit().
    QObject::connect(m_thread, &QThread::finished, m_session, &QObject::deleteLater);
    m_thread->setObjectName(u"ssh"_s);
    m_thread->start();
}

bool Lane::post(std::function<void(Session &)> job)
{
    const std::lock_guard lock(m_mutex);
    if (!m_session)
        return false;
    m_session->post(std::move(job));
    return true;
}

void Lane::close()
{
    {
        const std::lock_guard lock(m_mutex);
        if (!std::exchange(m_session, nullptr))
            return;
    }
    m_abort->abort();
    m_thread->quit();
    if (m_thread->wait(QDeadlineTimer(500ms))) {
        delete m_thread;
        return;
    }
    QObject::connect(m_thread, &QThread::finished, m_thread, &QObject::deleteLater);
    if (m_thread->isFinished()) // between the two lines above
        m_thread->deleteLater();
}

} // namespace bramble
