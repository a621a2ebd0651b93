// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_probe.h"

#include <QtEndian>

#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

struct Magic
{
    qint64 at; ///< bytes, in the partition
    QByteArrayView bytes;
    const char16_t *name;
};

constexpr std::array Foreign{Magic{65536 + 64, "_BHRfS_M", u"btrfs"},
                             Magic{0, "hsqs", u"squashfs"},
                             Magic{1024, "\x10\x20\xf5\xf2", u"f2fs"},
                             Magic{0, "XFSB", u"xfs"},
                             Magic{0, "LUKS\xba\xbe", u"luks"},
                             Magic{3, "NTFS    ", u"ntfs"},
                             Magic{1024, "\xe2\xe1\xf5\xe0", u"erofs"},
                             Magic{3, "EXFAT   ", u"exfat"},
                             Magic{512, "LABELONE", u"lvm"}};

constexpr qint64 SuperblockAt = 1024;
constexpr qint64 SuperblockSize = 1024;

} // namespace

Result<> probeExt4(const BlockStore &store, const ImagePartition &partition, const Stop &stop)
{
    if (partition.size < SuperblockAt + SuperblockSize)
        return fail(ErrorKind::ImageBrokenFilesystem, u"ext4"_s);
    const Result<QByteArray> super = store.read(partition.start + SuperblockAt, SuperblockSize, stop);
    if (!super)
        return std::unexpected(super.error());
    if (qFromLittleEndian<quint16>(super->constData() + 56) == 0xEF53) {
        constexpr quint32 NeedsRecovery = 0x0004; // s_feature_incompat
        constexpr quint32 JournalDevice = 0x0008;
        const auto incompatible = qFromLittleEndian<quint32>(super->constData() + 96);
        if (incompatible & JournalDevice)
            return fail(ErrorKind::ImageFilesystemUnsupported, u"ext4"_s, u"ext4 journal device"_s);
        if (incompatible & NeedsRecovery)
            return fail(ErrorKind::ImageNeedsRecovery, u"ext4"_s);
        return {};
    }
    for (const Magic &magic : Foreign) {
        if (partition.size < magic.at + magic.bytes.size())
            continue;
        const Result<QByteArray> found = store.read(partition.start + magic.at, magic.bytes.size(), stop);
        if (!found)
            return std::unexpected(found.error());
        if (*found == magic.bytes)
            return fail(ErrorKind::ImageFilesystemUnsupported, {}, QString::fromUtf16(magic.name));
    }
    return fail(ErrorKind::ImageBrokenFilesystem, u"ext4"_s);
}

} // namespace bramble
