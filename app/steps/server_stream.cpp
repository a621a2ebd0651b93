// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/server_stream.h"

#include "steps/must.h"
#include "steps/server_scripts.h"

#include <QUuid>

namespace bramble {

using namespace Qt::StringLiterals;

QCoro::Task<Result<>> unpackThere(RemotePtr remote, MakeTar make, QString folder, ReportProgress report, Stop stop)
{
    const QString mark = u".brambleboot-whole-"_s + QUuid::createUuid().toString(QUuid::Id128);
    const std::shared_ptr<ByteSource> source = make(mark);
    const Command tar = asRoot(u"tar"_s, {u"-x"_s, u"-p"_s, u"--same-owner"_s, u"--numeric-owner"_s, u"--xattrs"_s, u"--xattrs-include=*"_s,
                                          u"--acls"_s, u"--delay-directory-restore"_s, u"--warning=no-timestamp"_s, u"-C"_s, folder});
    const Result<Output> output = co_await remote->send(tar, source, report, stop);
    if (!output)
        co_return std::unexpected(output.error());
    if (output->exitCode != 0)
        co_return std::unexpected(errorOf(tar, *output));
    const Command take = script(scripts::takeEndMark, {folder, mark});
    const RunOptions options;
    const Result<Output> whole = co_await remote->run(take, options, stop);
    if (!whole)
        co_return std::unexpected(whole.error());
    if (whole->exitCode == 81)
        co_return fail(ErrorKind::ServerStreamIncomplete, folder);
    if (whole->exitCode != 0)
        co_return std::unexpected(errorOf(take, *whole));
    co_return Result<>();
}

} // namespace bramble
