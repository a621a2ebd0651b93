// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/perform.h"

#include "steps/in_background.h"
#include "steps/lay_node.h"
#include "steps/must.h"
#include "steps/node_secrets.h"
#include "steps/perform_network.h"
#include "steps/perform_openwrt.h"
#include "steps/perform_server.h"
#include "steps/server_scripts.h"
#include "steps/server_stream.h"
#include "text/image_facts_json.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QCoro::Task<Result<>> streamImage(WorkshopPtr shop, StreamImage stream, ReportProgress report, Stop stop)
{
    if (const Result<> noted = co_await noteFolders(shop, stop); !noted)
        co_return std::unexpected(noted.error());
    const Command fresh = script(scripts::freshFolder, {stream.into});
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
    const Result<> sent = co_await unpackThere(shop->remote, unpackerFor(shop->plan), make, stream.into, about, stop);
    if (stream.part == StreamImage::Part::Root) { // the last of the two
        shop->spilled = shop->pass->isSpilled();
        co_await endPass(shop);
    }
    co_return sent;
}

QCoro::Task<Result<>> keepImage(WorkshopPtr shop, KeepImage keep, Stop stop)
{
    const QStringList what{shop->plan.layout.folder, keep.image};
    JournalEntry entry;
    entry.what = u"image "_s + keep.image;
    entry.key = entry.what;
    entry.takesBack = {script(scripts::dropImage, what)};
    const Command command = script(scripts::keepImage, what);
    // With what is known of it: whoever comes next, perhaps from another computer, need not have the image at all.
    const RunOptions options = patiently(copyPatience, imageFactsJson(shop->image->facts));
    co_return co_await change(shop, entry, command, options, stop);
}

QCoro::Task<Result<>> dropImage(WorkshopPtr shop, DropImage drop, Stop stop)
{
    const Command command = script(scripts::dropImage, {shop->plan.layout.folder, drop.image});
    if (const Result<> gone = co_await done(shop->remote, command, patiently(copyPatience), stop); !gone)
        co_return std::unexpected(gone.error());
    co_return co_await forget(shop->journal, u"image "_s + drop.image);
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

QCoro::Task<Result<>> noteFolders(WorkshopPtr shop, Stop stop)
{
    if (shop->notedFolders)
        co_return Result<>();
    const ServerLayout layout = shop->plan.layout;
    JournalEntry entry;
    entry.what = u"folder "_s + layout.folder;
    entry.key = entry.what;
    for (const QString &path : {layout.staging(), layout.tftp(), layout.nfs(), layout.marks(), layout.images(), layout.folder})
        entry.files.push_back(KeptFile(path));
    entry.prepare = {script(scripts::noteFolders, {layout.folder})};
    entry.takesBack = {script(scripts::clearStaging, {layout.folder}), script(scripts::leaveFolders, {layout.folder})};
    entry.atCommit = {script(scripts::clearStaging, {layout.folder})};
    const Command command = script(scripts::makeFolders, {layout.folder});
    const Result<> made = co_await change(shop, entry, command, shortly(), stop);
    shop->notedFolders = made.has_value();
    co_return made;
}

QCoro::Task<Result<>> change(WorkshopPtr shop, JournalEntry entry, Command command, RunOptions options, Stop stop)
{
    const Result<QString> number = co_await record(shop->journal, entry, stop);
    if (!number)
        co_return std::unexpected(number.error());
    if (const Result<> changed = co_await done(shop->remote, command, options, stop); !changed)
        co_return std::unexpected(changed.error());
    co_return co_await finish(shop->journal, *number, stop);
}

QCoro::Task<Result<>> perform(WorkshopPtr workshop, Action action, ReportProgress report, Stop stop)
{
    if (const auto *fetch = std::get_if<FetchPackages>(&action))
        co_return co_await fetchPackages(workshop, *fetch, stop);
    if (const auto *install = std::get_if<InstallPackages>(&action))
        co_return co_await installPackages(workshop, *install, stop);
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
    if (const auto *drop = std::get_if<DropImage>(&action))
        co_return co_await dropImage(workshop, *drop, stop);
    if (const auto *install = std::get_if<InstallOnRouter>(&action))
        co_return co_await installOnRouter(workshop, *install, stop);
    if (const auto *uci = std::get_if<ChangeUci>(&action))
        co_return co_await changeUci(workshop, *uci, stop);
    if (const auto *mount = std::get_if<MountStorage>(&action))
        co_return co_await mountStorage(workshop, *mount, stop);
    if (const auto *block = std::get_if<WriteBlock>(&action))
        co_return co_await writeBlock(workshop, *block, stop);
    if (const auto *service = std::get_if<StartOnRouter>(&action))
        co_return co_await startOnRouter(workshop, *service, stop);
    if (std::holds_alternative<CheckRouter>(action))
        co_return co_await checkRouter(workshop, stop);
    if (const auto *extend = std::get_if<ExtendDhcp>(&action))
        co_return co_await extendDhcp(workshop, *extend, stop);
    if (const auto *open = std::get_if<OpenFirewall>(&action))
        co_return co_await openFirewall(workshop, *open, stop);
    if (const auto *tune = std::get_if<TuneNfs>(&action))
        co_return co_await tuneNfs(workshop, *tune, stop);
    if (std::holds_alternative<ReloadExports>(action))
        co_return co_await reloadExports(workshop, stop);
    co_return co_await checkServing(workshop, stop);
}

} // namespace bramble
