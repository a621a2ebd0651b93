// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timeline.h"

#include <QMap>

namespace bramble {

/// How long a node usually stays in each stage, per model: what the last good boots took, and until there was one, what is usual in general.
class TypicalTimes
{
public:
    /// What one good boot took: ms by stage; a stage that it skipped is not there.
    using Boot = QMap<Stage, qint64>;

    /// Takes in a boot that has come to Running from its very beginning; others teach nothing. True: it did.
    bool learn(const Timeline &timeline);
    void add(PiModel model, const Boot &boot);
    const QMap<PiModel, QList<Boot>> &boots() const { return m_boots; } ///< newest last

    /// ms; the median. 0 for a stage that boots of this model skip.
    qint64 of(PiModel model, Stage stage) const;
    /// ms from now until it runs, if nothing goes wrong; nothing for one that does not start.
    std::optional<qint64> untilRunning(const Timeline &timeline, qint64 nowMs) const;

    static constexpr qsizetype kept = 9; ///< boots of each model
    static constexpr qint64 longest = 3'600'000; ///< ms in one stage: more is a clock that was set, or a night in between
    bool operator==(const TypicalTimes &) const = default;

private:
    QMap<PiModel, QList<Boot>> m_boots;
};

/// How long a stage may be silent before it is worth a look (reference: ux 5.9), ms; 0: as long as it likes.
qint64 stallLimit(Stage stage);

} // namespace bramble
