// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/cluster_file.h"

#include "model/catalogue.h"
#include "text/cluster_yaml.h"

#include <QRegularExpression>
#include <QSet>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

const QRegularExpression &oneLine()
{
    static const QRegularExpression shape(u"\\A[^\\x00-\\x1f\\x7f]{1,4096}\\z"_s);
    return shape;
}

// Reads a mapping by its keys. The first thing that is wrong is kept; whatever is read after it is empty.
class Keys
{
public:
    Keys(const YamlMap &map, QStringList known, QString file) : m_map(map), m_file(std::move(file))
    {
        QSet<QString> seen;
        for (const YamlEntry &entry : map.entries) {
            if (!known.contains(entry.key) || seen.contains(entry.key))
                say(ErrorKind::ClusterSchema, entry.key, entry.line);
            seen.insert(entry.key);
        }
    }

    const YamlEntry *find(QLatin1StringView key) const
    {
        for (const YamlEntry &entry : m_map.entries)
            if (entry.key == key)
                return &entry;
        return nullptr;
    }

    QString text(QLatin1StringView key)
    {
        const YamlEntry *entry = find(key);
        if (!entry)
            return {};
        const auto *scalar = std::get_if<QString>(&entry->value);
        if (!scalar) {
            say(ErrorKind::ClusterSchema, key, entry->line);
            return {};
        }
        return *scalar;
    }

    QString matching(QLatin1StringView key, const QRegularExpression &shape, ErrorKind kind)
    {
        const QString value = text(key);
        if (!value.isEmpty() && !shape.match(value).hasMatch()) {
            say(kind, kind == ErrorKind::ClusterSchema ? QString(key) : value, find(key)->line);
            return {};
        }
        return value;
    }

    // A list of single lines; one that is none is an error of that kind.
    QStringList texts(QLatin1StringView key, ErrorKind kind)
    {
        const YamlEntry *entry = find(key);
        if (!entry)
            return {};
        const auto *list = std::get_if<YamlList>(&entry->value);
        if (!list || list->kind == YamlList::Kind::Maps) {
            say(ErrorKind::ClusterSchema, key, entry->line);
            return {};
        }
        QStringList all;
        for (qsizetype i = 0; i < list->texts.size(); ++i) {
            if (!oneLine().match(list->texts[i]).hasMatch())
                say(kind, list->texts[i].left(40), list->lines[size_t(i)]);
            all << list->texts[i].trimmed();
        }
        return all;
    }

    template<typename T>
    std::optional<T> parsed(QLatin1StringView key, std::optional<T> (*parse)(QStringView), ErrorKind kind)
    {
        const QString value = text(key);
        if (!find(key) || m_error)
            return {};
        const std::optional<T> result = parse(value);
        if (!result)
            say(kind, value, find(key)->line);
        return result;
    }

    void say(ErrorKind kind, const QString &subject, int line)
    {
        if (!m_error)
            m_error = Error{kind, subject, m_file + u':' + QString::number(line)};
    }

    Result<> result() const
    {
        if (m_error)
            return std::unexpected(*m_error);
        return {};
    }

private:
    const YamlMap &m_map;
    QString m_file;
    std::optional<Error> m_error;
};

std::optional<bool> parseBool(QStringView text)
{
    if (text == "true"_L1)
        return true;
    if (text == "false"_L1)
        return false;
    return {};
}

std::optional<quint16> parsePort(QStringView text)
{
    bool ok = false;
    const quint16 port = text.toUShort(&ok);
    return ok && port != 0 && text[0].isDigit() ? std::optional(port) : std::nullopt;
}

// Goes into exports, dnsmasq.conf, cmdline.txt and a shell: nothing that any of them takes for more than a letter.
std::optional<QString> parseFolder(QStringView text)
{
    static const QRegularExpression shape(u"\\A(/[A-Za-z0-9_-][A-Za-z0-9._-]*)+\\z"_s);
    return text.size() <= 200 && shape.matchView(text).hasMatch() ? std::optional(text.toString()) : std::nullopt;
}

