// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/mending.h"

namespace bramble {

using namespace Qt::StringLiterals;

Place placeToMend(ErrorKind kind)
{
    using enum ErrorKind;
    switch (kind) {
    case InvalidUser:
    case InvalidPublicKey:
    case InvalidTimezone: return Place::Names;
    case InvalidSerial:
    case InvalidMac:
    case InvalidModel:
    case DuplicateSerial:
    case DuplicateMac:
    case InvalidHostname:
    case DuplicateHostname:
    case ModelCannotNetboot:
    case NodeWithoutIdentity:
    case NoNodes: return Place::Pis;
    default: return errorId(kind).startsWith("BB-IMG-"_L1) ? Place::System : Place::Server;
    }
}

} // namespace bramble
