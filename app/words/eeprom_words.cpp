// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/eeprom_words.h"

#include <QCoreApplication>

namespace bramble {

namespace {

/// The context of these words for translators.
struct Eeprom
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Eeprom)
public:
    static QString label(EepromKey key);
    static QString step(BootStep step);
    static QString order(BootOrder order);
    static QString number(const EepromKeyFacts &facts, qint64 value);
    static QString prefix(qint64 value);
};

// A table in the shape of a switch without default, so that a new key does not compile before it has words.
QString Eeprom::label(EepromKey key)
{
    switch (key) {
    case EepromKey::BootOrder: return tr("What it starts from");
    case EepromKey::MaxRestarts: return tr("How often it starts over");
    case EepromKey::NetBootMaxRetries: return tr("How often it tries the network again");
    case EepromKey::SdBootMaxRetries: return tr("How often it tries the card again");
    case EepromKey::DhcpTimeout: return tr("How long it waits for an address, and for the cable");
    case EepromKey::DhcpReqTimeout: return tr("How soon it asks for an address again");
    case EepromKey::TftpFileTimeout: return tr("How long it waits for one file");
    case EepromKey::TftpIp: return tr("The server it fetches from, whatever DHCP says");
    case EepromKey::TftpPrefix: return tr("The folder it asks for");
    case EepromKey::TftpPrefixStr: return tr("The name of the folder it asks for");
    case EepromKey::PxeOption43: return tr("The words by which it knows its boot server");
    case EepromKey::DhcpOption97: return tr("How it introduces itself to DHCP");
    case EepromKey::MacAddressOwn: return tr("A MAC address instead of its own");
    case EepromKey::MacAddressOtp: return tr("Rows of its fuses with another MAC address");
    case EepromKey::ClientIp: return tr("An address of its own, without DHCP");
    case EepromKey::Subnet: return tr("The mask of the address of its own");
    case EepromKey::Gateway: return tr("The router for the address of its own");
    case EepromKey::UseIpv6: return tr("Start over IPv6 (an experiment of the makers)");
    case EepromKey::NetConsole: return tr("Where it sends its messages");
    case EepromKey::HttpHost: return tr("The server for a start over HTTP");
    case EepromKey::HttpPort: return tr("The port for a start over HTTP");
    case EepromKey::HttpPath: return tr("The folder for a start over HTTP");
    case EepromKey::NetInstallEnabled: return tr("Offer to install over the internet");
    case EepromKey::NetInstallAtPowerOn: return tr("Offer to install whenever it is switched on");
    case EepromKey::NetInstallKeyboardWait: return tr("How long that offer waits for a key");
    case EepromKey::BootUart: return tr("Messages on the serial line");
    case EepromKey::UartBaud: return tr("The speed of the serial line");
    case EepromKey::DisableHdmi: return tr("Nothing on the screen");
    case EepromKey::HdmiDelay: return tr("When the screen shows what is going on");
    case EepromKey::EnableSelfUpdate: return tr("Renew itself from the network");
    case EepromKey::FreezeVersion: return tr("Stay at this version");
    case EepromKey::BootWatchdogTimeout: return tr("Start anew when it hangs for so long");
    case EepromKey::RebootOnFatalError: return tr("Start anew after an error");
    case EepromKey::PowerOffOnHalt: return tr("Switch all power off when halted");
    case EepromKey::WakeOnGpio: return tr("Wake up by a pin");
    }
    return {};
}

QString Eeprom::step(BootStep step)
{
    switch (step) {
    case BootStep::CardDetect: return tr("whether there is a card");
    case BootStep::Card: return tr("card");
    case BootStep::Network: return tr("network");
    case BootStep::Rpiboot: return tr("another computer over USB");
    case BootStep::Usb: return tr("USB disk");
    case BootStep::ModuleUsb: return tr("USB disk at the module's own port");
    case BootStep::Nvme: return tr("NVMe disk");
    case BootStep::Http: return tr("HTTP");
    case BootStep::Halt: return tr("stop");
    case BootStep::Restart: return tr("from the start");
    }
    return {};
}

QString Eeprom::order(BootOrder order)
{
    QString text;
    for (const BootStep one : order.steps())
        text = text.isEmpty() ? step(one) : tr("%1, then %2").arg(text, step(one));
    return text;
}

QString Eeprom::prefix(qint64 value)
{
    switch (TftpPrefix(value)) {
    case TftpPrefix::Serial: return tr("its serial number");
    case TftpPrefix::Text: return tr("a name of your own");
    case TftpPrefix::Mac: return tr("its MAC address with hyphens");
    }
    return {};
}

QString Eeprom::number(const EepromKeyFacts &facts, qint64 value)
{
    if (facts.key == EepromKey::TftpPrefix)
        return prefix(value);
    switch (facts.unit) {
    case EepromUnit::Milliseconds: return value % 1000 == 0 ? tr("%1 s").arg(value / 1000) : tr("%1 ms").arg(value);
    case EepromUnit::Seconds: return tr("%1 s").arg(value);
    case EepromUnit::Times: return value < 0 ? tr("for ever") : value == 0 ? tr("never") : value == 1 ? tr("once") : tr("%1 times").arg(value);
    case EepromUnit::Baud: return tr("%1 baud").arg(value);
    case EepromUnit::None: break;
    }
    if (facts.least == 0 && facts.most == 1)
        return value == 0 ? tr("no") : tr("yes");
    return QString::number(value);
}

} // namespace

QString words(EepromKey key)
{
    return Eeprom::label(key);
}

QString words(BootOrder order)
{
    return Eeprom::order(order);
}

QString valueWords(EepromKey key, const QString &value)
{
    const EepromKeyFacts &facts = factsOf(key);
    if (value.isEmpty())
        return Eeprom::tr("not set");
    if (facts.form == EepromKeyFacts::Form::Order) {
        const auto order = BootOrder::parse(value);
        return order ? Eeprom::order(*order) : value;
    }
    return facts.form == EepromKeyFacts::Form::Number ? Eeprom::number(facts, value.toLongLong()) : value;
}

} // namespace bramble
