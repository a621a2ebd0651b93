// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

namespace bramble {

namespace {

/// The context of these sentences for translators.
struct Boots
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Boots)
public:
    static QString of(Stage stage);
    static CauseWords of(const Diagnosis &diagnosis, const Timeline &timeline);
    static CauseWords ofDisk(const Diagnosis &diagnosis, const QString &name);
};

QString Boots::of(Stage stage)
{
    switch (stage) {
    case Stage::Off: return tr("Off");
    case Stage::Asking: return tr("Asking for an address");
    case Stage::Answered: return tr("Told where to boot from");
    case Stage::Firmware: return tr("Fetching firmware");
    case Stage::Settings: return tr("Fetching settings");
    case Stage::Kernel: return tr("Kernel fetched");
    case Stage::Initramfs: return tr("Initramfs fetched");
    case Stage::Network: return tr("Linux is on the network");
    case Stage::Disk: return tr("Starting from its disk");
    case Stage::Running: return tr("Running");
    }
    return {};
}

CauseWords Boots::ofDisk(const Diagnosis &diagnosis, const QString &name)
{
    const QString &said = diagnosis.detail;
    if (said.contains(QLatin1StringView("illegal port")))
        return {tr("The server refused %1 its disk: it asked from a port above 1023.").arg(name),
                tr("Set the cluster up again, so that the server's list of disks is written anew.")};
    if (said.contains(QLatin1StringView("unmatched host")))
        return {tr("The server keeps the disk of %1 for another address.").arg(name),
                tr("Switch %1 off and on: its disk is bound to its new address as soon as it fetches its first file.")
                    .arg(name)};
    return {tr("The server refused %1 its disk: %2.").arg(name, said),
            tr("Set the cluster up again; it mends the server's list of disks. Then switch %1 off and on.").arg(name)};
}

CauseWords Boots::of(const Diagnosis &diagnosis, const Timeline &timeline)
{
    const QString name = timeline.node.name;
    switch (diagnosis.cause) {
    case Cause::NotAsking:
        return {tr("%1 has not asked the network for anything yet.").arg(name),
                tr("Switch it on, with a network cable and without an SD card. If it is on: network boot is not "
                   "enabled on this board.")};
    case Cause::OnlyAddress:
        return {tr("%1 keeps asking and does not take up the answer.").arg(name),
                tr("Check that it is on the same network as the server, and that no other server there answers network "
                   "boots.")};
    case Cause::RomGaveUp:
        return {tr("%1 tried five times and gave up, as a Pi 3 does.").arg(name), tr("Switch it off and on again.")};
    case Cause::NoFolder:
        return {tr("%1 asks for its boot files, and the folder %2 is empty or missing.").arg(name, diagnosis.detail),
                tr("Compare its serial number with the list of Pis, and set the cluster up again.")};
    case Cause::BootFileMissing:
        return {tr("%1 needs the file %2, which is not in its boot folder.").arg(name, diagnosis.detail),
                tr("The image may be too old for this model. Choose a newer one, and set the cluster up again.")};
    case Cause::TransferStalled:
        return {diagnosis.detail.isEmpty() ? tr("%1 began to fetch its files and stopped.").arg(name)
                                           : tr("%1 stopped fetching files after %2.").arg(name, diagnosis.detail),
                tr("Check its cable and the switch, then switch it off and on.")};
    case Cause::KernelSilent:
        return {tr("%1 has its kernel, but Linux has not come up on the network.").arg(name),
                tr("Switch it off and on. If it happens again: check its power supply, and whether the image suits "
                   "this model.")};
    case Cause::DiskNotSought:
        return {tr("Linux is up on %1, but it does not ask the server for its disk.").arg(name),
                tr("Set the cluster up again, so that its start command is written anew, and switch it off and on.")};
    case Cause::DiskRefused: return ofDisk(diagnosis, name);
    case Cause::NoSsh:
        return {tr("%1 has started from its disk, but does not answer on SSH.").arg(name),
                tr("A first start can take some minutes. If it stays like this, look at its screen: the system did not "
                   "finish starting.")};
    }
    return {};
}

} // namespace

QString words(Stage stage)
{
    return Boots::of(stage);
}

CauseWords words(const Diagnosis &diagnosis, const Timeline &timeline)
{
    return Boots::of(diagnosis, timeline);
}

} // namespace bramble
