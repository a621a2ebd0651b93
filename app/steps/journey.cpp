// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/journey.h"

#include "host/host.h"
#include "host/console.h"
#include "host/memory.h"
#include "remote/local_remote.h"
#include "steps/look.h"
#include "steps/make_plan.h"
#include "steps/met.h"
#include "steps/node_secrets.h"
#include "steps/rows.h"
#include "text/cluster_file.h"
#include "text/pasted_nodes.h"

#include <QDateTime>
#include <QFileInfo>
#include <QProcess>
#include <QTimer>

#include <tuple>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QCoro::Task<Result<Met<ServerFacts>>> meet(ConnectOptions options, Cluster cluster, Stop stop)
{
    Result<RemotePtr> remote = fail(ErrorKind::Stopped);
    if (cluster.server.thisComputer) {
        LocalOptions local;
        local.sudoPassword = options.sudoPassword;
        remote = remoteHere(local);
    } else {
        remote = co_await connectTo(options, stop);
    }
    if (!remote)
        co_return std::unexpected(remote.error());
    const Result<ServerFacts> facts = co_await lookAt(*remote, cluster, stop);
    if (!facts)
        co_return std::unexpected(facts.error());
    co_return Met(*remote, *facts);
}

/// What this computer suggests.
Cluster freshCluster()
{
    Cluster cluster;
    cluster.name = u"bramble"_s;
    cluster.access.user = localUser();
    if (!isUserName(cluster.access.user))
        cluster.access.user = u"pi"_s;
    if (const QStringList keys = bramble::publicKeys(); !keys.isEmpty())
        cluster.access.sshKeys << keys.front();
    return cluster;
}

} // namespace

Journey::Journey(QObject *parent) : QObject(parent), m_cluster(freshCluster()), m_systems(new Systems(this)), m_finding(new Finding(this)), m_preparing(new Preparing(m_finding, this)), m_practiceCommand(practiceCommand())
{
    writeNoCoreDump();
    giveLargeBlocksBack();
    connect(m_systems, &Systems::changed, this, &Journey::scheduleChanged);
    connect(m_finding, &Finding::changed, this, &Journey::scheduleChanged);
    connect(m_preparing, &Preparing::changed, this, &Journey::scheduleChanged);
    connect(m_preparing, &Preparing::wasRead, this, &Journey::fillIn);
    connect(m_systems, &Systems::downloaded, this, &Journey::takeDownload);
}

Journey::~Journey()
{
    for (StopSource *source : {&m_stopServer, &m_stopRouter, &m_stopImage, &m_stopApply, &m_stopWatch})
        source->request_stop();
    if (m_retelling)
        m_retelling->stop.request_stop();
}

void Journey::scheduleChanged()
{
    if (m_changedSoon)
        return;
    m_changedSoon = true;
    QTimer::singleShot(50, this, [this] {
        m_changedSoon = false;
        Q_EMIT changed();
    });
}

void Journey::setCluster(Cluster cluster)
{
    if (cluster == m_cluster)
        return;
    // What was found does not speak for another machine; for another folder on the same one it is looked at again.
    const Cluster former = std::exchange(m_cluster, std::move(cluster));
    const ServerChoice &before = former.server, &now = m_cluster.server;
    if (former.router != m_cluster.router)
        forgetRouter();
    if (std::tie(now.thisComputer, now.host, now.port, now.user) != std::tie(before.thisComputer, before.host, before.port, before.user))
        forgetServer();
    else if (now != before && m_remote)
        lookAgain();
    remake();
}

void Journey::startNew()
{
    stop();
    m_stopWatch.request_stop();
    forgetServer();
    forgetRouter();
    m_clusterFile.clear();
    m_image.reset();
    m_imageFacts = {};
    m_systems->forget();
    m_finding->forget();
    m_preparing->forget();
    m_applied = {};
    m_tested = {};
    m_undoList = {};
    m_undone = {};
    m_reimaged = {};
    m_applyRows.clear();
    leaveRecordedBoot();
    m_heard = {};
    m_watching = {};
    m_practice.reset();
    m_preparing->setBase({});
    m_processes.clear();
    m_nodePassword = {};
    m_cluster = freshCluster();
    remake();
}

Result<> Journey::load(const QString &file)
{
    const auto content = readFile(file, clusterFileLimit);
    if (!content)
        return fail(ErrorKind::ClusterUnreadable, file, content.error().detail);
    auto cluster = parseCluster(*content, QFileInfo(file).fileName());
    if (!cluster)
        return std::unexpected(cluster.error());
    if (const auto taken = takeUserData(*cluster, file); !taken)
        return std::unexpected(taken.error());
    leaveRecordedBoot();
    m_clusterFile = file;
    setCluster(*std::move(cluster));
    chooseImage(m_cluster.image);
    return {};
}

Result<> Journey::save(const QString &file)
{
    const auto written = writeFile(file, renderCluster(m_cluster));
    if (!written)
        return fail(ErrorKind::ClusterUnwritable, file, written.error().detail);
    m_clusterFile = file;
    scheduleChanged();
    return {};
}

std::vector<Error> Journey::complaints() const
{
    return problems(m_cluster);
}

ConnectOptions Journey::connectOptions(const QString &host, quint16 port, const QString &user, const Login &login) const
{
    ConnectOptions options = withAnswers({}, login);
    options.host = host;
    options.port = port;
    options.user = user;
    if (m_practice) {
        options.identityFile = m_practice->identityFile;
        options.knownHostsFile = m_practice->knownHostsFile;
        options.configFile = u"none"_s;
        options.useAgent = false;
    }
    return options;
}

