// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image_facts.h"
#include "model/tree_file.h"

namespace bramble {

/// The interface that the root hangs on belongs to the boot: whatever manages networks in an image leaves it alone, while
/// its lease goes on being renewed and names are resolved (netboot 4.6).
struct NodeNetwork
{
    std::vector<TreeFile> files;
    QStringList units; ///< of files, those to start with the node
};

NodeNetwork nodeNetwork(const ImageFacts &facts);

/// /etc/network/interfaces of ifupdown without what it would do to an Ethernet card; what it reads from other files is
/// left out with it, as their content is not known.
QByteArray interfacesWithoutEthernet(QByteArrayView interfaces);

/// The program that renews the lease, and the one that sets the name servers; for their tests.
QByteArray leaseScript();
QByteArray resolvScript();

} // namespace bramble
