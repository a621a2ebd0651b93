// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/bootconf.h"
#include "text/dhcp_log.h"
#include "text/neighbours.h"
#include "text/pasted_nodes.h"
#include "text/pi_look.h"
#include "text/reservations.h"
#include "text/ssh_banner.h"

#include <QSet>

#include <cstdint>

using namespace bramble;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Texts that come from people, logs, routers and Pis.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArrayView bytes(reinterpret_cast<const char *>(data), qsizetype(size));
    const Pasted pasted = readPastedNodes(QString::fromUtf8(bytes));
    for (const PastedNode &node : pasted.nodes)
        if (!node.serial && !node.mac)
            __builtin_trap();
    (void)parseNeighbours(bytes);
    (void)parseLeases(bytes);
    (void)parseReservations(bytes);
    (void)parseSshBanner(bytes);
    (void)parsePiState(bytes);
    DhcpLogReader log;
    for (const QByteArray &line : bytes.toByteArray().split('\n')) {
        (void)log.readDhcp(line);
        (void)DhcpLogReader::readTftp(line);
    }
    // A file of settings that was changed says what it was changed to, and a second change changes nothing.
    const EepromConfig wanted = EepromConfig::forCluster();
    const QByteArray changed = changeBootConf(bytes, wanted);
    if (changed.size() <= 60'000 && readBootConf(changed).config.bootOrder(BootRom::Bcm2711) != wanted.bootOrder(BootRom::Bcm2711))
        __builtin_trap();
    if (changeBootConf(changed, wanted) != changed)
        __builtin_trap();
    return 0;
}
