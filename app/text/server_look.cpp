// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/server_look.h"

#include "text/dnsmasq_conf.h"
#include "text/server_look_script.h"

#include <QRegularExpression>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using enum SignKind;

constexpr qsizetype lineLimit = 20'000;

struct Tree
{
    QStringList files;
    QHash<QString, qint64> sizes;
    QHash<QString, qint64> dates; ///< s
    QStringList kernels;
    QStringList modules;
    QString cmdline;
    int cmdlineLines = 0;
    QString identity;
    QString hostKey;
    bool hasFolder = true;
    bool isEmpty = false;
    bool hasTree = true;
    QString bootInRoot;
    Signs signs;
};

struct Answers
{
    QHash<QString, Tree> trees;
    QHash<QString, QString> single; ///< unit, nfs, versions, space
    QStringList addresses;
    QStringList owners;
    QStringList firewall;
    QStringList exports;
};

void add(Signs &signs, SignKind kind, QString detail, QString said)
{
    note(signs, {kind, std::move(detail), std::move(said), 0, 0, 1});
}

void readTree(Tree &tree, const QString &word, const QString &rest)
{
    static const QHash<QString, SignKind> plain{{u"named"_s, SeenFolderMisnamed}, {u"unreadable"_s, SeenUnreadable},
                                                {u"incomplete"_s, SeenTreeIncomplete}, {u"nologin"_s, SeenNoLogin},
                                                {u"managed"_s, SeenInterfaceManaged}};
    if (const auto kind = plain.constFind(word); kind != plain.cend())
        add(tree.signs, *kind, rest, rest);
    else if (word == "nofolder"_L1)
        tree.hasFolder = false;
    else if (word == "empty"_L1)
        tree.isEmpty = true;
    else if (word == "notree"_L1)
        tree.hasTree = false;
    else if (word == "inroot"_L1)
        tree.bootInRoot = rest;
    else if (word == "lines"_L1)
        tree.cmdlineLines = rest.toInt();
    else if (word == "cmdline"_L1)
        tree.cmdline = rest;
    else if (word == "kernel"_L1)
        tree.kernels << rest;
    else if (word == "modules"_L1)
        tree.modules << rest;
    else if (word == "identity"_L1)
        tree.identity = rest;
    else if (word == "hostkey"_L1)
        tree.hostKey = rest;
    else if (word == "file"_L1) {
        const QString name = rest.section(u' ', 2);
        tree.files << name;
        tree.sizes[name] = rest.section(u' ', 0, 0).toLongLong();
        tree.dates[name] = rest.section(u' ', 1, 1).toLongLong();
    }
}

Answers read(QByteArrayView output)
{
    Answers answers;
    qsizetype lines = 0;
    for (const QByteArray &line : output.toByteArray().split('\n')) {
        const QString text = QString::fromUtf8(line.left(1000));
        const QString word = text.section(u'\t', 0, 0);
        const QString node = text.section(u'\t', 1, 1);
        const QString rest = text.section(u'\t', 2).trimmed();
        if (++lines > lineLimit || node.isEmpty())
            break;
        if (node != "-"_L1)
            readTree(answers.trees[node], word, rest);
        else if (word == "address"_L1)
            answers.addresses << rest;
        else if (word == "owner"_L1)
            answers.owners << rest;
        else if (word == "firewall"_L1)
            answers.firewall << rest;
        else if (word == "export"_L1)
            answers.exports << rest;
        else
            answers.single[word] = rest;
    }
    return answers;
}

// What its boot loader cannot do without.
QStringList neededFiles(PiModel model)
{
    switch (bootRom(model)) {
    case BootRom::Bcm2837: return {u"bootcode.bin"_s, u"start.elf"_s, u"fixup.dat"_s, u"config.txt"_s, u"cmdline.txt"_s};
    case BootRom::Bcm2711: return {u"start4.elf"_s, u"fixup4.dat"_s, u"config.txt"_s, u"cmdline.txt"_s};
    case BootRom::Bcm2712: return {u"config.txt"_s, u"cmdline.txt"_s};
    case BootRom::None: break;
    }
    return {u"config.txt"_s, u"cmdline.txt"_s};
}

