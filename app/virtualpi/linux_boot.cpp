// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/linux_boot.h"

#include "virtualpi/clock.h"
#include "virtualpi/dhcp_client.h"
#include "virtualpi/dhcp_talk.h"
#include "virtualpi/kernel_arguments.h"
#include "virtualpi/nfs_mount.h"

namespace bramble {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Kind = VirtualPiEvent::Kind;

constexpr int mountTries = 180; // initramfs-tools scripts/nfs, a second apart
constexpr qint64 smallFileLimit = 1024 * 1024;
constexpr qint64 programLimit = 16 * 1024 * 1024;

// Asks like initramfs-tools: again and again, as the export may come a moment later. A mistake in the options is final.
Result<> mountPatiently(NfsMount &mount, Ipv4 server, const QString &path, double timeScale, const Recorder &record,
                        const Stop &stop)
{
    QString why;
    for (int count = 1; count <= mountTries; ++count) {
        record({.kind = Kind::MountTry, .subject = path, .detail = why, .server = server, .count = count});
        const auto mounted = mount.mount();
        if (stop.stop_requested())
            return fail(ErrorKind::Stopped);
        if (mounted) {
            record({.kind = Kind::Mounted, .subject = path, .server = server});
            return {};
        }
        why = mounted.error();
        if (count < mountTries && !waitFor(scaled(1000ms, timeScale), stop))
            return fail(ErrorKind::Stopped);
    }
    return fail(ErrorKind::PiNfsRefused, server.toString() + u':' + path, why);
}

// A mounted root and the questions a starting system asks of it.
class Root
{
public:
    /// where: the place of the mount in the system, for events and errors.
    Root(NfsMount &mount, const Recorder &record, QString where = {})
        : m_mount(mount), m_record(record), m_where(std::move(where))
    { }

    Result<QByteArray> read(const QString &path, qint64 atMost = smallFileLimit)
    {
        const QString shown = m_where + path;
        const auto file = m_mount.find(path);
        if (!file)
            return fail(ErrorKind::PiRootIncomplete, shown, file.error());
        if (file->attributes.type != NfsAttributes::Type::Regular)
            return fail(ErrorKind::PiRootIncomplete, shown, u"no-file"_s);
        const auto bytes = m_mount.read(*file, atMost);
        if (!bytes)
            return fail(ErrorKind::PiRootIncomplete, shown, bytes.error());
        m_record({.kind = Kind::Read, .subject = shown, .size = bytes->size()});
        return *bytes;
    }

    Result<QString> init()
    {
        const QString path = u"/sbin/init"_s;
        const auto bytes = read(path, programLimit);
        if (!bytes)
            return std::unexpected(bytes.error());
        const auto file = m_mount.find(path);
        if (!file)
            return fail(ErrorKind::PiRootIncomplete, path, file.error());
        if ((file->attributes.mode & 0111) == 0 || bytes->isEmpty())
            return fail(ErrorKind::PiRootIncomplete, path, u"not-executable"_s);
        return file->path;
    }

