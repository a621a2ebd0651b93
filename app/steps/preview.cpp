// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/preview.h"

#include "steps/line_diff.h"
#include "steps/make_openwrt_plan.h"
#include "text/uci_text.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

Change ofFile(const WriteFile &file)
{
    Change change;
    change.kind = !file.before ? Change::Kind::NewFile : *file.before == file.content ? Change::Kind::SameFile : Change::Kind::ChangedFile;
    change.name = file.path;
    change.before = file.before.value_or(QByteArray());
    change.after = file.content;
    return change;
}

Change ofImage(Change::Kind kind, const QString &sha256, qint64 bytes)
{
    Change change;
    change.kind = kind;
    change.name = sha256.first(std::min<qsizetype>(sha256.size(), 12));
    change.bytes = bytes;
    return change;
}

Change ofNode(const LayNode &lay)
{
    Change change;
    change.kind = Change::Kind::NodeData;
    change.name = lay.node;
    change.bytes = lay.bytes;
    for (const TreeFile &file : lay.bootFiles)
        change.details << u"/boot/firmware/"_s + file.path;
    for (const TreeFile &file : lay.rootFiles)
        change.details << u'/' + file.path;
    for (const QString &path : lay.bootRemoved)
        change.details << u"-/boot/firmware/"_s + path;
    for (const QString &path : lay.rootRemoved)
        change.details << u"-/"_s + path;
    return change;
}

} // namespace

std::vector<Change> preview(const Plan &plan)
{
    std::vector<Change> packages, files, data, services;
    for (const Action &action : plan.actions) {
        if (const auto *install = std::get_if<InstallPackages>(&action)) {
            for (const QString &name : install->packages) {
                Change change;
                change.kind = Change::Kind::Package;
                change.name = name;
                packages.push_back(change);
            }
        } else if (const auto *file = std::get_if<WriteFile>(&action)) {
            files.push_back(ofFile(*file));
        } else if (const auto *lay = std::get_if<LayNode>(&action)) {
            data.push_back(ofNode(*lay));
        } else if (const auto *keep = std::get_if<KeepImage>(&action)) {
            data.push_back(ofImage(Change::Kind::KeptImage, keep->image, keep->bytes));
        } else if (const auto *drop = std::get_if<DropImage>(&action)) {
            data.push_back(ofImage(Change::Kind::DroppedImage, drop->image, 0));
        } else if (const auto *more = std::get_if<InstallOnRouter>(&action)) {
            for (const QString &name : more->packages) {
                Change change;
                change.kind = Change::Kind::Package;
                change.name = name;
                packages.push_back(change);
            }
        } else if (const auto *uci = std::get_if<ChangeUci>(&action)) {
            Change change;
            change.kind = Change::Kind::Settings;
            change.name = u"/etc/config/"_s + uci->config;
            change.before = uci->before;
            change.after = uci->after;
            change.batch = uciBatch(uci->changes);
            files.push_back(change);
        } else if (const auto *block = std::get_if<WriteBlock>(&action)) {
            Change change;
            change.kind = Change::Kind::ChangedFile;
            change.name = block->path;
            change.after = block->lines;
            files.push_back(change);
        } else if (const auto *mount = std::get_if<MountStorage>(&action)) {
            Change change;
            change.kind = Change::Kind::Service;
            change.name = mount->target;
            services.push_back(change);
        } else if (const auto *service = std::get_if<StartOnRouter>(&action)) {
            Change change;
            change.kind = Change::Kind::Service;
            change.name = service->service;
            services.push_back(change);
        } else if (const auto *unit = std::get_if<StartUnit>(&action)) {
            Change change;
            change.kind = Change::Kind::Service;
            change.name = unit->unit;
            services.push_back(change);
        }
    }
    std::vector<Change> all;
    for (auto *part : {&packages, &files, &data, &services})
        std::ranges::move(*part, std::back_inserter(all));
    return all;
}

QString unifiedDiff(const QString &path, const QByteArray &before, const QByteArray &after)
{
    if (before == after)
        return {};
    const std::vector<DiffLine> lines = diffLines(before, after);
    constexpr qsizetype context = 3;
    const auto count = qsizetype(lines.size());
    std::vector<bool> shown(lines.size(), false);
    for (qsizetype i = 0; i < count; ++i)
        if (lines[size_t(i)].sign != ' ')
            for (qsizetype k = std::max<qsizetype>(0, i - context); k <= std::min(count - 1, i + context); ++k)
                shown[size_t(k)] = true;
    QString text = u"--- "_s + (before.isEmpty() ? u"/dev/null"_s : path) + u"\n+++ "_s + path + u'\n';
    for (qsizetype i = 0; i < count; ++i) {
        if (!shown[size_t(i)])
            continue;
        if (i == 0 || !shown[size_t(i - 1)])
            text += u"@@ -%1 +%2 @@\n"_s.arg(lines[size_t(i)].oldNumber).arg(lines[size_t(i)].newNumber);
        text += QLatin1Char(lines[size_t(i)].sign) + QString::fromUtf8(lines[size_t(i)].text) + u'\n';
    }
    return text;
}

} // namespace bramble
