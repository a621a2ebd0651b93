// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "remote/connect.h"
#include "steps/card.h"
#include "steps/finding.h"
#include "steps/login.h"
#include "steps/prepare_plan.h"
#include "text/drives.h"

#include <QHash>
#include <QObject>

namespace bramble {

/// One Pi that was logged in to.
struct PreparedPi
{
    Work<PiState> read;
    Work<bool> change; ///< of its settings; whether they hold only from its next start
    bool restarts = false; ///< it was told to
};

/// One Pi of the cluster: whether it starts from the network, and what can be done about it from here.
struct PreparingRow
{
    QString name;
    PiModel model = PiModel::Unknown;
    std::optional<Ipv4> address{}; ///< where it answers; nothing: not known
    Readiness readiness{};
    bool waits = false; ///< it is set so, from its next start
    bool wasRead = false;
    bool canBeSet = false; ///< over SSH: it runs, and is not ready
    bool cardHelps = false;

    bool operator==(const PreparingRow &) const = default;
};

/// Makes Pis start from the network: reads and sets those that run, and makes cards for the others. The part of the journey that Journey
/// hands on to the Pis page.
class Preparing : public QObject
{
    Q_OBJECT

public:
    explicit Preparing(Finding *finding, QObject *parent = nullptr);
    ~Preparing() override;

    /// What every login has in common: known hosts, agent. Of a practice network: its own.
    void setBase(ConnectOptions base) { m_base = std::move(base); }
    const ConnectOptions &base() const { return m_base; }
    std::vector<PreparingRow> rows(const std::vector<Node> &nodes) const;

    const PreparedPi &pi(Ipv4 address) const; ///< an empty one where nobody was asked yet
    void read(Ipv4 address, QString user, Login login);
    PreparePlan plan(Ipv4 address, const PrepareWish &wish) const; ///< of one that was read
    std::vector<EepromChange> changes(Ipv4 address, const PreparePlan &plan) const;
    EepromConfig settingsAfter(Ipv4 address) const; ///< what it will have if nothing special is wished for
    bool canTakeBack(Ipv4 address) const; ///< something of ours is on it
    void set(Ipv4 address, PrepareWish wish);
    void takeBack(Ipv4 address, bool evenChanged);
    void restart(Ipv4 address);

    const Work<QString> &card() const { return m_card; } ///< where it was written to
    void makeCard(CardWish wish, QString fileOrDrive, bool isDrive);
    void lookForDrives();
    const std::vector<Drive> &cardDrives() const { return m_drives; } ///< those that may be written over

    void forget();

Q_SIGNALS:
    void changed();
    /// It said who it is, and how its boot loader is set from its next start on, if it has an EEPROM.
    void wasRead(const bramble::PiFacts &facts, const std::optional<bramble::EepromConfig> &settings);

private:
    const PiState *stateOf(const std::optional<Serial> &serial, const std::optional<MacAddress> &mac) const;
    void take(Ipv4 address, const Result<PiState> &state);
    void doAt(Ipv4 address, QCoro::Task<Result<PiState>> work);

    Finding *m_finding;
    ConnectOptions m_base;
    QHash<Ipv4, PreparedPi> m_pis;
    QHash<Ipv4, RemotePtr> m_remotes;
    Work<QString> m_card;
    std::vector<Drive> m_drives;
    WebPtr m_web;
    StopSource m_stop;
};

} // namespace bramble
