// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "steps/in_background.h"
#include "virtualpi/virtual_pi.h"

#include <cstdio>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

Result<VirtualPiOptions> optionsFrom(const Arguments &arguments)
{
    VirtualPiOptions options;
    const auto model = parsePiModel(arguments.model.isEmpty() ? u"4B"_s : arguments.model);
    if (!model)
        return fail(ErrorKind::InvalidModel, arguments.model);
    options.model = *model;
    options.serial = Serial::parse(arguments.serial);
    if (!options.serial)
        return fail(ErrorKind::InvalidSerial, arguments.serial);
    if (!arguments.mac.isEmpty()) {
        options.mac = MacAddress::parse(arguments.mac);
        if (!options.mac)
            return fail(ErrorKind::InvalidMac, arguments.mac);
    }
    if (arguments.interface.isEmpty())
        return fail(ErrorKind::Usage, u"--interface"_s, u"virtual-pi"_s);
    options.interface = arguments.interface;
    options.keepFolder = arguments.keep;
    options.onlyFetch = arguments.onlyFetch;
    return options;
}

} // namespace

// Its log is JSON lines with and without --json: it is made to be read by programs.
QCoro::Task<int> virtualPiCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    const Result<VirtualPiOptions> options = optionsFrom(arguments);
    if (!options)
        co_return failed(terminal, options.error());
    const VirtualPiOptions pi = *options;
    const auto work = [pi, stop] {
        const VirtualPiSink sink = [](const VirtualPiEvent &event) {
            const QByteArray line = toJsonLine(event) + '\n';
            std::fwrite(line.constData(), 1, size_t(line.size()), stdout);
            std::fflush(stdout);
        };
        return bootVirtualPi(pi, sink, stop);
    };
    const Result<BootedPi> booted = co_await inBackground(work);
    if (!booted)
        co_return failed(terminal, booted.error());
    co_return 0;
}

} // namespace bramble
