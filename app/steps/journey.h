// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/findings.h"
#include "remote/connect.h"
#include "model/row.h"
#include "steps/apply.h"
#include "steps/check.h"
#include "steps/finding.h"
#include "steps/heard.h"
#include "steps/mend.h"
#include "steps/practice.h"
#include "steps/preparing.h"
#include "steps/preview.h"
#include "steps/recorded_boot.h"
#include "steps/systems.h"
#include "steps/undo.h"
#include "steps/typical_store.h"
#include "steps/watch.h"
#include "steps/work.h"

#include <QObject>
#include <QPointer>

#include <memory>
#include <optional>

namespace bramble {

/// The steps of the list at the left, in order.
enum class Place { Start, Server, Pis, System, Names, Review, Apply, Boot };

/// One row of the Apply page.
struct ApplyRow
{
    enum class State { Waiting, Running, Done, Failed, Undone };

    State state = State::Waiting;
    Progress progress;
    bool spilled = false; ///< part of the image had to be held in a file on this computer
};

/// A recorded boot that is told again.
struct RetoldBoot
{
    QString file; ///< empty: the one that comes with this program
    Heard heard;
    Work<bool> work; ///< there when it is told to its end
    std::shared_ptr<RetellingPace> pace = std::make_shared<RetellingPace>();
    StopSource stop;
};

/// Where the journey stands. The only object of the program that changes; pages paint what it says and call one verb.
class Journey : public QObject
{
    Q_OBJECT

public:
    explicit Journey(QObject *parent = nullptr);
    ~Journey() override;

    // What the user wants. setCluster takes any state, also an unfinished one; whatever depended on the old wishes is made anew.
    const Cluster &cluster() const { return m_cluster; }
    void setCluster(Cluster cluster);
    const QString &clusterFile() const { return m_clusterFile; } ///< empty: not saved yet
    void startNew(); ///< forgets everything; a cluster with this computer's defaults (user, first key, time zone)
    Result<> load(const QString &file);
    Result<> save(const QString &file);
    /// Everything that is wrong with the wishes alone, as problems(cluster()) has it.
    std::vector<Error> complaints() const;

    // The server: log in and look.
    const Work<ServerFacts> &server() const { return m_server; }
    const QString &serverDescription() const { return m_serverDescription; } ///< user@host:port once connected
    std::vector<Row> rows() const; ///< what was found there and matters; empty before the look
    bool canServeHere() const; ///< whether this computer itself may be the server
    void lookAtServer(Login login);
    /// How the Pis would be answered; nothing before the look, or where this server cannot do it.
    std::optional<BootServer> bootServer() const;
    const Work<std::vector<CheckRow>> &routerSaid() const { return m_routerSaid; } ///< once it was asked
    void askRouter(); ///< whether what was entered in it arrives on the wire
    void forgetServer();

    // The cluster file's router, where it is to say the same (cluster().router).
    const Work<OpenWrtFacts> &router() const { return m_router; }
    void lookAtRouter(Login login);
    void forgetRouter();

    // The Pis around.
    Finding *finding() const { return m_finding; }
    void startFinding(); ///< looks around this computer, and listens on the server from now on
    std::vector<SeenMachine> newcomers() const; ///< what was found and is no node yet
    void addFound(const std::vector<SeenMachine> &machines);
    Preparing *preparing() const { return m_preparing; } ///< makes them start from the network

    // The image: open and read.
    const Work<ImageFacts> &image() const { return m_imageFacts; }
    void openImageFile(QString file); ///< sets cluster().image too
    /// A file is read; an address is downloaded into the cache, and read then. size: bytes, as the list has it; 0: not known.
    void chooseImage(ImageChoice choice, qint64 size = 0);
    void stopImage(); ///< what has arrived of a download is kept
    /// The list of systems, the download and the cache.
    Systems *systems() const { return m_systems; }

    // The plan: made as soon as server, image and wishes are there.
    const std::optional<Result<Plan>> &plan() const { return m_plan; }
    std::vector<Change> changes() const; ///< of the plan; empty without one

    /// The password of the user on the Pis, where the cluster wants one; kept until the program ends, and nowhere else. As long as one is
    /// needed and not there, plan() is NodePasswordNeeded.
    void setNodePassword(Secret password);

    // Apply.
    const Work<bool> &applied() const { return m_applied; }
    const Plan &running() const { return m_running; } ///< the plan that is or was applied; what applyRows() are the rows of
    const std::vector<ApplyRow> &applyRows() const { return m_applyRows; } ///< one per Plan::actions
    double applyFraction() const; ///< 0 to 1, weighted
    int secondsLeft() const; ///< -1: not known yet
    void startApply(bool overwritesDrift = false); ///< files of ours that somebody changed since: with consent only (ServerFileDrifted)
    void stop(); ///< whatever is under way
    const Work<std::vector<CheckRow>> &tested() const { return m_tested; } ///< what an apply ends with
    void startTest();

    // Taking everything back.
    const Work<std::vector<JournalLine>> &undoList() const { return m_undoList; } ///< newest first, once it was asked for
    const Work<Undone> &undone() const { return m_undone; }
    void lookAtUndo();
    void leaveUndo(); ///< the list was looked at, and that was all
    void startUndo(UndoChanged changed);

