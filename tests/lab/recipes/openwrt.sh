#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# openwrt.sh OUT: a router like OpenWrt for user-mode Linux. Real: BusyBox ash with those applets that OpenWrt's own build
# has and no others, dropbear without SFTP, dnsmasq in a jail, the kernel's NFS server. Written anew in openwrt/: uci, opkg, apk,
# block, logread, rc.common and the init scripts, which do what OpenWrt's do.
set -euo pipefail
recipes=$(dirname "$0")
. "$recipes/../lib/common.sh"
. "$recipes/../lib/apt.sh"
out=$1
parts=$recipes/openwrt
root=$out/work/root
all=$out/work/all
lib=usr/lib/x86_64-linux-gnu

# What OpenWrt's BusyBox has by default (package/utils/busybox/Config-defaults.in). No base64, stat, realpath, od, diff, printenv,
# timeout, setsid, install, nohup, blkid, modprobe: those come from elsewhere there, or not at all.
applets="ash awk basename brctl cat chgrp chmod chown chroot clear cmp cp crond crontab cut date dd df dirname dmesg du echo egrep
 env expr false fgrep find free grep gunzip gzip head hexdump hwclock id ifconfig ip kill killall less ln logger login ls
 md5sum mkdir mkfifo mknod mkswap mktemp mount mv nc netstat nslookup passwd pidof ping pivot_root printf ps pwd readlink
 reset rm rmdir route sed seq sh sha256sum sleep sort start-stop-daemon strings swapoff swapon switch_root sync sysctl tail tar taskset
 tee test time top touch tr traceroute true udhcpc umount uname uniq uptime vi wc which xargs yes zcat"

