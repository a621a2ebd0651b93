// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/disk_file.h"

#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString systemText(int code)
{
    return QString::fromLocal8Bit(std::strerror(code));
}

std::unexpected<Error> writeFailed(int code, const QString &name)
{
    const bool full = code == ENOSPC || code == EDQUOT || code == EFBIG;
    return fail(full ? ErrorKind::ImageNoDiskSpace : ErrorKind::FileUnwritable, name, systemText(code));
}

} // namespace

DiskFile::~DiskFile()
{
    ::close(m_handle);
}

Result<std::shared_ptr<DiskFile>> DiskFile::openForReading(const QString &path)
{
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (handle < 0)
        return fail(ErrorKind::ImageUnreadable, path, systemText(errno));
    std::shared_ptr<DiskFile> file(new DiskFile(handle, path));
    struct stat status = {};
    if (::fstat(handle, &status) != 0)
        return fail(ErrorKind::ImageUnreadable, path, systemText(errno));
    if (S_ISDIR(status.st_mode))
        return fail(ErrorKind::ImageUnreadable, path, systemText(EISDIR));
    return file;
}

Result<std::shared_ptr<DiskFile>> DiskFile::makeNameless(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::FileUnwritable, folder);
    QByteArray name = QFile::encodeName(folder + u"/image-XXXXXX"_s);
    const int handle = ::mkostemp(name.data(), O_CLOEXEC);
    if (handle < 0)
        return writeFailed(errno, folder);
    std::shared_ptr<DiskFile> file(new DiskFile(handle, folder));
    if (::unlink(name.constData()) != 0)
        return writeFailed(errno, folder);
    return file;
}

Result<qint64> DiskFile::size() const
{
    const off_t end = ::lseek(m_handle, 0, SEEK_END);
    if (end < 0)
        return fail(ErrorKind::ImageUnreadable, m_name, systemText(errno));
    return end;
}

Result<qint64> DiskFile::readAt(qint64 offset, char *data, qint64 length) const
{
    qint64 done = 0;
    while (done < length) {
        const ssize_t got = ::pread(m_handle, data + done, static_cast<size_t>(length - done), offset + done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(ErrorKind::ImageUnreadable, m_name, systemText(errno));
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

Result<> DiskFile::writeAt(qint64 offset, const char *data, qint64 length)
{
    qint64 done = 0;
    while (done < length) {
        const ssize_t put = ::pwrite(m_handle, data + done, static_cast<size_t>(length - done), offset + done);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return writeFailed(errno, m_name);
        done += put;
    }
    return {};
}

} // namespace bramble
