// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/server_notes.h"

#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QList<int> hexList(const QString &text)
{
    static const QRegularExpression bytes(u"\\s((?:[0-9a-f]{2}:)+[0-9a-f]{2})"_s);
    QList<int> out;
    for (const QString &byte : bytes.match(text).captured(1).split(u':', Qt::SkipEmptyParts))
        out << byte.toInt(nullptr, 16);
    return out;
}

// dnsmasq's own words: network.c, dhcp.c, tftp.c, option.c, lease.c (2.90, 2.91).
std::optional<Noticed> ofDnsmasq(const QString &text)
{
    using enum SignKind;
    static const QRegularExpression taken(
        u"\\A(?:failed to (?:create listening socket|bind (?:listening socket|DHCP server socket|DHCPv6 server socket))|failed to bind|failed to create)(.*)(?:Address already in use|in use)"_s);
    static const QRegularExpression port(u"port (\\d+)"_s);
    if (text.startsWith("started, version"_L1))
        return Noticed{.kind = ServerStarted};
    if (text.startsWith("exiting on receipt of SIGTERM"_L1))
        return Noticed{.kind = ServerStopped};
    if (!text.startsWith("failed to "_L1)) {
        // nearly always
    } else if (const auto m = taken.match(text); m.hasMatch()) {
        const QString number = port.match(text).captured(1);
        return Noticed{.kind = ServerPortTaken, .detail = number.isEmpty() && text.contains("DHCP"_L1) ? u"67"_s : number};
    }
    if (text.contains("No space left on device"_L1))
        return Noticed{.kind = DiskFull};
    for (const QLatin1StringView front : {"bad "_L1, "illegal repeated keyword"_L1, "missing parameter"_L1, "FAILED to start up"_L1, "cannot read "_L1,
                                          "unknown interface "_L1, "TFTP directory "_L1})
        if (text.startsWith(front))
            return Noticed{.kind = ServerSettingsBad, .detail = text.left(200)};
    return {};
}

std::optional<Noticed> ofMountd(const QString &text)
{
    using enum SignKind;
    static const QRegularExpression gone(u"can't stat exported dir (\\S+?): No such file"_s);
    static const QRegularExpression foreign(u"(\\S+) does not support NFS export"_s);
    if (text.startsWith("Version "_L1) && text.endsWith("starting"_L1))
        return Noticed{.kind = NfsStarted};
    if (text.startsWith("Caught signal 15"_L1))
        return Noticed{.kind = NfsStopped};
    if (const auto m = gone.match(text); m.hasMatch())
        return Noticed{.kind = TreeGone, .path = m.captured(1), .detail = m.captured(1)};
    if (const auto m = foreign.match(text); m.hasMatch())
        return Noticed{.kind = DiskCannotExport, .detail = m.captured(1)};
    return {};
}

// What exportfs prints where our hook called it; dnsmasq passes on what its script says.
std::optional<Noticed> ofExportfs(const QString &text)
{
    using enum SignKind;
    static const QRegularExpression foreign(u"exportfs: (?:Warning: )?(\\S+) does not support NFS export"_s);
    static const QRegularExpression gone(u"exportfs: Failed to stat (\\S+): No such file"_s);
    if (const auto m = foreign.match(text); m.hasMatch())
        return Noticed{.kind = DiskCannotExport, .detail = m.captured(1)};
    if (const auto m = gone.match(text); m.hasMatch())
        return Noticed{.kind = TreeGone, .path = m.captured(1), .detail = m.captured(1)};
    if (text.contains("No space left on device"_L1))
        return Noticed{.kind = DiskFull};
    return {};
}

} // namespace

std::optional<Noticed> serverNote(const QString &identifier, const QString &message)
{
    using enum SignKind;
    if (identifier == "dnsmasq"_L1 || identifier == "dnsmasq-tftp"_L1)
        return ofDnsmasq(message);
    if (identifier == "rpc.mountd"_L1)
        return ofMountd(message);
    if (identifier == "dnsmasq-script"_L1)
        return ofExportfs(message);
    if (identifier == "kernel"_L1) {
        // net/sunrpc/svc_xprt.c; fs/ext4, fs/xfs and fs/btrfs say it each in their way.
        if (message.contains("too many open connections, consider increasing"_L1))
            return Noticed{.kind = NfsCrowded};
        if (message.contains("No space left on device"_L1))
            return Noticed{.kind = DiskFull};
    }
    if (identifier == "systemd"_L1) {
        if (message.startsWith("Stopped nfs-mountd.service"_L1) || message.startsWith("Stopped nfs-server.service"_L1))
            return Noticed{.kind = NfsStopped};
        if (message.startsWith("Started nfs-mountd.service"_L1))
            return Noticed{.kind = NfsStarted};
        if (message.startsWith("brambleboot-dnsmasq.service: Start request repeated too quickly"_L1)
            || message.startsWith("Failed to start brambleboot-dnsmasq.service"_L1))
            return Noticed{.kind = ServerStopped};
    }
    return {};
}

std::optional<Noticed> dhcpNote(const QString &message)
{
    using enum SignKind;
    if (message.startsWith("no address range available for DHCP request via "_L1))
        return Noticed{.kind = NoRange};
    if (message.startsWith("DHCP packet received on "_L1) && message.endsWith("which has no address"_L1))
        return Noticed{.kind = NoServerAddress};
    if (message.contains("No space left on device"_L1))
        return Noticed{.kind = DiskFull};
    return {};
}

std::optional<SignKind> menuSign(const QString &message)
{
    const QList<int> bytes = hexList(message.section("vendor-encap"_L1, 1));
    // Discovery control, prompt, and the menu (reference: netboot 2.2). Whatever has another form is not judged.
    if (bytes.size() < 14 || bytes[0] != 6 || bytes[3] != 10 || bytes[9] != 9)
        return {};
    constexpr int text = 17; // of "Raspberry Pi Boot"
    if (bytes[13] == text + 3)
        return {};
    return bytes[13] == text ? SignKind::MenuWithoutBlanks : SignKind::MenuOfOthers;
}

QString serialInLog(const QString &message)
{
    const QList<int> bytes = hexList(message.section("option: 97"_L1, 1));
    if (bytes.size() < 14 || bytes[0] != 0)
        return {};
    const auto hex = [](int byte) { return QString::number(byte, 16).rightJustified(2, u'0'); };
    if (bytes.sliced(1, 4) == bytes.sliced(5, 4))
        return bytes[1] == 0x44 && bytes[2] == 0x44 ? QString() : hex(bytes[4]) + hex(bytes[3]) + hex(bytes[2]) + hex(bytes[1]);
    return hex(bytes[13]);
}

} // namespace bramble
