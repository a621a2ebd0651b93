// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/mac_address.h"

#include <QByteArray>
#include <QStringList>

#include <optional>
#include <variant>
#include <vector>

namespace bramble {

/// Multicast DNS and service discovery (RFC 6762, 6763), as far as it takes to learn who offers what under which name.

struct MdnsPointer { QString target; bool operator==(const MdnsPointer &) const = default; };
struct MdnsService { quint16 port = 0; QString host; bool operator==(const MdnsService &) const = default; };
struct MdnsTexts { std::vector<QByteArray> texts; bool operator==(const MdnsTexts &) const = default; };

struct MdnsRecord
{
    QString name; ///< without the last dot: node-1.local, "node-1 [dc:a6:32:01:02:03]._workstation._tcp.local"
    std::variant<Ipv4, MdnsPointer, MdnsService, MdnsTexts> data;

    bool operator==(const MdnsRecord &) const = default;
};

/// The records of an answer, those of kinds not known here left out. Nothing for questions, and for what is broken.
/// At most 512 records, names of at most 255 bytes; compressed names may only point backwards.
std::optional<std::vector<MdnsRecord>> parseMdns(QByteArrayView packet);

/// One question for each of these kinds of service, answered to the asker alone: "_ssh._tcp.local".
QByteArray mdnsQuery(const QStringList &services);

/// Who is behind an answer: hosts with their addresses, and a MAC address where a name tells it (_workstation._tcp).
struct MdnsHost
{
    QString name; ///< without .local
    std::vector<Ipv4> addresses{};
    std::optional<MacAddress> mac{};
    QStringList services{}; ///< _ssh._tcp

    bool operator==(const MdnsHost &) const = default;
};
std::vector<MdnsHost> mdnsHosts(const std::vector<MdnsRecord> &records);

} // namespace bramble
