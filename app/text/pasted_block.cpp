// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/pasted_block.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using Answer = PastedBlock::Answer;
constexpr auto caseless = QRegularExpression::CaseInsensitiveOption;
constexpr quint32 HostBootBit = 1U << 29; ///< of OTP row 17 (reference: netboot 1.2)

// Labels behind which stands nothing about who a Pi is, though much of it looks like a serial.
bool isNoise(QStringView line)
{
    static const QRegularExpression cpuinfo(
        u"\\A(processor|bogomips|features|hardware|cpu (implementer|architecture|variant|part|revision)|model name)\\s*:"_s, caseless);
    static const QRegularExpression screen(
        u"\\A(bootloader|update-ts|secure-boot|boot|sd|part|fw|net|tftp|display|current|latest|release|vl805(_fw)?|usb|nvme|power|hdmi)\\s*:"_s, caseless);
    static const QRegularExpression version(u"\\A(version [0-9a-f]{20,}|timestamp [0-9]+|update-time [0-9]+|capabilities 0x[0-9a-f]+|Use raspi-config )"_s, caseless);
    return cpuinfo.matchView(line).hasMatch() || screen.matchView(line).hasMatch() || version.matchView(line).hasMatch();
}

// Not Wi-Fi, whose address is another one, and nothing that only Linux has made up.
bool isEthernet(const QString &interface)
{
    static const QRegularExpression shape(u"\\A(eth[0-9]+|en[a-z0-9]+)\\z"_s);
    return shape.match(interface).hasMatch();
}

} // namespace

PastedBlock::Answer PastedBlock::offer(QStringView line)
{
    using Reader = Answer (PastedBlock::*)(QStringView);
    for (const Reader reader : {&PastedBlock::prompt, &PastedBlock::otpRow, &PastedBlock::interface, &PastedBlock::eeprom, &PastedBlock::label}) {
        const Answer answer = (this->*reader)(line);
        if (answer == Answer::Taken) {
            m_any = true;
            if (m_first.isEmpty())
                m_first = line.left(80).toString();
        }
        if (answer != Answer::NotMine)
            return answer;
    }
    return Answer::NotMine;
}

// pi@pi-03:~ $ vcgencmd otp_dump
PastedBlock::Answer PastedBlock::prompt(QStringView line)
{
    static const QRegularExpression shape(u"\\A[a-z_][a-z0-9_-]*@([A-Za-z0-9-]+):\\S*\\s*[$#](\\s.*)?\\z"_s);
    const auto match = shape.matchView(line);
    if (!match.hasMatch())
        return Answer::NotMine;
    const QString name = match.captured(1).toLower();
    if (m_found.named() && m_found.node.name != name)
        return Answer::Full;
    m_found.node.name = name;
    return Answer::Taken;
}

// "Serial : 10000000abcd1234", "MAC: …", and the rest of /proc/cpuinfo and of the start screen.
PastedBlock::Answer PastedBlock::label(QStringView line)
{
    static const QRegularExpression order(u"\\bmode\\b.*\\border ([0-9a-f]{1,8})\\b"_s);
    PastedNode &node = m_found.node;
    if (isNoise(line)) {
        if (line.startsWith("processor"_L1, Qt::CaseInsensitive) && node.serial)
            return Answer::Full;
        if (const auto match = order.matchView(line); match.hasMatch() && line.startsWith("boot:"_L1, Qt::CaseInsensitive))
            node.bootOrder = BootOrder::parse(QString(u"0x"_s + match.captured(1)));
        return Answer::Taken;
    }
    const qsizetype colon = line.indexOf(u':');
    const PastedField field = colon > 0 ? pastedField(line.first(colon)) : PastedField::None;
    const QString value = unquoted(line.sliced(colon + 1).trimmed());
    const bool several = field == PastedField::None || (field != PastedField::Model && value.contains(u' ')) || value.contains(u',');
    if (several)
        return Answer::NotMine;
    // The line of the start screen, "board: c04170 a1b2c3d4 dc:…", has several values behind one label.
    if (field == PastedField::Model && !pastedModel(value)) {
        const PastedFound board = readFreely(line);
        if (!board.named() || board.error)
            return Answer::NotMine;
        if (m_found.named())
            return Answer::Full;
        const auto before = node.bootOrder;
        m_found = board;
        node.bootOrder = before;
        return Answer::Taken;
    }
    const auto serial = field == PastedField::Serial ? Serial::parse(value) : std::nullopt;
    if ((field == PastedField::Serial && node.serial && node.serial != serial) || (field == PastedField::Mac && node.mac && node.mac != MacAddress::parse(value))
        || (field == PastedField::Revision && node.serial && node.revision && node.revision != BoardRevision::parse(value)))
        return Answer::Full;
    m_found.take(field, value);
    return Answer::Taken;
}

