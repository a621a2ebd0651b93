// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/eeprom_update.h"

#include "steps/make_plan.h"
#include "steps/must.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// $1: the node's boot folder. Three parts: the server's name, then each file in base64 behind a mark, or nothing.
const QString lookScript = uR"sh(
[ ! -e /etc/openwrt_release ] || exit 67
[ -d "$1" ] || exit 66
uname -n
for f in pieeprom.upd pieeprom.sig; do
    echo "@$f"
    if [ -f "$1/$f" ]; then echo +; head -c 3000000 "$1/$f" | base64; fi
done
)sh"_s;

std::optional<QByteArray> part(const QByteArray &said, const QByteArray &mark)
{
    const qsizetype at = said.indexOf(mark);
    if (at < 0)
        return {};
    const qsizetype from = at + mark.size();
    const qsizetype end = said.indexOf("\n@", from);
    const QByteArray text = said.sliced(from, (end < 0 ? said.size() : end) - from);
    return text.startsWith("+\n") ? std::optional(QByteArray::fromBase64(text.sliced(2))) : std::nullopt;
}

} // namespace

Result<BootRom> eepromOf(const Cluster &cluster, const QString &node)
{
    const Node *which = nodeNamed(cluster, node);
    if (!which)
        return fail(ErrorKind::NodeUnknown, node);
    if (which->model == PiModel::Unknown)
        return fail(ErrorKind::PiNeedsOtherWay, u"model"_s);
    if (which->model == PiModel::Cm4)
        return fail(ErrorKind::PiNeedsOtherWay, u"module"_s);
    const BootRom rom = bootRom(which->model);
    if (rom == BootRom::None)
        return fail(ErrorKind::ModelCannotNetboot, node, shortName(which->model));
    if (rom == BootRom::Bcm2837)
        return fail(ErrorKind::PiNeedsOtherWay, u"no-eeprom"_s);
    return rom;
}

Result<Plan> planEepromUpdate(const Cluster &cluster, const QString &node, const Firmware &firmware, const EepromConfig &config,
                              const EepromUpdateFacts &facts, qint64 when)
{
    const Result<BootRom> rom = eepromOf(cluster, node);
    if (!rom)
        return std::unexpected(rom.error());
    if (const auto wrong = problems(config, *rom); !wrong.empty())
        return std::unexpected(wrong.front());
    const Result<std::vector<CardFile>> files = eepromCard(firmware, *rom, config, CardUse::Once, when);
    if (!files)
        return std::unexpected(files.error());
    Plan plan;
    plan.cluster = cluster;
    plan.layout = layoutOf(cluster);
    plan.serverName = facts.serverName;
    const QString folder = plan.layout.bootFolder(nodeNamed(cluster, node)->folder()) + u'/';
    // The digest comes last: a boot loader that finds it wants the image.
    for (const auto &[name, before] : {std::pair(u"pieeprom.upd"_s, facts.image), std::pair(u"pieeprom.sig"_s, facts.digest)}) {
        const auto file = std::ranges::find(*files, name, &CardFile::name);
        if (file == files->end())
            return fail(ErrorKind::FirmwareMissing, name);
        plan.bytesNeeded += file->content.size();
        plan.actions.push_back(WriteFile{folder + name, 0644, file->content, before});
    }
    return plan;
}

QCoro::Task<Result<EepromUpdateFacts>> lookAtEepromUpdate(Cluster cluster, QString node, RemotePtr remote, Stop stop)
{
    const Node *which = nodeNamed(cluster, node);
    if (!which)
        co_return fail(ErrorKind::NodeUnknown, node);
    const QString folder = layoutOf(cluster).bootFolder(which->folder());
    const Command look = script(lookScript, {folder});
    const RunOptions options = shortly();
    const Result<Output> output = co_await remote->run(look, options, stop);
    if (!output)
        co_return std::unexpected(output.error());
    constexpr int noFolder = 66;
    constexpr int openWrt = 67;
    if (output->exitCode == noFolder)
        co_return fail(ErrorKind::ServerVerifyFailed, folder);
    if (output->exitCode == openWrt)
        co_return fail(ErrorKind::ServerUnsupported, u"OpenWrt"_s);
    if (output->exitCode != 0)
        co_return std::unexpected(errorOf(look, *output));
    EepromUpdateFacts facts;
    facts.serverName = QString::fromUtf8(output->out.left(output->out.indexOf('\n')).left(64));
    facts.image = part(output->out, "@pieeprom.upd\n");
    facts.digest = part(output->out, "@pieeprom.sig\n");
    co_return facts;
}

} // namespace bramble
