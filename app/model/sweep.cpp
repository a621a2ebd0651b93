// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/sweep.h"

#include <algorithm>
#include <iterator>

namespace bramble {

namespace {

constexpr int FreePrefix = 22; ///< what is looked through without asking
constexpr int LargestPrefix = 16;

} // namespace

Result<std::vector<Ipv4>> sweepTargets(const Ipv4Network &network, const std::vector<Ipv4Network> &ours, bool agreed)
{
    const bool isOurs = std::ranges::any_of(ours, [&](const Ipv4Network &own) {
        return own.prefix() <= network.prefix() && own.contains(network.network());
    });
    if (!isOurs)
        return fail(ErrorKind::InvalidAddress, network.toString());
    if (network.prefix() < LargestPrefix || (network.prefix() < FreePrefix && !agreed))
        return fail(ErrorKind::NetworkTooLarge, network.toString());
    std::vector<Ipv4> out;
    const bool hasEnds = network.prefix() < 31; // RFC 3021: two hosts, and no broadcast
    const quint32 first = network.network().value() + (hasEnds ? 1 : 0);
    const quint32 last = network.broadcast().value() - (hasEnds ? 1 : 0);
    for (quint64 value = first; value <= last; ++value) {
        const Ipv4 address = Ipv4::fromValue(quint32(value));
        if (std::ranges::none_of(ours, [address](const Ipv4Network &own) { return own.address() == address; }))
            out.push_back(address);
    }
    return out;
}

std::vector<Ipv4Network> sweepsToAskFor(const std::vector<Ipv4Network> &ours)
{
    std::vector<Ipv4Network> large;
    std::ranges::copy_if(ours, std::back_inserter(large), [](const Ipv4Network &own) { return own.prefix() >= LargestPrefix && own.prefix() < FreePrefix; });
    return large;
}

} // namespace bramble
