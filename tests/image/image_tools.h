// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Makes small images with the ordinary tools, for the tests of image/.

#include "image/block_store.h"
#include "image/image_pass.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

namespace imagetools {

using namespace Qt::StringLiterals;

/// A line for sh in a folder; prints what it said where it fails.
inline bool sh(const QString &folder, const QString &line)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"T"_s, QStringLiteral(BRAMBLE_TESTS_DIR "/image"));
    environment.insert(u"PATH"_s, environment.value(u"PATH"_s) + u":/usr/sbin:/sbin"_s);
    environment.insert(u"TZ"_s, u"UTC"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(u"/bin/sh"_s, {u"-euc"_s, line});
    const bool done
        = process.waitForFinished(100'000) && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
    const QByteArray said = process.readAll();
    if (!done || !said.isEmpty())
        qWarning().noquote() << line << "->" << process.exitCode() << said;
    return done;
}

inline void write(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY2(file.open(QIODevice::WriteOnly), qPrintable(path));
    QCOMPARE(file.write(bytes), bytes.size());
}

inline QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Everything a source gives, into a file.
inline bramble::Result<> drain(bramble::ByteSource &source, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return bramble::fail(bramble::ErrorKind::FileUnwritable, path);
    for (;;) {
        const bramble::Result<QByteArray> block = source.next();
        if (!block)
            return std::unexpected(block.error());
        if (block->isEmpty())
            return {};
        file.write(*block);
    }
}

/// disk.img in the folder: a boot partition with a few files, a root tree with the usual ones. No root needed.
inline bool makeSmallImage(const QString &folder, const QString &mke2fsOptions = {})
{
    return sh(
        folder,
        u"mkdir -p boot/overlays tree/etc tree/usr/lib tree/usr/bin tree/boot/firmware;"
        "printf 'console=tty1 root=PARTUUID=1-02 rootwait\\n' > boot/cmdline.txt; echo arm_64bit=1 > boot/config.txt;"
        "head -c 30000 /dev/urandom > boot/kernel8.img; echo x > 'boot/A long name, ümläut.txt'; echo o > "
        "boot/overlays/vc4-kms-v3d.dtbo;"
        "printf 'PRETTY_NAME=\"Debian GNU/Linux 13 (trixie)\"\\nID=debian\\nVERSION_CODENAME=trixie\\n' > "
        "tree/usr/lib/os-release;"
        "ln -sf ../usr/lib/os-release tree/etc/os-release; echo raspberrypi > tree/etc/hostname; : > "
        "tree/usr/bin/systemctl;"
        "mkdir -p tree/usr/lib/systemd/system tree/etc/ssh; : > tree/usr/lib/systemd/system/rpi-resize.service; echo k "
        "> tree/etc/ssh/ssh_host_rsa_key;"
        "head -c 300000 /dev/urandom > tree/usr/bin/big; ln -sf loop tree/usr/loop;"
        "truncate -s 8M p2; mke2fs -q -F -t ext4 "_s
            + mke2fsOptions
            + u" -d tree p2; \"$T/make-disk\" boot p1 16 4 boot; \"$T/make-disk\" disk disk.img p1 p2"_s);
}

/// A store that has decoded these bytes, held in memory.
inline std::shared_ptr<bramble::BlockStore> storeOf(const QByteArray &bytes)
{
    auto store = std::make_shared<bramble::BlockStore>(qint64(1) << 40, QDir::tempPath());
    if (!store->append(bytes.constData(), bytes.size(), {}))
        qFatal("a store of memory cannot fail");
    store->endData();
    store->seal();
    return store;
}

/// An image whose facts were read. Each of its tars is a pass of its own, over what has to be the same file still.
struct KnownImage
{
    bramble::OpenImageOptions options;
    bramble::ImageFacts facts;

    std::shared_ptr<bramble::ImagePass> pass() const
    {
        const auto started = bramble::startPass(options, {}, {});
        if (!started)
            qFatal("an image that was read can be read again");
        return *started;
    }
    std::unique_ptr<bramble::ByteSource> bootTar(const QString &lastMember) const
    {
        return pass()->bootTar(lastMember, {});
    }
    std::unique_ptr<bramble::ByteSource> rootTar(const QString &lastMember) const
    {
        return pass()->rootTar(lastMember, {});
    }
};

inline bramble::OpenImageOptions optionsFor(const QString &folder, const QString &file, const QString &sha256 = {})
{
    return {folder + u'/' + file, folder + u"/cache"_s, sha256};
}

inline bramble::Result<KnownImage> open(const QString &folder, const QString &file, const QString &sha256 = {})
{
    const auto options = optionsFor(folder, file, sha256);
    const auto facts = bramble::readFacts(options, {}, {});
    if (!facts)
        return std::unexpected(facts.error());
    KnownImage image{options, *facts};
    image.options.sha256 = facts->sha256;
    return image;
}

} // namespace imagetools
