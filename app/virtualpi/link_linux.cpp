// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/link.h"

#include <QByteArray>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <cerrno>
#include <cstring>
#include <ifaddrs.h>
#include <linux/if_packet.h>
#include <net/ethernet.h>
#include <net/if.h>
#include <net/if_arp.h>
#include <net/route.h>
#include <netinet/in.h>
#include <poll.h>
#include <span>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// An address of ours carries this label, so that it can be told from one that somebody else put there.
constexpr QByteArrayView label = ":pi";

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) { }
    Descriptor(Descriptor &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)) { }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    Descriptor &operator=(Descriptor &&) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    int get() const { return m_fd; }

private:
    int m_fd;
};

std::unexpected<Error> systemError(const QByteArray &interface, QLatin1StringView what)
{
    return fail(ErrorKind::PiInterface, QString::fromUtf8(interface), what + ": "_L1 + qt_error_string(errno));
}

ifreq request(const QByteArray &name)
{
    ifreq r{};
    std::ranges::copy(std::span(name.constData(), size_t(std::min<qsizetype>(name.size(), IFNAMSIZ - 1))), r.ifr_name);
    return r;
}

sockaddr socketAddress(Ipv4 address)
{
    sockaddr_in in{};
    in.sin_family = AF_INET;
    in.sin_addr.s_addr = htonl(address.value());
    sockaddr out{};
    std::memcpy(&out, &in, sizeof out);
    return out;
}

bool hasForeignAddress(const QByteArray &interface)
{
    ifaddrs *list = nullptr;
    if (::getifaddrs(&list) != 0)
        return false;
    const std::unique_ptr<ifaddrs, decltype(&::freeifaddrs)> keep(list, &::freeifaddrs);
    for (const ifaddrs *a = list; a != nullptr; a = a->ifa_next) {
        const QByteArrayView name(a->ifa_name);
        const bool same
            = name == interface || (name.startsWith(interface) && name.sliced(interface.size()).startsWith(':'));
        if (a->ifa_addr != nullptr && a->ifa_addr->sa_family == AF_INET && same && !name.endsWith(label))
            return true;
    }
    return false;
}

class LinuxLink : public Link
{
public:
    LinuxLink(QByteArray interface, Descriptor packets, Descriptor control, MacAddress mac)
        : m_interface(std::move(interface)), m_packets(std::move(packets)), m_control(std::move(control)), m_mac(mac)
    { }
    ~LinuxLink() override { std::ignore = takeAddressBack(); }

    MacAddress mac() const override { return m_mac; }

    Result<> send(const UdpFrame &frame) override
    {
        const QByteArray bytes = toBytes(frame, ++m_ipId);
        if (::send(m_packets.get(), bytes.constData(), size_t(bytes.size()), 0) != bytes.size())
            return systemError(m_interface, "send"_L1);
        return {};
    }

    Result<std::optional<UdpFrame>> receive(const QDeadlineTimer &deadline) override
    {
        while (true) {
            pollfd p{m_packets.get(), POLLIN, 0};
            const int ready = ::poll(&p, 1, int(std::max<qint64>(0, deadline.remainingTime())));
            if (ready < 0 && errno == EINTR)
                continue;
            if (ready < 0)
                return systemError(m_interface, "poll"_L1);
            if (ready == 0)
                return std::nullopt;
            if (auto frame = receiveOne())
                return frame;
            if (deadline.hasExpired())
                return std::nullopt;
        }
    }

    Result<> setAddress(Ipv4Network address, std::optional<Ipv4> router) override
    {
        if (auto cleared = clearAddress(); !cleared)
            return cleared;
        ifreq r = request(m_interface + label);
        r.ifr_addr = socketAddress(address.address());
        if (::ioctl(m_control.get(), SIOCSIFADDR, &r) != 0)
            return systemError(m_interface, "set address"_L1);
        m_hasAddress = true;
        r.ifr_netmask = socketAddress(Ipv4::fromValue(address.mask()));
        if (::ioctl(m_control.get(), SIOCSIFNETMASK, &r) != 0)
            return systemError(m_interface, "set netmask"_L1);
        if (router && address.contains(*router) && *router != address.address())
            return addRoute(*router);
        return {};
    }

    Result<> clearAddress() override { return takeAddressBack(); }

private:
    // Nothing: a frame that is not for us or no UDP.
    std::optional<UdpFrame> receiveOne()
    {
        std::array<char, 4096> buffer{};
        alignas(cmsghdr) std::array<char, 256> control{};
        iovec piece{buffer.data(), buffer.size()};
        sockaddr_ll from{};
        msghdr message{};
        message.msg_name = &from;
        message.msg_namelen = sizeof from;
        message.msg_iov = &piece;
        message.msg_iovlen = 1;
        message.msg_control = control.data();
        message.msg_controllen = control.size();
        const ssize_t size = ::recvmsg(m_packets.get(), &message, MSG_DONTWAIT);
        if (size <= 0 || from.sll_pkttype == PACKET_OUTGOING)
            return {};
        UdpChecksum checksum = UdpChecksum::Check;
        for (cmsghdr *c = CMSG_FIRSTHDR(&message); c != nullptr; c = CMSG_NXTHDR(&message, c)) {
            tpacket_auxdata aux{};
            if (c->cmsg_level != SOL_PACKET || c->cmsg_type != PACKET_AUXDATA)
                continue;
            std::memcpy(&aux, CMSG_DATA(c), sizeof aux);
            if ((aux.tp_status & TP_STATUS_CSUMNOTREADY) != 0)
                checksum = UdpChecksum::Trust;
        }
        auto frame = parseUdpFrame(QByteArrayView(buffer.data(), size), checksum);
        if (!frame || (frame->to != m_mac.bytes() && frame->to != ethernetBroadcast))
            return {};
        return frame;
    }

