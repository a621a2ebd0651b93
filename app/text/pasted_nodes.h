// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/board_revision.h"
#include "model/boot_order.h"
#include "model/cluster.h"

#include <vector>

namespace bramble {

/// What one pasted line, or what some programs print, says about one Pi: labels, spreadsheets, the HDMI screen, logs,
/// /proc/cpuinfo, vcgencmd otp_dump, ip address and rpi-eeprom-config are all ways to say it.
struct PastedNode
{
    std::optional<Serial> serial;
    std::optional<MacAddress> mac;
    std::optional<PiModel> model;
    QString name; ///< empty: not said
    std::optional<BoardRevision> revision{};
    std::optional<BootOrder> bootOrder{}; ///< of its EEPROM
    std::optional<bool> hostBoot{}; ///< OTP row 17 says that a Pi 2 or 3 starts from the network

    bool operator==(const PastedNode &) const = default;
};

/// A line that named no Pi, or named one wrongly.
struct PastedProblem
{
    int line = 0; ///< from 1
    Error error; ///< InvalidSerial, InvalidMac (subject: the word); NothingRecognised (subject: the line, cut)

    bool operator==(const PastedProblem &) const = default;
};

struct Pasted
{
    std::vector<PastedNode> nodes; ///< each serial and each MAC once: what several lines say of one Pi is joined
    std::vector<PastedProblem> problems;
    /// Of lines that were taken all the same: SerialMacDisagree, UnknownMacPrefix, DuplicateSerial and DuplicateMac (detail:
    /// the other address or serial it stands beside).
    std::vector<PastedProblem> hints{};

    bool operator==(const Pasted &) const = default;
};

/// Whether a hint has to be told: the others show in the rows of their Pis.
bool isToldApart(const PastedProblem &hint);

/// Largest text that is looked at, in characters; the rest is NothingRecognised.
inline constexpr qsizetype pasteLimit = 1024 * 1024;

/// A bare word of 12 hex digits is a MAC, of 8 or 16 a serial, of 6 a board revision if it is a known one.
/// A log or a table of neighbours speaks of many: only what carries a prefix of Raspberry Pi, or asks for PXE, is taken.
Pasted readPastedNodes(const QString &text);

} // namespace bramble
