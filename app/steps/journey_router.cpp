// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the journey has to do with the router of the network: ask what it tells, and log in to it where it is to tell more.
#include "steps/journey.h"

#include "steps/arrange.h"
#include "steps/look_openwrt.h"
#include "steps/met.h"
#include "steps/router_offer.h"

namespace bramble {

std::optional<BootServer> Journey::bootServer() const
{
    if (!m_server.value || m_server.value->openWrt)
        return {};
    const Arrangement arrangement = arrange(m_cluster, *m_server.value);
    if (arrangement.boot.interface.isEmpty())
        return {};
    return arrangement.boot;
}

void Journey::askRouter()
{
    const auto boot = bootServer();
    if (m_routerSaid.busy || !m_remote || !boot)
        return;
    m_routerSaid = {};
    m_routerSaid.busy = true;
    const Stop stop = m_stopServer.get_token();
    QCoro::connect(routerOffer(*boot, m_remote, stop), this, [this, stop](const Result<std::vector<CheckRow>> &rows) {
        if (stop.stop_requested())
            return;
        m_routerSaid.busy = false;
        if (rows)
            m_routerSaid.value = *rows;
        else
            m_routerSaid.error = rows.error();
        scheduleChanged();
    });
    scheduleChanged();
}

void Journey::lookAtRouter(Login login)
{
    forgetRouter();
    const RouterChoice &wish = m_cluster.router;
    if (wish.host.isEmpty())
        return;
    m_router.busy = true;
    const ConnectOptions options = connectOptions(wish.host, wish.port, wish.user, login);
    const Stop stop = m_stopRouter.get_token();
    QCoro::connect(meet(options, &bramble::lookAtRouter, stop), this, [this, stop](const Result<Met<OpenWrtFacts>> &met) {
        if (stop.stop_requested())
            return;
        m_router.busy = false;
        if (met) {
            m_routerRemote = met->remote;
            m_router.value = met->found;
        } else {
            m_router.error = met.error();
        }
        remake();
    });
    scheduleChanged();
}

void Journey::lookAtRouterAgain()
{
    if (!m_routerRemote)
        return;
    m_stopRouter.request_stop();
    m_stopRouter = StopSource();
    const Stop stop = m_stopRouter.get_token();
    QCoro::connect(bramble::lookAtRouter(m_routerRemote, stop), this, [this, stop](const Result<OpenWrtFacts> &facts) {
        if (stop.stop_requested() || !facts)
            return;
        m_router.value = *facts;
        remake();
    });
}

void Journey::forgetRouter()
{
    m_stopRouter.request_stop();
    m_stopRouter = StopSource();
    m_routerRemote.reset();
    m_router = {};
    remake();
}

std::optional<ServerFacts> Journey::facts() const
{
    std::optional<ServerFacts> facts = m_server.value;
    if (facts && m_router.value)
        facts->router = m_router.value;
    return facts;
}

} // namespace bramble
