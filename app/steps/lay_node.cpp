// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/lay_node.h"

#include "image/tar_of.h"
#include "steps/must.h"
#include "steps/read_back.h"
#include "steps/reconnect.h"
#include "steps/server_scripts.h"
#include "steps/server_stream.h"

#include <QSet>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

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

} // namespace

QCoro::Task<Result<>> layOver(RemotePtr remote, Unpacker unpacker, QString tree, std::vector<TreeFile> files, QStringList removed, QStringList alsoTouched, Stop stop)
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
    const MakeTar make = [files](QString lastMember) -> std::shared_ptr<ByteSource> { return tarOf(files, lastMember); };
    const ReportProgress silent = [](Progress) { };
    const Result<> unpacked = co_await unpackThere(remote, unpacker, make, tree, silent, stop);
    if (!unpacked)
        co_return std::unexpected(unpacked.error());
    co_return co_await verifyLaid(remote, tree, files, stop);
}

QCoro::Task<Result<>> layNode(WorkshopPtr shop, LayNode lay, Stop stop)
{
    const QString folder = shop->plan.layout.folder;
    const QString root = shop->plan.layout.staging() + u'/' + lay.folder + u".root"_s;
    const QString boot = shop->plan.layout.staging() + u'/' + lay.folder + u".boot"_s;
    if (const Result<> noted = co_await noteFolders(shop, stop); !noted)
        co_return std::unexpected(noted.error());
    const Command stage = script(scripts::stageNode, {folder, lay.folder, lay.takesStaged ? u"move"_s : u"copy"_s, lay.from});
    if (const Result<> staged = co_await doneDetached(shop, u"copy"_s, stage, copyPatience, stop); !staged)
        co_return std::unexpected(staged.error());
    const Unpacker unpacker = unpackerFor(shop->plan);
    const QStringList identityFolders{u"etc"_s, u"etc/ssh"_s};
    if (const Result<> laid = co_await layOver(shop->remote, unpacker, root, lay.rootFiles, lay.rootRemoved, identityFolders, stop); !laid)
        co_return std::unexpected(laid.error());
    if (const Result<> laid = co_await layOver(shop->remote, unpacker, boot, lay.bootFiles, lay.bootRemoved, {}, stop); !laid)
        co_return std::unexpected(laid.error());
    const Command identity = script(scripts::freshIdentity, {root});
    if (const Result<> made = co_await done(shop->remote, identity, patiently(std::chrono::minutes(3)), stop); !made)
        co_return std::unexpected(made.error());
    if (lay.again) {
        const Command same = script(scripts::sameIdentity, {folder, lay.folder, root});
        if (const Result<> kept = co_await done(shop->remote, same, shortly(), stop); !kept)
            co_return std::unexpected(kept.error());
    }
    JournalEntry entry;
    entry.what = u"node "_s + lay.node + u' ' + lay.folder;
    entry.key = u"node "_s + lay.folder;
    entry.prepare = {script(scripts::noteNode, {folder, lay.folder})};
    entry.takesBack = {script(scripts::unplaceNode, {folder, lay.folder, lay.treeId})};
    if (lay.again)
        entry.atCommit = {script(scripts::keepFormer, {folder, lay.folder})};
    const Command place = script(scripts::placeNode, {folder, lay.folder, lay.treeId});
    const Result<QString> number = co_await record(shop->journal, entry, stop);
    if (!number)
        co_return std::unexpected(number.error());
    // Away from the connection: the node's tree is never left between two renames because we went away.
    if (const Result<> placed = co_await doneDetached(shop, u"place"_s, place, copyPatience, Stop()); !placed)
        co_return std::unexpected(placed.error());
    co_return co_await finish(shop->journal, *number, stop);
}

} // namespace bramble
