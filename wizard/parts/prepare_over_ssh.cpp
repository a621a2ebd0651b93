// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/prepare_over_ssh.h"

#include "parts/eeprom_editor.h"
#include "parts/fold.h"
#include "parts/login_questions.h"
#include "parts/text.h"
#include "words/eeprom_words.h"
#include "words/readiness_words.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

PrepareOverSsh::PrepareOverSsh(Journey *journey, QWidget *parent) : Card(parent), m_journey(journey), m_title(new Text(Text::Rank::Title))
{
    rows()->addWidget(m_title);
    buildLogin();
    m_questions = new LoginQuestions(u"prepare"_s, tr("The fingerprint is right"));
    connect(m_questions, &LoginQuestions::answered, this, &PrepareOverSsh::logIn);
    connect(m_questions, &LoginQuestions::again, this, &PrepareOverSsh::logIn);
    rows()->addWidget(m_questions);
    buildDoing();
}

void PrepareOverSsh::buildLogin()
{
    m_login = new QWidget;
    auto *lines = new QVBoxLayout(m_login);
    lines->setContentsMargins(0, 0, 0, 0);
    auto *line = new QHBoxLayout;
    m_user = new QLineEdit(u"pi"_s);
    m_user->setObjectName(u"prepareUser"_s);
    auto *user = new Text(Text::Rank::Body, tr("User on it:"));
    user->setWordWrap(false);
    user->setBuddy(m_user);
    m_look = new QPushButton(tr("Log in and look"));
    m_look->setObjectName(u"prepareLook"_s);
    for (QWidget *widget : std::initializer_list<QWidget *>{user, m_user, m_look})
        line->addWidget(widget);
    line->addStretch(1);
    lines->addLayout(line);
    lines->addWidget(new Text(Text::Rank::Quiet, tr("It is tried with your SSH keys; if it wants another key or a password, that is asked for here.")));
    rows()->addWidget(m_login);
    connect(m_look, &QPushButton::clicked, this, &PrepareOverSsh::logIn);
    connect(m_user, &QLineEdit::returnPressed, this, &PrepareOverSsh::logIn);
    connect(m_user, &QLineEdit::textEdited, this, [this] { m_questions->forgetMachine(); });
}

void PrepareOverSsh::buildDoing()
{
    m_says = new Text(Text::Rank::Body);
    m_says->setObjectName(u"prepareSays"_s);
    m_changes = new Text(Text::Rank::Quiet);
    m_changes->setObjectName(u"prepareChanges"_s);
    m_editor = new EepromEditor;
    m_expert = new Fold(tr("All settings of its boot loader, for experts"), m_editor);
    m_expert->button()->setObjectName(u"prepareExpert"_s);
    m_forEver = new QCheckBox(tr("I know that this fuse stays set for ever"));
    m_forEver->setObjectName(u"prepareForEver"_s);
    m_set = new QPushButton(tr("Set it now"));
    m_set->setObjectName(u"prepareSet"_s);
    m_back = new QPushButton(tr("Take it back"));
    m_back->setObjectName(u"prepareBack"_s);
    m_restart = new QPushButton(tr("Start it anew"));
    m_restart->setObjectName(u"prepareRestart"_s);
    m_close = new QPushButton(tr("Close"));
    m_close->setObjectName(u"prepareClose"_s);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_says, m_changes, m_expert, m_forEver})
        rows()->addWidget(widget);
    auto *line = new QHBoxLayout;
    for (QPushButton *button : {m_set, m_restart, m_back})
        line->addWidget(button);
    line->addStretch(1);
    line->addWidget(m_close);
    rows()->addLayout(line);
    connect(m_editor, &EepromEditor::edited, this, &PrepareOverSsh::showPlan);
    connect(m_forEver, &QCheckBox::toggled, this, &PrepareOverSsh::showPlan);
    connect(m_set, &QPushButton::clicked, this, [this] { m_journey->preparing()->set(*m_address, wish()); });
    connect(m_back, &QPushButton::clicked, this, [this] { m_journey->preparing()->takeBack(*m_address, false); });
    connect(m_restart, &QPushButton::clicked, this, [this] { m_journey->preparing()->restart(*m_address); });
    connect(m_close, &QPushButton::clicked, this, [this] { setVisible(false); });
}

