// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/ipv4.h"

#include <QStringList>

namespace bramble {

/// What to enter where, in a router that this program does not speak to. Nobody has to: the server answers beside any router.
enum class RouterKind { FritzBox, MikroTik, UniFi, PfSense, OpnSense, Kea };

struct RouterCard
{
    QString title;
    QString where; ///< the page of the router's settings; empty where there is none
    QStringList values; ///< to be entered or pasted, exactly so, one line each
    QStringList notes; ///< what it will not do
};

/// "fritzbox", "MikroTik": nothing for others.
std::optional<RouterKind> routerKind(QStringView name);
/// The names that routerKind() knows.
QStringList routerKindNames();

/// Pure. server: what the Pis are to be served by.
RouterCard routerCard(RouterKind kind, const Cluster &cluster, Ipv4 server);

} // namespace bramble
