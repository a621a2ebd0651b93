// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// One decoding of an image for one laying of it: both trees come out of it while it is decoded, and nothing unpacked
/// stays.

#include "model/arriving_file.h"
#include "model/byte_source.h"
#include "model/image_facts.h"
#include "model/progress.h"
#include "model/result.h"
#include "model/stop.h"

#include <memory>

namespace bramble {

struct OpenImageOptions
{
    QString file;
    QString cacheFolder; ///< for what does not fit into memory, as one sparse nameless file that goes with the reading
    QString sha256; ///< expected, of the file as it lies there; empty: not checked
    std::shared_ptr<const ArrivingFile> arriving
        = {}; ///< read while it is being written; file is then only its name in errors
    QString extractedSha256 = {}; ///< expected, of the decompressed image; empty: not checked
    bool wantsSha256
        = true; ///< false: facts without sha256, where nothing else asks for it; spares reading a whole .img
    qint64 mostMemory = qint64(64) << 20; ///< bytes of the image held back, waiting for what they belong to
};

/// How to use it:
///
///     auto pass = startPass(options, progress, stop);    // on a worker thread
///     (*pass)->bootTar(…), drained to its end; or left out: its blocks are dropped, and facts() lack its files
///     (*pass)->rootTar(…), drained to its end: everything was decoded and found sound, checksums too
///     (*pass)->facts()                                   // now complete
///
/// In this order, and each once: the boot partition comes first in the image, and what is behind us is gone. A receiver
/// that takes its time makes the decoder (and through it an arriving file's reader) wait. Both tars keep the pass
/// alive. Not for several threads at once, but for one after the other.
class ImagePass
{
public:
    ImagePass() = default;
    ImagePass(const ImagePass &) = delete;
    ImagePass &operator=(const ImagePass &) = delete;
    virtual ~ImagePass() = default; ///< stops the decoder

    /// What can be told early: file, format, boot, root, bootFiles, rootNodes, rootBytes. Blocks until the beginning of
    /// the root file system has been decoded. Before bootTar, the files of the boot partition are held back meanwhile
    /// (in a file, beyond mostMemory): better asked after it. Errors: Image…, Stopped.
    virtual Result<ImageFacts> outline(const Stop &stop) = 0;

    /// The boot partition as a tar: 0755/0644, root, times of the FAT. lastMember says that all of it was sent; only
    /// rootTar's says that the image is sound.
    virtual std::unique_ptr<ByteSource> bootTar(QString lastMember, Stop stop) = 0;

    /// The root file system as a pax tar: owners, modes, times to the nanosecond, hard links, symlinks, device nodes,
    /// xattrs, ACLs and holes. lastMember: an empty file of this name is the very last member, so that the receiver can
    /// tell a whole stream from a cut one; it is sent only when the image was decoded to its end and found sound.
    /// Sockets are left out. Members come as they are decoded, folders before what is in them. To unpack as root: tar
    /// -x -p --numeric-owner --xattrs --xattrs-include='*' --acls --delay-directory-restore --warning=no-timestamp
    /// (GNU tar).
    virtual std::unique_ptr<ByteSource> rootTar(QString lastMember, Stop stop) = 0;

    /// Once rootTar has come to its end: everything.
    virtual const ImageFacts &facts() const = 0;

    /// The image is laid out so that more than mostMemory had to be held back: a file in cacheFolder holds it.
    virtual bool isSpilled() const = 0;
};

/// Begins to read an image: .img .xz .zst .gz .bz2 .zip, told by content. Blocks until the first bytes are there; call
/// it on a worker thread. progress: bytes of the compressed file, told on a thread of its own. Errors: ImageUnreadable,
/// ImageFormatUnknown, Stopped, what ended the download; all else comes out of the tars: where the file is damaged and
/// therefore its file systems too, the file's own error.
Result<std::shared_ptr<ImagePass>> startPass(const OpenImageOptions &options, const ReportProgress &progress,
                                             const Stop &stop);

/// A pass for the facts alone: neither tree is made. Errors: Image…, Stopped, what ended the download.
Result<ImageFacts> readFacts(const OpenImageOptions &options, const ReportProgress &progress, const Stop &stop);

} // namespace bramble
