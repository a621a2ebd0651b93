// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/image_pass.h"

#include "image/ext4_members.h"
#include "image/fat_members.h"
#include "image/partitions.h"
#include "image/unpack_image.h"

namespace bramble {

namespace {

class Pass final : public ImagePass, public std::enable_shared_from_this<Pass>
{
public:
    Pass(const OpenImageOptions &options, std::unique_ptr<UnpackedImage> unpacked) : m_unpacked(std::move(unpacked))
    {
        m_facts.file = !options.file.isEmpty() || !options.arriving ? options.file : options.arriving->path();
        m_facts.format = formatName(m_unpacked->format());
    }

    Result<ImageFacts> outline(const Stop &stop) override;
    std::unique_ptr<ByteSource> bootTar(QString lastMember, Stop stop) override;
    std::unique_ptr<ByteSource> rootTar(QString lastMember, Stop stop) override;
    const ImageFacts &facts() const override { return m_facts; }
    bool isSpilled() const override { return m_unpacked->store()->isSpilled(); }

    // The two trees, and what follows from their ends.
    Result<std::unique_ptr<Members>> openBoot(const Stop &stop);
    Result<> endBoot();
    Result<std::unique_ptr<Members>> openRoot(const Stop &stop);
    Result<> endRoot(const Stop &stop);

    /// A damaged file may well show as a damaged file system first: then its own error is the truth, and it is known at
    /// its end.
    Error truth(Error error, const Stop &stop);
    /// Bytes of an image that holds both partitions.
    qint64 leastSize() const
    {
        return std::max(m_facts.boot.start + m_facts.boot.size, m_facts.root.start + m_facts.root.size);
    }
    const std::shared_ptr<BlockStore> &store() const { return m_unpacked->store(); }

private:
    Result<> findPartitions(const Stop &stop);
    Result<std::shared_ptr<const FatVolume>> bootVolume(const Stop &stop);
    void fillUse(const Ext4Volume &volume);
    Error named(Error error) const;

    ImageFacts m_facts;
    bool m_hasPartitions = false;
    bool m_hasBoot = false; ///< the boot partition has gone by
    std::shared_ptr<TreeNotes> m_notes = std::make_shared<TreeNotes>();
    std::unique_ptr<UnpackedImage> m_unpacked;
};

/// A tar of a pass, which is opened with its first bytes: that may take until they are decoded.
class PassSource final : public ByteSource
{
public:
    enum class Part { Boot, Root };

    PassSource(std::shared_ptr<Pass> pass, Part part, QString lastMember, Stop stop)
        : m_pass(std::move(pass)), m_part(part), m_lastMember(std::move(lastMember)), m_stop(std::move(stop))
    { }

    Result<QByteArray> next() override
    {
        Result<QByteArray> block = m_tar ? m_tar->next() : begin();
        if (!block)
            return std::unexpected(m_pass->truth(block.error(), m_stop));
        if (!block->isEmpty())
            return block;
        const Result<> ended = m_part == Part::Boot ? m_pass->endBoot() : m_pass->endRoot(m_stop);
        return ended ? block : std::unexpected(ended.error());
    }

private:
    Result<QByteArray> begin()
    {
        Result<std::unique_ptr<Members>> members
            = m_part == Part::Boot ? m_pass->openBoot(m_stop) : m_pass->openRoot(m_stop);
        if (!members)
            return std::unexpected(members.error());
        const std::optional<qint64> leastImage
            = m_part == Part::Boot ? std::nullopt : std::optional(m_pass->leastSize());
        m_tar = makeTarStream(std::move(*members), m_pass->store(), leastImage, m_lastMember.toUtf8(), m_stop);
        return m_tar->next();
    }

