// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/server_log.h"

#include "text/log_line.h"
#include "text/server_notes.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lineLimit = 8192;
constexpr qsizetype exchangeLimit = 256;

DhcpAsker askerOf(QStringView vendorClass)
{
    if (vendorClass.startsWith("PXEClient"_L1))
        return DhcpAsker::BootRom;
    return vendorClass.startsWith("Linux ipconfig"_L1) ? DhcpAsker::Initramfs : DhcpAsker::Other;
}

void readMountd(const QString &text, std::vector<EventKind> &out)
{
    static const QRegularExpression mounted(u"\\Aauthenticated mount request from ([0-9.]+):\\d+ for (\\S+)"_s);
    static const QRegularExpression refused(
        u"\\Arefused mount request from ([0-9.]+) for (\\S+?)(?: \\([^)]*\\))?: (.*)\\z"_s);
    if (const auto m = mounted.match(text); m.hasMatch()) {
        if (const auto address = Ipv4::parse(m.capturedView(1)))
            out.emplace_back(RootMounted{*address, m.captured(2)});
    } else if (const auto r = refused.match(text); r.hasMatch()) {
        if (const auto address = Ipv4::parse(r.capturedView(1)))
            out.emplace_back(MountRefused{*address, r.captured(2), r.captured(3)});
    }
}

// Our own note in a recording: what no server's program writes down.
void readOwn(const QString &text, std::vector<EventKind> &out)
{
    static const QRegularExpression answered(u"\\ASSH answers at ([0-9.]+)\\z"_s);
    static const QRegularExpression part(u"\\ATFTP to ([0-9.]+) bytes:(\\d{1,15})(?: size:(\\d{1,15}))? (.+)\\z"_s);
    static const QRegularExpression disk(u"\\Adisk of ([0-9.]+) bytes:(\\d{1,18}) grown:(\\d{1,18})\\z"_s);
    if (const auto m = answered.match(text); m.hasMatch()) {
        if (const auto address = Ipv4::parse(m.capturedView(1)))
            out.emplace_back(SshAnswered{*address});
    } else if (const auto p = part.match(text); p.hasMatch()) {
        const auto address = Ipv4::parse(p.capturedView(1));
        const auto size = p.hasCaptured(3) ? std::optional(p.capturedView(3).toLongLong()) : std::nullopt;
        if (address)
            out.emplace_back(FileUnderWay{*address, p.captured(4), p.capturedView(2).toLongLong(), size});
    } else if (const auto d = disk.match(text); d.hasMatch()) {
        if (const auto address = Ipv4::parse(d.capturedView(1)))
            out.emplace_back(DiskBytes{*address, d.capturedView(2).toLongLong(), d.capturedView(3).toLongLong()});
    }
}

// Start, end and failures of the boot server; the rest of what it says of itself is of no use to people.
void readDnsmasq(const QString &text, std::vector<EventKind> &out)
{
    for (const QLatin1StringView front :
         {"started,"_L1, "exiting "_L1, "failed to "_L1, "FAILED to "_L1, "bad "_L1, "cannot "_L1})
        if (text.startsWith(front)) {
            out.emplace_back(ServerSpoke{text});
            return;
        }
}

} // namespace

QByteArray recordingLine(const Event &event)
{
    QString message;
    if (const auto *answered = std::get_if<SshAnswered>(&event.kind)) {
        message = u"SSH answers at "_s + answered->address.toString();
    } else if (const auto *part = std::get_if<FileUnderWay>(&event.kind)) {
        // A colon before each number: a masker takes eight digits by themselves for a serial.
        const QString size = part->size ? QString(u" size:"_s + QString::number(*part->size)) : QString();
        message = u"TFTP to "_s + part->address.toString() + u" bytes:"_s + QString::number(part->bytes) + size + u' ' + part->path;
    } else if (const auto *disk = std::get_if<DiskBytes>(&event.kind)) {
        message = u"disk of %1 bytes:%2 grown:%3"_s.arg(disk->address.toString()).arg(disk->bytes).arg(disk->grown);
    }
    if (message.isEmpty())
        return {};
    const QJsonObject line{{u"__REALTIME_TIMESTAMP"_s, QString::number(event.atMs * 1000)},
                           {u"SYSLOG_IDENTIFIER"_s, QString(ownLogName)},
                           {u"MESSAGE"_s, message}};
    return QJsonDocument(line).toJson(QJsonDocument::Compact);
}

