// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/nfs_mount.h"

#include <QStringList>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr int linkLimit = 40; // as Linux counts (path_resolution(7))
constexpr quint32 readSizeLimit = 1024 * 1024;

// A result is malformed, a status, or what was asked for.
template<typename T>
std::expected<T, QString> settle(const Nfs3::Answer<T> &answer)
{
    if (!answer)
        return std::unexpected(u"garbage"_s);
    if (!*answer)
        return std::unexpected(nfsStatusName(answer->error()));
    return **answer;
}

} // namespace

NfsMount::NfsMount(Ipv4 server, QString path, Stop stop)
    : m_server(server), m_path(std::move(path)), m_stop(std::move(stop))
{ }

std::expected<quint16, QString> NfsMount::portOf(quint32 program, quint32 version)
{
    RpcClient portmapper(m_server, Portmap::port, m_stop);
    if (auto connected = portmapper.connect(RpcClient::SourcePort::Any); !connected)
        return std::unexpected(u"portmapper: "_s + connected.error());
    const auto result = portmapper.call({.program = Portmap::program,
                                         .version = Portmap::version,
                                         .procedure = Portmap::getPort,
                                         .arguments = Portmap::makeGetPort(program, version, Portmap::tcp)});
    if (!result)
        return std::unexpected(u"portmapper: "_s + result.error());
    const auto port = Portmap::parseGetPort(*result);
    if (!port)
        return std::unexpected(u"garbage"_s);
    if (*port == 0)
        return std::unexpected(u"not-registered: "_s + QString::number(program) + u'.' + QString::number(version));
    return *port;
}

std::expected<NfsHandle, QString> NfsMount::handleOf(RpcClient &mountd)
{
    const auto mounted = mountd.call({.program = Mount3::program,
                                      .version = Mount3::version,
                                      .procedure = Mount3::mount,
                                      .arguments = Mount3::makePath(m_path.toUtf8())});
    if (!mounted)
        return std::unexpected(u"mountd: "_s + mounted.error());
    return settle<NfsHandle>(Mount3::parseMount(*mounted));
}

std::expected<void, QString> NfsMount::ask()
{
    const auto mountPort = portOf(Mount3::program, Mount3::version);
    if (!mountPort)
        return std::unexpected(mountPort.error());
    RpcClient mountd(m_server, *mountPort, m_stop);
    if (!mountd.connect(RpcClient::SourcePort::Privileged))
        if (auto connected = mountd.connect(RpcClient::SourcePort::Any); !connected)
            return std::unexpected(u"mountd: "_s + connected.error());
    if (const auto handle = handleOf(mountd); !handle)
        return std::unexpected(handle.error());
    return {};
}

std::expected<void, QString> NfsMount::mount()
{
    // klibc's nfsmount asks for both ports first, NFS before MOUNT.
    const auto nfsPort = portOf(Nfs3::program, Nfs3::version);
    if (!nfsPort)
        return std::unexpected(nfsPort.error());
    const auto mountPort = portOf(Mount3::program, Mount3::version);
    if (!mountPort)
        return std::unexpected(mountPort.error());
    RpcClient mountd(m_server, *mountPort, m_stop);
    if (auto connected = mountd.connect(RpcClient::SourcePort::Privileged); !connected)
        return std::unexpected(u"mountd: "_s + connected.error());
    const auto root = handleOf(mountd);
    if (!root)
        return std::unexpected(root.error());
    m_root = *root;
    m_nfs = std::make_unique<RpcClient>(m_server, *nfsPort, m_stop);
    if (auto connected = m_nfs->connect(RpcClient::SourcePort::Privileged); !connected)
        return std::unexpected(u"nfs: "_s + connected.error());
    const auto info = ask(Nfs3::fsInfo, Nfs3::makeHandle(m_root)).and_then([](const QByteArray &r) {
        return settle(Nfs3::parseFsInfo(r));
    });
    if (!info)
        return std::unexpected(info.error());
    m_readSize = std::min(*info, readSizeLimit);
    return {};
}

std::expected<QByteArray, QString> NfsMount::ask(quint32 procedure, QByteArray arguments)
{
    return m_nfs->call({.program = Nfs3::program,
                        .version = Nfs3::version,
                        .procedure = procedure,
                        .identity = RpcIdentity{"(none)"_ba, 0, 0},
                        .arguments = std::move(arguments)});
}

std::expected<NfsFound, QString> NfsMount::lookup(const NfsHandle &folder, const QString &name)
{
    auto found = ask(Nfs3::lookup, Nfs3::makeLookup(folder, name.toUtf8())).and_then([](const QByteArray &r) {
        return settle(Nfs3::parseLookup(r));
    });
    if (!found || found->attributes)
        return found;
    const auto attributes = ask(Nfs3::getAttributes, Nfs3::makeHandle(found->handle)).and_then([](const QByteArray &r) {
        return settle(Nfs3::parseAttributes(r));
    });
    if (!attributes)
        return std::unexpected(attributes.error());
    found->attributes = *attributes;
    return found;
}

std::expected<NfsMount::File, QString> NfsMount::find(const QString &path)
{
    struct Place
    {
        NfsHandle handle;
        QString name;
    };
    std::vector<Place> here; // below the root
    QStringList todo = path.split(u'/', Qt::SkipEmptyParts);
    NfsAttributes last{.type = NfsAttributes::Type::Directory};
    for (int links = 0; !todo.isEmpty();) {
        const QString name = todo.takeFirst();
        if (name == u'.')
            continue;
        if (name == ".."_L1) {
            if (!here.empty())
                here.pop_back();
            continue;
        }
        const auto found = lookup(here.empty() ? m_root : here.back().handle, name);
        if (!found)
            return std::unexpected(found.error());
        if (found->attributes->type != NfsAttributes::Type::Symlink) {
            here.push_back({found->handle, name});
            last = *found->attributes;
            continue;
        }
        if (++links > linkLimit)
            return std::unexpected(u"loop"_s);
        const auto target = ask(Nfs3::readLink, Nfs3::makeHandle(found->handle)).and_then([](const QByteArray &r) {
            return settle(Nfs3::parseReadLink(r));
        });
        if (!target)
            return std::unexpected(target.error());
        if (target->startsWith('/'))
            here.clear();
        todo = QString::fromUtf8(*target).split(u'/', Qt::SkipEmptyParts) + todo;
    }
    QString resolved;
    for (const Place &place : here)
        resolved += u'/' + place.name;
    return File{here.empty() ? m_root : here.back().handle, last, resolved};
}

std::expected<QByteArray, QString> NfsMount::read(const File &file, qint64 atMost)
{
    QByteArray bytes;
    while (bytes.size() < atMost) {
        const quint32 count = quint32(std::min<qint64>(m_readSize, atMost - bytes.size()));
        const auto piece = ask(Nfs3::read, Nfs3::makeRead(file.handle, quint64(bytes.size()), count))
                               .and_then([count](const QByteArray &r) { return settle(Nfs3::parseRead(r, count)); });
        if (!piece)
            return std::unexpected(piece.error());
        bytes += piece->bytes;
        if (piece->atEnd || piece->bytes.isEmpty())
            break;
    }
    return bytes;
}

std::expected<bool, QString> NfsMount::writable()
{
    return ask(Nfs3::access, Nfs3::makeAccess(m_root, Nfs3::accessAll))
        .and_then([](const QByteArray &r) { return settle(Nfs3::parseAccess(r)); })
        .transform([](quint32 bits) { return (bits & Nfs3::accessModify) == Nfs3::accessModify; });
}

} // namespace bramble
