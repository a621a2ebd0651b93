// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/session.h"
#include "model/check_row.h"
#include "model/plan.h"
#include "steps/apply.h"

/// One function per command; each gives the exit code.
namespace bramble {

QCoro::Task<int> planCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
QCoro::Task<int> applyCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
QCoro::Task<int> reimageCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
QCoro::Task<int> undoCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
QCoro::Task<int> checkCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
QCoro::Task<int> watchCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
QCoro::Task<int> mendCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
/// Nothing to wait for: a list of what people see.
int symptomCommand(const Arguments &arguments, const TerminalPtr &terminal);
QCoro::Task<int> imageCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
QCoro::Task<int> systemCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
QCoro::Task<int> cardCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
QCoro::Task<int> prepareCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
/// The same for a node that asks the network already: through its boot folder on the server.
QCoro::Task<int> prepareOverTftp(Arguments arguments, TerminalPtr terminal, Stop stop);
QCoro::Task<int> findCommand(Arguments arguments, TerminalPtr terminal, Stop stop);
QCoro::Task<int> virtualPiCommand(Arguments arguments, TerminalPtr terminal, Stop stop);

/// Says what went wrong and gives its exit code.
int failed(const TerminalPtr &terminal, const Error &error);

/// Shows what was tested; goodToo: also what is as it should be. Gives whether all of it is.
bool showChecks(const std::vector<CheckRow> &rows, bool goodToo, const TerminalPtr &terminal);
inline constexpr int checkFailed = 7; ///< the exit code then

/// How an apply is shown.
ApplySink applySink(const Plan &plan, const TerminalPtr &terminal);

/// What plan and apply both begin with.
struct Prepared
{
    Prepared() = default;

    Cluster cluster;
    RemotePtr remote;
    RemotePtr router; ///< the cluster file's, where it names one
    ImageSourcePtr image;
    Plan plan;
};

QCoro::Task<Result<Prepared>> prepare(Arguments arguments, TerminalPtr terminal, Stop stop);
/// whole: with every line of every file; else what is touched only.
void showPlan(const Plan &plan, bool whole, const TerminalPtr &terminal);

} // namespace bramble
