// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "virtualpi/virtual_pi.h"

#include <QElapsedTimer>

namespace bramble {

/// Puts the time since power-on on every event and hands it to whoever listens.
class Recorder
{
public:
    explicit Recorder(VirtualPiSink sink) : m_sink(std::move(sink)) { m_sincePowerOn.start(); }

    void operator()(VirtualPiEvent event) const
    {
        event.atMs = m_sincePowerOn.elapsed();
        if (m_sink)
            m_sink(event);
    }

private:
    VirtualPiSink m_sink;
    QElapsedTimer m_sincePowerOn;
};

} // namespace bramble