PastedBlock::Answer PastedBlock::otpRow(QStringView line)
{
    static const QRegularExpression shape(u"\\A([0-9]{2,3}):([0-9a-f]{8})\\z"_s, caseless);
    const auto match = shape.matchView(line);
    if (!match.hasMatch())
        return Answer::NotMine;
    const int row = match.captured(1).toInt();
    if (m_otp.contains(row))
        return Answer::Full;
    m_otp.insert(row, match.captured(2).toUInt(nullptr, 16));
    return Answer::Taken;
}

// ip address, ip link, ip -br, ifconfig.
PastedBlock::Answer PastedBlock::interface(QStringView line)
{
    static const QRegularExpression head(u"\\A(?:[0-9]+: )?([a-z][A-Za-z0-9._-]*)(?:@\\S+)?:\\s+(<|flags=)"_s);
    static const QRegularExpression brief(u"\\A([a-z][A-Za-z0-9._-]*)(?:@\\S+)?\\s+(UP|DOWN|UNKNOWN)\\s+([0-9a-f:]{17})?"_s);
    static const QRegularExpression address(u"\\A(?:link/)?ether\\s+([0-9a-f:]{17})\\b"_s, caseless);
    static const QRegularExpression rest(u"\\A(link/|inet6? |valid_lft |altname |RX |TX |loop |unspec |device interrupt|permaddr )"_s);
    const auto take = [this](const QString &name, const QString &mac) {
        if (isEthernet(name) && !m_found.node.mac)
            m_found.take(PastedField::Mac, mac);
    };
    if (const auto match = head.matchView(line); match.hasMatch()) {
        m_interface = match.captured(1);
        // The list of the next Pi begins where every list begins.
        if (m_interface == "lo"_L1 && m_found.node.mac)
            return Answer::Full;
        return Answer::Taken;
    }
    if (const auto match = brief.matchView(line); match.hasMatch()) {
        take(match.captured(1), match.captured(3));
        return Answer::Taken;
    }
    if (const auto match = address.matchView(line); match.hasMatch() && !m_interface.isEmpty()) {
        take(m_interface, match.captured(1));
        return Answer::Taken;
    }
    return !m_interface.isEmpty() && rest.matchView(line).hasMatch() ? Answer::Taken : Answer::NotMine;
}

// rpi-eeprom-config: settings and sections; most of it says nothing about who this is.
PastedBlock::Answer PastedBlock::eeprom(QStringView line)
{
    static const QRegularExpression section(u"\\A\\[[A-Za-z0-9.+_=-]+\\]\\z"_s);
    static const QRegularExpression setting(u"\\A([A-Z][A-Z0-9]*_[A-Z0-9_]+|NETCONSOLE|SUBNET|GATEWAY|PARTITION)\\s*=\\s*(.*)\\z"_s);
    if (section.matchView(line).hasMatch() && !MacAddress::parse(line.sliced(1).chopped(1)) && !Serial::parse(line.sliced(1).chopped(1)))
        return Answer::Taken;
    const auto match = setting.matchView(line);
    if (!match.hasMatch() || pastedField(match.capturedView(1)) == PastedField::Serial)
        return Answer::NotMine;
    const auto key = eepromKey(match.capturedView(1));
    if (key == EepromKey::BootOrder)
        m_found.node.bootOrder = BootOrder::parse(match.capturedView(2));
    if (key == EepromKey::MacAddressOwn && !m_found.node.mac)
        m_found.take(PastedField::Mac, match.captured(2));
    return Answer::Taken;
}

// Which row means what depends on the chip, and only the revision tells that (reference: netboot 1.4).
void PastedBlock::readOtp()
{
    const auto revision = [this](int row) { return BoardRevision::fromCode(m_otp.value(row)); };
    const auto five = revision(32);
    const bool isFive = five && bootRom(five->model()) == BootRom::Bcm2712;
    PastedNode &node = m_found.node;
    if (const auto found = isFive ? five : revision(30); found && !node.revision) {
        node.revision = found;
        node.model = node.model ? node.model : found->model();
    }
    if (const auto serial = Serial::fromValue(m_otp.value(isFive ? 31 : 28)); serial && !node.serial)
        node.serial = serial;
    if (m_otp.contains(17) && !isFive)
        node.hostBoot = (m_otp.value(17) & HostBootBit) != 0;
}

std::optional<PastedFound> PastedBlock::take()
{
    if (!m_any)
        return {};
    readOtp();
    PastedFound found = m_found;
    if (!found.named() && !found.error)
        found.leftOver = {m_first};
    *this = {};
    return found;
}

} // namespace bramble
