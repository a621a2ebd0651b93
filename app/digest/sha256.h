// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace bramble {

/// SHA-256 with the processor's own instructions, where it has them: Qt's own runs at a fifth of that.
class Sha256
{
public:
    Sha256();
    Sha256(Sha256 &&other) noexcept;
    Sha256 &operator=(Sha256 &&other) noexcept;
    ~Sha256();

    void addData(QByteArrayView bytes);
    /// 32 bytes, of everything added so far; more may be added afterwards.
    QByteArray result() const;
    void reset();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace bramble
