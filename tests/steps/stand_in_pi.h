// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "remote/test_server.h"
#include "steps/prepare_pi.h"

/// A running Pi with a real SSH server; its hardware and its EEPROM tool are stand-ins (remote/pi-in-a-room).
class StandInPi
{
public:
    static inline const QByteArray factory = "[all]\nBOOT_UART=0\nBOOT_ORDER=0xf41\n";
    static inline const QByteArray ours = "[all]\nBOOT_UART=0\nBOOT_ORDER=0xf421\nNET_BOOT_MAX_RETRIES=5\nNET_INSTALL_AT_POWER_ON=0\n";
    static inline const QByteArray configTxt = "arm_64bit=1\n[pi4]\narm_boost=1\n";

    QString start(); ///< empty, or why it could not be
    void reset() const; ///< a Pi 4 as it leaves the factory

    void put(const QString &name, const QByteArray &content) const;
    QByteArray get(const QString &name) const;
    void take(const QString &name) const;
    bool has(const QString &name) const;
    QByteArray eeprom() const { return get(QStringLiteral("lib/standin/eeprom")); }
    QByteArray calls() const { return get(QStringLiteral("lib/standin/calls")); }
    bool isClean() const; ///< nothing of ours is left on it

    const TestServer &server() const { return m_server; }
    const bramble::RemotePtr &remote() const { return m_remote; }
    bramble::ConnectOptions login(quint16 port = 0) const; ///< of a user who may be root with a password
    bramble::RemotePtr connected(quint16 port = 0) const;
    void restart() const;
    bramble::Result<bramble::PiState> read() const;
    bramble::Result<bramble::PiState> prepare(const bramble::PrepareWish &wish = {}, bramble::RemotePtr over = {}) const;
    bramble::Result<bramble::PiState> undo() const;
    /// Runs this program's command line with this Pi's login; its exit code.
    int bramble(const QStringList &arguments, QByteArray *said = nullptr) const;

private:
    TestServer m_server;
    bramble::RemotePtr m_remote;
};
