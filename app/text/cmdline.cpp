// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/cmdline.h"

#include <QList>

#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Words that speak of the card, of a first boot on it, or that hide what a first network boot says.
bool isDropped(QByteArrayView word)
{
    static constexpr std::array whole{"resize"_L1, "quiet"_L1, "splash"_L1, "rootwait"_L1, "ro"_L1, "rw"_L1};
    static constexpr std::array fronts{"root="_L1,        "rootfstype="_L1, "rootflags="_L1,
                                       "rootdelay="_L1,   "nfsroot="_L1,    "ip="_L1,
                                       "fsck.repair="_L1, "fsck.mode="_L1,  "init="_L1,
                                       "plymouth."_L1,    "systemd.run"_L1, "systemd.unit=kernel-command-line"_L1,
                                       "resume="_L1,      "ds=nocloud"_L1,  "network-config="_L1};
    return std::ranges::any_of(whole, [word](QLatin1StringView w) { return word == QByteArrayView(w); })
        || std::ranges::any_of(fronts, [word](QLatin1StringView w) { return word.startsWith(QByteArrayView(w)); });
}

} // namespace

QByteArray nfsRootWord(Ipv4 server, const QString &exportPath, QByteArrayView options)
{
    return server.toString().toLatin1() + ":"_ba + exportPath.toUtf8() + ","_ba + options;
}

QByteArray nfsCmdline(QByteArrayView imageLine, Ipv4 server, const QString &exportPath, QByteArrayView options)
{
    QByteArrayList words;
    // The firmware reads the first line only (raspberrypi/documentation, config_txt).
    const QByteArray line = imageLine.toByteArray().left(4096).trimmed().split('\n').constFirst();
    for (const QByteArray &word : line.simplified().split(' '))
        if (!word.isEmpty() && !isDropped(word))
            words << word;
    words << "root=/dev/nfs"_ba
          << "nfsroot="_ba + nfsRootWord(server, exportPath, options) << "rw"_ba << "ip=dhcp"_ba << "rootwait"_ba
          << "network-config=disabled"_ba;
    return words.join(' ') + "\n"_ba;
}

} // namespace bramble
