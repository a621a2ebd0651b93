// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/error.h"

#include <expected>
#include <utility>

namespace bramble {

/// A value, or the reason there is none.
template<typename T = void>
using Result = std::expected<T, Error>;

/// `return fail(ErrorKind::InvalidMac, text);`
inline std::unexpected<Error> fail(ErrorKind kind, QString subject = {}, QString detail = {})
{
    return std::unexpected<Error>(Error{kind, std::move(subject), std::move(detail)});
}

} // namespace bramble
