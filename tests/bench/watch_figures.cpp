// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// watch-figures [lines] [decoder] [panel] [latency]: what watching costs. Prints one line each; exits with 1 where one is not reached.
// watch-figures pictures: the panel, photographed.
#include "bench/figures.h"

#include <QApplication>

#include <cstdio>
#include <sys/resource.h>

using namespace bramble;
using namespace Qt::StringLiterals;

static bool reached = true;

void bramble::figure(const char *what, double value, const char *unit, bool isReached, const QString &wanted)
{
    reached = reached && isReached;
    std::printf("%-44s %12.1f %-10s %s (wanted: %s)\n", what, value, unit, isReached ? "ok" : "NOT REACHED", qPrintable(wanted));
    std::fflush(stdout);
}

bool bramble::allReached()
{
    return reached;
}

double bramble::cpuSeconds()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval &t) { return double(t.tv_sec) + double(t.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}
int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    const QStringList asked = app.arguments().sliced(1);
    const auto wanted = [&asked](const QString &name) { return asked.isEmpty() || asked.contains(name); };
    if (wanted(u"lines"_s))
        measureLines();
    if (wanted(u"decoder"_s))
        measureDecoder();
    if (wanted(u"panel"_s))
        measurePanel();
    if (asked.contains("pictures"_L1)) // panel-*.png, into this folder
        photographPanel();
    if (wanted(u"latency"_s))
        measureLatency();
    return allReached() ? 0 : 1;
}
