// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/perform.h"

#include "steps/in_background.h"
#include "steps/lay_node.h"
#include "steps/must.h"
#include "steps/node_secrets.h"
#include "steps/read_back.h"
#include "steps/server_scripts.h"
#include "steps/server_stream.h"
#include "text/dnsmasq_conf.h"
#include "text/export_hook.h"
#include "text/image_facts_json.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes aptPatience{15};
QCoro::Task<Result<>> fetchPackages(WorkshopPtr shop, FetchPackages fetch, Stop stop)
{
    const auto apt = [](QStringList arguments) {
        return asRoot(u"env"_s, QStringList{u"DEBIAN_FRONTEND=noninteractive"_s, u"apt-get"_s, u"-q"_s, u"-o"_s, u"DPkg::Lock::Timeout=120"_s} + arguments);
    };
    const Command update = apt({u"update"_s});
    const Command download = apt({u"-y"_s, u"--no-install-recommends"_s, u"--download-only"_s, u"install"_s});
    const Result<QByteArray> updated = co_await must(shop->remote, update, patiently(aptPatience), stop);
    if (!updated && updated.error().kind != ErrorKind::ServerCommandFailed)
        co_return std::unexpected(updated.error());
    const Command wanted(download.program, download.arguments + fetch.packages, true);
    const Result<QByteArray> fetched = co_await must(shop->remote, wanted, patiently(aptPatience), stop);
    if (!fetched && fetched.error().kind == ErrorKind::ServerCommandFailed)
        co_return fail(ErrorKind::ServerPackagesUnavailable, fetch.packages.join(u' '), fetched.error().detail);
    if (!fetched)
        co_return std::unexpected(fetched.error());
    co_return Result<>();
}

QCoro::Task<Result<>> installPackages(WorkshopPtr shop, InstallPackages install)
{
    shop->undo.push_back(Undo{script(scripts::removePackages, {}), {}});
    // dpkg is not interrupted: a stop is heard right after it.
    const Command command = script(scripts::installPackages, install.packages);
    co_return co_await done(shop->remote, command, patiently(std::chrono::hours(1)), Stop());
}

QCoro::Task<Result<>> streamImage(WorkshopPtr shop, StreamImage stream, ReportProgress report, Stop stop)
{
    const QString folder = shop->plan.layout.folder;
    noteStaging(*shop);
    const Command folders = script(scripts::makeFolders, {folder});
    const Command fresh = script(scripts::freshFolder, {stream.into});
    if (const Result<> made = co_await done(shop->remote, folders, shortly(), stop); !made)
        co_return std::unexpected(made.error());
    if (const Result<> made = co_await done(shop->remote, fresh, patiently(copyPatience), stop); !made)
        co_return std::unexpected(made.error());
    if (!shop->pass) {
        const auto begin = [image = shop->image, stop] { return image->begin({}, stop); };
        const Result<std::shared_ptr<ImagePass>> pass = co_await inBackground(begin);
        if (!pass)
            co_return std::unexpected(pass.error());
        shop->pass = *pass;
    }
    const MakeTar make = [pass = shop->pass, part = stream.part, stop](QString lastMember) -> std::shared_ptr<ByteSource> {
        return part == StreamImage::Part::Root ? pass->rootTar(lastMember, stop) : pass->bootTar(lastMember, stop);
    };
    // How long the tar will be nobody knows; about as long as what it holds.
    const ReportProgress about = [report, bytes = stream.bytes](Progress now) { report({now.done, std::max(now.done, bytes)}); };
    const Result<> sent = co_await unpackThere(shop->remote, make, stream.into, about, stop);
    if (stream.part == StreamImage::Part::Root) { // the last of the two
        shop->spilled = shop->pass->isSpilled();
        co_await endPass(shop);
    }
    co_return sent;
}

QCoro::Task<Result<>> keepImage(WorkshopPtr shop, KeepImage keep, Stop stop)
{
    const QStringList what{shop->plan.layout.folder, keep.image};
    shop->undo.push_back(Undo{script(scripts::dropImage, what), {}});
    const Command command = script(scripts::keepImage, what);
    // With what is known of it: whoever comes next, perhaps from another computer, need not have the image at all.
    co_return co_await done(shop->remote, command, patiently(copyPatience, imageFactsJson(shop->image->facts)), stop);
}

