// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/more_settings.h"

#include "parts/text.h"
#include "parts/theme.h"
#include "steps/journey.h"
#include "steps/node_secrets.h"
#include "words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// "Deutsch (Deutschland)" for people, de_DE.UTF-8 for the system.
std::vector<std::pair<QString, QString>> locales()
{
    std::vector<std::pair<QString, QString>> all;
    for (const QLocale &locale : QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyTerritory)) {
        const QString id = locale.name() + u".UTF-8"_s;
        if (isLocale(id) && !locale.nativeLanguageName().isEmpty())
            all.emplace_back(u"%1 (%2)"_s.arg(locale.nativeLanguageName(), locale.nativeTerritoryName()), id);
    }
    std::ranges::sort(all, [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    const auto same = std::ranges::unique(all);
    all.erase(same.begin(), same.end());
    return all;
}

// The layouts that xkeyboard-config's list begins with in use; every other one can be typed.
constexpr std::array layouts{"us", "gb", "de", "fr", "es", "it", "pt", "br", "nl", "be", "ch", "at", "dk", "no", "se", "fi",
                             "pl", "cz", "sk", "hu", "ro", "hr", "si", "gr", "tr", "ru", "ua", "jp", "kr", "latam", "ca"};

QComboBox *choice(const QString &name, const QString &label)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->setAccessibleName(label);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    return box;
}

QString chosen(const QComboBox *box)
{
    const int known = box->findText(box->currentText());
    return known >= 0 ? box->itemData(known).toString() : box->currentText().trimmed();
}

void select(QComboBox *box, const QString &value)
{
    const QSignalBlocker quiet(box);
    const int index = box->findData(value);
    if (index >= 0)
        box->setCurrentIndex(index);
    else
        box->setEditText(value);
}

QFormLayout *form(QWidget *widget)
{
    auto *layout = new QFormLayout(widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setHorizontalSpacing(2 * unit(widget));
    layout->setVerticalSpacing(unit(widget));
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    return layout;
}

QLineEdit *secretField(const QString &name)
{
    auto *field = new QLineEdit;
    field->setObjectName(name);
    field->setEchoMode(QLineEdit::Password);
    return field;
}

} // namespace

MoreSettings::MoreSettings(Journey *journey, QWidget *parent) : QWidget(parent), m_journey(journey)
{
    auto *rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(2 * unit(this));
    rows->addWidget(buildLanguage());
    rows->addWidget(buildPassword());
    rows->addWidget(buildFirstBoot());
}

QWidget *MoreSettings::buildLanguage()
{
    auto *whole = new QWidget;
    auto *rows = form(whole);
    m_locale = choice(u"accessLocale"_s, tr("Language"));
    m_locale->addItem(tr("as in the image"), QString());
    for (const auto &[label, id] : locales())
        m_locale->addItem(label, id);
    m_keyboard = choice(u"accessKeyboard"_s, tr("Keyboard"));
    m_keyboard->addItem(tr("as in the image"), QString());
    for (const char *layout : layouts)
        m_keyboard->addItem(QString::fromLatin1(layout), QString::fromLatin1(layout));
    m_variant = new QLineEdit;
    m_variant->setObjectName(u"accessVariant"_s);
    m_variant->setPlaceholderText(tr("such as nodeadkeys; usually empty"));
    rows->addRow(tr("Language"), m_locale);
    rows->addRow(tr("Keyboard"), m_keyboard);
    rows->addRow(tr("Variant"), m_variant);
    connect(m_locale, &QComboBox::currentTextChanged, this,
            [this] { change([this](Cluster &c) { c.access.locale = chosen(m_locale); }); });
    connect(m_keyboard, &QComboBox::currentTextChanged, this,
            [this] { change([this](Cluster &c) { c.access.keyboard = chosen(m_keyboard); }); });
    connect(m_variant, &QLineEdit::textEdited, this,
            [this](const QString &text) { change([&](Cluster &c) { c.access.keyboardVariant = text.trimmed(); }); });
    return whole;
}

QWidget *MoreSettings::buildPassword()
{
    auto *whole = new QWidget;
    auto *rows = form(whole);
    m_ssh = new QCheckBox(tr("Log in over the network (SSH), by key only"));
    m_ssh->setObjectName(u"accessSsh"_s);
    m_hasPassword = new QCheckBox(tr("The user has a password, for sudo and at the Pi's own keyboard"));
    m_hasPassword->setObjectName(u"accessHasPassword"_s);
    m_password = secretField(u"accessPassword"_s);
    m_again = secretField(u"accessPasswordAgain"_s);
    m_passwordSays = new Text(Text::Rank::Quiet);
    m_passwordSays->setObjectName(u"passwordSays"_s);
    rows->addRow(m_ssh);
    rows->addRow(m_hasPassword);
    rows->addRow(tr("Password"), m_password);
    rows->addRow(tr("Once more"), m_again);
    rows->addRow(m_passwordSays);
    connect(m_ssh, &QCheckBox::toggled, this, [this](bool on) { change([on](Cluster &c) { c.access.ssh = on; }); });
    connect(m_hasPassword, &QCheckBox::toggled, this,
            [this](bool on) { change([on](Cluster &c) { c.access.consolePassword = on; }); });
    connect(m_password, &QLineEdit::textEdited, this, &MoreSettings::takePassword);
    connect(m_again, &QLineEdit::textEdited, this, &MoreSettings::takePassword);
    return whole;
}