    // A fresh disk for one Pi.
    const Work<bool> &reimaged() const { return m_reimaged; } ///< whether it restarts by itself
    const QString &reimagedNode() const { return m_reimagedNode; }
    void startReimage(const QString &node);

    // What one Pi hangs on.
    const Work<bool> &mended() const { return m_mended; } ///< once it was done
    const QString &mendedNode() const { return m_mendedNode; }
    void startMend(const QString &node, Fix fix); ///< a fix of ours, for what the panel shows

    // Boot.
    const std::optional<WatchNews> &boot() const { return m_retelling ? m_retelling->heard.news() : m_heard.news(); }
    const Work<bool> &watching() const { return m_retelling ? m_retelling->work : m_watching; }
    void startWatching();
    /// Whether the server's wire is watched too, with its tcpdump. Watching begins anew.
    void setCapturing(bool captures);
    bool captures() const { return m_captures; }
    const TypicalTimes &typicalTimes() const { return m_typical.times(); }
    /// What was heard of one node since watching began, or the end of it.
    QList<Event> history(size_t node) const { return m_retelling ? m_retelling->heard.history(node) : m_heard.history(node); }
    bool hasRecording() const { return !m_heard.recording().isEmpty(); }
    /// What was heard since watching began, for `bramble watch --replay`. masked: without addresses and names, and beside it, as FILE.yaml, the
    /// cluster that it then is of.
    Result<> saveRecording(const QString &file, bool masked) const;

    // A recorded boot instead of a server: boot(), watching() and history() tell of it until it is left. Nothing else is touched by it, and then
    // everything is as it was; whatever was watched goes on meanwhile.
    const RetoldBoot *recordedBoot() const { return m_retelling.get(); }
    /// file: of the cluster in FILE.yaml, or else of this journey's; empty: the one that comes with this program. speed: 1 is as it went.
    void startRecordedBoot(QString file = {}, double speed = 1);
    void setRecordedSpeed(double speed);
    void leaveRecordedBoot();

    // Practice.
    const std::optional<Practice> &practice() const { return m_practice; }
    void usePractice(Practice practice);
    void switchPisOn(); ///< practice only
    bool pisAreOn() const { return !m_processes.empty(); }
    bool canPractise() const { return !m_practiceCommand.program.isEmpty(); } ///< else there is a recorded boot
    void setPracticeCommand(Command command) { m_practiceCommand = std::move(command); } ///< what startPractice() starts; the usual one if never called
    Result<> startPractice(); ///< opens a practice network with a window of its own

    // Conveniences of the pages.
    /// Adds the Pis in a pasted text; gives back the lines that could not be read.
    std::vector<Error> addPasted(const QString &text);
    QStringList publicKeys() const; ///< of this computer

    /// Whether a place may be gone to: everything before it is complete. Places behind one are always open.
    bool open(Place place) const;
    bool complete(Place place) const;

Q_SIGNALS:
    void changed(); ///< anything of the above; at most some ten times a second

private:
    void remake();
    void fillIn(const PiFacts &facts, const std::optional<EepromConfig> &settings);
    std::optional<ServerFacts> facts() const; ///< of the server, and of the router where that was looked at
    ConnectOptions connectOptions(const QString &host, quint16 port, const QString &user, const Login &login) const;
    void takeWatchNews(WatchNews news);
    void takeNews(const ApplyNews &news);
    void lookAgain();
    void lookAtRouterAgain();
    void takeDownload();
    void beginImage();
    bool takeKept();
    void readImage(const QString &file);
    void takeImage(ImageSourcePtr image);
    void scheduleChanged();

    Cluster m_cluster;
    Systems *m_systems;
    Finding *m_finding;
    Preparing *m_preparing;
    qint64 m_imageSize = 0; ///< of the chosen one, as a list has it
    QString m_clusterFile;
    Work<ServerFacts> m_server;
    Work<std::vector<CheckRow>> m_routerSaid;
    QString m_serverDescription;
    RemotePtr m_remote;
    Work<OpenWrtFacts> m_router;
    RemotePtr m_routerRemote;
    Work<ImageFacts> m_imageFacts;
    ImageSourcePtr m_image;
    Secret m_nodePassword;
    std::optional<Result<Plan>> m_plan;
    Plan m_running; ///< the plan that is or was applied
    Work<bool> m_applied;
    Work<std::vector<CheckRow>> m_tested;
    std::vector<ApplyRow> m_applyRows;
    qint64 m_applyStartedMs = 0;
    Heard m_heard; ///< of the server
    Work<bool> m_watching;
    std::unique_ptr<RetoldBoot> m_retelling;
    bool m_captures = false;
    TypicalStore m_typical;
    Work<std::vector<JournalLine>> m_undoList;
    Work<Undone> m_undone;
    Work<bool> m_reimaged;
    QString m_reimagedNode;
    Work<bool> m_mended;
    QString m_mendedNode;
    ConnectOptions m_login; ///< what a login at a Pi takes of the one at the server
    std::optional<Practice> m_practice;
    Command m_practiceCommand;
    std::vector<std::shared_ptr<QObject>> m_processes; ///< simulated Pis that are switched on
    StopSource m_stopServer, m_stopRouter, m_stopImage, m_stopApply, m_stopWatch;
    bool m_changedSoon = false;
};

} // namespace bramble
