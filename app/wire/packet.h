// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "wire/frame.h"

namespace bramble {

/// One captured frame, as far as it was kept: a capture may have cut its end off. Views into the frame.
struct Packet
{
    enum class Kind { Udp, Tcp, Arp, SpanningTree };

    Kind kind = Kind::Udp;
    EthernetAddress from{};
    EthernetAddress to{};
    Ipv4 source = Ipv4::fromValue(0); ///< of Arp: who speaks
    Ipv4 destination = Ipv4::fromValue(0); ///< of Arp: who is asked for
    quint16 sourcePort = 0;
    quint16 destinationPort = 0;
    quint8 tcpFlags = 0; ///< FIN 1, SYN 2, RST 4, ACK 16
    QByteArrayView payload{}; ///< as much as was kept; of SpanningTree: the BPDU; of Arp: empty
    qsizetype payloadSize = 0; ///< bytes on the wire; more than payload.size() where the capture cut

    bool isWhole() const { return payload.size() == payloadSize; }
};

/// Ethernet II, also with one VLAN tag (802.1Q), and 802.3 with LLC for the spanning tree (802.1D). Nothing for other frames, for fragments
/// and for broken headers. Checksums are not looked at: who captures on the sending machine sees them unfilled.
std::optional<Packet> parsePacket(QByteArrayView frame);

} // namespace bramble
