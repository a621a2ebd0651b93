// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/pi_look.h"

#include "text/bootconf.h"

#include <QHash>
#include <QRegularExpression>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

// Sections as in lookScript: every line of content has a blank in front, so that no content can look like a section.
constexpr char script[] = R"sh(
LC_ALL=C
PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
export LC_ALL PATH
tree=/sys/firmware/devicetree/base
section() { printf '@@%s\n' "$1"; tr -d '\000' | head -c 65536 | sed 's/^/ /'; echo; }
# Another one may be changing it at this moment.
if [ -e /var/lib/brambleboot/eeprom/lock ]; then flock -w 240 /var/lib/brambleboot/eeprom/lock true; fi
number() { od -An -tx1 -v "$1" 2>/dev/null | tr -d ' \n'; }

cat "$tree/model" 2>/dev/null | section model
cat "$tree/serial-number" 2>/dev/null | section serial
number "$tree/system/linux,revision" | section revision
sed -n 's/^Revision[^:]*: *//p' /proc/cpuinfo 2>/dev/null | section cpuinfo-revision
for d in /sys/class/net/*; do
    [ -e "$d/device" ] && [ ! -e "$d/wireless" ] && [ ! -e "$d/phy80211" ] && [ "$(cat "$d/type" 2>/dev/null)" = 1 ] || continue
    printf '%s %s\n' "${d##*/}" "$(cat "$d/address" 2>/dev/null)"
done | sort | section interfaces
cat /proc/cmdline 2>/dev/null | section cmdline
number "$tree/chosen/bootloader/boot-mode" | section boot-mode
number "$tree/chosen/bootloader/build-timestamp" | section built
vcgencmd otp_dump 2>/dev/null | grep '^17:' | section otp
{
    conf=
    if [ -r "$tree/aliases/blconfig" ]; then
        node=$(tr -d '\000' <"$tree/aliases/blconfig")
        for d in /sys/bus/nvmem/devices/*; do
            case "$(readlink -f "$d/of_node" 2>/dev/null)" in */devicetree/base"$node") conf=$d/nvmem ;; esac
        done
    fi
    if [ -n "$conf" ] && [ -r "$conf" ]; then cat "$conf"; else vcgencmd bootloader_config 2>/dev/null; fi
} | section bootconf
command -v rpi-eeprom-config 2>/dev/null | section tool
grep -s '^[A-Z0-9_]*=' /etc/default/rpi-eeprom-update | section updates
boot=$(sed -n 's/^BOOTFS=//p' /etc/default/rpi-eeprom-update 2>/dev/null | tr -d "\"'" | tail -n 1)
[ -n "$boot" ] || for boot in /boot/firmware /boot ''; do [ ! -f "$boot/config.txt" ] || break; done
printf '%s\n' "$boot" | section boot
if [ -f "$boot/pieeprom.upd" ]; then rpi-eeprom-config "$boot/pieeprom.upd" 2>/dev/null | section pending; fi
grep -s '^[[:blank:]]*program_usb_boot_mode=1' "$boot/config.txt" | section fuse-asked
grep -sxF '# BEGIN brambleboot' "$boot/config.txt" | section fuse-ours
for f in /run/brambleboot/flashed.conf /var/lib/brambleboot/eeprom/old.conf /var/lib/brambleboot/eeprom/given.conf; do
    if [ -f "$f" ]; then n=${f##*/}; section "${n%.conf}" <"$f"; fi
done
if [ -f /var/lib/brambleboot/eeprom/done ]; then echo yes | section done; fi
sed -n 's/^PRETTY_NAME="\{0,1\}\([^"]*\).*/\1/p' /etc/os-release 2>/dev/null | section system
echo | section end
)sh";

using Sections = QHash<QByteArray, QByteArray>;

Sections sectionsOf(QByteArrayView output)
{
    Sections sections;
    QByteArray *current = nullptr;
    for (const QByteArray &line : output.first(std::min<qsizetype>(output.size(), 1024 * 1024)).toByteArray().split('\n')) {
        if (line.startsWith("@@"))
            current = &sections[line.sliced(2).trimmed()];
        else if (current && line.startsWith(' '))
            *current += line.sliced(1) + '\n';
    }
    return sections;
}

