// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Boots one virtual Pi for the tests: events on stdout, one JSON object a line; then "booted {...}" or "failed ID
// SUBJECT DETAIL". Also: virtual_pi_tool fetch SERVER PATH, which prints the size of the file.
#include "virtualpi/tftp_fetch.h"
#include "virtualpi/virtual_pi.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTextStream>

#include <csignal>
#include <ctime>
#include <thread>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

int report(const Error &error)
{
    QTextStream(stdout) << "failed " << errorId(error.kind) << ' ' << error.subject << ' ' << error.detail << Qt::endl;
    return 1;
}

int fetch(const QStringList &arguments)
{
    const auto server = Ipv4::parse(arguments.value(1));
    if (!server)
        return report({ErrorKind::InvalidAddress, arguments.value(1), {}});
    const auto file = tftpFetch(*server, arguments.value(2), std::chrono::seconds(10), Stop());
    if (!file)
        return report(file.error());
    QTextStream(stdout) << file->size() << Qt::endl;
    return 0;
}

QByteArray toJson(const BootedPi &pi)
{
    return QJsonDocument(QJsonObject{{u"address"_s, pi.address.toString()},
                                     {u"server"_s, pi.server.toString()},
                                     {u"prefix"_s, pi.prefix},
                                     {u"kernel"_s, pi.kernel},
                                     {u"initramfs"_s, pi.initramfs},
                                     {u"root"_s, pi.root},
                                     {u"hostname"_s, pi.hostname},
                                     {u"machineId"_s, pi.machineId},
                                     {u"init"_s, pi.init}})
        .toJson(QJsonDocument::Compact);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{u"interface"_s, {}, u"name"_s, u"eth0"_s},
                       {u"model"_s, {}, u"model"_s, u"4B"_s},
                       {u"serial"_s, {}, u"hex"_s},
                       {u"mac"_s, {}, u"mac"_s},
                       {u"keep"_s, {}, u"folder"_s},
                       {u"only-fetch"_s, {}},
                       {u"time-scale"_s, {}, u"factor"_s, u"1"_s}});
    parser.process(app);
    if (parser.positionalArguments().value(0) == "fetch"_L1)
        return fetch(parser.positionalArguments());

    VirtualPiOptions options;
    options.model = parsePiModel(parser.value(u"model"_s)).value_or(PiModel::Unknown);
    options.serial = Serial::parse(parser.value(u"serial"_s));
    options.mac = MacAddress::parse(parser.value(u"mac"_s));
    options.interface = parser.value(u"interface"_s);
    options.keepFolder = parser.value(u"keep"_s);
    options.onlyFetch = parser.isSet(u"only-fetch"_s);
    options.timeScale = parser.value(u"time-scale"_s).toDouble();

    // The two signals end the boot through its own way out, which takes the address back.
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    StopSource source;
    const std::jthread ear([&source, signals](const std::stop_token &over) {
        const timespec slice{0, 50'000'000};
        while (!over.stop_requested())
            if (sigtimedwait(&signals, nullptr, &slice) > 0)
                source.request_stop();
    });
    QTextStream out(stdout);
    const auto booted = bootVirtualPi(
        options, [&out](const VirtualPiEvent &e) { out << toJsonLine(e) << Qt::endl; }, source.get_token());
    if (!booted)
        return report(booted.error());
    out << "booted " << toJson(*booted) << Qt::endl;
    return 0;
}