LogReader::Exchange &LogReader::exchange(const QString &id)
{
    if (!m_exchanges.contains(id)) {
        m_order << id;
        if (m_order.size() > exchangeLimit)
            m_exchanges.remove(m_order.takeFirst());
    }
    return m_exchanges[id];
}

void LogReader::readDhcp(const QString &text, std::vector<EventKind> &out)
{
    qsizetype digits = 0;
    while (digits < text.size() && digits < 11 && text[digits] >= u'0' && text[digits] <= u'9')
        ++digits;
    const bool isNumbered = digits > 0 && digits < 11 && digits < text.size() && text[digits] == u' ';
    const QString id = isNumbered ? text.first(digits) : QString();
    const QString message = isNumbered ? text.sliced(digits + 1) : text;
    if (message.startsWith("available DHCP "_L1)) {
        exchange(id) = {}; // all Pi 3 use one and the same id: nothing of the last one may stick to the next
    } else if (message.startsWith("vendor class: "_L1)) {
        exchange(id).asker = askerOf(QStringView(message).sliced(14));
    } else if (message.contains("option: 43 vendor-encap"_L1)) {
        Exchange &now = exchange(id);
        if (const auto kind = now.mac ? menuSign(message) : std::nullopt)
            out.emplace_back(Noticed{.kind = *kind, .mac = now.mac});
        if (now.offering && now.mac && now.asker == DhcpAsker::BootRom)
            out.emplace_back(BootOffered{*now.mac});
        now.offering = false;
    } else if (message.startsWith("reply delay: "_L1) || message.contains("option: 97 "_L1)) {
        const Exchange &now = exchange(id);
        if (now.mac && message.startsWith("reply"_L1))
            out.emplace_back(Noticed{.kind = SignKind::ReplyDelayed, .mac = now.mac});
        else if (const QString serial = now.mac ? serialInLog(message) : QString(); !serial.isEmpty())
            out.emplace_back(Noticed{.kind = SignKind::OtherSerial, .mac = now.mac, .detail = serial});
    } else {
        if (const auto noticed = dhcpNote(message))
            out.emplace_back(*noticed);
        readDhcpMessage(id, message, out);
    }
}

void LogReader::readDhcpMessage(const QString &id, const QString &message, std::vector<EventKind> &out)
{
    static const QRegularExpression shape(
        u"\\A(DHCPDISCOVER|DHCPOFFER|DHCPREQUEST|DHCPACK|PXE)\\([^)]+\\) (?:(\\d+\\.\\d+\\.\\d+\\.\\d+) )?([0-9a-f]{2}(?::[0-9a-f]{2}){5})(.*)\\z"_s);
    if (!message.startsWith("DHCP"_L1) && !message.startsWith("PXE("_L1))
        return; // most lines: what was sent, one option each
    const auto match = shape.match(message);
    const auto mac = MacAddress::parse(match.captured(3));
    if (!match.hasMatch() || !mac)
        return;
    Exchange &now = exchange(id);
    now.mac = mac;
    now.offering = false;
    const QString kind = match.captured(1);
    if (kind == "PXE"_L1) {
        out.emplace_back(DhcpAsked{*mac, DhcpAsker::BootRom});
        if (!match.captured(4).contains("ignored"_L1))
            out.emplace_back(BootOffered{*mac});
        else
            out.emplace_back(Noticed{.kind = SignKind::Ignored, .mac = mac});
    } else if (kind == "DHCPDISCOVER"_L1) {
        out.emplace_back(DhcpAsked{*mac, now.asker});
        if (match.captured(4).contains("no address available"_L1))
            out.emplace_back(Noticed{.kind = SignKind::NoAddressLeft, .mac = mac});
    } else if (kind == "DHCPREQUEST"_L1 && now.asker != DhcpAsker::BootRom) {
        out.emplace_back(DhcpAsked{*mac, now.asker, true}); // a system that remembers its address asks with this alone
    } else if (kind == "DHCPOFFER"_L1) {
        now.offering = true;
    } else if (kind == "DHCPACK"_L1) {
        if (const auto address = Ipv4::parse(match.capturedView(2)))
            out.emplace_back(AddressGiven{*mac, *address});
    }
}

