// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace bramble {

/// One question that was put to the finished set-up, and its answer.
struct CheckRow
{
    enum class What { Packages, Files, Service, Exports, Tree, BootFolder, Tftp, BootOffer, BootFiles, Refused, RouterSilent, RouterText, RouterTftp, RouterNext };

    What what = What::Files;
    QString subject; ///< node, file, unit, router
    bool good = false;
    QString detail; ///< what was found instead; empty when good

    bool operator==(const CheckRow &) const = default;
};

} // namespace bramble
