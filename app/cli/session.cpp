// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session.h"

#include "host/host.h"
#include "model/server_text.h"
#include "remote/local_remote.h"
#include "steps/node_secrets.h"
#include "text/cluster_file.h"
#include "words/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const char *text)
{
    return QCoreApplication::translate("CommandLine", text);
}

Result<Secret> passwordFrom(const QString &file)
{
    QFile in(file);
    const bool open = file == "-"_L1 ? in.open(stdin, QIODevice::ReadOnly) : in.open(QIODevice::ReadOnly);
    if (!open)
        return fail(ErrorKind::FileUnreadable, file, in.errorString());
    QByteArray line = in.readLine(4096);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return Secret(line);
}

// What a question's answer changes in the next try; false where nobody can answer or the answer is no.
bool answered(ConnectOptions &options, const Error &question, Terminal &terminal)
{
    if (question.kind == ErrorKind::SshHostKeyUnknown) {
        const QString ask = sentence("The identity of %1 is not known yet. Its %2 key has the fingerprint\n  %3\nTrust it from now on? Type yes:")
                                .arg(options.host, question.detail, question.subject);
        if (!terminal.ask(ask).value_or(false))
            return false;
        options.acceptedFingerprint = question.subject;
        return true;
    }
    Secret *secret = question.kind == ErrorKind::SshPassphraseNeeded ? &options.passphrase
        : question.kind == ErrorKind::SshDenied                     ? &options.password
        : question.kind == ErrorKind::SudoPasswordNeeded            ? &options.sudoPassword
                                                                    : nullptr;
    if (!secret || !secret->isEmpty())
        return false;
    const QString ask = question.kind == ErrorKind::SshPassphraseNeeded ? sentence("Passphrase of the key %1:").arg(question.subject)
        : question.kind == ErrorKind::SshDenied                        ? sentence("Password for %1:").arg(question.subject)
                                                                       : sentence("Password for sudo on %1:").arg(question.subject);
    const auto answer = terminal.askSecret(ask);
    if (!answer || answer->isEmpty())
        return false;
    *secret = *answer;
    return true;
}

} // namespace

Result<Cluster> loadCluster(const Arguments &arguments)
{
    const auto content = readFile(arguments.cluster, clusterFileLimit);
    if (!content)
        return fail(ErrorKind::ClusterUnreadable, arguments.cluster, content.error().detail);
    auto cluster = parseCluster(*content, QFileInfo(arguments.cluster).fileName());
    if (!cluster)
        return std::unexpected(cluster.error());
    if (const auto wrong = problems(*cluster); !wrong.empty())
        return std::unexpected(wrong.front());
    if (!arguments.image.isEmpty()) {
        cluster->image = {};
        cluster->image.file = arguments.image;
    }
    if (const auto taken = takeUserData(*cluster, arguments.cluster); !taken)
        return std::unexpected(taken.error());
    const QDir folder = QFileInfo(arguments.cluster).dir();
    if (!cluster->image.file.isEmpty() && arguments.image.isEmpty())
        cluster->image.file = folder.absoluteFilePath(cluster->image.file);
    return cluster;
}

Result<Secret> nodePassword(const Arguments &arguments, const QString &user, Terminal &terminal)
{
    if (!arguments.piPasswordFile.isEmpty())
        return passwordFrom(arguments.piPasswordFile);
    const auto first = terminal.askSecret(sentence("Password that %1 gets on the Pis:").arg(user));
    const auto again = first ? terminal.askSecret(sentence("Once more:")) : first;
    if (!first || !again)
        return fail(ErrorKind::NodePasswordNeeded, user);
    if (first->reveal() != again->reveal())
        return fail(ErrorKind::NodePasswordUnfit, user);
    return *first;
}

Result<Cluster> machineOf(const QString &word)
{
    const Result<ServerChoice> server = parseServerText(word);
    if (!server)
        return std::unexpected(server.error());
    Cluster cluster;
    cluster.server = *server;
    return cluster;
}

ConnectOptions loginOptions(const Arguments &arguments, const Cluster &cluster)
{
    ConnectOptions options;
    options.host = cluster.server.host;
    options.port = cluster.server.port;
    options.user = cluster.server.user;
    options.identityFile = arguments.identity;
    options.knownHostsFile = arguments.knownHosts;
    options.configFile = arguments.sshConfig;
    options.useAgent = !arguments.noAgent;
    options.acceptedFingerprint = arguments.acceptHostKey;
    return options;
}

Result<> takePassword(ConnectOptions &options, const Arguments &arguments)
{
    if (arguments.passwordFile.isEmpty())
        return {};
    const auto password = passwordFrom(arguments.passwordFile);
    if (!password)
        return std::unexpected(password.error());
    options.password = *password;
    options.sudoPassword = *password;
    return {};
}

