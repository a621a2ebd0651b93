// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/perform_network.h"

#include "steps/must.h"
#include "steps/network_scripts.h"
#include "steps/read_back.h"
#include "steps/server_scripts.h"
#include "text/firewall_rules.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Between the look and now somebody may have been here; their work is not overwritten unseen.
QCoro::Task<Result<>> asSeen(WorkshopPtr shop, WriteFile file, Stop stop)
{
    const QByteArray seen = file.before ? sha256Of(*file.before) : QByteArray("-");
    const Command compare = script(scripts::asSeen, {file.path, QString::fromLatin1(seen)});
    const Result<Output> same = co_await shop->remote->run(compare, shortly(), stop);
    if (!same)
        co_return std::unexpected(same.error());
    if (same->exitCode != 0)
        co_return fail(ErrorKind::ServerFileForeign, file.path);
    co_return Result<>();
}

// exitCode 83 and 84: the other side's own words are what people need.
QCoro::Task<Result<>> changeOrSay(WorkshopPtr shop, JournalEntry entry, Command command, RunOptions options, ErrorKind kind, QString subject, Stop stop)
{
    const Result<QString> number = co_await record(shop->journal, entry, stop);
    if (!number)
        co_return std::unexpected(number.error());
    const Result<Output> output = co_await shop->remote->run(command, options, stop);
    if (!output)
        co_return std::unexpected(output.error());
    if (output->exitCode == 83 || output->exitCode == 84)
        co_return fail(kind, subject, QString::fromUtf8(output->err.trimmed()));
    if (output->exitCode != 0)
        co_return std::unexpected(errorOf(command, *output));
    co_return co_await finish(shop->journal, *number, stop);
}

} // namespace

QCoro::Task<Result<>> extendDhcp(WorkshopPtr shop, ExtendDhcp extend, Stop stop)
{
    if (const Result<> same = co_await asSeen(shop, extend.file, stop); !same)
        co_return std::unexpected(same.error());
    const QString switchOn = extend.extension.switchOn ? u"yes"_s : u"no"_s;
    const QString program = extend.extension.program == DhcpExtension::Program::Pihole ? u"pihole"_s : u"dnsmasq"_s;
    JournalEntry entry;
    entry.what = u"dhcp "_s + extend.extension.unit + u' ' + extend.file.path;
    entry.key = entry.what;
    entry.files = {KeptFile(extend.file.path, sha256Of(extend.file.content))};
    entry.takesBack = {script(scripts::shortenDhcp, {extend.extension.unit, switchOn})};
    const Command command = script(scripts::extendDhcp, {extend.file.path, extend.extension.unit, program, switchOn});
    const RunOptions options(extend.file.content);
    co_return co_await changeOrSay(shop, entry, command, options, ErrorKind::ServerServiceFailed, extend.extension.unit, stop);
}

QCoro::Task<Result<>> openFirewall(WorkshopPtr shop, OpenFirewall open, Stop stop)
{
    const QString name = openingCommands(open).empty() ? QString() : openingCommands(open).front().program;
    if (open.file)
        if (const Result<> same = co_await asSeen(shop, *open.file, stop); !same)
            co_return std::unexpected(same.error());
    JournalEntry entry;
    entry.what = u"firewall "_s + name;
    entry.key = entry.what;
    for (const QString &path : firewallFiles(open))
        entry.files.push_back(open.file ? KeptFile(path, sha256Of(open.file->content)) : KeptFile(path));
    entry.takesBack = closingCommands(open);
    const Result<QString> number = co_await record(shop->journal, entry, stop);
    if (!number)
        co_return std::unexpected(number.error());
    std::vector<std::pair<Command, QByteArray>> commands;
    if (open.file)
        commands.emplace_back(script(scripts::writeRules, {open.file->path, QString::number(open.file->mode, 8)}), open.file->content);
    for (const Command &command : openingCommands(open))
        commands.emplace_back(command, QByteArray());
    for (const auto &[command, input] : commands) {
        const RunOptions options(input);
        const Command one = command;
        const Result<Output> output = co_await shop->remote->run(one, options, stop);
        if (!output)
            co_return std::unexpected(output.error());
        if (output->exitCode != 0)
            co_return fail(ErrorKind::ServerFirewallFailed, name, QString::fromUtf8(QByteArray(output->err + output->out).trimmed()));
    }
    co_return co_await finish(shop->journal, *number, stop);
}

QCoro::Task<Result<>> tuneNfs(WorkshopPtr shop, TuneNfs tune, Stop stop)
{
    if (const Result<> same = co_await asSeen(shop, tune.file, stop); !same)
        co_return std::unexpected(same.error());
    JournalEntry entry;
    entry.what = u"nfs "_s + tune.file.path;
    entry.key = entry.what;
    entry.files = {KeptFile(tune.file.path, sha256Of(tune.file.content))};
    entry.takesBack = {script(scripts::restartNfs, {})};
    const Command write = script(scripts::writeFile, {tune.file.path, QString::number(tune.file.mode, 8)});
    const RunOptions options(tune.file.content);
    const Result<QString> number = co_await record(shop->journal, entry, stop);
    if (!number)
        co_return std::unexpected(number.error());
    if (const Result<> written = co_await done(shop->remote, write, options, stop); !written)
        co_return std::unexpected(written.error());
    if (tune.restart) {
        const Command restart = script(scripts::restartNfs, {});
        if (const Result<> restarted = co_await done(shop->remote, restart, shortly(), stop); !restarted)
            co_return std::unexpected(restarted.error());
    }
    co_return co_await finish(shop->journal, *number, stop);
}

} // namespace bramble
