// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/image_source.h"

#include "digest/sha256.h"
#include "steps/in_background.h"
#include "steps/must.h"
#include "text/image_facts_json.h"

#include <QDir>
#include <QFile>
#include <QSaveFile>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString notesFolder(const OpenImageOptions &options)
{
    return options.cacheFolder + u"/facts"_s;
}

QString noteOf(const OpenImageOptions &options, const QString &sha256)
{
    return notesFolder(options) + u'/' + sha256 + u".json"_s;
}

/// Of a file that is there, at the speed of the disk; nothing where it cannot be read, or nobody wants to know any more.
QString sha256Of(const QString &path, const Stop &stop)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    Sha256 hash;
    QByteArray block(1024 * 1024, Qt::Uninitialized);
    for (;;) {
        const qint64 got = file.read(block.data(), block.size());
        if (got < 0 || stop.stop_requested())
            return {};
        if (got == 0)
            return QString::fromLatin1(hash.result().toHex());
        hash.addData(QByteArrayView(block).first(got));
    }
}

std::optional<ImageFacts> noted(const OpenImageOptions &options, const Stop &stop)
{
    if (options.arriving || !QDir(notesFolder(options)).exists())
        return {};
    const QString sha256 = sha256Of(options.file, stop);
    if (sha256.isEmpty() || (!options.sha256.isEmpty() && options.sha256.compare(sha256, Qt::CaseInsensitive) != 0))
        return {}; // readFacts says what is wrong
    QFile note(noteOf(options, sha256));
    if (!note.open(QIODevice::ReadOnly))
        return {};
    auto facts = parseImageFacts(note.readAll());
    if (!facts || facts->sha256 != sha256)
        return {};
    if (!options.extractedSha256.isEmpty() && options.extractedSha256.compare(facts->extractedSha256, Qt::CaseInsensitive) != 0)
        return {}; // nobody has looked at that yet
    return facts;
}

// A note that cannot be written costs the next run a few seconds, nothing else.
void note(const OpenImageOptions &options, const ImageFacts &facts)
{
    if (facts.sha256.isEmpty() || !QDir().mkpath(notesFolder(options)))
        return;
    QSaveFile file(noteOf(options, facts.sha256));
    if (!file.open(QIODevice::WriteOnly))
        return;
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    file.write(imageFactsJson(facts));
    file.commit();
}

Result<ImageFacts> factsOf(const OpenImageOptions &options, const ReportProgress &progress, const Stop &stop)
{
    if (std::optional<ImageFacts> facts = noted(options, stop))
        return *std::move(facts);
    Result<ImageFacts> facts = readFacts(options, progress, stop);
    if (facts)
        note(options, *facts);
    return facts;
}

} // namespace

ImageSourcePtr sourceOf(OpenImageOptions options, ImageFacts facts, std::shared_ptr<const void> use)
{
    // Whatever lies there later has to be the same; what was in it has been compared.
    options.sha256 = facts.sha256;
    options.extractedSha256.clear();
    options.arriving.reset();
    facts.file = options.file;
    const auto begin = [options, use](const ReportProgress &report, const Stop &cancel) { return startPass(options, report, cancel); };
    return std::make_shared<const ImageSource>(ImageSource{std::move(facts), begin});
}

QCoro::Task<Result<ImageFacts>> readImageFacts(OpenImageOptions options, ReportProgress progress, Stop stop)
{
    const auto work = [options, progress, stop] {
        if (!options.arriving)
            return factsOf(options, progress, stop);
        // It waits for the network most of the time: the pool is to have another thread for whoever has work.
        QThreadPool::globalInstance()->releaseThread();
        Result<ImageFacts> facts = factsOf(options, progress, stop);
        QThreadPool::globalInstance()->reserveThread();
        return facts;
    };
    co_return co_await inBackground(work);
}

QCoro::Task<Result<ImageSourcePtr>> readImageSource(OpenImageOptions options, ReportProgress progress, Stop stop)
{
    const Result<ImageFacts> facts = co_await readImageFacts(options, progress, stop);
    if (!facts)
        co_return std::unexpected(facts.error());
    co_return sourceOf(options, *facts);
}

QCoro::Task<Result<ImageSourcePtr>> keptImageSource(RemotePtr remote, ServerLayout layout, QString sha256, Stop stop)
{
    const QString path = layout.image(sha256) + u"/facts.json"_s;
    const Command read = asRoot(u"cat"_s, {u"--"_s, path});
    const Result<QByteArray> text = co_await must(remote, read, shortly(), stop);
    if (!text)
        co_return std::unexpected(text.error());
    auto facts = parseImageFacts(*text);
    if (!facts || facts->sha256 != sha256)
        co_return fail(ErrorKind::ServerAnswerUnreadable, path);
    const auto begin = [file = facts->file](const ReportProgress &, const Stop &) -> Result<std::shared_ptr<ImagePass>> {
        return fail(ErrorKind::ImageUnreadable, file);
    };
    co_return std::make_shared<const ImageSource>(ImageSource{*std::move(facts), begin});
}

} // namespace bramble
