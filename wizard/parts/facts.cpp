// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/facts.h"

#include "words/words.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// The context of these sentences for translators.
struct Facts
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Facts)
public:
    static QList<Fact> image(const ImageFacts &image);
};

QString list(const QStringList &words)
{
    return QLocale().createSeparatedList(words);
}

QList<Fact> Facts::image(const ImageFacts &image)
{
    const QStringList models = modelsOf(image);
    return {
        {Status::Good, tr("File"),
         tr("%1 (%2, %3 unpacked)").arg(QFileInfo(image.file).fileName(), image.format, bytesWords(image.imageSize))},
        {Status::Good, tr("On the server"),
         tr("%1 for each Pi, in %2 files")
             .arg(bytesWords(image.rootBytes + image.bootBytes()), QLocale().toString(image.rootNodes))},
        {models.isEmpty() ? Status::Warning : Status::Good, tr("Models"),
         models.isEmpty() ? tr("no files for any Pi were found") : list(models)}};
}

} // namespace

QList<Fact> factsOf(const std::vector<Row> &server)
{
    QList<Fact> facts;
    for (const Row &row : server) {
        const Status status = row.state == Row::State::Blocks ? Status::Bad : row.state == Row::State::Advice ? Status::Warning : Status::Good;
        const RowWords said = words(row);
        facts << Fact{status, said.topic, said.sentence};
    }
    return facts;
}

QList<Fact> factsOf(const std::vector<CheckRow> &rows)
{
    QList<Fact> facts;
    for (const CheckRow &row : rows) {
        const RowWords said = words(row);
        facts << Fact{row.good ? Status::Good : Status::Bad, said.topic, said.sentence};
    }
    return facts;
}

QList<Fact> factsOf(const ImageFacts &image)
{
    return Facts::image(image);
}

QStringList modelsOf(const ImageFacts &image)
{
    QStringList models;
    for (int m = 0; m <= int(PiModel::ZeroOrOld); ++m) {
        const QString tree = deviceTree(PiModel(m));
        if (!tree.isEmpty() && image.hasBootFile(tree))
            models << shortName(PiModel(m));
    }
    return models;
}

} // namespace bramble