std::optional<QUrl> parseUrl(QStringView text)
{
    const QUrl asWritten(text.toString(), QUrl::StrictMode);
    // A '#' too many becomes %23 in writing: what is written has to be what is read again.
    const QUrl url(asWritten.toString(QUrl::FullyEncoded), QUrl::StrictMode);
    return text.size() <= 2048 && isWebAddress(url) ? std::optional(url) : std::nullopt;
}

Result<> readServer(ServerChoice &server, const YamlMap &map, const QString &file)
{
    // A leading '-' would be an option to ssh; the rest is what ssh_config takes for a Host.
    static const QRegularExpression host(u"\\A[A-Za-z0-9_:\\[][A-Za-z0-9_.:%\\[\\]-]{0,252}\\z"_s);
    static const QRegularExpression user(u"\\A[A-Za-z0-9_][A-Za-z0-9_.@\\\\-]{0,63}\\$?\\z"_s);
    static const QRegularExpression interface(u"\\A[A-Za-z0-9_][A-Za-z0-9_.:-]{0,14}\\z"_s);
    Keys keys(map, {u"this-computer"_s, u"host"_s, u"user"_s, u"port"_s, u"interface"_s, u"folder"_s}, file);
    server.thisComputer = keys.parsed("this-computer"_L1, &parseBool, ErrorKind::ClusterSchema).value_or(false);
    // Two servers in one section: whoever wrote it meant one of them, and nobody can tell which.
    for (const QLatin1StringView other : {"host"_L1, "user"_L1, "port"_L1})
        if (const YamlEntry *entry = keys.find(other); entry && server.thisComputer)
            keys.say(ErrorKind::ClusterSchema, other, entry->line);
    server.host = keys.matching("host"_L1, host, ErrorKind::InvalidAddress);
    server.user = keys.matching("user"_L1, user, ErrorKind::InvalidUser);
    server.port = keys.parsed("port"_L1, &parsePort, ErrorKind::ClusterSchema).value_or(0);
    server.interface = keys.matching("interface"_L1, interface, ErrorKind::ClusterSchema);
    server.folder = keys.parsed("folder"_L1, &parseFolder, ErrorKind::ClusterSchema).value_or(QString());
    return keys.result();
}

// There is one thing it can give; the key is there so that a file says what happens to the router.
Result<> readRouter(RouterChoice &router, const YamlMap &map, const QString &file)
{
    static const QRegularExpression host(u"\\A[A-Za-z0-9_:\\[][A-Za-z0-9_.:%\\[\\]-]{0,252}\\z"_s);
    static const QRegularExpression user(u"\\A[A-Za-z0-9_][A-Za-z0-9_.@\\\\-]{0,63}\\z"_s);
    static const QRegularExpression gives(u"\\Aoptions\\z"_s);
    Keys keys(map, {u"host"_s, u"user"_s, u"port"_s, u"gives"_s}, file);
    router.host = keys.matching("host"_L1, host, ErrorKind::InvalidAddress);
    router.user = keys.matching("user"_L1, user, ErrorKind::InvalidUser);
    router.port = keys.parsed("port"_L1, &parsePort, ErrorKind::ClusterSchema).value_or(0);
    if (keys.matching("gives"_L1, gives, ErrorKind::ClusterSchema).isEmpty())
        router.host.clear(); // a router that is to give nothing is left alone
    return keys.result();
}

std::optional<NetworkChoice::Dhcp> parseDhcp(QStringView text)
{
    if (text == "proxy"_L1)
        return NetworkChoice::Dhcp::Proxy;
    if (text == "full"_L1)
        return NetworkChoice::Dhcp::Full;
    return {};
}

