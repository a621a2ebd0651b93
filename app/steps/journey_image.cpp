// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What the Pis should run: chosen, downloaded, read.
#include "steps/journey.h"

#include "host/host.h"
#include "model/catalogue.h"
#include "steps/make_plan.h"

#include <QDir>
#include <QFileInfo>

namespace bramble {

void Journey::chooseImage(ImageChoice choice, qint64 size)
{
    m_cluster.image = choice;
    m_imageSize = size;
    if (!takeKept())
        beginImage();
}

/// An image that lies on the server already need not come here.
bool Journey::takeKept()
{
    const QString sha256 = m_cluster.image.sha256.toLower();
    if (!m_remote || !m_server.value || m_practice || !m_server.value->keptImages.contains(sha256))
        return false;
    m_stopImage.request_stop();
    m_stopImage = StopSource();
    m_image.reset();
    m_imageFacts = {};
    m_imageFacts.busy = true;
    m_systems->forget();
    const Stop stop = m_stopImage.get_token();
    QCoro::connect(keptImageSource(m_remote, layoutOf(m_cluster), sha256, stop), this, [this, stop](const Result<ImageSourcePtr> &kept) {
        if (stop != m_stopImage.get_token())
            return; // another one was chosen
        if (!kept)
            return beginImage();
        m_imageFacts.busy = false;
        takeImage(*kept);
        remake();
    });
    remake();
    return true;
}

void Journey::beginImage()
{
    const ImageChoice choice = m_cluster.image;
    m_stopImage.request_stop();
    m_stopImage = StopSource();
    m_image.reset();
    m_imageFacts = {};
    m_systems->forget();
    if (!choice.url.isEmpty()) {
        m_imageFacts.busy = true;
        m_systems->start(choice, m_imageSize);
    } else if (!choice.file.isEmpty()) {
        // Relative ones start at the cluster file's folder.
        const bool here = m_clusterFile.isEmpty() || QFileInfo(choice.file).isAbsolute();
        readImage(here ? choice.file : QFileInfo(m_clusterFile).dir().filePath(choice.file));
    }
    remake();
}

void Journey::openImageFile(QString file)
{
    ImageChoice choice;
    choice.file = std::move(file);
    chooseImage(choice);
}

void Journey::stopImage()
{
    m_systems->stop();
    m_stopImage.request_stop();
}

void Journey::takeDownload()
{
    m_imageFacts.busy = false;
    m_imageFacts.error = m_systems->download().error;
    if (m_systems->download().value)
        takeImage(m_systems->download().value->source);
    remake();
}

void Journey::takeImage(ImageSourcePtr image)
{
    m_image = std::move(image);
    m_imageFacts.value = m_image->facts;
    if (!m_cluster.image.url.isEmpty())
        m_imageFacts.value->file = fileNameOf(m_cluster.image.url); // not what it is called in the cache
}

void Journey::readImage(const QString &file)
{
    m_imageFacts = {};
    m_imageFacts.busy = true;
    OpenImageOptions options;
    options.file = file;
    options.cacheFolder = cacheFolder();
    options.sha256 = m_cluster.image.sha256;
    options.extractedSha256 = m_cluster.image.extractedSha256;
    const Stop stop = m_stopImage.get_token();
    const auto here = std::make_shared<QObject>(); // on our thread, and alive as long as somebody may report
    const ReportProgress progress = [here, stop, self = QPointer<Journey>(this)](Progress now) {
        const auto take = [stop, self, now] {
            if (!self || stop.stop_requested())
                return;
            self->m_imageFacts.progress = now;
            self->scheduleChanged();
        };
        QMetaObject::invokeMethod(here.get(), take, Qt::QueuedConnection);
    };
    QCoro::connect(readImageSource(options, progress, stop), this, [this, stop](const Result<ImageSourcePtr> &opened) {
        if (stop != m_stopImage.get_token())
            return; // another file was chosen
        m_imageFacts.busy = false;
        if (opened)
            takeImage(*opened);
        else
            m_imageFacts.error = opened.error();
        remake();
    });
    remake();
}

} // namespace bramble
