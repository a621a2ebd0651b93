// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/open_in_background.h"

#include "steps/in_background.h"

namespace bramble {

QCoro::Task<Result<std::shared_ptr<const OpenedImage>>> openInBackground(OpenImageOptions options, ReportProgress progress, Stop stop)
{
    const auto work = [options, progress, stop] { return openImage(options, progress, stop); };
    co_return co_await inBackground(work);
}

} // namespace bramble
