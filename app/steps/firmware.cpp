// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/firmware.h"

#include "host/host.h"
#include "image/boot_folder.h"
#include "image/image_pass.h"
#include "image/tar_pick.h"
#include "steps/in_background.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestFile = 4 * 1024 * 1024; // the image of a Pi 5 has half of that
constexpr int MostPaths = 20'000;

// What was chosen among paths, read by `read`; where: for the error.
template<typename Read>
Result<Firmware> chosen(const QStringList &paths, BootRom rom, const QString &where, Read read)
{
    const FirmwareFiles files = chooseFirmware(paths, rom);
    const QString needed = rom == BootRom::Bcm2837 ? u"bootcode.bin"_s : files.eeprom.isEmpty() ? u"pieeprom.bin"_s : u"recovery.bin"_s;
    if (rom == BootRom::Bcm2837 ? files.bootcode.isEmpty() : files.eeprom.isEmpty() || files.recovery.isEmpty())
        return fail(ErrorKind::FirmwareMissing, needed, where);
    Firmware firmware;
    for (const auto &[into, path] : {std::pair(&firmware.recovery, files.recovery), std::pair(&firmware.eeprom, files.eeprom),
                                     std::pair(&firmware.vl805, files.vl805), std::pair(&firmware.bootcode, files.bootcode)}) {
        if (path.isEmpty())
            continue;
        Result<QByteArray> content = read(path);
        if (!content)
            return std::unexpected(content.error());
        *into = std::move(*content);
    }
    return firmware;
}

Result<Firmware> fromFolder(const QString &folder, BootRom rom, const QString &where)
{
    QStringList paths;
    const QDir root(QFileInfo(folder).absoluteFilePath());
    for (QDirIterator it(root.path(), {u"*.bin"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext() && paths.size() < MostPaths;)
        paths << root.relativeFilePath(it.next());
    return chosen(paths, rom, where, [&root](const QString &path) { return readFile(root.filePath(path), LargestFile); });
}

// The EEPROM's files lie in the root of a Raspberry Pi OS, where its package put them; the same package is one of Debian's.
Result<Firmware> fromTar(ByteSource &tar, BootRom rom, const QString &where)
{
    const QString family = rom == BootRom::Bcm2712 ? u"2712"_s : u"2711"_s;
    const auto wants = [&](const QString &path, qint64 size) {
        const QString name = path.section(u'/', -1);
        if (size > LargestFile || !path.endsWith(".bin"_L1))
            return false;
        return rom == BootRom::Bcm2837 ? name == "bootcode.bin"_L1
                                       : path.contains(u"bootloader-"_s + family + u'/')
                && (name.startsWith("pieeprom"_L1) || name.startsWith("recovery"_L1) || name.startsWith("vl805"_L1));
    };
    const Result<PickedFiles> picked = pickFromTar(tar, wants);
    if (!picked)
        return std::unexpected(picked.error());
    return chosen(picked->keys(), rom, where, [&picked](const QString &path) -> Result<QByteArray> { return picked->value(path); });
}

Result<Firmware> fromImage(const QString &file, BootRom rom, const Stop &stop)
{
    if (isPackage(file)) {
        const auto tar = packageTar(file);
        return tar ? fromTar(**tar, rom, file) : std::unexpected(tar.error());
    }
    const QTemporaryDir folder;
    OpenImageOptions options;
    options.file = file;
    options.cacheFolder = cacheFolder();
    options.wantsSha256 = false;
    const Result<std::shared_ptr<ImagePass>> pass = startPass(options, {}, stop);
    if (!pass)
        return std::unexpected(pass.error());
    if (rom != BootRom::Bcm2837) {
        const auto root = (*pass)->rootTar({}, stop);
        return fromTar(*root, rom, file);
    }
    if (const Result<> written = writeBootFolder(*(*pass)->bootTar({}, stop), folder.path()); !written)
        return std::unexpected(written.error());
    return fromFolder(folder.path(), rom, file);
}

QCoro::Task<Result<Firmware>> fromNet(std::vector<FirmwareDownload> files, BootRom rom, WebPtr web, FetchSettings settings, Stop stop)
{
    const QTemporaryDir folder;
    QString package;
    for (const FirmwareDownload &file : files) {
        const FetchRequest request = requestFor(file.url, file.sha256, settings);
        const ImageCache cache = imageCache(settings);
        const ReportProgress quietly;
        const Result<CachedImage> fetched = co_await fetchImage(web, request, settings.limits, cache, nullptr, quietly, stop);
        if (!fetched)
            co_return std::unexpected(fetched.error());
        const QString path = folder.filePath(file.name);
        if (!QFile::copy(fetched->path, path))
            co_return fail(ErrorKind::FileUnwritable, path);
        if (isPackage(path))
            package = path;
    }
    if (package.isEmpty())
        co_return fromFolder(folder.path(), rom, files.front().url.toString());
    const auto work = [package, rom, stop] { return fromImage(package, rom, stop); };
    co_return co_await inBackground(work);
}

} // namespace

std::optional<FirmwareSource> firmwareSourceOf(const QStringList &words)
{
    static const QRegularExpression download(u"\\A(?:([a-z0-9_.+~-]{1,80}\\.(?:bin|deb))=)?(https?://[^#]+)#([0-9A-Fa-f]{64})\\z"_s);
    std::vector<FirmwareDownload> files;
    for (const QString &word : words)
        if (const auto match = download.match(word); match.hasMatch()) {
            const QUrl url(match.captured(2), QUrl::StrictMode);
            const QString name = match.captured(1).isEmpty() ? url.fileName() : match.captured(1);
            if (!name.isEmpty() && name != ".."_L1 && name != "."_L1)
                files.push_back({name, url, match.captured(3).toLower()});
        }
    if (!files.empty())
        return files.size() == size_t(words.size()) ? std::optional<FirmwareSource>(files) : std::nullopt;
    if (words.size() != 1 || words[0].isEmpty() || !QFileInfo::exists(words[0]))
        return {};
    if (QFileInfo(words[0]).isDir())
        return FirmwareFolder{words[0]};
    return FirmwareImage{words[0]};
}

QString suggestedFirmware(const QString &imageFile)
{
    for (const QString &place : {u"/usr/lib/firmware/raspberrypi"_s, u"/lib/firmware/raspberrypi"_s, imageFile})
        if (!place.isEmpty() && QFileInfo::exists(place))
            return place;
    return {};
}

QCoro::Task<Result<Firmware>> loadFirmware(FirmwareSource source, BootRom rom, WebPtr web, FetchSettings settings, Stop stop)
{
    if (const auto *folder = std::get_if<FirmwareFolder>(&source))
        co_return fromFolder(folder->path, rom, folder->path);
    if (const auto *files = std::get_if<std::vector<FirmwareDownload>>(&source))
        co_return co_await fromNet(*files, rom, web, settings, stop);
    const QString file = std::get<FirmwareImage>(source).file;
    const auto work = [file, rom, stop] { return fromImage(file, rom, stop); };
    co_return co_await inBackground(work);
}

} // namespace bramble
