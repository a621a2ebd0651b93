// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
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
/// driver SECONDSs SEED…: the same in turns, with ever other damage, for so long. What breaks lies in ./damaged then.
int main(int count, char **arguments)
{
    if (count < 3)
        return 2;
    const std::string how = arguments[1];
    const bool isTimed = how.ends_with('s');
    const int most = std::atoi(arguments[1]);
    std::vector<Bytes> seeds;
    for (int i = 2; i < count; ++i) {
        std::ifstream file(arguments[i], std::ios::binary);
        seeds.emplace_back((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
        if (seeds.back().empty())
            return 2;
        LLVMFuzzerTestOneInput(seeds.back().data(), seeds.back().size());
    }
    const auto begin = std::chrono::steady_clock::now();
    std::mt19937 random(isTimed ? std::random_device()() : 1);
    long runs = 0;
    const auto goesOn = [&] {
        return isTimed ? std::chrono::steady_clock::now() - begin < std::chrono::seconds(most)
                       : runs < long(most) * long(seeds.size());
    };
    for (; goesOn(); ++runs) {
        Bytes bytes = seeds[static_cast<size_t>(runs) % seeds.size()];
        damage(bytes, random);
        if (isTimed)
            std::ofstream("damaged", std::ios::binary)
                .write(reinterpret_cast<const char *>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
    std::printf("%ld runs on %zu seeds\n", runs, seeds.size());
    return 0;
}
