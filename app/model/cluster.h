// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/eeprom_config.h"
#include "model/ipv4.h"
#include "model/mac_address.h"
#include "model/pi_model.h"
#include "model/result.h"
#include "model/serial.h"

#include <QStringList>
#include <QUrl>

#include <optional>
#include <vector>

namespace bramble {

/// One Pi as its owner wants it.
struct Node
{
    QString name; ///< host name; lower case, RFC 1123 label
    std::optional<Serial> serial;
    std::optional<MacAddress> mac;
    PiModel model = PiModel::Unknown;

    /// What its EEPROM is told to ask for (TFTP_PREFIX). Boards without an EEPROM always ask for their serial.
    TftpPrefix prefix = TftpPrefix::Serial;
    QString prefixText{}; ///< with TftpPrefix::Text: TFTP_PREFIX_STR, with its '/' at the end

    /// The folder it boots from, under the TFTP and the NFS folder: the one its boot loader asks for. Where only its MAC
    /// is known, that one with dashes, as dnsmasq can give it by that.
    QString folder() const;

    bool operator==(const Node &) const = default;
};

/// The machine that serves the boot files, as its owner wants it.
struct ServerChoice
{
    bool thisComputer = false; ///< no SSH: the program itself works on the machine it runs on
    QString host; ///< name or address, as ssh takes it; may be a Host of ~/.ssh/config
    quint16 port = 0; ///< 0: whatever ssh_config says, else 22
    QString user; ///< empty: whatever ssh_config says, else the local user
    QString interface; ///< the one that faces the Pis; empty: the one SSH came in by
    QString folder; ///< where images, roots and boot files lie; empty: /srv/brambleboot

    bool operator==(const ServerChoice &) const = default;
};

/// A router that gives the addresses while another machine serves.
struct RouterChoice
{
    QString host; ///< as ssh takes it; empty: the router stays as it is
    quint16 port = 0;
    QString user;

    bool operator==(const RouterChoice &) const = default;
};

/// A range of addresses, both ends in it.
struct Ipv4Range
{
    Ipv4 first;
    Ipv4 last;

    /// 192.168.50.100-192.168.50.199
    static std::optional<Ipv4Range> parse(QStringView text);
    QString toString() const;
    bool contains(Ipv4 address) const { return first <= address && address <= last; }
    qint64 size() const { return qint64(last.value()) - first.value() + 1; }

    bool operator==(const Ipv4Range &) const = default;
};

/// Who gives addresses on the network of the Pis.
struct NetworkChoice
{
    /// Proxy: somebody else does, usually the router, and the server only says where to boot from. Full: the server does, on a
    /// network where nobody else does.
    enum class Dhcp { Proxy, Full };

    Dhcp dhcp = Dhcp::Proxy;
    std::optional<Ipv4Range> range; ///< full only; nothing: a part of the server's own network
    std::optional<Ipv4> gateway; ///< full only; nothing: the server's own, if it lies in that network
    std::vector<Ipv4> dns; ///< full only; empty: what the server asks

    bool operator==(const NetworkChoice &) const = default;
};

/// What the Pis should run.
struct ImageChoice
{
    QString file; ///< path of a local image; relative ones start at the cluster file's folder
    QUrl url; ///< instead of a file: where it is downloaded from
    QString sha256; ///< of the file as it lies there; empty: not checked
    QString extractedSha256; ///< of the image in it, decompressed; empty: not checked

    bool chosen() const { return !file.isEmpty() || !url.isEmpty(); }

    bool operator==(const ImageChoice &) const = default;
};

/// How people get into the Pis, and in what language and time they find them.
struct Access
{
    QString user;
    QStringList sshKeys; ///< public keys, one authorized_keys line each
    bool ssh = true; ///< whether an SSH server runs
    /// The user has a password, for sudo and at the keyboard; never over the network. It is asked for when a node is laid
    /// and stands nowhere: even its hash is worth hours of guessing to whoever reads this file.
    bool consolePassword = false;
    bool passwordlessSudo = true;
    QString locale; ///< de_DE.UTF-8; empty: the image's own
    QString keyboard; ///< XKB layout: de; empty: the image's own
    QString keyboardVariant; ///< nodeadkeys
    QString timezone; ///< Europe/Berlin; empty: the image's own

    bool operator==(const Access &) const = default;
};

/// What cloud-init does at a node's first start, where the image has it. Either a list, or a file of the owner's own.
struct FirstBoot
{
    QStringList packages; ///< Debian package names
    QStringList commands; ///< shell lines, run as root in this order
    QString userDataFile; ///< a #cloud-config; relative paths start at the cluster file's folder
    QByteArray userData; ///< its content, where it was read; not part of the cluster file

    bool isEmpty() const { return packages.isEmpty() && commands.isEmpty() && userDataFile.isEmpty(); }
    bool operator==(const FirstBoot &) const = default;
};

/// What a person wants: the cluster file as a value. Holds no secret and nothing that was only observed.
struct Cluster
{
    QString name;
    ServerChoice server;
    RouterChoice router; ///< an OpenWrt router that is to say where to boot from
    NetworkChoice network;
    ImageChoice image;
    Access access;
    FirstBoot firstBoot;
    std::vector<Node> nodes;

    bool operator==(const Cluster &) const = default;
};

inline constexpr QLatin1StringView defaultFolder{"/srv/brambleboot"};

/// Whether the cluster's router, rather than the server, tells this node where to boot from. Only an EEPROM follows what a router says of
/// another machine; the boot ROM of the Pi 3 family asks whoever sent it option 43 for the files (netboot 2.2; raspberrypi/firmware 801).
/// And each board gets one answer, not two: the server is silent to those that the router tells.
bool isToldByRouter(const Cluster &cluster, const Node &node);

/// Whether a text can be the TFTP_PREFIX_STR of a node's own folder: one name without dots, '/' behind it, 32 characters.
bool isBootFolder(QStringView prefix);
/// Whether a name is a host name that DNS, Linux and mDNS all take (RFC 1123: a-z 0-9 -, 63 at most).
bool isHostname(QStringView name);
/// Whether a name is a Unix user that Debian's adduser would take, and not root.
bool isUserName(QStringView name);
/// The type and the base64 of an authorized_keys line: well-formed, of a known type, no options in front, one line.
bool isPublicKey(QStringView line);

/// Whether a text has the shape of a UTF-8 locale that Debian's locale-gen takes: de_DE.UTF-8, ca_ES.UTF-8@valencia, C.UTF-8.
bool isLocale(QStringView name);
/// Whether a text has the shape of an XKB layout or variant: letters, digits, '_' and '-'; layouts may be a list (us,ru).
bool isKeyboard(QStringView name);
/// Whether a name is a Debian package's (policy 5.6.1).
bool isPackageName(QStringView name);

/// Everything that can be said against a cluster without looking at the world, all at once.
std::vector<Error> problems(const Cluster &cluster);

/// The node of that name; nothing where there is none.
const Node *nodeNamed(const Cluster &cluster, const QString &name);

/// pi-01, pi-02 … for `{nn}`; pi-1 for `{n}`; the number is appended where the pattern has neither.
QString nameFromPattern(const QString &pattern, int number);

} // namespace bramble
