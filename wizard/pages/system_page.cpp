// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/system_page.h"

#include "model/catalogue.h"
#include "parts/cache_view.h"
#include "parts/card.h"
#include "parts/catalogue_list.h"
#include "parts/error_card.h"
#include "parts/facts.h"
#include "parts/fold.h"
#include "parts/slim_bar.h"
#include "parts/sources_view.h"
#include "parts/text.h"
#include "words/words.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QLocale>
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

QString nameOf(const ImageChoice &image)
{
    return image.url.isEmpty() ? QFileInfo(image.file).fileName() : fileNameOf(image.url);
}

} // namespace

SystemPage::SystemPage(Journey *theJourney, QWidget *parent)
    : Page(theJourney, Place::System, parent), m_busyCard(new Card), m_busyText(new Text(Text::Rank::Body)),
      m_bar(new SlimBar), m_stop(new QPushButton(tr("Stop"))), m_factsCard(new Card),
      m_name(new Text(Text::Rank::Title)), m_facts(new FactList), m_error(new ErrorCard),
      m_list(new CatalogueList(theJourney->systems())), m_listSays(new Text(Text::Rank::Quiet)),
      m_listAgain(new QPushButton(tr("Fetch the list again"))), m_address(new QLineEdit),
      m_addressSays(new Text(Text::Rank::Quiet)), m_cache(new CacheView(theJourney->systems())),
      m_cacheFold(new Fold(tr("Downloaded images"), m_cache)),
      m_sourcesFold(new Fold(tr("Where systems come from"), new SourcesView(theJourney->systems())))
{
    setHeading(tr("What should they run?"),
               tr("Choose a system; it is downloaded while you go on. Or take an image of your own."));
    setAcceptDrops(true);
    m_stop->setObjectName(u"imageStop"_s);
    m_bar->setObjectName(u"imageProgress"_s);
    m_bar->setAccessibleName(tr("Getting the image"));
    m_facts->setObjectName(u"imageFacts"_s);
    m_name->setObjectName(u"imageName"_s);
    m_error->setObjectName(u"imageError"_s);
    m_listAgain->setObjectName(u"listAgain"_s);
    m_cacheFold->button()->setObjectName(u"cacheFold"_s);
    m_sourcesFold->button()->setObjectName(u"sourcesFold"_s);
    m_again = m_error->addButton(tr("Try again"), u"imageAgain"_s);
    m_busyCard->rows()->addWidget(m_busyText);
    m_busyCard->rows()->addWidget(m_bar);
    m_busyCard->rows()->addWidget(m_stop, 0, Qt::AlignRight);
    m_factsCard->rows()->addWidget(m_name);
    m_factsCard->rows()->addWidget(m_facts);
    auto *listLine = new QHBoxLayout;
    listLine->addWidget(m_listSays, 1);
    listLine->addWidget(m_listAgain);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_busyCard, m_error, m_factsCard})
        body()->addWidget(widget);
    body()->addWidget(m_list, 1);
    body()->addLayout(listLine);
    body()->addWidget(makeOwn());
    body()->addWidget(m_cacheFold);
    body()->addWidget(m_sourcesFold);
    body()->addStretch(0);
    connect(m_stop, &QPushButton::clicked, this, [this] { journey()->stopImage(); });
    connect(m_again, &QPushButton::clicked, this, [this] { journey()->chooseImage(journey()->cluster().image); });
    connect(m_listAgain, &QPushButton::clicked, this, [this] { journey()->systems()->loadCatalogue(); });
    connect(m_list, &CatalogueList::chosen, this, [this](const CatalogueEntry &entry) {
        ImageChoice choice;
        choice.url = entry.url;
        choice.sha256 = entry.downloadSha256;
        choice.extractedSha256 = entry.extractSha256;
        journey()->chooseImage(choice, entry.downloadSize);
    });
    connect(m_cache, &CacheView::chosen, this, [this](const CachedImage &image) {
        ImageChoice choice;
        choice.url = image.url;
        choice.sha256 = image.unfinished ? QString() : image.id;
        journey()->chooseImage(choice, image.size);
    });
}

QWidget *SystemPage::makeOwn()
{
    auto *card = new Card;
    auto *file = new QPushButton(tr("Choose an image file…"));
    file->setObjectName(u"imageChoose"_s);
    m_address->setObjectName(u"imageAddress"_s);
    m_address->setPlaceholderText(u"https://"_s);
    m_address->setAccessibleName(tr("Address of an image"));
    m_address->setMaxLength(2048);
    auto *get = new QPushButton(tr("Download"));
    get->setObjectName(u"imageDownload"_s);
    get->setEnabled(false);
    auto *line = new QHBoxLayout;
    line->addWidget(file);
    line->addSpacing(2 * unit(this));
    auto *label = new Text(Text::Rank::Body, tr("or an address:"));
    label->setBuddy(m_address);
    line->addWidget(label);
    line->addWidget(m_address, 1);
    line->addWidget(get);
    card->rows()->addWidget(new Text(Text::Rank::Title, tr("Something else")));
    card->rows()->addLayout(line);
    card->rows()->addWidget(m_addressSays);
    card->rows()->addWidget(new Text(
        Text::Rank::Quiet, tr("An .img file, also inside .xz, .zst, .gz, .bz2 or .zip. You can drop it on this window, too.")));
    m_addressSays->say({});
    connect(file, &QPushButton::clicked, this, &SystemPage::chooseFile);
    connect(get, &QPushButton::clicked, this, &SystemPage::takeAddress);
    connect(m_address, &QLineEdit::returnPressed, this, &SystemPage::takeAddress);
    connect(m_address, &QLineEdit::textChanged, this, [this, get](const QString &text) {
        get->setEnabled(!text.trimmed().isEmpty());
        m_addressSays->say({});
    });
    return card;
}

