// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/nfs_root.h"

#include "text/config_txt.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

bool hasInitramfs(const ImageFacts &facts)
{
    const QByteArray config = facts.files.value(u"/boot/firmware/config.txt"_s);
    const QString prefix = QString::fromUtf8(configValue(config, "os_prefix"));
    if (const QByteArray named = configInitramfs(config); !named.isEmpty())
        return facts.hasBootFile(prefix + QString::fromUtf8(named));
    if (configValue(config, "auto_initramfs") != "1")
        return false;
    return std::ranges::any_of(facts.bootFiles, [&prefix](const BootFile &file) {
        return file.path.startsWith(prefix + "initramfs"_L1);
    });
}

} // namespace

Result<NfsRoot> nfsRootOf(const ImageFacts &facts)
{
    const auto has = [&facts](QLatin1StringView path) { return facts.existing.contains(path); };
    if (!hasInitramfs(facts)) {
        // Raspberry Pi's kernels have NFS built in, Debian's and Ubuntu's have it as a module that nobody could load.
        if (facts.system == SystemKind::Debian || facts.system == SystemKind::Ubuntu)
            return fail(ErrorKind::ImageInitramfsWithoutNfs, facts.file, u"initramfs"_s);
        // Left alone, the kernel moves 4 KiB at a time (Linux, fs/nfs/nfsroot.c, NFS_DEF_OPTIONS).
        return NfsRoot{RootMounter::Kernel, "vers=3,tcp,rsize=131072,wsize=131072"_ba};
    }
    if (has("/usr/sbin/mkinitramfs"_L1))
        return NfsRoot{RootMounter::Klibc, "vers=3,tcp"_ba};
    // Its parts for a network root are a package of their own, which no image for a card has.
    if (has("/usr/bin/dracut"_L1))
        return fail(ErrorKind::ImageInitramfsWithoutNfs, facts.file, u"dracut"_s);
    return NfsRoot{has("/etc/initramfs-tools"_L1) ? RootMounter::Klibc : RootMounter::OtherInitramfs, "vers=3,tcp"_ba};
}

} // namespace bramble
