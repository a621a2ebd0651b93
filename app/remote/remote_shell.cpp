// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "remote/remote_shell.h"

#include "text/shell.h"

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

/// LC_ALL=C, so that what programs say can be parsed.
QByteArray inPlainEnglish(const Command &command)
{
    return "env LC_ALL=C "_ba + shellText(command);
}

QByteArray shScript(const QByteArray &script)
{
    return shellText(Command(u"sh"_s, {u"-c"_s, QString::fromUtf8(script)}));
}

} // namespace

QByteArray watchedScript(const Command &command, qint64 inputSize)
{
    const QByteArray feed = inputSize > 0 ? "head -c "_ba + QByteArray::number(inputSize) : ":"_ba;
    // 3<&0: some shells give a background command /dev/null before "<&0" is looked at.
    // The feeder in a background of its own: a shell waits for every part of a pipeline it can wait for.
    // $1: the process group, where sudo stands between; what shares it was started by us. Elsewhere (an SSH server that
    // makes no group per command) a signal to the group would end that server, so only the command gets it.
    // The trap before the feeder: the input may be at its end before anything else happened.
    return "exec 3<&0; "
           "read -r _ _ _ _ g _ 2>/dev/null </proc/$$/stat; "
           "trap 'trap \"\" TERM; t=$!; [ \"$g\" != \"${1:-$$}\" ] || t=0; "
           "kill -TERM $t; sleep 2; kill -KILL $t; exit 143' TERM; "
           "{ { trap '' TERM; "
        + feed + "; exec >/dev/null; cat; kill -TERM $$; } <&3 3<&- 2>/dev/null & } | " + inPlainEnglish(command)
        + " 3<&- & p=$!; exec 3<&-; "
          "wait $p 2>/dev/null; s=$?; trap - TERM; "
          "[ $s -le 128 ] || kill -$((s - 128)) $$ 2>/dev/null; exit $s"_ba;
}

QByteArray streamScript(const Command &command)
{
    return "exec "_ba + inPlainEnglish(command);
}

QByteArray plainText(const QByteArray &script)
{
    return "exec "_ba + shScript(script);
}

QByteArray sudoText(const QByteArray &script, const QByteArray &nonce)
{
    // -k: never from a cached ticket, so that the same things happen each time; READY on both streams, which are not
    // ordered among themselves.
    const QByteArray inner = "echo READY"_ba + nonce + "; echo READY"_ba + nonce + " >&2; "_ba + script;
    return plainText("command -v sudo >/dev/null 2>&1 || { echo NOSUDO"_ba + nonce
                     + " >&2; exit 127; }; "
                       "exec env LC_ALL=C sudo -k -S -p PW"_ba
                     + nonce + ": "_ba + shScript(inner) + " sh $$"_ba);
}

} // namespace bramble
