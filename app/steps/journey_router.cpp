// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the journey has to do with the router of the network: ask what it tells, and log in to it where it is to tell more.
#include "steps/journey.h"

#include "steps/arrange.h"
#include "steps/look_openwrt.h"
#include "steps/router_offer.h"

namespace bramble {

namespace {

struct MetRouter
{
    MetRouter() = default;
    MetRouter(RemotePtr connection, OpenWrtFacts found) : remote(std::move(connection)), facts(std::move(found)) { }

    RemotePtr remote;
    OpenWrtFacts facts;
};

QCoro::Task<Result<MetRouter>> meetRouter(ConnectOptions options, Stop stop)
{
    const Result<RemotePtr> remote = co_await connectTo(options, stop);
    if (!remote)
        co_return std::unexpected(remote.error());
    const Result<OpenWrtFacts> facts = co_await bramble::lookAtRouter(*remote, stop);
    if (!facts)
        co_return std::unexpected(facts.error());
    co_return MetRouter(*remote, *facts);
}

} // namespace

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
    ConnectOptions options = connectOptions(login);
    options.host = wish.host;
    options.port = wish.port;
    options.user = wish.user;
    const Stop stop = m_stopRouter.get_token();
    QCoro::connect(meetRouter(options, stop), this, [this, stop](const Result<MetRouter> &met) {
        if (stop.stop_requested())
            return;
        m_router.busy = false;
        if (met) {
            m_routerRemote = met->remote;
            m_router.value = met->facts;
        } else {
            m_router.error = met.error();
        }
        remake();
    });
    scheduleChanged();
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
