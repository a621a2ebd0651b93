// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/facts.h"

#include "words/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// The context of these sentences for translators.
struct Facts
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Facts)
public:
    static Fact system(const ServerFacts &server);
    static Fact address(const ServerFacts &server);
    static Fact space(const ServerFacts &server);
    static Fact ports(const ServerFacts &server);
    static Fact packages(const ServerFacts &server, const QStringList &needed);
    static QList<Fact> image(const ImageFacts &image);
};

QString list(const QStringList &words)
{
    return QLocale().createSeparatedList(words);
}

Fact Facts::system(const ServerFacts &server)
{
    const QString what
        = tr("%1 on %2").arg(server.osName.isEmpty() ? tr("an unknown system") : server.osName, server.architecture);
    if (!server.systemd)
        return {Status::Warning, tr("System"), tr("%1, without systemd").arg(what)};
    return {Status::Good, tr("System"), what};
}

Fact Facts::address(const ServerFacts &server)
{
    if (!server.sshAddress)
        return {Status::Warning, tr("Address"), tr("not clear; choose the network below")};
    const QString address = server.sshAddress->toString();
    const auto mine = std::ranges::find_if(server.interfaces, [&server](const NetworkInterface &i) {
        return std::ranges::any_of(i.addresses,
                                   [&server](const Ipv4Network &n) { return n.address() == *server.sshAddress; });
    });
    if (mine == server.interfaces.end())
        return {Status::Good, tr("Address"), address};
    if (mine->wireless)
        return {Status::Warning, tr("Address"),
                tr("%1 on %2, which is wireless: a cable is faster and steadier").arg(address, mine->name)};
    if (mine->dynamicAddress)
        return {Status::Warning, tr("Address"),
                tr("%1 on %2, leased: reserve it in your router, or the Pis lose their server when it changes")
                    .arg(address, mine->name)};
    return {Status::Good, tr("Address"), tr("%1 on %2").arg(address, mine->name)};
}

Fact Facts::space(const ServerFacts &server)
{
    constexpr qint64 comfortable = 5'000'000'000; // one Raspberry Pi OS Lite, twice: as it came, and for one Pi
    const QString free = server.folderFilesystem.isEmpty()
        ? tr("%1 free").arg(bytesWords(server.freeBytes))
        : tr("%1 free (%2)").arg(bytesWords(server.freeBytes), server.folderFilesystem);
    return {server.freeBytes < comfortable ? Status::Warning : Status::Good, tr("Room"), free};
}

Fact Facts::ports(const ServerFacts &server)
{
    // Port 53 is not ours, and NFS is meant to be shared.
    const bool ours = server.activeUnits.contains(u"brambleboot-dnsmasq.service"_s);
    QStringList taken;
    for (const PortOwner &owner : server.ports) {
        const bool contested
            = owner.protocol == "udp"_L1 && (owner.port == 67 || owner.port == 69 || owner.port == 4011);
        if (contested && !(ours && owner.process == "dnsmasq"_L1))
            taken << (owner.process.isEmpty() ? QString::number(owner.port)
                                              : tr("%1 (%2)").arg(QString::number(owner.port), owner.process));
    }
    taken.removeDuplicates();
    if (!taken.isEmpty())
        return {Status::Warning, tr("Ports"), tr("already in use: %1").arg(list(taken))};
    return {Status::Good, tr("Ports"),
            ours ? tr("held by an earlier set-up of this program") : tr("free for DHCP answers and TFTP")};
}

Fact Facts::packages(const ServerFacts &server, const QStringList &needed)
{
    QStringList toInstall;
    QStringList lacking;
    for (const QString &package : needed) {
        if (server.packagesInstalled.contains(package))
            continue;
        (server.packagesAvailable.contains(package) ? toInstall : lacking) << package;
    }
    // A server that never fetched its package lists offers nothing yet; they are fetched first, and that fails before
    // anything changes.
    if (!lacking.isEmpty() && server.packagesAvailable.isEmpty())
        return {Status::Good, tr("Packages"), tr("will be installed, after a look for them: %1").arg(list(lacking))};
    if (!lacking.isEmpty())
        return {Status::Warning, tr("Packages"), tr("not to be had there: %1").arg(list(lacking))};
    return {Status::Good, tr("Packages"),
            toInstall.isEmpty() ? tr("everything is installed") : tr("will be installed: %1").arg(list(toInstall))};
}

QList<Fact> Facts::image(const ImageFacts &image)
{
    const QStringList models = modelsOf(image);
    return {
        {Status::Good, tr("File"),
         tr("%1 (%2, %3 unpacked)").arg(QFileInfo(image.file).fileName(), image.format, bytesWords(image.imageSize))},
        {Status::Good, tr("On the server"),
         tr("%1 for each Pi, in %2 files")
             .arg(bytesWords(image.rootBytes + image.bootBytes()), QLocale().toString(image.rootNodes))},
        {models.isEmpty() ? Status::Warning : Status::Good, tr("Models"),
         models.isEmpty() ? tr("no files for any Pi were found") : list(models)}};
}

} // namespace

QList<Fact> factsOf(const ServerFacts &server, const QStringList &neededPackages)
{
    return {Facts::system(server), Facts::address(server), Facts::space(server), Facts::ports(server),
            Facts::packages(server, neededPackages)};
}

QList<Fact> factsOf(const ImageFacts &image)
{
    return Facts::image(image);
}

QStringList modelsOf(const ImageFacts &image)
{
    QStringList models;
    for (int m = 0; m <= int(PiModel::ZeroOrOld); ++m) {
        const QString tree = deviceTree(PiModel(m));
        if (!tree.isEmpty() && image.hasBootFile(tree))
            models << shortName(PiModel(m));
    }
    return models;
}

} // namespace bramble
