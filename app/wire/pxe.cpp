// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "wire/pxe.h"

#include "wire/bytes.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr quint8 tagDiscoveryControl = 6;
constexpr quint8 tagMenu = 9;
constexpr quint8 tagPrompt = 10;
constexpr quint8 tagEnd = 255;
constexpr QByteArrayView bootText = "Raspberry Pi Boot";

bool readMenu(PxeOptions &options, QByteArrayView bytes)
{
    ByteReader in(bytes);
    while (in.left() > 0) {
        const quint16 type = in.u16();
        const QByteArrayView text = in.take(in.u8());
        if (!in.ok())
            return false;
        options.menu.push_back({type, text.toByteArray()});
    }
    return true;
}

bool isBootText(QByteArrayView text, BootTextRule rule)
{
    if (!text.startsWith(bootText))
        return false;
    const QByteArrayView behind = text.sliced(bootText.size());
    if (rule == BootTextRule::ThreeBlanks)
        return behind.startsWith("   ");
    // dnsmasq ends a plain text with a NUL when the client seems to want one.
    return std::ranges::all_of(behind, [](char c) { return c == ' ' || c == '\0'; });
}

} // namespace

std::optional<PxeOptions> parsePxe(QByteArrayView option43)
{
    PxeOptions options;
    ByteReader in(option43);
    while (in.left() > 0) {
        const quint8 tag = in.u8();
        if (tag == tagEnd)
            return options;
        if (tag == 0)
            continue;
        const quint8 size = in.u8();
        const QByteArrayView value = in.take(size);
        if (!in.ok())
            return {};
        if (tag == tagDiscoveryControl && size == 1) {
            options.discoveryControl = quint8(value.front());
        } else if (tag == tagMenu) {
            if (!readMenu(options, value))
                return {};
        } else if (tag == tagPrompt && size >= 1) {
            options.promptTimeout = quint8(value.front());
            options.promptText = value.sliced(1).toByteArray();
        }
    }
    return options;
}

QByteArray pxeService(QByteArrayView text)
{
    const QByteArrayView fitting = text.first(std::min<qsizetype>(text.size(), 200));
    ByteWriter out;
    out.u8(tagDiscoveryControl).u8(1).u8(3);
    out.u8(tagPrompt).u8(4).u8(0).raw("PXE");
    out.u8(tagMenu).u8(quint8(fitting.size() + 3)).u16(0).u8(quint8(fitting.size())).raw(fitting);
    out.u8(tagEnd);
    return out.bytes();
}

bool offersPiBoot(QByteArrayView option43, BootTextRule rule)
{
    if (rule == BootTextRule::MenuOrPlain && isBootText(option43, rule))
        return true;
    const auto options = parsePxe(option43);
    return options
        && std::ranges::any_of(options->menu, [rule](const PxeMenuEntry &e) { return isBootText(e.text, rule); });
}

} // namespace bramble
