// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/scene.h"

namespace bramble {

/// One way in which a boot fails, as the server's programs and its wire tell it.
struct CauseCase
{
    Cause cause;
    std::vector<PiModel> models;
    QString proof; ///< has to be in the evidence; empty: there is none, or any
    double (*happens)(Scene &scene); ///< to node 0; gives when to judge
};

std::vector<CauseCase> causeCases();
std::vector<CauseCase> askingCases();
std::vector<CauseCase> fileCases();
std::vector<CauseCase> diskCases();

} // namespace bramble
