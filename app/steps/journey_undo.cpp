// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the journey does to a server that is set up: take everything back, and give one Pi a fresh disk.
#include "steps/journey.h"

#include "host/password_hash.h"
#include "steps/in_background.h"
#include "steps/node_secrets.h"
#include "steps/reimage.h"
#include "steps/restart_node.h"

namespace bramble {

namespace {

QCoro::Task<Result<bool>> reimage(Cluster cluster, QString node, RemotePtr remote, ConnectOptions login, Secret password, Stop stop)
{
    const Result<Reimage> prepared = co_await prepareReimage(cluster, node, remote, stop);
    if (!prepared)
        co_return std::unexpected(prepared.error());
    QByteArray hash;
    if (needsNodePassword(prepared->plan)) {
        if (password.isEmpty())
            co_return fail(ErrorKind::NodePasswordNeeded, cluster.access.user);
        const auto work = [password] { return hashPassword(password); };
        const Result<QByteArray> hashed = co_await inBackground(work);
        if (!hashed)
            co_return std::unexpected(hashed.error());
        hash = *hashed;
    }
    const ArmedRestartPtr armed = co_await armRestart(remote, cluster, node, login, password, stop);
    const ApplySink silent = [](const ApplyNews &) { };
    const Result<> applied = co_await apply(prepared->plan, remote, prepared->image, silent, stop, hash);
    if (!applied)
        co_return std::unexpected(applied.error());
    const bool restarts = co_await restartNow(armed);
    co_return restarts;
}

// What was changed last goes first: the router says no longer where to boot from before the server stops serving. router: or nothing.
QCoro::Task<Result<std::vector<JournalLine>>> lookAtBoth(RemotePtr router, RemotePtr server)
{
    std::vector<JournalLine> all;
    for (const RemotePtr &remote : {router, server}) {
        if (!remote)
            continue;
        const Result<std::vector<JournalLine>> lines = co_await bramble::lookAtUndo(remote, Stop());
        if (!lines)
            co_return lines;
        all.insert(all.end(), lines->begin(), lines->end());
    }
    co_return all;
}

QCoro::Task<Result<Undone>> undoBoth(RemotePtr router, RemotePtr server, UndoChanged changed)
{
    Undone all;
    for (const RemotePtr &remote : {router, server}) {
        if (!remote)
            continue;
        const Result<Undone> undone = co_await undo(remote, changed, Stop());
        if (!undone)
            co_return undone;
        all.undone += undone->undone;
        all.left += undone->left;
    }
    co_return all;
}

} // namespace

void Journey::lookAtUndo()
{
    if (m_undoList.busy || m_undone.busy || !m_remote)
        return;
    m_undone = {};
    m_undoList = {};
    if (!m_cluster.router.host.isEmpty() && !m_routerRemote) {
        m_undoList.error = Error{ErrorKind::RouterNotLookedAt, m_cluster.router.host, {}};
        scheduleChanged();
        return;
    }
    m_undoList.busy = true;
    QCoro::connect(lookAtBoth(m_routerRemote, m_remote), this, [this](const Result<std::vector<JournalLine>> &lines) {
        m_undoList.busy = false;
        if (lines)
            m_undoList.value = *lines;
        else
            m_undoList.error = lines.error();
        scheduleChanged();
    });
    scheduleChanged();
}

void Journey::leaveUndo()
{
    if (m_undoList.busy || m_undone.busy)
        return;
    m_undoList = {};
    m_undone = {};
    scheduleChanged();
}

void Journey::startUndo(UndoChanged changed)
{
    if (m_undone.busy || m_applied.busy || !m_remote)
        return;
    m_undone = {};
    m_undone.busy = true;
    QCoro::connect(undoBoth(m_routerRemote, m_remote, changed), this, [this](const Result<Undone> &undone) {
        m_undone.busy = false;
        m_undoList = {};
        if (undone) {
            m_undone.value = *undone;
            m_applied = {};
            m_tested = {};
            m_applyRows.clear();
            lookAgain();
        } else {
            m_undone.error = undone.error();
        }
        scheduleChanged();
    });
    scheduleChanged();
}

void Journey::startReimage(const QString &node)
{
    if (m_reimaged.busy || m_applied.busy || !m_remote)
        return;
    m_reimagedNode = node;
    m_reimaged = {};
    m_reimaged.busy = true;
    m_stopApply = StopSource();
    QCoro::connect(reimage(m_cluster, node, m_remote, m_login, m_nodePassword, m_stopApply.get_token()), this, [this](const Result<bool> &restarts) {
        m_reimaged.busy = false;
        if (restarts)
            m_reimaged.value = *restarts;
        else
            m_reimaged.error = restarts.error();
        scheduleChanged();
    });
    scheduleChanged();
}

void Journey::startMend(const QString &node, Fix fix)
{
    if (m_mended.busy || m_reimaged.busy || m_applied.busy || !m_remote || m_retelling || !m_heard.news())
        return;
    if (fix == Fix::LayTree) {
        startReimage(node);
        return;
    }
    if (!mendsDirectly(fix)) {
        startApply(true);
        return;
    }
    const auto it = std::ranges::find_if(m_heard.news()->timelines, [&node](const Timeline &t) { return t.node.name == node; });
    if (it == m_heard.news()->timelines.end())
        return;
    m_mendedNode = node;
    m_mended = {};
    m_mended.busy = true;
    m_stopApply = StopSource();
    QCoro::connect(mend(m_cluster, *it, fix, m_remote, m_stopApply.get_token()), this, [this](const Result<> &outcome) {
        m_mended.busy = false;
        if (outcome)
            m_mended.value = true;
        else
            m_mended.error = outcome.error();
        scheduleChanged();
    });
    scheduleChanged();
}

} // namespace bramble
