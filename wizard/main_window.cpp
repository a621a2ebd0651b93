// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "main_window.h"

#include "pages/apply_page.h"
#include "pages/boot_page.h"
#include "pages/names_page.h"
#include "pages/pis_page.h"
#include "pages/review_page.h"
#include "pages/server_page.h"
#include "pages/start_page.h"
#include "pages/system_page.h"
#include "parts/all_run_notice.h"
#include "parts/buttons.h"
#include "parts/icons.h"
#include "parts/status_mark.h"
#include "parts/step_list.h"
#include "parts/text.h"
#include "words/words.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// A ground a little darker than the window, with a line towards the page.
class Side : public QWidget
{
public:
    explicit Side(Qt::Edge line) : m_line(line) { }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(),
                         mixed(palette().color(QPalette::Active, QPalette::Window),
                               palette().color(QPalette::Active, QPalette::WindowText), 0.035));
        painter.setPen(lineColour(palette()));
        if (m_line == Qt::RightEdge)
            painter.drawLine(width() - 1, 0, width() - 1, height());
        else if (m_line == Qt::LeftEdge)
            painter.drawLine(0, 0, 0, height());
        else
            painter.drawLine(0, 0, width(), 0);
    }

private:
    Qt::Edge m_line;
};

} // namespace

MainWindow::MainWindow(Journey *journey, QWidget *parent)
    : QMainWindow(parent), m_journey(journey), m_stack(new QStackedWidget), m_allRun(new AllRunNotice(this))
{
    setObjectName(u"mainWindow"_s);
    auto *centre = new QWidget;
    auto *middle = new QVBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_stack, 1);
    middle->addWidget(buildFooter());
    auto *columns = new QHBoxLayout;
    columns->setSpacing(0);
    columns->addWidget(buildSide());
    columns->addLayout(middle, 1);
    columns->addWidget(buildHelp());
    auto *rows = new QVBoxLayout(centre);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addLayout(columns, 1);
    rows->addWidget(buildStrip());
    setCentralWidget(centre);
    buildPages();
    buildKeys();
    connect(m_journey, &Journey::changed, this, &MainWindow::refresh);
    const int u = unit(this);
    resize(160 * u, 100 * u);
    goTo(Place::Start);
}

QWidget *MainWindow::buildSide()
{
    auto *side = new Side(Qt::RightEdge);
    QStringList names;
    for (const Place place : allPlaces)
        names << placeName(place);
    m_steps = new StepList(names);
    auto *mark = new QLabel;
    mark->setPixmap(emblem().pixmap(QSize(4 * unit(this), 4 * unit(this)), devicePixelRatio()));
    auto *name = new Text(Text::Rank::Title, u"Brambleboot"_s);
    name->setWordWrap(false);
    auto *brand = new QHBoxLayout;
    brand->setContentsMargins(2 * unit(this), 0, 2 * unit(this), 0);
    brand->setSpacing(unit(this));
    brand->addWidget(mark);
    brand->addWidget(name, 1);
    auto *rows = new QVBoxLayout(side);
    rows->setContentsMargins(0, 2 * unit(this), 1, 0);
    rows->setSpacing(2 * unit(this));
    rows->addLayout(brand);
    rows->addWidget(m_steps, 1);
    connect(m_steps, &StepList::chosen, this, [this](int step) { goTo(Place(step)); });
    return side;
}

QWidget *MainWindow::buildHelp()
{
    m_help = new Side(Qt::LeftEdge);
    m_help->setObjectName(u"help"_s);
    m_help->setFixedWidth(34 * unit(this));
    m_helpText = new Text(Text::Rank::Quiet);
    m_helpText->setObjectName(u"helpText"_s);
    auto *rows = new QVBoxLayout(m_help);
    rows->setContentsMargins(3 * unit(this), 4 * unit(this), 3 * unit(this), 2 * unit(this));
    rows->setSpacing(2 * unit(this));
    rows->addWidget(new Text(Text::Rank::Title, tr("What happens")));
    rows->addWidget(m_helpText);
    rows->addStretch(1);
    return m_help;
}

