// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "virtualpi/boot_files.h"

#include "image/eeprom_digest.h"
#include "virtualpi/config_txt.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

using Kind = VirtualPiEvent::Kind;

// One boot: asks, records, keeps. After the first silence or missing must-have every further question is a no-op, so
// that the order of files below reads like the table in the reference.
class Firmware
{
public:
    Firmware(const VirtualPiOptions &options, BootFileSource &source, const Recorder &record)
        : m_options(options), m_source(source), m_record(record)
    { }

    Result<FetchedBoot> boot()
    {
        switch (bootRom(m_options.model)) {
        case BootRom::Bcm2837: bootPi3(); break;
        case BootRom::Bcm2711: bootPi4(); break;
        case BootRom::Bcm2712: bootPi5(); break;
        case BootRom::None: return fail(ErrorKind::ModelCannotNetboot, shortName(m_options.model));
        }
        if (m_error)
            return std::unexpected(*m_error);
        return m_boot;
    }

private:
    void bootPi3();
    void bootPi4();
    void bootPi5();

    QString at(const QString &name) const { return m_boot.prefix + name; }
    void giveUp(const QString &path, const QString &why)
    {
        if (!m_error)
            m_error = Error{ErrorKind::PiTftpFailed, path, why};
    }
    QString missed(const QString &path, const TftpError &error)
    {
        const QString words = QString::fromUtf8(error.text);
        m_record({.kind = Kind::Missing, .subject = path, .detail = words});
        return words;
    }

    std::optional<QByteArray> get(const QString &path, Loader loader = Loader::Firmware)
    {
        if (m_error)
            return {};
        auto answer = m_source.get(loader, path);
        if (!answer) {
            m_error = answer.error();
            return {};
        }
        if (!*answer) {
            m_lastWords = missed(path, answer->error());
            return {};
        }
        m_record({.kind = Kind::Fetched, .subject = path, .size = (*answer)->size()});
        keep(path, **answer);
        return std::move(**answer);
    }
    QByteArray must(const QString &path, Loader loader = Loader::Firmware)
    {
        auto file = get(path, loader);
        if (!file)
            giveUp(path, m_lastWords);
        return file.value_or(QByteArray());
    }
    bool probe(const QString &path)
    {
        if (m_error)
            return false;
        const auto answer = m_source.probe(Loader::Firmware, path);
        if (!answer) {
            m_error = answer.error();
            return false;
        }
        if (!*answer) {
            m_lastWords = missed(path, answer->error());
            return false;
        }
        m_record({.kind = Kind::Probed, .subject = path, .size = **answer});
        return true;
    }
    // Files that are normally not there; one that is would start something other than the system.
    void mustNotTakeOver(const QString &name)
    {
        if (get(at(name)))
            giveUp(at(name), u"takes-over"_s);
    }
    void maybe(std::initializer_list<QLatin1StringView> names)
    {
        for (const QLatin1StringView name : names)
            get(at(name));
    }

    void choosePrefix(const QStringList &decisive);
    void readConfig();
    bool renews(const std::optional<QByteArray> &sig);
    void keep(const QString &path, const QByteArray &bytes);
    void firmwarePair();
    void overlays();
    bool large(const QString &name);
    void commandLine(const QString &separator = {});
    QString kernelName(const QString &usual, const QString &usual32) const;
    void initramfs();
    void kernel();
    QString os(const QString &name) const { return m_config.value(u"os_prefix") + name; }

    const VirtualPiOptions &m_options;
    BootFileSource &m_source;
    const Recorder &m_record;
    FetchedBoot m_boot;
    ConfigTxt m_config;
    std::optional<Error> m_error;
    QString m_lastWords;
};

// The first file that decides is looked for below the serial, then in the root; where it is, all the others are.
void Firmware::choosePrefix(const QStringList &decisive)
{
    for (const QString &prefix : {QString(m_options.serial->toString() + u'/'), QString()}) {
        m_boot.prefix = prefix;
        for (const QString &name : decisive)
            if (probe(at(name))) {
                m_record({.kind = Kind::Prefix, .subject = prefix});
                return;
            }
    }
    giveUp(m_options.serial->toString() + u'/' + decisive.front(), m_lastWords);
}

