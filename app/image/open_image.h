// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// An image whose facts are known, and its trees as tars whenever they are wanted.

#include "image/image_pass.h"
#include "model/tree_file.h"

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
    /// tell a whole stream from a cut one; it is sent only when the image was decoded to its end and is the same as
    /// when it was opened. Sockets are left out. Members come as they are decoded, folders before what is in them. To
    /// unpack as root: tar -x -p --numeric-owner --xattrs --xattrs-include='*' --acls --delay-directory-restore
    /// --warning=no-timestamp (GNU tar).
    virtual std::unique_ptr<ByteSource> rootTar(QString lastMember, Stop stop) const = 0;

    /// The boot partition as a tar: 0755/0644, root, times of the FAT.
    virtual std::unique_ptr<ByteSource> bootTar(QString lastMember, Stop stop) const = 0;
};

/// Reads an image once for its facts (which may lie anywhere in it, so all of it) and keeps nothing of it; see
/// startPass for formats and options. Each tar decodes it anew. Blocks; call it on a worker thread. progress: bytes of
/// the compressed file. Errors: Image…, Stopped.
Result<std::shared_ptr<const OpenedImage>> openImage(const OpenImageOptions &options, const ReportProgress &progress,
                                                     const Stop &stop);

/// The files as a pax tar with lastMember as its end mark, in order. Folders that are not listed are left to the
/// receiving tar, which makes missing ones (0755, root, under the usual umask) and leaves the owner and mode of those
/// that are there alone.
std::unique_ptr<ByteSource> tarOf(std::vector<TreeFile> files, QString lastMember);

/// A bootTar without a lastMember, file by file, into a folder of this computer. Errors: FileUnwritable, and the tar's.
Result<> writeBootFolder(ByteSource &bootTar, const QString &folder);

} // namespace bramble
