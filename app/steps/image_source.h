// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/image_pass.h"
#include "model/plan.h"
#include "remote/remote.h"

#include <QCoro/QCoroTask>

#include <functional>

namespace bramble {

/// An image as an apply wants it: what is known of it, and how to read it once more, from its start, for one upload.
struct ImageSource
{
    ImageFacts facts;
    /// Blocks; for a worker thread. Errors: as startPass.
    std::function<Result<std::shared_ptr<ImagePass>>(const ReportProgress &, const Stop &)> begin;
};

using ImageSourcePtr = std::shared_ptr<const ImageSource>;

/// A source of an image whose facts are known. options.file: where it lies by now; it has to be the same still. use: what makes it stay
/// there, if anything does.
ImageSourcePtr sourceOf(OpenImageOptions options, ImageFacts facts, std::shared_ptr<const void> use = {});

/// What is in an image. One that was read before on this computer is known by its checksum and not decoded again: its facts are noted in
/// options.cacheFolder. Errors: as readFacts.
QCoro::Task<Result<ImageFacts>> readImageFacts(OpenImageOptions options, ReportProgress progress, Stop stop);
/// Both.
QCoro::Task<Result<ImageSourcePtr>> readImageSource(OpenImageOptions options, ReportProgress progress, Stop stop);

/// An image that a server keeps whole (ServerFacts::keptImages): what is known of it lies beside it, and nothing has to be read or uploaded;
/// begin() is not for these. Errors: ServerAnswerUnreadable where nothing is known of it, those of Remote::run.
QCoro::Task<Result<ImageSourcePtr>> keptImageSource(RemotePtr remote, ServerLayout layout, QString sha256, Stop stop);

} // namespace bramble