void Firmware::readConfig()
{
    // Without the file every setting has its default.
    m_boot.config = get(at(u"config.txt"_s)).value_or(QByteArray());
    m_config = parseConfigTxt(m_boot.config, m_options.model, *m_options.serial);
}

// A boot loader among its files goes into the EEPROM, if it is newer than what that was written with, whole, and for this family.
// A Compute Module 4 leaves it alone (reference: netboot 3.5).
bool Firmware::renews(const std::optional<QByteArray> &sig)
{
    const auto digest = sig ? parseEepromDigest(*sig) : std::nullopt;
    const BootRom rom = bootRom(m_options.model);
    if (m_options.model == PiModel::Cm4 || !digest || digest->writtenAt.value_or(0) <= m_options.eepromWrittenAt
        || (digest->target != BootRom::None && digest->target != rom) || m_config.value(u"bootloader_update") == u'0')
        return false;
    const auto image = get(at(u"pieeprom.upd"_s));
    if (!image || image->size() != (rom == BootRom::Bcm2712 ? 2048 : 512) * 1024 || !fits(*digest, *image))
        return false;
    m_record({.kind = Kind::Renewed, .subject = at(u"pieeprom.upd"_s), .size = image->size()});
    m_boot.renewedAt = *digest->writtenAt;
    return true;
}

void Firmware::keep(const QString &path, const QByteArray &bytes)
{
    if (m_options.keepFolder.isEmpty())
        return;
    QString name = QDir::cleanPath(path);
    if (!m_boot.prefix.isEmpty() && name.startsWith(m_boot.prefix))
        name = name.sliced(m_boot.prefix.size());
    const QString full = m_options.keepFolder + u'/' + name;
    if (!isPlainPath(name) || !QDir().mkpath(QFileInfo(full).path())) {
        m_error = Error{ErrorKind::FileUnwritable, full, {}};
        return;
    }
    QFile file(full);
    if (!file.open(QFile::WriteOnly) || file.write(bytes) != bytes.size() || !file.flush())
        m_error = Error{ErrorKind::FileUnwritable, full, file.errorString()};
}

// start.elf and fixup.dat in the variant that config.txt asks for (config_txt/boot.adoc).
void Firmware::firmwarePair()
{
    const QString generation = bootRom(m_options.model) == BootRom::Bcm2711 ? u"4"_s : QString();
    const QString variant = m_config.isOn(u"start_x") ? u"x"_s
        : m_config.isOn(u"start_debug")               ? u"db"_s
        : m_config.value(u"gpu_mem") == "16"_L1       ? u"cd"_s
                                                      : QString();
    must(at(m_config.value(u"start_file", u"start"_s + generation + variant + u".elf"_s)));
    must(at(m_config.value(u"fixup_file", u"fixup"_s + generation + variant + u".dat"_s)));
}

void Firmware::overlays()
{
    const QString folder = m_config.value(u"overlay_prefix", u"overlays/"_s);
    get(at(folder + u"overlay_map.dtb"_s));
    if (bootRom(m_options.model) != BootRom::Bcm2712)
        readConfig();
    for (const QString &name : std::as_const(m_config.overlays)) {
        // overlay_map.dtb names the variant of the generation; this one is in every image.
        const bool kms = name == "vc4-kms-v3d"_L1 && bootRom(m_options.model) != BootRom::Bcm2837;
        const QString variant = !kms ? QString() : bootRom(m_options.model) == BootRom::Bcm2711 ? u"-pi4"_s : u"-pi5"_s;
        get(at(folder + name + variant + u".dtbo"_s));
    }
}

// What has nothing in it starts nothing.
void Firmware::kernel()
{
    const QString path = at(os(m_boot.kernel));
    if (must(path).isEmpty())
        giveUp(path, u"empty"_s);
}

// A large file is asked for twice: its size, then itself.
bool Firmware::large(const QString &name)
{
    return probe(at(name)) && get(at(name)).has_value();
}

void Firmware::commandLine(const QString &separator)
{
    m_boot.commandLine = must(m_boot.prefix + (m_boot.prefix.isEmpty() ? QString() : separator)
                              + os(m_config.value(u"cmdline", u"cmdline.txt"_s)));
}

