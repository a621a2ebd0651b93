// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "steps/apply.h"
#include "steps/journal.h"
#include "steps/openwrt_scripts.h"
#include "steps/samples.h"
#include "text/uci_text.h"

#include <QCoro/QCoroTask>
#include <QCoro/QCoroTimer>

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// What a machine and every connection to it have in common.
struct Machine
{
    QStringList asked;
    QByteArray becomes; ///< what it makes of the staged settings
    bool cutsItselfOff = false; ///< when its dnsmasq starts anew
    bool isSilent = false;
    bool breaksOff = false; ///< the connection ends, rather than that nobody answers
    bool hasForgotten = false; ///< the journal is gone
    int unreachable = 0; ///< so many new connections fail
};

class FakeRouter : public Remote
{
public:
    explicit FakeRouter(std::shared_ptr<Machine> machine) : m_machine(std::move(machine)) { }

    QCoro::Task<Result<Output>> run(Command command, RunOptions, Stop) override
    {
        co_await QCoro::sleepFor(1ms);
        co_return answer(command);
    }
    QCoro::Task<Result<Output>> send(Command command, std::shared_ptr<ByteSource>, ReportProgress, Stop) override { co_return answer(command); }
    QCoro::Task<Result<Output>> follow(Command, LineSink sink, Stop stop) override
    {
        sink("locked");
        while (!stop.stop_requested())
            co_await QCoro::sleepFor(5ms);
        co_return fail(ErrorKind::Stopped);
    }
    QCoro::Task<Result<RemotePtr>> another(Stop) override
    {
        if (m_machine->unreachable-- > 0)
            co_return fail(ErrorKind::SshTimeout);
        m_machine->isSilent = false;
        m_machine->asked << u"connected anew"_s;
        co_return std::make_shared<FakeRouter>(m_machine);
    }
    QString description() const override { return u"router"_s; }

private:
    Result<Output> answer(const Command &command)
    {
        const QString text = command.arguments.value(1);
        const QString name = text == openWrtJournal || text == debianJournal ? command.arguments.sliced(2).join(u' ')
            : command.arguments.value(0) == "-s"_L1                            ? command.arguments.sliced(3).join(u' ')
            : text == scripts::stageUci                                        ? u"stage"_s
            : text == scripts::commitUci                                       ? u"write"_s
            : text == scripts::restartService                                  ? u"restart"_s
                                                                               : command.program;
        Output output;
        output.exitCode = 0;
        if (m_machine->isSilent)
            return fail(ErrorKind::SshTimeout);
        m_machine->asked << name;
        if (name == "list"_L1)
            output.out = "end\n";
        if (name.startsWith("record"_L1)) {
            output.exitCode = m_machine->hasForgotten ? 2 : 0;
            output.out = "000001\n";
        }
        if (name == "stage"_L1)
            output.out = m_machine->becomes;
        if (name == "restart"_L1 && m_machine->cutsItselfOff) {
            m_machine->isSilent = m_machine->hasForgotten = true;
            return fail(m_machine->breaksOff ? ErrorKind::SshDisconnected : ErrorKind::SshTimeout);
        }
        return output;
    }

    std::shared_ptr<Machine> m_machine;
};

ChangeUci changeOf(const QString &config, const QString &service)
{
    const auto after = parseUci("\nconfig host 'brambleboot_1'\n\toption ip '10.0.0.2'\n", config);
    return ChangeUci{config, {{UciChange::Verb::Set, config, u"brambleboot_1"_s, {}, u"host"_s}}, {}, renderUci(*after), service, false};
}

struct Ran
{
    Result<> outcome;
    std::vector<ApplyNews::State> news;
};

