// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/customise.h"

#include "text/accounts.h"
#include "text/cmdline.h"
#include "text/config_txt.h"
#include "text/fstab.h"
#include "text/hosts.h"
#include "text/nfs_root.h"
#include "text/node_first_boot.h"
#include "text/node_language.h"
#include "text/node_services.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Relative to the boot partition; newer Ubuntus keep all but config.txt in a folder of its own (os_prefix).
struct BootPaths
{
    QString prefix;
    QString cmdline;
};

BootPaths bootPaths(const ImageFacts &facts)
{
    const QByteArray config = facts.files.value(u"/boot/firmware/config.txt"_s);
    const QString prefix = QString::fromUtf8(configValue(config, "os_prefix"));
    const QByteArray named = configValue(config, "cmdline");
    return {prefix, prefix + (named.isEmpty() ? u"cmdline.txt"_s : QString::fromUtf8(named))};
}

Result<> fitsNode(const ImageFacts &facts, const BootPaths &paths, const Node &node)
{
    for (const QString &file : {u"config.txt"_s, paths.cmdline})
        if (!facts.hasBootFile(file) || !facts.files.contains(u"/boot/firmware/"_s + file))
            return fail(ErrorKind::ImageNotForPi, facts.file, file);
    const QString tree = deviceTree(node.model);
    if (!tree.isEmpty() && !facts.hasBootFile(paths.prefix + tree) && !facts.hasBootFile(tree))
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

void addServices(NodeChanges &out, std::vector<TreeFile> files, const QStringList &units)
{
    for (TreeFile &each : files)
        out.rootFiles.push_back(std::move(each));
    for (const QString &unit : units)
        out.rootFiles.push_back(link(u"etc/systemd/system/multi-user.target.wants/"_s + unit,
                                     "/etc/systemd/system/"_ba + unit.toUtf8()));
}

// Debian writes cmdline.txt anew with each kernel, from what stands here (raspi-firmware, z50-raspi-firmware).
void addDebianFirmware(NodeChanges &out, const ImageFacts &facts, Ipv4 server, const QString &rootFolder, const NfsRoot &root)
{
    const auto before = facts.files.constFind(u"/etc/default/raspi-firmware"_s);
    if (facts.system != SystemKind::Debian || before == facts.files.cend())
        return;
    QByteArray text = *before;
    if (!text.isEmpty() && !text.endsWith('\n'))
        text += '\n';
    out.rootFiles.push_back(file(u"etc/default/raspi-firmware"_s,
                                 text + "ROOTPART=\"/dev/nfs nfsroot="_ba + nfsRootWord(server, rootFolder, root.options)
                                     + " ip=dhcp\"\n"_ba));
}

void addBoot(NodeChanges &out, const ImageFacts &facts, const BootPaths &paths, Ipv4 server, const QString &rootFolder, const NfsRoot &root)
{
    const QByteArray config = facts.files.value(u"/boot/firmware/config.txt"_s);
    const QByteArray ours = netbootConfig(config);
    out.bootFiles.push_back(file(paths.cmdline,
                                 nfsCmdline(facts.files.value(u"/boot/firmware/"_s + paths.cmdline), server, rootFolder, root.options)));
    if (ours != config)
        out.bootFiles.push_back(file(u"config.txt"_s, ours));
    // First-boot settings with hashes and Wi-Fi keys in them: whoever asks gets to read what lies in the TFTP folder.
    for (const QString &path :
         {u"userconf.txt"_s, u"userconf"_s, u"custom.toml"_s, u"firstrun.sh"_s, u"rpi-preseed.toml"_s, u"user-data"_s,
          u"network-config"_s, u"meta-data"_s, u"wpa_supplicant.conf"_s, u"ssh"_s, u"ssh.txt"_s,
          u"dietpi.txt"_s, u"dietpi-wifi.txt"_s})
        for (const BootFile &each : facts.bootFiles) // FAT does not mind the case, the server's file system does
            if (each.path.compare(path, Qt::CaseInsensitive) == 0)
                out.bootRemoved << each.path;
}

} // namespace

Result<NodeChanges> customise(const ImageFacts &facts, const Cluster &cluster, const Node &node, Ipv4 server,
                              const ServerLayout &layout)
{
    const BootPaths paths = bootPaths(facts);
    if (const auto fits = fitsNode(facts, paths, node); !fits)
        return std::unexpected(fits.error());
    const auto root = nfsRootOf(facts);
    if (!root)
        return std::unexpected(root.error());
    const auto accounts = accountsWith(facts, cluster.access.user, cluster.access.consolePassword);
    if (!accounts)
        return std::unexpected(accounts.error());
    const auto isHome = [](const QString &path) { return path.size() > 1 && path.startsWith(u'/') && !path.contains("/../"_L1); };
    if (!isHome(accounts->home) || (!accounts->oldHome.isEmpty() && !isHome(accounts->oldHome)))
        return fail(ErrorKind::ImageNotForPi, u"/etc/passwd"_s, accounts->home);
    auto language = nodeLanguage(facts, cluster.access);
    if (!language)
        return std::unexpected(language.error());
    auto first = nodeFirstBoot(facts, cluster, node);
    if (!first)
        return std::unexpected(first.error());

    const QString rootFolder = layout.rootFolder(node.folder());
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
    addServices(out, std::move(language->files), language->units);
    addServices(out, nodeServices(facts, cluster.access), {});
    addServices(out, std::move(first->files), {});
    addDebianFirmware(out, facts, server, rootFolder, *root);
    out.rootRemoved = removedServices(facts) + first->removed;
    addBoot(out, facts, paths, server, rootFolder, *root);
    return out;
}

} // namespace bramble
