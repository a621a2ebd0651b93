// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/command.h"
#include "model/findings.h"
#include "model/result.h"

namespace bramble {

/// One read-only look at an OpenWrt router: the command that looks, and its answer as values.

/// What is to be looked at there.
struct OpenWrtLook
{
    QString folder; ///< served, or to be served; empty: not known yet
    QStringList files; ///< whose content is wanted, absolute
    QStringList packages;
    QStringList configs; ///< of /etc/config
};

Command openWrtLookCommand(const OpenWrtLook &what);

/// Errors: ServerAnswerUnreadable (subject: the section that is missing or broken).
Result<ServerFacts> parseOpenWrtFacts(QByteArrayView output);

} // namespace bramble
