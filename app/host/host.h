// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/command.h"
#include "model/ipv4.h"
#include "model/result.h"

#include <QCoro/QCoroTask>

#include <QStringList>

#include <chrono>

/// This computer, in the few respects that matter here.
namespace bramble {

QString localUser();
/// The lines of ~/.ssh/*.pub, id_ed25519 first.
QStringList publicKeys();
/// Where a compressed image is decoded to; made if it is not there.
QString cacheFolder();
/// Errors: FileUnreadable; more than limit bytes is one too.
Result<QByteArray> readFile(const QString &path, qint64 limit);
/// Whole or not at all. Errors: FileUnwritable.
Result<> writeFile(const QString &path, const QByteArray &content);

/// Whether something at port 22 greets as an SSH server (RFC 4253, 4.2) within the time.
QCoro::Task<bool> sshAnswers(Ipv4 address, std::chrono::milliseconds patience);

/// The command that opens a practice network with its own window; empty where there is none (not Linux, not installed).
Command practiceCommand();
/// Starts a program that lives on without us. Errors: PracticeUnavailable.
Result<> startDetached(const Command &command);

} // namespace bramble
