// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "steps/apply.h"
#include "steps/eeprom_update.h"
#include "steps/firmware.h"
#include "words/eeprom_words.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QDateTime>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr int wouldChange = 8; // the exit code, as that of plan

QString sentence(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<EepromConfig> configOf(const Arguments &arguments)
{
    EepromConfig config = EepromConfig::forCluster();
    for (const QString &setting : arguments.settings) {
        const auto key = eepromKey(setting.section(u'=', 0, 0));
        if (!key || !setting.contains(u'='))
            return fail(ErrorKind::InvalidEepromValue, setting);
        if (const QString value = setting.section(u'=', 1); value.isEmpty())
            config.unset(*key);
        else if (const Result<> set = config.set(*key, value); !set)
            return std::unexpected(set.error());
    }
    return config;
}

void showPlan(const Plan &plan, const QString &node, const EepromConfig &config, const TerminalPtr &terminal)
{
    terminal->line(sentence("%1 finds a new boot loader when it asks for its files next, writes it into its EEPROM, and starts over. Its settings are then\n"
                            "those of the package, with these:").arg(node));
    for (auto it = config.values().cbegin(); it != config.values().cend(); ++it)
        terminal->line(u"  %1=%2  (%3: %4)"_s.arg(QString(factsOf(it.key()).name), it.value(), words(it.key()), valueWords(it.key(), it.value())));
    for (const Action &action : plan.actions)
        if (const auto *file = std::get_if<WriteFile>(&action)) {
            terminal->line(u"  + "_s + file->path + u"  "_s + bytesWords(file->content.size()));
            terminal->object({{u"change"_s, file->before ? u"changed-file"_s : u"new-file"_s}, {u"name"_s, file->path}, {u"bytes"_s, qint64(file->content.size())}});
        }
}

} // namespace

QCoro::Task<int> prepareOverTftp(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const QString node = arguments.positional.value(0);
    const Result<Cluster> cluster = loadCluster(arguments);
    if (!cluster)
        co_return failed(terminal, cluster.error());
    const Result<EepromConfig> config = configOf(arguments);
    if (!config)
        co_return failed(terminal, config.error());
    const Result<BootRom> rom = eepromOf(*cluster, node);
    if (!rom)
        co_return failed(terminal, rom.error());
    const auto source = firmwareSourceOf(arguments.firmware);
    if (!source)
        co_return failed(terminal, Error{ErrorKind::FirmwareMissing, arguments.firmware.value(0), {}});
    const auto web = std::make_shared<Web>();
    const FetchSettings settings = fetchSettings(arguments);
    const Result<Firmware> firmware = co_await loadFirmware(*source, *rom, web, settings, stop);
    if (!firmware)
        co_return failed(terminal, firmware.error());
    const Result<RemotePtr> remote = co_await logIn(arguments, *cluster, terminal, stop);
    if (!remote)
        co_return failed(terminal, remote.error());
    const Result<EepromUpdateFacts> facts = co_await lookAtEepromUpdate(*cluster, node, *remote, stop);
    if (!facts)
        co_return failed(terminal, facts.error());
    const Result<Plan> plan = planEepromUpdate(*cluster, node, *firmware, *config, *facts, QDateTime::currentSecsSinceEpoch());
    if (!plan)
        co_return failed(terminal, plan.error());
    showPlan(*plan, node, *config, terminal);
    if (arguments.planOnly)
        co_return wouldChange;
    if (const Result<> go = agreed(arguments, *terminal, sentence("Lay these files for %1? Type yes:").arg(node)); !go)
        co_return failed(terminal, go.error());
    const ApplySink sink = applySink(*plan, terminal);
    const ImageSourcePtr noImage;
    const Result<> outcome = co_await apply(*plan, *remote, noImage, sink, stop);
    if (!outcome)
        co_return failed(terminal, outcome.error());
    terminal->object({{u"done"_s, true}, {u"waitsForStart"_s, true}});
    terminal->line(sentence("Start %1 anew, and leave it switched on until it is up again. bramble undo takes the files back with all the rest.").arg(node));
    co_return 0;
}

} // namespace bramble
