// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/boot_page.h"

#include "panel/boot_panel.h"
#include "parts/buttons.h"
#include "parts/card.h"
#include "parts/error_card.h"
#include "parts/recording_card.h"
#include "parts/reimage_card.h"
#include "parts/text.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

BootPage::BootPage(Journey *theJourney, QWidget *parent)
    : Page(theJourney, Place::Boot, parent), m_recording(new RecordingCard(theJourney)), m_turnOn(new PrimaryButton(tr("&Turn the Pis on"))),
      m_error(new ErrorCard), m_panel(new BootPanel), m_mended(new Text(Text::Rank::Body)), m_mendError(new ErrorCard), m_reimage(new ReimageCard(theJourney)), m_capture(new QCheckBox(tr("Also &listen to the server's network"))),
      m_captureSays(new Text(Text::Rank::Quiet)), m_save(new QPushButton(tr("&Save a recording..."))), m_mask(new QCheckBox(tr("&Without addresses, serials and names"))),
      m_saved(new Text(Text::Rank::Quiet)), m_saveError(new ErrorCard)
{
    m_turnOn->setObjectName(u"turnPisOn"_s);
    m_error->setObjectName(u"watchError"_s);
    m_again = m_error->addButton(tr("Watch again"), u"watchAgain"_s);
    m_panel->setObjectName(u"bootPanel"_s);
    m_mendError->setObjectName(u"mendError"_s);
    m_mended->setObjectName(u"mended"_s);
    body()->addWidget(m_recording);
    body()->addWidget(m_turnOn, 0, Qt::AlignLeft);
    body()->addWidget(m_error);
    m_reimage->setObjectName(u"reimageCard"_s);
    body()->addWidget(m_panel);
    body()->addWidget(m_mended);
    body()->addWidget(m_mendError);
    body()->addWidget(m_reimage);
    m_capture->setObjectName(u"capture"_s);
    m_captureSays->setObjectName(u"captureSays"_s);
    m_save->setObjectName(u"saveRecording"_s);
    m_mask->setObjectName(u"maskRecording"_s);
    m_saved->setObjectName(u"recordingSaved"_s);
    m_saveError->setObjectName(u"recordingError"_s);
    m_mask->setChecked(true);
    auto *saving = new QHBoxLayout;
    saving->setSpacing(2 * unit(this));
    saving->addWidget(m_save);
    saving->addWidget(m_mask);
    saving->addStretch(1);
    auto *more = new Card;
    more->rows()->addWidget(m_capture);
    more->rows()->addWidget(m_captureSays);
    more->rows()->addLayout(saving);
    more->rows()->addWidget(m_saved);
    m_more = more;
    body()->addWidget(more);
    body()->addWidget(m_saveError);
    body()->addStretch(1);
    m_saved->say({});
    m_panel->setHistory([this](size_t node) { return journey()->history(node); });
    connect(m_capture, &QCheckBox::toggled, this, [this](bool on) { journey()->setCapturing(on); });
    connect(m_save, &QPushButton::clicked, this, [this] { saveRecording(); });
    connect(m_turnOn, &QPushButton::clicked, this, [this] { journey()->switchPisOn(); });
    connect(m_panel, &BootPanel::mendWanted, this, [this](const QString &node, Fix fix) { journey()->startMend(node, fix); });
    connect(m_again, &QPushButton::clicked, this, [this] { journey()->startWatching(); });
    connect(m_recording, &RecordingCard::leaveWanted, this, [this] { Q_EMIT wantsPlace(Place::Start); });
}

QString BootPage::help() const
{
    return tr("The server says what it hears: the first question of a Pi, each file it fetches, the mounting of its "
              "disk. A Pi counts as running when its "
              "own SSH answers.\n\nThe time of the last sign is the one to look at: a Pi that is silent for long gets "
              "a sentence about why, and what to "
              "do.\n\nThe Pis start without this window, too. It only watches.");
}

void BootPage::enter()
{
    if (!journey()->recordedBoot() && !journey()->watching().busy && !journey()->watching().error)
        journey()->startWatching();
}

