// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/review_page.h"

#include "parts/card.h"
#include "parts/error_card.h"
#include "parts/fold.h"
#include "parts/mending.h"
#include "parts/status_mark.h"
#include "parts/text.h"
#include "words/words.h"

#include <QFileDialog>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

QString sentence(const Change &change)
{
    using enum Change::Kind;
    switch (change.kind) {
    case Package: return ReviewPage::tr("Install %1").arg(change.name);
    case NewFile: return ReviewPage::tr("New file %1").arg(change.name);
    case ChangedFile: return ReviewPage::tr("Change %1").arg(change.name);
    case SameFile: return ReviewPage::tr("%1 stays as it is").arg(change.name);
    case NodeData:
        return change.bytes > 0 ? ReviewPage::tr("%1: its own system, %2").arg(change.name, bytesWords(change.bytes))
                                : ReviewPage::tr("%1: its own system").arg(change.name);
    case KeptImage: return ReviewPage::tr("The system as it came is kept for further Pis, %1").arg(bytesWords(change.bytes));
    case DroppedImage: return ReviewPage::tr("The former system is removed (%1)").arg(change.name);
    case Service: return ReviewPage::tr("Start %1, and with the server from now on").arg(change.name);
    case Settings: return ReviewPage::tr("Change %1 with uci").arg(change.name);
    case Restart: return ReviewPage::tr("Restart %1, which takes a second or two").arg(change.name);
    case Firewall: return ReviewPage::tr("Let the Pis in (%1)").arg(change.name);
    case Export: return ReviewPage::tr("The disk of %1 is offered to %1 alone, to the address it boots from").arg(change.name);
    }
    return {};
}

QString content(const Change &change)
{
    if (change.kind == Change::Kind::ChangedFile || change.kind == Change::Kind::Settings)
        return unifiedDiff(change.name, change.before, change.after);
    if (!change.details.isEmpty())
        return change.details.join(u'\n');
    return QString::fromUtf8(change.after);
}

Text *driftNote(const Change &change)
{
    return new Text(Text::Rank::Quiet, change.kind == Change::Kind::NewFile ? ReviewPage::tr("Somebody took this away since it was set up. You are asked before it is written again.")
                                                                            : ReviewPage::tr("Somebody changed this since it was set up. You are asked before it is overwritten."));
}

QPlainTextEdit *codeView(const QString &text)
{
    auto *view = new QPlainTextEdit(text);
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    view->setLineWrapMode(QPlainTextEdit::NoWrap);
    const int lines = qBound(3, int(text.count(u'\n')) + 2, 16);
    view->setFixedHeight(lines * view->fontMetrics().lineSpacing() + 2 * unit(view));
    return view;
}

/// The order of the groups, and which kinds belong together.
QString groupOf(Change::Kind kind)
{
    using enum Change::Kind;
    switch (kind) {
    case Package: return ReviewPage::tr("Packages");
    case NewFile:
    case ChangedFile:
    case Settings:
    case SameFile: return ReviewPage::tr("Files");
    case KeptImage:
    case DroppedImage:
    case NodeData: return ReviewPage::tr("The Pis");
    case Export: return ReviewPage::tr("Exports");
    case Firewall: return ReviewPage::tr("Firewall");
    case Restart:
    case Service: return ReviewPage::tr("Services");
    }
    return {};
}

} // namespace

ReviewPage::ReviewPage(Journey *theJourney, QWidget *parent)
    : Page(theJourney, Place::Review, parent), m_error(new ErrorCard), m_groups(new QWidget),
      m_groupRows(new QVBoxLayout(m_groups)), m_rest(new Card), m_restText(new Text(Text::Rank::Body)),
      m_save(new QPushButton(tr("Save cluster file…"))), m_saved(new ErrorCard)
{
    m_error->setObjectName(u"planError"_s);
    m_mend = m_error->addButton({}, u"planMend"_s);
    m_save->setObjectName(u"saveCluster"_s);
    m_groups->setObjectName(u"planChanges"_s);
    m_groupRows->setContentsMargins(0, 0, 0, 0);
    m_groupRows->setSpacing(3 * unit(this) / 2);
    m_rest->rows()->addWidget(new Text(Text::Rank::Title, tr("Not touched")));
    m_rest->rows()->addWidget(m_restText);
    body()->addWidget(m_error);
    body()->addWidget(m_groups);
    body()->addWidget(m_rest);
    body()->addWidget(m_saved);
    body()->addWidget(m_save, 0, Qt::AlignLeft);
    body()->addStretch(1);
    connect(m_mend, &QPushButton::clicked, this, [this] {
        if (const auto error = hindrance())
            Q_EMIT wantsPlace(placeToMend(error->kind));
    });
    connect(m_save, &QPushButton::clicked, this, &ReviewPage::chooseFile);
}

QString ReviewPage::help() const
{
    return tr("Until now nothing has been changed. Open a line to see the whole file, or what changes in it.\n\nIf a "
              "step fails, or you press Stop, "
              "what this run did is taken back. If this computer dies, run it again: it goes on where it was.\n\nThe "
              "cluster file holds all you "
              "entered and no secrets. Keep it: with it, you or the command line can do all this again.");
}

QString ReviewPage::nextText() const
{
    return plan() && plan()->nothingToDo() ? tr("Test the set-up again") : tr("Set up the cluster");
}

const Plan *ReviewPage::plan() const
{
    const auto &plan = journey()->plan();
    return plan && plan->has_value() ? &plan->value() : nullptr;
}

std::optional<Error> ReviewPage::hindrance() const
{
    if (const auto &plan = journey()->plan(); plan && !plan->has_value())
        return plan->error();
    if (const auto complaints = journey()->complaints(); !complaints.empty())
        return complaints.front();
    if (const auto &image = journey()->image(); image.error && !image.busy)
        return image.error;
    return {};
}

