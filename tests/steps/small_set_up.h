// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connect.h"
#include "steps/look.h"
#include "steps/make_plan.h"
#include "steps/small_image.h"
#include "steps/undo.h"

#include <QCoro/QCoroTask>

/// A whole set-up with the small image and its undo, as the fault tables do them to a server and to a router.

/// As root, by a key, with nothing of whoever runs the test.
inline RemotePtr connectedAsRoot(const QString &host, quint16 port, const QString &identity, const QString &knownHosts)
{
    ConnectOptions options;
    options.host = host;
    options.port = port;
    options.user = u"root"_s;
    options.identityFile = identity;
    options.knownHostsFile = knownHosts;
    options.configFile = u"none"_s;
    options.useAgent = false;
    const auto remote = QCoro::waitFor(connectTo(options, {}));
    if (!remote)
        qWarning("%s", qPrintable(why(remote.error())));
    return remote.value_or(nullptr);
}

/// last: how far it came.
inline Result<> setUpSmall(RemotePtr remote, const Cluster &cluster, ApplyNews::State *last = nullptr)
{
    const auto facts = QCoro::waitFor(lookAt(remote, cluster, {}));
    if (!facts)
        return std::unexpected(facts.error());
    const auto plan = makePlan(cluster, *facts, smallFacts());
    if (!plan)
        return std::unexpected(plan.error());
    const ApplySink sink = [last](const ApplyNews &news) {
        if (last)
            *last = news.state;
    };
    return QCoro::waitFor(apply(*plan, remote, smallImage(), sink, {}));
}

inline Result<> takeAllBack(RemotePtr remote)
{
    const auto undone = QCoro::waitFor(undo(remote, UndoChanged::Refuse, {}));
    if (!undone)
        return std::unexpected(undone.error());
    return {};
}
