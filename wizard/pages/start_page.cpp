// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/start_page.h"

#include "parts/buttons.h"
#include "parts/error_card.h"

#include <QFileDialog>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

StartPage::StartPage(Journey *theJourney, QWidget *parent)
    : Page(theJourney, Place::Start, parent), m_goOn(new ChoiceButton({}, {})),
      m_new(new ChoiceButton(tr("Set up a new cluster"),
                             tr("From a server and a list of Pis to machines you can log in to, step by step."))),
      m_open(new ChoiceButton(tr("Open a cluster file…"),
                              tr("Go on with a cluster you saved, or one that somebody gave you."))),
      m_practise(new ChoiceButton({}, {})),
      m_recording(new ChoiceButton(tr("Open a recording…"),
                                   tr("See a boot that you or somebody else saved, as fast or as slowly as you like."))),
      m_error(new ErrorCard)
{
    setHeading(tr("What do you want to do?"),
               tr("Brambleboot lets Raspberry Pis start from the network, without SD cards."));
    m_goOn->setObjectName(u"continueCluster"_s);
    m_new->setObjectName(u"newCluster"_s);
    m_open->setObjectName(u"openCluster"_s);
    m_practise->setObjectName(u"practise"_s);
    m_recording->setObjectName(u"openRecording"_s);
    for (ChoiceButton *choice : {m_goOn, m_new, m_open, m_practise, m_recording})
        body()->addWidget(choice);
    body()->addWidget(m_error);
    body()->addStretch(1);
    connect(m_goOn, &QPushButton::clicked, this, [this] {
        const auto open = [this](Place place) { return !journey()->complete(place); };
        const auto next = std::ranges::find_if(allPlaces.begin() + 1, allPlaces.end(), open);
        Q_EMIT wantsPlace(next == allPlaces.end() ? Place::Boot : *next);
    });
    connect(m_new, &QPushButton::clicked, this, &StartPage::startNew);
    connect(m_open, &QPushButton::clicked, this, &StartPage::chooseFile);
    connect(m_practise, &QPushButton::clicked, this, &StartPage::practise);
    connect(m_recording, &QPushButton::clicked, this, &StartPage::chooseRecording);
}

QString StartPage::help() const
{
    return tr("You need three things: a computer that stays on and runs Debian, Ubuntu or Raspberry Pi OS; the Pis, "
              "each with a network "
              "cable; and an image, such as Raspberry Pi OS Lite.\n\nNothing is changed anywhere before the page "
              "Review, where you see "
              "every file first.\n\nYour router is left alone: it goes on giving out addresses, and the server only "
              "adds where to start from.");
}

// Next is there once something was begun; before, one of the choices has to be made.
QString StartPage::nextText() const
{
    return begun() ? Page::nextText() : QString();
}

bool StartPage::begun() const
{
    const Cluster &cluster = journey()->cluster();
    return !cluster.nodes.empty() || cluster.server.thisComputer || !cluster.server.host.isEmpty() || !cluster.image.file.isEmpty();
}

// Whoever comes back here is done with a recording.
void StartPage::enter()
{
    journey()->leaveRecordedBoot();
}

void StartPage::refresh()
{
    const Cluster &cluster = journey()->cluster();
    m_goOn->setVisible(begun());
    if (journey()->practice())
        m_goOn->setChoice(tr("Go on practising"),
                          tr("%n simulated Pi(s) wait for their server.", nullptr, int(cluster.nodes.size())));
    else
        m_goOn->setChoice(cluster.name.isEmpty() ? tr("Go on with this cluster")
                                                 : tr("Go on with “%1”").arg(cluster.name),
                          tr("%n Pi(s) on %1.", nullptr, int(cluster.nodes.size()))
                              .arg(cluster.server.thisComputer ? tr("this computer") : cluster.server.host.isEmpty() ? tr("a server to be chosen") : cluster.server.host));
    const bool busy = journey()->applied().busy;
    m_new->setEnabled(!busy);
    m_open->setEnabled(!busy);
    if (journey()->canPractise())
        m_practise->setChoice(tr("Practise with simulated Pis"), tr("A server and four Pis inside this computer. Nothing of yours is touched; everything works as it will later."));
    else
        m_practise->setChoice(tr("See a recorded boot"), tr("Four simulated Pis start from the network, and two of them hang first. Nothing of yours is touched."));
    m_practise->setVisible(!journey()->practice());
    m_practise->setEnabled(!busy);
    m_recording->setEnabled(!busy);
}

void StartPage::startNew()
{
    const auto begin = [this] {
        m_error->show({});
        journey()->startNew();
        Q_EMIT wantsPlace(Place::Server);
    };
    if (!begun()) {
        begin();
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Set up a new cluster"),
                                     tr("Begin anew with an empty cluster?"), QMessageBox::Cancel, this);
    question->setObjectName(u"beginAnew"_s);
    question->setInformativeText(
        tr("What you entered here and did not save is forgotten. Servers and Pis are not touched."));
    QPushButton *yes = question->addButton(tr("Begin anew"), QMessageBox::AcceptRole);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::buttonClicked, this, [yes, begin](QAbstractButton *pressed) {
        if (pressed == yes)
            begin();
    });
    question->open();
}

void StartPage::chooseFile()
{
    auto *dialog
        = new QFileDialog(this, tr("Open a cluster file"), {}, tr("Cluster files (*.yaml *.yml);;All files (*)"));
    dialog->setObjectName(u"openClusterDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::openFile);
    dialog->open();
}

void StartPage::openFile(const QString &file)
{
    const auto loaded = journey()->load(file);
    if (!loaded) {
        m_error->show(loaded.error());
        return;
    }
    m_error->show({});
    Q_EMIT wantsPlace(Place::Server);
}

void StartPage::chooseRecording()
{
    auto *dialog = new QFileDialog(this, tr("Open a recording"), {}, tr("Recordings (*.jsonl *.log *.pcap);;All files (*)"));
    dialog->setObjectName(u"openRecordingDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &StartPage::showRecording);
    dialog->open();
}

void StartPage::showRecording(const QString &file)
{
    m_error->show({});
    constexpr double comfortable = 4; // ours takes two minutes and a half as it went
    journey()->startRecordedBoot(file, file.isEmpty() ? comfortable : 1);
    Q_EMIT wantsPlace(Place::Boot);
}

void StartPage::practise()
{
    if (!journey()->canPractise()) {
        showRecording({});
        return;
    }
    const auto started = journey()->startPractice();
    if (!started)
        m_error->show(started.error());
    else
        m_error->tell(tr("A practice network is being made."),
                      tr("It opens a window of its own when it is ready. The first time takes some minutes, since a "
                         "whole server is built."),
                      Status::Busy);
}

} // namespace bramble