void BootPage::sayHeading()
{
    const auto &boot = journey()->boot();
    const auto all = int(boot ? boot->timelines.size() : journey()->cluster().nodes.size());
    const auto running = boot ? std::ranges::count(boot->timelines, Stage::Running, &Timeline::stage) : 0;
    const bool heard
        = boot && std::ranges::any_of(boot->timelines, [](const Timeline &t) { return t.stage != Stage::Off; });
    const bool practice = journey()->practice().has_value();
    if (all > 0 && running == all)
        setHeading(tr("%1 of %2 running").arg(running).arg(all), tr("All of them are up. You can log in."));
    else if (heard)
        setHeading(tr("%1 of %2 running").arg(running).arg(all), tr("The others are on their way."));
    else
        setHeading(tr("Turn the Pis on now"),
                   practice
                       ? tr("They are simulated: the button below is their power switch.")
                       : tr("Without an SD card and with a network cable. Each shows up here as soon as it asks."));
}

// What was, and not what is to be done now.
void BootPage::sayRecordedHeading()
{
    const auto &boot = journey()->boot();
    const auto all = int(boot ? boot->timelines.size() : 0);
    const auto running = boot ? std::ranges::count(boot->timelines, Stage::Running, &Timeline::stage) : 0;
    if (all == 0)
        setHeading(tr("A recorded boot"));
    else if (running == all)
        setHeading(tr("%1 of %2 running").arg(running).arg(all), tr("All of them are up."));
    else
        setHeading(tr("%1 of %2 running").arg(running).arg(all), journey()->watching().busy ? tr("The others are on their way.") : tr("Here the recording ends."));
}

void BootPage::refresh()
{
    const auto &watching = journey()->watching();
    const bool isRecorded = journey()->recordedBoot();
    if (isRecorded)
        sayRecordedHeading();
    else
        sayHeading();
    m_recording->refresh();
    m_turnOn->setVisible(!isRecorded && journey()->practice().has_value() && !journey()->pisAreOn());
    m_again->setVisible(!isRecorded);
    m_more->setVisible(!isRecorded);
    m_panel->setRecorded(isRecorded);
    m_error->show(watching.busy ? std::nullopt : watching.error);
    m_panel->setVisible(journey()->boot().has_value());
    m_reimage->setVisible(!isRecorded && journey()->server().value.has_value());
    m_reimage->refresh();
    const auto &mended = journey()->mended();
    m_panel->setMending(mended.busy || journey()->reimaged().busy || journey()->applied().busy);
    m_mended->say(isRecorded       ? QString()
                      : mended.busy    ? tr("%1 is being mended ...").arg(journey()->mendedNode())
                      : mended.value ? tr("Done. If %1 does not go on by itself, switch it off and on.").arg(journey()->mendedNode())
                                     : QString());
    m_mendError->show(mended.busy || isRecorded ? std::nullopt : mended.error);
    const auto &boot = journey()->boot();
    m_captureSays->setText(!journey()->captures()                                ? tr("With tcpdump on the server, where that is installed: who asks and who answers, and short packets of the disks; not what is in their files. It "
                                                                                      "tells more when a Pi hangs before it has a file.")
                               : boot && boot->capturing == Capturing::Impossible ? tr("The server has no tcpdump, or it may not be used. The server's log tells all that is shown.")
                                                                                  : tr("Listening with tcpdump on the server."));
    m_save->setEnabled(journey()->hasRecording());
    // What was last heard stays to be read, but never looks as if it were now.
    m_panel->setEnabled(watching.busy || !watching.error);
    if (journey()->boot())
        m_panel->show(*journey()->boot(), journey()->typicalTimes());
}

void BootPage::saveRecording()
{
    // Opened and not executed: nothing here waits.
    auto *dialog = new QFileDialog(this, tr("Save a recording"), {}, tr("Recordings (*.jsonl)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"jsonl"_s);
    dialog->selectFile(u"boot.jsonl"_s);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        const bool masked = m_mask->isChecked();
        const Result<> saved = journey()->saveRecording(file, masked);
        m_saveError->show(saved ? std::nullopt : std::optional(saved.error()));
        m_saved->say(!saved  ? QString()
                         : masked ? tr("Saved as %1, and the cluster that it is of as %2.").arg(QFileInfo(file).fileName(), QFileInfo(file).fileName() + u".yaml"_s)
                                  : tr("Saved as %1. It holds addresses, serials and names.").arg(QFileInfo(file).fileName()));
    });
    dialog->open();
}

} // namespace bramble
