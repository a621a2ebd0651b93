// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/server_page.h"

#include "model/server_text.h"
#include "parts/buttons.h"
#include "parts/facts.h"
#include "parts/fold.h"
#include "parts/login_questions.h"
#include "parts/router_view.h"
#include "parts/text.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

ServerPage::ServerPage(Journey *theJourney, QWidget *parent) : Page(theJourney, Place::Server, parent)
{
    setHeading(
        tr("Where should the boot files live?"),
        tr("Any computer you can log in to with SSH, that stays on, and runs Debian, Ubuntu or Raspberry Pi OS."));
    buildHost();
    buildQuestion();
    buildFacts();
    body()->addStretch(1);
}

QString ServerPage::help() const
{
    return tr("Brambleboot logs in as you do, with your SSH keys, your agent and your ~/.ssh/config. Passwords are "
              "used once and kept nowhere.\n\n"
              "For now it only looks: the system, the network, the room on the disk. Nothing is changed.\n\n"
              "To set things up later it must act as root: log in as root, or as somebody who may use sudo.");
}

void ServerPage::buildHost()
{
    auto *label = new Text(Text::Rank::Body, tr("Server"));
    m_host = new QLineEdit;
    m_host->setObjectName(u"serverHost"_s);
    m_host->setPlaceholderText(tr("user@host, for example ada@nas.local"));
    m_host->setAccessibleName(tr("Server, as user@host:port"));
    m_host->setClearButtonEnabled(true);
    label->setBuddy(m_host);
    m_connect = new PrimaryButton(tr("Connect"));
    m_connect->setObjectName(u"serverConnect"_s);
    m_stop = new QPushButton(tr("Stop"));
    m_stop->setObjectName(u"serverStop"_s);

    auto *line = new QHBoxLayout;
    line->setSpacing(unit(this));
    line->addWidget(m_host, 1);
    line->addWidget(m_connect);
    line->addWidget(m_stop);
    auto *rows = new QVBoxLayout;
    rows->setSpacing(unit(this) / 2);
    rows->addWidget(label);
    rows->addLayout(line);
    m_here = new QCheckBox(tr("This computer is the server: it stays on, and the Pis are on its network"));
    m_here->setObjectName(u"serverHere"_s);
    m_here->setVisible(journey()->canServeHere());
    rows->addWidget(m_here);
    body()->addLayout(rows);
    connect(m_here, &QCheckBox::clicked, this, &ServerPage::useHere);
    connect(m_host, &QLineEdit::returnPressed, this, &ServerPage::connectToServer);
    connect(m_host, &QLineEdit::textEdited, this, [this] {
        refresh();
        Q_EMIT edited();
    });
    connect(m_connect, &QPushButton::clicked, this, &ServerPage::connectToServer);
    connect(m_stop, &QPushButton::clicked, this, [this] { journey()->stop(); });
}

void ServerPage::buildQuestion()
{
    m_questions = new LoginQuestions(u"server"_s, tr("Trust this server"));
    m_questions->setObjectName(u"serverError"_s);
    body()->addWidget(m_questions);
    connect(m_questions, &LoginQuestions::answered, this, [this] { journey()->lookAtServer(m_questions->login()); });
    connect(m_questions, &LoginQuestions::again, this, &ServerPage::connectToServer);
}

void ServerPage::buildFacts()
{
    m_factsCard = new Card;
    m_name = new Text(Text::Rank::Title);
    m_name->setObjectName(u"serverName"_s);
    m_facts = new FactList;
    m_facts->setObjectName(u"serverFacts"_s);
    m_interface = new QComboBox;
    m_interface->setObjectName(u"serverInterface"_s);
    m_folder = new QLineEdit;
    m_folder->setObjectName(u"serverFolder"_s);
    m_folder->setPlaceholderText(QString(defaultFolder));
    auto *form = new QFormLayout;
    form->setHorizontalSpacing(2 * unit(this));
    form->addRow(tr("Network of the Pis"), m_interface);
    form->addRow(tr("Folder on the server"), m_folder);
    buildNetwork(form);
    m_factsCard->rows()->addWidget(m_name);
    m_factsCard->rows()->addWidget(m_facts);
    m_factsCard->rows()->addSpacing(unit(this));
    m_factsCard->rows()->addLayout(form);
    m_router = new RouterView(journey());
    m_routerFold = new Fold(tr("What the router could be told"), m_router);
    m_routerFold->button()->setObjectName(u"routerFold"_s);
    m_factsCard->rows()->addWidget(m_routerFold);
    body()->addWidget(m_factsCard);
    connect(m_interface, &QComboBox::activated, this, [this](int index) {
        ServerChoice wish = journey()->cluster().server;
        wish.interface = m_interface->itemData(index).toString();
        lookWith(wish);
    });
    connect(m_folder, &QLineEdit::editingFinished, this, [this] {
        ServerChoice wish = journey()->cluster().server;
        wish.folder = m_folder->text().trimmed();
        lookWith(wish);
    });
}

