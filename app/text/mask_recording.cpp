// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/mask_recording.h"

#include "model/plan.h"
#include "text/log_line.h"
#include "text/server_log.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Lines of these speak of boots; what anybody else says is nobody's business. Of what these three say, most is none of it, either: a system's start
// and its name, or what a household looks up.
bool isOfABoot(const QString &identifier, const QString &message, QByteArrayView line)
{
    if (identifier == "kernel"_L1)
        return message.startsWith("nfsd"_L1) || message.startsWith("svc"_L1) || message.startsWith("rpc"_L1);
    if (identifier == "systemd"_L1 || identifier == "dnsmasq"_L1)
        return !LogReader().read(line).empty();
    if (identifier == "dnsmasq-dhcp"_L1) {
        // Names, and the serial once more.
        static const QRegularExpression telling(u"client provides name|vendor class (?!P)|user class|option: *(12|15|66|81|97|119) "_s);
        return !telling.match(message).hasMatch();
    }
    return identifier == "dnsmasq-tftp"_L1 || identifier == "rpc.mountd"_L1 || identifier == ownLogName;
}

QString replaced(const QString &text, const QRegularExpression &what, const auto &by)
{
    QString out;
    qsizetype at = 0;
    for (auto it = what.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        out += QStringView(text).sliced(at, match.capturedStart() - at);
        out += by(match.captured());
        at = match.capturedEnd();
    }
    return out + QStringView(text).sliced(at);
}

} // namespace

Masker::Masker(const Cluster &cluster)
    : m_folder(cluster.server.folder.isEmpty() ? QString(defaultFolder) : cluster.server.folder)
{
    m_masked.name = u"masked"_s;
    m_masked.server.host = address(cluster.server.host);
    m_masked.server.user = u"user"_s;
    m_masked.access.user = u"user"_s;
    // Somebody has to be able to log in, says the rule for such files; and nobody's key is in this one.
    m_masked.access.ssh = false;
    m_masked.access.consolePassword = true;
    int number = 0;
    for (const Node &node : cluster.nodes) {
        Node other;
        other.name = nameFromPattern(u"pi-{nn}"_s, ++number);
        other.model = node.model;
        const QString before = node.folder();
        if (node.mac)
            other.mac = MacAddress::parse(mac(node.mac->toString()));
        if (node.serial)
            other.serial = Serial::parse(serial(node.serial->toString()));
        if (!node.serial)
            m_names.emplace_back(before, other.folder());
        m_names.emplace_back(node.name, other.name);
        m_masked.nodes.push_back(other);
    }
    for (const QString &theirs : {cluster.server.host, cluster.server.user, cluster.access.user, cluster.name})
        if (theirs.size() > 2 && !Ipv4::parse(theirs) && theirs != "root"_L1)
            m_names.emplace_back(theirs, u"masked"_s);
    std::ranges::stable_sort(m_names, std::ranges::greater(), [](const auto &pair) { return pair.first.size(); });
}

// The maker stays: it says which board that may be.
QString Masker::mac(const QString &real)
{
    const QString key = real.toLower().replace(u'-', u':');
    if (key == "ff:ff:ff:ff:ff:ff"_L1 || key == "00:00:00:00:00:00"_L1)
        return key;
    if (!m_macs.contains(key)) {
        const int n = int(m_macs.size()) + 1;
        m_macs[key] = u"%1:%2:%3:%4"_s.arg(key.first(8)).arg(n >> 16 & 255, 2, 16, QLatin1Char('0')).arg(n >> 8 & 255, 2, 16, QLatin1Char('0')).arg(n & 255, 2, 16, QLatin1Char('0'));
    }
    const QString other = m_macs.value(key);
    return real.contains(u'-') ? QString(other).replace(u':', u'-') : other;
}

// RFC 2544's benchmark network has room for all of them.
QString Masker::address(const QString &real)
{
    const auto parsed = Ipv4::parse(real);
    if (!parsed)
        return u"198.18.0.1"_s;
    const quint32 value = parsed->value();
    // Masks, loopback, broadcast, nothing: nobody's.
    if (value == 0 || value >> 24 == 127 || value >> 24 >= 224)
        return real;
    if (!m_addresses.contains(real))
        m_addresses[real] = Ipv4::fromValue(0xc6120002U + quint32(m_addresses.size())).toString();
    return m_addresses.value(real);
}

QString Masker::serial(const QString &real)
{
    const QString key = real.toLower();
    if (!m_serials.contains(key))
        m_serials[key] = u"%1"_s.arg(0x10000000 + m_serials.size() + 1, 8, 16, QLatin1Char('0'));
    return m_serials.value(key);
}

QString Masker::masked(const QString &message)
{
    static const QRegularExpression macs(u"(?<![0-9a-fA-F:-])[0-9a-fA-F]{2}(?:[:-][0-9a-fA-F]{2}){5}(?![0-9a-fA-F]|[:-][0-9a-fA-F])"_s);
    static const QRegularExpression addresses(u"(?<![0-9.])\\d{1,3}(?:\\.\\d{1,3}){3}(?![0-9]|\\.[0-9])"_s);
    // Also behind the eight zeros of Linux' own form.
    static const QRegularExpression serials(u"(?<![0-9a-fA-F:])(?:[0-9a-fA-F]{8})?[0-9a-fA-F]{8}(?![0-9a-fA-F:])"_s);
    static const QRegularExpression bytes(u"(?<![0-9a-fA-F])[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){6,}(?:\\.\\.\\.)?"_s);
    QString out = message;
    if (m_folder != defaultFolder)
        out.replace(m_folder, QString(defaultFolder));
    // An exchange has a number in front that looks like a serial's digits.
    static const QRegularExpression number(u"\\A\\d{1,10} "_s);
    const QString front = number.match(out).captured();
    out.remove(0, front.size());
    out = replaced(out, macs, [this](const QString &real) { return mac(real); });
    out = replaced(out, addresses, [this](const QString &real) { return address(real); });
    // Bytes of options: a boot menu is nobody's; other things may be.
    if (!out.contains("option: 43 "_L1) && !out.contains("option: 60 "_L1))
        out = replaced(out, bytes, [](const QString &) { return u"..."_s; });
    out = replaced(out, serials, [this](const QString &real) { return serial(real.right(8)); });
    for (const auto &[real, other] : m_names) {
        const QRegularExpression whole(u"(?<![0-9A-Za-z])%1(?![0-9A-Za-z])"_s.arg(QRegularExpression::escape(real)), QRegularExpression::CaseInsensitiveOption);
        out = replaced(out, whole, [&other](const QString &) { return other; });
    }
    return front + out;
}

QByteArray Masker::line(QByteArrayView line, qint64 nowMs)
{
    constexpr qsizetype longest = 8192;
    if (line.size() > longest)
        return {};
    const auto said = readLogLine(line, nowMs, 0);
    if (!said || !isOfABoot(said->identifier, said->message, line))
        return {};
    const QJsonObject kept{{u"__REALTIME_TIMESTAMP"_s, QString::number(said->atMs * 1000)},
                           {u"SYSLOG_IDENTIFIER"_s, said->identifier},
                           {u"MESSAGE"_s, masked(said->message)}};
    return QJsonDocument(kept).toJson(QJsonDocument::Compact);
}

} // namespace bramble
