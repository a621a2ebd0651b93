// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/packet_signs.h"
#include "model/event.h"
#include "wire/netconsole.h"

#include <QByteArrayView>
#include <QHash>
#include <QList>

#include <vector>

namespace bramble {

struct Packet;

/// Frames of the server's wire to events: what LogReader hears from the server's programs, seen by oneself. Fed frame by frame; remembers
/// only transfers and mounts that are under way.
class PacketReader
{
public:
    /// tftpFolder: what the server's TFTP root is, absolute; on the wire a path begins below it.
    /// server: ours, where it is known.
    explicit PacketReader(QString tftpFolder, std::optional<Ipv4> server = {}) : m_tftpFolder(std::move(tftpFolder)), m_signs(server) { }

    /// What a frame says: mostly nothing. atMs: Unix ms. A capture may have cut frames short; 96 bytes of each are enough for all but DHCP
    /// and long file names.
    std::vector<Event> read(qint64 atMs, QByteArrayView frame);

private:
    /// A socket of a client: address and port. Transfers and calls are told apart by it.
    using Socket = std::pair<Ipv4, quint16>;

    struct Transfer
    {
        QString path;
        qint64 blockSize = 512; ///< bytes (RFC 1350), unless agreed otherwise
        std::optional<qint64> size{}; ///< bytes, as agreed
        std::optional<quint16> lastBlock{}; ///< sent, and shorter than the others
        quint16 acknowledged = 0; ///< the block; counts round
        qint64 blocks = 0; ///< acknowledged
        qint64 toldMs = 0; ///< when it was last told of, or asked for; Unix ms
    };

    void readProgress(qint64 atMs, const Packet &packet, std::vector<EventKind> &kinds);
    void readDhcp(const Packet &packet, std::vector<EventKind> &out) const;
    void readTftp(qint64 atMs, const Packet &packet, std::vector<EventKind> &out);
    bool readFromServer(Transfer &transfer, const Packet &packet, std::vector<EventKind> &out) const;
    bool readFromClient(qint64 atMs, Transfer &transfer, const Packet &packet, std::vector<EventKind> &out) const;
    bool acknowledge(qint64 atMs, Transfer &transfer, quint16 block) const;
    void readCall(const Packet &packet, QByteArrayView message, std::vector<EventKind> &out);

    QString m_tftpFolder;
    PacketSigns m_signs;
    Netconsole m_console;
    QHash<Socket, Transfer> m_transfers;
    QList<Socket> m_transferOrder; ///< oldest first
    QHash<std::pair<Socket, quint32>, QString> m_mounts; ///< path by client and call id
};

} // namespace bramble
