// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/console.h"

#include <QObject>

#include <cstdio>
#include <io.h>

#define NOMINMAX
#include <windows.h>

namespace bramble {

void writeNoCoreDump() { } // Windows keeps such a file only where its user asked for it

bool consoleIsTerminal()
{
    return _isatty(_fileno(stdout)) != 0;
}

bool consoleCanAnswer()
{
    return _isatty(_fileno(stdin)) != 0;
}

std::optional<QByteArray> consoleAsk(const QByteArray &question, bool echo)
{
    HANDLE in = GetStdHandle(STD_INPUT_HANDLE);
    DWORD before = 0;
    if (!GetConsoleMode(in, &before))
        return {};
    std::fwrite(question.constData(), 1, size_t(question.size()), stderr);
    if (!echo)
        SetConsoleMode(in, before & ~DWORD(ENABLE_ECHO_INPUT));
    QByteArray line(4096, '\0');
    const bool read = std::fgets(line.data(), int(line.size()), stdin) != nullptr;
    SetConsoleMode(in, before);
    if (!read)
        return {};
    const qsizetype end = line.indexOf('\n');
    line.resize(end >= 0 ? end : qstrnlen(line.constData(), line.size()));
    return line;
}

namespace {

std::function<void()> interruptCallback;
QObject *interruptContext = nullptr;

BOOL WINAPI interrupted(DWORD)
{
    QMetaObject::invokeMethod(interruptContext, interruptCallback, Qt::QueuedConnection);
    return TRUE;
}

} // namespace

void onInterrupt(QObject *context, std::function<void()> callback)
{
    if (interruptContext)
        return;
    interruptContext = context;
    interruptCallback = std::move(callback);
    SetConsoleCtrlHandler(interrupted, TRUE);
}

} // namespace bramble
