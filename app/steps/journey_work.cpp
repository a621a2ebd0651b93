// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The two long pieces of the journey: making the server what the plan says, and watching the Pis boot.
#include "steps/journey.h"

#include "host/password_hash.h"
#include "steps/in_background.h"
#include "steps/look.h"
#include "steps/node_secrets.h"

#include <QDateTime>

namespace bramble {

namespace {

// Hashing is slow on purpose: not on the thread that paints.
QCoro::Task<Result<>> applyWithPassword(Plan plan, RemotePtr remote, ImageSourcePtr image, ApplySink sink, Stop stop, Secret password, bool overwritesDrift, RemotePtr router)
{
    QByteArray hash;
    if (needsNodePassword(plan)) {
        const auto work = [password] { return hashPassword(password); };
        const Result<QByteArray> hashed = co_await inBackground(work);
        if (!hashed)
            co_return std::unexpected(hashed.error());
        hash = *hashed;
    }
    co_return co_await apply(plan, remote, image, sink, stop, hash, overwritesDrift, router);
}

} // namespace

void Journey::startApply(bool overwritesDrift)
{
    if (m_applied.busy || !m_plan || !*m_plan || !m_remote || !m_image)
        return;
    m_running = **m_plan;
    m_finding->hush();
    m_undoList = {};
    m_undone = {};
    m_applied = {};
    m_tested = {};
    m_applied.busy = true;
    m_applyRows.assign(m_running.actions.size(), ApplyRow{});
    m_applyStartedMs = QDateTime::currentMSecsSinceEpoch();
    m_stopApply = StopSource();
    const QPointer<Journey> self(this);
    const ApplySink sink = [self](ApplyNews news) {
        if (self)
            self->takeNews(news);
    };
    QCoro::connect(applyWithPassword(m_running, m_remote, m_image, sink, m_stopApply.get_token(), m_nodePassword, overwritesDrift, m_routerRemote), this, [this](const Result<> &outcome) {
        m_applied.busy = false;
        if (outcome)
            m_applied.value = true;
        else
            m_applied.error = outcome.error();
        if (outcome) {
            startTest();
        }
        scheduleChanged();
    });
    scheduleChanged();
}

// Also again later, by a button: a server that was well does not stay so by itself.
void Journey::startTest()
{
    if (m_tested.busy || m_applied.busy || !m_remote)
        return;
    m_tested = {};
    m_tested.busy = true;
    QCoro::connect(check(m_running.cluster, m_remote, m_stopApply.get_token(), m_routerRemote), this, [this](const Result<std::vector<CheckRow>> &rows) {
        m_tested.busy = false;
        if (rows)
            m_tested.value = *rows;
        else
            m_tested.error = rows.error();
        startWatching();
        lookAgain();
        scheduleChanged();
    });
    scheduleChanged();
}

// What was found before the work is not true any more after it.
void Journey::lookAgain()
{
    m_stopServer.request_stop();
    m_stopServer = StopSource();
    const Stop stop = m_stopServer.get_token();
    QCoro::connect(lookAt(m_remote, m_cluster, stop), this, [this, stop](const Result<ServerFacts> &facts) {
        if (stop.stop_requested() || !facts)
            return;
        m_server.value = *facts;
        remake();
    });
    lookAtRouterAgain();
}

void Journey::takeNews(const ApplyNews &news)
{
    if (news.index < 0 || news.index >= qsizetype(m_applyRows.size()))
        return;
    ApplyRow &row = m_applyRows[size_t(news.index)];
    switch (news.state) {
    case ApplyNews::State::Started: row.state = ApplyRow::State::Running; break;
    case ApplyNews::State::Progressed: row.progress = news.progress; break;
    case ApplyNews::State::Done: row.state = ApplyRow::State::Done; break;
    case ApplyNews::State::Failed: row.state = ApplyRow::State::Failed; break;
    case ApplyNews::State::UndoStarted:
    case ApplyNews::State::UndoFailed: break;
    case ApplyNews::State::Spilled: row.spilled = true; break;
    case ApplyNews::State::Undone:
        for (ApplyRow &done : m_applyRows)
            if (done.state == ApplyRow::State::Done)
                done.state = ApplyRow::State::Undone;
        break;
    }
    scheduleChanged();
}

double Journey::applyFraction() const
{
    double all = 0, done = 0;
    for (size_t i = 0; i < m_applyRows.size(); ++i) {
        const double w = weight(m_running.actions[i]);
        const ApplyRow &row = m_applyRows[i];
        all += w;
        if (row.state == ApplyRow::State::Done)
            done += w;
        else if (row.state == ApplyRow::State::Running && row.progress.total > 0)
            done += w * std::clamp(double(row.progress.done) / double(row.progress.total), 0.0, 1.0);
    }
    return all > 0 ? done / all : 0;
}

int Journey::secondsLeft() const
{
    const double fraction = applyFraction();
    const double passed = double(QDateTime::currentMSecsSinceEpoch() - m_applyStartedMs) / 1000;
    if (!m_applied.busy || fraction < 0.05 || passed < 3)
        return -1;
    return int(passed * (1 - fraction) / fraction + 0.5);
}

} // namespace bramble