QWidget *MainWindow::buildFooter()
{
    auto *footer = new Side(Qt::TopEdge);
    m_back = new QPushButton(tr("Back"));
    m_back->setObjectName(u"back"_s);
    m_back->setToolTip(tr("Alt+B"));
    m_next = new PrimaryButton(tr("Next"));
    m_next->setObjectName(u"next"_s);
    m_next->setToolTip(tr("Alt+N"));
    m_helpButton = new QToolButton;
    m_helpButton->setObjectName(u"helpButton"_s);
    m_helpButton->setText(tr("What happens"));
    m_helpButton->setToolTip(tr("F1"));
    m_helpButton->setCheckable(true);
    m_helpButton->setChecked(true);
    m_helpButton->setAutoRaise(true);
    auto *line = new QHBoxLayout(footer);
    line->setContentsMargins(4 * unit(this), 3 * unit(this) / 2, 4 * unit(this), 3 * unit(this) / 2);
    line->setSpacing(unit(this));
    line->addWidget(m_helpButton);
    line->addStretch(1);
    line->addWidget(m_back);
    line->addWidget(m_next);
    connect(m_back, &QPushButton::clicked, this, &MainWindow::back);
    connect(m_next, &QPushButton::clicked, this, &MainWindow::next);
    connect(m_helpButton, &QToolButton::toggled, this, [this](bool on) { m_help->setVisible(on); });
    return footer;
}

QWidget *MainWindow::buildStrip()
{
    auto *strip = new Side(Qt::TopEdge);
    m_light = new StatusMark;
    m_lightText = new Text(Text::Rank::Quiet);
    m_lightText->setObjectName(u"serverLight"_s);
    m_fileText = new Text(Text::Rank::Quiet);
    m_fileText->setObjectName(u"clusterFile"_s);
    for (Text *text : {m_lightText, m_fileText})
        text->setWordWrap(false);
    auto *line = new QHBoxLayout(strip);
    line->setContentsMargins(2 * unit(this), unit(this) / 2, 2 * unit(this), unit(this) / 2);
    line->setSpacing(unit(this));
    line->addWidget(m_light);
    line->addWidget(m_lightText);
    line->addStretch(1);
    line->addWidget(m_fileText);
    return strip;
}

void MainWindow::buildPages()
{
    const std::array<Page *, allPlaces.size()> pages{
        new StartPage(m_journey), new ServerPage(m_journey), new PisPage(m_journey),   new SystemPage(m_journey),
        new NamesPage(m_journey), new ReviewPage(m_journey), new ApplyPage(m_journey), new BootPage(m_journey)};
    for (Page *page : pages) {
        page->setObjectName(u"page%1"_s.arg(int(page->place()) + 1));
        m_stack->addWidget(page);
        connect(page, &Page::wantsPlace, this, &MainWindow::goTo);
        connect(page, &Page::edited, this, &MainWindow::refresh);
    }
}

void MainWindow::buildKeys()
{
    const auto key = [this](const QKeySequence &keys, auto action) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, action);
    };
    key(Qt::ALT | Qt::Key_N, [this] { m_next->click(); });
    key(Qt::ALT | Qt::Key_B, [this] { m_back->click(); });
    key(Qt::Key_F1, [this] { showHelp(!helpIsShown()); });
    for (const Place place : allPlaces)
        key(Qt::CTRL | Qt::Key(Qt::Key_1 + int(place)), [this, place] {
            if (mayGo(place))
                goTo(place);
        });
}

Place MainWindow::place() const
{
    return Place(m_stack->currentIndex());
}

Page *MainWindow::page(Place place) const
{
    return qobject_cast<Page *>(m_stack->widget(int(place)));
}

bool MainWindow::helpIsShown() const
{
    return m_helpButton->isChecked();
}

void MainWindow::showHelp(bool on)
{
    m_helpButton->setChecked(on);
}

// Backwards always; forwards as far as the journey is open, and not past a page that holds something half typed.
bool MainWindow::mayGo(Place place) const
{
    if (m_journey->applied().busy)
        return place == Place::Apply;
    const Place here = this->place();
    if (place > here && here > Place::Start && here < Place::Apply && !page(here)->canGoOn())
        return false;
    return m_journey->open(place);
}

void MainWindow::goTo(Place place)
{
    while (place != Place::Start && place != this->place() && !mayGo(place))
        place = Place(int(place) - 1);
    const bool moved = place != this->place();
    m_stack->setCurrentIndex(int(place));
    if (moved || place == Place::Start)
        page(place)->enter();
    refresh();
    // Who walks through the list with the arrow keys stays in the list.
    if ((moved || place == Place::Start) && !m_steps->hasFocus())
        page(place)->focusFirst();
}

