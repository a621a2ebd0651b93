// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"
#include "parts/icons.h"
#include "words/words.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLibraryInfo>
#include <QSettings>
#include <QTextStream>
#include <QTranslator>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

void translate(QApplication &app)
{
    auto *qt = new QTranslator(&app);
    if (qt->load(QLocale(), u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QApplication::installTranslator(qt);
    auto *ours = new QTranslator(&app);
    // English has a file, too: the plurals.
    if (ours->load(QLocale(), u"brambleboot"_s, u"_"_s, u":/i18n"_s) || ours->load(u":/i18n/brambleboot_en.qm"_s))
        QApplication::installTranslator(ours);
}

struct Options
{
    QString cluster;
    QString practice;
};

Options options(const QApplication &app)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "Sets up a cluster of Raspberry Pis that start from the network."));
    const QCommandLineOption cluster(u"cluster"_s, QCoreApplication::translate("main", "Open this cluster file."),
                                     u"FILE"_s);
    const QCommandLineOption practice(
        u"practice"_s, QCoreApplication::translate("main", "Use the practice network whose files are in this folder."),
        u"FOLDER"_s);
    parser.addOptions({cluster, practice});
    parser.addPositionalArgument(u"file"_s, QCoreApplication::translate("main", "A cluster file, as --cluster."),
                                 u"[FILE]"_s);
    parser.addHelpOption();
    parser.addVersionOption();
    parser.process(app);
    const QStringList files = parser.positionalArguments();
    return {parser.isSet(cluster) ? parser.value(cluster) : files.value(0), parser.value(practice)};
}

/// Where the program begins: with nothing, a file, or a practice network.
Result<> prepare(Journey &journey, const Options &options)
{
    if (!options.practice.isEmpty()) {
        auto practice = readPractice(options.practice);
        if (!practice)
            return std::unexpected(practice.error());
        journey.usePractice(std::move(*practice));
    } else if (!options.cluster.isEmpty()) {
        return journey.load(options.cluster);
    }
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication app(argc, argv);
    QApplication::setApplicationName(u"brambleboot"_s);
    QApplication::setOrganizationName(u"brambleboot"_s);
    QApplication::setApplicationVersion(QStringLiteral(BRAMBLE_VERSION));
    QApplication::setDesktopFileName(u"org.brambleboot.Brambleboot"_s);
    translate(app);
    const Options wanted = options(app);
    QApplication::setWindowIcon(emblem());

    Journey journey;
    if (const auto ready = prepare(journey, wanted); !ready) {
        QTextStream(stderr) << paragraph(ready.error()) << '\n';
        return exitCode(ready.error().kind);
    }
    MainWindow window(&journey);
    QSettings settings;
    window.restoreGeometry(settings.value("geometry"_L1).toByteArray());
    window.showHelp(settings.value("help"_L1, true).toBool());
    if (!wanted.cluster.isEmpty())
        window.goTo(Place::Server);
    window.show();
    const int code = QApplication::exec();
    settings.setValue("geometry"_L1, window.saveGeometry());
    settings.setValue("help"_L1, window.helpIsShown());
    return code;
}
