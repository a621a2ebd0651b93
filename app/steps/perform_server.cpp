// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/perform_server.h"

#include "steps/must.h"
#include "steps/read_back.h"
#include "steps/reconnect.h"
#include "steps/server_scripts.h"
#include "text/dnsmasq_conf.h"
#include "text/export_hook.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes aptPatience{15};

// What the service does comes back after its files did, so it is recorded before them.
QCoro::Task<Result<>> noteUnit(WorkshopPtr shop, Stop stop)
{
    if (shop->notedUnit)
        co_return Result<>();
    const QString unit(dnsmasqUnitName);
    JournalEntry entry;
    entry.what = u"service "_s + unit;
    entry.key = entry.what;
    entry.prepare = {script(scripts::noteUnit, {unit})};
    entry.takesBack = {script(scripts::settleUnit, {unit, QString(exportHookPath)})};
    const Result<QString> number = co_await record(shop->journal, entry, stop);
    if (!number)
        co_return std::unexpected(number.error());
    shop->notedUnit = true;
    co_return co_await finish(shop->journal, *number, stop);
}

} // namespace

QCoro::Task<Result<>> fetchPackages(WorkshopPtr shop, FetchPackages fetch, Stop stop)
{
    const auto apt = [](QStringList arguments) {
        return asRoot(u"env"_s, QStringList{u"DEBIAN_FRONTEND=noninteractive"_s, u"apt-get"_s, u"-q"_s, u"-o"_s, u"DPkg::Lock::Timeout=120"_s} + arguments);
    };
    const Command update = apt({u"update"_s});
    const Command download = apt({u"-y"_s, u"--no-install-recommends"_s, u"--download-only"_s, u"install"_s});
    const Result<> updated = co_await doneDetached(shop, u"lists"_s, update, aptPatience, stop);
    if (!updated && updated.error().kind != ErrorKind::ServerCommandFailed)
        co_return std::unexpected(updated.error());
    const Command wanted(download.program, download.arguments + fetch.packages, true);
    const Result<> fetched = co_await doneDetached(shop, u"download"_s, wanted, aptPatience, stop);
    if (!fetched && fetched.error().kind == ErrorKind::ServerCommandFailed)
        co_return fail(ErrorKind::ServerPackagesUnavailable, fetch.packages.join(u' '), fetched.error().detail);
    if (!fetched)
        co_return std::unexpected(fetched.error());
    co_return Result<>();
}

QCoro::Task<Result<>> installPackages(WorkshopPtr shop, InstallPackages install, Stop stop)
{
    JournalEntry entry;
    entry.what = u"packages "_s + install.packages.join(u' ');
    entry.prepare = {script(scripts::notePackages, install.packages)};
    entry.takesBack = {script(scripts::removePackages, {})};
    entry.holds = {script(scripts::nobodyNeedsPackages, {})};
    const Command command = script(scripts::installPackages, install.packages);
    if (stop.stop_requested())
        co_return fail(ErrorKind::Stopped);
    const Result<QString> number = co_await record(shop->journal, entry, stop);
    if (!number)
        co_return std::unexpected(number.error());
    // dpkg is not interrupted: a stop is heard right after it.
    if (const Result<> installed = co_await doneDetached(shop, u"packages"_s, command, std::chrono::hours(1), Stop()); !installed)
        co_return std::unexpected(installed.error());
    co_return co_await finish(shop->journal, *number, Stop());
}

QCoro::Task<Result<>> writeFile(WorkshopPtr shop, WriteFile file, Stop stop)
{
    // Between the look and now somebody may have been here; their work is not overwritten unseen.
    const QByteArray seen = file.before ? sha256Of(*file.before) : QByteArray("-");
    const Command compare = script(scripts::asSeen, {file.path, QString::fromLatin1(seen), QString::fromLatin1(sha256Of(file.content))});
    const Result<Output> same = co_await shop->remote->run(compare, shortly(), stop);
    if (!same)
        co_return std::unexpected(same.error());
    if (same->exitCode != 0)
        co_return fail(ErrorKind::ServerFileForeign, file.path);
    if (const Result<> noted = co_await noteUnit(shop, stop); !noted)
        co_return std::unexpected(noted.error());
    JournalEntry entry;
    entry.what = u"file "_s + file.path;
    entry.key = entry.what;
    entry.files = {KeptFile(file.path, sha256Of(file.content))};
    const Command write = script(scripts::writeFile, {file.path, QString::number(file.mode, 8)});
    const RunOptions options(file.content);
    co_return co_await change(shop, entry, write, options, stop);
}

QCoro::Task<Result<>> startUnit(WorkshopPtr shop, StartUnit start, Stop stop)
{
    if (const Result<> noted = co_await noteUnit(shop, stop); !noted)
        co_return std::unexpected(noted.error());
    JournalEntry entry;
    entry.what = u"unit "_s + start.unit;
    entry.key = entry.what;
    entry.takesBack = {script(scripts::stopUnit, {start.unit})};
    const Result<QString> number = co_await record(shop->journal, entry, stop);
    if (!number)
        co_return std::unexpected(number.error());
    const Command command = script(scripts::startUnit, {start.unit});
    const Result<Output> output = co_await shop->remote->run(command, shortly(), stop);
    if (!output)
        co_return std::unexpected(output.error());
    if (output->exitCode == 83)
        co_return fail(ErrorKind::ServerServiceFailed, start.unit, QString::fromUtf8(output->err.trimmed()));
    if (output->exitCode != 0)
        co_return std::unexpected(errorOf(command, *output));
    co_return co_await finish(shop->journal, *number, stop);
}

QCoro::Task<Result<>> reloadExports(WorkshopPtr shop, Stop stop)
{
    JournalEntry entry;
    entry.what = u"exports"_s;
    entry.key = entry.what;
    entry.prepare = {script(scripts::noteExports, {})};
    entry.takesBack = {script(scripts::forgetExports, {})};
    const Command reload = script(scripts::reloadExports, {QString(exportHookPath), shop->plan.layout.tftp()});
    co_return co_await change(shop, entry, reload, shortly(), stop);
}

QCoro::Task<Result<>> checkServing(WorkshopPtr shop, Stop stop)
{
    for (const QString &unit : {QString(dnsmasqUnitName), u"nfs-server.service"_s}) {
        const Command ask = asRoot(u"systemctl"_s, {u"is-active"_s, unit});
        const Result<Output> output = co_await shop->remote->run(ask, shortly(), stop);
        if (!output)
            co_return std::unexpected(output.error());
        if (output->exitCode != 0)
            co_return fail(ErrorKind::ServerServiceFailed, unit, QString::fromUtf8(output->out.trimmed()));
    }
    co_return Result<>();
}

} // namespace bramble
