// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// What of a tree is still to be sent, by the offset of the image that it waits for. Small: there may be hundreds of
/// thousands.

#include <QByteArray>
#include <queue>

#include <tuple>
#include <vector>

namespace bramble {

struct Ext4Waiting
{
    enum class Stage : quint8 { Group, Inode, Blocks, Ready };

    qint64 ready = 0; ///< bytes of the image
    quint32 order = 0; ///< as found, among those that are ready at once
    quint32 node = 0; ///< inode, or the group
    quint32 folder = 0; ///< index of its folder
    quint32 nameAt = 0; ///< in the names of the folder
    quint8 nameSize = 0; ///< 0: has no name
    Stage stage = Stage::Inode;
    quint8 level = 0; ///< of index blocks

    bool operator>(const Ext4Waiting &other) const
    {
        return std::tie(ready, order) > std::tie(other.ready, other.order);
    }
};

/// The nearest first.
class Ext4Queue
{
public:
    bool isEmpty() const { return m_waiting.empty(); }
    Ext4Waiting take()
    {
        const Ext4Waiting first = m_waiting.top();
        m_waiting.pop();
        return first;
    }
    void put(Ext4Waiting waiting) { m_waiting.push(waiting); }

    /// path: with '/' at its end. Returns its index.
    quint32 addFolder(QByteArray path)
    {
        m_folders.push_back({std::move(path), {}, 0});
        return static_cast<quint32>(m_folders.size() - 1);
    }
    void addName(quint32 folder, const QByteArray &name, quint32 node, qint64 ready)
    {
        Folder &in = m_folders[folder];
        ++in.waiting;
        put({ready, m_order++, node, folder, static_cast<quint32>(in.names.size()), static_cast<quint8>(name.size()),
             Ext4Waiting::Stage::Inode, 0});
        in.names += name;
    }
    QByteArray pathOf(const Ext4Waiting &waiting) const
    {
        const Folder &in = m_folders[waiting.folder];
        return in.path + QByteArrayView(in.names).sliced(waiting.nameAt, waiting.nameSize);
    }
    /// The last of a folder takes its names along.
    void sent(const Ext4Waiting &waiting)
    {
        Folder &in = m_folders[waiting.folder];
        if (waiting.nameSize > 0 && --in.waiting == 0)
            in = {};
    }

private:
    struct Folder
    {
        QByteArray path;
        QByteArray names;
        quint32 waiting = 0;
    };

    std::priority_queue<Ext4Waiting, std::vector<Ext4Waiting>, std::greater<>> m_waiting;
    std::vector<Folder> m_folders;
    quint32 m_order = 0;
};

} // namespace bramble
