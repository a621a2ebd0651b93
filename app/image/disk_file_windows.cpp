// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/disk_file.h"

#include <QDir>
#include <QUuid>

#include <io.h>
#include <windows.h>
#include <winioctl.h>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

HANDLE handleOf(int file)
{
    return reinterpret_cast<HANDLE>(_get_osfhandle(file));
}

std::unexpected<Error> readFailed(const QString &name)
{
    return fail(ErrorKind::ImageUnreadable, name, qt_error_string(static_cast<int>(GetLastError())));
}

std::unexpected<Error> writeFailed(const QString &name)
{
    const DWORD code = GetLastError();
    const bool full = code == ERROR_DISK_FULL || code == ERROR_HANDLE_DISK_FULL || code == ERROR_DISK_QUOTA_EXCEEDED;
    return fail(full ? ErrorKind::ImageNoDiskSpace : ErrorKind::FileUnwritable, name,
                qt_error_string(static_cast<int>(code)));
}

/// A position for one call: what a file pointer shared by threads cannot be.
OVERLAPPED at(qint64 offset)
{
    OVERLAPPED place = {};
    place.Offset = static_cast<DWORD>(offset & 0xFFFFFFFF);
    place.OffsetHigh = static_cast<DWORD>(offset >> 32);
    return place;
}

constexpr qint64 MostAtOnce = 1 << 30;

} // namespace

DiskFile::~DiskFile()
{
    _close(m_handle);
}

Result<std::shared_ptr<DiskFile>> DiskFile::openForReading(const QString &path)
{
    const HANDLE handle = CreateFileW(reinterpret_cast<const wchar_t *>(QDir::toNativeSeparators(path).utf16()),
                                      GENERIC_READ, FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr,
                                      OPEN_EXISTING, FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return readFailed(path);
    return std::shared_ptr<DiskFile>(new DiskFile(_open_osfhandle(reinterpret_cast<intptr_t>(handle), 0), path));
}

Result<std::shared_ptr<DiskFile>> DiskFile::makeNameless(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return fail(ErrorKind::FileUnwritable, folder);
    const QString path = QDir::toNativeSeparators(folder + u"/image-"_s + QUuid::createUuid().toString(QUuid::Id128));
    // Files have names here; the system removes it with its last handle, however the program ends.
    const HANDLE handle
        = CreateFileW(reinterpret_cast<const wchar_t *>(path.utf16()), GENERIC_READ | GENERIC_WRITE | DELETE, 0,
                      nullptr, CREATE_NEW, FILE_ATTRIBUTE_TEMPORARY | FILE_FLAG_DELETE_ON_CLOSE, nullptr);
    if (handle == INVALID_HANDLE_VALUE)
        return writeFailed(folder);
    std::shared_ptr<DiskFile> file(new DiskFile(_open_osfhandle(reinterpret_cast<intptr_t>(handle), 0), folder));
    DWORD unused = 0; // where the file system has no holes, zeros take room: no error
    DeviceIoControl(handle, FSCTL_SET_SPARSE, nullptr, 0, nullptr, 0, &unused, nullptr);
    return file;
}

Result<qint64> DiskFile::size() const
{
    LARGE_INTEGER size = {};
    if (!GetFileSizeEx(handleOf(m_handle), &size))
        return readFailed(m_name);
    return size.QuadPart;
}

Result<qint64> DiskFile::readAt(qint64 offset, char *data, qint64 length) const
{
    qint64 done = 0;
    while (done < length) {
        OVERLAPPED place = at(offset + done);
        DWORD got = 0;
        if (!ReadFile(handleOf(m_handle), data + done, static_cast<DWORD>(std::min(length - done, MostAtOnce)), &got,
                      &place)) {
            if (GetLastError() == ERROR_HANDLE_EOF)
                break;
            return readFailed(m_name);
        }
        if (got == 0)
            break;
        done += got;
    }
    return done;
}

Result<> DiskFile::writeAt(qint64 offset, const char *data, qint64 length)
{
    for (qint64 done = 0; done < length;) {
        OVERLAPPED place = at(offset + done);
        DWORD put = 0;
        if (!WriteFile(handleOf(m_handle), data + done, static_cast<DWORD>(std::min(length - done, MostAtOnce)), &put,
                       &place))
            return writeFailed(m_name);
        done += put;
    }
    return {};
}

} // namespace bramble
