// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/timeline.h"

#include <algorithm>

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
    const auto indexOf = [this](auto fits) -> std::optional<size_t> {
        const auto it = std::ranges::find_if(m_timelines, fits);
        return it == m_timelines.end() ? std::nullopt : std::optional(size_t(it - m_timelines.begin()));
    };
    if (names.mac) {
        // A node whose MAC nobody wrote down is known by its address, where it speaks for itself.
        const auto found = indexOf([&names](const Timeline &t) { return t.node.mac == names.mac; });
        if (found || !std::holds_alternative<ConsoleLine>(event.kind))
            return found;
        return indexOf([&names](const Timeline &t) { return !t.node.mac && t.address == names.address; });
    }
    for (const QString &parent : {m_layout.tftp(), m_layout.nfs()}) {
        if (!names.path.startsWith(parent + u'/'))
            continue;
        const QString folder = names.path.sliced(parent.size() + 1).section(u'/', 0, 0, QString::SectionSkipEmpty);
        if (const auto found = indexOf([&folder](const Timeline &t) { return t.node.folder() == folder; }))
            return found;
    }
    if (names.address)
        return indexOf([&names](const Timeline &t) { return t.address == names.address; });
    return {};
}

} // namespace bramble
