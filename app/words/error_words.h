// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/error.h"

namespace bramble {

/// The sentences of an error before subject (%1) and detail (%2) are put in: the table that every new ErrorKind has to
/// enter.
struct Sentences
{
    QString what;
    QString why;
    QString todo;
};

Sentences sentences(const Error &error);

/// The part of it about what a node should be like: user, language, first start.
Sentences customisingSentences(const Error &error);
/// The part of it about preparing Pis: their EEPROMs, the cards that set them.
Sentences preparingSentences(const Error &error);
/// The part of it about OpenWrt routers.
Sentences routerSentences(const Error &error);
/// The part of it about what else runs on the server and on its network.
Sentences networkSentences(const Error &error);
/// The part of it about fetching; empty for any other kind.
Sentences fetchSentences(const Error &error);

} // namespace bramble