void Journey::lookAtServer(Login login)
{
    m_stopServer.request_stop();
    m_stopServer = StopSource();
    m_finding->hush();
    m_remote.reset();
    m_server = {};
    m_routerSaid = {};
    m_server.busy = true;
    const ServerChoice &wish = m_cluster.server;
    const ConnectOptions options = connectOptions(wish.host, wish.port, wish.user, login);
    m_login = options;
    m_login.password = {};
    m_login.sudoPassword = {};
    m_login.acceptedFingerprint.clear();
    const Stop stop = m_stopServer.get_token();
    QCoro::connect(meet(options, m_cluster, stop), this, [this, stop](const Result<Met<ServerFacts>> &met) {
        if (stop.stop_requested())
            return; // another look has begun
        m_server.busy = false;
        if (met) {
            m_remote = met->remote;
            m_serverDescription = met->remote->description();
            m_server.value = met->found;
            if (!m_imageFacts.value)
                takeKept();
        } else {
            m_server.error = met.error();
        }
        remake();
    });
    remake();
}

void Journey::forgetServer()
{
    m_stopServer.request_stop();
    m_stopServer = StopSource();
    m_remote.reset();
    m_server = {};
    m_routerSaid = {};
    m_serverDescription.clear();
    remake();
}

// The plan follows from what is there; nobody has to ask for it.
void Journey::remake()
{
    m_plan.reset();
    if (const auto known = facts(); known && m_imageFacts.value && problems(m_cluster).empty())
        m_plan = makePlan(m_cluster, *known, *m_imageFacts.value);
    if (m_plan && *m_plan && m_nodePassword.isEmpty() && needsNodePassword(**m_plan))
        m_plan = fail(ErrorKind::NodePasswordNeeded, m_cluster.access.user);
    scheduleChanged();
}

std::vector<Change> Journey::changes() const
{
    return m_plan && *m_plan ? preview(**m_plan) : std::vector<Change>();
}

void Journey::setNodePassword(Secret password)
{
    m_nodePassword = std::move(password);
    remake();
}

void Journey::stop()
{
    for (StopSource *source : {&m_stopServer, &m_stopRouter, &m_stopImage, &m_stopApply})
        source->request_stop();
    m_systems->stop();
}

void Journey::usePractice(Practice practice)
{
    leaveRecordedBoot();
    m_practice = std::move(practice);
    m_preparing->setBase(connectOptions({}, 0, {}, {})); // nor does a login at a Pi touch anything of the user's
    const Cluster cluster = m_practice->cluster;
    setCluster(cluster);
    openImageFile(cluster.image.file);
    lookAtServer({});
}

void Journey::switchPisOn()
{
    if (!m_practice || !m_processes.empty())
        return;
    for (const Command &command : m_practice->powerOn) {
        // Asked to end, a simulated Pi gives its address back.
        auto process = std::shared_ptr<QProcess>(new QProcess, [](QProcess *p) {
            QObject::connect(p, &QProcess::finished, p, &QObject::deleteLater);
            p->terminate();
        });
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->setStandardOutputFile(QProcess::nullDevice());
        process->start(command.program, command.arguments);
        m_processes.push_back(process);
    }
    scheduleChanged();
}

std::vector<Row> Journey::rows() const
{
    const auto known = facts();
    return known ? rowsOf(m_cluster, *known) : std::vector<Row>();
}

bool Journey::canServeHere() const
{
    return remoteHere({}).has_value();
}

Result<> Journey::startPractice()
{
    return startDetached(m_practiceCommand);
}

QStringList Journey::publicKeys() const
{
    return bramble::publicKeys();
}

bool Journey::complete(Place place) const
{
    const std::vector<Error> wrong = complaints();
    const auto free = [&wrong](std::initializer_list<ErrorKind> kinds) {
        return std::ranges::none_of(wrong, [&kinds](const Error &error) { return std::ranges::contains(kinds, error.kind); });
    };
    using enum ErrorKind;
    switch (place) {
    case Place::Start: return true;
    case Place::Server: return m_server.value && (m_cluster.router.host.isEmpty() || m_router.value);
    case Place::Pis: return free({NoNodes, NodeWithoutIdentity, DuplicateSerial, DuplicateMac, ModelCannotNetboot, InvalidBootFolder, DuplicateBootFolder});
    case Place::System: return m_imageFacts.value.has_value();
    case Place::Names: return free({InvalidHostname, DuplicateHostname, InvalidUser, InvalidPublicKey, InvalidTimezone, InvalidLocale, InvalidKeyboard, InvalidPackage,
                                     SudoWithoutPassword, NoWayIn, UserDataForbidden});
    case Place::Review: return (m_plan && *m_plan) || m_applied.busy || m_applied.value;
    case Place::Apply: return m_applied.value.has_value() && (m_heard.news() || !m_tested.busy); // a Pi that starts beside the test would be in its way
    case Place::Boot: return boot() && !boot()->timelines.empty() && std::ranges::all_of(boot()->timelines, [](const Timeline &t) { return t.stage == Stage::Running; });
    }
    return false;
}

bool Journey::open(Place place) const
{
    if (m_applied.busy)
        return place == Place::Apply || place == Place::Review;
    if (m_retelling) // there is nothing else to be done with it
        return place == Place::Start || place == Place::Boot;
    // A server that has been set up before may be watched without walking the whole way again.
    if (place == Place::Boot && m_server.value && !m_server.value->laidTrees.isEmpty())
        return true;
    if (place == Place::Apply)
        return m_applied.value || m_applied.error;
    for (int before = 0; before < int(place); ++before) {
        if (Place(before) == Place::Apply || Place(before) == Place::Start)
            continue;
        // A download goes on while everything else is told.
        if (!complete(Place(before)) && !(Place(before) == Place::System && m_imageFacts.busy))
            return false;
    }
    return place != Place::Boot || complete(Place::Apply);
}

} // namespace bramble