void judgeFolder(Signs &signs, const Tree &tree, const Node &node, const ServerLayout &layout)
{
    const QString folder = layout.bootFolder(node.folder());
    if (!tree.hasFolder || tree.isEmpty) {
        add(signs, tree.hasFolder ? SeenFolderEmpty : SeenFolderMissing, folder, folder);
        if (!tree.bootInRoot.isEmpty())
            add(signs, SeenBootFilesInRoot, tree.bootInRoot, tree.bootInRoot);
        return;
    }
    if (tree.files.isEmpty())
        return; // not looked at
    for (const QString &file : neededFiles(node.model)) {
        if (!tree.files.contains(file))
            add(signs, SeenFileMissing, file, folder + u'/' + file);
        else if (tree.sizes.value(file) == 0)
            add(signs, SeenFileEmpty, file, folder + u'/' + file);
    }
    for (const QString &file : tree.files)
        if ((file.startsWith("kernel"_L1) || file.endsWith(".dtb"_L1)) && tree.sizes.value(file) == 0)
            add(signs, SeenFileEmpty, file, folder + u'/' + file);
    for (const QString &file : tree.files)
        if (tree.sizes.value(file) > 0
            && (file.endsWith(".txt"_L1) || file.endsWith(".elf"_L1) || file.endsWith(".dat"_L1) || file.startsWith("kernel"_L1) || file.startsWith("bcm27"_L1)))
            add(signs, SeenFile, file, folder + u'/' + file);
    constexpr qint64 apart = 3 * 24 * 3600; // s: what comes from one release is packed within hours
    for (const auto &[elf, dat] : {std::pair(u"start.elf"_s, u"fixup.dat"_s), std::pair(u"start4.elf"_s, u"fixup4.dat"_s)})
        if (tree.dates.contains(elf) && tree.dates.contains(dat) && qAbs(tree.dates.value(elf) - tree.dates.value(dat)) > apart)
            add(signs, SeenFirmwareMixed, elf + u' ' + dat, folder + u'/' + elf);
    if (!tree.kernels.isEmpty() && !tree.modules.isEmpty()
        && std::ranges::none_of(tree.kernels, [&tree](const QString &k) { return tree.modules.contains(k); }))
        add(signs, SeenKernelOnly, tree.kernels.front(), tree.kernels.join(u' ') + u" / "_s + tree.modules.join(u' '));
}

// The start command, as far as it is about the disk (reference: netboot 4.2).
void judgeCommand(Signs &signs, Signs &gone, const Tree &tree, const Node &node, const ServerLayout &layout, const QStringList &addresses)
{
    const QString &line = tree.cmdline;
    if (line.isEmpty())
        return;
    if (tree.cmdlineLines > 1)
        add(signs, SeenManyLines, QString::number(tree.cmdlineLines), line);
    const QStringList words = line.split(u' ', Qt::SkipEmptyParts);
    const auto value = [&words](QLatin1StringView key) {
        const auto it = std::ranges::find_if(words, [key](const QString &w) { return w.startsWith(key); });
        return it == words.end() ? QString() : it->sliced(key.size());
    };
    const QString nfs = value("nfsroot="_L1);
    if (value("root="_L1) != "/dev/nfs"_L1 || nfs.isEmpty()) {
        add(signs, SeenNoNetworkRoot, value("root="_L1), line);
        return;
    }
    const QString server = nfs.section(u':', 0, 0);
    const QString path = nfs.section(u':', 1).section(u',', 0, 0);
    if (!addresses.isEmpty() && !addresses.contains(server)) {
        add(signs, SeenServer, server, line);
        note(gone, {SeenAddressGone, server, line, 0, 0, 1});
    }
    if (path != layout.rootFolder(node.folder()))
        add(signs, SeenPath, path, line);
    for (const QString &option : nfs.section(u',', 1).split(u',', Qt::SkipEmptyParts))
        if (option.startsWith("proto="_L1) || option.startsWith("nfsvers="_L1) || option.startsWith("v4"_L1) || (option.startsWith("vers="_L1) && option != "vers=3"_L1))
            add(signs, SeenOptions, option, line);
    if (!words.contains(u"rw"_s))
        add(signs, SeenReadOnly, {}, line);
}

void judgeExports(Signs &signs, const Node &node, const ServerLayout &layout, const QStringList &exports)
{
    // /srv/x/nfs/38c128c0  192.168.77.135(sync,wdelay,hide,no_subtree_check,fsid=…,sec=sys,rw,secure,no_root_squash,no_all_squash)
    static const QRegularExpression shape(u"\\A(\\S+)\\s+(\\S+?)\\((.*)\\)\\z"_s);
    bool isExported = false;
    for (const QString &line : exports) {
        const auto m = shape.match(line);
        if (!m.hasMatch() || m.captured(1) != layout.rootFolder(node.folder()))
            continue;
        isExported = true;
        add(signs, SeenExportedTo, m.captured(2), line);
        if (m.captured(3).split(u',').contains(u"ro"_s))
            add(signs, SeenExportReadOnly, m.captured(2), line);
    }
    if (!isExported)
        add(signs, SeenNotExported, layout.rootFolder(node.folder()), layout.rootFolder(node.folder()));
}

// A firewall that lets something in and not this; a policy to drop says nothing where a rule accepts.
QString firewallInTheWay(const QStringList &rules)
{
    static const QRegularExpression ours(u"\\b(67|69|111|2049|20048)\\b"_s);
    bool drops = false;
    QString why;
    QSet<QString> opened;
    for (const QString &rule : rules) {
        const bool aboutUs = ours.match(rule).hasMatch() && (rule.contains("dport"_L1) || rule.contains(" ALLOW"_L1));
        const bool refuses = rule.contains("drop"_L1, Qt::CaseInsensitive) || rule.contains("reject"_L1, Qt::CaseInsensitive);
        if (aboutUs && refuses)
            return rule;
        if (aboutUs && (rule.contains("accept"_L1, Qt::CaseInsensitive) || rule.contains(" ALLOW"_L1)))
            opened << ours.match(rule).captured(1);
        const bool policy = rule.contains("policy drop"_L1) || rule.startsWith("-P INPUT DROP"_L1) || rule.startsWith("Status: active"_L1);
        if (policy && !drops) {
            drops = true;
            why = rule;
        }
    }
    return drops && (!opened.contains(u"69"_s) || !opened.contains(u"2049"_s)) ? why : QString();
}

