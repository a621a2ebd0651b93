// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/node_language.h"

#include <QList>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr char localeUnit[] = R"([Unit]
Description=Makes the language of this node
ConditionPathExists=!/var/lib/brambleboot/locale-made
After=ssh.service dropbear.service

[Service]
# Not waited for, and behind everything else: a Pi 3 takes a minute for it.
Type=exec
Nice=19
ExecStart=/bin/sh -c '/usr/sbin/locale-gen && mkdir -p /var/lib/brambleboot && touch /var/lib/brambleboot/locale-made'

[Install]
WantedBy=multi-user.target
)";

TreeFile file(const QString &path, const QByteArray &content)
{
    TreeFile result;
    result.path = path;
    result.content = content;
    return result;
}

TreeFile link(const QString &path, const QByteArray &target)
{
    TreeFile result = file(path, target);
    result.type = TreeFile::Type::Symlink;
    result.mode = 0777;
    return result;
}

// A line "de_DE.UTF-8 UTF-8" counts, one with '#' in front of it does not (locale.gen(5)).
QByteArray localeGenWith(QByteArrayView before, const QByteArray &locale)
{
    const QByteArray wanted = locale + " UTF-8"_ba;
    QByteArray text = before.toByteArray();
    for (const QByteArray &line : text.split('\n'))
        if (line.simplified() == wanted)
            return text;
    if (!text.isEmpty() && !text.endsWith('\n'))
        text += '\n';
    return text + wanted + "\n"_ba;
}

Result<> addLocale(NodeLanguage &out, const ImageFacts &facts, const QString &locale)
{
    if (locale.isEmpty())
        return {};
    if (locale != "C.UTF-8"_L1) {
        if (!facts.existing.contains("/usr/sbin/locale-gen"_L1))
            return fail(ErrorKind::ImageLacksLocale, locale);
        out.files.push_back(file(u"etc/locale.gen"_s,
                                 localeGenWith(facts.files.value(u"/etc/locale.gen"_s), locale.toLatin1())));
        out.files.push_back(file(u"etc/systemd/system/brambleboot-locale.service"_s, localeUnit));
        out.units << u"brambleboot-locale.service"_s;
    }
    out.files.push_back(file(u"etc/locale.conf"_s, "LANG="_ba + locale.toLatin1() + "\n"_ba));
    // The same for PAM. Debian 13 has the link, in Debian 12 it stands where the file was.
    out.files.push_back(link(u"etc/default/locale"_s, "../locale.conf"_ba));
    return {};
}

// What keyboard(5) says; model, options and the backspace key as the image has them.
QByteArray keyboardWith(QByteArrayView before, const Access &access)
{
    QByteArray text;
    bool hasModel = false;
    bool hasBackspace = false;
    for (const QByteArray &line : before.toByteArray().split('\n')) {
        if (line.startsWith("XKBLAYOUT=") || line.startsWith("XKBVARIANT=") || line.isEmpty())
            continue;
        hasModel = hasModel || line.startsWith("XKBMODEL=");
        hasBackspace = hasBackspace || line.startsWith("BACKSPACE=");
        text += line + "\n"_ba;
    }
    if (!hasModel)
        text += "XKBMODEL=\"pc105\"\n"_ba;
    text += "XKBLAYOUT=\""_ba + access.keyboard.toLatin1() + "\"\nXKBVARIANT=\""_ba + access.keyboardVariant.toLatin1()
        + "\"\n"_ba;
    return hasBackspace ? text : text + "BACKSPACE=\"guess\"\n"_ba;
}

} // namespace

Result<NodeLanguage> nodeLanguage(const ImageFacts &facts, const Access &access)
{
    NodeLanguage out;
    if (const auto added = addLocale(out, facts, access.locale); !added)
        return std::unexpected(added.error());
    if (!access.keyboard.isEmpty())
        out.files.push_back(file(u"etc/default/keyboard"_s,
                                 keyboardWith(facts.files.value(u"/etc/default/keyboard"_s), access)));
    if (!access.timezone.isEmpty() && facts.existing.contains("/usr/share/zoneinfo"_L1)) {
        out.files.push_back(link(u"etc/localtime"_s, "/usr/share/zoneinfo/"_ba + access.timezone.toUtf8()));
        out.files.push_back(file(u"etc/timezone"_s, access.timezone.toUtf8() + "\n"_ba));
    }
    return out;
}

} // namespace bramble
