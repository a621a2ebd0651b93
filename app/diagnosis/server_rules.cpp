// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/rule.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using enum SignKind;
using enum Stage;

// It asked before the server was there, and a Pi 3 asks five times and no more.
bool serverCameLater(const Case &c)
{
    const Sign *started = c.sign({ServerStarted});
    const Sign *asked = c.sign({Asked});
    return started && asked && started->lastMs > asked->lastMs;
}

// A Pi that has its disk is not silent when that is full: it goes on reading, and writes in vain again and again.
constexpr Rule fullOnDisk(Need need, QLatin1StringView source)
{
    return {.cause = Cause::DiskFull, .from = Disk, .to = Disk, .patience = inStage(20), .needs = {need}, .fix = Fix::FreeSpace, .source = source};
}

const std::array rules{
    Rule{.cause = Cause::PortTaken, .from = Off, .to = Settings, .patience = silent(10), .needs = {Need{ServerPortTaken}}, .without = {ServerStarted},
         .fix = Fix::FreePort, .source = "netboot 7 #16"_L1},
    Rule{.cause = Cause::ServerSettingsBad, .from = Off, .to = Settings, .patience = silent(10), .needs = {Need{ServerSettingsBad}},
         .without = {ServerStarted}, .fix = Fix::SetUpAgain, .source = "netboot 7 #16"_L1},
    Rule{.cause = Cause::PortTaken, .from = Off, .to = Settings, .patience = silent(10), .needs = {Need{SeenPortOwner}}, .fix = Fix::FreePort,
         .source = "netboot 7 #16"_L1},
    Rule{.cause = Cause::ServerStopped, .from = Off, .to = Settings, .patience = silent(10), .needs = {Need{SeenUnitDown}}, .fix = Fix::RestartService,
         .source = "netboot 7 #16"_L1},
    Rule{.cause = Cause::ServerStopped, .from = Off, .to = Settings, .patience = silent(20), .needs = {Need{ServerStopped}},
         .without = {ServerStarted}, .fix = Fix::RestartService, .source = "netboot 7 #16"_L1},
    Rule{.cause = Cause::ServerNoAddress, .from = Off, .to = Answered, .patience = silent(15), .needs = {Need{NoServerAddress}},
         .fix = Fix::FixAddress, .source = "netboot 6.1"_L1},
    Rule{.cause = Cause::ServerOtherNetwork, .from = Off, .to = Asking, .patience = silent(15), .needs = {Need{NoRange}}, .fix = Fix::SetUpAgain,
         .source = "netboot 6.1"_L1},
    Rule{.cause = Cause::DiskFull, .from = Answered, .to = Network, .patience = silent(20), .needs = {Need{DiskFull}}, .fix = Fix::FreeSpace,
         .source = "issue 6; RFC 1813 2.6"_L1},
    Rule{.cause = Cause::DiskFull, .from = Answered, .to = Network, .patience = silent(20), .needs = {Need{SeenDiskFull}}, .fix = Fix::FreeSpace,
         .source = "issue 6"_L1},
    // Then no export can be written down either. It tries again and again, and so is never silent.
    Rule{.cause = Cause::DiskFull, .from = Kernel, .to = Network, .patience = inStage(10), .needs = {Need{SeenDiskFull}, Need{Refused}}, .fix = Fix::FreeSpace,
         .source = "issue 6"_L1},
    fullOnDisk({DiskFull}, "issue 6; RFC 1813 2.6"_L1),
    fullOnDisk({SeenDiskFull}, "issue 6"_L1),
    fullOnDisk({NfsError, "=28"_L1}, "RFC 1813 2.6"_L1),
    Rule{.cause = Cause::ServerLate, .from = Asking, .to = Answered, .patience = silent(40), .needs = {Need{Asked}, Need{ServerStarted}}, .boards = Boards::Rom,
         .confidence = Confidence::Likely, .fix = Fix::PowerCycle, .source = "netboot 7 #42"_L1, .also = serverCameLater},
};

} // namespace

std::span<const Rule> serverRules()
{
    return rules;
}

} // namespace bramble
