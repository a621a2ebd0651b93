// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/plan.h"

#include <algorithm>

namespace bramble {

bool Plan::nothingToDo() const
{
    return std::ranges::all_of(actions, [](const Action &action) { return std::holds_alternative<CheckServing>(action) || std::holds_alternative<CheckRouter>(action); });
}

double weight(const Action &action)
{
    struct Weigh
    {
        double operator()(const FetchPackages &) const { return 5; }
        double operator()(const InstallPackages &) const { return 15; }
        double operator()(const StreamImage &stream) const { return 1 + double(stream.bytes) / 50e6; }
        double operator()(const KeepImage &) const { return 0.2; }
        double operator()(const DropImage &) const { return 1; }
        double operator()(const LayNode &node) const { return node.takesStaged ? 1 : 5; }
        double operator()(const WriteFile &) const { return 0.2; }
        double operator()(const StartUnit &) const { return 1; }
        double operator()(const ReloadExports &) const { return 0.2; }
        double operator()(const CheckServing &) const { return 1; }
        double operator()(const InstallOnRouter &) const { return 20; }
        double operator()(const ChangeUci &) const { return 3; }
        double operator()(const MountStorage &) const { return 1; }
        double operator()(const WriteBlock &) const { return 0.2; }
        double operator()(const StartOnRouter &) const { return 3; }
        double operator()(const CheckRouter &) const { return 1; }
        double operator()(const ExtendDhcp &) const { return 2; }
        double operator()(const OpenFirewall &) const { return 1; }
        double operator()(const TuneNfs &tune) const { return tune.restart ? 2 : 0.2; }
    };
    return std::visit(Weigh{}, action);
}

} // namespace bramble
