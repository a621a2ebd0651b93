// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "host/drives.h"

#include "host/output_of.h"

#include <QFile>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

class Descriptor
{
public:
    explicit Descriptor(int fd) : m_fd(fd) { }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;
    ~Descriptor()
    {
        if (m_fd >= 0)
            close(m_fd);
    }
    int fd() const { return m_fd; }

private:
    int m_fd;
};

std::unexpected<Error> unwritable(const QString &path)
{
    return fail(ErrorKind::FileUnwritable, path, QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace

QCoro::Task<std::vector<Drive>> drives()
{
    const QByteArray printed = co_await outputOf(drivesCommand(), std::chrono::seconds(10));
    co_return drivesOf(printed);
}

Result<> writeDrive(const QString &path, const std::vector<std::pair<qint64, QByteArray>> &pieces)
{
    // O_EXCL on a block device fails while the kernel has it, or a part of it, mounted: what lsblk said may be old.
    const Descriptor file(open(QFile::encodeName(path).constData(), O_WRONLY | O_EXCL | O_CLOEXEC | O_NOFOLLOW));
    if (file.fd() < 0)
        return unwritable(path);
    for (const auto &[offset, bytes] : pieces)
        for (qsizetype done = 0; done < bytes.size();) {
            const ssize_t written = pwrite(file.fd(), bytes.constData() + done, size_t(bytes.size() - done), offset + done);
            if (written <= 0 && errno != EINTR)
                return unwritable(path);
            done += std::max<ssize_t>(written, 0);
        }
    if (fsync(file.fd()) != 0)
        return unwritable(path);
    return {};
}

} // namespace bramble
