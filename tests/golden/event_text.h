// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/event.h"
#include "model/timeline.h"

#include <QByteArray>

namespace bramble {

/// Events as lines, so that a golden file of them can be read by people.
inline QByteArray eventText(const Event &event)
{
    struct Say
    {
        static QString ip(const std::optional<Ipv4> &address)
        {
            return address ? address->toString() : QStringLiteral("?");
        }
        QString operator()(const DhcpAsked &e) const
        {
            const QString who = e.asker == DhcpAsker::BootRom ? QStringLiteral("rom")
                : e.asker == DhcpAsker::Initramfs             ? QStringLiteral("initramfs")
                                                              : QStringLiteral("other");
            return QStringLiteral("asked ") + e.mac.toString() + u' ' + who;
        }
        QString operator()(const BootOffered &e) const { return QStringLiteral("offered ") + e.mac.toString(); }
        QString operator()(const AddressGiven &e) const
        {
            return QStringLiteral("given ") + e.mac.toString() + u' ' + e.address.toString();
        }
        QString operator()(const FileSent &e) const { return QStringLiteral("sent ") + ip(e.address) + u' ' + e.path; }
        QString operator()(const FileUnderWay &e) const
        {
            return QStringLiteral("under way %1 %2 %3 %4").arg(ip(e.address), e.path).arg(e.bytes).arg(e.size.value_or(-1));
        }
        QString operator()(const DiskBytes &e) const { return QStringLiteral("disk %1 %2 %3").arg(ip(e.address)).arg(e.bytes).arg(e.grown); }
        QString operator()(const FileMissing &e) const
        {
            return QStringLiteral("missing ") + ip(e.address) + u' ' + e.path;
        }
        QString operator()(const FileProbed &e) const
        {
            return QStringLiteral("probed ") + ip(e.address) + u' ' + e.path;
        }
        QString operator()(const FileFailed &e) const
        {
            return QStringLiteral("failed ") + ip(e.address) + u' ' + e.path + u' ' + e.reason;
        }
        QString operator()(const RootMounted &e) const
        {
            return QStringLiteral("mounted ") + ip(e.address) + u' ' + e.path;
        }
        QString operator()(const MountRefused &e) const
        {
            return QStringLiteral("refused ") + ip(e.address) + u' ' + e.path + u' ' + e.reason;
        }
        QString operator()(const SshAnswered &e) const { return QStringLiteral("ssh ") + ip(e.address); }
        QString operator()(const Noticed &e) const
        {
            return QStringLiteral("noticed %1 %2 %3 %4").arg(signId(e.kind), e.mac ? e.mac->toString() : ip(e.address), e.path, e.detail).simplified();
        }
        QString operator()(const ConsoleLine &e) const { return QStringLiteral("console %1 %2 ").arg(e.mac.toString(), ip(e.address)) + e.text; }
        QString operator()(const ServerSpoke &e) const { return QStringLiteral("server ") + e.text; }
    };
    return QByteArray::number(event.atMs) + ' ' + std::visit(Say{}, event.kind).toUtf8() + '\n';
}

} // namespace bramble
