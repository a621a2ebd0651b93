// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/recording_card.h"

#include "parts/text.h"

#include <QComboBox>
#include <QDateTime>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace bramble {

using namespace Qt::StringLiterals;

RecordingCard::RecordingCard(Journey *journey, QWidget *parent)
    : Card(parent), m_journey(journey), m_says(new Text(Text::Rank::Body)), m_speed(new QComboBox), m_again(new QPushButton(tr("Play it &again")))
{
    setObjectName(u"recordingCard"_s);
    m_says->setObjectName(u"recordingSays"_s);
    m_speed->setObjectName(u"recordingSpeed"_s);
    m_speed->setAccessibleName(tr("Speed of the recording"));
    for (const int times : {1, 4, 20})
        m_speed->addItem(times == 1 ? tr("As it went") : tr("%1 times as fast").arg(times), double(times));
    m_again->setObjectName(u"recordingAgain"_s);
    auto *leave = new QPushButton(tr("&Leave the recording"));
    leave->setObjectName(u"recordingLeave"_s);
    auto *label = new Text(Text::Rank::Body, tr("S&peed"));
    label->setWordWrap(false);
    label->setBuddy(m_speed);
    auto *line = new QHBoxLayout;
    line->setSpacing(unit(this));
    line->addWidget(label);
    line->addWidget(m_speed);
    line->addSpacing(unit(this));
    line->addWidget(m_again);
    line->addWidget(leave);
    line->addStretch(1);
    rows()->addWidget(m_says);
    rows()->addLayout(line);
    connect(m_speed, &QComboBox::activated, this, [this] { m_journey->setRecordedSpeed(m_speed->currentData().toDouble()); });
    connect(m_again, &QPushButton::clicked, this, [this] {
        if (const RetoldBoot *boot = m_journey->recordedBoot())
            m_journey->startRecordedBoot(boot->file, boot->pace->speed);
    });
    connect(leave, &QPushButton::clicked, this, &RecordingCard::leaveWanted);
}

QString RecordingCard::sentence() const
{
    const RetoldBoot &boot = *m_journey->recordedBoot();
    const QString file = QFileInfo(boot.file).fileName();
    if (!boot.heard.news())
        return boot.work.busy ? tr("The recording is being read ...") : tr("This was to be a recording: %1.").arg(file);
    const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(boot.heard.news()->sinceMs), QLocale::ShortFormat);
    const QString what = boot.file.isEmpty() ? tr("This is a recording: four simulated Pis and their server, %1.").arg(when) : tr("This is a recording: %1, %2.").arg(file, when);
    return what + u' ' + (boot.work.busy ? tr("No server is asked, and nothing can be mended here.") : tr("It is over."));
}

void RecordingCard::refresh()
{
    const RetoldBoot *boot = m_journey->recordedBoot();
    setVisible(boot);
    if (!boot)
        return;
    m_says->setText(sentence());
    m_speed->setCurrentIndex(m_speed->findData(boot->pace->speed));
    m_again->setEnabled(boot->heard.news().has_value());
}

} // namespace bramble