Result<> readNetwork(NetworkChoice &network, const YamlMap &map, const QString &file)
{
    Keys keys(map, {u"dhcp"_s, u"range"_s, u"gateway"_s, u"dns"_s}, file);
    network.dhcp = keys.parsed("dhcp"_L1, &parseDhcp, ErrorKind::ClusterSchema).value_or(NetworkChoice::Dhcp::Proxy);
    network.range = keys.parsed("range"_L1, &Ipv4Range::parse, ErrorKind::ClusterSchema);
    network.gateway = keys.parsed("gateway"_L1, &Ipv4::parse, ErrorKind::ClusterSchema);
    for (const QString &text : keys.texts("dns"_L1, ErrorKind::ClusterSchema)) {
        const auto address = Ipv4::parse(text);
        if (!address)
            keys.say(ErrorKind::ClusterSchema, text, keys.find("dns"_L1)->line);
        else
            network.dns.push_back(*address);
    }
    return keys.result();
}

Result<> readImage(ImageChoice &image, const YamlMap &map, const QString &file)
{
    static const QRegularExpression hash(u"\\A[0-9A-Fa-f]{64}\\z"_s);
    Keys keys(map, {u"file"_s, u"url"_s, u"sha256"_s, u"extracted-sha256"_s}, file);
    image.file = keys.matching("file"_L1, oneLine(), ErrorKind::ClusterSchema);
    if (const YamlEntry *entry = keys.find("url"_L1); entry && !QUrl(keys.text("url"_L1)).userInfo().isEmpty())
        keys.say(ErrorKind::ClusterSecret, u"url"_s, entry->line);
    image.url = keys.parsed("url"_L1, &parseUrl, ErrorKind::InvalidUrl).value_or(QUrl());
    image.sha256 = keys.matching("sha256"_L1, hash, ErrorKind::ClusterSchema).toLower();
    image.extractedSha256 = keys.matching("extracted-sha256"_L1, hash, ErrorKind::ClusterSchema).toLower();
    return keys.result();
}

Result<> readAccess(Access &access, const YamlMap &map, const QString &file)
{
    Keys keys(map,
              {u"user"_s, u"ssh-keys"_s, u"ssh"_s, u"console-password"_s, u"passwordless-sudo"_s, u"locale"_s,
               u"keyboard"_s, u"keyboard-variant"_s, u"timezone"_s},
              file);
    access.user = keys.matching("user"_L1, oneLine(), ErrorKind::InvalidUser);
    access.sshKeys = keys.texts("ssh-keys"_L1, ErrorKind::InvalidPublicKey);
    access.ssh = keys.parsed("ssh"_L1, &parseBool, ErrorKind::ClusterSchema).value_or(true);
    access.consolePassword = keys.parsed("console-password"_L1, &parseBool, ErrorKind::ClusterSchema).value_or(false);
    access.passwordlessSudo = keys.parsed("passwordless-sudo"_L1, &parseBool, ErrorKind::ClusterSchema).value_or(true);
    access.locale = keys.matching("locale"_L1, oneLine(), ErrorKind::InvalidLocale);
    access.keyboard = keys.matching("keyboard"_L1, oneLine(), ErrorKind::InvalidKeyboard);
    access.keyboardVariant = keys.matching("keyboard-variant"_L1, oneLine(), ErrorKind::InvalidKeyboard);
    access.timezone = keys.matching("timezone"_L1, oneLine(), ErrorKind::InvalidTimezone);
    return keys.result();
}

Result<> readFirstBoot(FirstBoot &first, const YamlMap &map, const QString &file)
{
    Keys keys(map, {u"packages"_s, u"run"_s, u"user-data"_s}, file);
    first.packages = keys.texts("packages"_L1, ErrorKind::InvalidPackage);
    first.commands = keys.texts("run"_L1, ErrorKind::ClusterSchema);
    first.userDataFile = keys.matching("user-data"_L1, oneLine(), ErrorKind::ClusterSchema);
    return keys.result();
}

// serial, mac, or a folder of the node's own with the '/' that TFTP_PREFIX_STR needs.
void readPrefix(Node &node, const QString &value)
{
    if (value == "mac"_L1)
        node.prefix = TftpPrefix::Mac;
    else if (!value.isEmpty() && value != "serial"_L1)
        node.prefix = TftpPrefix::Text;
    if (node.prefix == TftpPrefix::Text)
        node.prefixText = value;
}

