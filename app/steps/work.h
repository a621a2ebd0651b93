// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/progress.h"
#include "model/result.h"

#include <optional>

namespace bramble {

/// Something that takes time: not begun, under way, there, or failed.
template<typename T>
struct Work
{
    bool busy = false;
    Progress progress; ///< bytes
    std::optional<T> value;
    std::optional<Error>
        error; ///< also a question: SshHostKeyUnknown, SshPassphraseNeeded, SshDenied, SudoPasswordNeeded …
};

} // namespace bramble
