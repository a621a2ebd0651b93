// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/drives.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 LargestCard = 2LL * 1024 * 1024 * 1024 * 1024; // SDXC ends here
constexpr int DeepestTree = 8;

// lsblk before 2.33 wrote booleans and numbers as text.
bool isTrue(const QJsonValue &value)
{
    return value.toBool() || value.toString() == "1"_L1;
}

qint64 number(const QJsonValue &value)
{
    return value.isString() ? value.toString().toLongLong() : value.toInteger();
}

void readMounts(Drive &drive, const QJsonObject &node, int depth)
{
    for (const auto &point : node["mountpoints"_L1].toArray())
        if (!point.toString().isEmpty())
            drive.mountPoints << point.toString();
    if (const QString point = node["mountpoint"_L1].toString(); !point.isEmpty())
        drive.mountPoints << point;
    for (const auto &child : node["children"_L1].toArray()) {
        const QJsonObject object = child.toObject();
        if (object["type"_L1].toString() != "part"_L1 || depth >= DeepestTree)
            drive.holdsOthers = true;
        if (depth < DeepestTree)
            readMounts(drive, object, depth + 1);
    }
}

} // namespace

Command drivesCommand()
{
    return Command(u"lsblk"_s, {u"--json"_s, u"--bytes"_s, u"--output"_s, u"PATH,TYPE,RM,HOTPLUG,RO,SIZE,TRAN,VENDOR,MODEL,MOUNTPOINT"_s});
}

std::vector<Drive> drivesOf(QByteArrayView json)
{
    std::vector<Drive> drives;
    for (const auto &value : QJsonDocument::fromJson(json.toByteArray()).object()["blockdevices"_L1].toArray()) {
        const QJsonObject node = value.toObject();
        if (node["type"_L1].toString() != "disk"_L1 || !node["path"_L1].toString().startsWith("/dev/"_L1))
            continue;
        Drive drive;
        drive.path = node["path"_L1].toString();
        drive.name = QString(node["vendor"_L1].toString().trimmed() + u' ' + node["model"_L1].toString().trimmed()).trimmed();
        drive.transport = node["tran"_L1].toString();
        drive.size = number(node["size"_L1]);
        drive.readOnly = isTrue(node["ro"_L1]);
        // A card in a reader of its own is neither, but is called by its driver's name; one that is soldered in has boot parts.
        const bool card = drive.path.startsWith("/dev/mmcblk"_L1) && !drive.path.contains("boot"_L1) && !drive.path.contains("rpmb"_L1);
        drive.removable = isTrue(node["rm"_L1]) || (isTrue(node["hotplug"_L1]) && (card || drive.transport == "usb"_L1));
        readMounts(drive, node, 0);
        drives.push_back(std::move(drive));
    }
    return drives;
}

Result<> mayWrite(const Drive &drive, qint64 bytes)
{
    if (!drive.removable)
        return fail(ErrorKind::DriveUnfit, drive.path, u"not removable"_s);
    if (!drive.mountPoints.isEmpty())
        return fail(ErrorKind::DriveUnfit, drive.path, u"mounted at "_s + drive.mountPoints.first());
    if (drive.holdsOthers)
        return fail(ErrorKind::DriveUnfit, drive.path, u"in use"_s);
    if (drive.readOnly)
        return fail(ErrorKind::DriveUnfit, drive.path, u"read only"_s);
    if (drive.size < bytes)
        return fail(ErrorKind::DriveUnfit, drive.path, u"too small"_s);
    if (drive.size > LargestCard)
        return fail(ErrorKind::DriveUnfit, drive.path, u"larger than a card"_s);
    return {};
}

} // namespace bramble
