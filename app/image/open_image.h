// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/byte_source.h"
#include "model/image_facts.h"
#include "model/progress.h"
#include "model/result.h"
#include "model/stop.h"
#include "model/tree_file.h"

#include <memory>
#include <vector>

namespace bramble {

/// An image that has been opened: its facts, and its two file systems as tar streams. Safe to use from several threads.
class OpenedImage
{
public:
    OpenedImage() = default;
    OpenedImage(const OpenedImage &) = delete;
    OpenedImage &operator=(const OpenedImage &) = delete;
    virtual ~OpenedImage() = default;

    virtual const ImageFacts &facts() const = 0;

    /// The root file system as a pax tar: owners, modes, times to the nanosecond, hard links, symlinks, device nodes,
    /// xattrs, ACLs and holes. lastMember: an empty file of this name is the very last member, so that the receiver can
    /// tell a whole stream from a cut one. Sockets are left out. To unpack as root: tar -x -p --numeric-owner --xattrs
    /// --xattrs-include='*' --acls --delay-directory-restore
    /// --warning=no-timestamp (GNU tar).
    virtual std::unique_ptr<ByteSource> rootTar(QString lastMember, Stop stop) const = 0;

    /// The boot partition as a tar: 0755/0644, root, times of the FAT.
    virtual std::unique_ptr<ByteSource> bootTar(QString lastMember, Stop stop) const = 0;

    /// One file of the root or of the boot partition, 64 MiB at most.
    virtual Result<QByteArray> readRootFile(const QString &path) const = 0;
    virtual Result<QByteArray> readBootFile(const QString &path) const = 0;
};

struct OpenImageOptions
{
    QString file;
    QString cacheFolder; ///< where a compressed image is decoded to, as one sparse file that is deleted with the
                         ///< OpenedImage
    QString sha256; ///< expected, of the file as it lies there; empty: not checked
    /// False: returns as soon as the facts are known, mostly long before the file has been decoded; facts().sha256 is
    /// then empty, and what is wrong with the rest of the file (ImageTruncated, ImageCorrupt, ImageChecksum) comes out
    /// of rootTar, before its lastMember.
    bool waitForWhole = true;
};

/// Reads an image: decompresses (.img .img.xz .img.zst .img.gz .zip, told by content), finds both partitions and both
/// file systems. Blocks; call it on a worker thread. progress: bytes of the compressed file. Errors: Image…, Stopped.
Result<std::shared_ptr<const OpenedImage>> openImage(const OpenImageOptions &options, const ReportProgress &progress,
                                                     const Stop &stop);

/// The files as a pax tar with lastMember as its end mark, in order. Folders that are not listed are left to the
/// receiving tar, which makes missing ones (0755, root, under the usual umask) and leaves the owner and mode of those
/// that are there alone.
std::unique_ptr<ByteSource> tarOf(std::vector<TreeFile> files, QString lastMember);

/// The boot partition, file by file, into a folder of this computer. Errors: FileUnwritable, Image…, Stopped.
Result<> writeBootFolder(const OpenedImage &image, const QString &folder, const Stop &stop);

} // namespace bramble
