// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/sightings.h"
#include "remote/remote.h"
#include "steps/work.h"

#include <QObject>

namespace bramble {

/// The Pis around: those that run, by a look at this computer's own networks, and those that are switched on meanwhile, heard by the server and
/// by its router.
/// The part of the journey that Journey hands on to the Pis page.
class Finding : public QObject
{
    Q_OBJECT

public:
    explicit Finding(QObject *parent = nullptr);
    ~Finding() override;

    /// Looks around once. What was heard before stays. evenLarge: also through networks of more than 1022 hosts.
    void look(bool evenLarge = false);
    /// Those networks, as long as nobody wanted that.
    const std::vector<Ipv4Network> &leftOut() const { return m_leftOut; }
    const Work<bool> &looked() const { return m_looked; }
    /// There too, from now on, until hush() or the end of the connection. interface: of that machine, whose network is listened to; empty: as its
    /// default route goes, or a router's LAN. Nothing, or where it listens already: nothing is done.
    void listen(RemotePtr remote, const QString &interface);
    void hush();
    /// Whether one that is switched on now would be heard.
    bool isListening() const;

    /// Everything that is a Pi for certain, and what may be one, in the order in which it came.
    std::vector<SeenMachine> machines() const;
    /// The same with all that is surely none, or only an address: whose it is may be known elsewhere.
    const std::vector<SeenMachine> &everything() const { return m_seen.machines(); }
    /// What was learnt of one elsewhere.
    void take(const Sighting &sighting);
    void forget();

Q_SIGNALS:
    void changed();

private:
    Sightings m_seen;
    Work<bool> m_looked;
    struct Ear
    {
        RemotePtr remote;
        bool hears = false; ///< else it has been asked to
    };
    std::vector<Ear> m_ears;
    std::vector<Ipv4Network> m_leftOut;
    StopSource m_stopLook, m_stopListen;
};

} // namespace bramble
