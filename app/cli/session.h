// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/arguments.h"
#include "cli/terminal.h"
#include "model/cluster.h"
#include "remote/connect.h"
#include "steps/fetched_image.h"

#include <QCoro/QCoroTask>

namespace bramble {

using TerminalPtr = std::shared_ptr<Terminal>;

/// The cluster file that was named, read, checked, with the image's path made absolute. Errors: Cluster…, problems(cluster).
Result<Cluster> loadCluster(const Arguments &arguments);

/// The password that the user gets on the Pis: from the file that is named, or asked for twice. Errors: FileUnreadable,
/// NodePasswordNeeded where nobody can be asked, NodePasswordUnfit where the two differ.
Result<Secret> nodePassword(const Arguments &arguments, const QString &user, Terminal &terminal);

/// A machine named as USER@HOST:PORT, as far as that is said, in the place of a cluster's server. Errors: InvalidAddress.
Result<Cluster> machineOf(const QString &word);

/// How to, as far as the command line says it: without passwords.
ConnectOptions loginOptions(const Arguments &arguments, const Cluster &cluster);

/// The password from the file that is named, for the login and for sudo; nothing without one. Errors: FileUnreadable.
Result<> takePassword(ConnectOptions &options, const Arguments &arguments);

/// Whether it is wanted: --yes, or an answer to the question. Errors: Stopped, where the answer was no; Usage, where there is nobody to ask.
Result<> agreed(const Arguments &arguments, Terminal &terminal, const QString &question);

/// Logs in to the cluster's server. Where a question comes up and somebody can answer, asks and tries again.
QCoro::Task<Result<RemotePtr>> logIn(Arguments arguments, Cluster cluster, TerminalPtr terminal, Stop stop);

/// Logs in to the cluster file's router; nothing where it names none.
QCoro::Task<Result<RemotePtr>> logInToRouter(Arguments arguments, Cluster cluster, TerminalPtr terminal, Stop stop);

/// The settings of downloads, with what the command line says over them.
FetchSettings fetchSettings(const Arguments &arguments);

/// A bar of a download; called on any thread.
ReportProgress downloadBar(const TerminalPtr &terminal);

/// The cluster's image; from an address, it is read while it is downloaded.
QCoro::Task<Result<ImageSourcePtr>> readChosenImage(ImageChoice image, Arguments arguments, TerminalPtr terminal, Stop stop);

OpenImageOptions imageOptions(const QString &file, const QString &sha256, const Arguments &arguments);
/// A bar; called on any thread.
ReportProgress imageProgress(const TerminalPtr &terminal);

} // namespace bramble
