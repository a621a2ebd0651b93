// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"
#include "image/boot_folder.h"
#include "image/image_pass.h"
#include "steps/in_background.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QProcess>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

void inspect(const ImageFacts &facts, Terminal &terminal)
{
    QJsonArray bootFiles;
    for (const BootFile &file : facts.bootFiles)
        bootFiles.append(QJsonObject{{u"path"_s, file.path}, {u"size"_s, file.size}});
    QStringList models;
    for (const PiModel model : {PiModel::Pi2B, PiModel::Pi3B, PiModel::Pi3BPlus, PiModel::Cm3, PiModel::Pi4B, PiModel::Pi400, PiModel::Cm4, PiModel::Pi5, PiModel::Cm5, PiModel::Pi500})
        if (facts.hasBootFile(deviceTree(model)))
            models << shortName(model);
    terminal.object({{u"file"_s, facts.file}, {u"format"_s, facts.format}, {u"sha256"_s, facts.sha256}, {u"imageSize"_s, facts.imageSize},
                     {u"system"_s, facts.systemName}, {u"codename"_s, facts.systemVersion}, {u"models"_s, QJsonArray::fromStringList(models)},
                     {u"rootNodes"_s, facts.rootNodes}, {u"rootBytes"_s, facts.rootBytes}, {u"bootBytes"_s, facts.bootBytes()}, {u"bootFiles"_s, bootFiles}});
    terminal.line(sentence("System:     %1").arg(facts.systemName));
    terminal.line(sentence("Image:      %1, %2 unpacked").arg(facts.format, bytesWords(facts.imageSize)));
    terminal.line(sentence("SHA-256:    %1").arg(facts.sha256));
    terminal.line(sentence("Root:       %1 in %2 files and folders").arg(bytesWords(facts.rootBytes)).arg(facts.rootNodes));
    terminal.line(sentence("Boot files: %1 in %2 files").arg(bytesWords(facts.bootBytes())).arg(facts.bootFiles.size()));
    terminal.line(sentence("Starts on:  %1").arg(models.join(u", "_s)));
}

Result<> writeTar(ByteSource *tar, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate | QIODevice::Unbuffered))
        return fail(ErrorKind::FileUnwritable, path, file.errorString());
    for (;;) {
        const Result<QByteArray> block = tar->next();
        if (!block) {
            file.remove();
            return std::unexpected(block.error());
        }
        if (block->isEmpty())
            break;
        if (file.write(*block) != block->size()) {
            const QString why = file.errorString();
            file.remove();
            return fail(ErrorKind::FileUnwritable, path, why);
        }
    }
    if (!file.flush())
        return fail(ErrorKind::FileUnwritable, path, file.errorString());
    return {};
}

/// True: part of it had to be kept in a file. The root tree is read in any case, as only its end tells a sound image.
Result<bool> extract(const OpenImageOptions &options, const QString &bootDir, const QString &rootfsTar, const ReportProgress &progress, const Stop &stop)
{
    const Result<std::shared_ptr<ImagePass>> pass = startPass(options, progress, stop);
    if (!pass)
        return std::unexpected(pass.error());
    if (!bootDir.isEmpty())
        if (const Result<> written = writeBootFolder(*(*pass)->bootTar({}, stop), bootDir); !written)
            return std::unexpected(written.error());
    const std::unique_ptr<ByteSource> root = (*pass)->rootTar({}, stop);
    const Result<> written = writeTar(root.get(), rootfsTar.isEmpty() ? QProcess::nullDevice() : rootfsTar);
    if (!written)
        return std::unexpected(written.error());
    return (*pass)->isSpilled();
}

} // namespace

QCoro::Task<int> imageCommand(Arguments arguments, TerminalPtr terminal, Stop stop)
{
    if (arguments.command.value(1) == "inspect"_L1) {
        ImageChoice chosen;
        chosen.file = arguments.positional[0];
        const Result<ImageSourcePtr> opened = co_await readChosenImage(chosen, arguments, terminal, stop);
        if (!opened)
            co_return failed(terminal, opened.error());
        inspect((*opened)->facts, *terminal);
        co_return 0;
    }
    if (arguments.rootfsTar.isEmpty() && arguments.bootDir.isEmpty())
        co_return failed(terminal, Error{ErrorKind::Usage, u"--rootfs-tar"_s, u"image"_s});
    QStringList into{arguments.bootDir, arguments.rootfsTar};
    into.removeAll(QString());
    terminal->line(sentence("Writing %1").arg(into.join(u", "_s)));
    OpenImageOptions options = imageOptions(arguments.positional[0], {}, arguments);
    options.wantsSha256 = false; // nothing to compare it with
    const ReportProgress progress = imageProgress(terminal);
    const QString bootDir = arguments.bootDir;
    const QString rootfsTar = arguments.rootfsTar;
    const auto work = [options, bootDir, rootfsTar, progress, stop] { return extract(options, bootDir, rootfsTar, progress, stop); };
    const Result<bool> isSpilled = co_await inBackground(work);
    if (!isSpilled)
        co_return failed(terminal, isSpilled.error());
    if (*isSpilled)
        terminal->line(sentence("This image is laid out so that part of it had to be kept in %1 for a while.").arg(options.cacheFolder));
    terminal->object({{u"extracted"_s, true}, {u"spilled"_s, *isSpilled}});
    co_return 0;
}

} // namespace bramble
