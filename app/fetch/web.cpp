// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fetch/web.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace bramble {

namespace {

// Ours alone: SSH to the server goes its own way.
class SystemProxy : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override { return systemProxyForQuery(query); }
};

} // namespace

Web::Web() : m_there(new QObject)
{
    m_thread.setObjectName(QStringLiteral("web"));
    m_there->moveToThread(&m_thread);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_there,
        [this] {
            m_net = new QNetworkAccessManager(m_there);
            m_net->setProxyFactory(new SystemProxy);
            m_net->setAutoDeleteReplies(false);
        },
        Qt::BlockingQueuedConnection);
}

void Web::end()
{
    if (!m_thread.isRunning())
        return;
    m_there->deleteLater();
    m_thread.quit();
    m_thread.wait();
}

Web::~Web()
{
    end();
}

} // namespace bramble
