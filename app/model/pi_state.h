// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/readiness.h"

namespace bramble {

/// A running Pi, and what former preparations have left on it. Configurations end in one line break, whatever they ended in.
struct PiState
{
    PiFacts facts{};
    QString bootFolder{}; ///< where its firmware reads config.txt; empty: not found
    std::optional<QByteArray> pending{}; ///< lies in its boot folder, and goes into the EEPROM at the next start
    std::optional<QByteArray> flashed{}; ///< was written into the EEPROM since the last start, and holds from the next one
    std::optional<QByteArray> kept{}; ///< what its EEPROM had before we first changed it
    std::optional<QByteArray> given{}; ///< what we gave it last
    bool givenWhole = false; ///< and its tool agreed
    bool fuseAsked = false; ///< config.txt asks for the fuse that starts a Pi 3 from the network
    bool fuseAskedByUs = false; ///< in a block of ours

    /// What its EEPROM will have after the next start; empty where it could not be read.
    QByteArray nextConf() const { return pending ? *pending : flashed ? *flashed : presentConf(); }
    QByteArray presentConf() const { return oneEnd(facts.bootConf); }
    /// text with one line break at its end; nothing for nothing.
    static QByteArray oneEnd(QByteArray text)
    {
        while (text.endsWith('\n'))
            text.chop(1);
        return text.isEmpty() ? text : text + '\n';
    }

    bool operator==(const PiState &) const = default;
};

} // namespace bramble
