// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/open_image.h"

#include "image/ext4_members.h"
#include "image/fat_members.h"
#include "image/gather_facts.h"
#include "image/mbr.h"
#include "image/unpack_image.h"

namespace bramble {

namespace {

constexpr qint64 LargestFile = 64 * 1024 * 1024;

/// Says its error once, for a stream that could not even start.
class FailedSource final : public ByteSource
{
public:
    explicit FailedSource(Error error) : m_error(std::move(error)) { }
    Result<QByteArray> next() override { return std::unexpected(m_error); }

private:
    Error m_error;
};

/// Everything in here is set before anybody else sees it; each call opens its own file systems.
class DiskImage final : public OpenedImage
{
public:
    static Result<std::shared_ptr<const OpenedImage>> open(const OpenImageOptions &options,
                                                           const ReportProgress &progress, const Stop &stop);

    const ImageFacts &facts() const override { return m_facts; }
    std::unique_ptr<ByteSource> rootTar(QString lastMember, Stop stop) const override;
    std::unique_ptr<ByteSource> bootTar(QString lastMember, Stop stop) const override;
    Result<QByteArray> readRootFile(const QString &path) const override;
    Result<QByteArray> readBootFile(const QString &path) const override;

private:
    Result<> readFacts(const Stop &stop);
    Result<> waitForWhole(const Stop &stop);
    Error named(Error error) const;

    ImageFacts m_facts;
    std::shared_ptr<const FatVolume> m_boot;
    std::vector<FatFile> m_bootFiles;
    std::unique_ptr<UnpackedImage> m_unpacked;
};

/// An error below knows what broke, not in which image.
Error DiskImage::named(Error error) const
{
    if (error.kind == ErrorKind::Stopped)
        return error;
    if (error.detail.isEmpty() && error.subject != m_facts.file)
        error.detail = error.subject;
    error.subject = m_facts.file;
    return error;
}

Result<> DiskImage::readFacts(const Stop &stop)
{
    const std::shared_ptr<BlockStore> &store = m_unpacked->store();
    const Result<QByteArray> sector = store->read(0, 512, stop);
    if (!sector)
        return std::unexpected(sector.error());
    const Result<PartitionPair> pair = readMbr(*sector);
    if (!pair)
        return std::unexpected(pair.error());
    m_facts.boot = pair->boot;
    m_facts.root = pair->root;
    const Result<std::shared_ptr<const FatVolume>> boot = FatVolume::open(store, m_facts.boot, stop);
    if (!boot)
        return std::unexpected(boot.error());
    m_boot = *boot;
    Result<std::vector<FatFile>> files = m_boot->list(stop);
    if (!files)
        return std::unexpected(files.error());
    m_bootFiles = std::move(*files);
    const Result<std::unique_ptr<Ext4Volume>> root = Ext4Volume::open(store, m_facts.root, stop);
    if (!root)
        return std::unexpected(root.error());
    return gatherFacts(m_facts, *m_boot, m_bootFiles, **root, stop);
}

Result<> DiskImage::waitForWhole(const Stop &stop)
{
    const Result<qint64> size = m_unpacked->store()->waitForAll(stop);
    if (!size)
        return std::unexpected(size.error());
    m_facts.imageSize = *size;
    m_facts.sha256 = m_unpacked->sha256();
    if (*size < m_facts.boot.start + m_facts.boot.size || *size < m_facts.root.start + m_facts.root.size)
        return fail(ErrorKind::ImageTruncated);
    return {};
}

Result<std::shared_ptr<const OpenedImage>> DiskImage::open(const OpenImageOptions &options,
                                                           const ReportProgress &progress, const Stop &stop)
{
    Result<std::unique_ptr<UnpackedImage>> unpacked = UnpackedImage::start(options, progress);
    if (!unpacked)
        return std::unexpected(unpacked.error());
    const auto image = std::make_shared<DiskImage>();
    image->m_unpacked = std::move(*unpacked);
    image->m_facts.file = options.file;
    image->m_facts.format = formatName(image->m_unpacked->format());
    const Result<> read = image->readFacts(stop);
    if (!read && read.error().kind == ErrorKind::Stopped)
        return std::unexpected(read.error());
    // A damaged file may well show as a damaged file system first: then its own error is the truth, and it is known at
    // its end.
    if (!read || options.waitForWhole)
        if (const Result<> whole = image->waitForWhole(stop); !whole)
            return std::unexpected(image->named(whole.error()));
    if (!read)
        return std::unexpected(image->named(read.error()));
    return image;
}

std::unique_ptr<ByteSource> DiskImage::rootTar(QString lastMember, Stop stop) const
{
    Result<std::unique_ptr<Ext4Volume>> volume = Ext4Volume::open(m_unpacked->store(), m_facts.root, stop);
    if (!volume)
        return std::make_unique<FailedSource>(named(volume.error()));
    return makeTarStream(makeExt4Members(std::move(*volume), m_facts.root.size), m_unpacked->store(),
                         lastMember.toUtf8(), std::move(stop));
}

std::unique_ptr<ByteSource> DiskImage::bootTar(QString lastMember, Stop stop) const
{
    return makeTarStream(makeFatMembers(m_boot, m_bootFiles, stop), m_unpacked->store(), lastMember.toUtf8(),
                         std::move(stop));
}

Result<QByteArray> DiskImage::readRootFile(const QString &path) const
{
    const Result<std::unique_ptr<Ext4Volume>> volume = Ext4Volume::open(m_unpacked->store(), m_facts.root, {});
    if (!volume)
        return std::unexpected(named(volume.error()));
    const Result<std::optional<Ext4Node>> node = (*volume)->find(path.toUtf8());
    if (!node)
        return std::unexpected(named(node.error()));
    if (!*node || !(*node)->isFile())
        return fail(ErrorKind::FileUnreadable, path);
    return (*volume)->bytes(**node, LargestFile);
}

Result<QByteArray> DiskImage::readBootFile(const QString &path) const
{
    return readFatFile(*m_boot, m_bootFiles, path, LargestFile, {});
}

} // namespace

Result<std::shared_ptr<const OpenedImage>> openImage(const OpenImageOptions &options, const ReportProgress &progress,
                                                     const Stop &stop)
{
    return DiskImage::open(options, progress, stop);
}

} // namespace bramble
