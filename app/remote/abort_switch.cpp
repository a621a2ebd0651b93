// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/abort_switch.h"

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bramble {

void AbortSwitch::arm(int descriptor)
{
    disarm();
    const std::lock_guard lock(m_mutex);
    m_duplicate = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
    if (m_aborted && m_duplicate >= 0)
        ::shutdown(m_duplicate, SHUT_RDWR);
}

void AbortSwitch::disarm()
{
    const std::lock_guard lock(m_mutex);
    if (m_duplicate >= 0)
        ::close(m_duplicate);
    m_duplicate = -1;
}

void AbortSwitch::abort()
{
    const std::lock_guard lock(m_mutex);
    m_aborted = true;
    if (m_duplicate >= 0)
        ::shutdown(m_duplicate, SHUT_RDWR);
}

} // namespace bramble