void PrepareOverSsh::begin(const QString &name, Ipv4 address)
{
    if (m_address != address) {
        m_questions->forgetMachine();
        m_edited.reset();
        m_forEver->setChecked(false);
    }
    m_name = name;
    m_address = address;
    m_title->say(tr("%1 at %2").arg(name, address.toString()));
    setVisible(true);
    refresh();
    m_user->setFocus();
}

void PrepareOverSsh::logIn()
{
    m_journey->preparing()->read(*m_address, m_user->text().trimmed(), m_questions->login());
}

PrepareWish PrepareOverSsh::wish() const
{
    PrepareWish wish;
    if (m_edited && m_edited->facts.eeprom)
        wish = wishFor(settingsOf(*m_edited, PreparePlan()), m_editor->config());
    wish.fuse = m_forEver->isChecked();
    return wish;
}

void PrepareOverSsh::sayHow(const PreparePlan &plan)
{
    using Step = PreparePlan::Step;
    const ReadinessWords said = words(plan.readiness);
    QStringList lines{said.state + u": "_s + said.why};
    lines += said.notes;
    if (plan.tookNot)
        lines << tr("It was given other settings before, and has its former ones: that was cancelled, or its EEPROM is write-protected.");
    if (plan.step == Step::Restart)
        lines << tr("It is set; that holds from its next start.");
    if (plan.step == Step::TakeFuseLineOut)
        lines << tr("The fuse is set; the line in config.txt that did it can go.");
    m_says->say(lines.join(u'\n'));
    QStringList changes;
    for (const EepromChange &change : m_journey->preparing()->changes(*m_address, plan))
        changes << (change.before.isEmpty() ? tr("• %1: %2; it was not set").arg(words(change.key), valueWords(change.key, change.after))
                                            : tr("• %1: %2; it was %3").arg(words(change.key), valueWords(change.key, change.after), valueWords(change.key, change.before)));
    m_changes->say(changes.join(u'\n'));
}

void PrepareOverSsh::showPlan()
{
    const PreparedPi &pi = m_journey->preparing()->pi(*m_address);
    if (!pi.read.value)
        return;
    const PreparePlan plan = m_journey->preparing()->plan(*m_address, wish());
    sayHow(plan);
    const bool asksForFuse = plan.cannot && plan.cannot->kind == ErrorKind::FuseNotAgreed;
    const bool busy = pi.change.busy || pi.read.busy;
    m_forEver->setVisible(asksForFuse || m_forEver->isChecked());
    m_set->setVisible(!pi.restarts && (plan.step == PreparePlan::Step::Change || plan.step == PreparePlan::Step::SetFuse || plan.step == PreparePlan::Step::TakeFuseLineOut));
    m_set->setEnabled(!busy && !m_editor->error());
    m_restart->setVisible(plan.step == PreparePlan::Step::Restart && !pi.restarts);
    m_restart->setEnabled(!busy);
    m_questions->show(pi.change.error ? pi.change.error : asksForFuse ? std::nullopt : plan.cannot);
    if (!pi.change.error && !busy && pi.restarts)
        m_questions->tell(tr("%1 starts anew.").arg(m_name), tr("If it asks the network then, it is shown as ready."));
    else if (!pi.change.error && busy)
        m_questions->tell(tr("%1 is being set. Leave it switched on.").arg(m_name), {}, Status::Busy);
}

void PrepareOverSsh::refresh()
{
    if (isHidden() || !m_address)
        return;
    const PreparedPi &pi = m_journey->preparing()->pi(*m_address);
    const auto &state = pi.read.value;
    const bool busy = pi.read.busy || pi.change.busy;
    m_login->setVisible(!state || pi.restarts); // after its start one logs in anew
    m_look->setEnabled(!busy);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_says, m_changes, m_forEver, m_set, m_restart})
        widget->setVisible(false);
    m_expert->setVisible(state && state->facts.eeprom.has_value());
    m_back->setVisible(m_journey->preparing()->canTakeBack(*m_address) && !pi.restarts);
    m_back->setEnabled(!busy);
    m_questions->ask(state || pi.read.busy ? std::nullopt : pi.read.error);
    if (!state) {
        if (pi.read.busy)
            m_questions->tell(tr("Logging in to %1…").arg(m_name), {}, Status::Busy);
        return;
    }
    // The editor shows what the plan would leave, so that what is seen is what will be written.
    if (m_edited != *state && state->facts.eeprom && state->facts.revision) {
        m_edited = *state;
        m_editor->show(m_journey->preparing()->settingsAfter(*m_address), bootRom(state->facts.revision->model()));
    }
    showPlan();
}

} // namespace bramble