Result<> agreed(const Arguments &arguments, Terminal &terminal, const QString &question)
{
    if (arguments.yes)
        return {};
    const std::optional<bool> answer = terminal.ask(question);
    if (!answer)
        return fail(ErrorKind::Usage, u"--yes"_s, arguments.command.join(u' '));
    return *answer ? Result<>() : fail(ErrorKind::Stopped);
}

QCoro::Task<Result<RemotePtr>> logIn(Arguments arguments, Cluster cluster, TerminalPtr terminal, Stop stop)
{
    ConnectOptions options = loginOptions(arguments, cluster);
    if (const Result<> taken = takePassword(options, arguments); !taken)
        co_return std::unexpected(taken.error());
    for (;;) {
        Result<RemotePtr> remote = fail(ErrorKind::Stopped);
        if (cluster.server.thisComputer) {
            LocalOptions local;
            local.sudoPassword = options.sudoPassword;
            remote = remoteHere(local);
        } else {
            remote = co_await connectTo(options, stop);
        }
        if (remote) {
            // Whether root is to be had is known now, while somebody can still answer, and not in the middle of the work.
            const RunOptions none;
            const Result<Output> root = co_await (*remote)->run(asRoot(u"true"_s), none, stop);
            if (root)
                co_return remote;
            remote = std::unexpected(root.error());
        }
        if (!answered(options, remote.error(), *terminal))
            co_return remote;
    }
}

QCoro::Task<Result<RemotePtr>> logInToRouter(Arguments arguments, Cluster cluster, TerminalPtr terminal, Stop stop)
{
    if (cluster.router.host.isEmpty())
        co_return RemotePtr();
    cluster.server.host = cluster.router.host;
    cluster.server.port = cluster.router.port;
    cluster.server.user = cluster.router.user;
    co_return co_await logIn(arguments, cluster, terminal, stop);
}

FetchSettings fetchSettings(const Arguments &arguments)
{
    FetchSettings settings = readFetchSettings();
    if (!arguments.lists.isEmpty())
        settings.lists.clear();
    for (const QString &list : arguments.lists)
        settings.lists << QUrl(list, QUrl::StrictMode);
    settings.mirrors = arguments.mirrors + settings.mirrors;
    if (!arguments.cacheFolder.isEmpty())
        settings.folder = arguments.cacheFolder + u"/downloads"_s;
    return settings;
}

ReportProgress downloadBar(const TerminalPtr &terminal)
{
    const auto here = std::make_shared<QObject>();
    const auto lastTold = std::make_shared<qint64>(0);
    return [terminal, here, lastTold](Progress now) {
        const auto show = [terminal, now, lastTold] {
            constexpr qint64 every = 1000; // ms; programs do not watch a bar
            if (const qint64 time = QDateTime::currentMSecsSinceEpoch(); time - *lastTold >= every) {
                *lastTold = time;
                terminal->object({{u"done"_s, now.done}, {u"total"_s, now.total}});
            }
            if (now.total > 0)
                terminal->bar(bytesWords(now.done), double(now.done) / double(now.total));
        };
        QMetaObject::invokeMethod(here.get(), show, Qt::QueuedConnection);
    };
}

QCoro::Task<Result<ImageSourcePtr>> readChosenImage(ImageChoice image, Arguments arguments, TerminalPtr terminal, Stop stop)
{
    OpenImageOptions options = imageOptions(image.file, image.sha256, arguments);
    options.extractedSha256 = image.extractedSha256;
    if (image.url.isEmpty()) {
        terminal->line(sentence("Reading %1").arg(QFileInfo(image.file).fileName()));
        const ReportProgress progress = imageProgress(terminal);
        co_return co_await readImageSource(options, progress, stop);
    }
    const FetchSettings settings = fetchSettings(arguments);
    const FetchRequest request = requestFor(image.url, image.sha256, settings);
    terminal->line(sentence("Downloading and reading %1").arg(request.name));
    const FetchReports reports{downloadBar(terminal), imageProgress(terminal)};
    const auto web = std::make_shared<Web>();
    const Result<FetchedImage> fetched = co_await fetchImageSource(web, request, settings, options, reports, stop);
    if (!fetched)
        co_return std::unexpected(fetched.error());
    co_return fetched->source;
}

OpenImageOptions imageOptions(const QString &file, const QString &sha256, const Arguments &arguments)
{
    OpenImageOptions options;
    options.file = file;
    options.sha256 = sha256;
    options.cacheFolder = arguments.cacheFolder.isEmpty() ? cacheFolder() : arguments.cacheFolder;
    return options;
}

ReportProgress imageProgress(const TerminalPtr &terminal)
{
    const auto here = std::make_shared<QObject>();
    return [terminal, here](Progress now) {
        const auto show = [terminal, now] {
            if (now.total > 0)
                terminal->bar(bytesWords(now.done), double(now.done) / double(now.total));
        };
        QMetaObject::invokeMethod(here.get(), show, Qt::QueuedConnection);
    };
}

} // namespace bramble
