// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pi_model.h"
#include "model/serial.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

namespace bramble {

/// config.txt as the firmware of one board reads it: its conditional sections applied, the last word of a key counts
/// (raspberrypi/documentation, config_txt). Written on its own on purpose: a virtual Pi that shared the reader of the
/// program under test would share its mistakes.
struct ConfigTxt
{
    QHash<QString, QString> values;
    QStringList overlays; ///< names without parameters, in order, each once, at most 64
    QString initramfs; ///< of an `initramfs NAME followkernel` line

    QString value(QStringView key, const QString &otherwise = {}) const;
    bool isOn(QStringView key) const { return value(key) == u'1'; }
};

/// Lines of more than 98 characters count in full, unlike in old firmware. At most 1 MiB is read.
ConfigTxt parseConfigTxt(QByteArrayView text, PiModel model, Serial serial);

/// Whether a name may be asked for and kept: relative, no "..", nothing that is no file name.
bool isPlainPath(QStringView path);

} // namespace bramble
