// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/read_pis.h"

#include "steps/prepare_pi.h"

#include <QCoro/QCoroTimer>

#include <deque>

namespace bramble {

using namespace std::chrono_literals;

namespace {

constexpr size_t atOnce = 8;
constexpr std::chrono::seconds patience{5}; // for each part of a login

using Waiting = std::shared_ptr<std::deque<Ipv4>>;

QCoro::Task<Result<PiState>> readOne(Ipv4 address, ConnectOptions login, Stop stop)
{
    login.host = address.toString();
    login.connectTimeout = patience;
    const Result<RemotePtr> remote = co_await connectTo(login, stop);
    if (!remote)
        co_return std::unexpected(remote.error());
    co_return co_await readPi(*remote, stop);
}

QCoro::Task<> readSome(Waiting waiting, ConnectOptions login, PiReadSink sink, Stop stop)
{
    while (!waiting->empty() && !stop.stop_requested()) {
        const Ipv4 address = waiting->front();
        waiting->pop_front();
        const Result<PiState> state = co_await readOne(address, login, stop);
        if (!stop.stop_requested())
            sink(address, state);
    }
}

} // namespace

QCoro::Task<> readPis(std::vector<Ipv4> addresses, ConnectOptions login, PiReadSink sink, Stop stop)
{
    const Waiting waiting = std::make_shared<std::deque<Ipv4>>(addresses.begin(), addresses.end());
    std::vector<QCoro::Task<>> lanes;
    for (size_t lane = 0; lane < std::min(atOnce, addresses.size()); ++lane)
        lanes.push_back(readSome(waiting, login, sink, stop));
    for (QCoro::Task<> &lane : lanes)
        co_await lane;
}

std::vector<Ipv4> worthReading(const std::vector<SeenMachine> &machines)
{
    std::vector<Ipv4> addresses;
    for (const SeenMachine &machine : machines)
        if (machine.address && (machine.isPi() || machine.mayBePi() || machine.sources.contains(Sighting::Source::SshBanner)))
            addresses.push_back(*machine.address);
    return addresses;
}

Sighting sightingOf(const PiState &state, Ipv4 address)
{
    const PiFacts &facts = state.facts;
    return {.source = Sighting::Source::Look,
            .serial = facts.serial,
            .mac = facts.mac,
            .model = facts.revision ? facts.revision->model() : PiModel::Unknown,
            .revision = facts.revision,
            .address = address};
}

} // namespace bramble
