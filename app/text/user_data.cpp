// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/user_data.h"

#include <QRegularExpression>
#include <QStringConverter>

#include <sstream>
#include <vector>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

struct Leaf
{
    QStringList path; ///< keys from the top; items of a list by number
    QString text;
};

struct TooMuch
{
    QString what;
    int line;
};

// Gathers texts from the parser's events; anchors and aliases are refused, so that nothing grows.
class Gatherer : public YAML::EventHandler
{
public:
    static constexpr size_t deepest = 16;
    static constexpr size_t most = 20000;

    void OnDocumentStart(const YAML::Mark & /*mark*/) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override { take(mark, anchor, {}); }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override { throw TooMuch{u"*"_s, mark.line + 1}; }
    void OnScalar(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        take(mark, anchor, QString::fromStdString(value));
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, anchor, false);
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string & /*tag*/, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, anchor, true);
    }
    void OnMapEnd() override { close(); }

    bool topIsMap = false;
    std::vector<Leaf> leaves;

private:
    struct Level
    {
        bool map;
        bool keyNext = true;
        QString key;
        int count = 0;
    };

    QStringList path() const
    {
        QStringList keys;
        for (const Level &level : m_levels)
            keys << (level.map ? level.key : QString::number(level.count));
        return keys;
    }
    void took()
    {
        if (m_levels.empty())
            return;
        ++m_levels.back().count;
        m_levels.back().keyNext = true;
    }
    void take(const YAML::Mark &mark, YAML::anchor_t anchor, const QString &text)
    {
        if (anchor != 0)
            throw TooMuch{u"&"_s, mark.line + 1};
        if (leaves.size() >= most)
            throw TooMuch{QString::number(most), mark.line + 1};
        if (!m_levels.empty() && m_levels.back().map && m_levels.back().keyNext) {
            m_levels.back().key = text;
            m_levels.back().keyNext = false;
            return;
        }
        leaves.push_back({path(), text});
        took();
    }
    void open(const YAML::Mark &mark, YAML::anchor_t anchor, bool map)
    {
        if (anchor != 0)
            throw TooMuch{u"&"_s, mark.line + 1};
        if (m_levels.size() >= deepest || (!m_levels.empty() && m_levels.back().map && m_levels.back().keyNext))
            throw TooMuch{u"[{"_s, mark.line + 1};
        if (m_levels.empty())
            topIsMap = map;
        else
            leaves.push_back({path(), {}}); // so that also a key with nothing but structure below it is seen
        m_levels.push_back({map, true, {}, 0});
    }
    void close()
    {
        m_levels.pop_back();
        took();
    }

    std::vector<Level> m_levels;
};

struct Pattern
{
    QRegularExpression shape;
    QString why;
};

// Files whose writing reconfigures the card that the root hangs on, or the way the next boot finds its disk.
const std::vector<Pattern> &files()
{
    static const QString network = u"network"_s;
    static const QString disk = u"disk"_s;
    static const std::vector<Pattern> all{
        {QRegularExpression(u"/(etc|run|lib)/netplan"_s), network},
        {QRegularExpression(u"/(etc|run|lib)/NetworkManager"_s), network},
        {QRegularExpression(u"/etc/network/"_s), network},
        {QRegularExpression(u"/(etc|run|lib)/systemd/network(/|d\\.conf)"_s), network},
        {QRegularExpression(u"/etc/(wpa_supplicant|dhcp/|dhcpcd\\.conf)"_s), network},
        {QRegularExpression(u"/etc/cloud/cloud\\.cfg\\.d/[^ ]*(net|brambleboot)"_s), network},
        {QRegularExpression(u"/boot/(firmware/)?(cmdline|config)\\.txt"_s), disk},
        {QRegularExpression(u"/etc/fstab\\b"_s), disk},
        {QRegularExpression(u"/etc/initramfs-tools/conf\\.d/brambleboot"_s), disk},
    };
    return all;
}

