// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cluster.h"

#include "model/catalogue.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

QString Node::folder() const
{
    if (prefix == TftpPrefix::Text)
        return prefixText.chopped(prefixText.endsWith(u'/') ? 1 : 0);
    if (prefix == TftpPrefix::Mac || !serial)
        return mac ? mac->toFolder() : QString();
    return serial->toString();
}

bool isToldByRouter(const Cluster &cluster, const Node &node)
{
    const BootRom rom = bootRom(node.model);
    return !cluster.router.host.isEmpty() && node.mac && (rom == BootRom::Bcm2711 || rom == BootRom::Bcm2712);
}

bool isBootFolder(QStringView prefix)
{
    static const QRegularExpression shape(u"\\A[A-Za-z0-9_][A-Za-z0-9_-]{0,30}/\\z"_s);
    return shape.matchView(prefix).hasMatch();
}

bool isHostname(QStringView name)
{
    static const QRegularExpression shape(u"\\A[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\z"_s);
    static const QRegularExpression number(u"\\A[0-9]+\\z"_s);
    return shape.matchView(name).hasMatch() && !number.matchView(name).hasMatch() && name != "localhost"_L1;
}

bool isUserName(QStringView name)
{
    static const QRegularExpression shape(u"\\A[a-z_][a-z0-9_-]{0,31}\\z"_s);
    return shape.matchView(name).hasMatch() && name != "root"_L1;
}

bool isPublicKey(QStringView line)
{
    static const QRegularExpression shape(
        u"\\A(ssh-ed25519|ssh-rsa|ecdsa-sha2-nistp(256|384|521)|sk-ssh-ed25519@openssh\\.com|"
        "sk-ecdsa-sha2-nistp256@openssh\\.com) ([A-Za-z0-9+/]{32,}={0,3})( [^\\n\\r]*)?\\z"_s);
    const auto match = shape.matchView(line.trimmed());
    if (!match.hasMatch())
        return false;
    // The blob repeats the type behind a 4-byte length: a key pasted with a hole in it shows here (RFC 4253, 6.6).
    const QByteArray blob = QByteArray::fromBase64(match.capturedView(3).toLatin1());
    const QByteArray type = match.capturedView(1).toLatin1();
    return blob.size() > type.size() + 4 && blob.sliced(4, type.size()) == type && blob[3] == char(type.size());
}

std::optional<Ipv4Range> Ipv4Range::parse(QStringView text)
{
    const qsizetype dash = text.indexOf(u'-');
    if (dash < 0)
        return {};
    const auto first = Ipv4::parse(text.first(dash).trimmed());
    const auto last = Ipv4::parse(text.sliced(dash + 1).trimmed());
    return first && last && *first <= *last ? std::optional(Ipv4Range{*first, *last}) : std::nullopt;
}

QString Ipv4Range::toString() const
{
    return first.toString() + u'-' + last.toString();
}

