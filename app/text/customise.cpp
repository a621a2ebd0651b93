// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/customise.h"

#include "text/accounts.h"
#include "text/cmdline.h"
#include "text/config_txt.h"
#include "text/fstab.h"
#include "text/hosts.h"
#include "text/node_services.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

Result<> fitsNode(const ImageFacts &facts, const Node &node)
{
    // Their first boot is another one (netboot 4.7): half of it done wrong is worse than a plain word.
    if (facts.system == SystemKind::Ubuntu || facts.system == SystemKind::DietPi)
        return fail(ErrorKind::ImageNotForPi, facts.file, facts.systemName);
    for (const QString &file : {u"cmdline.txt"_s, u"config.txt"_s})
        if (!facts.hasBootFile(file))
            return fail(ErrorKind::ImageNotForPi, facts.file, file);
    const QString tree = deviceTree(node.model);
    if (!tree.isEmpty() && !facts.hasBootFile(tree))
        return fail(ErrorKind::ImageLacksModel, shortName(node.model), tree);
    return {};
}

TreeFile file(QString path, QByteArray content, quint32 mode = 0644)
{
    TreeFile result;
    result.path = std::move(path);
    result.mode = mode;
    result.content = std::move(content);
    return result;
}

TreeFile folder(QString path, quint32 mode = 0755)
{
    TreeFile result = file(std::move(path), {}, mode);
    result.type = TreeFile::Type::Folder;
    return result;
}

TreeFile link(QString path, QByteArray target)
{
    TreeFile result = file(std::move(path), std::move(target), 0777);
    result.type = TreeFile::Type::Symlink;
    return result;
}

// The group that may read the password file; 0600 root where the image has none.
quint32 shadowGroup(const QByteArray &group)
{
    for (const QByteArray &line : group.split('\n'))
        if (line.startsWith("shadow:"))
            return line.split(':').value(2).toUInt();
    return 0;
}

void addAccounts(NodeChanges &out, const Accounts &accounts)
{
    out.rootFiles.push_back(file(u"etc/passwd"_s, accounts.passwd));
    out.rootFiles.push_back(file(u"etc/group"_s, accounts.group));
    const quint32 gid = shadowGroup(accounts.group);
    for (const auto &[path, content] :
         {std::pair(u"etc/shadow"_s, accounts.shadow), std::pair(u"etc/gshadow"_s, accounts.gshadow)}) {
        if (content.isEmpty())
            continue;
        TreeFile secret = file(path, content, gid == 0 ? 0600 : 0640);
        secret.gid = gid;
        out.rootFiles.push_back(secret);
    }
}

void addHome(NodeChanges &out, const Accounts &accounts, const Access &access)
{
    const auto own = [&](TreeFile node) {
        node.uid = accounts.uid;
        node.gid = accounts.gid;
        out.rootFiles.push_back(std::move(node));
    };
    QString home = accounts.home.sliced(1); // customise() has seen that it is absolute
    if (!accounts.oldHome.isEmpty()) {
        // What the image keeps in its user's home stays where it is, and is found under the new name too.
        const QString old = accounts.oldHome.sliced(1);
        out.rootFiles.push_back(link(home, old.section(u'/', -1).toUtf8()));
        home = old;
    }
    own(folder(home, 0700));
    own(folder(home + u"/.ssh"_s, 0700));
    QByteArray keys;
    for (const QString &key : access.sshKeys)
        keys += key.trimmed().toUtf8() + "\n"_ba;
    own(file(home + u"/.ssh/authorized_keys"_s, keys, 0600));
}

void addTimezone(NodeChanges &out, const ImageFacts &facts, const QString &zone)
{
    if (zone.isEmpty() || !facts.existing.contains("/usr/share/zoneinfo"_L1))
        return;
    out.rootFiles.push_back(link(u"etc/localtime"_s, "/usr/share/zoneinfo/"_ba + zone.toUtf8()));
    out.rootFiles.push_back(file(u"etc/timezone"_s, zone.toUtf8() + "\n"_ba));
}

void addBoot(NodeChanges &out, const ImageFacts &facts, Ipv4 server, const QString &rootFolder)
{
    const QByteArray config = facts.files.value(u"/boot/firmware/config.txt"_s);
    const QByteArray ours = netbootConfig(config);
    out.bootFiles.push_back(
        file(u"cmdline.txt"_s, nfsCmdline(facts.files.value(u"/boot/firmware/cmdline.txt"_s), server, rootFolder)));
    if (ours != config)
        out.bootFiles.push_back(file(u"config.txt"_s, ours));
    // First-boot settings with hashes and Wi-Fi keys in them: whoever asks gets to read what lies in the TFTP folder.
    for (const QString &path :
         {u"userconf.txt"_s, u"userconf"_s, u"custom.toml"_s, u"firstrun.sh"_s, u"rpi-preseed.toml"_s, u"user-data"_s,
          u"network-config"_s, u"meta-data"_s, u"wpa_supplicant.conf"_s, u"ssh"_s, u"ssh.txt"_s})
        for (const BootFile &each : facts.bootFiles) // FAT does not mind the case, the server's file system does
            if (each.path.compare(path, Qt::CaseInsensitive) == 0)
                out.bootRemoved << each.path;
}

} // namespace

Result<NodeChanges> customise(const ImageFacts &facts, const Cluster &cluster, const Node &node, Ipv4 server,
                              const ServerLayout &layout)
{
    if (const auto fits = fitsNode(facts, node); !fits)
        return std::unexpected(fits.error());
    const auto accounts = accountsWith(facts, cluster.access.user);
    if (!accounts)
        return std::unexpected(accounts.error());
    const auto isHome = [](const QString &path) { return path.size() > 1 && path.startsWith(u'/') && !path.contains("/../"_L1); };
    if (!isHome(accounts->home) || (!accounts->oldHome.isEmpty() && !isHome(accounts->oldHome)))
        return fail(ErrorKind::ImageNotForPi, u"/etc/passwd"_s, accounts->home);

    NodeChanges out;
    out.rootFiles.push_back(file(u"etc/hostname"_s, node.name.toUtf8() + "\n"_ba));
    out.rootFiles.push_back(file(u"etc/hosts"_s, hostsWith(facts.files.value(u"/etc/hosts"_s), node.name)));
    out.rootFiles.push_back(
        file(u"etc/fstab"_s, nfsFstab(facts.files.value(u"/etc/fstab"_s), server, layout.bootFolder(node.folder()))));
    out.rootFiles.push_back(folder(u"boot/firmware"_s));
    addAccounts(out, *accounts);
    addHome(out, *accounts, cluster.access);
    if (cluster.access.passwordlessSudo && facts.existing.contains("/etc/sudoers.d"_L1))
        out.rootFiles.push_back(file(u"etc/sudoers.d/010_brambleboot"_s,
                                     cluster.access.user.toUtf8() + " ALL=(ALL) NOPASSWD: ALL\n"_ba, 0440));
    addTimezone(out, facts, cluster.access.timezone);
    for (TreeFile &service : nodeServices(facts))
        out.rootFiles.push_back(std::move(service));
    out.rootRemoved = removedServices(facts);
    addBoot(out, facts, server, layout.rootFolder(node.folder()));
    return out;
}

} // namespace bramble
