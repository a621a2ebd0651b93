#!/bin/bash
# SPDX-FileCopyrightText: 2026 The Brambleboot authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# server.sh OUT: a fresh Debian 13 server for user-mode Linux. systemd, sshd, sudo; no dnsmasq, no NFS server: installing
# those is the product's work. Its only package source is the lab's own repository.
#   root   key                       admin  key, sudo without password
#   ada    key or password, sudo with password      guest  key or password, no sudo     (password: practice)
set -euo pipefail
. "$(dirname "$0")/../lib/common.sh"
. "$(dirname "$0")/../lib/apt.sh"
out=$1
root=$out/work/root

packages=systemd-sysv,dbus,udev,kmod,openssh-server,sudo,passwd,iproute2,iputils-ping,procps,netbase,less
# Libraries and small tools any Debian server of some use has, and which dnsmasq-base and nfs-kernel-server want. Every package
# less to unpack saves a second of a test: dpkg is slow in user-mode Linux.
packages+=,dmsetup,keyutils,libevent-core-2.1-7t64,libjansson4,libldap2,libnetfilter-conntrack3,libnfnetlink0,libnftables1
packages+=,libnl-3-200,libnl-genl-3-200,libreadline8t64,libxml2

bootstrap() {
    mmdebstrap --quiet --mode=root --variant=minbase --format=directory --components=main --include="$packages" \
        --aptopt='APT::Install-Recommends "false"' --aptopt='Acquire::Languages "none"' --aptopt='Acquire::Retries "3"' \
        --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/man/*' \
        --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='force-unsafe-io' \
        "$suite" "$root" "$(lab_mirror)" >&2
}

put() { # PATH [MODE]: a file of the server from standard input
    mkdir -p "$root$(dirname "$1")"
    cat > "$root$1"
    chmod "${2:-644}" "$root$1"
}

network() {
    echo server | put /etc/hostname
    # Without its own name here every sudo waits for the name server.
    printf '127.0.0.1 localhost\n127.0.1.1 server\n' | put /etc/hosts
    rm -f "$root/etc/resolv.conf"
    echo 'nameserver 192.168.77.1' | put /etc/resolv.conf
    put /etc/systemd/network/10-lab.network << 'N'
[Match]
Name=vec0
[Network]
Address=192.168.77.10/24
Gateway=192.168.77.1
LinkLocalAddressing=no
IPv6AcceptRA=no
N
    chroot "$root" systemctl -q enable systemd-networkd
    rm -rf "$root"/etc/apt/sources.list* "$root"/var/lib/apt/lists/*
    mkdir -p "$root/etc/apt/sources.list.d"
    echo 'deb [trusted=yes] http://192.168.77.1:8000 ./' | put /etc/apt/sources.list
}

account() { # NAME
    chroot "$root" useradd -m -s /bin/bash "$1"
    install -d -m 700 "$root/home/$1/.ssh"
    install -m 600 "$out/id_lab.pub" "$root/home/$1/.ssh/authorized_keys"
    chroot "$root" chown -R "$1:$1" "/home/$1"
}

accounts() {
    ssh-keygen -q -t ed25519 -N '' -C brambleboot-lab -f "$out/id_lab"
    install -d -m 700 "$root/root/.ssh"
    install -m 600 "$out/id_lab.pub" "$root/root/.ssh/authorized_keys"
    account admin
    account ada
    account guest
    printf 'ada:practice\nguest:practice\n' | chroot "$root" chpasswd
    printf 'admin ALL=(ALL:ALL) NOPASSWD: ALL\nada ALL=(ALL:ALL) ALL\n' | put /etc/sudoers.d/lab 440
    rm -f "$root"/etc/ssh/ssh_host_*
    chroot "$root" ssh-keygen -A > /dev/null
    sed 's/^/192.168.77.10 /; s/ root@.*$//' "$root"/etc/ssh/ssh_host_*_key.pub > "$out/known_hosts"
}

kernel_modules() {
    local version
    version=$(basename "$(echo /usr/lib/uml/modules/*)")
    mkdir -p "$root/usr/lib/modules"
    cp -a "/usr/lib/uml/modules/$version" "$root/usr/lib/modules/"
    # Hardware this kernel can never meet, and protocols nobody speaks here: two thirds of the bytes.
    (cd "$root/usr/lib/modules/$version/kernel" &&
        rm -rf sound drivers/{media,infiniband,scsi,mtd,usb,gpu,iio,staging,input,hid} \
            net/{wireless,mac80211,bluetooth,sctp,tipc,rds,smc,batman-adv,openvswitch,ceph,9p,rxrpc,atm,vmw_vsock,can,nfc} \
            fs/{xfs,btrfs,ocfs2,gfs2,ceph,smb,f2fs,jfs,ntfs3,nilfs2,reiserfs,ubifs,bcachefs,afs,orangefs,udf,hfs,hfsplus,dlm,ufs,affs})
    chroot "$root" depmod "$version"
}

# A server boots for every test: nothing runs here that a lab of some minutes has no use for.
quick_boot() {
    local unit
    echo '/dev/ubda / ext4 noatime 0 0' | put /etc/fstab
    for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service \
        fstrim.timer systemd-networkd-wait-online.service getty.target console-getty.service getty@tty1.service \
        systemd-hwdb-update.service systemd-journal-catalog-update.service ldconfig.service \
        systemd-pstore.service sys-kernel-config.mount sys-fs-fuse-connections.mount modprobe@drm.service; do
        ln -sf /dev/null "$root/etc/systemd/system/$unit"
    done
    # They run at every daemon-reload, and packages reload often.
    mkdir -p "$root/etc/systemd/system-generators"
    for unit in "$root"/usr/lib/systemd/system-generators/*; do
        case ${unit##*/} in
        systemd-fstab-generator | nfs-*) ;;
        *) ln -sf /dev/null "$root/etc/systemd/system-generators/${unit##*/}" ;;
        esac
    done
    # All there is to find is a disk and a network card; announcing each of 80 terminals takes seconds.
    put /etc/systemd/system/systemd-udev-trigger.service.d/lab.conf << 'U'
[Service]
ExecStart=
ExecStart=-udevadm trigger --type=devices --action=add --subsystem-match=net --subsystem-match=block
U
    # A machine-id that exists: with none, systemd takes the boot for a first boot and enables every preset anew.
    printf '%s' "brambleboot lab server" | sha256sum | cut -c1-32 | put /etc/machine-id
    rm -rf "$root/var/cache/apt" "$root/var/log/"*.log "$root/var/log/apt"
    mkdir -p "$root/var/cache/apt/archives/partial"
    touch "$root/etc/.updated" "$root/var/.updated"
}

filesystem() {
    truncate -s 8G "$out/server.img"
    mkfs.ext4 -q -F -L root -m 0 -O ^metadata_csum_seed -E lazy_itable_init=0,lazy_journal_init=0 -d "$root" "$out/server.img"
}

work_dir "$out/work"
step "  Debian 13 packages" bootstrap
network
accounts
kernel_modules
quick_boot
cp "$root/var/lib/dpkg/status" "$out/dpkg-status"
step "  ext4 image" filesystem
cc -O2 -Wall -Wextra -shared -fPIC -o "$out/uml_xstate_shim.so" "$lab_here/recipes/uml_xstate_shim.c"
umount "$out/work" 2> /dev/null || rm -rf "$root"
rmdir "$out/work"
say "  server.img: $(du -m "$out/server.img" | cut -f1) MB on disk"
