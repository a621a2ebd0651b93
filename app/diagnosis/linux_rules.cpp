// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/rule.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using enum SignKind;
using enum Stage;

constexpr int sshLimit = 150; // s; 30 for the disk, and two minutes for the system on it: a first start is a slow one
constexpr int goneLimit = 40; // a Pi that runs is asked every 10 s

constexpr Rule startRule(Cause cause, Need need, Fix fix, QLatin1StringView source, Confidence confidence = Confidence::Certain)
{
    return {.cause = cause, .from = Disk, .to = Disk, .patience = inStage(30), .needs = {need}, .confidence = confidence, .fix = fix, .source = source};
}

// What a healthy start may show too: it counts when the start has taken far too long.
constexpr Rule slowRule(Cause cause, Need need, Fix fix, QLatin1StringView source, Confidence confidence = Confidence::Likely)
{
    Rule rule = startRule(cause, need, fix, source, confidence);
    rule.patience = inStage(sshLimit);
    return rule;
}

constexpr Rule goneRule(Cause cause, Need need, Fix fix, QLatin1StringView source)
{
    return {.cause = cause, .from = Running, .to = Running, .patience = silent(goneLimit), .needs = {need}, .fix = fix, .source = source};
}

QString addressOf(const Case &c)
{
    return c.timeline.address ? c.timeline.address->toString() : QString();
}

// Of something later than all that was heard of this Pi.
bool isSinceThen(const Case &c, SignKind kind)
{
    const Sign *sign = c.sign({kind});
    return sign && sign->lastMs > c.timeline.lastSignMs;
}

bool isWithoutRange(const Case &c)
{
    return isSinceThen(c, NoRange);
}

bool isWithoutAddress(const Case &c)
{
    return isSinceThen(c, NoServerAddress);
}

// Its last start that was heard of is long over, and nobody would hear of another.
constexpr Rule unheardRule(Cause cause, SignKind kind, Fix fix, QLatin1StringView source, bool (*also)(const Case &))
{
    Rule rule = startRule(cause, {kind}, fix, source, Confidence::Likely);
    rule.also = also;
    return rule;
}

const std::array rules{
    goneRule(Cause::TwoAtOneAddress, {AddressTaken}, Fix::OneAddressEach, "netboot 7 #34"_L1),
    goneRule(Cause::StaleHandle, {NfsError, "=70"_L1}, Fix::PowerCycle, "netboot 7 #36"_L1),
    // It restarts, for all that is known, and nobody answers it.
    goneRule(Cause::PortTaken, {SeenPortOwner}, Fix::FreePort, "netboot 7 #16"_L1),
    goneRule(Cause::ServerSettingsBad, {ServerSettingsBad}, Fix::SetUpAgain, "netboot 7 #16"_L1),
    goneRule(Cause::ServerStopped, {SeenUnitDown}, Fix::RestartService, "netboot 7 #16"_L1),
    goneRule(Cause::ServerStopped, {ServerStopped}, Fix::RestartService, "netboot 7 #16"_L1),
    goneRule(Cause::ServerOtherNetwork, {NoRange}, Fix::SetUpAgain, "netboot 6.1"_L1),
    goneRule(Cause::NfsServerDown, {NfsStopped}, Fix::StartNfs, "netboot 7 #28"_L1),
    // Its last start that was heard of is long over, and nobody would hear of another.
    startRule(Cause::PortTaken, {SeenPortOwner}, Fix::FreePort, "netboot 7 #16"_L1),
    startRule(Cause::ServerSettingsBad, {ServerSettingsBad}, Fix::SetUpAgain, "netboot 7 #16"_L1),
    startRule(Cause::ServerStopped, {SeenUnitDown}, Fix::RestartService, "netboot 7 #16"_L1),
    unheardRule(Cause::ServerOtherNetwork, NoRange, Fix::SetUpAgain, "netboot 6.1"_L1, isWithoutRange),
    unheardRule(Cause::ServerNoAddress, NoServerAddress, Fix::FixAddress, "netboot 6.1"_L1, isWithoutAddress),
    startRule(Cause::TwoAtOneAddress, {AddressTaken}, Fix::OneAddressEach, "netboot 7 #34"_L1),
    startRule(Cause::StaleHandle, {NfsError, "=70"_L1}, Fix::PowerCycle, "netboot 7 #36"_L1),
    startRule(Cause::ReadOnlyRoot, {NfsError, "=30"_L1}, Fix::ExportAgain, "netboot 7 #30"_L1),
    startRule(Cause::ReadOnlyRoot, {SeenExportReadOnly}, Fix::ExportAgain, "netboot 7 #30"_L1),
    startRule(Cause::ReadOnlyRoot, {SeenReadOnly}, Fix::LayBootFiles, "netboot 7 #30"_L1),
    startRule(Cause::BootFolderRefused, {BootFolderRefused}, Fix::ExportAgain, "netboot 7 #31"_L1),
    startRule(Cause::TreeIncomplete, {SeenTreeIncomplete}, Fix::LayTree, "netboot 7 #13"_L1),
    startRule(Cause::NfsServerDown, {NfsStopped}, Fix::StartNfs, "netboot 7 #28"_L1),
    startRule(Cause::NfsServerDown, {SeenNfsDown}, Fix::StartNfs, "netboot 7 #28"_L1),
    startRule(Cause::SshOff, {SeenNoLogin}, Fix::LayTree, "netboot 7 #37"_L1),
    startRule(Cause::TwinIdentity, {SeenTwin}, Fix::LayTree, "netboot 7 #38"_L1, Confidence::Likely),
    slowRule(Cause::KernelModules, {SeenKernelOnly}, Fix::LayBootFiles, "netboot 7 #32"_L1),
    slowRule(Cause::NfsCrowded, {NfsCrowded}, Fix::MoreThreads, "issue 6"_L1),
    slowRule(Cause::InterfaceTaken, {AskedAgain}, Fix::LayTree, "netboot 7 #33"_L1),
    slowRule(Cause::InterfaceTaken, {SeenInterfaceManaged}, Fix::LayTree, "netboot 7 #33"_L1),
    slowRule(Cause::SshOff, {SshClosed}, Fix::LayTree, "netboot 7 #37"_L1),
    slowRule(Cause::ClockOff, {SeenClockOff}, Fix::SetClock, "issue 6"_L1, Confidence::Possible),
    Rule{.cause = Cause::NoSsh, .from = Disk, .to = Disk, .patience = inStage(sshLimit), .confidence = Confidence::Possible, .fix = Fix::LookAtScreen,
         .source = "ux 5.9"_L1, .detail = addressOf},
};

} // namespace

std::span<const Rule> linuxRules()
{
    return rules;
}

} // namespace bramble
