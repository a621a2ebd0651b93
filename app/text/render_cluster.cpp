// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/cluster_file.h"

#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Plain only what no YAML reader, of whatever version, takes for a number, a truth, a date or a structure.
QString scalar(const QString &text)
{
    static const QRegularExpression plain(u"\\A[A-Za-z/][A-Za-z0-9_./+-]*\\z"_s);
    static const QRegularExpression word(u"\\A(y|n|yes|no|on|off|true|false|null)\\z"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    if (plain.match(text).hasMatch() && !word.match(text).hasMatch())
        return text;
    QString quoted = u"\""_s;
    for (const QChar c : text) {
        if (c == u'"' || c == u'\\')
            quoted += QChar(u'\\') + c;
        else if (c.unicode() < 0x20 || (c.unicode() >= 0x7f && c.unicode() < 0xa0) || c.unicode() == 0x2028
                 || c.unicode() == 0x2029 || c.unicode() == 0xfeff)
            quoted += u"\\u"_s + QString::number(c.unicode(), 16).rightJustified(4, u'0');
        else
            quoted += c;
    }
    return quoted + u'"';
}

class Writer
{
public:
    void line(const QString &text) { m_text += text + u'\n'; }
    void value(QLatin1StringView key, const QString &text)
    {
        if (!text.isEmpty())
            line(m_indent + key + u": "_s + scalar(text));
    }
    void list(QLatin1StringView key, const QStringList &texts)
    {
        if (!texts.isEmpty())
            line(m_indent + key + u":"_s);
        for (const QString &text : texts)
            line(m_indent + u"  - "_s + scalar(text));
    }
    void section(QLatin1StringView key)
    {
        line({});
        line(key + u":"_s);
        m_indent = u"  "_s;
    }
    void end() { m_indent.clear(); }
    QByteArray bytes() const { return m_text.toUtf8(); }

private:
    QString m_text;
    QString m_indent;
};

void writeServer(Writer &out, const ServerChoice &server)
{
    if (server == ServerChoice{})
        return;
    out.section("server"_L1);
    if (server.thisComputer)
        out.line(u"  this-computer: true"_s);
    out.value("host"_L1, server.thisComputer ? QString() : server.host);
    out.value("user"_L1, server.thisComputer ? QString() : server.user);
    if (server.port != 0 && !server.thisComputer)
        out.line(u"  port: "_s + QString::number(server.port));
    out.value("interface"_L1, server.interface);
    out.value("folder"_L1, server.folder);
    out.end();
}

void writeRouter(Writer &out, const RouterChoice &router)
{
    if (router.host.isEmpty())
        return;
    out.section("router"_L1);
    out.value("host"_L1, router.host);
    out.value("user"_L1, router.user);
    if (router.port != 0)
        out.line(u"  port: "_s + QString::number(router.port));
    out.value("gives"_L1, u"options"_s);
    out.end();
}

void writeNetwork(Writer &out, const NetworkChoice &network)
{
    if (network == NetworkChoice{})
        return;
    out.section("network"_L1);
    out.value("dhcp"_L1, network.dhcp == NetworkChoice::Dhcp::Full ? u"full"_s : u"proxy"_s);
    out.value("range"_L1, network.range ? network.range->toString() : QString());
    out.value("gateway"_L1, network.gateway ? network.gateway->toString() : QString());
    QStringList dns;
    for (const Ipv4 address : network.dns)
        dns << address.toString();
    out.list("dns"_L1, dns);
    out.end();
}

void writeAccess(Writer &out, const Access &access)
{
    if (access == Access{})
        return;
    out.section("access"_L1);
    out.value("user"_L1, access.user);
    out.list("ssh-keys"_L1, access.sshKeys);
    if (!access.ssh)
        out.line(u"  ssh: false"_s);
    out.value("timezone"_L1, access.timezone);
    out.value("locale"_L1, access.locale);
    out.value("keyboard"_L1, access.keyboard);
    out.value("keyboard-variant"_L1, access.keyboardVariant);
    if (access.consolePassword)
        out.line(u"  console-password: true # asked for when a Pi is laid; neither it nor its hash stands here"_s);
    out.line(u"  passwordless-sudo: "_s + (access.passwordlessSudo ? u"true"_s : u"false"_s));
    out.end();
}

void writeFirstBoot(Writer &out, const FirstBoot &first)
{
    if (first.isEmpty())
        return;
    out.section("first-boot"_L1);
    out.list("packages"_L1, first.packages);
    out.list("run"_L1, first.commands);
    out.value("user-data"_L1, first.userDataFile);
    out.end();
}

void writeNode(Writer &out, const Node &node)
{
    QStringList lines;
    if (!node.name.isEmpty())
        lines << u"name: "_s + scalar(node.name);
    if (node.serial)
        lines << u"serial: \""_s + node.serial->toString() + u'"';
    if (node.mac)
        lines << u"mac: \""_s + node.mac->toString() + u'"';
    if (node.model != PiModel::Unknown)
        lines << u"model: "_s + scalar(shortName(node.model));
    if (node.prefix == TftpPrefix::Mac)
        lines << u"tftp-folder: mac"_s;
    else if (node.prefix == TftpPrefix::Text)
        lines << u"tftp-folder: "_s + scalar(node.prefixText);
    if (lines.isEmpty())
        lines << u"{}"_s;
    for (qsizetype i = 0; i < lines.size(); ++i)
        out.line((i == 0 ? u"  - "_s : u"    "_s) + lines[i]);
}

} // namespace

QByteArray renderCluster(const Cluster &cluster)
{
    Writer out;
    out.line(u"# What this cluster should be. Holds no password and no private key: fit for version control."_s);
    out.line(u"brambleboot: 1"_s);
    out.value("name"_L1, cluster.name);
    writeServer(out, cluster.server);
    writeRouter(out, cluster.router);
    writeNetwork(out, cluster.network);
    if (cluster.image != ImageChoice{}) {
        out.section("image"_L1);
        out.value("file"_L1, cluster.image.file);
        out.value("url"_L1, cluster.image.url.toString(QUrl::FullyEncoded));
        out.value("sha256"_L1, cluster.image.sha256);
        out.value("extracted-sha256"_L1, cluster.image.extractedSha256);
        out.end();
    }
    writeAccess(out, cluster.access);
    writeFirstBoot(out, cluster.firstBoot);
    if (!cluster.nodes.empty())
        out.section("nodes"_L1);
    for (const Node &node : cluster.nodes)
        writeNode(out, node);
    return out.bytes();
}

} // namespace bramble
