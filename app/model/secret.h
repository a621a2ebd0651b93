// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace bramble {

/// A password or passphrase. Wiped when it dies; has no way into a string, a stream or a comparison by accident.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes) : m_bytes(std::move(bytes)) { }
    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(const Secret &) = default;
    Secret &operator=(Secret &&) noexcept = default;
    ~Secret()
    {
        if (m_bytes.isDetached())
            m_bytes.fill('\0');
    }

    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// Only where it is handed to the one who asked for it.
    const QByteArray &reveal() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

} // namespace bramble
