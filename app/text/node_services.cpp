// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/node_services.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Nothing but DHCP in the kernel or the initramfs ever asked for a name server, and whoever runs later leaves that
// network alone.
constexpr char resolvScript[] = R"sh(#!/bin/sh
# Written by Brambleboot: the name servers that the network boot was told, where nothing else has set any.
set -eu
[ ! -L /etc/resolv.conf ] || exit 0
! grep -qs '^nameserver' /etc/resolv.conf || exit 0
{
    # the initramfs (klibc ipconfig) and the kernel each leave a note
    cat /run/net-*.conf 2>/dev/null | sed -n "s/^IPV4DNS[01]='\{0,1\}\([0-9.]*\).*/nameserver \1/p"
    sed -n 's/^nameserver /nameserver /p' /proc/net/pnp 2>/dev/null || :
} | grep -v ' 0\.0\.0\.0$' | sort -u > /etc/resolv.conf.new || :
mv -f /etc/resolv.conf.new /etc/resolv.conf
)sh";

constexpr char resolvUnit[] = R"([Unit]
Description=Name servers learned by the network boot
DefaultDependencies=no
After=local-fs.target
Before=network.target

[Service]
Type=oneshot
ExecStart=/bin/sh /usr/local/lib/brambleboot/resolv

[Install]
WantedBy=multi-user.target
)";

constexpr char networkd[] = R"([Match]
Name=eth0 end0 en*

[Network]
# The root lies behind this address: it is never given up, nor asked for anew.
KeepConfiguration=yes
DHCP=no
)";

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

void addSystemd(Services &services)
{
    if (const QString ssh = services.unit(u"ssh.service"_s); !ssh.isEmpty())
        services.enable(u"ssh.service"_s, ssh);
    // Growing a partition, swapping to a file, renaming the user, new host keys, flashing from a card: all done, or
    // wrong over NFS.
    for (const QString &name : {u"rpi-resize.service"_s, u"rpi-resizerootfs.service"_s, u"resize2fs_once.service"_s,
                                u"regenerate_ssh_host_keys.service"_s, u"userconfig.service"_s, u"sshswitch.service"_s,
                                u"rpi-eeprom-update.service"_s, u"dphys-swapfile.service"_s})
        services.mask(name);
    services.add(u"etc/systemd/journald.conf.d/80-brambleboot.conf"_s, "[Journal]\nStorage=volatile\n"_ba);
    services.add(u"etc/systemd/network/05-brambleboot.network"_s, networkd);
    services.add(u"usr/local/lib/brambleboot/resolv"_s, resolvScript, TreeFile::Type::File, 0755);
    services.add(u"etc/systemd/system/brambleboot-resolv.service"_s, resolvUnit);
    services.enable(u"brambleboot-resolv.service"_s, u"/etc/systemd/system/brambleboot-resolv.service"_s);
}

} // namespace

std::vector<TreeFile> nodeServices(const ImageFacts &facts)
{
    Services services(facts);
    if (services.systemd())
        addSystemd(services);
    if (services.has("/etc/rpi/swap.conf.d"_L1) || services.has("/etc/rpi/swap.conf"_L1)
        || services.has("/usr/lib/systemd/system-generators/rpi-swap-generator"_L1))
        services.add(u"etc/rpi/swap.conf.d/80-brambleboot.conf"_s, "[Main]\nMechanism=none\n"_ba);
    if (services.has("/etc/cloud"_L1))
        services.add(u"etc/cloud/cloud-init.disabled"_s, {});
    if (services.has("/etc/NetworkManager"_L1))
        services.add(u"etc/NetworkManager/conf.d/80-brambleboot.conf"_s,
                     "[keyfile]\nunmanaged-devices=interface-name:eth0;interface-name:end0;interface-name:en*\n"_ba);
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
        if (hostKey || growing)
            removed << path.sliced(1);
    }
    removed.sort();
    return removed;
}

} // namespace bramble
