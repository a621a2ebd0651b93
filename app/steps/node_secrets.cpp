// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/node_secrets.h"

#include "host/host.h"
#include "text/accounts.h"
#include "text/user_data.h"

#include <QDir>
#include <QFileInfo>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

bool awaitsPassword(const TreeFile &file)
{
    return file.path == "etc/shadow"_L1 && file.content.contains(passwordToCome);
}

} // namespace

Result<> takeUserData(Cluster &cluster, const QString &clusterFile)
{
    FirstBoot &first = cluster.firstBoot;
    first.userData.clear();
    if (first.userDataFile.isEmpty())
        return {};
    const QString path = QFileInfo(clusterFile).dir().absoluteFilePath(first.userDataFile);
    const auto content = readFile(path, userDataLimit);
    if (!content)
        return fail(ErrorKind::FileUnreadable, path, content.error().detail);
    first.userData = *content;
    return checkUserData(first.userData, first.userDataFile);
}

bool needsNodePassword(const Plan &plan)
{
    return std::ranges::any_of(plan.actions, [](const Action &action) {
        const auto *lay = std::get_if<LayNode>(&action);
        return lay && std::ranges::any_of(lay->rootFiles, awaitsPassword);
    });
}

LayNode withNodePassword(LayNode lay, const QByteArray &hash)
{
    for (TreeFile &file : lay.rootFiles)
        if (awaitsPassword(file))
            file.content = withPasswordHash(file.content, hash);
    return lay;
}

} // namespace bramble
