// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

namespace bramble {

/// Compares with a kept file of tests/golden, so that a change of a generated text is seen as a diff in review.
/// BRAMBLE_UPDATE_GOLDEN=1 rewrites the file and skips: a run that rewrites proves nothing.

inline QString goldenPath(const QString &name)
{
    return QStringLiteral(BRAMBLE_TESTS_DIR "/golden/") + name;
}

inline QByteArray readGolden(const QString &name)
{
    QFile file(goldenPath(name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

/// To be the last statement of a test function.
inline void compareGolden(const QByteArray &actual, const QString &name)
{
    QFile file(goldenPath(name));
    if (qEnvironmentVariableIntValue("BRAMBLE_UPDATE_GOLDEN") == 1) {
        QDir().mkpath(QFileInfo(file.fileName()).path());
        QVERIFY(file.open(QFile::WriteOnly | QFile::Truncate));
        QCOMPARE(file.write(actual), actual.size());
        QSKIP(qPrintable(QStringLiteral("golden file rewritten, nothing compared: ") + name));
    }
    QVERIFY2(file.open(QFile::ReadOnly), qPrintable(QStringLiteral("no golden file ") + file.fileName()));
    QCOMPARE(actual, file.readAll());
}

} // namespace bramble
