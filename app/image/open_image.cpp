// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "image/open_image.h"

namespace bramble {

namespace {

/// A pass that begins with the first bytes that are asked for.
class LatePass final : public ByteSource
{
public:
    LatePass(OpenImageOptions options, bool isRoot, QString lastMember, Stop stop)
        : m_options(std::move(options)), m_isRoot(isRoot), m_lastMember(std::move(lastMember)), m_stop(std::move(stop))
    { }

    Result<QByteArray> next() override
    {
        if (!m_tar) {
            const Result<std::shared_ptr<ImagePass>> pass = startPass(m_options, {}, m_stop);
            if (!pass)
                return std::unexpected(pass.error());
            m_tar = m_isRoot ? (*pass)->rootTar(m_lastMember, m_stop) : (*pass)->bootTar(m_lastMember, m_stop);
        }
        return m_tar->next();
    }

private:
    OpenImageOptions m_options;
    bool m_isRoot;
    QString m_lastMember;
    Stop m_stop;
    std::unique_ptr<ByteSource> m_tar;
};

class ReadImage final : public OpenedImage
{
public:
    ReadImage(OpenImageOptions options, ImageFacts facts) : m_options(std::move(options)), m_facts(std::move(facts))
    {
        m_options.sha256 = m_facts.sha256; // it may be another one by then
    }

    const ImageFacts &facts() const override { return m_facts; }
    std::unique_ptr<ByteSource> rootTar(QString lastMember, Stop stop) const override
    {
        return std::make_unique<LatePass>(m_options, true, std::move(lastMember), std::move(stop));
    }
    std::unique_ptr<ByteSource> bootTar(QString lastMember, Stop stop) const override
    {
        return std::make_unique<LatePass>(m_options, false, std::move(lastMember), std::move(stop));
    }

private:
    OpenImageOptions m_options;
    ImageFacts m_facts;
};

} // namespace

Result<std::shared_ptr<const OpenedImage>> openImage(const OpenImageOptions &options, const ReportProgress &progress,
                                                     const Stop &stop)
{
    Result<ImageFacts> facts = readFacts(options, progress, stop);
    if (!facts)
        return std::unexpected(facts.error());
    return std::make_shared<ReadImage>(options, std::move(*facts));
}

} // namespace bramble