    std::shared_ptr<Pass> m_pass;
    Part m_part;
    QString m_lastMember;
    Stop m_stop;
    std::unique_ptr<ByteSource> m_tar;
};

/// An error below knows what broke, not in which image.
Error Pass::named(Error error) const
{
    if (error.kind == ErrorKind::Stopped || error.kind == ErrorKind::ImageNoDiskSpace
        || error.kind == ErrorKind::FileUnwritable)
        return error;
    if (error.detail.isEmpty() && error.subject != m_facts.file)
        error.detail = error.subject;
    error.subject = m_facts.file;
    return error;
}

Error Pass::truth(Error error, const Stop &stop)
{
    if (error.kind == ErrorKind::Stopped)
        return error;
    store()->keepOnly(0, 0);
    const Result<qint64> whole = store()->waitForAll(stop);
    return named(whole ? error : whole.error());
}

Result<> Pass::findPartitions(const Stop &stop)
{
    if (m_hasPartitions)
        return {};
    const Result<PartitionPair> pair = readPartitions(*store(), stop);
    if (!pair)
        return std::unexpected(pair.error());
    m_facts.boot = pair->boot;
    m_facts.root = pair->root;
    const bool isBootFirst = m_facts.boot.start < m_facts.root.start;
    const ImagePartition &first = isBootFirst ? m_facts.boot : m_facts.root;
    const ImagePartition &second = isBootFirst ? m_facts.root : m_facts.boot;
    store()->keepOnly(first.start, second.start + second.size);
    store()->release(first.start + first.size, second.start - (first.start + first.size));
    m_hasPartitions = true;
    return {};
}

Result<std::shared_ptr<const FatVolume>> Pass::bootVolume(const Stop &stop)
{
    if (const Result<> found = findPartitions(stop); !found)
        return std::unexpected(found.error());
    return FatVolume::open(store(), m_facts.boot, stop);
}

void Pass::fillUse(const Ext4Volume &volume)
{
    const Ext4Use use = volume.use();
    m_facts.rootNodes = use.nodes;
    m_facts.rootBytes = use.bytes;
}

Result<ImageFacts> Pass::outline(const Stop &stop)
{
    const auto told = [&](const Error &error) { return std::unexpected(truth(error, stop)); };
    if (const Result<> found = findPartitions(stop); !found)
        return told(found.error());
    ImageFacts facts = m_facts;
    TreeNotes notes = *m_notes;
    if (!m_hasBoot) {
        const Result<std::shared_ptr<const FatVolume>> boot = bootVolume(stop);
        if (!boot)
            return told(boot.error());
        const auto listed = std::make_shared<TreeNotes>();
        const auto members = makeFatMembers(*boot, nullptr, listed, stop);
        Result<bool> more = true;
        for (Member member; more && *more; member = {})
            more = members->next(member);
        if (!more)
            return told(more.error());
        notes = *listed;
    }
    const Result<std::unique_ptr<Ext4Volume>> root = Ext4Volume::open(store(), m_facts.root, stop);
    if (!root)
        return told(root.error());
    fillUse(**root);
    notes.fill(facts);
    facts.rootNodes = m_facts.rootNodes;
    facts.rootBytes = m_facts.rootBytes;
    return facts;
}

Result<std::unique_ptr<Members>> Pass::openBoot(const Stop &stop)
{
    const Result<std::shared_ptr<const FatVolume>> boot = bootVolume(stop);
    if (!boot)
        return std::unexpected(boot.error());
    return makeFatMembers(*boot, store(), m_notes, stop);
}

Result<> Pass::endBoot()
{
    m_hasBoot = true;
    store()->release(m_facts.boot.start, m_facts.boot.size);
    return {};
}

Result<std::unique_ptr<Members>> Pass::openRoot(const Stop &stop)
{
    if (const Result<> found = findPartitions(stop); !found)
        return std::unexpected(found.error());
    store()->release(m_facts.boot.start, m_facts.boot.size);
    Result<std::unique_ptr<Ext4Volume>> root = Ext4Volume::open(store(), m_facts.root, stop);
    if (!root)
        return std::unexpected(root.error());
    fillUse(**root);
    return makeExt4Members(std::move(*root), m_facts.root.size, store(), m_notes);
}

Result<> Pass::endRoot(const Stop &stop)
{
    const Result<qint64> size = store()->waitForAll(stop);
    if (!size)
        return std::unexpected(named(size.error()));
    if (*size < leastSize())
        return std::unexpected(named({ErrorKind::ImageTruncated, {}, {}}));
    m_facts.imageSize = *size;
    m_facts.sha256 = m_unpacked->sha256();
    m_facts.extractedSha256 = m_unpacked->extractedSha256();
    m_notes->fill(m_facts);
    return {};
}

std::unique_ptr<ByteSource> Pass::bootTar(QString lastMember, Stop stop)
{
    return std::make_unique<PassSource>(shared_from_this(), PassSource::Part::Boot, std::move(lastMember),
                                        std::move(stop));
}

std::unique_ptr<ByteSource> Pass::rootTar(QString lastMember, Stop stop)
{
    return std::make_unique<PassSource>(shared_from_this(), PassSource::Part::Root, std::move(lastMember),
                                        std::move(stop));
}

} // namespace

Result<std::shared_ptr<ImagePass>> startPass(const OpenImageOptions &options, const ReportProgress &progress,
                                             const Stop &stop)
{
    Result<std::unique_ptr<UnpackedImage>> unpacked = UnpackedImage::start(options, progress, stop);
    if (!unpacked)
        return std::unexpected(unpacked.error());
    return std::make_shared<Pass>(options, std::move(*unpacked));
}

Result<ImageFacts> readFacts(const OpenImageOptions &options, const ReportProgress &progress, const Stop &stop)
{
    Result<std::unique_ptr<UnpackedImage>> unpacked = UnpackedImage::start(options, progress, stop);
    if (!unpacked)
        return std::unexpected(unpacked.error());
    const auto pass = std::make_shared<Pass>(options, std::move(*unpacked));
    const auto goThrough = [&](Result<std::unique_ptr<Members>> members) -> Result<> {
        if (!members)
            return std::unexpected(members.error());
        Result<bool> more = true;
        for (Member member; more && *more; member = {}) {
            more = stop.stop_requested() ? fail(ErrorKind::Stopped) : (*members)->next(member);
            releaseSpans(*pass->store(), member);
        }
        return more.transform([](bool) { });
    };
    Result<> gone = goThrough(pass->openBoot(stop));
    if (gone)
        gone = pass->endBoot();
    if (gone)
        gone = goThrough(pass->openRoot(stop));
    if (!gone)
        return std::unexpected(pass->truth(gone.error(), stop));
    if (const Result<> ended = pass->endRoot(stop); !ended)
        return std::unexpected(ended.error());
    return pass->facts();
}

} // namespace bramble