QString Firmware::kernelName(const QString &usual, const QString &usual32) const
{
    const bool wide = bootRom(m_options.model) == BootRom::Bcm2837 ? m_config.isOn(u"arm_64bit")
                                                                   : m_config.value(u"arm_64bit") != u'0';
    return m_config.value(u"kernel", wide ? usual : usual32);
}

void Firmware::initramfs()
{
    QString name = m_config.initramfs;
    if (name.isEmpty() && m_config.isOn(u"auto_initramfs") && m_boot.kernel.startsWith("kernel"_L1))
        name = u"initramfs"_s + m_boot.kernel.sliced(6).chopped(m_boot.kernel.endsWith(".img"_L1) ? 4 : 0);
    if (!name.isEmpty() && large(os(name)))
        m_boot.initramfs = os(name);
}

void Firmware::bootPi3()
{
    const QString dtb = deviceTree(m_options.model);
    must(u"bootcode.bin"_s, Loader::Rom); // never below the serial
    get(u"bootsig.bin"_s, Loader::Rom);
    choosePrefix({u"start.elf"_s});
    maybe({"autoboot.txt"_L1});
    readConfig();
    mustNotTakeOver(u"recovery.elf"_s);
    firmwarePair();
    mustNotTakeOver(u"recovery.elf"_s);
    readConfig();
    maybe({"dt-blob.bin"_L1, "bootcfg.txt"_L1});
    m_boot.kernel = kernelName(u"kernel8.img"_s, u"kernel7.img"_s);
    initramfs();
    must(at(os(dtb)));
    overlays();
    commandLine();
    mustNotTakeOver(u"recovery8.img"_s);
    maybe({"armstub8-32.bin"_L1});
    kernel();
}

void Firmware::bootPi4()
{
    const bool ownUsbEeprom = m_options.model == PiModel::Pi4B && m_options.revision && m_options.revision->minor() < 4;
    choosePrefix({u"start4.elf"_s, u"start.elf"_s});
    readConfig();
    if (ownUsbEeprom)
        maybe({"vl805.sig"_L1});
    if (renews(get(at(u"pieeprom.sig"_s))))
        return;
    mustNotTakeOver(u"recover4.elf"_s);
    mustNotTakeOver(u"recovery.elf"_s);
    firmwarePair();
    mustNotTakeOver(u"recovery.elf"_s);
    readConfig();
    maybe({"dt-blob.bin"_L1, "bootcfg.txt"_L1});
    readConfig();
    m_boot.kernel = kernelName(u"kernel8.img"_s, u"kernel7l.img"_s);
    initramfs();
    must(at(os(deviceTree(m_options.model))));
    overlays();
    commandLine();
    mustNotTakeOver(u"recovery8.img"_s);
    if (!probe(at(os(m_boot.kernel))))
        giveUp(at(os(m_boot.kernel)), m_lastWords);
    maybe({"armstub8-gic.bin"_L1});
    kernel();
}

void Firmware::bootPi5()
{
    choosePrefix({u"config.txt"_s});
    const auto digest = get(at(u"pieeprom.sig"_s));
    readConfig();
    if (renews(digest))
        return;
    const QString dtb = at(os(deviceTree(m_options.model)));
    if (!get(dtb) && m_config.value(u"os_check") != u'0')
        giveUp(dtb, m_lastWords);
    m_boot.kernel = m_config.value(u"kernel", u"kernel_2712.img"_s);
    if (!probe(at(os(m_boot.kernel)))) {
        if (m_config.values.contains(u"kernel"_s) || !probe(at(os(u"kernel8.img"_s))))
            giveUp(at(os(m_boot.kernel)), m_lastWords);
        m_boot.kernel = u"kernel8.img"_s;
    }
    initramfs();
    overlays();
    commandLine(u"/"_s);
    maybe({"armstub8-2712.bin"_L1});
    kernel();
}

} // namespace

Result<FetchedBoot> fetchBootFiles(const VirtualPiOptions &options, BootFileSource &source, const Recorder &record)
{
    return Firmware(options, source, record).boot();
}

} // namespace bramble
