// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// The context of these sentences for translators.
struct CheckWords
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Check)
public:
    static QString topic(CheckRow::What what)
    {
        switch (what) {
        case CheckRow::What::Packages:
        case CheckRow::What::Files:
        case CheckRow::What::Service: return tr("Server");
        case CheckRow::What::BootOffer: return tr("Answer");
        case CheckRow::What::RouterSilent:
        case CheckRow::What::RouterText:
        case CheckRow::What::RouterTftp:
        case CheckRow::What::RouterNext: return tr("Router");
        case CheckRow::What::BootFolder:
        case CheckRow::What::Tftp:
        case CheckRow::What::BootFiles: return tr("Boot files");
        case CheckRow::What::Exports:
        case CheckRow::What::Tree:
        case CheckRow::What::Refused: return tr("Disk");
        }
        return {};
    }
    static QString foundIn(const CheckRow &row) { return row.detail.isEmpty() ? tr("nothing") : row.detail; }
    static QString good(const CheckRow &row)
    {
        switch (row.what) {
        case CheckRow::What::Packages: return tr("%1 is installed").arg(row.subject);
        case CheckRow::What::Files: return tr("%1 is as it was set up").arg(row.subject);
        case CheckRow::What::Service: return tr("%1 runs").arg(row.subject);
        case CheckRow::What::Exports: return tr("the disks are offered");
        case CheckRow::What::Tree: return tr("the disk of %1 is there").arg(row.subject);
        case CheckRow::What::BootFolder: return tr("the boot folder of %1 is there").arg(row.subject);
        case CheckRow::What::Tftp: return tr("%1 arrives").arg(row.subject);
        case CheckRow::What::BootOffer: return tr("%1 is told where to boot from").arg(row.subject);
        case CheckRow::What::BootFiles: return tr("all that the firmware of %1 asks for arrives whole").arg(row.subject);
        case CheckRow::What::Refused: return tr("a stranger is refused the disk of %1").arg(row.subject);
        case CheckRow::What::RouterSilent: break; // is never good
        case CheckRow::What::RouterText: return tr("%1 says that Pis may boot (option 43)").arg(row.subject);
        case CheckRow::What::RouterTftp: return tr("%1 names the server for the boot files (option 66)").arg(row.subject);
        case CheckRow::What::RouterNext: return tr("%1 names the server as the next one").arg(row.subject);
        }
        return {};
    }
    static QString bad(const CheckRow &row)
    {
        switch (row.what) {
        case CheckRow::What::Packages: return tr("%1 is not installed").arg(row.subject);
        case CheckRow::What::Files: return row.detail == "absent"_L1 ? tr("%1 is missing").arg(row.subject) : tr("%1 is not as it was set up").arg(row.subject);
        case CheckRow::What::Service: return tr("%1 does not run").arg(row.subject);
        case CheckRow::What::Exports: return tr("the disks are not offered: %1").arg(row.detail);
        case CheckRow::What::Tree: return tr("the disk of %1 is missing").arg(row.subject);
        case CheckRow::What::BootFolder: return tr("the boot folder of %1 is missing").arg(row.subject);
        case CheckRow::What::Tftp: return tr("%1 does not arrive here (%2): a firewall may be in the way").arg(row.subject, row.detail);
        case CheckRow::What::BootOffer: return tr("%1 is not told where to boot from (%2)").arg(row.subject, row.detail);
        case CheckRow::What::BootFiles: return tr("the boot files of %1 do not arrive (%2)").arg(row.subject, row.detail);
        case CheckRow::What::Refused: return tr("a stranger is not refused the disk of %1 (%2)").arg(row.subject, row.detail);
        case CheckRow::What::RouterSilent: return tr("nobody answered who gives addresses");
        case CheckRow::What::RouterText: return tr("%1 does not say that Pis may boot (option 43: %2)").arg(row.subject, foundIn(row));
        case CheckRow::What::RouterTftp: return tr("%1 does not name the server for the boot files (option 66: %2)").arg(row.subject, foundIn(row));
        case CheckRow::What::RouterNext: return tr("%1 does not name the server as the next one (it says %2)").arg(row.subject, foundIn(row));
        }
        return {};
    }
};

} // namespace

RowWords words(const CheckRow &row)
{
    return {CheckWords::topic(row.what), row.good ? CheckWords::good(row) : CheckWords::bad(row)};
}

} // namespace bramble
