// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/diagnose.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// How long a healthy Pi may take, in ms (reference: ux 5.9, netboot 2.3).
constexpr qint64 offLimit = 90'000; // power-on to the first request is 18 s at worst
constexpr qint64 askingLimit = 60'000;
constexpr qint64 answeredLimit = 15'000; // to the first file
constexpr qint64 romLimit = 30'000; // five tries, 5 s apart, and then nothing
constexpr qint64 fileLimit = 30'000; // TFTP_FILE_TIMEOUT of the EEPROM: then the Pi gives the file up itself
constexpr qint64 settingsLimit = 20'000;
constexpr qint64 kernelLimit = 40'000;
constexpr qint64 diskLimit = 30'000;
constexpr qint64 refusedLimit = 5'000; // the initramfs tries again at once, and the export may just be on its way
constexpr qint64 sshLimit = 90'000; // 30 s for the disk, 60 s for the system on it

/// A boot file without which no Pi goes on; most of what is asked for in vain is normal (reference: netboot 2.4).
bool mustExist(const QString &file)
{
    const QString name = file.section(u'/', -1);
    if (name == "config.txt"_L1 || name == "cmdline.txt"_L1 || name == "kernel8.img"_L1 || name == "kernel7.img"_L1
        || name == "kernel7l.img"_L1)
        return true;
    return (name.startsWith("start"_L1) && name.endsWith(".elf"_L1))
        || (name.startsWith("fixup"_L1) && name.endsWith(".dat"_L1))
        || (name.startsWith("bcm2"_L1) && name.endsWith(".dtb"_L1));
}

std::optional<QString> missedFile(const Timeline &timeline)
{
    const auto it = std::ranges::find_if(timeline.missing, mustExist);
    return it == timeline.missing.end() ? std::nullopt : std::optional(*it);
}

std::optional<Diagnosis> beforeFirstFile(const Timeline &timeline, qint64 silence, qint64 inStage)
{
    const bool answered = timeline.stage == Stage::Answered;
    if (missedFile(timeline) && silence > answeredLimit)
        return Diagnosis{Cause::NoFolder, timeline.node.folder()};
    if (bootRom(timeline.node.model) == BootRom::Bcm2837 && silence > romLimit)
        return Diagnosis{Cause::RomGaveUp, {}};
    if (inStage > (answered ? answeredLimit : askingLimit))
        return Diagnosis{Cause::OnlyAddress, timeline.address ? timeline.address->toString() : QString()};
    return {};
}

std::optional<Diagnosis> duringFiles(const Timeline &timeline, qint64 silence)
{
    if (silence <= (timeline.stage == Stage::Settings ? settingsLimit : fileLimit))
        return {};
    if (const auto file = missedFile(timeline))
        return Diagnosis{Cause::BootFileMissing, *file};
    return Diagnosis{Cause::TransferStalled, timeline.lastFile};
}

std::optional<Diagnosis> afterKernel(const Timeline &timeline, qint64 inStage)
{
    if (!timeline.refusal.isEmpty())
        return inStage > refusedLimit ? std::optional(Diagnosis{Cause::DiskRefused, timeline.refusal}) : std::nullopt;
    if (inStage > diskLimit)
        return Diagnosis{Cause::DiskNotSought, {}};
    return {};
}

} // namespace

QString causeId(Cause cause)
{
    switch (cause) {
    case Cause::NotAsking: return u"not-asking"_s;
    case Cause::OnlyAddress: return u"only-address"_s;
    case Cause::RomGaveUp: return u"rom-gave-up"_s;
    case Cause::NoFolder: return u"no-folder"_s;
    case Cause::BootFileMissing: return u"boot-file-missing"_s;
    case Cause::TransferStalled: return u"transfer-stalled"_s;
    case Cause::KernelSilent: return u"kernel-silent"_s;
    case Cause::DiskNotSought: return u"disk-not-sought"_s;
    case Cause::DiskRefused: return u"disk-refused"_s;
    case Cause::NoSsh: return u"no-ssh"_s;
    }
    return {};
}

std::optional<Diagnosis> diagnose(const Timeline &timeline, qint64 nowMs, qint64 watchingSinceMs)
{
    const qint64 silence = nowMs - std::max(timeline.lastSignMs, watchingSinceMs);
    const qint64 inStage = nowMs - std::max(timeline.stageSinceMs, watchingSinceMs);
    switch (timeline.stage) {
    case Stage::Off: return silence > offLimit ? std::optional(Diagnosis{Cause::NotAsking, {}}) : std::nullopt;
    case Stage::Asking:
    case Stage::Answered: return beforeFirstFile(timeline, silence, inStage);
    case Stage::Firmware:
    case Stage::Settings: return duringFiles(timeline, silence);
    case Stage::Kernel:
    case Stage::Initramfs:
        return silence > kernelLimit ? std::optional(Diagnosis{Cause::KernelSilent, timeline.lastFile}) : std::nullopt;
    case Stage::Network: return afterKernel(timeline, inStage);
    case Stage::Disk:
        if (inStage <= sshLimit)
            return {};
        return Diagnosis{Cause::NoSsh, timeline.address ? timeline.address->toString() : QString()};
    case Stage::Running: return {};
    }
    return {};
}

} // namespace bramble
