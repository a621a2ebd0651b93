// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/perform_openwrt.h"

#include "steps/make_openwrt_plan.h"
#include "steps/must.h"
#include "steps/openwrt_scripts.h"
#include "steps/read_back.h"
#include "steps/server_scripts.h"
#include "text/marked_block.h"
#include "text/uci_text.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes packagePatience{10};

QString said(const Output &output)
{
    return QString::fromUtf8(output.err.trimmed().last(std::min<qsizetype>(output.err.trimmed().size(), 600)));
}

// What the codes of our scripts mean; anything else is what errorOf() makes of it.
Error meaning(const Command &command, const Output &output, const QString &subject)
{
    switch (output.exitCode) {
    case 83: return {ErrorKind::ServerServiceFailed, subject, said(output)};
    case 84: return {ErrorKind::ServerPackagesUnavailable, subject, said(output)};
    case 85: return {ErrorKind::ServerFileForeign, subject, {}};
    case 89: return {ErrorKind::RouterStagedChanges, subject, said(output)};
    case 91: return {ErrorKind::RouterStorageMissing, subject, said(output)};
    default: return errorOf(command, output);
    }
}

QCoro::Task<Result<QByteArray>> ask(RemotePtr remote, Command command, RunOptions options, QString subject, Stop stop)
{
    const Result<Output> output = co_await remote->run(command, options, stop);
    if (!output)
        co_return std::unexpected(output.error());
    if (output->exitCode != 0)
        co_return std::unexpected(meaning(command, *output, subject));
    co_return output->out;
}

// Between recording an entry and marking it complete.
QCoro::Task<Result<>> recorded(Journal journal, JournalEntry entry, Command command, RunOptions options, QString subject, Stop stop)
{
    const Result<QString> number = co_await record(journal, entry, stop);
    if (!number)
        co_return std::unexpected(number.error());
    const Result<QByteArray> changed = co_await ask(journal.remote, command, options, subject, stop);
    if (!changed)
        co_return std::unexpected(changed.error());
    co_return co_await finish(journal, *number, stop);
}

} // namespace

QCoro::Task<Result<>> installOnRouter(WorkshopPtr shop, InstallOnRouter install, Stop stop)
{
    JournalEntry entry;
    entry.what = u"packages "_s + install.packages.join(u' ');
    entry.prepare = {script(scripts::noteRouterPackages, {install.manager})};
    entry.takesBack = {script(scripts::removeFromRouter, {install.manager})};
    const Command command = script(scripts::installOnRouter, QStringList{install.manager} + install.packages);
    const RunOptions options = patiently(packagePatience);
    co_return co_await recorded(shop->journal, entry, command, options, install.packages.join(u' '), stop);
}

QCoro::Task<Result<>> changeUci(WorkshopPtr shop, ChangeUci uci, Stop stop)
{
    const Journal journal = uci.onRouter ? shop->routerJournal : shop->journal;
    if (!journal.remote)
        co_return fail(ErrorKind::RouterNotLookedAt, shop->plan.cluster.router.host);
    const QString path = u"/etc/config/"_s + uci.config;
    const bool servesFiles = uci.after.contains("option enable_tftp '1'");
    JournalEntry entry;
    entry.what = u"file "_s + path;
    entry.key = entry.what;
    entry.files = {KeptFile(path, sha256Of(uci.after))};
    entry.takesBack = {script(scripts::dropUci, {uci.config})};
    if (!uci.service.isEmpty())
        entry.takesBack.push_back(script(scripts::restartService, {uci.service, QString()}));
    const Result<QString> number = co_await record(journal, entry, stop);
    if (!number)
        co_return std::unexpected(number.error());
    const QString seen = uci.before.isEmpty() ? u"-"_s : QString::fromLatin1(sha256Of(uci.before));
    const Command stage = script(scripts::stageUci, {uci.config, seen, QString::fromLatin1(sha256Of(uci.after))});
    const RunOptions batch(uciBatch(uci.changes));
    const Result<QByteArray> staged = co_await ask(journal.remote, stage, batch, path, stop);
    if (!staged)
        co_return std::unexpected(staged.error());
    // `uci batch` ends well whatever it refused; so what it made of the settings is compared with what the plan says they will be.
    const auto would = parseUci(*staged, uci.config);
    if (!would || renderUci(*would) != uci.after)
        co_return fail(ErrorKind::RouterSettingsRefused, path);
    const Command commit = script(scripts::commitUci, {uci.config});
    if (const Result<QByteArray> done = co_await ask(journal.remote, commit, shortly(), path, stop); !done)
        co_return std::unexpected(done.error());
    if (!uci.service.isEmpty()) {
        const Command restart = script(scripts::restartService, {uci.service, servesFiles ? u"tftp"_s : QString()});
        if (const Result<QByteArray> done = co_await ask(journal.remote, restart, shortly(), uci.service, stop); !done)
            co_return std::unexpected(done.error());
    }
    co_return co_await finish(journal, *number, stop);
}

