// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/boot_order.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

BootStep stepOf(quint32 digit)
{
    const bool known = digit <= quint32(BootStep::Http) || digit >= quint32(BootStep::Halt);
    return known ? BootStep(digit) : BootStep::Card;
}

bool ends(BootStep step)
{
    return step == BootStep::Halt || step == BootStep::Restart;
}

} // namespace

std::optional<BootOrder> BootOrder::parse(QStringView text)
{
    text = text.trimmed();
    // Without the 0x it would be a decimal number, and an order nobody meant.
    if (!text.startsWith("0x"_L1, Qt::CaseInsensitive) || text.size() < 3 || text.size() > 10 || !text[2].isLetterOrNumber())
        return {};
    bool ok = false;
    const quint32 value = text.sliced(2).toUInt(&ok, 16);
    return ok ? std::optional(BootOrder(value)) : std::nullopt;
}

std::optional<BootOrder> BootOrder::fromSteps(const std::vector<BootStep> &steps)
{
    if (steps.empty() || steps.size() > 8)
        return {};
    quint32 value = 0;
    for (size_t i = steps.size(); i-- > 0;)
        value = (value << 4) | quint32(steps[i]);
    return BootOrder(value);
}

std::vector<BootStep> BootOrder::steps() const
{
    std::vector<BootStep> steps{stepOf(m_value & 15)};
    for (quint32 left = m_value >> 4; left != 0; left >>= 4)
        steps.push_back(stepOf(left & 15));
    return steps;
}

bool BootOrder::reachesNetwork() const
{
    for (const BootStep step : steps()) {
        if (step == BootStep::Network)
            return true;
        if (ends(step))
            return false;
    }
    return false;
}

BootOrder BootOrder::withNetwork() const
{
    if (reachesNetwork())
        return *this;
    std::vector<BootStep> all = steps();
    std::erase(all, BootStep::Network); // one that never had its turn
    const auto end = std::ranges::find_if(all, ends);
    all.erase(end, all.end());
    if (all.size() > 6)
        all.resize(6);
    const auto card = std::ranges::find_if(all, [](BootStep s) { return s == BootStep::Card || s == BootStep::CardDetect; });
    all.insert(card == all.end() ? all.begin() : card + 1, BootStep::Network);
    all.push_back(BootStep::Restart);
    return *fromSteps(all);
}

QString BootOrder::toString() const
{
    return u"0x"_s + QString::number(m_value, 16);
}

} // namespace bramble
