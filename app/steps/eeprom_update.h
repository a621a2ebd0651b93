// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/enabler_card.h"
#include "model/plan.h"
#include "remote/remote.h"

/// A Pi that asks the network renews its own boot loader: it finds pieeprom.sig and pieeprom.upd among its boot files (reference: netboot 3.5).
namespace bramble {

/// What lies there already, of an earlier time.
struct EepromUpdateFacts
{
    std::optional<QByteArray> image{};
    std::optional<QByteArray> digest{};
    QString serverName{};
};

/// Two files of the node's boot folder, with their way back in the journal like everything else. config: the package's own settings with these
/// put into them become those of the Pi. when: Unix seconds; the Pi takes only what is newer than its own. Pure. Errors: NodeUnknown,
/// PiNeedsOtherWay (no-eeprom; model: not known; module: it does not renew itself), those of eepromCard.
Result<Plan> planEepromUpdate(const Cluster &cluster, const QString &node, const Firmware &firmware, const EepromConfig &config,
                              const EepromUpdateFacts &facts, qint64 when);

/// Which family's firmware the node wants. Errors: as planEepromUpdate.
Result<BootRom> eepromOf(const Cluster &cluster, const QString &node);

/// Errors: ServerVerifyFailed where the node has no boot folder yet (subject: the folder), ServerUnsupported for OpenWrt, those of must().
QCoro::Task<Result<EepromUpdateFacts>> lookAtEepromUpdate(Cluster cluster, QString node, RemotePtr remote, Stop stop);

} // namespace bramble
