// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/stand_in_pi.h"

#include "remote/remote_test.h"

#include <QDir>
#include <QProcess>

using namespace bramble;
using namespace remote_test;
using namespace Qt::StringLiterals;

void StandInPi::put(const QString &name, const QByteArray &content) const
{
    const QFileInfo info(m_server.path(u"pi/"_s + name));
    QDir().mkpath(info.path());
    QFile file(info.filePath());
    if (!file.open(QFile::WriteOnly) || file.write(content) != content.size())
        qFatal("%s", qPrintable(info.filePath()));
}

QByteArray StandInPi::get(const QString &name) const
{
    QFile file(m_server.path(u"pi/"_s + name));
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

void StandInPi::take(const QString &name) const
{
    QFile::remove(m_server.path(u"pi/"_s + name));
}

bool StandInPi::has(const QString &name) const
{
    return QFileInfo::exists(m_server.path(u"pi/"_s + name));
}

bool StandInPi::isClean() const
{
    return !has(u"lib/brambleboot"_s) && get(u"boot/firmware/config.txt"_s) == configTxt;
}

ConnectOptions StandInPi::login(quint16 port) const
{
    ConnectOptions options = m_server.options(u"ada"_s);
    options.sudoPassword = Secret("practice");
    if (port != 0) {
        options.port = port;
        options.knownHostsFile = m_server.knownHosts(u"known_hosts_relay"_s, u"host_key.pub"_s, port);
    }
    return options;
}

RemotePtr StandInPi::connected(quint16 port) const
{
    const auto remote = await(connectTo(login(port), {}));
    if (!remote)
        qWarning("%s", why(remote));
    return remote.value_or(nullptr);
}

void StandInPi::restart() const
{
    (void)await(m_remote->run(asRoot(u"/usr/local/bin/systemctl"_s, {u"reboot"_s}), RunOptions(), {}));
}

Result<PiState> StandInPi::read() const
{
    return await(readPi(m_remote, {}));
}

Result<PiState> StandInPi::prepare(const PrepareWish &wish, RemotePtr over) const
{
    const RemotePtr remote = over ? over : m_remote;
    const Result<PiState> state = await(readPi(remote, {}));
    if (!state)
        return state;
    const PreparePlan plan = planPreparing(*state, wish);
    return await(preparePi(remote, *state, plan, {}));
}

Result<PiState> StandInPi::undo() const
{
    const Result<PiState> state = read();
    if (!state)
        return state;
    const UnpreparePlan plan = planUnpreparing(*state, false);
    return await(unpreparePi(m_remote, *state, plan, {}));
}

QString StandInPi::start()
{
    put(u"cmdline"_s, "console=tty1 root=PARTUUID=1-02\n");
    if (const QString trouble = m_server.start({u"pi"_s}); !trouble.isEmpty())
        return trouble;
    put(u"../password"_s, "practice\n");
    m_remote = connected();
    return m_remote ? QString() : u"nobody is let in"_s;
}

void StandInPi::reset() const
{
    for (const auto *folder : {"sys", "boot", "lib"})
        for (const QFileInfo &old : QDir(m_server.path(u"pi/"_s + QLatin1StringView(folder))).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot))
            old.isDir() ? void(QDir(old.filePath()).removeRecursively()) : void(QFile::remove(old.filePath()));
    const QString tree = u"sys/firmware/devicetree/base/"_s;
    put(tree + u"model"_s, "Raspberry Pi 4 Model B Rev 1.4\0"_ba);
    put(tree + u"serial-number"_s, QByteArray("1000000038c128c0\0", 17));
    put(tree + u"system/linux,revision"_s, QByteArray::fromHex("00c03114"));
    put(tree + u"chosen/bootloader/build-timestamp"_s, QByteArray::fromHex("65a541b5"));
    put(tree + u"chosen/bootloader/boot-mode"_s, QByteArray::fromHex("00000001"));
    put(u"sys/class/net/eth0/device"_s, {});
    put(u"sys/class/net/eth0/type"_s, "1\n");
    put(u"sys/class/net/eth0/address"_s, "dc:a6:32:79:26:df\n");
    put(u"cmdline"_s, "console=tty1 root=PARTUUID=1-02\n");
    put(u"boot/firmware/config.txt"_s, configTxt);
    put(u"lib/standin/eeprom"_s, factory);
    put(u"lib/standin/otp"_s, "16:00280000\n17:1020000a\n18:1020000a\n");
    if (m_remote)
        (void)await(m_remote->run(asRoot(u"rm"_s, {u"-rf"_s, u"/run/brambleboot"_s}), RunOptions(), {}));
}

int StandInPi::bramble(const QStringList &arguments, QByteArray *said) const
{
    const ConnectOptions options = m_server.options(u"ada"_s);
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(qEnvironmentVariable("BRAMBLE_BIN", QCoreApplication::applicationDirPath()) + u"/bramble"_s,
                  arguments + QStringList{u"--identity"_s, options.identityFile, u"--known-hosts"_s, options.knownHostsFile, u"--ssh-config"_s, u"none"_s,
                                          u"--no-agent"_s, u"--password-file"_s, m_server.path(u"password"_s)});
    process.closeWriteChannel();
    process.waitForFinished(30'000);
    if (said)
        *said = process.readAll();
    return process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
}
