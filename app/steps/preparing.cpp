// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/preparing.h"

#include "host/drives.h"
#include "steps/met.h"
#include "steps/prepare_pi.h"
#include "steps/read_pis.h"
#include "steps/systems.h"

#include <algorithm>

namespace bramble {

namespace {

QCoro::Task<Result<qint64>> writeCard(CardWish wish, QString where, bool isDrive, WebPtr web, FetchSettings settings, Stop stop)
{
    const Result<CardImage> card = co_await makeCard(wish, web, settings, stop);
    if (!card)
        co_return std::unexpected(card.error());
    Result<> written;
    if (isDrive)
        written = co_await writeCardDrive(*card, where);
    else
        written = writeCardFile(*card, where);
    if (!written)
        co_return std::unexpected(written.error());
    co_return card->size;
}

} // namespace

Preparing::Preparing(Finding *finding, QObject *parent) : QObject(parent), m_finding(finding), m_web(std::make_shared<Web>()) { }

Preparing::~Preparing()
{
    m_stop.request_stop();
}

const PiState *Preparing::stateOf(const std::optional<Serial> &serial, const std::optional<MacAddress> &mac) const
{
    for (const PreparedPi &pi : m_pis) {
        const auto &state = pi.read.value;
        if (state && (serial ? state->facts.serial == serial : mac && state->facts.mac == mac))
            return &*state;
    }
    return nullptr;
}

std::vector<PreparingRow> Preparing::rows(const std::vector<Node> &nodes) const
{
    const std::vector<SeenMachine> seen = m_finding->everything();
    std::vector<PreparingRow> rows;
    for (const Node &node : nodes) {
        if (!node.serial && !node.mac)
            continue;
        const auto machine = std::ranges::find_if(
            seen, [&node](const SeenMachine &m) { return (node.serial && m.serial == node.serial) || (node.mac && m.mac == node.mac); });
        PreparingRow row;
        row.name = node.name;
        row.model = node.model;
        bool asked = false;
        std::optional<BoardRevision> revision;
        if (machine != seen.end()) {
            row.model = row.model == PiModel::Unknown ? machine->model : row.model;
            revision = machine->revision;
            asked = machine->sources.contains(Sighting::Source::Bootloader) || machine->sources.contains(Sighting::Source::TftpPath);
            row.address = machine->address;
        }
        if (const PiState *state = stateOf(node.serial, node.mac)) {
            const PreparePlan plan = planPreparing(*state, {});
            row.wasRead = true;
            row.model = state->facts.revision ? state->facts.revision->model() : row.model;
            row.readiness = plan.readiness;
            row.waits = plan.step == PreparePlan::Step::Restart;
        } else {
            row.readiness = readinessOf(row.model, revision, asked, nullptr);
        }
        const bool ready = row.readiness.state == Readiness::State::Ready || row.readiness.state == Readiness::State::Refused;
        row.canBeSet = row.address && (row.wasRead || !ready);
        row.cardHelps = !ready && row.model != PiModel::Unknown && row.model != PiModel::Cm4 && row.model != PiModel::Cm5; // those have no card before Linux
        rows.push_back(row);
    }
    return rows;
}

const PreparedPi &Preparing::pi(Ipv4 address) const
{
    static const PreparedPi nobody;
    const auto found = m_pis.constFind(address);
    return found == m_pis.cend() ? nobody : *found;
}

void Preparing::take(Ipv4 address, const Result<PiState> &state)
{
    PreparedPi &pi = m_pis[address];
    pi.read.busy = false;
    if (state) {
        pi.read.value = *state;
        pi.read.error.reset();
        m_finding->take(sightingOf(*state, address));
        Q_EMIT wasRead(state->facts, state->facts.eeprom ? std::optional(settingsOf(*state, PreparePlan())) : std::nullopt);
    } else {
        pi.read.error = state.error();
    }
    Q_EMIT changed();
}

void Preparing::read(Ipv4 address, QString user, Login login)
{
    PreparedPi &pi = m_pis[address];
    if (pi.read.busy || pi.change.busy)
        return;
    pi = {};
    pi.read.busy = true;
    m_remotes.remove(address);
    ConnectOptions options = withAnswers(m_base, login);
    options.host = address.toString();
    options.user = user;
    const Stop stop = m_stop.get_token();
    QCoro::connect(meet(options, &readPi, stop), this, [this, address, stop](const Result<Met<PiState>> &met) {
        if (stop.stop_requested())
            return;
        if (met)
            m_remotes[address] = met->remote;
        take(address, met ? Result<PiState>(met->found) : Result<PiState>(std::unexpected(met.error())));
    });
    Q_EMIT changed();
}

PreparePlan Preparing::plan(Ipv4 address, const PrepareWish &wish) const
{
    const PreparedPi &it = pi(address);
    return it.read.value ? planPreparing(*it.read.value, wish) : PreparePlan();
}

std::vector<EepromChange> Preparing::changes(Ipv4 address, const PreparePlan &plan) const
{
    const PreparedPi &it = pi(address);
    return it.read.value ? changesIn(*it.read.value, plan) : std::vector<EepromChange>();
}

EepromConfig Preparing::settingsAfter(Ipv4 address) const
{
    const PreparedPi &it = pi(address);
    if (!it.read.value)
        return {};
    return settingsOf(*it.read.value, planPreparing(*it.read.value, {}));
}

bool Preparing::canTakeBack(Ipv4 address) const
{
    const PreparedPi &it = pi(address);
    return it.read.value && (it.read.value->kept || it.read.value->fuseAskedByUs);
}

void Preparing::doAt(Ipv4 address, QCoro::Task<Result<PiState>> work)
{
    PreparedPi &pi = m_pis[address];
    pi.change = {};
    pi.change.busy = true;
    pi.restarts = false;
    const Stop stop = m_stop.get_token();
    QCoro::connect(std::move(work), this, [this, address, stop](const Result<PiState> &state) {
        if (stop.stop_requested())
            return;
        PreparedPi &it = m_pis[address];
        it.change.busy = false;
        if (state)
            it.change.value = state->nextConf() != state->presentConf() || state->fuseAsked;
        else
            it.change.error = state.error();
        if (state)
            take(address, state);
        else
            Q_EMIT changed();
    });
    Q_EMIT changed();
}

void Preparing::set(Ipv4 address, PrepareWish wish)
{
    const PreparedPi &it = pi(address);
    const RemotePtr remote = m_remotes.value(address);
    if (!remote || !it.read.value || it.change.busy)
        return;
    doAt(address, preparePi(remote, *it.read.value, planPreparing(*it.read.value, wish), m_stop.get_token()));
}

void Preparing::takeBack(Ipv4 address, bool evenChanged)
{
    const PreparedPi &it = pi(address);
    const RemotePtr remote = m_remotes.value(address);
    if (!remote || !it.read.value || it.change.busy)
        return;
    doAt(address, unpreparePi(remote, *it.read.value, planUnpreparing(*it.read.value, evenChanged), m_stop.get_token()));
}

void Preparing::restart(Ipv4 address)
{
    const RemotePtr remote = m_remotes.value(address);
    PreparedPi &it = m_pis[address];
    if (!remote || it.change.busy)
        return;
    it.change.busy = true;
    const Stop stop = m_stop.get_token();
    QCoro::connect(restartPi(remote, stop), this, [this, address, stop](const Result<> &begun) {
        if (stop.stop_requested())
            return;
        PreparedPi &pi = m_pis[address];
        pi.change.busy = false;
        pi.restarts = begun.has_value();
        if (!begun)
            pi.change.error = begun.error();
        m_remotes.remove(address);
        Q_EMIT changed();
    });
    Q_EMIT changed();
}

void Preparing::makeCard(CardWish wish, QString fileOrDrive, bool isDrive)
{
    if (m_card.busy)
        return;
    m_card = {};
    m_card.busy = true;
    const Stop stop = m_stop.get_token();
    QCoro::connect(writeCard(std::move(wish), fileOrDrive, isDrive, m_web, readFetchSettings(), stop), this,
                   [this, fileOrDrive, stop](const Result<qint64> &written) {
                       if (stop.stop_requested())
                           return;
                       m_card.busy = false;
                       if (written)
                           m_card.value = fileOrDrive;
                       else
                           m_card.error = written.error();
                       Q_EMIT changed();
                   });
    Q_EMIT changed();
}

void Preparing::lookForDrives()
{
    constexpr qint64 leastCard = 64LL * 1024 * 1024;
    QCoro::connect(drives(), this, [this](const std::vector<Drive> &all) {
        m_drives.clear();
        for (const Drive &drive : all)
            if (mayWrite(drive, leastCard))
                m_drives.push_back(drive);
        Q_EMIT changed();
    });
}

void Preparing::forget()
{
    m_stop.request_stop();
    m_stop = StopSource();
    m_pis.clear();
    m_remotes.clear();
    m_card = {};
}

} // namespace bramble
