// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/plan.h"
#include "model/result.h"

#include <QMap>

namespace bramble {

/// The changes of an OpenWrt router's settings; pure, and empty where everything is as it should be. Sections of ours are called
/// brambleboot or begin with brambleboot_; others are only added to.

/// The router gives the addresses and serves the boot files: TFTP, the PXE item for our nodes alone, a reservation for each. Errors:
/// RouterTftpTaken (subject: the folder that is served already), RouterGivesNoAddresses.
Result<std::vector<UciChange>> servingChanges(const Cluster &cluster, const UciConfig &dhcp, const ServerLayout &layout, const QMap<QString, Ipv4> &addresses);

/// The router gives the addresses and says that server serves: options 43 and 66 and siaddr, for those of our nodes that follow them
/// (isToldByRouter()) and nobody else. Errors: RouterGivesNoAddresses.
Result<std::vector<UciChange>> optionChanges(const Cluster &cluster, const UciConfig &dhcp, Ipv4 server);

/// How a router tells a node where to boot from: as the one that serves, or of another machine that does.
enum class OffersBy { PxeItem, Options };

/// Whether what the router's dnsmasq was started with (the text of its init script) tells that node.
bool offersBoot(const QByteArray &generated, const Node &node, OffersBy by);

/// The disk is mounted at every start, by its UUID.
std::vector<UciChange> mountChanges(const QString &uuid, const QString &target, const UciConfig &fstab);

/// Option 43 as "Raspberry Pi Boot" in PXE form, in hex with colons (netboot 2.2); padded: with the blanks that a 3B needs.
QString pxeOption43();

/// What the tool makes of it. Nothing where there are no changes. Errors: RouterSettingsRefused.
Result<std::optional<ChangeUci>> changeOf(const UciConfig &config, const QByteArray &before, std::vector<UciChange> changes, const QString &service);

} // namespace bramble
