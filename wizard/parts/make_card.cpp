// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "parts/make_card.h"

#include "parts/eeprom_editor.h"
#include "parts/error_card.h"
#include "parts/fold.h"
#include "parts/text.h"
#include "steps/firmware.h"
#include "words/readiness_words.h"
#include "words/words.h"

#include <QComboBox>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

MakeCard::MakeCard(Journey *journey, QWidget *parent)
    : Card(parent), m_journey(journey), m_title(new Text(Text::Rank::Title)), m_what(new Text(Text::Rank::Body)), m_editor(new EepromEditor),
      m_expert(new Fold(tr("All settings of its boot loader, for experts"), m_editor)), m_error(new ErrorCard)
{
    m_what->setObjectName(u"makeCardWhat"_s);
    rows()->addWidget(m_title);
    rows()->addWidget(m_what);
    buildSource();
    rows()->addWidget(m_expert);
    buildTarget();
    rows()->addWidget(m_error);
    connect(m_editor, &EepromEditor::edited, this, &MakeCard::refresh);
}

void MakeCard::buildSource()
{
    m_sourceLabel = new Text(Text::Rank::Body);
    m_source = new QLineEdit;
    m_source->setObjectName(u"makeCardSource"_s);
    m_sourceLabel->setBuddy(m_source);
    auto *file = new QPushButton(tr("File…"));
    auto *folder = new QPushButton(tr("Folder…"));
    auto *line = new QHBoxLayout;
    line->addWidget(m_source, 1);
    line->addWidget(file);
    line->addWidget(folder);
    rows()->addWidget(m_sourceLabel);
    rows()->addLayout(line);
    connect(m_source, &QLineEdit::textChanged, this, &MakeCard::refresh);
    connect(file, &QPushButton::clicked, this, [this] { choose(false); });
    connect(folder, &QPushButton::clicked, this, [this] { choose(true); });
}

void MakeCard::buildTarget()
{
    m_target = new QComboBox;
    m_target->setObjectName(u"makeCardTarget"_s);
    m_target->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_target->setAccessibleName(tr("Where the card is written to"));
    m_write = new QPushButton(tr("Write the card…"));
    m_write->setObjectName(u"makeCardWrite"_s);
    m_yes = new QPushButton;
    m_yes->setObjectName(u"makeCardYes"_s);
    m_yes->setAccessibleName(tr("Write over the memory card"));
    m_close = new QPushButton(tr("Close"));
    m_close->setObjectName(u"makeCardClose"_s);
    auto *line = new QHBoxLayout;
    line->addWidget(m_target, 1); // the name of a drive may be long
    line->addWidget(m_write);
    line->addWidget(m_yes);
    line->addWidget(m_close);
    rows()->addLayout(line);
    connect(m_target, &QComboBox::activated, this, [this] {
        m_asking = false;
        refresh();
    });
    connect(m_write, &QPushButton::clicked, this, [this] {
        m_asking = !m_target->currentData().toString().isEmpty();
        if (!m_asking)
            chooseFile();
        refresh();
    });
    connect(m_yes, &QPushButton::clicked, this, [this] {
        m_asking = false;
        write(m_target->currentData().toString(), true);
    });
    connect(m_close, &QPushButton::clicked, this, [this] { setVisible(false); });
}

void MakeCard::begin(PiModel model)
{
    m_model = model;
    m_asking = false;
    m_title->say(tr("A card for a Pi %1").arg(shortName(model)));
    if (m_source->text().isEmpty())
        m_source->setText(suggestedFirmware(m_journey->cluster().image.file));
    m_editor->show(EepromConfig::forCluster(), bootRom(model));
    m_journey->preparing()->lookForDrives();
    setVisible(true);
    refresh();
    m_source->setFocus();
}

void MakeCard::choose(bool folder)
{
    auto *dialog = new QFileDialog(this, folder ? tr("Choose a folder with firmware") : tr("Choose a package or an image"), m_source->text(),
                                   tr("Packages and images (*.deb *.img *.img.xz *.xz *.zst *.gz *.zip);;All files (*)"));
    dialog->setFileMode(folder ? QFileDialog::Directory : QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, m_source, &QLineEdit::setText);
    dialog->open();
}

void MakeCard::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Write the card to a file"), QDir::homePath() + u"/brambleboot-card.img"_s, tr("Images (*.img)"));
    dialog->setObjectName(u"makeCardDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"img"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) { write(file, false); });
    dialog->open();
}

std::optional<CardWish> MakeCard::wish() const
{
    const auto source = firmwareSourceOf({m_source->text().trimmed()});
    if (!source || m_editor->error())
        return {};
    CardWish wish;
    wish.model = m_model;
    wish.firmware = *source;
    wish.config = m_editor->config();
    if (bootRom(m_model) != BootRom::Bcm2837)
        wish.readme = cardReadme(bootRom(m_model), false);
    return wish;
}

void MakeCard::write(const QString &where, bool isDrive)
{
    if (const auto wanted = wish())
        m_journey->preparing()->makeCard(*wanted, where, isDrive);
}

void MakeCard::refresh()
{
    if (isHidden() || m_model == PiModel::Unknown)
        return;
    const Preparing *preparing = m_journey->preparing();
    const Work<QString> &card = preparing->card();
    const bool stays = bootRom(m_model) == BootRom::Bcm2837;
    m_what->say(stays ? tr("It holds bootcode.bin and stays in the Pi, which then asks the network at every start.")
                      : tr("It sets the boot loader of every Pi that is started with it; the green light blinks fast when that is done, and it is taken out."));
    m_sourceLabel->say(stays ? tr("Its makers' bootcode.bin: a folder, the package raspi-firmware, the image of a Raspberry Pi OS, or address#SHA-256")
                             : tr("Its makers' firmware: a folder, the package rpi-eeprom-images, the image of a Raspberry Pi OS, or address#SHA-256"));
    m_expert->setVisible(!stays);
    QList<QString> paths;
    for (const Drive &drive : preparing->cardDrives())
        paths << drive.path;
    if (paths != m_shownDrives || m_target->count() == 0) {
        m_shownDrives = paths;
        m_target->clear();
        m_target->addItem(tr("Into an image file"), QString());
        for (const Drive &drive : preparing->cardDrives())
            m_target->addItem(tr("Onto %1, %2, %3").arg(drive.path, drive.name, bytesWords(drive.size)), drive.path);
    }
    m_write->setVisible(!m_asking);
    m_write->setEnabled(!card.busy && wish().has_value());
    m_yes->setVisible(m_asking);
    m_yes->setText(tr("Lose everything on %1, and write the card").arg(m_target->currentData().toString()));
    if (card.busy)
        m_error->tell(tr("The card is being made…"), {}, Status::Busy);
    else if (card.value)
        m_error->tell(tr("The card is written: %1").arg(*card.value), {});
    else
        m_error->show(card.error);
}

} // namespace bramble
