// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "host/console.h"
#include "host/memory.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

namespace {

QCoro::Task<int> dispatch(bramble::Arguments arguments, bramble::TerminalPtr terminal, bramble::Stop stop)
{
    using namespace Qt::StringLiterals;
    const QString command = arguments.command[0];
    if (arguments.help || command == "help"_L1) {
        terminal->line(bramble::helpText());
        co_return 0;
    }
    if (command == "version"_L1) {
        terminal->line(u"bramble "_s + QCoreApplication::applicationVersion());
        terminal->object({{u"version"_s, QCoreApplication::applicationVersion()}});
        co_return 0;
    }
    if (command == "plan"_L1)
        co_return co_await bramble::planCommand(arguments, terminal, stop);
    if (command == "apply"_L1)
        co_return co_await bramble::applyCommand(arguments, terminal, stop);
    if (command == "reimage"_L1)
        co_return co_await bramble::reimageCommand(arguments, terminal, stop);
    if (command == "undo"_L1)
        co_return co_await bramble::undoCommand(arguments, terminal, stop);
    if (command == "check"_L1)
        co_return co_await bramble::checkCommand(arguments, terminal, stop);
    if (command == "watch"_L1)
        co_return co_await bramble::watchCommand(arguments, terminal, stop);
    if (command == "mend"_L1)
        co_return co_await bramble::mendCommand(arguments, terminal, stop);
    if (command == "symptom"_L1)
        co_return bramble::symptomCommand(arguments, terminal);
    if (command == "image"_L1)
        co_return co_await bramble::imageCommand(arguments, terminal, stop);
    if (command == "system"_L1)
        co_return co_await bramble::systemCommand(arguments, terminal, stop);
    if (command == "card"_L1)
        co_return co_await bramble::cardCommand(arguments, terminal, stop);
    if (command == "prepare"_L1)
        co_return co_await bramble::prepareCommand(arguments, terminal, stop);
    if (command == "find"_L1)
        co_return co_await bramble::findCommand(arguments, terminal, stop);
    co_return co_await bramble::virtualPiCommand(arguments, terminal, stop);
}

} // namespace

int main(int argc, char **argv)
{
    bramble::writeNoCoreDump();
    bramble::giveLargeBlocksBack();
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("brambleboot"));
    QCoreApplication::setApplicationVersion(QStringLiteral(BRAMBLE_VERSION));
    QTranslator translator;
    if (translator.load(QLocale(), QStringLiteral("brambleboot"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&translator);

    const QStringList words = QCoreApplication::arguments().sliced(1);
    const bramble::Result<bramble::Arguments> arguments = bramble::parseArguments(words);
    const auto terminal = std::make_shared<bramble::Terminal>(words.contains(u"--json"));
    if (!arguments) {
        terminal->error(arguments.error());
        return bramble::exitCode(arguments.error().kind);
    }
    bramble::StopSource stop;
    bramble::onInterrupt(&app, [&stop] { stop.request_stop(); });
    // Queued, since a command that never waits is over before the loop begins.
    QCoro::connect(dispatch(*arguments, terminal, stop.get_token()), &app, [&app](int code) {
        QMetaObject::invokeMethod(&app, [code] { QCoreApplication::exit(code); }, Qt::QueuedConnection);
    });
    return QCoreApplication::exec();
}
