// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/card.h"

#include "host/drives.h"
#include "steps/firmware.h"
#include "steps/in_background.h"

#include <QDateTime>
#include <QSaveFile>

namespace bramble {

using namespace Qt::StringLiterals;

QCoro::Task<Result<CardImage>> makeCard(CardWish wish, WebPtr web, FetchSettings settings, Stop stop)
{
    const BootRom rom = bootRom(wish.model);
    if (rom == BootRom::None)
        co_return fail(ErrorKind::ModelCannotNetboot, shortName(wish.model), shortName(wish.model));
    const Result<Firmware> firmware = co_await loadFirmware(wish.firmware, rom, web, settings, stop);
    if (!firmware)
        co_return std::unexpected(firmware.error());
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    Result<std::vector<CardFile>> files
        = rom == BootRom::Bcm2837 ? bootcodeCard(*firmware, wish.longUsbWait) : eepromCard(*firmware, rom, wish.config, wish.use, now);
    if (!files)
        co_return std::unexpected(files.error());
    if (!wish.readme.isEmpty())
        files->push_back({u"readme.txt"_s, wish.readme});
    co_return makeFatCard(*files, "BRAMBLE", now);
}

Result<> writeCardFile(const CardImage &card, const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorKind::FileUnwritable, path, file.errorString());
    bool ok = file.resize(card.size);
    for (const CardImage::Piece &piece : card.pieces)
        ok = ok && file.seek(piece.offset) && file.write(piece.bytes) == piece.bytes.size();
    if (!ok || !file.commit())
        return fail(ErrorKind::FileUnwritable, path, file.errorString());
    return {};
}

QCoro::Task<Result<>> writeCardDrive(CardImage card, QString path)
{
    const std::vector<Drive> all = co_await drives();
    const auto drive = std::ranges::find(all, path, &Drive::path);
    if (drive == all.end())
        co_return fail(ErrorKind::DriveUnfit, path, u"not a disk"_s);
    if (const Result<> may = mayWrite(*drive, card.size); !may)
        co_return may;
    std::vector<std::pair<qint64, QByteArray>> pieces;
    for (const CardImage::Piece &piece : card.pieces)
        pieces.emplace_back(piece.offset, piece.bytes);
    const auto work = [path, pieces] { return writeDrive(path, pieces); };
    co_return co_await inBackground(work);
}

} // namespace bramble
