// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/ext4_io.h"

#include <cstring>
#include <mutex>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

Ext4Input &inputOf(io_channel channel)
{
    return *static_cast<Ext4Input *>(channel->private_data);
}

errcode_t closeChannel(io_channel channel)
{
    if (--channel->refcount > 0)
        return 0;
    ext2fs_free_mem(&channel->name);
    ext2fs_free_mem(&channel);
    return 0;
}

errcode_t setBlockSize(io_channel channel, int size)
{
    channel->block_size = size;
    return 0;
}

/// count: blocks, or bytes where it is negative.
errcode_t readBlocks(io_channel channel, unsigned long long block, int count, void *data)
{
    Ext4Input &input = inputOf(channel);
    const auto blockSize = static_cast<quint64>(channel->block_size);
    const qint64 length = count < 0 ? -qint64(count) : qint64(count) * channel->block_size;
    const auto end = static_cast<quint64>(input.partition.size);
    if (block > end / blockSize || static_cast<quint64>(length) > end - block * blockSize)
        return EXT2_ET_SHORT_READ;
    const qint64 offset = input.partition.start + static_cast<qint64>(block * blockSize);
    if (const Result<> got = input.store->read(offset, static_cast<char *>(data), length, input.stop); !got) {
        input.error = got.error();
        return EXT2_ET_SHORT_READ;
    }
    return 0;
}

errcode_t readBlocks32(io_channel channel, unsigned long block, int count, void *data)
{
    return readBlocks(channel, block, count, data);
}

errcode_t refuseWrite(io_channel, unsigned long, int, const void *)
{
    return EXT2_ET_RO_FILSYS;
}

errcode_t refuseWrite64(io_channel, unsigned long long, int, const void *)
{
    return EXT2_ET_RO_FILSYS;
}

errcode_t flush(io_channel)
{
    return 0;
}

errcode_t openChannel(const char *name, int flags, io_channel *result);

const struct_io_manager &manager()
{
    static const struct_io_manager functions = [] {
        struct_io_manager made = {};
        made.magic = EXT2_ET_MAGIC_IO_MANAGER;
        made.name = "image";
        made.open = openChannel;
        made.close = closeChannel;
        made.set_blksize = setBlockSize;
        made.read_blk = readBlocks32;
        made.write_blk = refuseWrite;
        made.flush = flush;
        made.read_blk64 = readBlocks;
        made.write_blk64 = refuseWrite64;
        return made;
    }();
    return functions;
}

/// name: the address of the Ext4Input in figures, as the interface has no other way in.
errcode_t openChannel(const char *name, int, io_channel *result)
{
    io_channel channel = nullptr;
    if (const errcode_t code = ext2fs_get_memzero(sizeof(struct_io_channel), &channel))
        return code;
    if (const errcode_t code = ext2fs_get_mem(std::strlen(name) + 1, &channel->name)) {
        ext2fs_free_mem(&channel);
        return code;
    }
    std::strcpy(channel->name, name);
    channel->magic = EXT2_ET_MAGIC_IO_CHANNEL;
    channel->manager = const_cast<io_manager>(&manager()); // read only, but C does not say so
    channel->block_size = 1024;
    channel->refcount = 1;
    channel->private_data = reinterpret_cast<void *>(QByteArrayView(name).toULongLong());
    *result = channel;
    return 0;
}

bool isUnsupported(errcode_t code)
{
    return code == EXT2_ET_UNSUPP_FEATURE || code == EXT2_ET_RO_UNSUPP_FEATURE || code == EXT2_ET_REV_TOO_HIGH
        || code == EXT2_ET_CANT_USE_LEGACY_BITMAPS;
}

} // namespace

Error ext4Error(const Ext4Input &input, errcode_t code)
{
    if (input.error)
        return *input.error;
    if (code == EXT2_ET_NO_MEMORY)
        return {ErrorKind::ImageTooMuchMemory, u"ext4"_s, {}};
    return {isUnsupported(code) ? ErrorKind::ImageFilesystemUnsupported : ErrorKind::ImageBrokenFilesystem, u"ext4"_s,
            QString::fromLatin1(error_message(code))};
}

Result<ext2_filsys> openExt4(Ext4Input &input)
{
    static std::once_flag texts; // a list inside libcom_err that may be made only once
    std::call_once(texts, [] { initialize_ext2_error_table(); });
    const QByteArray name = QByteArray::number(reinterpret_cast<quintptr>(&input));
    ext2_filsys fs = nullptr;
    const errcode_t code = ext2fs_open2(name.constData(), nullptr, EXT2_FLAG_64BITS | EXT2_FLAG_SOFTSUPP_FEATURES, 0, 0,
                                        const_cast<io_manager>(&manager()), &fs);
    if (code)
        return std::unexpected(ext4Error(input, code));
    return fs;
}

} // namespace bramble
