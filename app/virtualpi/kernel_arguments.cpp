// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/kernel_arguments.h"

#include <algorithm>
#include <array>
#include <bit>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

void readRoot(KernelArguments &arguments, const QString &value)
{
    const QString place = value.section(u',', 0, 0);
    arguments.options = value.contains(u',') ? value.section(u',', 1).split(u',', Qt::SkipEmptyParts) : QStringList();
    arguments.server.reset();
    arguments.serverMalformed = false;
    arguments.path = place;
    const qsizetype colon = place.indexOf(u':');
    if (colon < 0)
        return;
    arguments.path = place.sliced(colon + 1);
    if (colon > 0) {
        arguments.server = Ipv4::parse(place.first(colon));
        arguments.serverMalformed = !arguments.server;
    }
}

// ip=CLIENT:SERVER:ROUTER:MASK:HOST:DEVICE:PROTOCOL, or one word.
void readNetwork(KernelArguments &arguments, const QString &value)
{
    const QStringList fields = value.split(u':');
    arguments.fixed.reset();
    arguments.network = value != "off"_L1 && value != "none"_L1;
    const auto client = Ipv4::parse(fields.value(0));
    if (!client)
        return;
    const auto mask = Ipv4::parse(fields.value(3));
    const auto network = Ipv4Network::from(*client, mask ? std::countl_one(mask->value()) : 24);
    arguments.fixed = {*network, Ipv4::parse(fields.value(2)), Ipv4::parse(fields.value(1))};
}

// vers=, nfsvers= and v3 alike; nothing for options that say nothing of a version.
std::optional<QString> version(const QString &option)
{
    for (const auto key : {"vers="_L1, "nfsvers="_L1})
        if (option.startsWith(key))
            return option.sliced(key.size());
    const bool shortForm = option.size() >= 2 && option[0] == u'v' && option[1].isDigit();
    return shortForm ? std::optional(option.sliced(1)) : std::nullopt;
}

bool nfsmountKnows(const QString &option)
{
    static constexpr std::array numbers{"port"_L1,     "nfsport"_L1,  "nfsvers"_L1,  "vers"_L1,     "rsize"_L1,
                                        "wsize"_L1,    "timeo"_L1,    "retrans"_L1,  "acregmin"_L1, "acregmax"_L1,
                                        "acdirmin"_L1, "acdirmax"_L1, "mountport"_L1};
    static constexpr std::array words{"soft"_L1,        "hard"_L1,  "intr"_L1, "nointr"_L1, "posix"_L1, "noposix"_L1,
                                      "cto"_L1,         "nocto"_L1, "ac"_L1,   "noac"_L1,   "lock"_L1,  "nolock"_L1,
                                      "acl"_L1,         "noacl"_L1, "v2"_L1,   "v3"_L1,     "udp"_L1,   "tcp"_L1,
                                      "broken_suid"_L1, "ro"_L1,    "rw"_L1};
    const qsizetype equals = option.indexOf(u'=');
    if (equals < 0)
        return std::ranges::any_of(words, [&](QLatin1StringView w) { return option == w; });
    bool number = false;
    option.sliced(equals + 1).toInt(&number);
    const QString key = option.first(equals);
    return number && std::ranges::any_of(numbers, [&](QLatin1StringView n) { return key == n; });
}

} // namespace

KernelArguments parseKernelArguments(QByteArrayView commandLine)
{
    KernelArguments arguments;
    const QString text = QString::fromUtf8(commandLine.first(std::min<qsizetype>(commandLine.size(), 4096)));
    const QString line = text.section(u'\n', 0, 0);
    arguments.oneLine = text.sliced(line.size()).trimmed().isEmpty();
    for (const QString &word : line.simplified().split(u' ')) {
        if (word.startsWith("root="_L1))
            arguments.root = word.sliced(5);
        else if (word.startsWith("nfsroot="_L1))
            readRoot(arguments, word.sliced(8));
        else if (word.startsWith("ip="_L1))
            readNetwork(arguments, word.sliced(3));
        else if (word == "rw"_L1 || word == "ro"_L1)
            arguments.writable = word == "rw"_L1;
    }
    return arguments;
}

QString refusedNfsOption(const QStringList &options, bool initramfs)
{
    for (const QString &option : options) {
        if (initramfs && !nfsmountKnows(option))
            return option;
        const auto asked = version(option);
        const bool otherVersion = asked && *asked != u'3';
        if (otherVersion || option == "udp"_L1 || option == "proto=udp"_L1)
            return option;
    }
    return {};
}

} // namespace bramble
