// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "steps/card.h"
#include "steps/firmware.h"
#include "words/eeprom_words.h"
#include "words/readiness_words.h"
#include "words/words.h"

#include <QCoreApplication>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<FirmwareSource> sourceOf(const QStringList &words)
{
    if (const auto source = firmwareSourceOf(words))
        return *source;
    if (words.size() == 1 && !words[0].contains(u'#'))
        return fail(ErrorKind::FirmwareMissing, words[0]);
    return fail(ErrorKind::Usage, u"--firmware"_s, u"card"_s);
}

Result<CardWish> wishOf(const Arguments &arguments)
{
    CardWish wish;
    const auto model = parsePiModel(arguments.model);
    if (!model)
        return fail(ErrorKind::InvalidModel, arguments.model);
    wish.model = *model;
    if (!canNetboot(wish.model) || wish.model == PiModel::Unknown)
        return fail(ErrorKind::ModelCannotNetboot, arguments.model, shortName(wish.model));
    const Result<FirmwareSource> source = sourceOf(arguments.firmware);
    if (!source)
        return std::unexpected(source.error());
    wish.firmware = *source;
    for (const QString &setting : arguments.settings) {
        const auto key = eepromKey(setting.section(u'=', 0, 0));
        if (!key)
            return fail(ErrorKind::InvalidEepromValue, setting);
        if (const Result<> set = wish.config.set(*key, setting.section(u'=', 1)); !set)
            return std::unexpected(set.error());
    }
    if (const auto wrong = problems(wish.config, bootRom(wish.model)); !wrong.empty())
        return std::unexpected(wrong.front());
    wish.use = arguments.once ? CardUse::Once : CardUse::Again;
    wish.longUsbWait = arguments.usbWait;
    if (bootRom(wish.model) != BootRom::Bcm2837)
        wish.readme = cardReadme(bootRom(wish.model), arguments.once);
    return wish;
}

void showWish(const CardWish &wish, Terminal &terminal)
{
    if (bootRom(wish.model) == BootRom::Bcm2837) {
        terminal.line(sentence("A card that stays in a %1 and starts it from the network.").arg(shortName(wish.model)));
        return;
    }
    terminal.line(sentence("A card that sets the EEPROM of a %1:").arg(shortName(wish.model)));
    for (auto it = wish.config.values().cbegin(); it != wish.config.values().cend(); ++it)
        terminal.line(u"  %1=%2  (%3: %4)"_s.arg(QString(factsOf(it.key()).name), it.value(), words(it.key()), valueWords(it.key(), it.value())));
}

} // namespace

QCoro::Task<int> cardCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    if (arguments.out.isEmpty() == arguments.drive.isEmpty())
        co_return failed(terminal, Error{ErrorKind::Usage, u"--out"_s, u"card"_s});
    const Result<CardWish> wish = wishOf(arguments);
    if (!wish)
        co_return failed(terminal, wish.error());
    showWish(*wish, *terminal);
    const auto web = std::make_shared<Web>();
    const FetchSettings settings = fetchSettings(arguments);
    const Result<CardImage> card = co_await makeCard(*wish, web, settings, stop);
    if (!card)
        co_return failed(terminal, card.error());
    if (!arguments.drive.isEmpty()) {
        const QString question = sentence("Everything on %1 will be lost. Write the card?").arg(arguments.drive);
        if (const Result<> go = agreed(arguments, *terminal, question); !go)
            co_return failed(terminal, go.error());
    }
    const QString where = arguments.drive.isEmpty() ? arguments.out : arguments.drive;
    Result<> written;
    if (arguments.drive.isEmpty())
        written = writeCardFile(*card, where);
    else
        written = co_await writeCardDrive(*card, where);
    if (!written)
        co_return failed(terminal, written.error());
    terminal->line(sentence("Written: %1, %2").arg(where, bytesWords(card->size)));
    terminal->object({{u"written"_s, where}, {u"size"_s, card->size}});
    co_return 0;
}

} // namespace bramble
