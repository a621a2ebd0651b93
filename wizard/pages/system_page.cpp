// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/system_page.h"

#include "parts/buttons.h"
#include "parts/card.h"
#include "parts/error_card.h"
#include "parts/facts.h"
#include "parts/slim_bar.h"
#include "parts/text.h"
#include "words/words.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString droppedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

} // namespace

SystemPage::SystemPage(Journey *theJourney, QWidget *parent)
    : Page(theJourney, Place::System, parent),
      m_choose(new ChoiceButton(
          {}, tr("An .img file, also inside .xz, .zst, .gz or .zip. You can drop it on this window, too."))),
      m_busyCard(new Card), m_busyText(new Text(Text::Rank::Body)), m_bar(new SlimBar),
      m_stop(new QPushButton(tr("Stop"))), m_factsCard(new Card), m_name(new Text(Text::Rank::Title)),
      m_facts(new FactList), m_error(new ErrorCard)
{
    setHeading(tr("What should they run?"),
               tr("An image as you would write it to an SD card. It is read here and never changed."));
    setAcceptDrops(true);
    m_choose->setObjectName(u"imageChoose"_s);
    m_stop->setObjectName(u"imageStop"_s);
    m_bar->setObjectName(u"imageProgress"_s);
    m_bar->setAccessibleName(tr("Reading the image"));
    m_facts->setObjectName(u"imageFacts"_s);
    m_name->setObjectName(u"imageName"_s);
    m_error->setObjectName(u"imageError"_s);
    m_busyCard->rows()->addWidget(m_busyText);
    m_busyCard->rows()->addWidget(m_bar);
    m_busyCard->rows()->addWidget(m_stop, 0, Qt::AlignRight);
    m_factsCard->rows()->addWidget(m_name);
    m_factsCard->rows()->addWidget(m_facts);
    body()->addWidget(m_choose);
    body()->addWidget(m_busyCard);
    body()->addWidget(m_error);
    body()->addWidget(m_factsCard);
    body()->addStretch(1);
    connect(m_choose, &QPushButton::clicked, this, &SystemPage::chooseFile);
    connect(m_stop, &QPushButton::clicked, this, [this] { journey()->stop(); });
}

QString SystemPage::help() const
{
    return tr("Raspberry Pi OS Lite (64-bit) suits every Pi from the 3 on. Debian's own Raspberry Pi images work "
              "too.\n\nThe image is unpacked "
              "and read on this computer: the boot files from its first partition, the system from its "
              "second.\n\nLater the system is sent to "
              "the server once, and each Pi gets a copy of its own there.");
}

void SystemPage::chooseFile()
{
    auto *dialog
        = new QFileDialog(this, tr("Choose an image"), QFileInfo(journey()->cluster().image.file).path(),
                          tr("Images (*.img *.img.xz *.img.zst *.img.gz *.xz *.zst *.gz *.zip);;All files (*)"));
    dialog->setObjectName(u"imageDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &SystemPage::openFile);
    dialog->open();
}

void SystemPage::openFile(const QString &file)
{
    journey()->openImageFile(file);
}

void SystemPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void SystemPage::dropEvent(QDropEvent *event)
{
    if (const QString file = droppedFile(event->mimeData()); !file.isEmpty()) {
        event->acceptProposedAction();
        openFile(file);
    }
}

void SystemPage::refresh()
{
    const auto &image = journey()->image();
    const QString file = QFileInfo(journey()->cluster().image.file).fileName();
    m_choose->setChoice(file.isEmpty() ? tr("Choose an image file…") : tr("Choose another image file…"),
                        tr("An .img file, also inside .xz, .zst, .gz or .zip. You can drop it on this window, too."));
    m_choose->setEnabled(!image.busy);
    m_busyCard->setVisible(image.busy);
    if (image.busy) {
        const Progress &p = image.progress;
        m_busyText->say(p.total > 0 ? tr("Reading %1: %2 of %3").arg(file, bytesWords(p.done), bytesWords(p.total))
                                    : tr("Reading %1 …").arg(file));
        m_bar->setFraction(p.total > 0 ? double(p.done) / double(p.total) : 0);
    }
    m_error->show(image.busy ? std::nullopt : image.error);
    m_factsCard->setVisible(image.value.has_value() && !image.busy);
    if (image.value) {
        m_name->say(image.value->systemName.isEmpty() ? file : image.value->systemName);
        m_facts->show(factsOf(*image.value));
    }
}

} // namespace bramble
