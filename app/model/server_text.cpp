// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/server_text.h"

#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

Result<ServerChoice> parseServerText(const QString &text)
{
    // A host never begins with a dash, so that no program can take it for an option.
    static const QRegularExpression shape(u"\\A(?:ssh://)?(?:(?<user>[^\\s:/]+)@)?"
                                          u"(?:\\[(?<six>[0-9A-Fa-f:.]+(?:%[\\w.]+)?)\\]|(?<host>[\\w.][\\w.-]*)|"
                                          u"(?<bare>[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*))"
                                          "(?::(?<port>\\d{1,5}))?/?\\z"_s);
    const auto match = shape.match(text.trimmed());
    const QString port = match.captured(u"port"_s);
    const int number = port.isEmpty() ? 0 : port.toInt();
    if (!match.hasMatch() || number > 65535 || (!port.isEmpty() && number == 0)
        || match.captured(u"user"_s).startsWith(u'-') || match.captured(u"user"_s).startsWith(u'@'))
        return fail(ErrorKind::InvalidAddress, text.trimmed());
    ServerChoice server;
    server.user = match.captured(u"user"_s);
    server.host = match.captured(u"six"_s) + match.captured(u"host"_s) + match.captured(u"bare"_s);
    server.port = quint16(number);
    return server;
}

QString serverText(const ServerChoice &server)
{
    QString text = server.user.isEmpty() ? QString() : QString(server.user + u'@');
    const bool brackets = server.port != 0 && server.host.contains(u':');
    text += brackets ? QString(u'[' + server.host + u']') : server.host;
    if (server.port != 0)
        text += u':' + QString::number(server.port);
    return text;
}

} // namespace bramble
