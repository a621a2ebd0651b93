// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

namespace bramble {

namespace {

/// The context of these sentences for translators.
struct Boots
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Boots)
public:
    static QString of(Stage stage);
};

QString Boots::of(Stage stage)
{
    switch (stage) {
    case Stage::Off: return tr("Off");
    case Stage::Asking: return tr("Asking for an address");
    case Stage::Answered: return tr("Told where to boot from");
    case Stage::Firmware: return tr("Fetching firmware");
    case Stage::Settings: return tr("Fetching settings");
    case Stage::Kernel: return tr("Fetching the kernel");
    case Stage::Initramfs: return tr("Kernel and initramfs fetched");
    case Stage::Network: return tr("Linux is on the network");
    case Stage::Disk: return tr("Starting from its disk");
    case Stage::Running: return tr("Running");
    }
    return {};
}

} // namespace

QString words(Stage stage)
{
    return Boots::of(stage);
}

QString words(const Timeline &timeline)
{
    return timeline.stage == Stage::Kernel && timeline.hasKernel ? Boots::tr("Kernel fetched") : Boots::of(timeline.stage);
}

QString underWayWords(const Timeline &timeline)
{
    if (!timeline.underWay)
        return {};
    const UnderWay &part = *timeline.underWay;
    const QString file = part.file.section(u'/', -1);
    return part.size ? Boots::tr("%1: %2 of %3").arg(file, bytesWords(part.bytes), bytesWords(*part.size))
                     : Boots::tr("%1: %2 so far").arg(file, bytesWords(part.bytes));
}

QString diskWords(const Timeline &timeline)
{
    return timeline.diskBytes > 0 ? Boots::tr("%1 from and to its disk").arg(bytesWords(timeline.diskBytes)) : QString();
}

} // namespace bramble
