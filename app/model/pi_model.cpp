// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/pi_model.h"

#include <algorithm>
#include <array>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    PiModel model;
    QLatin1StringView name;
    BootRom rom;
    QLatin1StringView deviceTree;
};

constexpr std::array rows{
    Row{PiModel::Unknown, "unknown"_L1, BootRom::None, ""_L1},
    Row{PiModel::Pi2B, "2B"_L1, BootRom::Bcm2837, "bcm2710-rpi-2-b.dtb"_L1},
    Row{PiModel::Pi3B, "3B"_L1, BootRom::Bcm2837, "bcm2710-rpi-3-b.dtb"_L1},
    Row{PiModel::Pi3BPlus, "3B+"_L1, BootRom::Bcm2837, "bcm2710-rpi-3-b-plus.dtb"_L1},
    Row{PiModel::Cm3, "CM3"_L1, BootRom::Bcm2837, "bcm2710-rpi-cm3.dtb"_L1},
    Row{PiModel::Cm3Plus, "CM3+"_L1, BootRom::Bcm2837, "bcm2710-rpi-cm3.dtb"_L1},
    Row{PiModel::Pi4B, "4B"_L1, BootRom::Bcm2711, "bcm2711-rpi-4-b.dtb"_L1},
    Row{PiModel::Pi400, "400"_L1, BootRom::Bcm2711, "bcm2711-rpi-400.dtb"_L1},
    Row{PiModel::Cm4, "CM4"_L1, BootRom::Bcm2711, "bcm2711-rpi-cm4.dtb"_L1},
    Row{PiModel::Cm4S, "CM4S"_L1, BootRom::None, ""_L1},
    Row{PiModel::Pi5, "5"_L1, BootRom::Bcm2712, "bcm2712-rpi-5-b.dtb"_L1},
    Row{PiModel::Cm5, "CM5"_L1, BootRom::Bcm2712, "bcm2712-rpi-cm5-cm5io.dtb"_L1},
    Row{PiModel::Pi500, "500"_L1, BootRom::Bcm2712, "bcm2712-rpi-500.dtb"_L1},
    Row{PiModel::ZeroOrOld, "old"_L1, BootRom::None, ""_L1},
};

const Row &rowOf(PiModel model)
{
    return *std::ranges::find(rows, model, &Row::model);
}

} // namespace

std::optional<PiModel> parsePiModel(QStringView text)
{
    QString t = text.trimmed().toString().toLower();
    for (const auto word : {"raspberry"_L1, "compute module"_L1, "model"_L1, "pi"_L1})
        t.replace(word, word == "compute module"_L1 ? "cm"_L1 : ""_L1);
    t.replace("plus"_L1, "+"_L1);
    t.removeIf([](QChar c) { return c.isSpace() || c == u'-' || c == u'_'; });
    if (t == "3"_L1 || t == "4"_L1 || t == "2"_L1)
        t += u'b';
    if (t == "5b"_L1)
        t = u"5"_s;
    if (t == "500+"_L1)
        t = u"500"_s;
    if (t == "cm5lite"_L1)
        t = u"cm5"_s;
    if (t.startsWith("zero"_L1) || t == "a"_L1 || t == "a+"_L1 || t == "3a+"_L1 || t == "1b"_L1 || t == "b+"_L1 || t == "cm1"_L1)
        return PiModel::ZeroOrOld;
    const auto row = std::ranges::find_if(rows, [&t](const Row &r) { return t == QString(r.name).toLower(); });
    if (row == rows.end())
        return {};
    return row->model;
}

QString shortName(PiModel model)
{
    return rowOf(model).name;
}

BootRom bootRom(PiModel model)
{
    return rowOf(model).rom;
}

bool canNetboot(PiModel model)
{
    return model == PiModel::Unknown || bootRom(model) != BootRom::None;
}

QString deviceTree(PiModel model)
{
    return rowOf(model).deviceTree;
}

} // namespace bramble
