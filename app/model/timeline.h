// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"
#include "model/event.h"
#include "model/plan.h"

#include <QHash>

#include <utility>
#include <vector>

namespace bramble {

/// How far a boot has come. In order; a node may skip some.
enum class Stage {
    Off,      ///< nothing heard
    Asking,   ///< the boot ROM asks for an address
    Answered, ///< our proxy told it where to boot from
    Firmware, ///< the first files
    Settings, ///< config.txt, device tree, overlays, cmdline.txt
    Kernel,   ///< the kernel is on its way or there; whether it is there, Timeline::hasKernel knows
    Initramfs,///< kernel and initramfs are there; a Pi 3 and 4 fetch the kernel last
    Network,  ///< Linux asks for an address of its own
    Disk,     ///< the root is mounted
    Running,  ///< SSH answers
};

/// A stable word for programs: "asking", "disk".
QString stageId(Stage stage);

/// When a boot came to a stage; Unix ms.
struct Reached
{
    Stage stage = Stage::Off;
    qint64 atMs = 0;

    bool operator==(const Reached &) const = default;
};

/// A boot file that is being fetched.
struct UnderWay
{
    QString file; ///< below the node's folder
    qint64 bytes = 0; ///< acknowledged
    std::optional<qint64> size{}; ///< bytes, where known

    bool operator==(const UnderWay &) const = default;
};

/// What is known of one node's present boot.
struct Timeline
{
    Node node;
    Stage stage = Stage::Off;
    qint64 stageSinceMs = 0; ///< Unix ms; 0 while Off
    qint64 lastSignMs = 0; ///< Unix ms; 0: never heard
    qint64 bootSinceMs = 0; ///< Unix ms of this boot's first sign
    std::optional<Ipv4> address;
    int files = 0; ///< sent to the end
    qint64 bytes = 0; ///< in those files
    std::optional<UnderWay> underWay{}; ///< seen on the wire only
    qint64 diskBytes = 0; ///< that it and its disk have told each other, both ways
    qint64 fileEndMs = 0; ///< Unix ms: when the last transfer ended
    bool hasKernel = false; ///< it was sent to its end
    bool hasInitramfs = false;
    QString lastFile; ///< below the node's folder
    QStringList missing; ///< asked for, below the node's folder, and not there; the normal misses are among them
    QString refusal; ///< what mountd said last, if it refused
    std::vector<Reached> reached; ///< the stages of this boot, in order
    int asks = 0; ///< DHCP requests of the boot ROM in this boot
    Signs signs{}; ///< what was noticed in this boot and is not settled; those of the first questions among them
    QString lastSaid{}; ///< the last line or packet that was of it

    bool operator==(const Timeline &) const = default;
};

/// All nodes of a cluster, fed one event after the other. A value: feeding the same events gives the same timelines.
class Boot
{
public:
    /// sizes: bytes of each boot file by absolute path on the server. noPis: addresses of the server and of whoever tests it; what they
    /// fetch is no sign of a Pi.
    Boot(const Cluster &cluster, ServerLayout layout, QHash<QString, qint64> sizes = {}, std::vector<Ipv4> noPis = {});

    void feed(const Event &event);
    /// The index of the node that an event is of, as far as is known by now.
    std::optional<size_t> nodeOf(const Event &event) const;
    const std::vector<Timeline> &timelines() const { return m_timelines; }
    int running() const;
    /// MACs of Pis that ask the server to boot and are no node of the cluster.
    const std::vector<MacAddress> &strangers() const { return m_strangers; }
    /// What was noticed of the server as a whole and is not settled.
    const Signs &serverSigns() const { return m_server; }

private:
    const Timeline *byMac(MacAddress mac) const;
    const Timeline *byAddress(Ipv4 address) const;
    const Timeline *byPath(const QString &path) const;
    // Ours to change.
    Timeline *byMac(MacAddress mac) { return const_cast<Timeline *>(std::as_const(*this).byMac(mac)); }
    Timeline *byAddress(Ipv4 address) { return const_cast<Timeline *>(std::as_const(*this).byAddress(address)); }
    Timeline *byPath(const QString &path) { return const_cast<Timeline *>(std::as_const(*this).byPath(path)); }
    Timeline *ofFile(std::optional<Ipv4> address, const QString &path);
    QString below(const QString &path) const;
    void asked(const DhcpAsked &asked, qint64 atMs);
    void fileSent(const FileSent &sent, qint64 atMs);
    void fileUnderWay(const FileUnderWay &part, qint64 atMs);
    void diskBytes(const DiskBytes &disk, const Event &event); // boot_disk.cpp
    void advance(const Event &event);
    // boot_signs.cpp
    void notice(const Event &event);
    void noticeFile(const Event &event);
    void noticeMount(const Event &event);
    void noticeOther(const Noticed &noticed, const Event &event);
    Timeline *byOtherName(const QString &path);

    ServerLayout m_layout;
    QHash<QString, qint64> m_sizes;
    std::vector<Ipv4> m_noPis;
    std::vector<Timeline> m_timelines;
    std::vector<MacAddress> m_strangers;
    Signs m_server;
    QHash<Ipv4, qint64> m_disks; ///< bytes that are in a timeline already, or are of an earlier boot
};

/// The stage that a finished transfer of this boot file speaks for.
Stage stageOfFile(QStringView fileName);

} // namespace bramble
