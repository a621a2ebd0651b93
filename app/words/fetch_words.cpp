// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/error_words.h"
#include "words/words.h"

#include <QCoreApplication>

namespace bramble {

namespace {

/// The context of these sentences for translators.
struct Errors
{
    Q_DECLARE_TR_FUNCTIONS(bramble::Errors)
public:
    static Sentences fetching(const Error &error);
    static Sentences listing(const Error &error);
    static QString misfit(const Fit &fit);
};

Sentences Errors::fetching(const Error &error)
{
    const QString later = tr("Try again; what has arrived is kept.");
    const QStringList numbers = error.detail.split(u' ');
    switch (error.kind) {
    case ErrorKind::NetUnreachable:
        return {tr("%1 cannot be reached."),
                {},
                tr("Check the connection to the internet, or name a mirror, and try again.")};
    case ErrorKind::NetStatus:
        return {tr("%1 cannot be had from its server."), tr("The server answered: %2."),
                tr("Check the address, or name a mirror, and try again later.")};
    case ErrorKind::NetRedirects:
        return {tr("%1 leads from one address to the next and never to a file."),
                {},
                tr("Check the address. A login page of this network could be in the way, too.")};
    case ErrorKind::NetStalled: return {tr("Almost nothing came from %1 any more."), {}, later};
    case ErrorKind::NetTruncated: return {tr("%1 broke off before all of it was there."), {}, later};
    case ErrorKind::NetChecksum:
        return {tr("What came from %1 is not the file that was asked for."),
                tr("Its SHA-256 is %2. It has been thrown away."),
                tr("Download it again, or from another mirror. If it stays like this, the address or the checksum is "
                   "wrong.")};
    case ErrorKind::NetRange:
        return {tr("The server does not give the rest of %1."), {}, tr("Try again from the start, or name a mirror.")};
    case ErrorKind::NetChanged:
        return {tr("%1 was replaced by another file while it was downloaded."),
                {},
                tr("Begin again: the old and the new one must not be mixed.")};
    case ErrorKind::NetDiskFull:
        return {tr("The disk of this computer became full at %1."),
                {},
                tr("Make room there and try again; what has arrived is kept.")};
    case ErrorKind::NetNoSpace:
        return {tr("There is not enough room on this computer in %1."),
                numbers.size() == 2 ? tr("It takes %1, and %2 are free.")
                                          .arg(bytesWords(numbers[0].toLongLong()), bytesWords(numbers[1].toLongLong()))
                                    : QString(),
                tr("Make room there, or remove images from the cache.")};
    case ErrorKind::NetTls:
        return {tr("%1 cannot prove that it is who it says."),
                {},
                tr("Check the clock of this computer. A login page of this network could be in the way, too.")};
    case ErrorKind::NetTooLarge: return {tr("%1 sends more than it should."), {}, tr("Check the address.")};
    case ErrorKind::NetProxy:
        return {tr("The proxy on the way to %1 does not let this through."),
                {},
                tr("Check the proxy settings of this computer.")};
    case ErrorKind::CacheInUse: return {tr("%1 is in use."), {}, tr("Try again when it is not.")};
    case ErrorKind::CacheUnknown:
        return {tr("There is no %1 in the cache."), {}, tr("List what is there with: bramble system cache")};
    default: return listing(error);
    }
}

Sentences Errors::listing(const Error &error)
{
    switch (error.kind) {
    case ErrorKind::InvalidUrl:
        return {tr("“%1” is not an address something can be downloaded from."),
                {},
                tr("Write an address that begins with https:// or http://.")};
    case ErrorKind::ImageTwice:
        return {tr("The image is named twice: as a file and as an address."),
                {},
                tr("Take one of them out of the cluster file.")};
    case ErrorKind::CatalogueUnreadable:
        return {tr("What lies at %1 is not a list of systems."), {}, tr("Check the address of the list.")};
    case ErrorKind::CatalogueUnknown:
        return {tr("No system in the list is called %1."), {}, tr("See what there is with: bramble system list")};
    case ErrorKind::CatalogueAmbiguous:
        return {tr("More than one system in the list is called %1."), {}, tr("Write its whole name, or its address.")};
    case ErrorKind::CatalogueUnfit:
        return {tr("%1 cannot be started from the network here."), {}, tr("Choose another system.")};
    default: return {};
    }
}

QString Errors::misfit(const Fit &fit)
{
    switch (fit.misfit) {
    case Misfit::None: return {};
    case Misfit::InitFormat:
        return tr("It wants to be set up in a way this program does not know (%1).").arg(fit.detail);
    case Misfit::NoLinuxRoot: return tr("It has no Linux system that could lie on a server.");
    case Misfit::Models: return tr("It is not made for the Pi %1.").arg(fit.detail);
    case Misfit::Address: return tr("The list has no address it could be downloaded from.");
    case Misfit::Form: return tr("It is packed in a way this program does not read (%1).").arg(fit.detail);
    }
    return {};
}

} // namespace

Sentences fetchSentences(const Error &error)
{
    return Errors::fetching(error);
}

QString words(const Fit &fit)
{
    return Errors::misfit(fit);
}

} // namespace bramble