packages() {
    private_apt "$out/work/apt" amd64 main
    apt-get "${apt_options[@]}" install -y --download-only busybox dropbear-bin dnsmasq-base nfs-kernel-server util-linux procps >&2
    mkdir -p "$all"
    local deb
    for deb in "$out"/work/apt/archives/*.deb; do dpkg-deb -x "$deb" "$all"; done
}

needed() { readelf -d "$1" 2> /dev/null | sed -n 's/.*(NEEDED).*\[\(.*\)\]/\1/p'; }

libraries() { # FILE: copies what it links, and what that links
    local name
    for name in $(needed "$1"); do
        [ ! -e "$root/$lib/$name" ] || continue
        [ -e "$all/$lib/$name" ] || die "no library $name"
        install -D -m 755 "$(readlink -f "$all/$lib/$name")" "$root/$lib/$name"
        libraries "$root/$lib/$name"
    done
}

program() { # PATH-IN-DEBIAN PATH-HERE [TREE]
    local from=$all$1
    [ -e "$from" ] || from=$all/usr$1
    install -D -m 755 "$(readlink -f "$from")" "${3:-$root}$2"
    libraries "${3:-$root}$2"
}

put() { # PATH [MODE]: from standard input
    mkdir -p "$(dirname "$root$1")"
    cat > "$root$1"
    chmod "${2:-644}" "$root$1"
}

base() {
    local name
    mkdir -p "$root"/{bin,sbin,usr/bin,usr/sbin,usr/lib,lib64,etc/config,etc/rc.d,etc/dropbear,proc,sys,dev,tmp,root,mnt,overlay,rom,lab/feed}
    ln -s usr/lib "$root/lib"
    ln -s tmp "$root/var"
    ln -s tmp/run "$root/run" # where Debian's rpcbind has its socket
    install -D -m 755 "$(readlink -f "$all/$lib/ld-linux-x86-64.so.2")" "$root/$lib/ld-linux-x86-64.so.2"
    ln -s "../$lib/ld-linux-x86-64.so.2" "$root/lib64/ld-linux-x86-64.so.2"
    program /bin/busybox /bin/busybox
    for name in $applets; do ln -s busybox "$root/bin/$name"; done
    # Debian's BusyBox lacks these two of OpenWrt's.
    program /usr/bin/flock /bin/flock
    program /usr/bin/pgrep /bin/pgrep
    program /usr/sbin/dropbear /usr/sbin/dropbear
    program /usr/sbin/dnsmasq /usr/sbin/dnsmasq
    for name in libnss_files.so.2 libnss_dns.so.2; do
        [ ! -e "$all/$lib/$name" ] || install -m 755 "$all/$lib/$name" "$root/$lib/$name"
    done
    g++ -std=c++17 -O2 -static -Wall -Wextra -o "$root/sbin/uci" "$parts"/uci/*.cpp
    strip "$root/sbin/uci"
    for name in init logread reboot lab-jail; do install -m 755 "$parts/bin/$name" "$root/sbin/$name"; done
    for name in insmod modprobe lsmod rmmod; do ln -s ../bin/busybox "$root/sbin/$name"; done # kmodloader's
    install -m 755 "$parts/bin/package" "$root/lab/package"
    for name in rc.common init.d/boot init.d/dnsmasq init.d/dropbear init.d/fstab; do install -D -m 755 "$parts/etc/$name" "$root/etc/$name"; done
    for name in S10boot S11fstab S19dnsmasq S50dropbear; do ln -s "../init.d/${name#S??}" "$root/etc/rc.d/$name"; done
}

settings() {
    printf 'root:x:0:0:root:/root:/bin/ash\ndaemon:*:1:1:daemon:/var:/bin/false\nnobody:*:65534:65534:nobody:/var:/bin/false\ndnsmasq:x:453:453:dnsmasq:/var/run/dnsmasq:/bin/false\n_rpc:x:32:65534:rpcbind:/var/run:/bin/false\nstatd:x:33:65534:statd:/var/lib/nfs:/bin/false\n' | put /etc/passwd
    printf 'root:x:0:\ndaemon:x:1:\nnogroup:x:65534:\ndnsmasq:x:453:\n' | put /etc/group
    printf 'root::0:0:99999:7:::\n' | put /etc/shadow 600
    echo /bin/ash | put /etc/shells
    # As base-files has them: what names the NFS server's programs look up.
    printf '127.0.0.1 localhost\n' | put /etc/hosts
    printf 'ip 0 IP\nicmp 1 ICMP\ntcp 6 TCP\nudp 17 UDP\n' | put /etc/protocols
    printf '%s\n' 'ssh 22/tcp' 'domain 53/tcp' 'domain 53/udp' 'bootps 67/udp' 'bootpc 68/udp' 'tftp 69/udp' 'sunrpc 111/tcp portmapper' 'sunrpc 111/udp portmapper' 'nfs 2049/tcp' 'nfs 2049/udp' | put /etc/services
    printf 'portmapper 100000 portmap sunrpc\nnfs 100003 nfsprog\nmountd 100005 mount showmount\nnlockmgr 100021\nstatus 100024\n' | put /etc/rpc
    printf "NAME=\"OpenWrt\"\nVERSION=\"23.05.5\"\nID=\"openwrt\"\nID_LIKE=\"lede openwrt\"\nPRETTY_NAME=\"OpenWrt 23.05.5\"\nVERSION_ID=\"23.05.5\"\nOPENWRT_BOARD=\"lab/lab\"\nOPENWRT_ARCH=\"x86_64\"\n" | put /etc/os-release
    printf "DISTRIB_ID='OpenWrt'\nDISTRIB_RELEASE='23.05.5'\nDISTRIB_REVISION='r24106-10cc5fcd00'\nDISTRIB_TARGET='lab/lab'\nDISTRIB_ARCH='x86_64'\nDISTRIB_DESCRIPTION='OpenWrt 23.05.5 r24106'\nDISTRIB_TAINTS=''\n" | put /etc/openwrt_release
    printf '# /etc/exports: what is exported over NFS\n' > "$out/work/exports"
    printf '## This file contains files and directories that should\n## be preserved during an upgrade.\n\n# /etc/example.conf\n# /etc/openvpn/\n' | put /etc/sysupgrade.conf
    printf "\nconfig dnsmasq\n\toption domainneeded '1'\n\toption boguspriv '1'\n\toption rebind_protection '1'\n\toption localise_queries '1'\n\toption local '/lan/'\n\toption domain 'lan'\n\toption expandhosts '1'\n\toption authoritative '1'\n\toption readethers '1'\n\toption leasefile '/tmp/dhcp.leases'\n\toption localservice '1'\n\nconfig dhcp 'lan'\n\toption interface 'lan'\n\toption start '100'\n\toption limit '50'\n\toption leasetime '12h'\n\toption dhcpv4 'server'\n\nconfig dhcp 'wan'\n\toption interface 'wan'\n\toption ignore '1'\n\n# a fixed address for the printer; this remark is to survive an undo\nconfig host\n\toption name 'printer'\n\toption mac '00:11:22:33:44:55'\n\toption ip '192.168.77.60'\n" | put /etc/config/dhcp 600
    printf "\nconfig interface 'loopback'\n\toption device 'lo'\n\toption proto 'static'\n\toption ipaddr '127.0.0.1'\n\toption netmask '255.0.0.0'\n\nconfig interface 'lan'\n\toption device 'eth0'\n\toption proto 'static'\n\toption ipaddr '192.168.77.2'\n\toption netmask '255.255.255.0'\n\toption gateway '192.168.77.1'\n\n" | put /etc/config/network 600
    printf "\nconfig system\n\toption hostname 'OpenWrt'\n\toption timezone 'UTC'\n\toption log_size '128'\n\n" | put /etc/config/system 600
    printf "\nconfig dropbear 'main'\n\toption enable '1'\n\toption PasswordAuth 'on'\n\toption Port '22'\n\n" | put /etc/config/dropbear 600
    # No router is without packages, and undo must leave these alone.
    local name db
    for name in base-files busybox dnsmasq dropbear; do
        for db in /usr/lib/opkg/info /lib/apk/db; do
            printf 'Package: %s\nVersion: 1\nDepends: \nInstalled-Size: 0\nWhy: user\n' "$name" | put "$db/$name.control"
            : | put "$db/$name.list"
        done
        echo "$name"
    done | put /etc/apk/world
    chmod 700 "$root/root" "$root/etc/dropbear"
    ln -s ../etc/dropbear "$root/root/.ssh" # OpenWrt's dropbear looks there of itself
    "$all/$lib/ld-linux-x86-64.so.2" --library-path "$all/$lib" "$all/usr/bin/dropbearkey" -t ed25519 -f "$root/etc/dropbear/dropbear_ed25519_host_key" > "$out/work/key" 2>&1
    sed -n 's/^\(ssh-ed25519 [^ ]*\).*/192.168.77.2 \1/p' "$out/work/key" > "$out/known_hosts"
    [ -s "$out/known_hosts" ] || die "no host key"
}