void MainWindow::back()
{
    if (place() != Place::Start)
        goTo(Place(int(place()) - 1));
}

void MainWindow::next()
{
    if (Page *here = page(place()); here->canGoOn())
        here->goOn();
}

void MainWindow::refresh()
{
    page(place())->refresh();
    for (const Place place : allPlaces) {
        const bool done = place != Place::Start && m_journey->open(place) && m_journey->complete(place);
        m_steps->showStep(int(place), place == this->place() || mayGo(place), done);
    }
    m_steps->setCurrent(int(place()));
    m_helpText->say(page(place())->help());
    refreshFooter();
    refreshStrip();
    refreshTitle();
    if (const auto &boot = m_journey->boot(); boot && boot->isConnected && !m_journey->recordedBoot())
        m_allRun->take(int(std::ranges::count(boot->timelines, Stage::Running, &Timeline::stage)), int(boot->timelines.size()));
    if (m_closing && !m_journey->applied().busy)
        close();
}

void MainWindow::refreshFooter()
{
    const Page *const here = page(place());
    const QString text = here->nextText();
    m_next->setVisible(!text.isEmpty());
    if (!text.isEmpty() && m_next->text() != text) {
        m_next->setText(text);
        m_next->updateGeometry();
    }
    m_next->setEnabled(here->canGoOn());
    m_next->setDefault(true);
    m_back->setVisible(place() != Place::Start);
    m_back->setEnabled(!m_journey->applied().busy);
}

void MainWindow::refreshStrip()
{
    const auto &server = m_journey->server();
    const QString host = m_journey->cluster().server.thisComputer ? tr("this computer") : m_journey->cluster().server.host;
    if (server.busy) {
        m_light->setStatus(Status::Busy);
        m_lightText->say(tr("Looking at %1 …").arg(host));
    } else if (server.value) {
        m_light->setStatus(Status::Good);
        m_lightText->say(
            tr("%1, %2, %3 free")
                .arg(m_journey->serverDescription(), server.value->osName, bytesWords(server.value->freeBytes)));
    } else if (server.error) {
        m_light->setStatus(Status::Warning);
        m_lightText->say(tr("Not connected to %1").arg(host));
    } else {
        m_light->setStatus(Status::Quiet);
        m_lightText->say(tr("No server yet"));
    }
    const QString file = m_journey->clusterFile();
    m_fileText->say(m_journey->recordedBoot() ? tr("Recording: nothing of yours is touched")
                        : m_journey->practice() ? tr("Practice: nothing of yours is touched")
                                                : QFileInfo(file).fileName());
    m_fileText->setToolTip(file);
}

void MainWindow::refreshTitle()
{
    const QString name = m_journey->recordedBoot() ? tr("Recording") : m_journey->cluster().name;
    if (const auto &boot = m_journey->boot(); boot && place() == Place::Boot) {
        // In the task bar, too: who waits for a boot looks at something else meanwhile.
        const auto running = std::ranges::count(boot->timelines, Stage::Running, &Timeline::stage);
        setWindowTitle(tr("%1 of %2 running – %3 – Brambleboot").arg(running).arg(boot->timelines.size()).arg(name));
        return;
    }
    setWindowTitle(name.isEmpty() ? u"Brambleboot"_s : tr("%1 – Brambleboot").arg(name));
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && centralWidget())
        centralWidget()->update();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_journey->applied().busy) {
        event->accept();
        return;
    }
    event->ignore();
    if (!m_closing)
        askBeforeClosing();
}

void MainWindow::askBeforeClosing()
{
    auto *question = new QMessageBox(QMessageBox::Question, tr("Close Brambleboot"),
                                     tr("The server is being set up. Stop and close?"), QMessageBox::Cancel, this);
    question->setObjectName(u"closeQuestion"_s);
    question->setInformativeText(tr("What this run did is taken back first."));
    QPushButton *yes = question->addButton(tr("Stop and close"), QMessageBox::AcceptRole);
    question->setAttribute(Qt::WA_DeleteOnClose);
    connect(question, &QMessageBox::buttonClicked, this, [this, yes](QAbstractButton *pressed) {
        if (pressed != yes)
            return;
        m_closing = true;
        m_journey->stop();
        refresh();
    });
    question->open();
}

} // namespace bramble
