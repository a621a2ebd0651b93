// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/node_first_boot.h"

#include "text/user_data.h"

#include <QList>

#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// The last of its folder, so that it has the last word.
constexpr char cloudConfig[] = R"(# Written by Brambleboot: this system's disk is on the network, and it knows already who it is.
datasource_list: [ NoCloud ]
datasource:
  NoCloud:
    seedfrom: file:///var/lib/cloud/seed/nocloud/
network:
  config: disabled
users: []
preserve_hostname: true
manage_etc_hosts: false
locale: false
ssh_deletekeys: false
disable_root: true
growpart:
  mode: "off"
resize_rootfs: false
apt:
  preserve_sources_list: true
)";

TreeFile file(const QString &path, const QByteArray &content, quint32 mode = 0644)
{
    TreeFile result;
    result.path = path;
    result.content = content;
    result.mode = mode;
    return result;
}

// Single quotes are YAML's plainest: only they themselves are doubled (YAML 1.2, 7.3.2).
QByteArray quoted(const QString &text)
{
    return "'"_ba + QString(text).replace(u'\'', u"''"_s).toUtf8() + "'"_ba;
}

QByteArray userDataOf(const FirstBoot &first)
{
    QByteArray text = "#cloud-config\n"_ba;
    if (!first.packages.isEmpty())
        text += "package_update: true\npackages:\n"_ba;
    for (const QString &name : first.packages)
        text += "  - "_ba + quoted(name) + "\n"_ba;
    if (!first.commands.isEmpty())
        text += "runcmd:\n"_ba;
    for (const QString &command : first.commands)
        text += "  - "_ba + quoted(command) + "\n"_ba;
    return text;
}

bool hasCloudInit(const ImageFacts &facts)
{
    if (!facts.existing.contains("/etc/cloud"_L1))
        return false;
    for (const QString &unit : {u"cloud-init.service"_s, u"cloud-init-local.service"_s, u"cloud-init-main.service"_s})
        if (facts.existing.contains(u"/usr/lib/systemd/system/"_s + unit)
            || facts.existing.contains(u"/etc/systemd/system/"_s + unit))
            return true;
    return false;
}

Result<> addCloudInit(NodeFirstBoot &out, const ImageFacts &facts, const FirstBoot &first, const Node &node)
{
    if (!hasCloudInit(facts))
        return fail(ErrorKind::ImageLacksCloudInit, facts.file);
    QByteArray userData = first.userData;
    if (first.userDataFile.isEmpty()) {
        if (const auto fine = checkCommands(first.commands); !fine)
            return fine;
        userData = userDataOf(first);
    } else if (const auto fine = checkUserData(userData, first.userDataFile); !fine) {
        return fine;
    }
    const QString seed = u"var/lib/cloud/seed/nocloud/"_s;
    out.files.push_back(file(u"etc/cloud/cloud.cfg.d/99_zz-brambleboot.cfg"_s, cloudConfig));
    out.files.push_back(file(seed + u"meta-data"_s, "instance-id: brambleboot\nlocal-hostname: "_ba + node.name.toUtf8() + "\n"_ba));
    out.files.push_back(file(seed + u"user-data"_s, userData, 0600));
    // Asked before anything else about networks: else the notes of the initramfs are read, and what is odd in them ends
    // cloud-init (cloudinit/stages.py, _find_networking_config).
    out.files.push_back(file(u"var/lib/cloud/data/upgraded-network"_s, {}));
    if (facts.existing.contains("/etc/cloud/cloud-init.disabled"_L1))
        out.removed << u"etc/cloud/cloud-init.disabled"_s;
    return {};
}

// KEY=VALUE lines; what the key said before is gone.
QByteArray withSetting(const QByteArray &text, const QByteArray &key, const QByteArray &value)
{
    const QByteArray start = key + "="_ba;
    QByteArray result;
    bool there = false;
    for (const QByteArray &line : text.trimmed().split('\n')) {
        const bool same = line.trimmed().startsWith(start);
        if (!same)
            result += line + "\n"_ba;
        else if (!there)
            result += key + "="_ba + value + "\n"_ba;
        there = there || same;
    }
    return there ? result : result + key + "="_ba + value + "\n"_ba;
}

// Its first boot would grow a card, take DHCP anew, and give root the password that everybody knows; until its set-up is
// done it turns everybody but root away. All it would do is done here, so it is told that it has happened
// (DietPi, dietpi-firstboot.bash, dietpi-login; netboot 4.7).
void addDietPi(NodeFirstBoot &out, const ImageFacts &facts, const Cluster &cluster, const Node &node)
{
    QByteArray text = facts.files.value(u"/boot/firmware/dietpi.txt"_s, facts.files.value(u"/boot/dietpi.txt"_s));
    const Access &access = cluster.access;
    const std::array settings{
        std::pair("AUTO_SETUP_NET_HOSTNAME"_ba, node.name.toUtf8()),
        std::pair("AUTO_SETUP_TIMEZONE"_ba, access.timezone.toUtf8()),
        std::pair("AUTO_SETUP_LOCALE"_ba, access.locale.toUtf8()),
        std::pair("AUTO_SETUP_KEYBOARD_LAYOUT"_ba, access.keyboard.toUtf8()),
        std::pair("AUTO_SETUP_SWAPFILE_SIZE"_ba, "0"_ba),
        std::pair("AUTO_SETUP_GLOBAL_PASSWORD"_ba, " "_ba),
        std::pair("SOFTWARE_DISABLE_SSH_PASSWORD_LOGINS"_ba, "1"_ba),
    };
    for (const auto &[key, value] : settings)
        if (!value.isEmpty())
            text = withSetting(text, key, value.trimmed());
    out.files.push_back(file(u"boot/dietpi.txt"_s, text, 0600));
    for (const QString &name : {u"dietpi-wifi.txt"_s, u"Automation_Custom_Script.sh"_s})
        if (const auto it = facts.files.constFind(u"/boot/firmware/"_s + name); it != facts.files.cend())
            out.files.push_back(file(u"boot/"_s + name, *it, 0600));
    out.files.push_back(file(u"boot/dietpi/.install_stage"_s, "2\n"_ba));
}

} // namespace

Result<NodeFirstBoot> nodeFirstBoot(const ImageFacts &facts, const Cluster &cluster, const Node &node)
{
    NodeFirstBoot out;
    if (!cluster.firstBoot.isEmpty()) {
        if (const auto added = addCloudInit(out, facts, cluster.firstBoot, node); !added)
            return std::unexpected(added.error());
    } else if (facts.existing.contains("/etc/cloud"_L1)) {
        out.files.push_back(file(u"etc/cloud/cloud-init.disabled"_s, {}));
    }
    if (facts.system == SystemKind::DietPi)
        addDietPi(out, facts, cluster, node);
    return out;
}

} // namespace bramble