bool ReviewPage::canGoOn() const
{
    return plan() && !journey()->applied().busy;
}

void ReviewPage::goOn()
{
    journey()->startApply();
    Q_EMIT wantsPlace(Place::Apply);
}

void ReviewPage::refresh()
{
    const auto error = hindrance();
    const Plan *const ready = plan();
    m_error->show(error);
    if (error)
        m_mend->setText(tr("Go to %1").arg(placeName(placeToMend(error->kind))));
    if (ready && ready->nothingToDo())
        setHeading(tr("Everything is set up on %1").arg(ready->serverName), tr("Nothing has to be changed."));
    else if (ready)
        setHeading(
            tr("Ready to set up %n Pi(s) on %1", nullptr, int(ready->cluster.nodes.size())).arg(ready->serverName),
            tr("It takes about %1 on the server.").arg(bytesWords(ready->bytesNeeded)));
    else if (error)
        setHeading(tr("Something has to be mended first"));
    else if (const auto &download = journey()->systems()->download(); download.busy && download.progress.total > 0)
        setHeading(tr("The image is still on its way"),
                   tr("%1 of %2 have arrived. The plan stands here as soon as it is there.")
                       .arg(bytesWords(download.progress.done), bytesWords(download.progress.total)));
    else if (journey()->image().busy)
        setHeading(tr("The image is still on its way"), tr("The plan stands here as soon as it is there."));
    else
        setHeading(tr("Not everything is known yet"),
                   tr("Log in to a server and choose an image; then the plan stands here."));
    m_groups->setVisible(ready);
    m_rest->setVisible(ready);
    if (ready)
        showRest();
    showChanges(ready ? journey()->changes() : std::vector<Change>());
}

void ReviewPage::showRest()
{
    const Plan &ready = *plan();
    QStringList lines;
    const bool changesRouter = ready.byRouter || !ready.cluster.router.host.isEmpty();
    if (ready.boot.dhcp != DhcpRole::Full && !changesRouter)
        lines << tr("Your router and its settings");
    for (const Untouched &stays : ready.untouched)
        lines << words(stays);
    for (QString &line : lines)
        line = u"• "_s + line;
    lines << tr("All else on %1, and the image on this computer. What is served lies in %2, and only the network of %3 is answered.")
                 .arg(ready.serverName, ready.layout.folder, ready.interface);
    m_restText->say(lines.join(u'\n'));
}

void ReviewPage::showChanges(const std::vector<Change> &changes)
{
    if (changes == m_shown)
        return;
    m_shown = changes;
    while (QLayoutItem *item = m_groupRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (size_t i = 0; i < changes.size();) {
        const QString title = groupOf(changes[i].kind);
        std::vector<Change> same;
        for (; i < changes.size() && groupOf(changes[i].kind) == title; ++i)
            same.push_back(changes[i]);
        m_groupRows->addWidget(group(title, same));
    }
}

QWidget *ReviewPage::group(const QString &title, const std::vector<Change> &changes)
{
    auto *card = new Card;
    card->rows()->addWidget(new Text(Text::Rank::Title, title));
    for (const Change &change : changes)
        card->rows()->addWidget(row(change));
    return card;
}

QWidget *ReviewPage::row(const Change &change)
{
    const QString text = content(change);
    auto *widget = new QWidget;
    auto *rows = new QVBoxLayout(widget);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    if (text.isEmpty()) {
        auto *line = new QHBoxLayout;
        line->setSpacing(unit(this));
        auto *bullet = new Text(Text::Rank::Quiet, change.kind == Change::Kind::SameFile ? u"="_s : u"+"_s);
        line->addWidget(bullet, 0, Qt::AlignTop);
        line->addWidget(new Text(Text::Rank::Body, sentence(change)), 1);
        rows->addLayout(line);
        return widget;
    }
    // The content is made when somebody looks: a cluster of fifty has thousands of lines.
    auto *holder = new QWidget;
    auto *holderRows = new QVBoxLayout(holder);
    holderRows->setContentsMargins(2 * unit(this), 0, 0, 0);
    auto *fold = new Fold(sentence(change), holder);
    connect(fold->button(), &QAbstractButton::toggled, holder, [holderRows, text](bool open) {
        if (open && holderRows->isEmpty())
            holderRows->addWidget(codeView(text));
    });
    rows->addWidget(fold);
    if (change.drifted) {
        auto *line = new QHBoxLayout;
        line->setContentsMargins(2 * unit(this), 0, 0, 0);
        auto *mark = new StatusMark;
        mark->setStatus(Status::Warning);
        line->addWidget(mark, 0, Qt::AlignTop);
        line->addWidget(driftNote(change), 1);
        rows->addLayout(line);
    }
    return widget;
}

void ReviewPage::chooseFile()
{
    const QString name = journey()->cluster().name.isEmpty() ? u"cluster"_s : journey()->cluster().name;
    auto *dialog
        = new QFileDialog(this, tr("Save the cluster file"), journey()->clusterFile(), tr("Cluster files (*.yaml)"));
    dialog->setObjectName(u"saveClusterDialog"_s);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"yaml"_s);
    if (journey()->clusterFile().isEmpty())
        dialog->selectFile(name + u".yaml"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, &ReviewPage::saveFile);
    dialog->open();
}

void ReviewPage::saveFile(const QString &file)
{
    const auto saved = journey()->save(file);
    if (saved)
        m_saved->tell(tr("Saved to %1.").arg(file), tr("On the command line: bramble plan %1").arg(file));
    else
        m_saved->show(saved.error());
}

} // namespace bramble
