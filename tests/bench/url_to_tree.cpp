// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// url_to_tree URL SHA256 CACHE HOST PORT USER IDENTITY KNOWN_HOSTS FOLDER: an image from its address to both trees in FOLDER of a server,
// with the parts of the program that a set-up uses, and nothing else of a set-up. What the bench times.

#include "fetch/fetch.h"
#include "host/memory.h"
#include "image/image_pass.h"
#include "remote/connect.h"
#include "steps/in_background.h"
#include "steps/must.h"
#include "steps/server_scripts.h"
#include "steps/server_stream.h"

#include <QCoreApplication>

#include <cstdio>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

QCoro::Task<Result<>> lay(QStringList arguments, Stop stop)
{
    FetchSettings settings;
    settings.folder = arguments[2];
    settings.quota = qint64(100) << 30;
    const ImageCache cache = imageCache(settings);
    const FetchRequest request = requestFor(QUrl(arguments[0]), arguments[1], settings);
    const auto arriving = arrivingFor(cache, request);
    const auto web = std::make_shared<Web>();
    const ReportProgress silent = [](Progress) { };
    auto download = fetchImage(web, request, settings.limits, cache, arriving, silent, stop);

    ConnectOptions options;
    options.host = arguments[3];
    options.port = arguments[4].toUShort();
    options.user = arguments[5];
    options.identityFile = arguments[6];
    options.knownHostsFile = arguments[7];
    options.configFile = u"none"_s;
    options.useAgent = false;
    const Result<RemotePtr> remote = co_await connectTo(options, stop);
    if (!remote)
        co_return std::unexpected(remote.error());
    const QString folder = arguments[8];
    for (const QString &part : {u"/boot"_s, u"/root"_s}) {
        const Command fresh = script(scripts::freshFolder, {folder + u".new"_s + part});
        if (const Result<> made = co_await done(*remote, fresh, shortly(), stop); !made)
            co_return std::unexpected(made.error());
    }

    OpenImageOptions image;
    image.file = arguments[0];
    image.cacheFolder = arguments[2];
    image.sha256 = arguments[1];
    image.arriving = arriving;
    const auto start = [image, silent, stop] { return startPass(image, silent, stop); };
    const Result<std::shared_ptr<ImagePass>> pass = co_await inBackground(start);
    if (!pass)
        co_return std::unexpected(pass.error());
    const auto boot = [pass = *pass, stop](QString last) -> std::shared_ptr<ByteSource> { return pass->bootTar(last, stop); };
    if (const Result<> sent = co_await unpackThere(*remote, boot, folder + u".new/boot"_s, silent, stop); !sent)
        co_return std::unexpected(sent.error());
    const auto root = [pass = *pass, stop](QString last) -> std::shared_ptr<ByteSource> { return pass->rootTar(last, stop); };
    if (const Result<> sent = co_await unpackThere(*remote, root, folder + u".new/root"_s, silent, stop); !sent)
        co_return std::unexpected(sent.error());
    const Result<CachedImage> cached = co_await download;
    if (!cached)
        co_return std::unexpected(cached.error());
    const Command rename = asRoot(u"mv"_s, {u"-T"_s, u"--"_s, folder + u".new"_s, folder});
    if (const Result<> moved = co_await done(*remote, rename, shortly(), stop); !moved)
        co_return std::unexpected(moved.error());
    std::fprintf(stderr, "%lld nodes, %s\n", static_cast<long long>((*pass)->facts().rootNodes), (*pass)->isSpilled() ? "spilled to disk" : "nothing unpacked was kept");
    co_return Result<>();
}

} // namespace

int main(int argc, char **argv)
{
    giveLargeBlocksBack();
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.size() != 9)
        return 2;
    StopSource stop;
    int code = 0;
    const auto begin = [&] {
        QCoro::connect(lay(arguments, stop.get_token()), &app, [&code](const Result<> &laid) {
            if (!laid)
                std::fprintf(stderr, "%s %s %s\n", qPrintable(errorId(laid.error().kind)), qPrintable(laid.error().subject), qPrintable(laid.error().detail));
            code = laid ? 0 : 1;
            QCoreApplication::exit(code);
        });
    };
    QMetaObject::invokeMethod(&app, begin, Qt::QueuedConnection);
    return QCoreApplication::exec();
}