    Result<> takeAddressBack()
    {
        if (!std::exchange(m_hasAddress, false))
            return {};
        // Taking a labelled address "down" removes it and, with it, its routes.
        ifreq r = request(m_interface + label);
        if (::ioctl(m_control.get(), SIOCSIFFLAGS, &r) != 0 && errno != EADDRNOTAVAIL)
            return systemError(m_interface, "remove address"_L1);
        return {};
    }

    Result<> addRoute(Ipv4 router)
    {
        rtentry route{};
        route.rt_gateway = socketAddress(router);
        route.rt_dst = socketAddress(Ipv4::fromValue(0));
        route.rt_genmask = socketAddress(Ipv4::fromValue(0));
        route.rt_flags = RTF_UP | RTF_GATEWAY;
        route.rt_dev = m_interface.data();
        if (::ioctl(m_control.get(), SIOCADDRT, &route) != 0 && errno != EEXIST)
            return systemError(m_interface, "add route"_L1);
        return {};
    }

    QByteArray m_interface;
    Descriptor m_packets;
    Descriptor m_control;
    MacAddress m_mac;
    quint16 m_ipId = 0;
    bool m_hasAddress = false;
};

Result<MacAddress> prepare(const QByteArray &interface, int control, std::optional<MacAddress> wanted)
{
    ifreq r = request(interface);
    if (wanted) {
        if (::ioctl(control, SIOCGIFHWADDR, &r) != 0)
            return systemError(interface, "no such interface"_L1);
        std::ranges::copy(wanted->bytes(), r.ifr_hwaddr.sa_data);
        if (::ioctl(control, SIOCSIFHWADDR, &r) != 0)
            return systemError(interface, "set MAC"_L1);
    }
    r = request(interface);
    if (::ioctl(control, SIOCGIFFLAGS, &r) != 0)
        return systemError(interface, "no such interface"_L1);
    r.ifr_flags = short(r.ifr_flags | IFF_UP);
    if (::ioctl(control, SIOCSIFFLAGS, &r) != 0)
        return systemError(interface, "bring up"_L1);
    r = request(interface);
    if (::ioctl(control, SIOCGIFHWADDR, &r) != 0 || r.ifr_hwaddr.sa_family != ARPHRD_ETHER)
        return systemError(interface, "no Ethernet"_L1);
    std::array<quint8, 6> octets{};
    std::ranges::transform(std::span(r.ifr_hwaddr.sa_data).first<6>(), octets.begin(),
                           [](char c) { return quint8(c); });
    const auto mac = MacAddress::fromBytes(octets);
    if (!mac)
        return fail(ErrorKind::PiInterface, QString::fromUtf8(interface), u"no usable MAC"_s);
    return *mac;
}

} // namespace

Result<std::unique_ptr<Link>> openLink(const QString &interface, std::optional<MacAddress> mac)
{
    const QByteArray name = interface.toUtf8();
    // The label of the address needs room in the kernel's field for the name.
    if (name.isEmpty() || name.size() + label.size() >= IFNAMSIZ)
        return fail(ErrorKind::PiInterface, interface, u"name"_s);
    if (hasForeignAddress(name))
        return fail(ErrorKind::PiInterface, interface, u"in use: it has an address"_s);
    Descriptor control(::socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0));
    if (control.get() < 0)
        return systemError(name, "socket"_L1);
    const auto own = prepare(name, control.get(), mac);
    if (!own)
        return std::unexpected(own.error());
    Descriptor packets(::socket(AF_PACKET, SOCK_RAW | SOCK_CLOEXEC, htons(ETH_P_IP)));
    if (packets.get() < 0)
        return systemError(name, "raw socket"_L1);
    const int yes = 1;
    ::setsockopt(packets.get(), SOL_PACKET, PACKET_AUXDATA, &yes, sizeof yes);
    sockaddr_ll where{};
    where.sll_family = AF_PACKET;
    where.sll_protocol = htons(ETH_P_IP);
    where.sll_ifindex = int(::if_nametoindex(name.constData()));
    if (::bind(packets.get(), reinterpret_cast<const sockaddr *>(&where), sizeof where) != 0)
        return systemError(name, "bind"_L1);
    // An address that an earlier virtual Pi had to leave behind.
    ifreq r = request(name + label);
    ::ioctl(control.get(), SIOCSIFFLAGS, &r);
    return std::make_unique<LinuxLink>(name, std::move(packets), std::move(control), *own);
}

} // namespace bramble