Ran run(const std::shared_ptr<Machine> &machine, std::vector<Action> actions, const std::shared_ptr<Machine> &router = {})
{
    Plan plan;
    plan.cluster = samples::cluster();
    plan.byRouter = !router;
    plan.actions = std::move(actions);
    Ran ran;
    const ApplySink sink = [&ran](const ApplyNews &said) { ran.news.push_back(said.state); };
    const RemotePtr second = router ? std::make_shared<FakeRouter>(router) : nullptr;
    ran.outcome = QCoro::waitFor(apply(plan, std::make_shared<FakeRouter>(machine), {}, sink, {}, {}, false, second));
    return ran;
}

} // namespace

/// Settings that cut a router off from us, or from everybody: it has to find back by itself, and we have to notice.
class TestCutOff : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void armedBeforeItsServiceStartsAnew()
    {
        const auto machine = std::make_shared<Machine>();
        machine->becomes = changeOf(u"dhcp"_s, {}).after;
        const Ran ran = run(machine, {changeOf(u"dhcp"_s, u"dnsmasq"_s)});
        QVERIFY(ran.outcome.has_value());
        QVERIFY(machine->asked.contains(u"arm 90"_s));
        QVERIFY(machine->asked.indexOf(u"arm 90"_s) < machine->asked.indexOf(u"stage"_s));
        // It may keep them only once it has answered over a connection of its own.
        QVERIFY(machine->asked.indexOf(u"connected anew"_s) > machine->asked.indexOf(u"restart"_s));
        QVERIFY(machine->asked.indexOf(u"confirm"_s) > machine->asked.indexOf(u"connected anew"_s));
        QCOMPARE(machine->asked.back(), u"commit"_s);
    }

    // What follows may take longer than a dead man is waited for.
    void notForSettingsThatNobodyReadsYet()
    {
        const auto machine = std::make_shared<Machine>();
        machine->becomes = changeOf(u"fstab"_s, {}).after;
        QVERIFY(run(machine, {changeOf(u"fstab"_s, {})}).outcome.has_value());
        QVERIFY(!machine->asked.contains(u"arm 90"_s));
    }

    void itIsWaitedForAndSaid_data()
    {
        QTest::addColumn<bool>("breaksOff");
        QTest::newRow("nobody answers") << false;
        QTest::newRow("the connection ends, and the next one finds nothing") << true;
    }
    void itIsWaitedForAndSaid()
    {
        QFETCH(bool, breaksOff);
        const auto machine = std::make_shared<Machine>();
        machine->becomes = changeOf(u"dhcp"_s, {}).after;
        machine->cutsItselfOff = true;
        machine->breaksOff = breaksOff;
        machine->unreachable = 1;
        const Ran ran = run(machine, {changeOf(u"dhcp"_s, u"dnsmasq"_s)});
        QVERIFY(!ran.outcome);
        QCOMPARE(ran.outcome.error().kind, ErrorKind::ServerTookBack);
        QCOMPARE(ran.news.back(), ApplyNews::State::Undone);
        QCOMPARE(machine->asked.back(), u"undo open rest"_s); // to be sure that nothing is left
    }

    // Two machines: only the one whose settings change is armed, and each takes back its own.
    void theRouterBesideTheServer()
    {
        const auto server = std::make_shared<Machine>(), router = std::make_shared<Machine>();
        ChangeUci change = changeOf(u"dhcp"_s, u"dnsmasq"_s);
        change.onRouter = true;
        router->becomes = change.after;
        QVERIFY(run(server, {change}, router).outcome.has_value());
        QVERIFY(router->asked.contains(u"arm 90"_s) && router->asked.contains(u"confirm"_s));
        QVERIFY(!server->asked.contains(u"arm 90"_s));

        const auto again = std::make_shared<Machine>();
        again->becomes = change.after;
        again->cutsItselfOff = true;
        const Ran ran = run(server, {change}, again);
        QVERIFY(!ran.outcome);
        QCOMPARE(ran.outcome.error().kind, ErrorKind::ServerTookBack);
        QCOMPARE(again->asked.back(), u"undo open rest"_s);
        QCOMPARE(server->asked.back(), u"undo open rest"_s);
    }
};

QTEST_GUILESS_MAIN(TestCutOff)
#include "tst_cut_off.moc"
