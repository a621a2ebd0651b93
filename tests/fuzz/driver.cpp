// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

namespace {

using Bytes = std::vector<uint8_t>;

/// A few bytes, words or stretches changed; most of them where something stands, as zeros are mostly free blocks.
void damage(Bytes &bytes, std::mt19937 &random)
{
    const auto below = [&random](size_t limit) { return std::uniform_int_distribution<size_t>(0, limit - 1)(random); };
    for (size_t hits = 1 + below(12); hits > 0; --hits) {
        size_t at = below(bytes.size());
        for (int tries = 0; tries < 200 && bytes[at] == 0; ++tries)
            at = below(bytes.size());
        switch (below(5)) {
        case 0: bytes[at] = static_cast<uint8_t>(below(256)); break;
        case 1: bytes[at] ^= static_cast<uint8_t>(1U << below(8)); break;
        case 2: bytes[at] = below(2) ? 0xFF : 0; break;
        case 3:
            for (size_t i = at; i < bytes.size() && i < at + 4; ++i)
                bytes[i] = 0xFF;
            break;
        default:
            for (size_t i = at, from = below(bytes.size()), n = below(64);
                 n > 0 && i < bytes.size() && from < bytes.size(); ++i, ++from, --n)
                bytes[i] = bytes[from];
        }
    }
}

} // namespace

/// driver RUNS SEED…: each seed as it is, then RUNS damaged copies of it, the same ones every time.
int main(int count, char **arguments)
{
    if (count < 3)
        return 2;
    const int runs = std::atoi(arguments[1]);
    for (int i = 2; i < count; ++i) {
        std::ifstream file(arguments[i], std::ios::binary);
        const Bytes seed((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        if (seed.empty())
            return 2;
        LLVMFuzzerTestOneInput(seed.data(), seed.size());
        std::mt19937 random(static_cast<unsigned>(i));
        for (int run = 0; run < runs; ++run) {
            Bytes bytes = seed;
            damage(bytes, random);
            LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
        }
        std::printf("%s: %d runs\n", arguments[i], runs);
    }
    return 0;
}
