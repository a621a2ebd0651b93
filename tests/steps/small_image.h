// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "image/tar_of.h"
#include "steps/fault_remote.h"
#include "steps/image_source.h"
#include "steps/samples.h"

/// What the fault tables share: an image of a few small files, and the names of accidents.

using namespace bramble;
using namespace Qt::StringLiterals;

inline std::vector<TreeFile> tree(QStringList names)
{
    std::vector<TreeFile> files;
    for (const QString &name : names) {
        TreeFile file;
        file.path = name;
        file.type = name.endsWith(u'/') ? TreeFile::Type::Folder : TreeFile::Type::File;
        file.mode = name.endsWith(u'/') ? 0755 : 0644;
        file.content = name.endsWith(u'/') ? QByteArray() : QByteArray(2000, 'x');
        if (name.endsWith(u'/'))
            file.path.chop(1);
        files.push_back(file);
    }
    return files;
}

class SmallPass : public ImagePass
{
public:
    Result<ImageFacts> outline(const Stop &) override { return m_facts; }
    std::unique_ptr<ByteSource> bootTar(QString mark, Stop) override { return tarOf(tree({u"bootcode.bin"_s, u"kernel8.img"_s, u"config.txt"_s}), mark); }
    std::unique_ptr<ByteSource> rootTar(QString mark, Stop) override { return tarOf(tree({u"etc/"_s, u"etc/ssh/"_s, u"home/"_s, u"etc/os-release"_s}), mark); }
    const ImageFacts &facts() const override { return m_facts; }
    bool isSpilled() const override { return false; }

private:
    ImageFacts m_facts = samples::image();
};

inline ImageFacts smallFacts()
{
    ImageFacts facts = samples::image();
    facts.rootNodes = 10;
    facts.rootBytes = 100'000;
    for (auto &file : facts.bootFiles)
        file.size = 2000;
    return facts;
}

inline ImageSourcePtr smallImage()
{
    const auto begin = [](const ReportProgress &, const Stop &) -> Result<std::shared_ptr<ImagePass>> { return std::make_shared<SmallPass>(); };
    return std::make_shared<const ImageSource>(ImageSource{smallFacts(), begin});
}

inline const char *name(Fault fault)
{
    switch (fault) {
    case Fault::None: return "nothing";
    case Fault::CutBefore: return "connection cut before";
    case Fault::CutDuring: return "connection cut during";
    case Fault::CutAfter: return "connection cut after";
    case Fault::Fails: return "command fails";
    case Fault::DiskFull: return "disk full";
    case Fault::ServerKilled: return "server killed";
    }
    return "";
}

inline QString why(const Error &error)
{
    return errorId(error.kind) + u' ' + error.subject + u' ' + error.detail;
}
