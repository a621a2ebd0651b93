// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/virtual_pi.h"

#include "virtualpi/boot_files.h"
#include "virtualpi/dhcp_client.h"
#include "virtualpi/linux_boot.h"
#include "virtualpi/recorder.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = VirtualPiEvent::Kind;

// TFTP clients of the stages (captures: firmware#1041 and #1700 for the Pi 3, rpi-eeprom release notes for the others).
TftpHabits habitsOf(BootRom rom, Loader loader, double timeScale)
{
    TftpHabits habits;
    if (rom == BootRom::Bcm2837) {
        habits.asksSize = loader == Loader::Firmware;
        habits.blockSize.reset();
    }
    habits.fileTimeout = std::chrono::milliseconds(qRound64(30000 * std::max(1.0, timeScale)));
    return habits;
}

class TftpSource : public BootFileSource
{
public:
    TftpSource(Ipv4 server, BootRom rom, double timeScale, Stop stop)
        : m_server(server), m_rom(rom), m_timeScale(timeScale), m_stop(std::move(stop))
    { }

    Result<TftpFile> get(Loader loader, const QString &path) override
    {
        return tftpGet(m_server, path, habitsOf(m_rom, loader, m_timeScale), m_stop);
    }
    Result<TftpSize> probe(Loader loader, const QString &path) override
    {
        return tftpProbe(m_server, path, habitsOf(m_rom, loader, m_timeScale), m_stop);
    }

private:
    Ipv4 m_server;
    BootRom m_rom;
    double m_timeScale;
    Stop m_stop;
};

std::optional<Error> unusable(const VirtualPiOptions &options)
{
    if (!options.serial)
        return Error{ErrorKind::InvalidSerial, {}, {}};
    if (bootRom(options.model) == BootRom::None)
        return Error{ErrorKind::ModelCannotNetboot, shortName(options.model), {}};
    return {};
}

struct Started
{
    RomNetwork net;
    FetchedBoot boot;
};

Result<Started> startFirmware(Link &link, const VirtualPiOptions &options, const Recorder &record, const Stop &stop)
{
    const auto net = askAsRom(link, options, record, stop);
    if (!net)
        return std::unexpected(net.error());
    record({.kind = Kind::Network, .address = net->address.address(), .server = net->tftpServer});
    if (auto set = link.setAddress(net->address, net->router); !set)
        return std::unexpected(set.error());
    TftpSource source(net->tftpServer, bootRom(options.model), options.timeScale, stop);
    auto fetched = fetchBootFiles(options, source, record);
    if (!fetched)
        return std::unexpected(fetched.error());
    return Started{*net, std::move(*fetched)};
}

} // namespace

Result<BootedPi> bootVirtualPi(const VirtualPiOptions &options, const VirtualPiSink &sink, const Stop &stop)
{
    if (const auto error = unusable(options))
        return std::unexpected(*error);
    const Recorder record(sink);
    const auto link = openLink(options.interface, options.mac);
    if (!link)
        return std::unexpected(link.error());
    auto started = startFirmware(**link, options, record, stop);
    // One that wrote its EEPROM starts over, with what it has now.
    if (started && started->boot.renewedAt != 0) {
        VirtualPiOptions renewed = options;
        renewed.eepromWrittenAt = started->boot.renewedAt;
        if (const auto cleared = (*link)->clearAddress(); !cleared)
            return std::unexpected(cleared.error());
        started = startFirmware(**link, renewed, record, stop);
    }
    if (!started)
        return std::unexpected(started.error());
    const auto &[net, fetched] = *started;
    BootedPi booted{.address = net.address.address(),
                    .server = net.tftpServer,
                    .prefix = fetched.prefix,
                    .kernel = fetched.kernel,
                    .initramfs = fetched.initramfs,
                    .commandLine = QString::fromUtf8(fetched.commandLine).trimmed(),
                    .root = {},
                    .hostname = {},
                    .machineId = {},
                    .init = {}};
    if (options.onlyFetch)
        return booted;

    const auto root = bootLinux(**link, fetched, options.timeScale, record, stop);
    if (!root)
        return std::unexpected(root.error());
    booted.address = root->address;
    booted.root = root->root;
    booted.hostname = root->hostname;
    booted.machineId = root->machineId;
    booted.init = root->init;
    record({.kind = Kind::Running, .subject = booted.hostname, .address = booted.address});
    if (auto greeted = greetOnSsh(booted.address, stop); !greeted)
        return std::unexpected(greeted.error());
    record({.kind = Kind::Stopped});
    return booted;
}

} // namespace bramble
