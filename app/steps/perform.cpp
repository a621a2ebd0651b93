// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/perform.h"

#include "steps/must.h"
#include "steps/read_back.h"
#include "steps/server_scripts.h"
#include "text/dnsmasq_conf.h"
#include "text/export_hook.h"
#include "text/image_facts_json.h"

#include <QSet>
#include <QUuid>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::minutes aptPatience{15};
constexpr std::chrono::minutes copyPatience{30};

RunOptions patiently(std::chrono::milliseconds deadline, QByteArray input = {})
{
    RunOptions options(std::move(input));
    options.deadline = deadline;
    return options;
}

RunOptions shortly(QByteArray input = {})
{
    return RunOptions(std::move(input));
}

QString endMark()
{
    return u".brambleboot-whole-"_s + QUuid::createUuid().toString(QUuid::Id128);
}

// A stream of files into a folder of the server. Exit 0 alone proves nothing: tar is content with a stream that was cut between
// two members, so the last member has to have arrived.
QCoro::Task<Result<>> unpack(RemotePtr remote, std::shared_ptr<ByteSource> source, QString folder, QString mark, ReportProgress report, Stop stop)
{
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

QCoro::Task<Result<>> done(RemotePtr remote, Command command, RunOptions options, Stop stop)
{
    const Result<QByteArray> out = co_await must(remote, command, options, stop);
    if (!out)
        co_return std::unexpected(out.error());
    co_return Result<>();
}

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

/// Whatever comes first into staging is taken back last.
void noteStaging(Workshop &shop)
{
    if (!shop.usesStaging)
        shop.undo.push_back(Undo{script(scripts::clearStaging, {shop.plan.layout.folder}), {}});
    shop.usesStaging = true;
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
    const QString mark = endMark();
    std::shared_ptr<ByteSource> source = stream.part == StreamImage::Part::Root ? shop->image->rootTar(mark, stop) : shop->image->bootTar(mark, stop);
    co_return co_await unpack(shop->remote, source, stream.into, mark, report, stop);
}

// Every folder that something is written into; the image may hold a symlink in its place that leads out of the tree.
QStringList touchedFolders(const std::vector<TreeFile> &files, const QStringList &removed)
{
    QSet<QString> folders;
    for (const TreeFile &file : files)
        folders.insert(file.path.contains(u'/') ? file.path.section(u'/', 0, -2) : u"."_s);
    for (const QString &path : removed)
        folders.insert(path.contains(u'/') ? path.section(u'/', 0, -2) : u"."_s);
    QStringList sorted(folders.begin(), folders.end());
    sorted.sort();
    return sorted;
}

/// That a stream went through says what was sent. This says what is there.
QCoro::Task<Result<>> verifyLaid(RemotePtr remote, QString tree, std::vector<TreeFile> files, Stop stop)
{
    QStringList arguments{tree};
    QByteArrayList expected;
    QHash<QString, qsizetype> places; // a path may be listed twice: the later one counts
    for (const TreeFile &file : files) {
        const auto known = places.constFind(file.path);
        if (known != places.cend()) {
            expected[*known] = asLaid(file);
            continue;
        }
        places.insert(file.path, expected.size());
        arguments << file.path;
        expected << asLaid(file);
    }
    const Command read = script(scripts::readBack, arguments);
    const Result<QByteArray> found = co_await must(remote, read, shortly(), stop);
    if (!found)
        co_return std::unexpected(found.error());
    const QByteArrayList lines = found->split('\n');
    for (qsizetype i = 0; i < expected.size(); ++i)
        if (lines.value(i) != expected[i])
            co_return fail(ErrorKind::ServerVerifyFailed, arguments[i + 1], QString::fromUtf8(lines.value(i)));
    co_return Result<>();
}

QCoro::Task<Result<>> layOver(RemotePtr remote, QString tree, std::vector<TreeFile> files, QStringList removed, QStringList alsoTouched, Stop stop)
{
    const Command inside = script(scripts::staysInside, QStringList{tree} + touchedFolders(files, removed) + alsoTouched);
    const RunOptions options;
    const Result<Output> stays = co_await remote->run(inside, options, stop);
    if (!stays)
        co_return std::unexpected(stays.error());
    if (stays->exitCode == 82)
        co_return fail(ErrorKind::ImageNotForPi, QString::fromUtf8(stays->err.trimmed()), u"symlink"_s);
    if (stays->exitCode != 0)
        co_return std::unexpected(errorOf(inside, *stays));
    if (!removed.isEmpty()) {
        const Command remove = script(scripts::removePaths, QStringList{tree} + removed);
        if (const Result<> gone = co_await done(remote, remove, shortly(), stop); !gone)
            co_return std::unexpected(gone.error());
    }
    if (files.empty())
        co_return Result<>();
    const QString mark = endMark();
    std::shared_ptr<ByteSource> source = tarOf(files, mark);
    const ReportProgress silent = [](Progress) { };
    const Result<> unpacked = co_await unpack(remote, source, tree, mark, silent, stop);
    if (!unpacked)
        co_return std::unexpected(unpacked.error());
    co_return co_await verifyLaid(remote, tree, files, stop);
}

QCoro::Task<Result<>> keepImage(WorkshopPtr shop, KeepImage keep, Stop stop)
{
    const QStringList what{shop->plan.layout.folder, keep.image};
    shop->undo.push_back(Undo{script(scripts::dropImage, what), {}});
    const Command command = script(scripts::keepImage, what);
    // With what is known of it: whoever comes next, perhaps from another computer, need not have the image at all.
    co_return co_await done(shop->remote, command, patiently(copyPatience, imageFactsJson(shop->image->facts())), stop);
}

QCoro::Task<Result<>> layNode(WorkshopPtr shop, LayNode lay, Stop stop)
{
    const QString folder = shop->plan.layout.folder;
    const QString root = shop->plan.layout.staging() + u'/' + lay.folder + u".root"_s;
    const QString boot = shop->plan.layout.staging() + u'/' + lay.folder + u".boot"_s;
    noteStaging(*shop);
    const Command stage = script(scripts::stageNode, {folder, lay.folder, lay.takesStaged ? u"move"_s : u"copy"_s, lay.from});
    if (const Result<> staged = co_await done(shop->remote, stage, patiently(copyPatience), stop); !staged)
        co_return std::unexpected(staged.error());
    const QStringList identityFolders{u"etc"_s, u"etc/ssh"_s};
    if (const Result<> laid = co_await layOver(shop->remote, root, lay.rootFiles, lay.rootRemoved, identityFolders, stop); !laid)
        co_return std::unexpected(laid.error());
    if (const Result<> laid = co_await layOver(shop->remote, boot, lay.bootFiles, lay.bootRemoved, {}, stop); !laid)
        co_return std::unexpected(laid.error());
    const Command identity = script(scripts::freshIdentity, {root});
    if (const Result<> made = co_await done(shop->remote, identity, patiently(std::chrono::minutes(3)), stop); !made)
        co_return std::unexpected(made.error());
    shop->undo.push_back(Undo{script(scripts::unplaceNode, {folder, lay.folder, lay.treeId}), {}});
    const Command place = script(scripts::placeNode, {folder, lay.folder, lay.treeId});
    co_return co_await done(shop->remote, place, patiently(copyPatience), stop);
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

QCoro::Task<Result<>> perform(WorkshopPtr workshop, Action action, ReportProgress report, Stop stop)
{
    if (const auto *fetch = std::get_if<FetchPackages>(&action))
        co_return co_await fetchPackages(workshop, *fetch, stop);
    if (const auto *install = std::get_if<InstallPackages>(&action))
        co_return co_await installPackages(workshop, *install);
    if (const auto *stream = std::get_if<StreamImage>(&action))
        co_return co_await streamImage(workshop, *stream, report, stop);
    if (const auto *lay = std::get_if<LayNode>(&action))
        co_return co_await layNode(workshop, *lay, stop);
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