QWidget *MoreSettings::buildFirstBoot()
{
    auto *whole = new QWidget;
    auto *rows = form(whole);
    m_packages = new QLineEdit;
    m_packages->setObjectName(u"firstPackages"_s);
    m_packages->setPlaceholderText(tr("names, with blanks between them"));
    m_commands = new QPlainTextEdit;
    m_commands->setObjectName(u"firstCommands"_s);
    m_commands->setTabChangesFocus(true);
    m_commands->setMaximumHeight(9 * unit(this));
    m_commands->setPlaceholderText(tr("one command a line, run by root"));
    m_userData = new QLineEdit;
    m_userData->setObjectName(u"firstUserData"_s);
    m_userData->setAccessibleName(tr("cloud-init file of your own"));
    auto *pick = new QPushButton(tr("Choose…"));
    pick->setAccessibleName(tr("Choose a cloud-init file"));
    auto *line = new QHBoxLayout;
    line->setSpacing(unit(this));
    line->addWidget(m_userData, 1);
    line->addWidget(pick);
    m_firstBootSays = new Text(Text::Rank::Body);
    m_firstBootSays->setObjectName(u"firstBootSays"_s);
    auto *about = new Text(Text::Rank::Quiet, tr("At the first start of each Pi, where the system has cloud-init:"));
    rows->addRow(about);
    rows->addRow(tr("Install packages"), m_packages);
    rows->addRow(tr("Run commands"), m_commands);
    rows->addRow(tr("Or a file of your own"), line);
    rows->addRow(m_firstBootSays);
    connect(m_packages, &QLineEdit::editingFinished, this, &MoreSettings::takeLists);
    connect(m_commands, &QPlainTextEdit::textChanged, this, &MoreSettings::takeLists);
    connect(m_userData, &QLineEdit::editingFinished, this, [this] { takeUserDataFile(m_userData->text().trimmed()); });
    connect(pick, &QPushButton::clicked, this, [this] {
        auto *dialog = new QFileDialog(this, tr("A cloud-init file"));
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->setFileMode(QFileDialog::ExistingFile);
        connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
            m_userData->setText(file);
            takeUserDataFile(file);
        });
        dialog->open();
    });
    return whole;
}

void MoreSettings::change(const std::function<void(Cluster &)> &what)
{
    Cluster cluster = m_journey->cluster();
    what(cluster);
    if (cluster != m_journey->cluster())
        m_journey->setCluster(std::move(cluster));
}

void MoreSettings::takePassword()
{
    const bool same = m_password->text() == m_again->text();
    m_journey->setNodePassword(same ? Secret(m_password->text().toUtf8()) : Secret());
    refresh();
}

void MoreSettings::takeLists()
{
    change([this](Cluster &c) {
        c.firstBoot.packages = m_packages->text().split(u' ', Qt::SkipEmptyParts);
        c.firstBoot.commands.clear();
        for (const QString &line : m_commands->toPlainText().split(u'\n'))
            if (!line.trimmed().isEmpty())
                c.firstBoot.commands << line.trimmed();
    });
}

void MoreSettings::takeUserDataFile(const QString &file)
{
    Cluster cluster = m_journey->cluster();
    cluster.firstBoot.userDataFile = file;
    const Result<> taken = takeUserData(cluster, m_journey->clusterFile());
    m_firstBootSays->say(taken ? QString() : paragraph(taken.error()));
    m_journey->setCluster(std::move(cluster));
}

void MoreSettings::enter()
{
    const Cluster &cluster = m_journey->cluster();
    select(m_locale, cluster.access.locale);
    select(m_keyboard, cluster.access.keyboard);
    m_variant->setText(cluster.access.keyboardVariant);
    m_packages->setText(cluster.firstBoot.packages.join(u' '));
    const QSignalBlocker quiet(m_commands);
    m_commands->setPlainText(cluster.firstBoot.commands.join(u'\n'));
    m_userData->setText(cluster.firstBoot.userDataFile);
}

void MoreSettings::refresh()
{
    const Access &access = m_journey->cluster().access;
    const QSignalBlocker quietSsh(m_ssh);
    const QSignalBlocker quietPassword(m_hasPassword);
    m_ssh->setChecked(access.ssh);
    m_hasPassword->setChecked(access.consolePassword);
    m_password->setEnabled(access.consolePassword);
    m_again->setEnabled(access.consolePassword);
    QString says;
    if (access.consolePassword && m_password->text() != m_again->text())
        says = tr("The two are not the same yet.");
    else if (access.consolePassword)
        says = tr("It is written down nowhere: you will be asked again when another Pi is set up.");
    m_passwordSays->say(says);
}

} // namespace bramble
