// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/console.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <cstdio>
#include <memory>

#include <fcntl.h>
#include <sys/resource.h>
#ifdef __linux__
#include <sys/prctl.h>
#endif
#include <termios.h>
#include <unistd.h>

namespace bramble {

namespace {

// A signal handler may only write: the number goes through a pipe into the event loop.
std::array<int, 2> interruptPipe{-1, -1};

void interrupted(int signal)
{
    const char byte = char(signal);
    [[maybe_unused]] const auto written = ::write(interruptPipe[1], &byte, 1);
}

struct Closer
{
    void operator()(FILE *file) const { std::fclose(file); }
};
using FilePtr = std::unique_ptr<FILE, Closer>;

} // namespace

void writeNoCoreDump()
{
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) // a leak checker looks at its process from outside
    // A handler that the kernel pipes into is not bound by the limit, but gets nothing of such a process.
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

bool consoleIsTerminal()
{
    return ::isatty(STDOUT_FILENO) == 1;
}

bool consoleCanAnswer()
{
    if (::isatty(STDIN_FILENO) != 1)
        return false;
    const int fd = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (fd >= 0)
        ::close(fd);
    return fd >= 0;
}

std::optional<QByteArray> consoleAsk(const QByteArray &question, bool echo)
{
    const FilePtr tty(std::fopen("/dev/tty", "r+e"));
    if (!tty)
        return {};
    std::fwrite(question.constData(), 1, size_t(question.size()), tty.get());
    std::fflush(tty.get());
    termios before{};
    ::tcgetattr(::fileno(tty.get()), &before);
    if (!echo) {
        termios silent = before;
        silent.c_lflag &= ~tcflag_t(ECHO);
        ::tcsetattr(::fileno(tty.get()), TCSAFLUSH, &silent);
    }
    QByteArray line(4096, '\0');
    const bool read = std::fgets(line.data(), int(line.size()), tty.get()) != nullptr;
    if (!echo) {
        ::tcsetattr(::fileno(tty.get()), TCSAFLUSH, &before);
        std::fputc('\n', tty.get());
    }
    if (!read)
        return {};
    const qsizetype end = line.indexOf('\n');
    line.resize(end >= 0 ? end : qstrnlen(line.constData(), line.size()));
    return line;
}

void onInterrupt(QObject *context, std::function<void()> callback)
{
    if (interruptPipe[0] >= 0 || ::pipe2(interruptPipe.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return;
    auto *notifier = new QSocketNotifier(interruptPipe[0], QSocketNotifier::Read, context);
    QObject::connect(notifier, &QSocketNotifier::activated, context, [callback = std::move(callback)] {
        char bytes[16];
        while (::read(interruptPipe[0], bytes, sizeof bytes) > 0) { }
        callback();
    });
    for (const int signal : {SIGINT, SIGTERM, SIGHUP})
        std::signal(signal, interrupted);
}

} // namespace bramble
