// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/names_page.h"

#include "pages/more_settings.h"
#include "parts/card.h"
#include "parts/fold.h"
#include "parts/mending.h"
#include "parts/text.h"
#include "words/words.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTimeZone>
#include <QVBoxLayout>

#include <algorithm>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// The pattern that the names follow already, or nothing.
QString patternOf(const std::vector<Node> &nodes)
{
    for (const QString &pattern : {u"pi-{nn}"_s, u"pi-{n}"_s, u"node-{nn}"_s}) {
        int number = 0;
        if (std::ranges::all_of(nodes,
                                [&](const Node &node) { return node.name == nameFromPattern(pattern, ++number); }))
            return pattern;
    }
    return {};
}

/// "ssh-ed25519 …Xy3 ada@laptop": enough to know a key by.
QString keyLabel(const QString &line)
{
    const QString comment = line.section(u' ', 2).trimmed();
    const QString type = line.section(u' ', 0, 0);
    const QString end = line.section(u' ', 1, 1).right(8);
    return comment.isEmpty() ? QString(type + u" …"_s + end)
                             : QString(comment + u"  ("_s + type + u" …"_s + end + u')');
}

QStringList zones()
{
    QStringList all;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds())
        if (id.contains('/') && !id.startsWith("Etc/") && !id.startsWith("posix") && !id.startsWith("right"))
            all << QString::fromLatin1(id);
    all << u"Etc/UTC"_s;
    return all;
}

QFormLayout *form(const QWidget *widget)
{
    auto *layout = new QFormLayout;
    layout->setHorizontalSpacing(2 * unit(widget));
    layout->setVerticalSpacing(unit(widget));
    layout->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
    return layout;
}

} // namespace

NamesPage::NamesPage(Journey *theJourney, QWidget *parent) : Page(theJourney, Place::Names, parent)
{
    setHeading(tr("How will you log in?"),
               tr("Every Pi gets its own name and its own identity; you get in with your SSH key."));
    body()->addWidget(buildNames());
    body()->addWidget(buildAccess());
    m_more = new MoreSettings(theJourney);
    auto *fold = new Fold(tr("More settings: language, keyboard, password, first start"), m_more);
    fold->setObjectName(u"moreSettings"_s);
    body()->addWidget(fold);
    body()->addStretch(1);
}

QString NamesPage::help() const
{
    return tr("In a pattern, {nn} becomes 01, 02 and so on, and {n} becomes 1, 2. Single names can be changed in the "
              "table of Pis.\n\nA public key "
              "is the half that may be seen by everybody. Nobody can log in by password over the network.\n\nNames, "
              "keys and the time zone are laid "
              "into each Pi's disk on the server, so they are there at the first start.");
}

QWidget *NamesPage::buildNames()
{
    auto *card = new Card;
    card->rows()->addWidget(new Text(Text::Rank::Title, tr("Names")));
    m_cluster = new QLineEdit;
    m_cluster->setObjectName(u"clusterName"_s);
    m_pattern = new QLineEdit;
    m_pattern->setObjectName(u"namePattern"_s);
    m_pattern->setPlaceholderText(tr("as in the table of Pis"));
    m_preview = new Text(Text::Rank::Quiet);
    m_preview->setWordWrap(false);
    m_preview->setObjectName(u"namePreview"_s);
    m_nameSays = new Text(Text::Rank::Body);
    m_nameSays->setObjectName(u"namesSay"_s);
    auto *rows = form(this);
    rows->addRow(tr("The cluster"), m_cluster);
    rows->addRow(tr("The Pis"), m_pattern);
    rows->addRow(QString(), m_preview);
    card->rows()->addLayout(rows);
    card->rows()->addWidget(m_nameSays);
    connect(m_cluster, &QLineEdit::textEdited, this,
            [this](const QString &text) { change([&](Cluster &c) { c.name = text.trimmed().left(63); }); });
    connect(m_pattern, &QLineEdit::textEdited, this, &NamesPage::rename);
    return card;
}

QWidget *NamesPage::buildAccess()
{
    auto *card = new Card;
    card->rows()->addWidget(new Text(Text::Rank::Title, tr("Access")));
    m_user = new QLineEdit;
    m_user->setObjectName(u"accessUser"_s);
    m_userSays = new Text(Text::Rank::Body);
    m_userSays->setObjectName(u"userSays"_s);
    m_zone = new QComboBox;
    m_zone->setObjectName(u"accessZone"_s);
    m_zone->setEditable(true);
    m_zone->setInsertPolicy(QComboBox::NoInsert);
    m_zone->addItem(tr("as in the image"), QString());
    for (const QString &zone : zones())
        m_zone->addItem(zone, zone);
    m_zone->completer()->setFilterMode(Qt::MatchContains);
    m_zone->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_sudo = new QCheckBox(tr("This user may act as root without a password"));
    m_sudo->setObjectName(u"accessSudo"_s);
    auto *rows = form(this);
    rows->addRow(tr("User"), m_user);
    rows->addRow(tr("SSH keys"), buildKeys());
    rows->addRow(tr("Time zone"), m_zone);
    rows->addRow(QString(), m_sudo);
    card->rows()->addLayout(rows);
    card->rows()->addWidget(m_userSays);
    connect(m_user, &QLineEdit::textEdited, this,
            [this](const QString &text) { change([&](Cluster &c) { c.access.user = text.trimmed(); }); });
    connect(m_zone, &QComboBox::currentTextChanged, this, [this](const QString &text) {
        const int known = m_zone->findText(text);
        change(
            [&](Cluster &c) { c.access.timezone = known >= 0 ? m_zone->itemData(known).toString() : text.trimmed(); });
    });
    connect(m_sudo, &QCheckBox::toggled, this,
            [this](bool on) { change([&](Cluster &c) { c.access.passwordlessSudo = on; }); });
    return card;
}

