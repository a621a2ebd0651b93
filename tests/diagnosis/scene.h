// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "capture/packet_reader.h"
#include "diagnosis/diagnose.h"
#include "text/server_log.h"
#include "text/server_look.h"

#include <QStringList>

namespace bramble {

using namespace Qt::StringLiterals;

/// A cluster whose Pis write into the server's log what real ones do, and into its wire where a test wants that.
/// Times are seconds since the scene began.
class Scene
{
public:
    explicit Scene(const std::vector<PiModel> &models);

    const Cluster &cluster() const { return m_cluster; }
    const Node &node(size_t i = 0) const { return m_cluster.nodes[i]; }
    Ipv4 address(size_t i = 0) const { return Ipv4::fromValue(0xc0a84d64 + quint32(i)); }
    static Ipv4 server() { return Ipv4::fromValue(0xc0a84d0a); }

    /// A line as "dnsmasq-tftp: sent {tftp}/config.txt to {ip}"; {mac}, {serial}, {ip}, {tftp}, {nfs} are the node's.
    void log(double s, const QString &line, size_t i = 0);
    void frame(double s, const QByteArray &bytes);
    void event(double s, EventKind kind);
    /// What a look at the server prints, "{...}" as in log(); from s on.
    void look(double s, const QString &output, size_t i = 0);
    /// Sizes of boot files on the server, below the node's folder.
    void size(const QString &file, qint64 bytes, size_t i = 0);

    // Pieces of a healthy boot; each says when it ended.
    double ask(double s, size_t i = 0, bool delayed = true, const char *menu = "06:01:03:0a:04:00:50:58:45:09:17:00:00:14");
    double firmware(double s, size_t i = 0); ///< up to, but without, config.txt on the way to the kernel
    double settings(double s, size_t i = 0);
    double kernel(double s, size_t i = 0);
    double mount(double s, size_t i = 0);

    void sent(double s, const QString &file, size_t i = 0) { log(s, u"dnsmasq-tftp: sent {tftp}/%1 to {ip}"_s.arg(file), i); }
    void missing(double s, const QString &file, size_t i = 0) { log(s, u"dnsmasq-tftp: file {tftp}/%1 not found for {ip}"_s.arg(file), i); }
    void probed(double s, const QString &file, size_t i = 0);

    /// Everything until s, asked each second and before and after each event of a node; the causes of that node on the way, in order.
    struct Told
    {
        std::vector<Diagnosis> causes;
        Timeline timeline;
    };
    Told play(double until, size_t i = 0);
    /// The same of all nodes: every cause that was shown, with its node. For healthy boots: none.
    QStringList playAll(double until);

    static constexpr qint64 beginMs = 1'795'377'600'000; // 2026-11-22 20:00 UTC
    double slowness = 1; ///< of transfers, as a factor

private:
    struct Item
    {
        qint64 atMs = 0;
        QByteArray line{};
        QByteArray frame{};
        std::optional<EventKind> kind{};
        size_t node = 0;
    };

    QString filled(QString text, size_t i) const;
    static qint64 at(double s) { return beginMs + qint64(s * 1000); }

    Cluster m_cluster;
    std::vector<Item> m_items;
    QHash<QString, qint64> m_sizes;
    std::vector<std::pair<qint64, ServerLook>> m_looks;
};

/// Frames as the server's wire carries them.
namespace frames {
QByteArray udp(const MacAddress &from, Ipv4 source, quint16 sourcePort, Ipv4 destination, quint16 destinationPort, const QByteArray &payload);
QByteArray tcp(const MacAddress &from, Ipv4 source, quint16 sourcePort, Ipv4 destination, quint16 destinationPort, quint8 flags, const QByteArray &payload = {});
QByteArray arp(const MacAddress &from, Ipv4 source, Ipv4 destination);
QByteArray bpdu();
} // namespace frames

} // namespace bramble
