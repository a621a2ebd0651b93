// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/result.h"

#include <QStringList>

namespace bramble {

/// What was typed behind `bramble`. One set of options for all commands; a command refuses those that mean nothing to it.
struct Arguments
{
    QStringList command; ///< plan; image inspect …
    QStringList positional;
    QString cluster = QStringLiteral("cluster.yaml");
    bool json = false;
    bool help = false;
    bool yes = false;
    bool overwriteChanged = false; ///< apply: files of ours that somebody changed since
    bool leaveChanged = false; ///< undo: what somebody changed since stays
    bool evenChanged = false; ///< undo: that too
    bool untilRunning = false;
    QStringList replay; ///< recordings, instead of a server
    bool practice = false; ///< watch: the recording that comes with the program
    double speed = 0; ///< watch: of a recording, 1 is as it was; 0: all at once
    QString record; ///< where to
    bool capture = false; ///< watch: the wire too
    bool mask = false; ///< a recording without addresses and names
    int timeoutSeconds = 0;
    QString identity;
    QString knownHosts;
    QString sshConfig;
    bool noAgent = false;
    QString acceptHostKey;
    QString passwordFile;
    QString piPasswordFile; ///< of the user on the Pis
    QString routerCard; ///< fritzbox, mikrotik …
    bool routerOffer = false;
    QString image; ///< instead of the cluster file's
    QString cacheFolder;
    QString models; ///< 4B,5
    QStringList lists; ///< addresses of lists of systems, instead of the settings'
    QStringList mirrors; ///< besides the settings'
    QString sha256;
    QString removeId;
    QString quota;
    QString rootfsTar;
    QString bootDir;
    QString interface;
    QString serial;
    QString mac;
    QString model;
    QString keep;
    bool onlyFetch = false;
    QStringList firmware; ///< a folder, an image, or NAME=URL#SHA-256
    QStringList settings; ///< KEY=VALUE of an EEPROM
    QString out;
    QString drive;
    QString network; ///< find: instead of all of this computer's
    QString from; ///< find: a file of what tcpdump or dnsmasq printed; - is standard input
    bool listen = false;
    QString paste; ///< find: a file with a list in any form
    QString sshUser; ///< find: log in as this user, and ask the Pis themselves
    bool once = false;
    bool usbWait = false;
    bool planOnly = false; ///< prepare: look, and change nothing
    bool undo = false; ///< prepare: the way back
    bool reboot = false; ///< prepare: and start it anew
    bool fuseForEver = false; ///< prepare: agreed to what cannot be taken back
};

Result<Arguments> parseArguments(const QStringList &words);
QString helpText();

} // namespace bramble
