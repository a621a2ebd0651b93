// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sightings.h"

#include <algorithm>

namespace bramble {

namespace {

constexpr size_t MostMachines = 65'536; // a /16 full of them

void note(SeenMachine &machine, ErrorKind kind, const QString &subject, const QString &detail)
{
    const Error error{kind, subject, detail};
    if (!std::ranges::contains(machine.conflicts, error))
        machine.conflicts.push_back(error);
}

// A revision code knows better than what somebody typed, and is never overruled by it.
void learnModel(SeenMachine &machine, PiModel model, const std::optional<BoardRevision> &revision)
{
    const PiModel said = revision ? revision->model() : model;
    if (machine.model != PiModel::Unknown && said != PiModel::Unknown && machine.model != said)
        note(machine, ErrorKind::ModelsDisagree, shortName(machine.model), shortName(said));
    if (revision && !machine.revision) {
        machine.revision = revision;
        machine.model = said;
    } else if (machine.model == PiModel::Unknown) {
        machine.model = said;
    }
}

void learn(SeenMachine &machine, const Sighting &sighting)
{
    machine.serial = machine.serial ? machine.serial : sighting.serial;
    machine.mac = machine.mac ? machine.mac : sighting.mac;
    learnModel(machine, sighting.model, sighting.revision);
    if (sighting.address)
        machine.address = sighting.address;
    // What a person calls it stands above what it calls itself.
    if (machine.name.isEmpty() || (sighting.source == Sighting::Source::ByHand && !sighting.name.isEmpty()))
        machine.name = sighting.name;
    machine.sources.insert(sighting.source);
}

template<typename T>
bool differ(const std::optional<T> &a, const std::optional<T> &b)
{
    return a && b && *a != *b;
}

} // namespace

bool provesPi(Sighting::Source source)
{
    switch (source) {
    case Sighting::Source::Bootloader:
    case Sighting::Source::TftpPath:
    case Sighting::Source::Running:
    case Sighting::Source::Look:
    case Sighting::Source::ByHand: return true;
    case Sighting::Source::Lease:
    case Sighting::Source::Neighbour:
    case Sighting::Source::Mdns:
    case Sighting::Source::SshBanner: return false;
    }
    return false;
}

bool SeenMachine::isPi() const
{
    return std::ranges::any_of(sources, provesPi);
}

SeenMachine *Sightings::bySerial(const std::optional<Serial> &serial)
{
    const auto found = std::ranges::find_if(m_machines, [&](const SeenMachine &m) { return serial && m.serial == serial; });
    return found == m_machines.end() ? nullptr : &*found;
}

// One that is as little known first: it can still be joined.
SeenMachine *Sightings::byMac(const std::optional<MacAddress> &mac)
{
    SeenMachine *found = nullptr;
    for (SeenMachine &machine : m_machines)
        if (mac && machine.mac == mac && (!found || (found->serial && !machine.serial)))
            found = &machine;
    return found;
}

SeenMachine *Sightings::byAddress(const std::optional<Ipv4> &address)
{
    SeenMachine *found = nullptr;
    for (SeenMachine &machine : m_machines) {
        if (!address || machine.address != address)
            continue;
        if (found)
            return nullptr; // an address that two have had names neither
        found = &machine;
    }
    return found;
}

void Sightings::add(const Sighting &sighting)
{
    if (!sighting.serial && !sighting.mac) {
        if (SeenMachine *machine = byAddress(sighting.address))
            learn(*machine, sighting);
        return;
    }
    SeenMachine *same = bySerial(sighting.serial);
    SeenMachine *twin = byMac(sighting.mac);
    if (same && !differ(same->mac, sighting.mac)) {
        learn(*same, sighting);
        return joinTwins(sighting);
    }
    if (!same && twin && !differ(twin->serial, sighting.serial))
        return learn(*twin, sighting);
    addBeside(sighting, same, twin);
}

// One serial with two addresses, or one address with two serials: both stay, and both say so. Or somebody new.
void Sightings::addBeside(const Sighting &sighting, SeenMachine *same, SeenMachine *twin)
{
    // The third time it is one of the two again.
    const auto again = std::ranges::find_if(
        m_machines, [&](const SeenMachine &m) { return sighting.mac && m.mac == sighting.mac && (m.serial == sighting.serial || !m.serial); });
    if (again == m_machines.end() && m_machines.size() >= MostMachines)
        return;
    if (same && differ(same->mac, sighting.mac))
        note(*same, ErrorKind::DuplicateSerial, sighting.serial->toString(), sighting.mac->toString());
    if (twin && differ(twin->serial, sighting.serial))
        note(*twin, ErrorKind::DuplicateMac, sighting.mac->toString(), sighting.serial->toString());
    SeenMachine fresh;
    SeenMachine &machine = again != m_machines.end() ? *again : fresh;
    if (same && differ(same->mac, sighting.mac))
        note(machine, ErrorKind::DuplicateSerial, sighting.serial->toString(), same->mac->toString());
    if (twin && differ(twin->serial, sighting.serial))
        note(machine, ErrorKind::DuplicateMac, sighting.mac->toString(), twin->serial->toString());
    learn(machine, sighting);
    if (again == m_machines.end())
        m_machines.push_back(std::move(fresh));
}

// A row known by its serial and a row known by its address were one all the time.
void Sightings::joinTwins(const Sighting &sighting)
{
    if (!sighting.serial || !sighting.mac)
        return;
    const auto twin = std::ranges::find_if(m_machines, [&](const SeenMachine &m) { return m.mac == sighting.mac && !m.serial; });
    if (twin == m_machines.end())
        return;
    const SeenMachine other = *twin;
    m_machines.erase(twin);
    SeenMachine &machine = *bySerial(sighting.serial);
    learnModel(machine, other.model, other.revision);
    machine.address = machine.address ? machine.address : other.address;
    machine.name = machine.name.isEmpty() ? other.name : machine.name;
    machine.sources.unite(other.sources);
}

std::vector<SeenMachine> Sightings::pis() const
{
    std::vector<SeenMachine> out;
    std::ranges::copy_if(m_machines, std::back_inserter(out), &SeenMachine::isPi);
    return out;
}

} // namespace bramble
