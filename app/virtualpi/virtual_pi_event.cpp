// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/virtual_pi.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString word(VirtualPiEvent::Kind kind)
{
    switch (kind) {
    case VirtualPiEvent::Kind::Discover: return u"discover"_s;
    case VirtualPiEvent::Kind::Offer: return u"offer"_s;
    case VirtualPiEvent::Kind::Acknowledged: return u"acknowledged"_s;
    case VirtualPiEvent::Kind::Network: return u"network"_s;
    case VirtualPiEvent::Kind::Probed: return u"probed"_s;
    case VirtualPiEvent::Kind::Fetched: return u"fetched"_s;
    case VirtualPiEvent::Kind::Missing: return u"missing"_s;
    case VirtualPiEvent::Kind::Prefix: return u"prefix"_s;
    case VirtualPiEvent::Kind::Renewed: return u"renewed"_s;
    case VirtualPiEvent::Kind::KernelStarts: return u"kernel-starts"_s;
    case VirtualPiEvent::Kind::LinuxNetwork: return u"linux-network"_s;
    case VirtualPiEvent::Kind::MountTry: return u"mount-try"_s;
    case VirtualPiEvent::Kind::Mounted: return u"mounted"_s;
    case VirtualPiEvent::Kind::Read: return u"read"_s;
    case VirtualPiEvent::Kind::Running: return u"running"_s;
    case VirtualPiEvent::Kind::Stopped: return u"stopped"_s;
    }
    return {};
}

} // namespace

QByteArray toJsonLine(const VirtualPiEvent &event)
{
    QJsonObject line{{u"t"_s, double(event.atMs) / 1000}, {u"event"_s, word(event.kind)}};
    const bool prefix = event.kind == VirtualPiEvent::Kind::Prefix; // an empty one says something
    if (prefix || !event.subject.isEmpty())
        line.insert(u"subject"_s, event.subject);
    if (!event.detail.isEmpty())
        line.insert(u"detail"_s, event.detail);
    if (event.address)
        line.insert(u"address"_s, event.address->toString());
    if (event.server)
        line.insert(u"server"_s, event.server->toString());
    if (event.size)
        line.insert(u"size"_s, *event.size);
    if (event.count)
        line.insert(u"count"_s, *event.count);
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

} // namespace bramble
