// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/produce.h"

#include <QPromise>

#include <thread>

namespace bramble {

namespace {

void pour(ByteSource &source, BytePipe &pipe)
{
    for (;;) {
        Result<QByteArray> block = source.next();
        if (!block)
            return pipe.fail(block.error());
        if (block->isEmpty())
            return pipe.close();
        if (!pipe.push(std::move(*block)))
            return;
    }
}

} // namespace

QFuture<void> produce(std::shared_ptr<ByteSource> source, std::shared_ptr<BytePipe> pipe)
{
    QPromise<void> promise;
    promise.start();
    QFuture<void> future = promise.future();
    // Detached: a source may sit in one read for seconds, and nobody's destructor shall wait for that.
    std::thread([kept = std::move(source), into = std::move(pipe), done = std::move(promise)]() mutable {
        pour(*kept, *into);
        kept.reset();
        done.finish();
    }).detach();
    return future;
}

} // namespace bramble
