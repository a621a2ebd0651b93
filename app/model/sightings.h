// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board_revision.h"
#include "model/error.h"
#include "model/ipv4.h"
#include "model/mac_address.h"
#include "model/serial.h"

#include <QSet>

#include <vector>

namespace bramble {

/// One thing that was seen or said of one machine.
struct Sighting
{
    enum class Source {
        Bootloader, ///< a boot loader asked DHCP: option 97, or what only a Pi asks
        TftpPath, ///< the folder a boot loader asked TFTP for
        Running, ///< Linux on a Pi asked DHCP and named its chip
        Look, ///< read from it over SSH
        ByHand, ///< typed or pasted
        Lease, ///< a DHCP server's file
        Neighbour, ///< a table of neighbours
        Mdns,
        SshBanner,
    };

    Source source = Source::Neighbour;
    std::optional<Serial> serial{};
    std::optional<MacAddress> mac{};
    PiModel model = PiModel::Unknown;
    std::optional<BoardRevision> revision{};
    std::optional<Ipv4> address{};
    QString name{};

    bool operator==(const Sighting &) const = default;
};

/// Whether this kind of evidence can come from nothing but a Pi. An address of Raspberry Pi's is none: it is a hint.
bool provesPi(Sighting::Source source);

/// All that is known of one machine.
struct SeenMachine
{
    std::optional<Serial> serial{};
    std::optional<MacAddress> mac{};
    PiModel model = PiModel::Unknown;
    std::optional<BoardRevision> revision{};
    std::optional<Ipv4> address{}; ///< the latest
    QString name{};
    QSet<Sighting::Source> sources{};
    std::vector<Error> conflicts{}; ///< DuplicateSerial, DuplicateMac, ModelsDisagree: shown, and for people to settle

    bool isPi() const;
    /// Only its MAC address looks like a Pi's: worth a question, not a row.
    bool mayBePi() const { return !isPi() && mac && mac->isRaspberryPi(); }

    bool operator==(const SeenMachine &) const = default;
};

/// Sightings put together: what has the same serial is one Pi, else what has the same MAC. What contradicts is kept apart.
/// The order in which they come does not matter to who is joined with whom, only to the order of the rows.
class Sightings
{
public:
    void add(const Sighting &sighting);

    const std::vector<SeenMachine> &machines() const { return m_machines; }
    std::vector<SeenMachine> pis() const;

private:
    SeenMachine *bySerial(const std::optional<Serial> &serial);
    SeenMachine *byMac(const std::optional<MacAddress> &mac);
    SeenMachine *byAddress(const std::optional<Ipv4> &address);
    void addBeside(const Sighting &sighting, SeenMachine *same, SeenMachine *twin);
    void joinTwins(const Sighting &sighting);

    std::vector<SeenMachine> m_machines;
};

} // namespace bramble