QString textOf(const Sections &sections, const char *name)
{
    return QString::fromUtf8(sections.value(name)).trimmed();
}

std::optional<MacAddress> macOf(const Sections &sections)
{
    for (const QString &line : textOf(sections, "interfaces").split(u'\n'))
        if (const auto mac = MacAddress::parse(line.section(u' ', 1, 1)))
            return mac;
    return {};
}

void readEeprom(PiFacts &facts, const Sections &sections)
{
    const PiModel model = facts.revision ? facts.revision->model() : PiModel::Unknown;
    const QByteArray conf = sections.value("bootconf");
    if (!conf.trimmed().isEmpty() && !conf.startsWith("error")) {
        facts.bootConf = conf.endsWith("\n\n") ? conf.chopped(1) : conf;
        const BootConf read = readBootConf(conf, {model, facts.serial});
        facts.eeprom = read.config;
        facts.isSigned = read.isSigned;
    }
    facts.bootloaderBuiltAt = textOf(sections, "built").toLongLong(nullptr, 16);
    facts.hasEepromTool = !textOf(sections, "tool").isEmpty();
    static const QRegularExpression allowed(u"^(CM4_ENABLE_RPI_EEPROM_UPDATE|RPI_EEPROM_USE_FLASHROM|RPI_EEPROM_IMMEDIATE_UPDATE)=1$"_s,
                                            QRegularExpression::MultilineOption);
    facts.moduleMayUpdate = allowed.match(textOf(sections, "updates")).hasMatch();
}

} // namespace

Command piLookCommand()
{
    return asRoot(u"sh"_s, {u"-c"_s, QString::fromLatin1(script)});
}

Result<PiFacts> parsePiLook(QByteArrayView output)
{
    const Sections sections = sectionsOf(output);
    if (!sections.contains("end"))
        return fail(ErrorKind::ServerAnswerUnreadable, u"end"_s);
    PiFacts facts;
    facts.serial = Serial::parse(textOf(sections, "serial"));
    facts.revision = BoardRevision::parse(textOf(sections, "revision"));
    if (!facts.revision)
        facts.revision = BoardRevision::parse(textOf(sections, "cpuinfo-revision"));
    if (!facts.serial || !textOf(sections, "model").startsWith("Raspberry Pi"_L1))
        return fail(ErrorKind::NotAPi, textOf(sections, "model").left(80));
    facts.mac = macOf(sections);
    facts.system = textOf(sections, "system").left(120);
    static const QRegularExpression nfsRoot(u"(^|\\s)root=/dev/nfs(\\s|$)"_s);
    facts.netbooted = nfsRoot.match(textOf(sections, "cmdline")).hasMatch() || textOf(sections, "boot-mode") == "00000002"_L1;
    const bool hasEeprom = facts.revision && bootRom(facts.revision->model()) != BootRom::Bcm2837;
    if (hasEeprom) {
        readEeprom(facts, sections);
        return facts;
    }
    bool ok = false;
    const quint32 row = textOf(sections, "otp").section(u':', 1).toUInt(&ok, 16);
    if (ok)
        facts.hostBoot = ((row >> 29) & 1) != 0;
    return facts;
}

Result<PiState> parsePiState(QByteArrayView output)
{
    const Result<PiFacts> facts = parsePiLook(output);
    if (!facts)
        return std::unexpected(facts.error());
    const Sections sections = sectionsOf(output);
    const auto conf = [&sections](const char *name) {
        const auto found = sections.constFind(name);
        return found == sections.cend() ? std::nullopt : std::optional(PiState::oneEnd(*found));
    };
    PiState state;
    state.facts = *facts;
    state.bootFolder = textOf(sections, "boot").left(255);
    state.pending = conf("pending");
    state.flashed = conf("flashed");
    state.kept = conf("old");
    state.given = conf("given");
    state.givenWhole = sections.contains("done");
    state.fuseAsked = !textOf(sections, "fuse-asked").isEmpty();
    state.fuseAskedByUs = !textOf(sections, "fuse-ours").isEmpty();
    return state;
}

} // namespace bramble
