// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/host.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <unistd.h>

namespace bramble {

using namespace Qt::StringLiterals;

// Beside an installed program, or through the checkout that this one was built in (build/PRESET/bin).
Command practiceCommand()
{
    const QString here = QCoreApplication::applicationDirPath();
    for (const auto &[path, arguments] : {std::pair{here + u"/../share/brambleboot/lab/practice"_s, QStringList{u"--window"_s}},
                                          std::pair{here + u"/../../../dev"_s, QStringList{u"practice"_s, u"--window"_s}}}) {
        if (!QFileInfo(path).isExecutable())
            continue;
        const QString script = QDir::cleanPath(path);
        if (geteuid() == 0)
            return Command(script, arguments);
        // Network namespaces need root; the desktop asks for the password, not we.
        if (const QString pkexec = QStandardPaths::findExecutable(u"pkexec"_s); !pkexec.isEmpty())
            return Command(pkexec, QStringList{u"env"_s, u"DISPLAY="_s + qEnvironmentVariable("DISPLAY"), u"XAUTHORITY="_s + qEnvironmentVariable("XAUTHORITY"),
                                               u"HOME="_s + QDir::homePath(), script} + arguments);
    }
    return {};
}

} // namespace bramble
