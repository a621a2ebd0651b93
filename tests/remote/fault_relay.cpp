// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/fault_relay.h"

#include <arpa/inet.h>
#include <array>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

sockaddr_in placeAt(quint32 host, quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(host);
    address.sin_port = htons(port);
    return address;
}

} // namespace

FaultRelay::FaultRelay(quint16 target, quint32 address)
    : m_target(target), m_address(address), m_listener(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in listening = placeAt(INADDR_LOOPBACK, 0);
    socklen_t size = sizeof listening;
    ::bind(m_listener, reinterpret_cast<sockaddr *>(&listening), size);
    ::listen(m_listener, 8);
    ::getsockname(m_listener, reinterpret_cast<sockaddr *>(&listening), &size);
    m_port = ntohs(listening.sin_port);
    m_thread = std::thread([this] { serve(); });
}

FaultRelay::~FaultRelay()
{
    m_stop = true;
    m_thread.join();
    ::close(m_listener);
}

void FaultRelay::serve()
{
    while (!m_stop) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, 20) <= 0)
            continue;
        const int client = ::accept(m_listener, nullptr, nullptr);
        relay(client);
        ::close(client);
    }
}

void FaultRelay::relay(int client)
{
    const int server = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = placeAt(m_address, m_target);
    bool open = ::connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    while (open && !m_stop) {
        const bool reads = !silent && toServer < stallAt;
        std::array<pollfd, 2> ends{pollfd{client, static_cast<short>(reads ? POLLIN : 0), 0},
                                   pollfd{server, static_cast<short>(silent ? 0 : POLLIN), 0}};
        if (::poll(ends.data(), ends.size(), 20) <= 0)
            continue;
        if (ends[0].revents & POLLIN)
            open = pass(client, server, toServer, flipToServerAt);
        else if (ends[0].revents & (POLLHUP | POLLERR))
            open = false;
        if (open && (ends[1].revents & POLLIN))
            open = pass(server, client, toClient, flipToClientAt);
        else if (ends[1].revents & (POLLHUP | POLLERR))
            open = false;
        open = open && toServer < dropAt;
    }
    ::close(server);
}

bool FaultRelay::pass(int from, int to, std::atomic<qint64> &count, qint64 flipAt)
{
    std::array<char, 64 * 1024> buffer;
    const ssize_t size = ::recv(from, buffer.data(), buffer.size(), 0);
    if (size <= 0)
        return false;
    if (flipAt >= count && flipAt < count + size)
        buffer[static_cast<size_t>(flipAt - count)] ^= 0x10;
    for (ssize_t sent = 0; sent < size;) {
        const ssize_t more = ::send(to, buffer.data() + sent, static_cast<size_t>(size - sent), MSG_NOSIGNAL);
        if (more <= 0)
            return false;
        sent += more;
    }
    count += size;
    return true;
}
