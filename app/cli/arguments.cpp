// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/arguments.h"

#include <QCoreApplication>
#include <QHash>

#include <functional>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

struct Option
{
    QStringList commands; ///< empty: all
    std::function<bool(Arguments &, const QString &)> set; ///< false: the value is no good
    bool takesValue = true;
};

Option text(QString Arguments::*member, QStringList commands)
{
    return {std::move(commands), [member](Arguments &arguments, const QString &value) {
                arguments.*member = value;
                return !value.isEmpty();
            }};
}

Option texts(QStringList Arguments::*member, QStringList commands)
{
    return {std::move(commands), [member](Arguments &arguments, const QString &value) {
                (arguments.*member) << value;
                return !value.isEmpty();
            }};
}

Option flag(bool Arguments::*member, QStringList commands)
{
    return {std::move(commands), [member](Arguments &arguments, const QString &) { return arguments.*member = true; }, false};
}

const QHash<QString, Option> &options()
{
    const QStringList remote{u"plan"_s, u"apply"_s, u"undo"_s, u"reimage"_s, u"check"_s, u"watch"_s, u"mend"_s, u"find"_s};
    const QStringList reads{u"plan"_s, u"apply"_s, u"mend"_s};
    const QStringList prepare{u"prepare"_s}, login = remote + prepare;
    const QStringList pi{u"virtual-pi"_s}, card{u"card"_s};
    const QStringList system{u"system"_s};
    const QStringList fetches{u"system"_s, u"plan"_s, u"apply"_s};
    static const QHash<QString, Option> all{
        {u"cluster"_s, text(&Arguments::cluster, login)},
        {u"json"_s, flag(&Arguments::json, {})},
        {u"help"_s, flag(&Arguments::help, {})},
        {u"yes"_s, flag(&Arguments::yes, {u"apply"_s, u"undo"_s, u"reimage"_s, u"mend"_s, u"card"_s, u"find"_s, u"prepare"_s})},
        {u"overwrite-changed"_s, flag(&Arguments::overwriteChanged, {u"apply"_s})},
        {u"leave-changed"_s, flag(&Arguments::leaveChanged, {u"undo"_s})},
        {u"even-changed"_s, flag(&Arguments::evenChanged, {u"undo"_s, u"prepare"_s})},
        {u"until-running"_s, flag(&Arguments::untilRunning, {u"watch"_s})},
        {u"replay"_s, texts(&Arguments::replay, {u"watch"_s})},
        {u"practice"_s, flag(&Arguments::practice, {u"watch"_s})},
        {u"speed"_s, {{u"watch"_s}, [](Arguments &arguments, const QString &value) {
                          bool ok = false;
                          arguments.speed = value.toDouble(&ok);
                          return ok && arguments.speed >= 0.01 && arguments.speed <= 100'000;
                      }}},
        {u"record"_s, text(&Arguments::record, {u"watch"_s})},
        {u"capture"_s, flag(&Arguments::capture, {u"watch"_s})},
        {u"mask"_s, flag(&Arguments::mask, {u"watch"_s})},
        {u"timeout"_s, {{u"watch"_s, u"mend"_s, u"find"_s}, [](Arguments &arguments, const QString &value) {
                            bool ok = false;
                            arguments.timeoutSeconds = value.toInt(&ok);
                            return ok && arguments.timeoutSeconds > 0;
                        }}},
        {u"identity"_s, text(&Arguments::identity, login)},
        {u"known-hosts"_s, text(&Arguments::knownHosts, login)},
        {u"ssh-config"_s, text(&Arguments::sshConfig, login)},
        {u"no-agent"_s, flag(&Arguments::noAgent, login)},
        {u"accept-host-key"_s, text(&Arguments::acceptHostKey, login)},
        {u"password-file"_s, text(&Arguments::passwordFile, login)},
        {u"pi-password-file"_s, text(&Arguments::piPasswordFile, {u"apply"_s, u"reimage"_s, u"mend"_s})},
        {u"router-card"_s, text(&Arguments::routerCard, {u"plan"_s})},
        {u"router-offer"_s, flag(&Arguments::routerOffer, {u"check"_s})},
        {u"image"_s, text(&Arguments::image, reads)},
        {u"cache-folder"_s, text(&Arguments::cacheFolder, {u"plan"_s, u"apply"_s, u"mend"_s, u"image"_s, u"system"_s})},
        {u"models"_s, text(&Arguments::models, system)},
        {u"list"_s, texts(&Arguments::lists, system)},
        {u"mirror"_s, texts(&Arguments::mirrors, fetches)},
        {u"sha256"_s, text(&Arguments::sha256, system)},
        {u"remove"_s, text(&Arguments::removeId, system)},
        {u"quota"_s, text(&Arguments::quota, system)},
        {u"rootfs-tar"_s, text(&Arguments::rootfsTar, {u"image"_s})},
        {u"boot-dir"_s, text(&Arguments::bootDir, {u"image"_s})},
        {u"interface"_s, text(&Arguments::interface, pi + QStringList{u"find"_s})},
        {u"serial"_s, text(&Arguments::serial, pi)},
        {u"mac"_s, text(&Arguments::mac, pi)},
        {u"model"_s, text(&Arguments::model, pi + card)},
        {u"keep"_s, text(&Arguments::keep, pi)},
        {u"only-fetch"_s, flag(&Arguments::onlyFetch, pi)},
        {u"firmware"_s, texts(&Arguments::firmware, card + prepare)},
        {u"set"_s, texts(&Arguments::settings, card + prepare)},
        {u"out"_s, text(&Arguments::out, card)},
        {u"drive"_s, text(&Arguments::drive, card)},
        {u"network"_s, text(&Arguments::network, {u"find"_s})},
        {u"from"_s, text(&Arguments::from, {u"find"_s})},
        {u"listen"_s, flag(&Arguments::listen, {u"find"_s})}, {u"ssh"_s, text(&Arguments::sshUser, {u"find"_s})}, {u"paste"_s, text(&Arguments::paste, {u"find"_s})},
        {u"once"_s, flag(&Arguments::once, card)}, {u"usb-wait"_s, flag(&Arguments::usbWait, card)},
        {u"plan"_s, flag(&Arguments::planOnly, prepare)}, {u"undo"_s, flag(&Arguments::undo, prepare)},
        {u"reboot"_s, flag(&Arguments::reboot, prepare)}, {u"set-fuse-for-ever"_s, flag(&Arguments::fuseForEver, prepare)},
    };
    return all;
}

