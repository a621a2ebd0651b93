// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/finding.h"

#include "host/lan.h"
#include "model/sweep.h"
#include "steps/find.h"

#include <QPointer>

#include <algorithm>

namespace bramble {

Finding::Finding(QObject *parent) : QObject(parent) { }

Finding::~Finding()
{
    m_stopLook.request_stop();
    m_stopListen.request_stop();
}

void Finding::look(bool evenLarge)
{
    if (m_looked.busy)
        return;
    m_looked = {};
    m_looked.busy = true;
    m_leftOut = evenLarge ? std::vector<Ipv4Network>() : sweepsToAskFor(localNetworks());
    m_stopLook = StopSource();
    const Stop stop = m_stopLook.get_token();
    const FindWish wish{.network = {}, .agreed = evenLarge};
    QCoro::connect(findHere(wish, stop), this, [this, stop](const Result<std::vector<Sighting>> &found) {
        if (stop.stop_requested())
            return;
        m_looked.busy = false;
        if (found) {
            m_looked.value = true;
            for (const Sighting &sighting : *found)
                m_seen.add(sighting);
        } else {
            m_looked.error = found.error();
        }
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void Finding::listen(RemotePtr remote, const QString &interface)
{
    if (!remote || std::ranges::contains(m_ears, remote, &Ear::remote))
        return;
    if (m_ears.empty())
        m_stopListen = StopSource();
    m_ears.push_back({remote});
    const Stop stop = m_stopListen.get_token();
    const QPointer<Finding> self(this);
    const SightingSink sink = [self, stop](const Sighting &sighting) {
        if (!self || stop.stop_requested())
            return;
        self->m_seen.add(sighting);
        Q_EMIT self->changed();
    };
    const auto begun = [self, stop, remote] {
        if (!self || stop.stop_requested())
            return;
        for (Ear &ear : self->m_ears)
            ear.hears = ear.hears || ear.remote == remote;
        Q_EMIT self->changed();
    };
    QCoro::connect(listenThere(remote, interface, sink, begun, stop), this, [this, stop, remote](const Result<> &) {
        if (stop.stop_requested())
            return;
        std::erase_if(m_ears, [&remote](const Ear &ear) { return ear.remote == remote; }); // there is nothing there to listen with, or the connection is gone: the rest of the page goes on
        Q_EMIT changed();
    });
}

void Finding::hush()
{
    m_stopListen.request_stop();
    m_ears.clear();
}

bool Finding::isListening() const
{
    return std::ranges::any_of(m_ears, &Ear::hears);
}

std::vector<SeenMachine> Finding::machines() const
{
    std::vector<SeenMachine> all = m_seen.machines();
    std::erase_if(all, [](const SeenMachine &machine) { return !machine.isPi() && !machine.mayBePi(); });
    return all;
}

void Finding::take(const Sighting &sighting)
{
    m_seen.add(sighting);
    Q_EMIT changed();
}

void Finding::forget()
{
    m_stopLook.request_stop();
    hush();
    m_looked = {};
    m_seen = {};
}

} // namespace bramble