QCoro::Task<Result<>> writeFile(WorkshopPtr shop, WriteFile file, Stop stop)
{
    const QString mode = QString::number(file.mode, 8);
    // Between the look and now somebody may have been here; their work is not overwritten unseen.
    const QByteArray seen = file.before ? sha256Of(*file.before) : QByteArray("-");
    const Command compare = script(scripts::asSeen, {file.path, QString::fromLatin1(seen)});
    const Result<Output> same = co_await shop->remote->run(compare, shortly(), stop);
    if (!same)
        co_return std::unexpected(same.error());
    if (same->exitCode != 0)
        co_return fail(ErrorKind::ServerFileForeign, file.path);
    shop->undo.push_back(file.before ? Undo{script(scripts::writeFile, {file.path, mode}), *file.before} : Undo{script(scripts::removeFile, {file.path}), {}});
    const Command write = script(scripts::writeFile, {file.path, mode});
    const RunOptions options(file.content);
    co_return co_await done(shop->remote, write, options, stop);
}

QCoro::Task<Result<>> startUnit(WorkshopPtr shop, StartUnit start, Stop stop)
{
    shop->undo.push_back(Undo{script(scripts::stopUnit, {start.unit}), {}});
    const Command command = script(scripts::startUnit, {start.unit});
    const Result<Output> output = co_await shop->remote->run(command, shortly(), stop);
    if (!output)
        co_return std::unexpected(output.error());
    if (output->exitCode == 83)
        co_return fail(ErrorKind::ServerServiceFailed, start.unit, QString::fromUtf8(output->err.trimmed()));
    if (output->exitCode != 0)
        co_return std::unexpected(errorOf(command, *output));
    co_return Result<>();
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

} // namespace

QCoro::Task<> endPass(WorkshopPtr workshop)
{
    if (!workshop->pass)
        co_return;
    const auto drop = [pass = std::exchange(workshop->pass, {})]() mutable {
        pass.reset();
        return true;
    };
    co_await inBackground(drop);
}

void noteStaging(Workshop &shop)
{
    if (!shop.usesStaging)
        shop.undo.push_back(Undo{script(scripts::clearStaging, {shop.plan.layout.folder}), {}});
    shop.usesStaging = true;
}

QCoro::Task<Result<>> perform(WorkshopPtr workshop, Action action, ReportProgress report, Stop stop)
{
    if (const auto *fetch = std::get_if<FetchPackages>(&action))
        co_return co_await fetchPackages(workshop, *fetch, stop);
    if (const auto *install = std::get_if<InstallPackages>(&action))
        co_return co_await installPackages(workshop, *install);
    if (const auto *stream = std::get_if<StreamImage>(&action))
        co_return co_await streamImage(workshop, *stream, report, stop);
    if (const auto *lay = std::get_if<LayNode>(&action))
        co_return co_await layNode(workshop, withNodePassword(*lay, workshop->nodePasswordHash), stop);
    if (const auto *file = std::get_if<WriteFile>(&action))
        co_return co_await writeFile(workshop, *file, stop);
    if (const auto *unit = std::get_if<StartUnit>(&action))
        co_return co_await startUnit(workshop, *unit, stop);
    if (const auto *keep = std::get_if<KeepImage>(&action))
        co_return co_await keepImage(workshop, *keep, stop);
    if (const auto *drop = std::get_if<DropImage>(&action)) {
        const Command command = script(scripts::dropImage, {workshop->plan.layout.folder, drop->image});
        co_return co_await done(workshop->remote, command, patiently(copyPatience), stop);
    }
    if (std::holds_alternative<ReloadExports>(action)) {
        const Command reload = script(scripts::reloadExports, {QString(exportHookPath), workshop->plan.layout.tftp()});
        co_return co_await done(workshop->remote, reload, shortly(), stop);
    }
    co_return co_await checkServing(workshop, stop);
}

} // namespace bramble