Result<> takeOption(Arguments &arguments, const QString &word, const QStringList &words, qsizetype &next)
{
    const QString name = word.section(u'=', 0, 0).sliced(2);
    const auto option = options().constFind(name);
    const QString command = arguments.command.value(0);
    const bool fits = option != options().cend() && (option->commands.isEmpty() || option->commands.contains(command));
    if (!fits)
        return fail(ErrorKind::Usage, word, command);
    QString value;
    if (word.contains(u'=')) {
        value = word.section(u'=', 1);
    } else if (option->takesValue) {
        if (next >= words.size())
            return fail(ErrorKind::Usage, word, command);
        value = words[next++];
    }
    if (!option->set(arguments, value))
        return fail(ErrorKind::Usage, word + u' ' + value, command);
    return {};
}

} // namespace

Result<Arguments> parseArguments(const QStringList &words)
{
    static const QStringList commands{u"plan"_s, u"apply"_s, u"undo"_s, u"reimage"_s, u"check"_s, u"watch"_s, u"mend"_s, u"symptom"_s, u"image"_s, u"system"_s, u"card"_s, u"find"_s, u"prepare"_s, u"virtual-pi"_s, u"help"_s, u"version"_s};
    Arguments arguments;
    qsizetype next = 0;
    if (!words.isEmpty() && !words[0].startsWith(u'-')) {
        if (!commands.contains(words[0]))
            return fail(ErrorKind::Usage, words[0]);
        arguments.command << words[next++];
        static const QHash<QString, QStringList> below{{u"image"_s, {u"inspect"_s, u"extract"_s}},
                                                       {u"system"_s, {u"list"_s, u"fetch"_s, u"cache"_s}}};
        if (const auto second = below.constFind(words[0]); second != below.cend() && words.value(next) != "--help"_L1) {
            if (!second->contains(words.value(next)))
                return fail(ErrorKind::Usage, words.value(next, words[0]), words[0]);
            arguments.command << words[next++];
        }
    }
    while (next < words.size()) {
        const QString word = words[next++];
        if (word == "-h"_L1)
            arguments.help = true;
        else if (word == "-i"_L1 && next < words.size())
            arguments.identity = words[next++];
        else if (word == "--version"_L1)
            arguments.command = {u"version"_s};
        else if (!word.startsWith("--"_L1))
            arguments.positional << word;
        else if (const Result<> taken = takeOption(arguments, word, words, next); !taken)
            return std::unexpected(taken.error());
    }
    if (arguments.command.isEmpty())
        arguments.command << u"help"_s;
    const QString command = arguments.command[0];
    if (command == "symptom"_L1) // all, or those with these words
        arguments.positional = arguments.positional.isEmpty() ? QStringList{QString()} : QStringList{arguments.positional.join(u' ')};
    const qsizetype wanted = command == "image"_L1 || command == "reimage"_L1 || command == "mend"_L1 || command == "symptom"_L1 || command == "prepare"_L1 || arguments.command.value(1) == "fetch"_L1 ? 1 : 0;
    if (!arguments.replay.isEmpty()) // --replay FILE...
        arguments.replay += std::exchange(arguments.positional, {});
    if (arguments.practice && !arguments.replay.isEmpty())
        return fail(ErrorKind::Usage, u"--practice --replay"_s, command);
    const bool mayName = command == "find"_L1 && arguments.listen; // where to listen
    if (!arguments.help && arguments.positional.size() != wanted && !(mayName && arguments.positional.size() == 1))
        return fail(ErrorKind::Usage, arguments.positional.value(wanted, arguments.command.join(u' ')), arguments.command[0]);
    return arguments;
}

