// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/cluster.h"

#include <QByteArray>
#include <QHash>

namespace bramble {

/// Takes out of a recording who somebody is: MAC and IP addresses, serials, names. The same thing always becomes the same other thing, so that
/// the boots in it stay what they were. Fed line by line; what is not known to be harmless is left out.
class Masker
{
public:
    explicit Masker(const Cluster &cluster);

    /// The cluster that the masked recording is of: made up names, serials and addresses, the real models.
    const Cluster &cluster() const { return m_masked; }
    /// Nothing for a line that is left out. nowMs: as in LogReader.
    QByteArray line(QByteArrayView line, qint64 nowMs = 0);

private:
    QString masked(const QString &message);
    QString mac(const QString &real);
    QString address(const QString &real);
    QString serial(const QString &real);

    Cluster m_masked;
    QString m_folder; ///< the served one
    QHash<QString, QString> m_macs;
    QHash<QString, QString> m_addresses;
    QHash<QString, QString> m_serials;
    QList<std::pair<QString, QString>> m_names; ///< longest first
};

} // namespace bramble