    // At least one pair; sshd does not read a private key that others may read. Or the system makes its own before its SSH server starts.
    Result<> hostKey()
    {
        if (const auto unit = read(u"/etc/systemd/system/ssh.service.d/brambleboot-keys.conf"_s); unit && unit->contains("\nExecStartPre=/usr/bin/ssh-keygen -A\n"))
            return {};
        Error first{ErrorKind::PiRootIncomplete, {}, {}};
        for (const QString &kind : {u"ed25519"_s, u"ecdsa"_s, u"rsa"_s}) {
            const QString path = u"/etc/ssh/ssh_host_"_s + kind + u"_key"_s;
            const auto file = m_mount.find(path);
            const auto secret = read(path);
            const auto open = read(path + u".pub"_s);
            const bool guarded = file && file->attributes.uid == 0 && (file->attributes.mode & 077) == 0;
            if (guarded && secret && secret->startsWith("-----BEGIN ") && open
                && open->startsWith(kind == "ecdsa"_L1 ? "ecdsa-" : "ssh-"))
                return {};
            if (first.subject.isEmpty())
                first = !secret ? secret.error()
                    : !open     ? open.error()
                                : Error{ErrorKind::PiRootIncomplete, path, u"not-usable"_s};
        }
        return std::unexpected(first);
    }

private:
    NfsMount &m_mount;
    const Recorder &m_record;
    QString m_where;
};

// The /boot/firmware of the running system has to be the very folder the firmware reads, or a kernel update is lost.
Result<> checkFirmwareFolder(const QByteArray &fstab, const FetchedBoot &fetched, double timeScale,
                             const Recorder &record, const Stop &stop)
{
    for (const QString &line : QString::fromUtf8(fstab).split(u'\n')) {
        const QStringList fields = line.section(u'#', 0, 0).simplified().split(u' ');
        if (fields.value(1) != "/boot/firmware"_L1 || !fields.value(2).startsWith("nfs"_L1))
            continue;
        const qsizetype colon = fields[0].indexOf(u':');
        const auto server = Ipv4::parse(fields[0].first(qMax(0, colon)));
        if (!server)
            return fail(ErrorKind::PiRootIncomplete, u"/boot/firmware"_s, fields[0]);
        NfsMount folder(*server, fields[0].sliced(colon + 1), stop);
        if (auto mounted = mountPatiently(folder, *server, fields[0].sliced(colon + 1), timeScale, record, stop);
            !mounted)
            return mounted;
        const auto config = Root(folder, record, u"/boot/firmware"_s).read(u"/config.txt"_s);
        if (!config)
            return std::unexpected(config.error());
        if (*config != fetched.config)
            return fail(ErrorKind::PiRootIncomplete, u"/boot/firmware/config.txt"_s, u"differs"_s);
    }
    return {};
}

std::optional<Error> refusal(const KernelArguments &arguments, const FetchedBoot &fetched)
{
    const QString disk = (arguments.server ? arguments.server->toString() : QString()) + u':' + arguments.path;
    if (arguments.root != "/dev/nfs"_L1 || arguments.path.isEmpty())
        return Error{ErrorKind::PiNfsRefused, disk, u"root="_s + arguments.root};
    if (!arguments.oneLine)
        return Error{ErrorKind::PiNfsRefused, disk, u"cmdline.txt: more than one line"_s};
    if (arguments.serverMalformed)
        return Error{ErrorKind::PiNfsRefused, disk, u"nfsroot="_s};
    const QString option = refusedNfsOption(arguments.options, !fetched.initramfs.isEmpty());
    if (!option.isEmpty())
        return Error{ErrorKind::PiNfsRefused, disk, option};
    // Without ip= an initramfs asks by itself; the kernel alone does not.
    if (!arguments.network && fetched.initramfs.isEmpty())
        return Error{ErrorKind::PiNfsRefused, disk, u"ip="_s};
    return {};
}

Result<LinuxNetwork> network(Link &link, const KernelArguments &arguments, bool initramfs, double timeScale,
                             const Recorder &record, const Stop &stop)
{
    if (!arguments.fixed)
        return askAsLinux(link, initramfs, timeScale, record, stop);
    record({.kind = Kind::LinuxNetwork, .detail = u"ip="_s, .address = arguments.fixed->address.address()});
    const Ipv4 server = arguments.fixed->server.value_or(Ipv4::fromValue(0));
    return LinuxNetwork{arguments.fixed->address, arguments.fixed->router, server};
}

} // namespace

Result<MountedRoot> bootLinux(Link &link, const FetchedBoot &fetched, double timeScale, const Recorder &record,
                              const Stop &stop)
{
    const KernelArguments arguments = parseKernelArguments(fetched.commandLine);
    record({.kind = Kind::KernelStarts, .subject = QString::fromUtf8(fetched.commandLine).trimmed()});
    // The kernel starts with a bare interface: what the firmware had is forgotten.
    if (auto cleared = link.clearAddress(); !cleared)
        return std::unexpected(cleared.error());
    if (const auto refused = refusal(arguments, fetched))
        return std::unexpected(*refused);
    const auto net = network(link, arguments, !fetched.initramfs.isEmpty(), timeScale, record, stop);
    if (!net)
        return std::unexpected(net.error());
    if (auto set = link.setAddress(net->address, net->router); !set)
        return std::unexpected(set.error());
    const Ipv4 server = arguments.server.value_or(net->rootServer);
    NfsMount mount(server, arguments.path, stop);
    if (auto mounted = mountPatiently(mount, server, arguments.path, timeScale, record, stop); !mounted)
        return std::unexpected(mounted.error());
    const auto writable = mount.writable();
    if (!writable || !*writable || !arguments.writable)
        return fail(ErrorKind::PiRootIncomplete, u"/"_s, writable ? u"read-only"_s : writable.error());

    Root root(mount, record);
    const auto init = root.init();
    if (!init)
        return std::unexpected(init.error());
    const auto hostname = root.read(u"/etc/hostname"_s);
    if (!hostname || hostname->trimmed().isEmpty())
        return hostname ? fail(ErrorKind::PiRootIncomplete, u"/etc/hostname"_s, u"empty"_s)
                        : std::unexpected(hostname.error());
    if (auto key = root.hostKey(); !key)
        return std::unexpected(key.error());
    const auto machineId = root.read(u"/etc/machine-id"_s);
    if (!machineId)
        return std::unexpected(machineId.error());
    const auto fstab = root.read(u"/etc/fstab"_s);
    if (!fstab)
        return std::unexpected(fstab.error());
    if (auto folder = checkFirmwareFolder(*fstab, fetched, timeScale, record, stop); !folder)
        return std::unexpected(folder.error());
    return MountedRoot{net->address.address(), server.toString() + u':' + arguments.path,
                       QString::fromUtf8(hostname->trimmed()), QString::fromUtf8(machineId->trimmed()), *init};
}

} // namespace bramble
