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
    case InvalidTimezone:
    case InvalidLocale:
    case InvalidKeyboard:
    case InvalidPackage:
    case SudoWithoutPassword:
    case NoWayIn:
    case UserDataInvalid:
    case UserDataForbidden:
    case NodePasswordNeeded:
    case NodePasswordUnfit:
    case ImageLacksLocale:
    case ImageLacksCloudInit: return Place::Names;
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
    case InvalidUrl:
    case ImageTwice: return Place::System;
    default: break;
    }
    const QString id = errorId(kind);
    const bool image = id.startsWith("BB-IMG-"_L1) || id.startsWith("BB-NET-"_L1) || id.startsWith("BB-CAT-"_L1);
    return image ? Place::System : Place::Server;
}

} // namespace bramble
