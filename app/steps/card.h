// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fetch/fetch.h"
#include "image/enabler_card.h"
#include "model/firmware_source.h"

/// A card that makes Pis start from the network: firmware in, an image file or a written card out.
namespace bramble {

struct CardWish
{
    PiModel model = PiModel::Unknown;
    FirmwareSource firmware;
    EepromConfig config = EepromConfig::forCluster();
    CardUse use = CardUse::Again;
    bool longUsbWait = false; ///< bootcode.bin cards only
    QByteArray readme; ///< of the card; empty: none
};

/// Errors: ModelCannotNetboot, FirmwareMissing, FirmwareUnfit, Eeprom…, those of fetchImage and startPass.
QCoro::Task<Result<CardImage>> makeCard(CardWish wish, WebPtr web, FetchSettings settings, Stop stop);

/// A sparse file, whole or not at all. Errors: FileUnwritable.
Result<> writeCardFile(const CardImage &card, const QString &path);
/// Errors: DriveUnfit, FileUnwritable.
QCoro::Task<Result<>> writeCardDrive(CardImage card, QString path);

} // namespace bramble