Result<> readNode(Node &node, const YamlMap &map, const QString &file)
{
    Keys keys(map, {u"name"_s, u"serial"_s, u"mac"_s, u"model"_s, u"tftp-folder"_s}, file);
    node.name = keys.matching("name"_L1, oneLine(), ErrorKind::InvalidHostname);
    node.serial = keys.parsed("serial"_L1, &Serial::parse, ErrorKind::InvalidSerial);
    node.mac = keys.parsed("mac"_L1, &MacAddress::parse, ErrorKind::InvalidMac);
    node.model = keys.parsed("model"_L1, &parsePiModel, ErrorKind::InvalidModel).value_or(PiModel::Unknown);
    readPrefix(node, keys.matching("tftp-folder"_L1, oneLine(), ErrorKind::InvalidBootFolder));
    return keys.result();
}

// The section of that name, or nothing where the file has none.
Result<const YamlMap *> section(const Keys &keys, QLatin1StringView key, const QString &file)
{
    const YamlEntry *entry = keys.find(key);
    if (!entry)
        return nullptr;
    if (const auto *map = std::get_if<YamlMap>(&entry->value))
        return map;
    return fail(ErrorKind::ClusterSchema, key, file + u':' + QString::number(entry->line));
}

template<typename T>
Result<> readSection(const Keys &keys, QLatin1StringView key, const QString &file, T &into,
                     Result<> (*read)(T &, const YamlMap &, const QString &))
{
    const auto map = section(keys, key, file);
    if (!map)
        return std::unexpected(map.error());
    return *map ? read(into, **map, file) : Result<>{};
}

Result<> readNodes(std::vector<Node> &nodes, const YamlEntry &entry, const QString &file)
{
    const auto *list = std::get_if<YamlList>(&entry.value);
    if (!list || list->kind == YamlList::Kind::Texts)
        return fail(ErrorKind::ClusterSchema, entry.key, file + u':' + QString::number(entry.line));
    for (const YamlMap &map : list->maps) {
        Node node;
        if (const auto read = readNode(node, map, file); !read)
            return read;
        nodes.push_back(std::move(node));
    }
    return {};
}

} // namespace

Result<Cluster> parseCluster(QByteArrayView yaml, const QString &fileName)
{
    const auto map = readYaml(yaml, fileName);
    if (!map)
        return std::unexpected(map.error());
    Keys keys(*map, {u"brambleboot"_s, u"name"_s, u"server"_s, u"router"_s, u"network"_s, u"image"_s, u"access"_s, u"first-boot"_s, u"nodes"_s},
              fileName);
    // The version first: what a later one calls its keys is not ours to judge.
    const YamlEntry *version = keys.find("brambleboot"_L1);
    const auto *number = version ? std::get_if<QString>(&version->value) : nullptr;
    if (!number || *number != "1"_L1)
        return fail(ErrorKind::ClusterVersion, number ? *number : QString(),
                    fileName + u':' + QString::number(version ? version->line : 1));

    Cluster cluster;
    cluster.name = keys.matching("name"_L1, oneLine(), ErrorKind::ClusterSchema);
    Result<> read = keys.result();
    if (read)
        read = readSection(keys, "server"_L1, fileName, cluster.server, &readServer);
    if (read)
        read = readSection(keys, "router"_L1, fileName, cluster.router, &readRouter);
    if (read)
        read = readSection(keys, "network"_L1, fileName, cluster.network, &readNetwork);
    if (read)
        read = readSection(keys, "image"_L1, fileName, cluster.image, &readImage);
    if (read)
        read = readSection(keys, "access"_L1, fileName, cluster.access, &readAccess);
    if (read)
        read = readSection(keys, "first-boot"_L1, fileName, cluster.firstBoot, &readFirstBoot);
    if (const YamlEntry *nodes = keys.find("nodes"_L1); nodes && read)
        read = readNodes(cluster.nodes, *nodes, fileName);
    if (!read)
        return std::unexpected(read.error());
    return cluster;
}

} // namespace bramble
