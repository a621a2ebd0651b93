// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/systemd_unit.h"

#include "text/dnsmasq_conf.h"

namespace bramble {

using namespace Qt::StringLiterals;

// No ProtectKernelTunables and no ProtectSystem=full: the hook runs exportfs, which speaks to /proc/fs/nfsd and
// /proc/net/rpc, and it writes below /etc/exports.d. The C locale is for the log, which is read by a program.
QByteArray renderDnsmasqUnit()
{
    const QByteArray conf = QByteArray(dnsmasqConfPath.data(), dnsmasqConfPath.size());
    return "# Written by Brambleboot.\n"
           "[Unit]\n"
           "Description=Boot server for Raspberry Pis (Brambleboot)\n"
           "Wants=network-online.target nfs-server.service\n"
           "After=network-online.target nfs-server.service\n"
           "StartLimitIntervalSec=60\n"
           "StartLimitBurst=10\n"
           "\n"
           "[Service]\n"
           "Type=exec\n"
           "Environment=LC_ALL=C\n"
           "ExecStartPre=/usr/sbin/dnsmasq --test --conf-file="_ba
        + conf
        + "\n"
          "ExecStart=/usr/sbin/dnsmasq --keep-in-foreground --conf-file="_ba
        + conf
        + "\n"
          "Restart=on-failure\n"
          "RestartSec=2\n"
          "StateDirectory=brambleboot\n"
          "LimitNOFILE=4096\n"
          "NoNewPrivileges=yes\n"
          "ProtectSystem=yes\n"
          "ProtectHome=read-only\n"
          "PrivateTmp=yes\n"
          "ProtectControlGroups=yes\n"
          "RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6 AF_NETLINK AF_PACKET\n"
          "RestrictRealtime=yes\n"
          "RestrictSUIDSGID=yes\n"
          "LockPersonality=yes\n"
          "\n"
          "[Install]\n"
          "WantedBy=multi-user.target\n"_ba;
}

} // namespace bramble