# feed NAME VERSION DEPENDS: a package of the local feed from the tree in work/NAME; an init script in it is enabled and started.
feed() {
    local dir=$out/work/$1
    printf 'Package: %s\nVersion: %s\nDepends: %s\nInstalled-Size: %s\n' "$1" "$2" "$3" "$(du -sb "$dir" | cut -f1)" > "$root/lab/feed/$1.control"
    (cd "$dir" && find . -type f -o -type l) | sed 's/^\.//' | sort > "$root/lab/feed/$1.list"
    tar -C "$dir" --numeric-owner --owner=0 --group=0 -czf "$root/lab/feed/$1.tar.gz" .
}

modules() {
    local version wanted=() name path
    version=$(basename "$(echo /usr/lib/uml/modules/*)")
    local -A have=()
    local todo=(nfsd) next
    while [ ${#todo[@]} -gt 0 ]; do
        name=${todo[0]} todo=("${todo[@]:1}")
        [ -z "${have[$name]:-}" ] || continue
        have[$name]=1
        path=$(find "/usr/lib/uml/modules/$version" -name "${name//_/[_-]}.ko*" | head -n1)
        [ -n "$path" ] || continue
        wanted+=("$path")
        for next in $(modinfo -F depends "$path" | tr , ' '); do todo+=("$next"); done
    done
    mkdir -p "$out/work/kmod-fs-nfsd/usr/lib/modules/$version"
    cp "${wanted[@]}" "$out/work/kmod-fs-nfsd/usr/lib/modules/$version/"
    depmod -b "$out/work/kmod-fs-nfsd/usr" "$version" 2> /dev/null || depmod -b "$out/work/kmod-fs-nfsd" "$version" 2> /dev/null || true
    (cd "$out/work/kmod-fs-nfsd/usr/lib/modules/$version" && find . -name 'modules.*' ! -name modules.dep -delete)
}

packages_of_feed() {
    local name nfs=$out/work/nfs-kernel-server
    modules
    for name in exportfs rpc.nfsd rpc.mountd; do program /usr/sbin/$name /usr/sbin/$name "$nfs"; done
    program /sbin/rpc.statd /usr/sbin/rpc.statd "$nfs"
    install -D -m 755 "$parts/etc/init.d/nfsd" "$nfs/etc/init.d/nfsd"
    install -D -m 644 "$out/work/exports" "$nfs/etc/exports"
    install -D -m 644 "$all/etc/netconfig" "$root/etc/netconfig"
    program /sbin/rpcbind /usr/sbin/rpcbind "$out/work/rpcbind"
    install -D -m 755 "$parts/etc/init.d/rpcbind" "$out/work/rpcbind/etc/init.d/rpcbind"
    install -D -m 755 "$parts/bin/block" "$out/work/block-mount/sbin/block"
    mkdir -p "$out/work/kmod-usb-storage/etc/modules.d"
    echo usb-storage > "$out/work/kmod-usb-storage/etc/modules.d/usb-storage"
    feed kmod-fs-nfsd 5.15.167-1 ""
    feed rpcbind 1.2.6-2 ""
    feed nfs-kernel-server 2.6.3-1 "kmod-fs-nfsd rpcbind"
    feed block-mount 2023-02-28 ""
    feed kmod-usb-storage 5.15.167-1 ""
}

disks() {
    truncate -s 96M "$out/openwrt.img"
    mkfs.ext4 -q -F -L overlay -m 0 -O ^metadata_csum_seed -d "$root" "$out/openwrt.img"
    # The stick in its USB port. It has something of its owner's on it.
    mkdir -p "$out/work/stick/photos"
    echo "not ours" > "$out/work/stick/photos/cat.txt"
    truncate -s 3G "$out/stick.img"
    mkfs.ext4 -q -F -L stick -U 5f7c3a52-8f1d-4c7b-9a63-0d1e2f3a4b5c -m 0 -O ^metadata_csum_seed -E lazy_itable_init=0,lazy_journal_init=0 \
        -d "$out/work/stick" "$out/stick.img"
}

work_dir "$out/work"
step "  Debian packages" packages
base
settings
packages_of_feed
step "  ext4 images" disks
umount "$out/work" 2> /dev/null || rm -rf "${out:?}/work"/*
rmdir "$out/work"
say "  openwrt.img: $(du -m "$out/openwrt.img" | cut -f1) MB on disk"
