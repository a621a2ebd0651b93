// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/remote.h"

#include <QProcess>

namespace bramble {

/// This computer in place of a server: commands run here, as whoever runs the test, with the shell that is asked for in place of sh.
class LocalRemote : public Remote
{
public:
    QStringList shell{QStringLiteral("sh")}; ///< for example busybox, ash

    QCoro::Task<Result<Output>> run(Command command, RunOptions options, Stop) override
    {
        QStringList words = command.arguments;
        if (command.program == QLatin1String("sh"))
            words = shell.sliced(1) + words;
        QProcess process;
        process.start(command.program == QLatin1String("sh") ? shell.first() : command.program, words);
        process.write(options.input);
        process.closeWriteChannel();
        if (!process.waitForFinished(int(options.deadline.count())) || process.exitStatus() != QProcess::NormalExit)
            co_return fail(ErrorKind::SshDisconnected, command.program, process.errorString());
        Output output;
        output.exitCode = process.exitCode();
        output.out = process.readAllStandardOutput();
        output.err = process.readAllStandardError();
        co_return output;
    }

    QCoro::Task<Result<Output>> send(Command, std::shared_ptr<ByteSource>, ReportProgress, Stop) override { co_return fail(ErrorKind::SshChannel); }
    QCoro::Task<Result<Output>> follow(Command, LineSink, Stop) override { co_return fail(ErrorKind::SshChannel); }
    QString description() const override { return QStringLiteral("here"); }
};

} // namespace bramble
