// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/accounts.h"

#include <QList>

#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 firstUser = 1000;

using Row = QByteArrayList;

// One of the four colon files: lines that are no rows (comments, NIS) stay where they are.
class Table
{
public:
    Table(const QByteArray &text, qsizetype columns) : m_columns(columns)
    {
        QByteArray body = text;
        if (body.endsWith('\n'))
            body.chop(1);
        for (const QByteArray &line : body.split('\n'))
            m_rows << line.split(':');
    }

    Row *find(const QByteArray &name)
    {
        const auto it = std::ranges::find_if(m_rows, [&](const Row &row) { return fits(row) && row[0] == name; });
        return it == m_rows.end() ? nullptr : &*it;
    }
    Row *findId(quint32 id)
    {
        const QByteArray text = QByteArray::number(id);
        const auto it = std::ranges::find_if(m_rows, [&](const Row &row) { return fits(row) && row[2] == text; });
        return it == m_rows.end() ? nullptr : &*it;
    }
    quint32 freeId() const
    {
        quint32 id = firstUser;
        const auto taken = [this](quint32 wanted) {
            return std::ranges::any_of(
                m_rows, [&](const Row &row) { return fits(row) && row[2] == QByteArray::number(wanted); });
        };
        while (taken(id))
            ++id;
        return id;
    }
    void append(const Row &row) { m_rows << row; }
    // The last column of group and gshadow, and the third of gshadow, are lists of members.
    void renameMember(const QByteArray &from, const QByteArray &to)
    {
        for (Row &row : m_rows)
            for (qsizetype column = m_columns - 1; fits(row) && column >= (isGshadow() ? 2 : 3); --column) {
                QByteArrayList members = row[column].split(',');
                for (QByteArray &member : members)
                    member = member == from ? to : member;
                row[column] = members.join(',');
            }
    }
    void addMember(const QByteArray &group, const QByteArray &user)
    {
        Row *row = find(group);
        if (!row)
            return;
        QByteArrayList members = row->constLast().isEmpty() ? QByteArrayList() : row->constLast().split(',');
        if (!members.contains(user))
            members << user;
        row->last() = members.join(',');
    }
    // Of a shadow file: a password that came with an image is no secret.
    void lockPasswords()
    {
        for (Row &row : m_rows)
            if (fits(row) && row[1].startsWith('$'))
                row[1] = "*"_ba;
    }
    QByteArray text() const
    {
        QByteArray all;
        for (const Row &row : m_rows)
            all += row.join(':') + "\n"_ba;
        return all;
    }
    void markGshadow() { m_gshadow = true; }

private:
    bool fits(const Row &row) const { return row.size() == m_columns && !row[0].startsWith('#'); }
    bool isGshadow() const { return m_gshadow; }

    qsizetype m_columns;
    bool m_gshadow = false;
    QList<Row> m_rows;
};

struct Tables
{
    Table passwd;
    Table shadow;
    Table group;
    Table gshadow;
    bool hasGshadow;
};

// The image's user becomes ours: name, home, group, and every membership.
void rename(Tables &t, Row &user, const QByteArray &name, Accounts &out)
{
    const QByteArray old = user[0];
    const QByteArray oldHome = user[5];
    user[0] = name;
    if (oldHome == "/home/" + old) {
        user[5] = "/home/" + name;
        out.oldHome = QString::fromUtf8(oldHome);
    }
    if (Row *row = t.shadow.find(old))
        (*row)[0] = name;
    if (Row *row = t.group.find(old); row && !t.group.find(name))
        (*row)[0] = name;
    if (Row *row = t.gshadow.find(old); row && !t.gshadow.find(name))
        (*row)[0] = name;
    t.group.renameMember(old, name);
    t.gshadow.renameMember(old, name);
}

void create(Tables &t, const QByteArray &name)
{
    const QByteArray uid = QByteArray::number(t.passwd.freeId());
    Row *group = t.group.find(name);
    const QByteArray gid = group ? (*group)[2] : QByteArray::number(t.group.freeId());
    if (!group) {
        t.group.append({name, "x"_ba, gid, {}});
        t.gshadow.append({name, "!"_ba, {}, {}});
    }
    t.passwd.append({name, "x"_ba, uid, gid, ",,,"_ba, "/home/"_ba + name, "/bin/bash"_ba});
}

void setPassword(Table &shadow, const QByteArray &name, const QByteArray &field)
{
    Row *row = shadow.find(name);
    if (!row) {
        // A day on which the password was set must stand there, or login asks for a new one: 20000 is in October 2024.
        shadow.append({name, field, "20000"_ba, "0"_ba, "99999"_ba, "7"_ba, {}, {}, {}});
        return;
    }
    (*row)[1] = field;
    if ((*row)[2].isEmpty() || (*row)[2] == "0")
        (*row)[2] = "20000"_ba;
    (*row)[7] = {}; // an account of an old image may have run out
}

} // namespace

Result<Accounts> accountsWith(const ImageFacts &facts, const QString &user, bool withPassword)
{
    for (const QString &file : {u"/etc/passwd"_s, u"/etc/shadow"_s, u"/etc/group"_s})
        if (!facts.files.contains(file))
            return fail(ErrorKind::ImageNotForPi, file, facts.systemName);
    Tables t{Table(facts.files[u"/etc/passwd"_s], 7), Table(facts.files[u"/etc/shadow"_s], 9),
             Table(facts.files[u"/etc/group"_s], 4), Table(facts.files.value(u"/etc/gshadow"_s), 4),
             facts.files.contains(u"/etc/gshadow"_s)};
    t.gshadow.markGshadow();
    if (!t.passwd.find("root"_ba))
        return fail(ErrorKind::ImageNotForPi, u"/etc/passwd"_s, facts.systemName);

    Accounts out;
    const QByteArray name = user.toUtf8();
    if (Row *same = t.passwd.find(name)) {
        if ((*same)[2].toUInt() < firstUser || (*same)[2].toUInt() >= 60000)
            return fail(ErrorKind::InvalidUser, user, QString::fromUtf8((*same)[2]));
    } else if (Row *first = t.passwd.findId(firstUser); first && facts.system != SystemKind::DietPi) {
        rename(t, *first, name, out);
    } else {
        create(t, name);
    }
    const Row row = *t.passwd.find(name);
    out.uid = row[2].toUInt();
    out.gid = row[3].toUInt();
    out.home = QString::fromUtf8(row[5]);
    t.shadow.lockPasswords();
    setPassword(t.shadow, name, withPassword ? QByteArray(passwordToCome) : "*"_ba);
    static constexpr std::array groups{"adm",   "dialout", "cdrom",  "sudo",   "audio", "video", "plugdev", "games",
                                       "users", "input",   "render", "netdev", "gpio",  "i2c",   "spi"};
    for (const char *group : groups) {
        t.group.addMember(group, name);
        t.gshadow.addMember(group, name);
    }
    out.passwd = t.passwd.text();
    out.shadow = t.shadow.text();
    out.group = t.group.text();
    out.gshadow = t.hasGshadow ? t.gshadow.text() : QByteArray();
    return out;
}

QByteArray withPasswordHash(const QByteArray &shadow, const QByteArray &hash)
{
    const QByteArray field = ":"_ba + QByteArray(passwordToCome) + ":"_ba;
    const QByteArray filled = ":"_ba + hash + ":"_ba;
    return QByteArray(shadow).replace(field, filled);
}

} // namespace bramble
