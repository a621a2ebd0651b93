// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "steps/journey.h"

#include <QWidget>

class QVBoxLayout;

namespace bramble {

class Text;

inline constexpr std::array allPlaces{Place::Start, Place::Server, Place::Pis,   Place::System,
                                      Place::Names, Place::Review, Place::Apply, Place::Boot};

/// The name of a place in the step list.
QString placeName(Place place);

/// One screen: a heading sentence, and below it what the journey knows. It paints and calls one verb; it decides
/// nothing.
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(Journey *journey, Place place, QWidget *parent = nullptr);

    Place place() const { return m_place; }
    QString heading() const;
    /// "What happens": for the panel at the right, paragraphs divided by blank lines.
    virtual QString help() const = 0;
    /// The word on the button that leads on; empty where nothing does.
    virtual QString nextText() const;
    virtual bool canGoOn() const;
    /// What the button does.
    virtual void goOn();
    /// The keyboard goes to the first thing that can take it.
    void focusFirst();
    /// The page has come to the front.
    virtual void enter() { }
    /// Paints what the journey says now.
    virtual void refresh() = 0;

Q_SIGNALS:
    void wantsPlace(bramble::Place place);
    /// canGoOn() may have another answer for reasons that the journey does not know of.
    void edited();

protected:
    Journey *journey() const { return m_journey; }
    QVBoxLayout *body() const { return m_body; }
    void setHeading(const QString &heading, const QString &below = {});
    /// Wishes are changed in a copy, and handed over as a whole.
    template<typename Change>
    void change(Change what)
    {
        Cluster cluster = m_journey->cluster();
        what(cluster);
        if (cluster != m_journey->cluster())
            m_journey->setCluster(std::move(cluster));
    }

private:
    Journey *m_journey;
    Place m_place;
    Text *m_heading;
    Text *m_below;
    QVBoxLayout *m_body;
};

} // namespace bramble
