// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

#include <atomic>
#include <thread>

/// A TCP relay on loopback that misbehaves when told to; to a server on loopback, or at an IPv4 address (in host byte order). One connection at a time; counts what it passed on.
class FaultRelay
{
public:
    explicit FaultRelay(quint16 target, quint32 address = 0x7f000001);
    FaultRelay(const FaultRelay &) = delete;
    FaultRelay &operator=(const FaultRelay &) = delete;
    ~FaultRelay();

    quint16 port() const { return m_port; }

    static constexpr qint64 never = INT64_MAX;
    std::atomic<qint64> toServer = 0; ///< bytes so far
    std::atomic<qint64> toClient = 0;
    std::atomic<qint64> dropAt = never; ///< the connection breaks when toServer reaches this
    std::atomic<qint64> stallAt = never; ///< from here on the client's bytes are not read any more
    std::atomic<qint64> flipToServerAt = never; ///< this byte gets one bit flipped
    std::atomic<qint64> flipToClientAt = never;
    std::atomic<bool> silent = false; ///< nothing passes in either direction, nothing is closed

private:
    void serve();
    void relay(int client);
    static bool pass(int from, int to, std::atomic<qint64> &count, qint64 flipAt);

    quint16 m_target;
    quint32 m_address;
    quint16 m_port = 0;
    int m_listener = -1;
    std::atomic<bool> m_stop = false;
    std::thread m_thread;
};
