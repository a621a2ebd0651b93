// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/openwrt_view.h"

#include "model/server_text.h"
#include "parts/login_questions.h"
#include "parts/text.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

OpenWrtView::OpenWrtView(Journey *journey, QWidget *parent)
    : QWidget(parent), m_journey(journey), m_host(new QLineEdit), m_logIn(new QPushButton(tr("Log in to it"))),
      m_leave(new QPushButton(tr("Leave the router alone"))), m_questions(new LoginQuestions(u"router"_s, tr("Trust this router"))), m_state(new Text(Text::Rank::Body))
{
    m_host->setObjectName(u"routerHost"_s);
    m_host->setPlaceholderText(tr("user@host, for example root@192.168.1.1"));
    m_host->setAccessibleName(tr("Router, as user@host:port"));
    m_logIn->setObjectName(u"routerLogIn"_s);
    m_leave->setObjectName(u"routerLeave"_s);
    m_state->setObjectName(u"routerState"_s);
    auto *line = new QHBoxLayout;
    line->setSpacing(unit(this));
    line->addWidget(m_host, 1);
    line->addWidget(m_logIn);
    line->addWidget(m_leave);
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(unit(this));
    rows->addLayout(line);
    rows->addWidget(m_questions);
    rows->addWidget(m_state);
    connect(m_host, &QLineEdit::returnPressed, this, &OpenWrtView::logIn);
    connect(m_host, &QLineEdit::textEdited, this, &OpenWrtView::refresh);
    connect(m_logIn, &QPushButton::clicked, this, &OpenWrtView::logIn);
    connect(m_leave, &QPushButton::clicked, this, &OpenWrtView::leaveAlone);
    connect(m_questions, &LoginQuestions::answered, this, &OpenWrtView::logIn);
    connect(m_questions, &LoginQuestions::again, this, &OpenWrtView::logIn);
}

void OpenWrtView::logIn()
{
    const QString text = m_host->text();
    const auto typed = parseServerText(text);
    if (text != m_tried)
        m_questions->forget();
    m_tried = text;
    if (!typed)
        return m_questions->ask(typed.error());
    Cluster cluster = m_journey->cluster();
    cluster.router = {typed->host, typed->port, typed->user};
    m_journey->setCluster(cluster);
    m_journey->lookAtRouter(m_questions->login());
}

void OpenWrtView::leaveAlone()
{
    m_questions->forget();
    m_tried.clear();
    Cluster cluster = m_journey->cluster();
    cluster.router = {};
    m_journey->setCluster(cluster);
}

void OpenWrtView::refresh()
{
    const RouterChoice &wish = m_journey->cluster().router;
    const auto &router = m_journey->router();
    const auto &server = m_journey->server().value;
    if (m_host->text().isEmpty() && !m_host->hasFocus()) {
        if (!wish.host.isEmpty()) {
            ServerChoice known;
            known.host = wish.host;
            known.port = wish.port;
            known.user = wish.user;
            m_tried = serverText(known);
        }
        m_host->setText(!wish.host.isEmpty() ? m_tried : server && server->gateway ? u"root@"_s + server->gateway->toString() : QString());
    }
    m_host->setReadOnly(router.busy);
    m_logIn->setText(router.value ? tr("Look again") : tr("Log in to it"));
    m_logIn->setEnabled(!m_host->text().trimmed().isEmpty()); // also meanwhile: the focus stays on it
    m_leave->setVisible(!wish.host.isEmpty());
    if (!m_questions->error() || m_questions->error()->kind != ErrorKind::InvalidAddress || m_host->text() != m_tried)
        m_questions->ask(router.busy || m_host->text() != m_tried ? std::nullopt : router.error);
    if (router.busy)
        m_questions->tell(tr("Looking at %1 …").arg(wish.host), {}, Status::Busy);
    m_state->setVisible(!router.busy && !router.error);
    m_state->say(router.value ? tr("Logged in to OpenWrt %1. What is set there stands on the Review page; undo takes it out again.").arg(router.value->release)
                     : wish.host.isEmpty() ? tr("This router can be told by a button, and untold: log in to it.")
                                           : tr("The cluster file has this router changed as well: log in to it."));
}

} // namespace bramble
