// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/connect.h"

#include <QCoreApplication>
#include <QProcess>
#include <QTest>

#include <variant>

/// Small helpers of the tests in this folder.
namespace remote_test {

/// Waits for one task; the loop runs meanwhile.
template<typename T>
T await(QCoro::Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

/// The kind of the error, by its number, or -1; for QCOMPARE.
template<typename T>
int kindOf(const bramble::Result<T> &result)
{
    return result ? -1 : static_cast<int>(result.error().kind);
}

inline int number(bramble::ErrorKind kind)
{
    return static_cast<int>(kind);
}

template<typename T>
const char *why(const bramble::Result<T> &result)
{
    static QByteArray text;
    text = result
        ? QByteArray("fine")
        : (bramble::errorId(result.error().kind) + u' ' + result.error().subject + u' ' + result.error().detail)
              .toUtf8();
    return text.constData();
}

inline bramble::Command sh(const QString &script)
{
    return bramble::Command(QStringLiteral("sh"), {QStringLiteral("-c"), script});
}

/// Bytes that no compression and no luck reproduces; the same for the same seed.
inline QByteArray noise(qsizetype size, quint64 seed = 1)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes) {
        seed = seed * 6364136223846793005ULL + 1442695040888963407ULL;
        byte = static_cast<char>(seed >> 56);
    }
    return bytes;
}

/// "sleep SECONDS", as no other run of this test has it.
inline QString sleepText(int seconds)
{
    return QStringLiteral("sleep %1.%2").arg(seconds).arg(QCoreApplication::applicationPid());
}

inline bramble::Command sleeping(int seconds)
{
    return bramble::Command(QStringLiteral("sleep"), {sleepText(seconds).sliced(6)});
}

/// Whether no process matches within 4 s.
inline bool goesAway(const QString &pattern)
{
    // The bracket keeps pgrep from finding the shell that was asked to run it.
    for (int i = 0; i < 40; ++i) {
        if (QProcess::execute(QStringLiteral("sh"),
                              {QStringLiteral("-c"), QStringLiteral("pgrep -fx '%1' >/dev/null").arg(pattern)})
            != 0)
            return true;
        QTest::qWait(100);
    }
    return false;
}

} // namespace remote_test

#define NEEDS_SERVER(server, ...)                                                                                      \
    do {                                                                                                               \
        const QString trouble = (server).start(__VA_ARGS__);                                                           \
        if (!trouble.isEmpty())                                                                                        \
            QSKIP(qPrintable(trouble));                                                                                \
    } while (false)