QString SystemPage::help() const
{
    return tr("Raspberry Pi OS Lite (64-bit) suits every Pi from the 3 on. Debian's own Raspberry Pi images work "
              "too.\n\nThe list is that of Raspberry Pi Imager. What your Pis cannot run from a server is grey, and says "
              "why.\n\nA download goes on where it was stopped, also after a restart, and is checked before it is used. "
              "It is kept, so that the next cluster needs none.\n\nThe image is read on this computer and never changed. "
              "Later the system is sent to the server once, and each Pi gets a copy of its own there.");
}

void SystemPage::enter()
{
    // In the practice network there is nobody to ask.
    if (journey()->practice())
        return;
    if (!journey()->systems()->catalogue().value)
        journey()->systems()->loadCatalogue();
    journey()->systems()->lookAtCache();
}

bool SystemPage::canGoOn() const
{
    return Page::canGoOn() || journey()->image().busy;
}

void SystemPage::chooseFile()
{
    auto *dialog = new QFileDialog(
        this, tr("Choose an image"), QFileInfo(journey()->cluster().image.file).path(),
        tr("Images (*.img *.img.xz *.img.zst *.img.gz *.xz *.zst *.gz *.bz2 *.zip);;All files (*)"));
    dialog->setObjectName(u"imageDialog"_s);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &SystemPage::openFile);
    dialog->open();
}

void SystemPage::takeAddress()
{
    const QString text = m_address->text().trimmed();
    const QUrl url(text, QUrl::StrictMode);
    if (!isWebAddress(url)) {
        m_addressSays->say(text.isEmpty() ? QString() : paragraph({ErrorKind::InvalidUrl, text, {}}));
        return;
    }
    ImageChoice choice;
    choice.url = url;
    journey()->chooseImage(choice);
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

void SystemPage::refreshBusy()
{
    const auto &image = journey()->image();
    const auto &download = journey()->systems()->download();
    m_busyCard->setVisible(image.busy);
    if (!image.busy)
        return;
    const QString name = nameOf(journey()->cluster().image);
    const bool isArriving = download.busy && (download.progress.total == 0 || download.progress.done < download.progress.total);
    const Progress &p = isArriving ? download.progress : download.busy ? journey()->systems()->reading() : image.progress;
    const QString done = bytesWords(p.done), total = bytesWords(p.total);
    if (isArriving)
        m_busyText->say(p.total > 0 ? tr("Downloading %1: %2 of %3. You can go on meanwhile.").arg(name, done, total)
                                    : tr("Downloading %1: %2. You can go on meanwhile.").arg(name, done));
    else
        m_busyText->say(p.total > 0 ? tr("Reading %1: %2 of %3").arg(name, done, total) : tr("Reading %1 …").arg(name));
    m_bar->setFraction(p.total > 0 ? double(p.done) / double(p.total) : 0);
}

void SystemPage::refreshList()
{
    const auto &catalogue = journey()->systems()->catalogue();
    std::vector<PiModel> models;
    for (const Node &node : journey()->cluster().nodes)
        if (!std::ranges::contains(models, node.model))
            models.push_back(node.model);
    m_list->setVisible(catalogue.value.has_value());
    if (catalogue.value)
        m_list->show(*catalogue.value, models, journey()->cluster().image.url);
    QString says;
    if (catalogue.busy && !catalogue.value)
        says = tr("Fetching the list of systems …");
    else if (catalogue.error)
        says = paragraph(*catalogue.error);
    else if (catalogue.value && catalogue.value->old)
        says = tr("Not all of it could be fetched now; this is the list of %1.")
                   .arg(QLocale().toString(catalogue.value->date.toLocalTime(), QLocale::ShortFormat));
    else if (catalogue.value && !catalogue.value->missing.empty())
        says = paragraph(catalogue.value->missing.front());
    m_listSays->say(says);
    m_listAgain->setVisible(!catalogue.busy && !says.isEmpty());
}

void SystemPage::refresh()
{
    const auto &image = journey()->image();
    refreshBusy();
    refreshList();
    m_error->show(image.busy ? std::nullopt : image.error);
    m_again->setVisible(image.error && journey()->cluster().image.chosen());
    m_factsCard->setVisible(image.value.has_value() && !image.busy);
    if (image.value) {
        m_name->say(image.value->systemName.isEmpty() ? nameOf(journey()->cluster().image) : image.value->systemName);
        m_facts->show(factsOf(*image.value));
    }
    m_cacheFold->setVisible(!journey()->practice());
    m_sourcesFold->setVisible(!journey()->practice());
    m_cache->refresh();
}

} // namespace bramble