void LogReader::readTftp(const QString &text, std::vector<EventKind> &out)
{
    static const QRegularExpression sent(u"\\Asent (.+) to ([0-9.]+)\\z"_s);
    static const QRegularExpression missing(u"\\Afile (.+) not found(?: for ([0-9.]+))?\\z"_s);
    static const QRegularExpression error(u"\\Aerror (\\d+) (.*) ?received from ([0-9.]+)\\z"_s);
    static const QRegularExpression broken(u"\\A(failed|timeout) sending (.+) to ([0-9.]+)\\z"_s);
    static const QRegularExpression denied(u"\\Acannot access (.+): (.+)\\z"_s);
    // Its first word says which of them it can be.
    const auto only = [&text](QLatin1StringView front, const QRegularExpression &form) { return text.startsWith(front) ? form.match(text) : QRegularExpressionMatch(); };
    if (const auto e = only("error "_L1, error); e.hasMatch()) {
        if (const auto address = Ipv4::parse(e.capturedView(3))) {
            if (m_aborts.size() >= exchangeLimit)
                m_aborts.clear();
            // Code 0, "Early terminate": it only wanted the size. Others are failures.
            m_aborts.insert(*address,
                            e.captured(1) == "0"_L1 ? QString() : e.captured(1) + u' ' + e.captured(2).trimmed());
        }
        return;
    }
    const auto s = only("sent "_L1, sent);
    const auto b = only(text.startsWith("timeout"_L1) ? "timeout "_L1 : "failed "_L1, broken);
    if (s.hasMatch() || b.hasMatch()) {
        const auto address = Ipv4::parse(s.hasMatch() ? s.captured(2) : b.captured(3));
        const QString path = s.hasMatch() ? s.captured(1) : b.captured(2);
        if (!address)
            return;
        if (const auto abort = m_aborts.constFind(*address); abort != m_aborts.constEnd()) {
            if (abort->isEmpty())
                out.emplace_back(FileProbed{*address, path});
            else
                out.emplace_back(FileFailed{*address, path, *abort});
            m_aborts.erase(abort);
        } else if (s.hasMatch()) {
            out.emplace_back(FileSent{*address, path});
        } else {
            out.emplace_back(FileFailed{*address, path, b.captured(1)});
        }
    } else if (const auto m = only("file "_L1, missing); m.hasMatch()) {
        out.emplace_back(FileMissing{Ipv4::parse(m.captured(2)), m.captured(1)});
    } else if (const auto d = only("cannot access "_L1, denied); d.hasMatch()) {
        out.emplace_back(FileFailed{std::nullopt, d.captured(1), d.captured(2)});
    }
}

std::vector<Event> LogReader::read(QByteArrayView line)
{
    if (line.size() > lineLimit)
        return {};
    const auto parsed = readLogLine(line, m_nowMs, m_offset);
    if (!parsed)
        return {};
    std::vector<EventKind> kinds;
    if (parsed->identifier == "dnsmasq-dhcp"_L1)
        readDhcp(parsed->message, kinds);
    else if (parsed->identifier == "dnsmasq-tftp"_L1)
        readTftp(parsed->message, kinds);
    else if (parsed->identifier == "dnsmasq"_L1)
        readDnsmasq(parsed->message, kinds);
    else if (parsed->identifier == "rpc.mountd"_L1)
        readMountd(parsed->message, kinds);
    else if (parsed->identifier == ownLogName)
        readOwn(parsed->message, kinds);
    if (auto noticed = serverNote(parsed->identifier, parsed->message))
        kinds.emplace_back(*std::move(noticed));
    std::vector<Event> events;
    for (EventKind &kind : kinds)
        events.push_back({parsed->atMs, std::move(kind), parsed->identifier + u": "_s + parsed->message});
    return events;
}

} // namespace bramble
