// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board_revision.h"
#include "model/ipv4.h"
#include "model/mac_address.h"
#include "model/pi_model.h"
#include "model/result.h"
#include "model/serial.h"
#include "model/stop.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace bramble {

/// A Pi that is not there: asks the real network what a real board of its model would ask, in the same order and with
/// the same patience, so that a set-up can be tried before a board is plugged in (reference: netboot 2 and 4).
struct VirtualPiOptions
{
    PiModel model = PiModel::Pi4B;
    std::optional<Serial> serial; ///< must be given
    std::optional<MacAddress> mac; ///< absent: the interface's own; else the interface gets it
    QString interface; ///< its own: no address of somebody else may be on it
    QString keepFolder; ///< where fetched bytes go, below the Pi's own paths; empty: nowhere
    bool onlyFetch = false; ///< stop where the firmware would start the kernel
    qint64 eepromWrittenAt = 0; ///< Unix seconds; of a boot loader that lies among its files it takes only a newer one
    std::optional<BoardRevision> revision; ///< absent: a usual one of the model
    double timeScale = 1.0; ///< factor on the waits of ROM and initramfs; never shortens a transfer
};

/// One thing that happened to the virtual Pi.
struct VirtualPiEvent
{
    enum class Kind {
        Discover, ///< count: which try
        Offer, ///< address: the offered one (0.0.0.0 from a proxy), server, detail: "boot" if it names a boot server
        Acknowledged, ///< address
        Network, ///< address, server: where files come from
        Probed, ///< subject, size
        Fetched, ///< subject, size
        Missing, ///< subject, detail: the server's words
        Prefix, ///< subject: the folder in use; empty for the TFTP root
        Renewed, ///< subject: the file that its boot loader took for itself; it starts over
        KernelStarts, ///< subject: the command line
        LinuxNetwork, ///< address, detail: vendor class
        MountTry, ///< subject: path, server, count, detail: why the last try failed
        Mounted, ///< subject: path, server
        Read, ///< subject: path, size
        Running, ///< address, subject: host name
        Stopped,
    };

    Kind kind = Kind::Stopped;
    qint64 atMs = 0; ///< since power-on
    QString subject{};
    QString detail{};
    std::optional<Ipv4> address{};
    std::optional<Ipv4> server{};
    std::optional<qint64> size{}; ///< bytes
    std::optional<int> count{};
};

/// One line of JSON without its line feed. Words are stable: "discover", "offer", ...
QByteArray toJsonLine(const VirtualPiEvent &event);

using VirtualPiSink = std::function<void(const VirtualPiEvent &)>;

/// What a boot came to.
struct BootedPi
{
    Ipv4 address = Ipv4::fromValue(0);
    Ipv4 server = Ipv4::fromValue(0); ///< of the files
    QString prefix; ///< "38c128c0/", or empty where the files came from the TFTP root
    QString kernel;
    QString initramfs; ///< empty: none
    QString commandLine;
    QString root; ///< server:path; empty after onlyFetch
    QString hostname;
    QString machineId;
    QString init; ///< what /sbin/init leads to

    bool operator==(const BootedPi &) const = default;
};

/// Blocks: boots, then answers on port 22 until stop is asked for; with onlyFetch it returns after the last file. Call
/// it on a thread of its own. The sink is called on that thread. Needs the right to raw sockets on the interface; gives
/// the interface an address and takes it back. Errors: PiInterface, PiNoOffer, PiNoBootOffer, PiTftpFailed,
/// PiNfsRefused, PiRootIncomplete, FileUnwritable, Stopped (before it was running).
Result<BootedPi> bootVirtualPi(const VirtualPiOptions &options, const VirtualPiSink &sink, const Stop &stop);

} // namespace bramble
