// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/image_facts.h"
#include "model/result.h"

namespace bramble {

/// What is known of an image, to be kept beside it: whoever meets it again need not read it again.
QByteArray imageFactsJson(const ImageFacts &facts);

/// Nothing where the text is of another version of this program, broken, or not what an image could say of itself: the image is read anew.
std::optional<ImageFacts> parseImageFacts(QByteArrayView json);

} // namespace bramble
