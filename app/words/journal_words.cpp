// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// The context of these sentences for translators.
struct JournalWords
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Journal)
public:
    static QString of(const JournalLine &entry)
    {
        const QString kind = entry.what.section(u' ', 0, 0);
        const QString about = entry.what.section(u' ', 1);
        if (kind == "file"_L1)
            return (!entry.files.empty() && entry.files.front().before ? tr("Put %1 back as it was") : tr("Remove %1")).arg(about);
        if (kind == "folder"_L1)
            return tr("Remove the folder %1, unless somebody else uses it").arg(about);
        if (kind == "packages"_L1)
            return tr("Remove what was installed with %1").arg(about);
        if (kind == "unit"_L1)
            return tr("Stop %1").arg(about);
        if (kind == "service"_L1)
            return tr("Leave %1 as it was before").arg(about);
        if (kind == "nfs-service"_L1)
            return tr("Leave the NFS server as it was before");
        if (kind == "exports"_L1)
            return tr("Offer no disks to the Pis any more");
        if (kind == "node"_L1)
            return tr("Remove the disk and the boot folder of %1, with all that it wrote there").arg(about.section(u' ', 0, 0));
        if (kind == "image"_L1)
            return tr("Remove the system that is kept for further Pis");
        if (kind == "dhcp"_L1)
            return tr("Take the lines for the Pis out of %1 again").arg(about.section(u' ', 1));
        if (kind == "firewall"_L1)
            return tr("Close the firewall again (%1)").arg(about);
        if (kind == "nfs"_L1)
            return tr("Give the NFS server its former settings (%1)").arg(about);
        return tr("Take back: %1").arg(entry.what);
    }
};

} // namespace

QString words(const JournalLine &entry)
{
    return JournalWords::of(entry);
}

} // namespace bramble
