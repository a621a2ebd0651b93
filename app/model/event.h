// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/ipv4.h"
#include "model/mac_address.h"
#include "model/sign.h"

#include <QString>

#include <optional>
#include <variant>

namespace bramble {

/// Who asked for an address: told by the vendor class (reference: netboot 6.1).
enum class DhcpAsker { BootRom, Initramfs, Other };

struct DhcpAsked
{
    MacAddress mac;
    DhcpAsker asker = DhcpAsker::Other;
    bool mayRenew = false; ///< it has an address and may only want to keep it
    bool operator==(const DhcpAsked &) const = default;
};

/// Our proxy told this Pi where to boot from.
struct BootOffered
{
    MacAddress mac;
    bool operator==(const BootOffered &) const = default;
};

/// A full DHCP answer that named an address (only where our server, or one whose log we read, gives addresses).
struct AddressGiven
{
    MacAddress mac;
    Ipv4 address;
    bool operator==(const AddressGiven &) const = default;
};

/// A file went over the wire to its end.
struct FileSent
{
    Ipv4 address;
    QString path; ///< absolute, on the server
    bool operator==(const FileSent &) const = default;
};

/// A file is on its way, and this much of it has been acknowledged; only the wire tells.
struct FileUnderWay
{
    Ipv4 address;
    QString path; ///< absolute, on the server
    qint64 bytes = 0;
    std::optional<qint64> size{}; ///< bytes, where the server said so (option tsize, RFC 2349)
    bool operator==(const FileUnderWay &) const = default;
};

/// A node and its disk have told each other this much over the network. Told by the sockets of the server's NFS (ss), every two seconds or so.
struct DiskBytes
{
    Ipv4 address;
    qint64 bytes = 0; ///< both ways, all connections of that address; never falls
    qint64 grown = 0; ///< since the round before; 0 where it is not known since when
    bool operator==(const DiskBytes &) const = default;
};

struct FileMissing
{
    std::optional<Ipv4> address; ///< dnsmasq before 2.86 does not say
    QString path;
    bool operator==(const FileMissing &) const = default;
};

/// The Pi only asked for the size and hung up; normal.
struct FileProbed
{
    Ipv4 address;
    QString path;
    bool operator==(const FileProbed &) const = default;
};

struct FileFailed
{
    std::optional<Ipv4> address;
    QString path;
    QString reason;
    bool operator==(const FileFailed &) const = default;
};

struct RootMounted
{
    Ipv4 address;
    QString path;
    bool operator==(const RootMounted &) const = default;
};

struct MountRefused
{
    Ipv4 address;
    QString path;
    QString reason; ///< mountd's own words: unmatched host, no export entry, not exported, illegal port
    bool operator==(const MountRefused &) const = default;
};

/// The node's own SSH server greeted us.
struct SshAnswered
{
    Ipv4 address;
    bool operator==(const SshAnswered &) const = default;
};

/// The boot server itself started or failed to.
struct ServerSpoke
{
    QString text;
    bool operator==(const ServerSpoke &) const = default;
};

/// What says nothing of how far a boot is, and much of why it goes no further. Of the node that one of the three names; of the whole server
/// where none is given.
struct Noticed
{
    SignKind kind = SignKind::Asked;
    std::optional<MacAddress> mac{};
    std::optional<Ipv4> address{};
    QString path{}; ///< absolute, on the server
    QString detail{};
    bool operator==(const Noticed &) const = default;
};

/// A line that a node's boot loader sent over the network (EEPROM setting NETCONSOLE). Read, and proof of nothing: whoever is on the network
/// can send one.
struct ConsoleLine
{
    MacAddress mac; ///< who sent the frame
    Ipv4 address;
    QString text; ///< printable ASCII
    bool operator==(const ConsoleLine &) const = default;
};

using EventKind = std::variant<DhcpAsked, BootOffered, AddressGiven, FileSent, FileUnderWay, DiskBytes, FileMissing, FileProbed, FileFailed,
                               RootMounted, MountRefused, SshAnswered, ServerSpoke, Noticed, ConsoleLine>;

/// One thing that was heard.
struct Event
{
    qint64 atMs = 0; ///< Unix time in ms, by the clock of whoever heard it
    EventKind kind;
    QString said{}; ///< the line, or the packet in words

    /// The same thing at the same time, whoever says it in whatever words.
    bool operator==(const Event &other) const { return atMs == other.atMs && kind == other.kind; }
};

/// Whether an event only says how fast things go: told twice a second or so, it moves a node's row, and would drown what its details tell.
inline bool isPace(const EventKind &kind)
{
    return std::holds_alternative<FileUnderWay>(kind) || std::holds_alternative<DiskBytes>(kind);
}

} // namespace bramble
