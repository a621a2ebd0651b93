// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "digest/sha256.h"

#include <openssl/evp.h>

namespace bramble {

namespace {

struct Free
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Handle = std::unique_ptr<EVP_MD_CTX, Free>;

} // namespace

// EVP fails here for want of memory only, and that ends a program anyway.
struct Sha256::Context
{
    Handle handle{EVP_MD_CTX_new()};
};

Sha256::Sha256() : m_context(std::make_unique<Context>())
{
    reset();
}

Sha256::Sha256(Sha256 &&other) noexcept = default;
Sha256 &Sha256::operator=(Sha256 &&other) noexcept = default;
Sha256::~Sha256() = default;

void Sha256::reset()
{
    if (EVP_DigestInit_ex(m_context->handle.get(), EVP_sha256(), nullptr) != 1)
        qFatal("SHA-256 is not to be had");
}

void Sha256::addData(QByteArrayView bytes)
{
    if (EVP_DigestUpdate(m_context->handle.get(), bytes.data(), size_t(bytes.size())) != 1)
        qFatal("SHA-256 failed");
}

QByteArray Sha256::result() const
{
    const Handle copy(EVP_MD_CTX_new());
    QByteArray out(32, '\0');
    if (EVP_MD_CTX_copy_ex(copy.get(), m_context->handle.get()) != 1
        || EVP_DigestFinal_ex(copy.get(), reinterpret_cast<unsigned char *>(out.data()), nullptr) != 1)
        qFatal("SHA-256 failed");
    return out;
}

} // namespace bramble