QString helpText()
{
    return QCoreApplication::translate("CommandLine",
        "bramble sets up a server from which Raspberry Pis boot over the network.\n"
        "\n"
        "  bramble plan  [--cluster FILE]       show what would change on the server, and change nothing\n"
        "  bramble apply [--cluster FILE]       make the server what the cluster file says\n"
        "  bramble undo  [--cluster FILE]       take everything back, as it was before the first apply\n"
        "  bramble reimage NODE                 give one Pi a fresh disk; the former one is kept until the next time\n"
        "  bramble check [--cluster FILE]       look whether the server still is what the cluster file says\n"
        "  bramble watch [--cluster FILE]       show live how each Pi boots\n"
        "  bramble mend NODE                    why a Pi hangs, and what mends it, where that is on the server\n"
        "  bramble symptom [WORDS]              what the LED or the screen of a Pi means; not tested on boards\n"
        "  bramble image inspect IMAGE          what an image holds\n"
        "  bramble image extract IMAGE --rootfs-tar FILE --boot-dir FOLDER\n"
        "  bramble system list                  the systems that can be downloaded, and whether the Pis could run them\n"
        "  bramble system fetch NAME|URL        download one into the cache; goes on where it was stopped\n"
        "  bramble system cache                 what is in the cache\n"
        "  bramble card --model M --firmware FOLDER|IMAGE --out FILE     a card that makes Pis start from the network\n"
        "  bramble find [--network N/24]        the Pis around this computer; --listen hears on the cluster's server who is switched on\n"
        "  bramble prepare USER@HOST            set a running Pi over SSH so that it starts from the network; --undo takes it back\n"
        "  bramble prepare NODE --firmware F    renew the boot loader of a node of the cluster over the network\n"
        "  bramble virtual-pi --model M --serial S --interface I     a simulated Pi boots on that interface\n"
        "\n"
        "Every command takes --json. FILE is cluster.yaml where nothing else is said.\n"
        "Logging in:  --identity KEY, --known-hosts FILE, --ssh-config FILE|none, --no-agent,\n"
        "             --accept-host-key SHA256:... (an unknown key with just this fingerprint is trusted from now on),\n"
        "             --password-file FILE (first line: login and sudo password; - reads it from standard input)\n"
        "plan, apply: --image FILE instead of the cluster file's, --cache-folder FOLDER\n"
        "apply:       --yes does not ask, --pi-password-file FILE (first line: the password of the user on the Pis, where\n"
        "             the cluster file says console-password; - reads it from standard input)\n"
        "apply:       --overwrite-changed writes files anew that somebody changed on the server since\n"
        "undo:        --yes does not ask; what somebody changed since: --leave-changed leaves it, --even-changed takes it back too\n"
        "plan:        --router-card fritzbox|mikrotik|unifi|pfsense|opnsense|kea shows what to enter in such a router, for those\n"
        "             who want it to say where to boot from; nobody has to\n"
        "check:       --router-offer looks instead whether what was entered there arrives\n"
        "watch:       --until-running ends when every Pi runs, --timeout SECONDS gives up then,\n"
        "             --record FILE keeps what was heard, --replay FILE... tells it again: such files, captures of tcpdump\n"
        "             and logs of dnsmasq and rpc.mountd, together; --speed N shows it as it went, N times as fast;\n"
        "             --practice shows a recorded boot of four Pis, two of which hang first; it needs no server and no Pis\n"
        "             --mask: the --record FILE without addresses, serials and names, and the cluster that it then is of beside it\n"
        "             as FILE.yaml (also of a --replay); --capture also listens to the server's network with its tcpdump\n"
        "mend:        --yes does not ask, --timeout SECONDS how long a cause is waited for\n"
        "system:      --models 4B,5 what the Pis are, --list URL instead of the usual list (more than once: several),\n"
        "             --mirror FROM=TO or --mirror FOLDER-URL is tried first, --sha256 HEX of what is fetched by URL,\n"
        "             --remove ID takes it out of the cache, --quota 20G how large the cache may become\n"
        "card:        --set KEY=VALUE of the EEPROM (more than once), --once sets one Pi only, --drive /dev/sdX --yes writes a\n"
        "             memory card instead of a file, --firmware NAME=URL#SHA-256 (more than once), --usb-wait for slow disks\n"
        "prepare:     --plan only looks, --set KEY=VALUE of the EEPROM (more than once; KEY= takes it out), --yes does not ask,\n"
        "             --reboot starts the Pi anew, --undo [--even-changed] gives its EEPROM back what it had,\n"
        "             --set-fuse-for-ever sets the fuse of a Pi 2B 1.2 or 3B, which nothing takes back\n"
        "find:        --ssh USER logs in to those that may be Pis and reads how they start, --yes also looks through a network of\n"
        "             more than 1022 hosts, --listen [USER@HOST] [--interface I] [--timeout SECONDS] there instead of the cluster's server,\n"
        "             --from FILE|- reads what `tcpdump -l -xx` or the log of dnsmasq said, --paste FILE a list in any form\n"
        "virtual-pi:  --mac MAC, --keep FOLDER keeps the fetched files, --only-fetch stops when they are there\n"
        "\n"
        "Exit codes:  0 done; 1 failed; 2 wrong usage, input or cluster file; 3 image; 4 login; 5 server;\n"
        "             6 stopped; 7 not every Pi runs, or a check failed; 8 plan: something would change;\n"
        "             9 download, or list of systems; 10 preparing Pis\n");
}

} // namespace bramble
