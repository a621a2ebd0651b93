// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/preview.h"

#include "steps/line_diff.h"
#include "steps/make_openwrt_plan.h"
#include "text/firewall_rules.h"
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

Change named(Change::Kind kind, const QString &name)
{
    Change change;
    change.kind = kind;
    change.name = name;
    return change;
}

struct Parts
{
    std::vector<Change> packages, files, data, exports, services, firewall;

    void take(const FetchPackages &, const Plan &) { }
    void take(const StreamImage &, const Plan &) { }
    void take(const ReloadExports &, const Plan &) { }
    void take(const CheckServing &, const Plan &) { }
    void take(const InstallPackages &install, const Plan &)
    {
        for (const QString &name : install.packages)
            packages.push_back(named(Change::Kind::Package, name));
    }
    void take(const WriteFile &file, const Plan &) { files.push_back(ofFile(file)); }
    void take(const LayNode &lay, const Plan &plan)
    {
        data.push_back(ofNode(lay));
        Change offered = named(Change::Kind::Export, lay.node);
        offered.details = QStringList{plan.layout.rootFolder(lay.folder), plan.layout.bootFolder(lay.folder)};
        exports.push_back(offered);
    }
    void take(const KeepImage &keep, const Plan &) { data.push_back(ofImage(Change::Kind::KeptImage, keep.image, keep.bytes)); }
    void take(const DropImage &drop, const Plan &) { data.push_back(ofImage(Change::Kind::DroppedImage, drop.image, 0)); }
    void take(const StartUnit &start, const Plan &) { services.push_back(named(Change::Kind::Service, start.unit)); }
    void take(const ExtendDhcp &extend, const Plan &)
    {
        files.push_back(ofFile(extend.file));
        Change restart = named(Change::Kind::Restart, extend.extension.unit);
        if (extend.extension.switchOn)
            restart.details << u"misc.etc_dnsmasq_d = true"_s;
        services.push_back(restart);
    }
    void take(const TuneNfs &tune, const Plan &)
    {
        files.push_back(ofFile(tune.file));
        if (tune.restart)
            services.push_back(named(Change::Kind::Restart, u"nfs-server.service"_s));
    }
    void take(const OpenFirewall &open, const Plan &)
    {
        if (open.file)
            files.push_back(ofFile(*open.file));
        Change rules = named(Change::Kind::Firewall, openingCommands(open).front().program);
        rules.details = ruleTexts(open);
        firewall.push_back(rules);
    }
    void take(const InstallOnRouter &install, const Plan &)
    {
        for (const QString &name : install.packages)
            packages.push_back(named(Change::Kind::Package, name));
    }
    void take(const ChangeUci &uci, const Plan &plan)
    {
        const QString where = uci.onRouter ? plan.cluster.router.host + u':' : QString();
        Change change = named(Change::Kind::Settings, where + u"/etc/config/"_s + uci.config);
        change.before = uci.before;
        change.after = uci.after;
        change.batch = uciBatch(uci.changes);
        files.push_back(change);
    }
    void take(const WriteBlock &block, const Plan &)
    {
        Change change = named(Change::Kind::ChangedFile, block.path);
        change.after = block.lines;
        files.push_back(change);
    }
    void take(const MountStorage &mount, const Plan &) { services.push_back(named(Change::Kind::Service, mount.target)); }
    void take(const StartOnRouter &start, const Plan &) { services.push_back(named(Change::Kind::Service, start.service)); }
    void take(const CheckRouter &, const Plan &) { }
};

} // namespace

std::vector<Change> preview(const Plan &plan)
{
    Parts parts;
    for (const Action &action : plan.actions)
        std::visit([&parts, &plan](const auto &one) { parts.take(one, plan); }, action);
    std::vector<Change> all;
    for (auto *part : {&parts.packages, &parts.files, &parts.data, &parts.exports, &parts.services, &parts.firewall})
        std::ranges::move(*part, std::back_inserter(all));
    for (Change &change : all)
        change.drifted = (change.kind == Change::Kind::NewFile || change.kind == Change::Kind::ChangedFile) && plan.drifted.contains(change.name);
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
