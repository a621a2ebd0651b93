// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/secret.h"
#include "remote/byte_pipe.h"
#include "remote/line_queue.h"
#include "remote/remote.h"
#include "remote/sudo_handshake.h"

#include <optional>

namespace bramble {

/// One command as a channel or a process of this computer needs it.
struct RunSpec
{
    RunSpec() = default;

    QByteArray text; ///< for the shell
    QString program; ///< for errors
    QString who; ///< user@host:port, for errors
    std::optional<SudoHandshake> sudo;
    Secret sudoPassword;
    std::shared_ptr<BytePipe> input;
    bool holdInputOpen = false; ///< a watched script: the end of input would end the command
    std::shared_ptr<LineQueue> lines; ///< where the output goes line by line; else it is kept
    std::optional<std::chrono::milliseconds> deadline;
    std::optional<std::chrono::milliseconds> stall;
    ReportProgress report;
    qint64 expected = 0; ///< bytes, for report
};

} // namespace bramble
