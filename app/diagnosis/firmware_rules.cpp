// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/rule.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using enum SignKind;
using enum Stage;

constexpr int fileLimit = 40; // s; TFTP_FILE_TIMEOUT is 30 s: then the Pi gives the file up itself
constexpr int missLimit = 20; // a look at the server takes a moment

QString folderOf(const Case &c)
{
    return c.timeline.node.folder();
}

QString lastFile(const Case &c)
{
    return c.timeline.lastFile;
}

// A boot file without which no Pi goes on; most of what is asked for in vain is normal (netboot 2.4).
bool mustExist(const QString &file)
{
    const QString name = file.section(u'/', -1);
    if (name == "config.txt"_L1 || name == "kernel8.img"_L1 || name == "kernel7.img"_L1 || name == "kernel7l.img"_L1)
        return true;
    return (name.startsWith("start"_L1) && name.endsWith(".elf"_L1)) || (name.startsWith("fixup"_L1) && name.endsWith(".dat"_L1))
        || (name.startsWith("bcm2"_L1) && name.endsWith(".dtb"_L1));
}

const Sign *missed(const Case &c)
{
    for (const Sign &sign : c.timeline.signs)
        if (sign.kind == FileMissing && mustExist(sign.detail))
            return &sign;
    return nullptr;
}

const Sign *missedFirmware(const Case &c)
{
    const Sign *sign = missed(c);
    return sign && sign->detail.endsWith(".elf"_L1) ? sign : nullptr;
}

// The file that says whose folder it is was not there, and nothing came from it since.
bool hasNothing(const Case &c)
{
    return c.timeline.files == 0 && missed(c);
}

// Asked for in vain a moment ago, and the look at the folder finds it.
const Sign *hiddenFile(const Case &c)
{
    constexpr qint64 moment = 45'000;
    const Sign *sign = missed(c);
    if (!sign || !c.look || c.situation.nowMs - sign->lastMs > moment)
        return nullptr;
    const bool isThere = std::ranges::any_of(*c.look, [sign](const Sign &seen) { return seen.kind == SeenFile && seen.detail == sign->detail; });
    return isThere ? sign : nullptr;
}

constexpr Rule folderRule(Cause cause, Need need, Fix fix, QLatin1StringView source)
{
    return {.cause = cause, .from = Answered, .to = Settings, .patience = silent(missLimit), .needs = {need}, .fix = fix, .source = source};
}