void ServerPage::buildNetwork(QFormLayout *form)
{
    m_addresses = new QComboBox;
    m_addresses->setObjectName(u"serverDhcp"_s);
    m_addresses->addItem(tr("the router, as before (recommended)"));
    m_addresses->addItem(tr("this server, on a network of its own"));
    m_range = new QLineEdit;
    m_range->setObjectName(u"serverRange"_s);
    m_range->setPlaceholderText(tr("from-to, for example 192.168.50.100-192.168.50.199"));
    m_range->setAccessibleName(tr("Addresses that this server gives"));
    form->addRow(tr("Who gives addresses"), m_addresses);
    form->addRow(tr("Addresses"), m_range);
    connect(m_addresses, &QComboBox::activated, this, [this](int index) {
        change([index](Cluster &c) {
            c.network = {};
            c.network.dhcp = index == 1 ? NetworkChoice::Dhcp::Full : NetworkChoice::Dhcp::Proxy;
        });
    });
    connect(m_range, &QLineEdit::editingFinished, this, [this] {
        const QString text = m_range->text().trimmed();
        const auto range = Ipv4Range::parse(text);
        if (range || text.isEmpty())
            change([&range](Cluster &c) { c.network.range = range; });
        else
            m_questions->show(Error{ErrorKind::DhcpRangeInvalid, text, {}});
    });
}

// Nothing to log in to; so it is looked at right away.
void ServerPage::useHere(bool here)
{
    m_questions->forget();
    change([here](Cluster &c) {
        c.server = {};
        c.server.thisComputer = here;
    });
    m_host->setText(serverText(journey()->cluster().server));
    m_triedText = m_host->text();
    if (here)
        journey()->lookAtServer(m_questions->login());
    refresh();
}

void ServerPage::enter()
{
    const ServerChoice &server = journey()->cluster().server;
    m_host->setText(serverText(server));
    m_here->setChecked(server.thisComputer);
    m_triedText = m_host->text();
    m_host->setFocus();
}

bool ServerPage::canGoOn() const
{
    // What stands in the field is not what was looked at: first connect.
    if (journey()->cluster().server.thisComputer)
        return Page::canGoOn();
    const auto typed = parseServerText(m_host->text());
    return Page::canGoOn() && typed && serverText(*typed) == serverText(journey()->cluster().server);
}

void ServerPage::connectToServer()
{
    if (journey()->cluster().server.thisComputer)
        return journey()->lookAtServer(m_questions->login());
    const QString text = m_host->text();
    auto typed = parseServerText(text);
    if (!typed) {
        m_triedText = text;
        m_questions->show(typed.error());
        return;
    }
    if (text != m_triedText)
        m_questions->forget();
    m_triedText = text;
    change([&](Cluster &c) {
        typed->interface = c.server.interface;
        typed->folder = c.server.folder;
        if (typed->host != c.server.host) {
            typed->interface.clear();
            c.network = {};
        }
        c.server = *typed;
    });
    journey()->lookAtServer(m_questions->login());
}

// Another folder may lie on another disk, and another network has another address: look once more, with the same
// answers.
void ServerPage::lookWith(const ServerChoice &wish)
{
    if (wish == journey()->cluster().server)
        return;
    change([&wish](Cluster &c) { c.server = wish; });
    journey()->lookAtServer(m_questions->login());
}

void ServerPage::showFacts()
{
    const auto &facts = journey()->server().value;
    m_factsCard->setVisible(facts.has_value());
    if (!facts)
        return;
    m_name->say(facts->hostname.isEmpty() ? journey()->serverDescription()
                      : journey()->cluster().server.thisComputer ? tr("This computer, %1").arg(facts->hostname)
                                                                  : tr("Logged in to %1").arg(facts->hostname));
    m_facts->show(factsOf(journey()->rows()));
    QStringList names;
    for (const NetworkInterface &interface : facts->interfaces)
        if (interface.up && !interface.addresses.empty() && interface.name != "lo"_L1)
            names << interface.name;
    if (m_interface->count() != names.size() + 1) {
        m_interface->clear();
        m_interface->addItem(tr("the one this login came in by"), QString());
        for (const NetworkInterface &interface : facts->interfaces)
            if (names.contains(interface.name))
                m_interface->addItem(tr("%1 (%2)").arg(interface.name, interface.addresses.front().toString()),
                                     interface.name);
    }
    const NetworkChoice &network = journey()->cluster().network;
    const bool full = network.dhcp == NetworkChoice::Dhcp::Full;
    m_addresses->setCurrentIndex(full ? 1 : 0);
    m_range->setEnabled(full);
    if (!m_range->hasFocus())
        m_range->setText(network.range ? network.range->toString() : QString());
    m_interface->setCurrentIndex(qMax(0, m_interface->findData(journey()->cluster().server.interface)));
    if (!m_folder->hasFocus())
        m_folder->setText(journey()->cluster().server.folder);
    m_routerFold->setVisible(!full && journey()->bootServer().has_value());
    m_router->refresh();
    if (m_router->isAsked())
        m_routerFold->button()->setChecked(true); // there is something to do in there
}

void ServerPage::refresh()
{
    const auto &server = journey()->server();
    m_connect->setVisible(!server.busy);
    const bool here = journey()->cluster().server.thisComputer;
    m_here->setChecked(here);
    m_here->setEnabled(!server.busy);
    m_host->setEnabled(!here);
    m_connect->setEnabled(here || !m_host->text().trimmed().isEmpty());
    m_connect->setText(server.value || here ? tr("Look again") : tr("Connect"));
    m_stop->setVisible(server.busy);
    m_host->setReadOnly(server.busy);
    // A wrong address is said until the field changes; all else is the journey's word.
    if (m_questions->error() && m_questions->error()->kind == ErrorKind::InvalidAddress && m_host->text() == m_triedText)
        m_questions->ask(m_questions->error());
    else
        m_questions->ask(server.busy || m_host->text() != m_triedText ? std::nullopt : server.error);
    if (server.busy)
        m_questions->tell(tr("Looking at %1 …").arg(here ? tr("this computer") : journey()->cluster().server.host), tr("It also listens to the network, which takes a few seconds."), Status::Busy);
    showFacts();
}

} // namespace bramble
