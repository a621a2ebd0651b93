// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline.h"

namespace bramble {

// As feed() finds it, but without learning from it: by MAC, by the folder in a path, by address.
std::optional<size_t> Boot::nodeOf(const Event &event) const
{
    struct Names
    {
        std::optional<MacAddress> mac{};
        std::optional<Ipv4> address{};
        QString path{};
    };
    const Names names = std::visit([](const auto &one) {
        Names found;
        if constexpr (requires { one.mac; })
            found.mac = one.mac;
        if constexpr (requires { one.address; })
            found.address = one.address;
        if constexpr (requires { one.path; })
            found.path = one.path;
        return found;
    }, event.kind);
    const auto indexOf = [this](const Timeline *found) { return found ? std::optional(size_t(found - m_timelines.data())) : std::nullopt; };
    if (names.mac) {
        // A node whose MAC nobody wrote down is known by its address, where it speaks for itself.
        const Timeline *found = byMac(*names.mac);
        if (!found && names.address && std::holds_alternative<ConsoleLine>(event.kind))
            found = byAddress(*names.address);
        return indexOf(found && (found->node.mac == names.mac || !found->node.mac) ? found : nullptr);
    }
    const Timeline *found = byPath(names.path);
    if (!found && names.address)
        found = byAddress(*names.address);
    return indexOf(found);
}

} // namespace bramble
