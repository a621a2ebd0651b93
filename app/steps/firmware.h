// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/fetch.h"
#include "image/enabler_card.h"
#include "model/firmware_source.h"

#include <QCoro/QCoroTask>

#include <optional>

namespace bramble {

/// What somebody names: a folder, a system's image or a Debian package on this computer, or the addresses of files, [NAME=]ADDRESS#SHA-256 each.
/// Nothing for what is none of these.
std::optional<FirmwareSource> firmwareSourceOf(const QStringList &words);
/// Where it may lie on this computer already: the image of the cluster, or where its package puts it. Empty: nowhere.
QString suggestedFirmware(const QString &imageFile);

/// The makers' firmware, from wherever somebody has it: a folder, a Debian package, a system's image, downloads with checksums. An image of a
/// system is decoded whole where its root has to be looked through. Errors: FirmwareMissing, FileUnreadable, Image…, those of fetchImage.
QCoro::Task<Result<Firmware>> loadFirmware(FirmwareSource source, BootRom rom, WebPtr web, FetchSettings settings, Stop stop);

} // namespace bramble
