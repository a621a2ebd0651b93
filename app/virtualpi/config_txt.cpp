// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/config_txt.h"

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sizeLimit = 1024 * 1024;
constexpr qsizetype overlayLimit = 64;

// The sections that are a board's own, and those of the family it belongs to.
QStringList boardFilters(PiModel model)
{
    switch (model) {
    case PiModel::Pi2B: return {u"pi2"_s};
    case PiModel::Pi3B: return {u"pi3"_s};
    case PiModel::Pi3BPlus: return {u"pi3"_s, u"pi3+"_s};
    case PiModel::Cm3: return {u"pi3"_s, u"cm3"_s};
    case PiModel::Cm3Plus: return {u"pi3"_s, u"cm3"_s, u"cm3+"_s};
    case PiModel::Pi4B: return {u"pi4"_s};
    case PiModel::Pi400: return {u"pi4"_s, u"pi400"_s};
    case PiModel::Cm4: return {u"pi4"_s, u"cm4"_s};
    case PiModel::Cm4S: return {u"pi4"_s, u"cm4s"_s};
    case PiModel::Pi5: return {u"pi5"_s};
    case PiModel::Cm5: return {u"pi5"_s, u"cm5"_s};
    case PiModel::Pi500: return {u"pi5"_s, u"pi500"_s};
    case PiModel::Unknown:
    case PiModel::ZeroOrOld: break;
    }
    return {};
}

// Filters of different kinds add up until [all] forgets them; one of a kind replaces the last of that kind.
class Sections
{
public:
    Sections(PiModel model, Serial serial) : m_boards(boardFilters(model)), m_serial(serial) { }

    void enter(const QString &name)
    {
        if (name == "all"_L1) {
            m_board = m_ownSerial = m_other = true;
        } else if (name == "none"_L1) {
            m_board = false;
        } else if (name.startsWith("0x"_L1)) {
            const auto serial = Serial::parse(name.sliced(2).rightJustified(8, u'0'));
            m_ownSerial = serial == m_serial;
        } else if (name.startsWith("pi"_L1) || name.startsWith("cm"_L1)) {
            m_board = m_boards.contains(name);
        } else {
            m_other = false; // [EDID=...], [gpio4=1], [tryboot]: not so on a Pi without screen and pins
        }
    }
    bool apply() const { return m_board && m_ownSerial && m_other; }

private:
    QStringList m_boards;
    Serial m_serial;
    bool m_board = true;
    bool m_ownSerial = true;
    bool m_other = true;
};

void takeLine(ConfigTxt &config, const QString &line)
{
    if (line.startsWith("initramfs "_L1)) {
        config.initramfs = line.sliced(10).trimmed().section(u' ', 0, 0);
        return;
    }
    const qsizetype equals = line.indexOf(u'=');
    if (equals <= 0)
        return;
    const QString key = line.first(equals).trimmed();
    const QString value = line.sliced(equals + 1).trimmed();
    if (key != "dtoverlay"_L1 && key != "device_tree_overlay"_L1) {
        config.values.insert(key, value);
        return;
    }
    const QString name = value.section(u',', 0, 0).section(u':', 0, 0);
    if (!name.isEmpty() && isPlainPath(name) && !config.overlays.contains(name)
        && config.overlays.size() < overlayLimit)
        config.overlays << name;
}

} // namespace

QString ConfigTxt::value(QStringView key, const QString &otherwise) const
{
    return values.value(key.toString(), otherwise);
}

ConfigTxt parseConfigTxt(QByteArrayView text, PiModel model, Serial serial)
{
    ConfigTxt config;
    Sections sections(model, serial);
    const QString all = QString::fromUtf8(text.first(std::min(text.size(), sizeLimit)));
    for (const QString &raw : all.split(u'\n')) {
        const QString line = raw.section(u'#', 0, 0).trimmed();
        if (line.startsWith(u'[') && line.endsWith(u']'))
            sections.enter(line.sliced(1, line.size() - 2).trimmed());
        else if (!line.isEmpty() && sections.apply())
            takeLine(config, line);
    }
    return config;
}

bool isPlainPath(QStringView path)
{
    if (path.isEmpty() || path.size() > 200 || path.startsWith(u'/'))
        return false;
    const bool printable
        = std::ranges::all_of(path, [](QChar c) { return c.unicode() > 32 && c.unicode() < 127 && c != u'\\'; });
    return printable && !path.split(u'/').contains(u".."_s);
}

} // namespace bramble
