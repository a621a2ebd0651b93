// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/server_stream.h"

#include "image/plain_tar.h"
#include "steps/must.h"
#include "steps/server_scripts.h"

#include <QUuid>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

Command unpacking(Unpacker unpacker, const QString &folder)
{
    if (unpacker == Unpacker::BusyBox)
        return asRoot(u"tar"_s, {u"-x"_s, u"-p"_s, u"-f"_s, u"-"_s, u"-C"_s, folder});
    return asRoot(u"tar"_s, {u"-x"_s, u"-p"_s, u"--same-owner"_s, u"--numeric-owner"_s, u"--xattrs"_s, u"--xattrs-include=*"_s,
                             u"--acls"_s, u"--delay-directory-restore"_s, u"--warning=no-timestamp"_s, u"-C"_s, folder});
}

} // namespace

QCoro::Task<Result<>> unpackThere(RemotePtr remote, Unpacker unpacker, MakeTar make, QString folder, ReportProgress report, Stop stop)
{
    const QString mark = u".brambleboot-whole-"_s + QUuid::createUuid().toString(QUuid::Id128);
    std::shared_ptr<ByteSource> source = make(mark);
    if (unpacker == Unpacker::BusyBox)
        source = plainTar(std::move(source));
    const Command tar = unpacking(unpacker, folder);
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
