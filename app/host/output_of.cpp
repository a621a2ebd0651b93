// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/output_of.h"

#include <QCoro/QCoroTimer>

#include <QElapsedTimer>
#include <QProcess>

namespace bramble {

using namespace std::chrono_literals;

QCoro::Task<QByteArray> outputOf(Command command, std::chrono::milliseconds patience)
{
    QProcess process;
    process.setStandardInputFile(QProcess::nullDevice());
    process.start(command.program, command.arguments);
    QElapsedTimer since;
    since.start();
    while (process.state() != QProcess::NotRunning) {
        if (since.elapsed() > patience.count()) {
            process.kill();
            co_return QByteArray();
        }
        co_await QCoro::sleepFor(20ms);
    }
    const bool well = process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0 && process.error() == QProcess::UnknownError;
    co_return well ? process.readAllStandardOutput() : QByteArray();
}

} // namespace bramble
