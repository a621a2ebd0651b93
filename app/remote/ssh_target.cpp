// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/ssh_target.h"

#include "remote/ssh_handles.h"

#include <QDir>
#include <QFileInfo>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// "~/x" and ssh_config's "%d/x" to a path; libssh expands them only when it connects.
QString expanded(const QString &path)
{
    if (path.startsWith("~/"_L1) || path.startsWith("%d/"_L1))
        return QDir::homePath() + path.sliced(path.startsWith(u'~') ? 1 : 2);
    return path;
}

QString option(ssh_session session, ssh_options_e which)
{
    char *value = nullptr;
    if (ssh_options_get(session, which, &value) != SSH_OK || !value)
        return {};
    const QString text = QString::fromUtf8(value);
    ssh_string_free_char(value);
    return text;
}

QString configFile(const ConnectOptions &options)
{
    if (options.configFile == "none"_L1)
        return {};
    if (!options.configFile.isEmpty())
        return options.configFile;
    const QString usual = QDir::homePath() + "/.ssh/config"_L1;
    return QFileInfo(usual).isReadable() ? usual : QString();
}

void applyConfig(const QString &file, const QString &host, SshTarget &target)
{
    const SshSession session(ssh_new());
    if (!session)
        return;
    const int no = 0;
    ssh_options_set(session.get(), SSH_OPTIONS_PROCESS_CONFIG, &no);
    ssh_options_set(session.get(), SSH_OPTIONS_HOST, host.toUtf8().constData());
    const QString libraryDefault = option(session.get(), SSH_OPTIONS_IDENTITY);
    if (ssh_options_parse_config(session.get(), file.toUtf8().constData()) != SSH_OK)
        return;
    if (const QString name = option(session.get(), SSH_OPTIONS_HOST); !name.isEmpty())
        target.host = name;
    unsigned int port = 0;
    if (ssh_options_get_port(session.get(), &port) == SSH_OK && port > 0 && port < 65536)
        target.port = static_cast<quint16>(port);
    target.user = option(session.get(), SSH_OPTIONS_USER);
    if (const QString identity = option(session.get(), SSH_OPTIONS_IDENTITY); identity != libraryDefault)
        target.identityFile = expanded(identity);
    target.knownHostsFile = expanded(option(session.get(), SSH_OPTIONS_KNOWNHOSTS));
}

} // namespace

QString SshTarget::description() const
{
    const QString name = host.contains(u':') ? u'[' % host % u']' : host;
    return user % u'@' % name % u':' % QString::number(port);
}

Result<SshTarget> readTarget(const ConnectOptions &options)
{
    SshTarget target;
    target.host = options.host;
    if (const QString file = configFile(options); !file.isEmpty()) {
        if (!QFileInfo(file).isReadable())
            return fail(ErrorKind::FileUnreadable, file);
        applyConfig(file, options.host, target);
    }
    if (options.port)
        target.port = options.port;
    if (!options.user.isEmpty())
        target.user = options.user;
    if (target.user.isEmpty())
        target.user = qEnvironmentVariable("USER", u"root"_s);
    if (!options.identityFile.isEmpty())
        target.identityFile = expanded(options.identityFile);
    target.globalKnownHostsFile = u"/etc/ssh/ssh_known_hosts"_s;
    if (!options.knownHostsFile.isEmpty()) {
        // Whoever names a file means that file and no other.
        target.knownHostsFile = expanded(options.knownHostsFile);
        target.globalKnownHostsFile = u"/dev/null"_s;
    }
    if (target.knownHostsFile.isEmpty())
        target.knownHostsFile = QDir::homePath() + "/.ssh/known_hosts"_L1;
    return target;
}

} // namespace bramble