QWidget *NamesPage::buildKeys()
{
    auto *whole = new QWidget;
    auto *rows = new QVBoxLayout(whole);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(unit(this) / 2);
    m_keys = new QListWidget;
    m_keys->setObjectName(u"accessKeys"_s);
    m_keys->setAccessibleName(tr("Public SSH keys that may log in"));
    m_keys->setMaximumHeight(11 * unit(this));
    m_newKey = new QLineEdit;
    m_newKey->setObjectName(u"newKey"_s);
    m_newKey->setPlaceholderText(tr("paste another public key: ssh-ed25519 AAAA…"));
    m_newKey->setAccessibleName(tr("Another public SSH key"));
    m_addKey = new QPushButton(tr("Add"));
    m_addKey->setObjectName(u"addKey"_s);
    m_keySays = new Text(Text::Rank::Body);
    m_keySays->setVisible(false);
    auto *line = new QHBoxLayout;
    line->setSpacing(unit(this));
    line->addWidget(m_newKey, 1);
    line->addWidget(m_addKey);
    rows->addWidget(m_keys);
    rows->addLayout(line);
    rows->addWidget(m_keySays);
    connect(m_keys, &QListWidget::itemChanged, this, &NamesPage::takeKeys);
    connect(m_newKey, &QLineEdit::returnPressed, this, &NamesPage::addKey);
    connect(m_newKey, &QLineEdit::textEdited, this, [this] { m_keySays->say({}); });
    connect(m_addKey, &QPushButton::clicked, this, &NamesPage::addKey);
    return whole;
}

void NamesPage::enter()
{
    const Cluster &cluster = journey()->cluster();
    m_cluster->setText(cluster.name);
    m_user->setText(cluster.access.user);
    m_pattern->setText(patternOf(cluster.nodes));
    m_known = journey()->publicKeys();
    m_more->enter();
    const QSignalBlocker quiet(m_zone);
    const int index = m_zone->findData(cluster.access.timezone);
    if (index >= 0)
        m_zone->setCurrentIndex(index);
    else
        m_zone->setEditText(cluster.access.timezone);
}

void NamesPage::rename(const QString &pattern)
{
    if (pattern.trimmed().isEmpty())
        return;
    change([&](Cluster &c) {
        int number = 0;
        for (Node &node : c.nodes)
            node.name = nameFromPattern(pattern.trimmed(), ++number);
    });
}

void NamesPage::addKey()
{
    const QString line = m_newKey->text().simplified();
    if (line.isEmpty())
        return;
    if (!isPublicKey(line)) {
        m_keySays->say(paragraph(Error{ErrorKind::InvalidPublicKey, line.left(40), {}}));
        return;
    }
    m_newKey->clear();
    change([&](Cluster &c) {
        if (!c.access.sshKeys.contains(line))
            c.access.sshKeys << line;
    });
}

void NamesPage::takeKeys()
{
    QStringList chosen;
    for (int i = 0; i < m_keys->count(); ++i)
        if (m_keys->item(i)->checkState() == Qt::Checked)
            chosen << m_keys->item(i)->data(Qt::UserRole).toString();
    change([&](Cluster &c) { c.access.sshKeys = chosen; });
}

void NamesPage::showKeys()
{
    const QStringList &chosen = journey()->cluster().access.sshKeys;
    for (const QString &key : chosen)
        if (!m_known.contains(key))
            m_known << key;
    const QSignalBlocker quiet(m_keys);
    while (m_keys->count() > m_known.size())
        delete m_keys->takeItem(m_keys->count() - 1);
    for (int i = 0; i < int(m_known.size()); ++i) {
        if (i == m_keys->count())
            m_keys->addItem(new QListWidgetItem);
        QListWidgetItem *item = m_keys->item(i);
        item->setText(keyLabel(m_known[i]));
        item->setToolTip(m_known[i]);
        item->setData(Qt::UserRole, m_known[i]);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(chosen.contains(m_known[i]) ? Qt::Checked : Qt::Unchecked);
    }
    m_keys->setVisible(!m_known.isEmpty());
}

void NamesPage::showComplaints()
{
    using enum ErrorKind;
    QStringList names;
    QStringList access;
    for (const Error &error : journey()->complaints()) {
        if (error.kind == InvalidHostname || error.kind == DuplicateHostname)
            names << paragraph(error);
        else if (placeToMend(error.kind) == Place::Names)
            access << paragraph(error);
    }
    m_nameSays->say(names.isEmpty() ? QString() : names.front());
    m_userSays->say(access.join(u'\n'));
}

void NamesPage::refresh()
{
    const Cluster &cluster = journey()->cluster();
    QStringList names;
    for (const Node &node : cluster.nodes)
        names << node.name;
    if (names.size() > 4)
        names = {names.first(), names[1], u"…"_s, names.last()};
    m_preview->say(names.join(u", "_s));
    const QSignalBlocker quiet(m_sudo);
    m_sudo->setChecked(cluster.access.passwordlessSudo);
    m_more->refresh();
    showKeys();
    showComplaints();
}

} // namespace bramble
