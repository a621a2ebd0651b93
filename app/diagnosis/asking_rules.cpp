// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagnosis/rule.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using enum SignKind;
using enum Stage;

constexpr int offLimit = 90; // s; from power-on to the first question is 18 s at worst (ux 5.9)
constexpr int romLimit = 40; // five tries, 5 s apart, then nothing; and a first file may take 30 s

QString addressOf(const Case &c)
{
    return c.timeline.address ? c.timeline.address->toString() : QString();
}

bool neverAsked(const Case &c)
{
    return c.timeline.asks == 0;
}

// The first of its five questions were swallowed: a port that waits lets nothing in.
bool lostItsFirstQuestions(const Case &c)
{
    return c.timeline.asks < 5;
}

bool askedThreeTimes(const Case &c)
{
    return c.timeline.asks >= 3;
}

// Every 4 s, again and again, and never a file: the boot loader has our half of the answer and waits for an address. One that has both is
// silent while it waits for a file.
bool asksEvenly(const Case &c)
{
    constexpr int patience = 10; // then it has given up, and is silent too
    const Sign *asked = find(c.timeline.signs, Asked);
    if (!asked || asked->count < 6 || (asked->count < patience && c.silenceMs > 10'000))
        return false;
    const qint64 span = asked->lastMs - asked->firstMs;
    return span > 24'000 && span / (asked->count - 1) < 6'000;
}

bool isNobodysFolder(const Case &c)
{
    return c.timeline.missing.isEmpty() && c.timeline.files == 0;
}

const std::array rules{
    Rule{.cause = Cause::BootsFromCard, .from = Off, .to = Off, .patience = silent(20), .needs = {Need{OtherSystem}}, .confidence = Confidence::Likely,
         .fix = Fix::TakeCardOut, .source = "netboot 7 #35"_L1, .also = neverAsked},
    Rule{.cause = Cause::SpanningTree, .from = Off, .to = Off, .patience = silent(offLimit), .needs = {Need{SpanningTree}}, .boards = Boards::Rom,
         .confidence = Confidence::Possible, .fix = Fix::QuickPort, .source = "netboot 7 #9"_L1},
    Rule{.cause = Cause::BootOrder, .from = Off, .to = Off, .patience = silent(offLimit), .boards = Boards::Eeprom, .confidence = Confidence::Possible,
         .fix = Fix::SetBootOrder, .source = "netboot 7 #1"_L1},
    Rule{.cause = Cause::OtpBit, .from = Off, .to = Off, .patience = silent(offLimit), .boards = Boards::Rom3B, .confidence = Confidence::Possible,
         .fix = Fix::SetOtpBit, .source = "netboot 7 #2"_L1},
    Rule{.cause = Cause::NotAsking, .from = Off, .to = Off, .patience = silent(offLimit), .confidence = Confidence::Possible, .fix = Fix::CheckCable,
         .source = "ux 5.9"_L1},

    Rule{.cause = Cause::Ignored, .from = Asking, .to = Answered, .patience = inStage(10), .needs = {Need{Ignored}}, .fix = Fix::SetUpAgain,
         .source = "netboot 6.1"_L1},
    Rule{.cause = Cause::NoAddressLeft, .from = Asking, .to = Answered, .patience = inStage(10), .needs = {Need{NoAddressLeft}},
         .fix = Fix::RouterGivesAddresses, .source = "netboot 6.1"_L1},
    Rule{.cause = Cause::OtherPrefix, .from = Asking, .to = Answered, .patience = silent(10), .needs = {Need{OtherFolder, "~-"_L1}}, .boards = Boards::Eeprom,
         .fix = Fix::ResetPrefix, .source = "netboot 2.5"_L1},
    Rule{.cause = Cause::OtherSerial, .from = Asking, .to = Answered, .patience = inStage(10), .needs = {Need{OtherSerial}}, .fix = Fix::CorrectList,
         .source = "netboot 7 #11, 2.1"_L1},
    Rule{.cause = Cause::OtherSerial, .from = Answered, .to = Answered, .patience = silent(15), .needs = {Need{OtherFolder}},
         .confidence = Confidence::Likely, .fix = Fix::CorrectList, .source = "netboot 7 #11"_L1, .also = isNobodysFolder},
    Rule{.cause = Cause::RomAsksRouter, .from = Asking, .to = Answered, .patience = silent(10), .needs = {Need{FileElsewhere}}, .boards = Boards::Rom,
         .fix = Fix::BootcodeCard, .source = "netboot 7 #8; F#801"_L1},
    Rule{.cause = Cause::TwoBootServers, .from = Asking, .to = Answered, .patience = silent(10), .needs = {Need{FileElsewhere}}, .fix = Fix::OtherServerOff,
         .source = "issue 6; netboot 2.2"_L1},
    Rule{.cause = Cause::TwoBootServers, .from = Asking, .to = Answered, .patience = inStage(20), .needs = {Need{ForeignOffer}},
         .confidence = Confidence::Likely, .fix = Fix::OtherServerOff, .source = "issue 6; netboot 2.2"_L1},
    Rule{.cause = Cause::PcMenu, .from = Asking, .to = Answered, .patience = inStage(10), .needs = {Need{MenuOfOthers}}, .fix = Fix::SetUpAgain,
         .source = "netboot 7 #17; E#60"_L1},
    Rule{.cause = Cause::MenuBlanks, .from = Answered, .to = Answered, .patience = inStage(20), .needs = {Need{MenuWithoutBlanks}}, .boards = Boards::Rom3B,
         .fix = Fix::SetUpAgain, .source = "netboot 7 #6"_L1},
    Rule{.cause = Cause::TftpMax, .from = Asking, .to = Settings, .patience = silent(15), .needs = {Need{TftpCrowded}}, .fix = Fix::SetUpAgain,
         .source = "issue 6; dnsmasq(8) tftp-max"_L1},
    Rule{.cause = Cause::TftpBlocked, .from = Asking, .to = Answered, .patience = inStage(10), .needs = {Need{RequestUnanswered}}, .fix = Fix::OpenFirewall,
         .source = "netboot 7 #18"_L1},
    Rule{.cause = Cause::TftpBlocked, .from = Answered, .to = Answered, .patience = silent(20), .needs = {Need{Offered}, Need{SeenFirewall}},
         .without = {FileMissing, SeenFolderMissing}, .confidence = Confidence::Likely, .fix = Fix::OpenFirewall, .source = "netboot 7 #18"_L1},
    Rule{.cause = Cause::DhcpBlocked, .from = Off, .to = Asking, .patience = inStage(15), .needs = {Need{Asked}, Need{SeenFirewall}}, .without = {Offered},
         .confidence = Confidence::Likely, .fix = Fix::OpenFirewall, .source = "netboot 7 #18"_L1},
    Rule{.cause = Cause::NoBootAnswer, .from = Asking, .to = Asking, .patience = inStage(15), .needs = {Need{AddressOffered}}, .without = {Offered},
         .confidence = Confidence::Likely, .fix = Fix::SetUpAgain, .source = "netboot 7 #4"_L1, .also = askedThreeTimes},
    Rule{.cause = Cause::SpanningTree, .from = Asking, .to = Answered, .patience = silent(romLimit), .needs = {Need{SpanningTree}},
         .boards = Boards::Rom, .confidence = Confidence::Likely, .fix = Fix::QuickPort, .source = "netboot 7 #9"_L1, .also = lostItsFirstQuestions},
    Rule{.cause = Cause::ReplyTooEarly, .from = Answered, .to = Answered, .patience = silent(romLimit), .needs = {Need{Offered}},
         .without = {ReplyDelayed, FileMissing}, .boards = Boards::Rom3B, .confidence = Confidence::Likely, .fix = Fix::SetUpAgain,
         .source = "netboot 7 #7; F#894"_L1, .also = askedThreeTimes},
    Rule{.cause = Cause::NoAddressServer, .from = Answered, .to = Answered, .patience = inStage(24), .needs = {Need{Offered}},
         .without = {AddressOffered, FileMissing}, .boards = Boards::Eeprom, .confidence = Confidence::Likely, .fix = Fix::RouterGivesAddresses,
         .source = "netboot 7 #5; E#559"_L1, .also = asksEvenly},
};

const std::array lastRules{
    Rule{.cause = Cause::RomGaveUp, .from = Asking, .to = Answered, .patience = silent(romLimit), .without = {FileMissing}, .boards = Boards::Rom,
         .confidence = Confidence::Likely, .fix = Fix::PowerCycle, .source = "netboot 7 #3"_L1},
    Rule{.cause = Cause::OnlyAddress, .from = Asking, .to = Asking, .patience = inStage(60), .without = {FileMissing}, .boards = Boards::NotRom,
         .confidence = Confidence::Possible, .fix = Fix::CheckCable, .source = "netboot 7 #4"_L1, .detail = addressOf},
    Rule{.cause = Cause::OnlyAddress, .from = Answered, .to = Answered, .patience = inStage(45), .without = {FileMissing}, .boards = Boards::NotRom,
         .confidence = Confidence::Possible, .fix = Fix::CheckCable, .source = "netboot 7 #4"_L1, .detail = addressOf},
    // One that goes on asking has a card with bootcode.bin.
    Rule{.cause = Cause::OnlyAddress, .from = Asking, .to = Answered, .patience = inStage(120), .without = {FileMissing}, .boards = Boards::Rom,
         .confidence = Confidence::Possible, .fix = Fix::CheckCable, .source = "netboot 7 #4"_L1, .detail = addressOf},
};

} // namespace

std::span<const Rule> askingRules()
{
    return rules;
}

std::span<const Rule> lastAskingRules()
{
    return lastRules;
}

} // namespace bramble