namespace {

void prefixProblems(const Node &node, std::vector<Error> &out)
{
    if (node.prefix == TftpPrefix::Serial)
        return;
    if (node.prefix == TftpPrefix::Text && !isBootFolder(node.prefixText))
        out.push_back({ErrorKind::InvalidBootFolder, node.prefixText, node.name});
    else if (node.prefix == TftpPrefix::Mac && !node.mac)
        out.push_back({ErrorKind::InvalidBootFolder, u"mac"_s, node.name});
    else if (bootRom(node.model) == BootRom::Bcm2837)
        out.push_back({ErrorKind::InvalidBootFolder, node.folder(), node.name}); // its ROM knows no setting
}

void nodeProblems(const Cluster &cluster, std::vector<Error> &out)
{
    QSet<QString> names;
    QSet<QString> folders;
    QSet<Serial> serials;
    QSet<MacAddress> macs;
    const auto taken = [](auto &set, const auto &value) {
        const auto before = set.size();
        set.insert(value);
        return set.size() == before;
    };
    for (const Node &node : cluster.nodes) {
        if (!isHostname(node.name))
            out.push_back({ErrorKind::InvalidHostname, node.name, {}});
        else if (taken(names, node.name))
            out.push_back({ErrorKind::DuplicateHostname, node.name, {}});
        if (!node.serial && !node.mac)
            out.push_back({ErrorKind::NodeWithoutIdentity, node.name, {}});
        if (node.serial && taken(serials, *node.serial))
            out.push_back({ErrorKind::DuplicateSerial, node.serial->toString(), node.name});
        if (node.mac && taken(macs, *node.mac))
            out.push_back({ErrorKind::DuplicateMac, node.mac->toString(), node.name});
        prefixProblems(node, out);
        // Serials and addresses taken twice are told above.
        if (node.prefix == TftpPrefix::Text && taken(folders, node.folder()))
            out.push_back({ErrorKind::DuplicateBootFolder, node.folder(), node.name});
        else
            folders.insert(node.folder());
        if (!canNetboot(node.model))
            out.push_back({ErrorKind::ModelCannotNetboot, node.name, shortName(node.model)});
    }
}

void accessProblems(const Access &access, std::vector<Error> &out)
{
    if (!isUserName(access.user))
        out.push_back({ErrorKind::InvalidUser, access.user, {}});
    for (const QString &key : access.sshKeys)
        if (!isPublicKey(key))
            out.push_back({ErrorKind::InvalidPublicKey, key.left(40), {}});
    if (access.ssh && access.sshKeys.isEmpty())
        out.push_back({ErrorKind::InvalidPublicKey, {}, {}});
    if (!access.ssh && !access.consolePassword)
        out.push_back({ErrorKind::NoWayIn, access.user, {}});
    else if (!access.passwordlessSudo && !access.consolePassword)
        out.push_back({ErrorKind::SudoWithoutPassword, access.user, {}});
    static const QRegularExpression zone(u"\\A[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}\\z"_s);
    if (!access.timezone.isEmpty() && !zone.matchView(access.timezone).hasMatch())
        out.push_back({ErrorKind::InvalidTimezone, access.timezone, {}});
    if (!access.locale.isEmpty() && !isLocale(access.locale))
        out.push_back({ErrorKind::InvalidLocale, access.locale, {}});
    if (!access.keyboard.isEmpty() && !isKeyboard(access.keyboard))
        out.push_back({ErrorKind::InvalidKeyboard, access.keyboard, {}});
    // A variant is one of a layout; alone it means nothing.
    if (!access.keyboardVariant.isEmpty() && (access.keyboard.isEmpty() || !isKeyboard(access.keyboardVariant)))
        out.push_back({ErrorKind::InvalidKeyboard, access.keyboardVariant, {}});
}

void firstBootProblems(const FirstBoot &first, std::vector<Error> &out)
{
    for (const QString &name : first.packages)
        if (!isPackageName(name))
            out.push_back({ErrorKind::InvalidPackage, name.left(80), {}});
    // Two that write the same list could only be merged by guessing which of them was meant.
    if (!first.userDataFile.isEmpty() && !(first.packages.isEmpty() && first.commands.isEmpty()))
        out.push_back({ErrorKind::UserDataForbidden, u"first-boot"_s, u"packages, run, user-data"_s});
}

} // namespace

bool isLocale(QStringView name)
{
    static const QRegularExpression shape(u"\\A(C|[a-z]{2,3}_[A-Z]{2})\\.UTF-8(@[a-z]+)?\\z"_s);
    return shape.matchView(name).hasMatch();
}

bool isKeyboard(QStringView name)
{
    static const QRegularExpression shape(u"\\A[A-Za-z0-9_-]{1,32}(,[A-Za-z0-9_-]{0,32}){0,3}\\z"_s);
    return shape.matchView(name).hasMatch();
}

bool isPackageName(QStringView name)
{
    static const QRegularExpression shape(u"\\A[a-z0-9][a-z0-9+.-]{1,99}\\z"_s);
    return shape.matchView(name).hasMatch();
}

std::vector<Error> problems(const Cluster &cluster)
{
    std::vector<Error> out;
    if (cluster.nodes.empty())
        out.push_back({ErrorKind::NoNodes, cluster.name, {}});
    nodeProblems(cluster, out);
    const NetworkChoice &network = cluster.network;
    if (network.dhcp == NetworkChoice::Dhcp::Proxy && network != NetworkChoice{})
        out.push_back({ErrorKind::DhcpRangeWithoutFull, network.range ? network.range->toString() : QString(), {}});
    if (!cluster.image.url.isEmpty() && !cluster.image.file.isEmpty())
        out.push_back({ErrorKind::ImageTwice, cluster.image.file, cluster.image.url.toString()});
    if (!cluster.image.url.isEmpty() && !isWebAddress(cluster.image.url))
        out.push_back({ErrorKind::InvalidUrl, cluster.image.url.toString(QUrl::RemoveUserInfo), {}});
    accessProblems(cluster.access, out);
    firstBootProblems(cluster.firstBoot, out);
    return out;
}

QString nameFromPattern(const QString &pattern, int number)
{
    QString name = pattern;
    if (name.contains("{nn}"_L1))
        return name.replace("{nn}"_L1, QString::number(number).rightJustified(2, u'0'));
    if (name.contains("{n}"_L1))
        return name.replace("{n}"_L1, QString::number(number));
    return name + QString::number(number);
}

const Node *nodeNamed(const Cluster &cluster, const QString &name)
{
    const auto it = std::ranges::find(cluster.nodes, name, &Node::name);
    return it == cluster.nodes.end() ? nullptr : &*it;
}

} // namespace bramble