QCoro::Task<Result<>> mountStorage(WorkshopPtr shop, MountStorage mount, Stop stop)
{
    JournalEntry entry;
    entry.what = u"folder "_s + mount.target;
    entry.key = u"mount "_s + mount.target;
    entry.files = {KeptFile(mount.target)};
    entry.takesBack = {script(scripts::unmountStorage, {mount.target})};
    const Command command = script(scripts::mountStorage, {mount.uuid, mount.target});
    const RunOptions options = shortly();
    co_return co_await recorded(shop->journal, entry, command, options, mount.uuid, stop);
}

QCoro::Task<Result<>> writeBlock(WorkshopPtr shop, WriteBlock block, Stop stop)
{
    const Command read = script(scripts::readFile, {block.path});
    const Result<QByteArray> now = co_await ask(shop->remote, read, shortly(), block.path, stop);
    if (!now)
        co_return std::unexpected(now.error());
    const auto after = withBlock(*now, block.lines);
    if (!after)
        co_return fail(ErrorKind::ServerFileForeign, block.path);
    JournalEntry entry;
    entry.what = u"file "_s + block.path;
    entry.key = entry.what;
    entry.files = {KeptFile(block.path, sha256Of(*after))};
    if (block.path == routerExportsPath)
        entry.takesBack = {script(scripts::reexport, {})};
    const Command write = script(scripts::writeFile, {block.path, u"644"_s});
    const RunOptions options(*after);
    co_return co_await recorded(shop->journal, entry, write, options, block.path, stop);
}

QCoro::Task<Result<>> startOnRouter(WorkshopPtr shop, StartOnRouter start, Stop stop)
{
    JournalEntry entry;
    entry.what = u"service "_s + start.service;
    entry.key = entry.what;
    entry.prepare = {script(scripts::noteService, {start.service})};
    entry.takesBack = {script(scripts::settleService, {start.service})};
    const Command command = script(scripts::startService, {start.service, start.serves});
    const RunOptions options = patiently(std::chrono::minutes(2));
    co_return co_await recorded(shop->journal, entry, command, options, start.service, stop);
}

QCoro::Task<Result<>> checkRouter(WorkshopPtr shop, Stop stop)
{
    const Command listening(u"netstat"_s, {u"-lntu"_s});
    const Result<QByteArray> ports = co_await must(shop->remote, listening, shortly(), stop);
    if (!ports)
        co_return std::unexpected(ports.error());
    for (const auto &[port, service] : {std::pair(":67 ", u"dnsmasq"_s), std::pair(":69 ", u"dnsmasq"_s), std::pair(":2049 ", u"nfsd"_s)})
        if (!ports->contains(port))
            co_return fail(ErrorKind::ServerServiceFailed, service, QString::fromUtf8(*ports));
    co_return Result<>();
}

} // namespace bramble
