// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/rule.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using enum SignKind;
using enum Stage;

constexpr int refusedLimit = 16; // s; the initramfs tries again at once, and the export may just be on its way

QString lastFile(const Case &c)
{
    return c.timeline.lastFile;
}

// mountd says "authenticated" first, and then that there is nothing; it is asked again each second or so.
bool isSaidAgainAndAgain(const Case &c)
{
    constexpr qint64 freshMs = 15'000;
    const Sign *gone = c.sign({TreeGone});
    return gone && gone->count >= 3 && c.situation.nowMs - gone->lastMs < freshMs;
}

// Newer mountds say "not exported" also of a disk that is kept for another address, and a full disk keeps a new address from being written: only a
// look at the server can tell.
bool isLookedAt(const Case &c)
{
    constexpr qint64 noLookMs = 40'000; // there is none, then: a router, or a recording
    return c.look || c.inStageMs > noLookMs;
}

bool isOfAnother(const Case &c)
{
    const Sign *to = c.sign({SeenExportedTo});
    return to && c.timeline.address && to->detail != c.timeline.address->toString();
}

constexpr Rule diskRule(Cause cause, Need need, Fix fix, QLatin1StringView source, Confidence confidence = Confidence::Certain)
{
    return {.cause = cause, .from = Kernel, .to = Network, .patience = silent(20), .needs = {need}, .confidence = confidence, .fix = fix, .source = source};
}

constexpr Rule refusal(Cause cause, QLatin1StringView words, Fix fix, QLatin1StringView source, bool (*also)(const Case &) = nullptr)
{
    return {.cause = cause, .from = Kernel, .to = Network, .patience = inStage(refusedLimit), .needs = {Need{Refused, words}}, .fix = fix, .source = source, .also = also};
}

const std::array rules{
    diskRule(Cause::NfsServerDown, {PortClosed}, Fix::StartNfs, "netboot 7 #28"_L1),
    diskRule(Cause::NfsServerDown, {NfsStopped}, Fix::StartNfs, "netboot 7 #28"_L1),
    diskRule(Cause::NfsServerDown, {SeenNfsDown}, Fix::StartNfs, "netboot 7 #28"_L1),
    Rule{.cause = Cause::TreeGone, .from = Kernel, .to = Network, .patience = inStage(refusedLimit), .needs = {Need{TreeGone}},
         .fix = Fix::LayTree, .source = "netboot 7 #26"_L1},
    Rule{.cause = Cause::TreeGone, .from = Disk, .to = Disk, .patience = inStage(refusedLimit), .needs = {Need{TreeGone}}, .fix = Fix::LayTree,
         .source = "netboot 7 #26; nfs-utils mountd.c"_L1, .also = isSaidAgainAndAgain},
    diskRule(Cause::TreeGone, {SeenTreeMissing}, Fix::LayTree, "netboot 7 #26"_L1),
    Rule{.cause = Cause::TreeGone, .from = Kernel, .to = Network, .patience = inStage(refusedLimit), .needs = {Need{Refused}, Need{SeenTreeMissing}},
         .fix = Fix::LayTree, .source = "netboot 7 #26"_L1},
    Rule{.cause = Cause::DiskCannotExport, .from = Kernel, .to = Network, .patience = inStage(refusedLimit), .needs = {Need{DiskCannotExport}},
         .fix = Fix::OtherDisk, .source = "exports(5), fsid"_L1},
    refusal(Cause::IllegalPort, "~illegal port"_L1, Fix::ExportAgain, "netboot 6.3"_L1),
    Rule{.cause = Cause::WrongClient, .from = Kernel, .to = Network, .patience = inStage(refusedLimit), .needs = {Need{Refused}, Need{SeenExportedTo}},
         .fix = Fix::ExportAgain, .source = "netboot 7 #27"_L1, .also = isOfAnother},
    refusal(Cause::WrongClient, "~unmatched host"_L1, Fix::ExportAgain, "netboot 7 #27"_L1, isLookedAt),
    refusal(Cause::NotExported, "~no export entry"_L1, Fix::ExportAgain, "netboot 7 #26"_L1),
    refusal(Cause::NotExported, "~not exported"_L1, Fix::ExportAgain, "netboot 7 #26"_L1, isLookedAt),
    Rule{.cause = Cause::NotExported, .from = Kernel, .to = Network, .patience = inStage(refusedLimit), .needs = {Need{Refused}, Need{SeenNotExported}},
         .fix = Fix::ExportAgain, .source = "netboot 7 #26"_L1},
    refusal(Cause::DiskRefused, QLatin1StringView(), Fix::SetUpAgain, "netboot 6.3"_L1, isLookedAt),
    diskRule(Cause::Nfs3Off, {ServiceUnknown}, Fix::MoreThreads, "netboot 7 #28"_L1),
    diskRule(Cause::Nfs3Off, {SeenNfs3Off}, Fix::MoreThreads, "netboot 7 #28"_L1),
    diskRule(Cause::NfsCrowded, {NfsCrowded}, Fix::MoreThreads, "issue 6; linux net/sunrpc/svc_xprt.c"_L1),
    diskRule(Cause::TwoAtOneAddress, {AddressTaken}, Fix::OneAddressEach, "netboot 7 #34"_L1),
    diskRule(Cause::NfsBlocked, {PortSilent}, Fix::OpenFirewall, "netboot 7 #28"_L1, Confidence::Likely),
    diskRule(Cause::NfsBlocked, {SeenFirewall}, Fix::OpenFirewall, "netboot 7 #28"_L1, Confidence::Likely),
    Rule{.cause = Cause::KernelModules, .from = Kernel, .to = Network, .patience = silent(60), .needs = {Need{SeenKernelOnly}}, .confidence = Confidence::Likely,
         .fix = Fix::LayBootFiles, .source = "netboot 7 #32"_L1},
    diskRule(Cause::NotExported, {SeenNotExported}, Fix::ExportAgain, "netboot 7 #26"_L1, Confidence::Likely),
    Rule{.cause = Cause::KernelSilent, .from = Kernel, .to = Initramfs, .patience = silent(60), .confidence = Confidence::Possible, .fix = Fix::LookAtScreen,
         .source = "ux 5.9; netboot 7 #22"_L1, .detail = lastFile},
    Rule{.cause = Cause::DiskNotSought, .from = Network, .to = Network, .patience = inStage(40), .confidence = Confidence::Likely, .fix = Fix::LayBootFiles,
         .source = "netboot 7 #24"_L1},
};

} // namespace

std::span<const Rule> diskRules()
{
    return rules;
}

} // namespace bramble