void judgeServer(Signs &signs, const Answers &a, qint64 ourClockMs)
{
    const QString unit = a.single.value(u"unit"_s);
    if (unit != "active"_L1 && unit != "activating"_L1 && !unit.isEmpty()) {
        add(signs, SeenUnitDown, unit, u"brambleboot-dnsmasq.service: "_s + unit);
        for (const QString &owner : a.owners)
            add(signs, SeenPortOwner, owner, owner);
    } else if (unit == "activating"_L1) {
        for (const QString &owner : a.owners)
            add(signs, SeenPortOwner, owner, owner);
    }
    const QString nfs = a.single.value(u"nfs"_s);
    if (!nfs.isEmpty() && nfs != "active"_L1)
        add(signs, SeenNfsDown, nfs, u"nfs-server.service: "_s + nfs);
    if (const QString versions = a.single.value(u"versions"_s); versions.contains("-3"_L1))
        add(signs, SeenNfs3Off, versions, u"/proc/fs/nfsd/versions: "_s + versions);
    if (const QString rule = firewallInTheWay(a.firewall); !rule.isEmpty())
        add(signs, SeenFirewall, rule, rule);
    constexpr qint64 little = 1024 * 1024;
    const QString space = a.single.value(u"space"_s);
    const QStringList inodes = a.single.value(u"inodes"_s).split(u' ');
    if ((!space.isEmpty() && space.toLongLong() < little) || (inodes.size() == 2 && inodes[0].toLongLong() > 0 && inodes[1].toLongLong() == 0))
        add(signs, SeenDiskFull, space, u"free bytes: "_s + space + u", inodes: "_s + inodes.join(u" free: "_s));
    const int limit = a.single.value(u"limit"_s).isEmpty() ? 50 : a.single.value(u"limit"_s).toInt();
    const int transfers = a.single.value(u"transfers"_s).toInt();
    if (limit > 0 && transfers >= limit)
        add(signs, TftpCrowded, QString::number(limit), u"transfers: %1, tftp-max: %2"_s.arg(transfers).arg(limit));
    constexpr qint64 farOff = 10 * 60; // s
    const qint64 clock = a.single.value(u"clock"_s).toLongLong();
    if (const qint64 off = clock - ourClockMs / 1000; clock > 0 && ourClockMs > 0 && qAbs(off) > farOff)
        add(signs, SeenClockOff, QString::number(off / 60), u"the server's clock: %1 s"_s.arg(off));
}

} // namespace

Command serverLookCommand(const Cluster &cluster, const QSet<QString> &deep, const ServerLayout &layout)
{
    QStringList arguments{u"-c"_s, QString::fromLatin1(serverLookScript), u"look"_s, layout.folder, QString(dnsmasqUnitName), QString(dnsmasqConfPath)};
    for (const Node &node : cluster.nodes)
        arguments << (deep.contains(node.folder()) ? u"+"_s : QString()) + node.folder();
    return asRoot(u"sh"_s, arguments);
}

ServerLook parseServerLook(QByteArrayView output, const Cluster &cluster, const ServerLayout &layout, qint64 ourClockMs)
{
    const Answers answers = read(output);
    ServerLook look;
    if (answers.single.isEmpty())
        return look;
    judgeServer(look.server, answers, ourClockMs);
    Signs gone;
    qsizetype elsewhere = 0;
    for (const Node &node : cluster.nodes) {
        const Tree tree = answers.trees.value(node.folder());
        Signs &signs = look.nodes[node.folder()];
        signs = tree.signs;
        judgeFolder(signs, tree, node, layout);
        if (!tree.hasTree)
            add(signs, SeenTreeMissing, layout.rootFolder(node.folder()), layout.rootFolder(node.folder()));
        judgeCommand(signs, gone, tree, node, layout, answers.addresses);
        elsewhere += find(signs, SeenServer) != nullptr;
        judgeExports(signs, node, layout, answers.exports);
        for (const Node &other : cluster.nodes) {
            const Tree that = answers.trees.value(other.folder());
            const bool same = (!tree.identity.isEmpty() && that.identity == tree.identity) || (!tree.hostKey.isEmpty() && that.hostKey == tree.hostKey);
            if (other.folder() != node.folder() && same)
                add(signs, SeenTwin, other.name, other.name);
        }
    }
    // All of them look for one address that is not here: it is the server that moved.
    if (gone.size() == 1 && elsewhere == qsizetype(cluster.nodes.size()))
        look.server.push_back(gone.front());
    return look;
}

} // namespace bramble
