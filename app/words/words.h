// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "diagnosis/diagnose.h"
#include "model/catalogue.h"
#include "model/check_row.h"
#include "model/error.h"
#include "model/journal_line.h"
#include "model/plan.h"
#include "model/root_mounter.h"
#include "model/row.h"
#include "model/timeline.h"

#include <QCoreApplication>

namespace bramble {

/// An error as three sentences people can act on; `what` never blames, `todo` names the next move.
struct ErrorWords
{
    QString id;   ///< BB-SSH-005
    QString what; ///< what happened
    QString why;  ///< why, where it is known; may be empty
    QString todo; ///< what to do now
    QString said; ///< what the other side said, word for word; may be empty
};

ErrorWords words(const Error &error);
/// The three sentences in one paragraph, with the id at the end.
QString paragraph(const Error &error);

/// Why a system of the catalogue cannot be chosen; empty where it can.
QString words(const Fit &fit);

QString words(Stage stage);
/// Where it is now: of the kernel also whether it has arrived.
QString words(const Timeline &timeline);
/// The file that it fetches now, "kernel8.img: 4 MB of 9 MB"; empty where the wire did not tell of one.
QString underWayWords(const Timeline &timeline);
/// "412 MB from and to its disk"; empty where nothing is known of that.
QString diskWords(const Timeline &timeline);
/// "Its boot loader asks for an address": what was heard of a node, for people.
QString words(const EventKind &kind);
/// One sentence: what hinders this node, and one: what to do.
struct CauseWords
{
    QString sentence;
    QString todo;
};
CauseWords words(const Diagnosis &diagnosis, const Timeline &timeline);
QString words(Confidence confidence);
/// A fix: a few words for its button or card, and its steps, where %1 is the Pi.
struct FixWords
{
    QString title;
    QString todo;
};
FixWords words(Fix fix);
/// "Install dnsmasq-base, nfs-kernel-server": what an action does, in the imperative.
QString words(const Action &action);
/// "Remove /etc/x": what taking back an entry of the journal does, in the imperative.
QString words(const JournalLine &entry);
/// What was found on a server: what it is about, and how it is with what is done or to be done about it.
struct RowWords
{
    QString topic;
    QString sentence;
};
/// What was tested, and how it went.
RowWords words(const CheckRow &row);
RowWords words(const Row &row);
/// "the exports of /srv/films": something that stays as it is.
QString words(const Untouched &stays);
/// One line: why the options of nfsroot= are what they are.
QString words(RootMounter by, const QString &options);
/// 1.2 GB, 3.4 MB/s, 1:05: the locale's own way.
QString bytesWords(qint64 bytes);
QString timeWords(qint64 ms);

} // namespace bramble
