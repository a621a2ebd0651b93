// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/pi_model.h"

#include <QDate>
#include <QStringList>
#include <QUrl>

#include <vector>

namespace bramble {

/// A board as a list of systems names it.
struct CatalogueDevice
{
    QString name;
    QString description;
    QStringList tags; ///< what an entry's `devices` has to meet
    bool inclusive = false; ///< shows entries without any tag, too
    bool preselected = false;
    QString architecture; ///< armel, armhf, armv8; may be empty
    QStringList capabilities;
    QUrl icon;

    bool operator==(const CatalogueDevice &) const = default;
};

/// One line of a list: a system, or a category with more of them.
struct CatalogueEntry
{
    QString name;
    QString description;
    QString tooltip;
    QUrl icon;
    QUrl website;

    // A category
    bool category = false;
    QUrl subitemsUrl; ///< where its lines are, as long as they have not been fetched
    bool shuffled = false; ///< its lines are shown in any order
    std::vector<CatalogueEntry> subitems;

    // A system
    QUrl url;
    qint64 extractSize = 0; ///< bytes; 0: not said
    QString extractSha256; ///< of the image, hex; empty: not said
    qint64 downloadSize = 0; ///< bytes; 0: not said
    QString downloadSha256; ///< of the file as it is downloaded, hex; empty: not said
    QDate released;
    QStringList devices; ///< tags
    QString initFormat = QStringLiteral("none"); ///< none where nothing is said, as Imager 2.x has it
    QString architecture; ///< armel, armhf, armv8; may be empty
    QStringList capabilities;
    QUrl blockMap;
    bool connect = false; ///< Raspberry Pi Connect can be switched on

    bool operator==(const CatalogueEntry &) const = default;
};

/// Operating systems to choose from: Raspberry Pi Imager's list format, version 4.
struct Catalogue
{
    std::vector<CatalogueDevice> devices;
    std::vector<CatalogueEntry> entries;
    int leftOut = 0; ///< lines that make no sense, or are too many or too deep

    bool operator==(const Catalogue &) const = default;
};

/// Deepest nesting of categories, and most lines of a whole catalogue; the first is Imager's own limit.
inline constexpr int catalogueDepth = 16;
inline constexpr int catalogueLines = 10'000;

/// Why a system cannot be chosen here.
enum class Misfit {
    None,
    InitFormat, ///< wants to be set up in a way this program does not know; detail: which
    NoLinuxRoot, ///< its root is no Linux file system that could lie on a server
    Models, ///< not made for a board of the cluster; detail: which
    Address, ///< no address it could be fetched from
    Form, ///< packed in a way this program does not read; detail: file name
};

struct Fit
{
    Misfit misfit = Misfit::None;
    QString detail;

    bool good() const { return misfit == Misfit::None; }
    bool operator==(const Fit &) const = default;
};

/// Whether Pis of these models could run it from a server. Unknown models are no hindrance.
Fit fitOf(const Catalogue &catalogue, const CatalogueEntry &entry, const std::vector<PiModel> &models);

/// A system and the names of the categories above it.
struct CatalogueLeaf
{
    const CatalogueEntry *entry = nullptr;
    QStringList above;
};

/// All systems in the order of the list. Points into the catalogue.
std::vector<CatalogueLeaf> leaves(const Catalogue &catalogue);
/// The systems of that name; where there is none, those whose name contains it. Case does not matter. Points into the
/// catalogue.
std::vector<CatalogueLeaf> named(const Catalogue &catalogue, const QString &name);
/// What somebody who has no opinion should take: the first fitting 64-bit system without a desktop. May be null. Points
/// into the catalogue.
const CatalogueEntry *recommended(const Catalogue &catalogue, const std::vector<PiModel> &models);

/// Whether something may be fetched from there: http or https, with a host, without a user or password in it.
bool isWebAddress(const QUrl &url);
/// The file name at the end of an address; a made-up one where there is none.
QString fileNameOf(const QUrl &url);

} // namespace bramble
