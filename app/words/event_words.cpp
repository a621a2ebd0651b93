// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// The context of these sentences for translators.
struct Events
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Events)
public:
    static QString file(const QString &path) { return path.section(u'/', -1); }
    static QString of(const DhcpAsked &e)
    {
        switch (e.asker) {
        case DhcpAsker::BootRom: return tr("Its boot loader asks for an address");
        case DhcpAsker::Initramfs: return tr("Its Linux asks for an address");
        case DhcpAsker::Other: break;
        }
        return e.mayRenew ? tr("The system on it renews its address") : tr("The system on it asks for an address");
    }
    static QString of(const BootOffered &) { return tr("It is told where to boot from"); }
    static QString of(const AddressGiven &e) { return tr("It gets the address %1").arg(e.address.toString()); }
    static QString of(const FileSent &e) { return tr("%1 was sent").arg(file(e.path)); }
    static QString of(const FileUnderWay &e)
    {
        return e.size ? tr("%1 is on its way: %2 of %3").arg(file(e.path), bytesWords(e.bytes), bytesWords(*e.size))
                      : tr("%1 is on its way: %2 so far").arg(file(e.path), bytesWords(e.bytes));
    }
    static QString of(const DiskBytes &e) { return tr("%1 from and to its disk so far").arg(bytesWords(e.bytes)); }
    static QString of(const FileMissing &e) { return tr("It asks for %1, which is not there; most of these are normal").arg(file(e.path)); }
    static QString of(const FileProbed &e) { return tr("It asks how large %1 is").arg(file(e.path)); }
    static QString of(const FileFailed &e) { return tr("%1 did not arrive").arg(file(e.path)); }
    static QString of(const RootMounted &e) { return e.path.contains("/tftp/"_L1) ? tr("It has its boot folder") : tr("It has its disk"); }
    static QString of(const MountRefused &e) { return tr("It is refused %1").arg(e.path); }
    static QString of(const SshAnswered &) { return tr("Its SSH answers"); }
    static QString of(const ServerSpoke &e) { return e.text; }
    static QString of(const Noticed &e) { return e.detail.isEmpty() ? noticed(e.kind) : tr("%1 (%2)").arg(noticed(e.kind), e.detail); }
    static QString of(const ConsoleLine &e) { return console(e.text); }
    static QString noticed(SignKind kind);
    static QString console(const QString &line);
};

QString Events::noticed(SignKind kind)
{
    switch (kind) {
    case SignKind::ReplyDelayed: return tr("The answer comes after the pause that this board needs");
    case SignKind::MenuWithoutBlanks: return tr("The boot text has no blanks at its end");
    case SignKind::MenuOfOthers: return tr("It is offered a boot menu that is not a Pi's");
    case SignKind::Ignored: return tr("The server is told to ignore it");
    case SignKind::NoAddressLeft: return tr("There is no address left for it");
    case SignKind::OtherSerial: return tr("It tells its serial");
    case SignKind::AddressOffered: return tr("It is offered an address");
    case SignKind::ForeignOffer: return tr("Another server tells it where to boot from");
    case SignKind::OtherSystem: return tr("Another system runs on it");
    case SignKind::FileElsewhere: return tr("It asks another server for its files");
    case SignKind::RequestUnanswered: return tr("Its request for a file gets no answer");
    case SignKind::RequestRepeated: return tr("It asks for a file again that is being sent");
    case SignKind::ArpUnanswered: return tr("The server looks for it in vain");
    case SignKind::ArpElsewhere: return tr("It looks for a machine that is not there");
    case SignKind::AddressTaken: return tr("Another machine uses its address");
    case SignKind::PortSilent: return tr("The server does not answer at a port");
    case SignKind::PortClosed: return tr("The server refuses a connection");
    case SignKind::ServiceUnknown: return tr("The server does not offer what it asks for");
    case SignKind::NfsVersion4: return tr("It speaks NFS version 4");
    case SignKind::NfsError: return tr("Its disk reports an error");
    case SignKind::SshClosed: return tr("Its SSH port is closed");
    case SignKind::SpanningTree: return tr("The switch looks for loops in the network");
    default: return signId(kind); // told by an event of its own, or only ever found by a look
    }
}

// What the boot loader's image says, and when (reference: netboot 2.8). A line may have the time in front.
QString Events::console(const QString &line)
{
    const auto says = [&line](QLatin1StringView text) { return line.contains(text); };
    if (says("Boot mode: NETWORK"_L1))
        return tr("It says that it tries to start from the network");
    if (says("Boot mode: "_L1))
        return tr("It says that it tries to start from something else");
    if (says("wait for link"_L1))
        return tr("It says that it waits for its network cable");
    if (says("Link ready"_L1) || says("LINK STATUS"_L1))
        return tr("It says that its network cable is connected");
    if (says("DHCP src:"_L1) || says("DHCP recv"_L1))
        return tr("It says that it got an answer with an address");
    if (says("NETBOOT init failed"_L1) || says("NETBOOT CANCEL"_L1))
        return tr("It says that it gives up starting from the network");
    if (says("NET "_L1) && says(" tftp "_L1))
        return tr("It says which addresses it uses");
    if (says("TFTP_GET:"_L1))
        return tr("It says that it asks for a file");
    if (says("TFTP: complete"_L1))
        return tr("It says that the file has arrived");
    if (says("File not found"_L1))
        return tr("It says that a file is not there; most of these are normal");
    if (says("disconnect: timeouts"_L1))
        return tr("It says that it waited in vain for a file");
    if (says("File is too large"_L1))
        return tr("It says that a file is too large for it");
    if (says("Firmware not found"_L1))
        return tr("It says that it found no firmware");
    if (says("Retry NETWORK"_L1) || line.section(u' ', 0, 0) == "Restart"_L1)
        return tr("It says that it begins anew");
    if (says("EEPROMs updated"_L1) || says("SELF-UPDATE"_L1))
        return tr("It says that it updates its own boot loader");
    return tr("It says something on its console");
}

} // namespace

QString words(const EventKind &kind)
{
    return std::visit([](const auto &one) { return Events::of(one); }, kind);
}

} // namespace bramble