const std::array rules{
    folderRule(Cause::FolderMisnamed, {SeenFolderMisnamed}, Fix::LayBootFiles, "netboot 7 #11"_L1),
    folderRule(Cause::BootFilesInRoot, {SeenBootFilesInRoot}, Fix::LayBootFiles, "netboot 7 #13"_L1),
    folderRule(Cause::FileDenied, {FileDenied}, Fix::LayBootFiles, "netboot 7 #14"_L1),
    folderRule(Cause::FileDenied, {SeenUnreadable}, Fix::LayBootFiles, "netboot 7 #14"_L1),
    Rule{.cause = Cause::FileHidden, .from = Answered, .to = Settings, .patience = silent(missLimit), .fix = Fix::SetUpAgain,
         .source = "netboot 7 #15"_L1, .proof = hiddenFile},
    Rule{.cause = Cause::SignedBoot, .from = Answered, .to = Initramfs, .patience = silent(20), .needs = {Need{BigImage}}, .boards = Boards::Eeprom,
         .confidence = Confidence::Likely, .fix = Fix::UnsignedBoot, .source = "netboot 7 #43; E#857"_L1},
    // From files that are nobody's: the folder was not found, the TFTP root was.
    Rule{.cause = Cause::RootFiles, .from = Firmware, .to = Network, .patience = silent(20), .needs = {Need{RootFile}},
         .fix = Fix::LayBootFiles, .source = "netboot 7 #12"_L1},
    // The folder is there: it is one file of it.
    Rule{.cause = Cause::FirmwareMissing, .from = Answered, .to = Answered, .patience = silent(missLimit), .needs = {Need{SeenFileMissing, "^start"_L1}},
         .fix = Fix::LayBootFiles, .source = "netboot 2.4; led 0/4"_L1},
    Rule{.cause = Cause::NoFolder, .from = Answered, .to = Answered, .patience = silent(missLimit), .fix = Fix::LayBootFiles,
         .source = "netboot 7 #10"_L1, .also = hasNothing, .proof = missed, .detail = folderOf},
    folderRule(Cause::NoFolder, {SeenFolderMissing}, Fix::LayBootFiles, "netboot 7 #10"_L1),
    folderRule(Cause::NoFolder, {SeenFolderEmpty}, Fix::LayBootFiles, "netboot 7 #10"_L1),
    Rule{.cause = Cause::FileEmpty, .from = Answered, .to = Network, .patience = silent(20), .needs = {Need{FileTruncated}}, .fix = Fix::LayBootFiles,
         .source = "netboot 2.4"_L1},
    Rule{.cause = Cause::FileEmpty, .from = Answered, .to = Network, .patience = silent(20), .needs = {Need{SeenFileEmpty}}, .fix = Fix::LayBootFiles,
         .source = "netboot 2.4"_L1},
    Rule{.cause = Cause::CmdlineMissing, .from = Settings, .to = Network, .patience = silent(missLimit), .needs = {Need{FileMissing, "=cmdline.txt"_L1}},
         .fix = Fix::LayBootFiles, .source = "netboot 2.4"_L1},
    Rule{.cause = Cause::CmdlineMissing, .from = Firmware, .to = Network, .patience = silent(missLimit), .needs = {Need{SeenFileMissing, "=cmdline.txt"_L1}},
         .fix = Fix::LayBootFiles, .source = "netboot 2.4"_L1},
    Rule{.cause = Cause::DtbMissing, .from = Firmware, .to = Settings, .patience = silent(missLimit), .needs = {Need{FileMissing, "^bcm2"_L1}},
         .fix = Fix::NewerImage, .source = "netboot 7 #21"_L1},
    // kernel_2712.img and recovery8.img may be missing; what a model falls back to may not.
    Rule{.cause = Cause::KernelMissing, .from = Firmware, .to = Settings, .patience = silent(missLimit), .needs = {Need{FileMissing, "^kernel8.img"_L1}},
         .fix = Fix::LayBootFiles, .source = "netboot 7 #22"_L1},
    Rule{.cause = Cause::KernelMissing, .from = Firmware, .to = Settings, .patience = silent(missLimit), .needs = {Need{FileMissing, "^kernel7"_L1}},
         .fix = Fix::LayBootFiles, .source = "netboot 7 #22"_L1},
    Rule{.cause = Cause::FirmwareMissing, .from = Firmware, .to = Settings, .patience = silent(missLimit), .fix = Fix::LayBootFiles,
         .source = "netboot 2.4; led 0/4"_L1, .proof = missedFirmware},
    Rule{.cause = Cause::FirmwareMissing, .from = Answered, .to = Settings, .patience = silent(missLimit), .needs = {Need{FileMissing, "$.dat"_L1}},
         .fix = Fix::LayBootFiles, .source = "netboot 2.4"_L1},
    Rule{.cause = Cause::FirmwareMissing, .from = Answered, .to = Settings, .patience = silent(missLimit), .needs = {Need{SeenFileMissing, "~."_L1}},
         .confidence = Confidence::Likely, .fix = Fix::LayBootFiles, .source = "netboot 2.4"_L1},
    Rule{.cause = Cause::BootFileMissing, .from = Answered, .to = Settings, .patience = silent(missLimit), .fix = Fix::LayBootFiles,
         .source = "netboot 2.4"_L1, .proof = missed},
    Rule{.cause = Cause::FileTooBig, .from = Answered, .to = Settings, .patience = silent(20), .needs = {Need{FileTooBig}}, .boards = Boards::Eeprom,
         .fix = Fix::UpdateEeprom, .source = "netboot 7 #20"_L1},
    Rule{.cause = Cause::FirmwareMixed, .from = Firmware, .to = Kernel, .patience = silent(fileLimit), .needs = {Need{SeenFirmwareMixed}},
         .confidence = Confidence::Likely, .fix = Fix::LayBootFiles, .source = "netboot 7 #23; F#1041"_L1},
    Rule{.cause = Cause::TftpBlocked, .from = Firmware, .to = Settings, .patience = silent(20), .needs = {Need{RequestUnanswered}}, .without = {TftpCrowded},
         .confidence = Confidence::Likely, .fix = Fix::OpenFirewall, .source = "netboot 7 #18"_L1},
    Rule{.cause = Cause::RomNoArp, .from = Answered, .to = Settings, .patience = silent(20), .needs = {Need{ArpUnanswered}}, .boards = Boards::Rom,
         .fix = Fix::BootcodeCard, .source = "netboot 7 #19, 2.3 (4)"_L1},
    Rule{.cause = Cause::TftpOneWay, .from = Answered, .to = Settings, .patience = silent(15), .needs = {Need{RequestRepeated}}, .fix = Fix::CheckCable,
         .source = "netboot 7 #39, #19"_L1},
    Rule{.cause = Cause::OldEeprom, .from = Firmware, .to = Settings, .patience = silent(fileLimit), .needs = {Need{FileFailed}}, .boards = Boards::Pi5,
         .confidence = Confidence::Likely, .fix = Fix::UpdateEeprom, .source = "netboot 7 #40; E#687"_L1},
    Rule{.cause = Cause::TransferStalled, .from = Answered, .to = Settings, .patience = silent(fileLimit), .needs = {Need{FileFailed}},
         .fix = Fix::CheckCable, .source = "netboot 7 #19"_L1},
    Rule{.cause = Cause::TransferStalled, .from = Firmware, .to = Settings, .patience = silent(fileLimit), .confidence = Confidence::Likely, .fix = Fix::CheckCable,
         .source = "netboot 7 #19"_L1, .detail = lastFile},
};

} // namespace

std::span<const Rule> firmwareRules()
{
    return rules;
}

} // namespace bramble
