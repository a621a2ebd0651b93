// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cluster.h"

#include "model/catalogue.h"

#include <QRegularExpression>
#include <QSet>

namespace bramble {

using namespace Qt::StringLiterals;

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

namespace {

void nodeProblems(const Cluster &cluster, std::vector<Error> &out)
{
    QSet<QString> names;
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
        if (!canNetboot(node.model))
            out.push_back({ErrorKind::ModelCannotNetboot, node.name, shortName(node.model)});
    }
}

} // namespace

std::vector<Error> problems(const Cluster &cluster)
{
    std::vector<Error> out;
    if (cluster.nodes.empty())
        out.push_back({ErrorKind::NoNodes, cluster.name, {}});
    nodeProblems(cluster, out);
    if (!cluster.image.url.isEmpty() && !cluster.image.file.isEmpty())
        out.push_back({ErrorKind::ImageTwice, cluster.image.file, cluster.image.url.toString()});
    if (!cluster.image.url.isEmpty() && !isWebAddress(cluster.image.url))
        out.push_back({ErrorKind::InvalidUrl, cluster.image.url.toString(QUrl::RemoveUserInfo), {}});
    if (!isUserName(cluster.access.user))
        out.push_back({ErrorKind::InvalidUser, cluster.access.user, {}});
    for (const QString &key : cluster.access.sshKeys)
        if (!isPublicKey(key))
            out.push_back({ErrorKind::InvalidPublicKey, key.left(40), {}});
    if (cluster.access.sshKeys.isEmpty())
        out.push_back({ErrorKind::InvalidPublicKey, {}, {}});
    static const QRegularExpression zone(u"\\A[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+){0,2}\\z"_s);
    if (!cluster.access.timezone.isEmpty() && !zone.matchView(cluster.access.timezone).hasMatch())
        out.push_back({ErrorKind::InvalidTimezone, cluster.access.timezone, {}});
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

} // namespace bramble
