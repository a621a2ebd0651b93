#!/bin/sh
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# init of the small image's initramfs: address by DHCP, the root of `nfsroot=[SERVER:]PATH[,OPTIONS]`, and on to its init.
/bin/busybox --install -s /bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
while read -r module; do insmod "/modules/$module.ko"; done < /modules/order
for word in $(cat /proc/cmdline); do
    case $word in nfsroot=*) root=${word#nfsroot=} ;; esac
done
echo "SMALL-INITRAMFS up: nfsroot=$root"
if [ -n "$root" ]; then
    ip link set eth0 up
    udhcpc -i eth0 -n -q -t 10 -s /dhcp
    path=${root%%,*}
    server=${path%%:*}
    mount -t nfs -o "nolock,vers=3,tcp,addr=$server,$(echo ",$root" | sed 's/^,[^,]*,*//; s/vers=3//')" "$path" /mnt &&
        exec switch_root /mnt /sbin/init
    echo "SMALL-INITRAMFS could not mount $path"
fi
exec sh
