// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <mutex>

namespace bramble {

/// Cuts short, from any thread, whatever the session's thread is waiting for on its socket. libssh has no cancel: what
/// always works is shutdown() on an own duplicate of its descriptor, which stays valid when libssh closes its one.
class AbortSwitch
{
public:
    AbortSwitch() = default;
    AbortSwitch(const AbortSwitch &) = delete;
    AbortSwitch &operator=(const AbortSwitch &) = delete;
    ~AbortSwitch() { disarm(); }

    /// Session's thread: from now on abort() also shuts this socket down (at once, where it was called before).
    void arm(int descriptor);
    void disarm();

    /// Any thread, any number of times; cannot be taken back.
    void abort();
    bool isAborted() const { return m_aborted; }

private:
    std::mutex m_mutex; // a descriptor number may be somebody else's the moment after close()
    int m_duplicate = -1;
    std::atomic<bool> m_aborted = false;
};

} // namespace bramble
