// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/open_image.h"

#include <QCoro/QCoroTask>

namespace bramble {

/// openImage on a thread of its own. progress is called there.
QCoro::Task<Result<std::shared_ptr<const OpenedImage>>> openInBackground(OpenImageOptions options, ReportProgress progress, Stop stop);

} // namespace bramble
