// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/words.h"

#include <QLocale>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// The context of these sentences for translators.
struct Actions
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Actions)
public:
    QString operator()(const FetchPackages &a) const { return tr("Download %1").arg(list(a.packages)); }
    QString operator()(const InstallPackages &a) const { return tr("Install %1").arg(list(a.packages)); }
    QString operator()(const StreamImage &a) const
    {
        return (a.part == StreamImage::Part::Root ? tr("Copy the system to the server (%1)")
                                                  : tr("Copy the boot files to the server (%1)"))
            .arg(bytesWords(a.bytes));
    }
    QString operator()(const KeepImage &) const { return tr("Keep the system on the server for further Pis"); }
    QString operator()(const DropImage &) const { return tr("Remove the former system from the server"); }
    QString operator()(const LayNode &a) const { return tr("Make the disk and the boot folder of %1").arg(a.node); }
    QString operator()(const WriteFile &a) const { return (a.before ? tr("Change %1") : tr("Write %1")).arg(a.path); }
    QString operator()(const StartUnit &a) const { return tr("Start %1").arg(a.unit); }
    QString operator()(const ExtendDhcp &a) const
    {
        return (a.extension.program == DhcpExtension::Program::Pihole ? tr("Tell Pi-hole about the Pis (%1)") : tr("Tell the server's dnsmasq about the Pis (%1)")).arg(a.file.path);
    }
    QString operator()(const OpenFirewall &a) const { return tr("Let the Pis through the firewall (%1)").arg(name(a.kind)); }
    QString operator()(const TuneNfs &a) const { return (a.restart ? tr("Give the NFS server its settings in %1 and restart it") : tr("Write the NFS server's settings to %1")).arg(a.file.path); }
    QString operator()(const ReloadExports &) const { return tr("Offer the disks to the Pis"); }
    QString operator()(const InstallOnRouter &a) const { return tr("Install %1").arg(list(a.packages)); }
    QString operator()(const ChangeUci &a) const
    {
        const QString path = QStringLiteral("/etc/config/") + a.config;
        return (a.onRouter ? tr("Change %1 on the router, with uci") : tr("Change %1 with uci")).arg(path);
    }
    QString operator()(const MountStorage &a) const { return tr("Mount the disk at %1").arg(a.target); }
    QString operator()(const WriteBlock &a) const { return tr("Add lines to %1").arg(a.path); }
    QString operator()(const StartOnRouter &a) const { return tr("Start %1").arg(a.service); }
    QString operator()(const CheckRouter &) const { return tr("See that the server serves"); }
    QString operator()(const CheckServing &) const { return tr("See that the server serves"); }

    static QString root(RootMounter by)
    {
        switch (by) {
        case RootMounter::Klibc: return tr("Disk options %1: the image's initramfs mounts it, and knows NFS version 3 only.");
        case RootMounter::OtherInitramfs: return tr("Disk options %1: the image's initramfs mounts it; every kind knows these.");
        case RootMounter::Kernel: return tr("Disk options %1: the kernel mounts it by itself, and would move only 4 KiB at a time unless told.");
        }
        return {};
    }

private:
    static QString name(Firewall::Kind kind)
    {
        return kind == Firewall::Kind::Ufw ? u"ufw"_s : kind == Firewall::Kind::Firewalld ? u"firewalld"_s : u"nftables"_s;
    }
    static QString list(const QStringList &names) { return QLocale().createSeparatedList(names); }
};

} // namespace

QString words(const Action &action)
{
    return std::visit(Actions{}, action);
}

QString bytesWords(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, bytes < 1'000'000 ? 0 : 1, QLocale::DataSizeSIFormat);
}

QString timeWords(qint64 ms)
{
    const qint64 seconds = ms < 0 ? 0 : ms / 1000;
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    if (seconds < 3600)
        return u"%1:%2"_s.arg(QString::number(seconds / 60), two(seconds % 60));
    return u"%1:%2:%3"_s.arg(QString::number(seconds / 3600), two(seconds / 60 % 60), two(seconds % 60));
}

QString words(RootMounter by, const QString &options)
{
    return Actions::root(by).arg(options);
}

} // namespace bramble
