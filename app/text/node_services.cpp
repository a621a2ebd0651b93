// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/node_services.h"

#include "text/node_network.h"

#include <array>
#include <iterator>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

class Services
{
public:
    explicit Services(const ImageFacts &facts) : m_facts(facts) { }

    bool has(QLatin1StringView path) const { return m_facts.existing.contains(path); }
    QString unit(const QString &name) const
    {
        for (const QString &folder :
             {u"/usr/lib/systemd/system/"_s, u"/lib/systemd/system/"_s, u"/etc/systemd/system/"_s})
            if (m_facts.existing.contains(folder + name))
                return folder + name;
        return {};
    }
    bool systemd() const
    {
        return has("/usr/bin/systemctl"_L1) || has("/bin/systemctl"_L1) || !unit(u"ssh.service"_s).isEmpty();
    }

    void add(const QString &path, const QByteArray &content, TreeFile::Type type = TreeFile::Type::File,
             quint32 mode = 0644)
    {
        TreeFile file;
        file.path = path;
        file.content = content;
        file.type = type;
        file.mode = type == TreeFile::Type::Symlink ? 0777 : mode;
        files.push_back(std::move(file));
    }
    void enable(const QString &name, const QString &path)
    {
        add(u"etc/systemd/system/multi-user.target.wants/"_s + name, path.toUtf8(), TreeFile::Type::Symlink);
    }
    void mask(const QString &name)
    {
        if (!unit(name).isEmpty())
            add(u"etc/systemd/system/"_s + name, "/dev/null"_ba, TreeFile::Type::Symlink);
    }

    std::vector<TreeFile> files;

private:
    const ImageFacts &m_facts;
};

// Growing a partition, swapping to a file, renaming the user, new host keys and passwords, flashing from a card, waiting for
// a network that is there: all done already, or wrong over NFS.
constexpr std::array masked{
    "rpi-resize.service",
    "rpi-resizerootfs.service",
    "rpi-resize-root.service",
    "resize2fs_once.service",
    "regenerate_ssh_host_keys.service",
    "rpi-generate-ssh-host-keys.service",
    "rpi-reconfigure-raspi-firmware.service",
    "userconfig.service",
    "sshswitch.service",
    "rpi-eeprom-update.service",
    "dphys-swapfile.service",
    "systemd-networkd-wait-online.service",
    "dietpi-fs_partition_resize.service",
    "dietpi-firstboot.service",
};

// Dropbear's keys are made by the node: the server need not have its tools, and copies of an image share theirs.
constexpr char dropbearKeys[] = R"([Unit]
Description=Host keys of this node for Dropbear
Before=dropbear.service
ConditionPathExists=!/etc/dropbear/dropbear_ed25519_host_key

[Service]
Type=oneshot
ExecStart=/bin/sh -c 'for t in ed25519 ecdsa rsa; do dropbearkey -t $$t -f /etc/dropbear/dropbear_$${t}_host_key; done'

[Install]
WantedBy=multi-user.target
)";

void addSsh(Services &services, bool wanted)
{
    const QString ssh = services.unit(u"ssh.service"_s);
    const QString dropbear = services.unit(u"dropbear.service"_s);
    if (!wanted) {
        for (const QString &name : {u"ssh.service"_s, u"ssh.socket"_s, u"dropbear.service"_s})
            services.mask(name);
        return;
    }
    // Either the service or its socket: Debian's exclude each other.
    if (services.has("/etc/systemd/system/sockets.target.wants/ssh.socket"_L1))
        return;
    if (!ssh.isEmpty()) {
        services.enable(u"ssh.service"_s, ssh);
    } else if (!dropbear.isEmpty()) {
        services.enable(u"dropbear.service"_s, dropbear);
        services.add(u"etc/systemd/system/brambleboot-dropbear-keys.service"_s, dropbearKeys);
        services.enable(u"brambleboot-dropbear-keys.service"_s,
                        u"/etc/systemd/system/brambleboot-dropbear-keys.service"_s);
    }
}

void addSystemd(Services &services, const ImageFacts &facts, const Access &access)
{
    addSsh(services, access.ssh);
    for (const char *const name : masked)
        services.mask(QString::fromLatin1(name));
    services.add(u"etc/systemd/journald.conf.d/80-brambleboot.conf"_s,
                 "[Journal]\nStorage=volatile\nRuntimeMaxUse=32M\n"_ba);
    // File capabilities do not cross NFS: ping asks as an ordinary user, where the kernel lets it.
    services.add(u"etc/sysctl.d/80-brambleboot.conf"_s, "net.ipv4.ping_group_range = 0 2147483647\n"_ba);
    NodeNetwork network = nodeNetwork(facts);
    std::ranges::move(network.files, std::back_inserter(services.files));
    for (const QString &unit : std::as_const(network.units))
        services.enable(unit, u"/etc/systemd/system/"_s + unit);
}

} // namespace

std::vector<TreeFile> nodeServices(const ImageFacts &facts, const Access &access)
{
    Services services(facts);
    if (services.systemd())
        addSystemd(services, facts, access);
    if (services.has("/etc/rpi/swap.conf.d"_L1) || services.has("/etc/rpi/swap.conf"_L1)
        || services.has("/usr/lib/systemd/system-generators/rpi-swap-generator"_L1))
        services.add(u"etc/rpi/swap.conf.d/80-brambleboot.conf"_s, "[Main]\nMechanism=none\n"_ba);
    if (services.has("/etc/ssh/sshd_config.d"_L1))
        services.add(u"etc/ssh/sshd_config.d/10-brambleboot.conf"_s,
                     "PasswordAuthentication no\nKbdInteractiveAuthentication no\n"_ba);
    // An initramfs that the node makes itself must be able to mount its root again.
    if (services.has("/etc/initramfs-tools"_L1))
        services.add(u"etc/initramfs-tools/conf.d/brambleboot"_s, "BOOT=nfs\n"_ba);
    return std::move(services.files);
}

QStringList removedServices(const ImageFacts &facts)
{
    QStringList removed;
    for (const QString &path : facts.existing) {
        const bool hostKey = path.startsWith("/etc/ssh/ssh_host_"_L1);
        const bool growing = path.startsWith("/etc/"_L1) && path.endsWith("resize2fs_once"_L1);
        const bool dropbearKey = path.startsWith("/etc/dropbear/dropbear_"_L1);
        const bool sudoer = path.startsWith("/etc/sudoers.d/"_L1); // for a user of the image, without a password
        const bool other = path == "/etc/network/interfaces.d/eth0"_L1
            || path == "/etc/console-setup/cached_setup_keyboard.sh"_L1; // made for another keyboard
        if (hostKey || growing || dropbearKey || sudoer || other)
            removed << path.sliced(1);
    }
    removed.sort();
    return removed;
}

} // namespace bramble