// Commands that do the same.
const std::vector<Pattern> &doings()
{
    static const QString network = u"network"_s;
    static const QString disk = u"disk"_s;
    const auto shape = [](const char *text) { return QRegularExpression(QString::fromLatin1(text)); };
    static const std::vector<Pattern> all{
        {shape(R"(\bip\b[^;&|\n]*\b(link|l)\b[^;&|\n]*\b(down|delete|del|name|master)\b)"), network},
        {shape(R"(\bip\b[^;&|\n]*\b(addr|address|a)\s+(flush|del|delete|change|replace)\b)"), network},
        {shape(R"(\bip\b[^;&|\n]*\b(route|r)\s+(flush|del|delete|replace)\b)"), network},
        {shape(R"(\bifconfig\s+\S+\s+(down|0\.0\.0\.0|[0-9]))"), network},
        {shape(R"(\b(ifdown|ifup|ifreload|dhclient|dhcpcd|udhcpc|nmtui|nmstatectl|wpa_supplicant)\b)"), network},
        {shape(R"(\bnetplan\s+(--\S+\s+)*(apply|try|set)\b)"), network},
        {shape(R"(\bnmcli\b[^;&|\n]*\b(up|down|add|modify|mod|delete|del|off|disconnect|connect|reapply|load|reload|clone|import|managed)\b)"), network},
        {shape(R"(\bnetworkctl\s+(up|down|reconfigure|renew|forcerenew|reload|delete)\b)"), network},
        {shape(R"(\b(systemctl|service|invoke-rc\.d)\b[^;&|\n]*\b(NetworkManager|network-manager|systemd-networkd|networking|dhcpcd|wpa_supplicant|ifup@))"), network},
        {shape(R"(\b(modprobe\s+-r|rmmod)\b)"), network},
        {shape(R"(\b(swapon|mkswap|dphys-swapfile|resize2fs|growpart|parted|sfdisk|fdisk|mkfs[.a-z0-9]*)\b)"), disk},
    };
    return all;
}

Result<> allowed(const QString &text)
{
    for (const auto *patterns : {&files(), &doings()})
        for (const Pattern &pattern : *patterns)
            if (const auto match = pattern.shape.match(text); match.hasMatch())
                return fail(ErrorKind::UserDataForbidden, match.captured().simplified().left(80), pattern.why);
    return {};
}

// Keys of cloud-config that do it without a command. A name for all nodes would take each node's own.
QString forbiddenKey(const QString &key)
{
    static const QStringList network{u"network"_s, u"network-config"_s, u"autoinstall"_s};
    static const QStringList disk{u"growpart"_s, u"resize_rootfs"_s, u"disk_setup"_s, u"fs_setup"_s, u"swap"_s, u"mounts"_s,
                                  u"device_aliases"_s};
    static const QStringList identity{u"hostname"_s, u"fqdn"_s, u"local-hostname"_s, u"ssh_keys"_s};
    return network.contains(key) ? u"network"_s : disk.contains(key) ? u"disk"_s : identity.contains(key) ? u"identity"_s : QString();
}

bool isCommandKey(const QString &key)
{
    return key == "runcmd"_L1 || key == "bootcmd"_L1;
}

Result<> checkLeaves(const std::vector<Leaf> &leaves)
{
    QStringList words; // of a command that is written as a list
    QStringList at;
    for (const Leaf &leaf : leaves) {
        const QString top = leaf.path.value(0);
        if (const QString why = forbiddenKey(top); !why.isEmpty())
            return fail(ErrorKind::UserDataForbidden, top, why);
        const QStringList parent = leaf.path.first(leaf.path.size() - 1);
        if (isCommandKey(top) && leaf.path.size() == 3) {
            words = parent == at ? words << leaf.text : QStringList{leaf.text};
            at = parent;
            if (const auto fine = allowed(words.join(u' ')); !fine)
                return fine;
        }
        // Packages that bring such a program are no harm: it finds the card closed to it.
        if (top == "packages"_L1 || top == "final_message"_L1)
            continue;
        if (const auto fine = allowed(leaf.text); !fine)
            return fine;
    }
    return {};
}

} // namespace

Result<> checkCommands(const QStringList &commands)
{
    for (const QString &command : commands)
        if (const auto fine = allowed(command); !fine)
            return fine;
    return {};
}

Result<> checkUserData(QByteArrayView userData, const QString &name)
{
    if (userData.size() > userDataLimit)
        return fail(ErrorKind::UserDataInvalid, name, QString::number(userData.size()));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString whole = decoder(userData);
    // Also scripts, archives and includes are user data to cloud-init, and nobody could say what they will do.
    if (decoder.hasError() || whole.contains(QChar(u'\0'))
        || whole.section(u'\n', 0, 0).trimmed() != "#cloud-config"_L1)
        return fail(ErrorKind::UserDataInvalid, name);
    std::istringstream stream(std::string(userData.data(), size_t(userData.size())));
    Gatherer gatherer;
    try {
        YAML::Parser parser(stream);
        Gatherer rest;
        if (!parser.HandleNextDocument(gatherer) || parser.HandleNextDocument(rest))
            return fail(ErrorKind::UserDataInvalid, name, u"---"_s);
    } catch (const TooMuch &error) {
        return fail(ErrorKind::UserDataInvalid, name, QString::number(error.line) + u": "_s + error.what);
    } catch (const YAML::Exception &error) {
        return fail(ErrorKind::UserDataInvalid, name,
                    QString::number(error.mark.line + 1) + u": "_s + QString::fromStdString(error.msg));
    } catch (const std::exception &error) {
        return fail(ErrorKind::UserDataInvalid, name, QString::fromUtf8(error.what()));
    }
    if (!gatherer.topIsMap)
        return fail(ErrorKind::UserDataInvalid, name);
    return checkLeaves(gatherer.leaves);
}

} // namespace bramble
