// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/tar_pick.h"

#include <cstdint>

using namespace bramble;

namespace {

/// The bytes under test in pieces that do not fit the blocks.
class Pieces : public ByteSource
{
public:
    Pieces(const uint8_t *data, size_t size) : m_left(reinterpret_cast<const char *>(data), qsizetype(size)) { }

    Result<QByteArray> next() override
    {
        const QByteArrayView piece = m_left.first(std::min<qsizetype>(m_left.size(), 700));
        m_left = m_left.sliced(piece.size());
        return piece.toByteArray();
    }

private:
    QByteArrayView m_left;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/// Files picked out of a tar: what comes out was in it, but for the holes.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Pieces source(data, size);
    const auto wants = [](const QString &path, qint64 bytes) { return !path.isEmpty() && bytes < 1 << 20; };
    const auto picked = pickFromTar(source, wants);
    if (picked)
        for (const QByteArray &content : *picked)
            if (content.size() >= 1 << 20)
                __builtin_trap();
    return 0;
}
