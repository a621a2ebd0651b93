// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/tcp_connect.h"

#include <QDeadlineTimer>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace bramble {

using namespace std::chrono_literals;

namespace {

constexpr auto stagger = 250ms; // RFC 8305 section 5, "Connection Attempt Delay"

/// The attempts under way; closes those that did not win.
struct Attempts
{
    Attempts() = default;
    Attempts(const Attempts &) = delete;
    Attempts &operator=(const Attempts &) = delete;
    ~Attempts()
    {
        for (const pollfd &attempt : polled)
            ::close(attempt.fd);
    }
    std::vector<pollfd> polled;
};

/// 0: under way or connected. Else errno.
int startOne(const QHostAddress &address, quint16 port, std::vector<pollfd> &polled)
{
    sockaddr_storage storage{};
    socklen_t length = 0;
    if (address.protocol() == QAbstractSocket::IPv6Protocol) {
        auto *in6 = reinterpret_cast<sockaddr_in6 *>(&storage);
        const Q_IPV6ADDR raw = address.toIPv6Address();
        in6->sin6_family = AF_INET6;
        in6->sin6_port = htons(port);
        std::memcpy(&in6->sin6_addr, &raw, sizeof raw);
        in6->sin6_scope_id = address.scopeId().toUInt();
        length = sizeof *in6;
    } else {
        auto *in4 = reinterpret_cast<sockaddr_in *>(&storage);
        in4->sin_family = AF_INET;
        in4->sin_port = htons(port);
        in4->sin_addr.s_addr = htonl(address.toIPv4Address());
        length = sizeof *in4;
    }
    const int descriptor = ::socket(storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return errno;
    if (::connect(descriptor, reinterpret_cast<const sockaddr *>(&storage), length) != 0 && errno != EINPROGRESS) {
        const int error = errno;
        ::close(descriptor);
        return error;
    }
    polled.push_back({descriptor, POLLOUT, 0});
    return 0;
}

/// The socket that got through, or -1; takes those that failed out and keeps the reason of the last.
int firstConnected(std::vector<pollfd> &polled, int &lastError)
{
    for (auto attempt = polled.begin(); attempt != polled.end();) {
        if (!attempt->revents) {
            ++attempt;
            continue;
        }
        int error = 0;
        socklen_t size = sizeof error;
        ::getsockopt(attempt->fd, SOL_SOCKET, SO_ERROR, &error, &size);
        const int descriptor = attempt->fd;
        attempt = polled.erase(attempt);
        if (error == 0)
            return descriptor;
        lastError = error;
        ::close(descriptor);
    }
    return -1;
}

int prepared(int descriptor)
{
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    ::setsockopt(descriptor, SOL_SOCKET, SO_KEEPALIVE, &on, sizeof on);
    ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
    return descriptor;
}

} // namespace

Result<int> tcpConnect(QList<QHostAddress> addresses, quint16 port, std::chrono::milliseconds timeout,
                       const AbortSwitch &abort)
{
    Attempts attempts;
    QDeadlineTimer deadline(timeout);
    QDeadlineTimer nextStart(0);
    qsizetype started = 0;
    int lastError = EHOSTUNREACH;
    for (;;) {
        if (abort.isAborted())
            return fail(ErrorKind::Stopped);
        if (deadline.hasExpired())
            return fail(ErrorKind::SshTimeout);
        if (started < addresses.size() && (nextStart.hasExpired() || attempts.polled.empty())) {
            if (const int error = startOne(addresses[started++], port, attempts.polled))
                lastError = error;
            nextStart.setRemainingTime(stagger);
        }
        if (attempts.polled.empty()) {
            if (started >= addresses.size())
                return fail(ErrorKind::SshConnect, {}, QString::fromLocal8Bit(std::strerror(lastError)));
            continue;
        }
        ::poll(attempts.polled.data(), attempts.polled.size(), 50);
        if (const int descriptor = firstConnected(attempts.polled, lastError); descriptor >= 0)
            return prepared(descriptor);
    }
}

} // namespace bramble
