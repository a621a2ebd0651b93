// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/card.h"

#include "host/drives.h"
#include "host/host.h"
#include "image/boot_folder.h"
#include "image/image_pass.h"
#include "steps/in_background.h"

#include <QDateTime>
#include <QDirIterator>
#include <QSaveFile>
#include <QTemporaryDir>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestFile = 4 * 1024 * 1024; // the image of a Pi 5 has half of that
constexpr int MostPaths = 20'000;

Result<> load(QByteArray &into, const QString &folder, const QString &path)
{
    if (path.isEmpty())
        return {};
    Result<QByteArray> content = readFile(folder + u'/' + path, LargestFile);
    if (!content)
        return std::unexpected(content.error());
    into = std::move(*content);
    return {};
}

Result<Firmware> fromFolder(const QString &folder, BootRom rom)
{
    QStringList paths;
    const QDir root(QFileInfo(folder).absoluteFilePath());
    for (QDirIterator it(root.path(), {u"*.bin"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext() && paths.size() < MostPaths;)
        paths << root.relativeFilePath(it.next());
    const FirmwareFiles files = chooseFirmware(paths, rom);
    const QString needed = rom == BootRom::Bcm2837 ? u"bootcode.bin"_s : files.eeprom.isEmpty() ? u"pieeprom.bin"_s : u"recovery.bin"_s;
    if (rom == BootRom::Bcm2837 ? files.bootcode.isEmpty() : files.eeprom.isEmpty() || files.recovery.isEmpty())
        return fail(ErrorKind::FirmwareMissing, needed, folder);
    Firmware firmware;
    for (const auto &[into, path] : {std::pair(&firmware.recovery, files.recovery), std::pair(&firmware.eeprom, files.eeprom),
                                     std::pair(&firmware.vl805, files.vl805), std::pair(&firmware.bootcode, files.bootcode)})
        if (const Result<> loaded = load(*into, root.path(), path); !loaded)
            return std::unexpected(loaded.error());
    return firmware;
}

// Only what an image has in its boot partition; the EEPROM's own files lie in its root, and the package has them, too.
Result<Firmware> fromImage(const QString &file, BootRom rom, const Stop &stop)
{
    const QTemporaryDir folder;
    OpenImageOptions options;
    options.file = file;
    options.cacheFolder = cacheFolder();
    options.wantsSha256 = false;
    const Result<std::shared_ptr<ImagePass>> pass = startPass(options, {}, stop);
    if (!pass)
        return std::unexpected(pass.error());
    if (const Result<> written = writeBootFolder(*(*pass)->bootTar({}, stop), folder.path()); !written)
        return std::unexpected(written.error());
    Result<Firmware> firmware = fromFolder(folder.path(), rom);
    if (!firmware && firmware.error().kind == ErrorKind::FirmwareMissing)
        firmware.error().detail = file;
    return firmware;
}

QCoro::Task<Result<Firmware>> fromNet(std::vector<FirmwareDownload> files, BootRom rom, WebPtr web, FetchSettings settings, Stop stop)
{
    const QTemporaryDir folder;
    for (const FirmwareDownload &file : files) {
        const FetchRequest request = requestFor(file.url, file.sha256, settings);
        const ImageCache cache = imageCache(settings);
        const ReportProgress quietly;
        const Result<CachedImage> fetched = co_await fetchImage(web, request, settings.limits, cache, nullptr, quietly, stop);
        if (!fetched)
            co_return std::unexpected(fetched.error());
        if (!QFile::copy(fetched->path, folder.filePath(file.name)))
            co_return fail(ErrorKind::FileUnwritable, folder.filePath(file.name));
    }
    co_return fromFolder(folder.path(), rom);
}

QCoro::Task<Result<Firmware>> load(FirmwareSource source, BootRom rom, WebPtr web, FetchSettings settings, Stop stop)
{
    if (const auto *folder = std::get_if<FirmwareFolder>(&source))
        co_return fromFolder(folder->path, rom);
    if (const auto *files = std::get_if<std::vector<FirmwareDownload>>(&source))
        co_return co_await fromNet(*files, rom, web, settings, stop);
    const QString file = std::get<FirmwareImage>(source).file;
    const auto work = [file, rom, stop] { return fromImage(file, rom, stop); };
    co_return co_await inBackground(work);
}

} // namespace

QCoro::Task<Result<CardImage>> makeCard(CardWish wish, WebPtr web, FetchSettings settings, Stop stop)
{
    const BootRom rom = bootRom(wish.model);
    if (rom == BootRom::None)
        co_return fail(ErrorKind::ModelCannotNetboot, shortName(wish.model), shortName(wish.model));
    const Result<Firmware> firmware = co_await load(wish.firmware, rom, web, settings, stop);
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
