// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/cluster_yaml.h"

#include "text/cluster_file.h"

#include <QStringConverter>

#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace bramble {

using namespace Qt::StringLiterals;

namespace {

bool namesSecret(const QString &key)
{
    const QString low = key.toLower();
    if (low == "passwordless-sudo"_L1 || low == "console-password"_L1)
        return false; // yes or no, not the password
    static const QStringList words{u"password"_s, u"passwd"_s, u"passphrase"_s, u"secret"_s,
                                   u"token"_s,    u"psk"_s,    u"private-key"_s};
    return std::ranges::any_of(words, [&low](const QString &word) { return low.contains(word); });
}

struct Refusal
{
    ErrorKind kind;
    QString subject;
    int line;
};

// Builds values from the parser's events and not from its node tree, which would follow aliases: a bomb never goes off.
class Builder : public YAML::EventHandler
{
public:
    static constexpr size_t deepest = 3; // cluster, nodes, node

    void OnDocumentStart(const YAML::Mark & /*mark*/) override { }
    void OnDocumentEnd() override { }
    void OnNull(const YAML::Mark &mark, YAML::anchor_t anchor) override
    {
        if (anchor != 0)
            refuse(mark, u"&"_s);
        take(std::monostate{}, mark);
    }
    void OnAlias(const YAML::Mark &mark, YAML::anchor_t /*anchor*/) override { refuse(mark, u"*"_s); }
    void OnScalar(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                  const std::string &value) override
    {
        check(mark, tag, anchor);
        const QString text = QString::fromStdString(value);
        // An empty plain scalar and `~` reach us as scalars too; only quotes make them a text.
        if (tag != "!" && (text.isEmpty() || text == "~"_L1 || text == "null"_L1))
            take(std::monostate{}, mark);
        else
            take(text, mark);
    }
    void OnSequenceStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                         YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, tag, anchor, YamlList{});
    }
    void OnSequenceEnd() override { close(); }
    void OnMapStart(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor,
                    YAML::EmitterStyle::value /*style*/) override
    {
        open(mark, tag, anchor, YamlMap{});
    }
    void OnMapEnd() override { close(); }

    YamlValue top;

private:
    struct Open
    {
        YamlValue value;
        int line = 0;
        bool keyNext = true;
    };

    static int lineOf(const YAML::Mark &mark) { return mark.line + 1; }
    [[noreturn]] static void refuse(const YAML::Mark &mark, const QString &subject)
    {
        throw Refusal{ErrorKind::ClusterSchema, subject, lineOf(mark)};
    }

    static void check(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor)
    {
        if (anchor != 0)
            refuse(mark, u"&"_s);
        if (!tag.empty() && tag != "?" && tag != "!")
            refuse(mark, QString::fromStdString(tag).left(80));
    }

    void open(const YAML::Mark &mark, const std::string &tag, YAML::anchor_t anchor, YamlValue value)
    {
        check(mark, tag, anchor);
        if (m_open.size() >= deepest + 1)
            refuse(mark, u"[{"_s);
        m_open.push_back({std::move(value), lineOf(mark)});
    }

    void close()
    {
        Open done = std::move(m_open.back());
        m_open.pop_back();
        put(std::move(done.value), done.line);
    }

    void take(YamlValue value, const YAML::Mark &mark) { put(std::move(value), lineOf(mark)); }

    void put(YamlValue value, int line)
    {
        if (m_open.empty()) {
            top = std::move(value);
            return;
        }
        Open &parent = m_open.back();
        if (auto *list = std::get_if<YamlList>(&parent.value))
            append(*list, std::move(value), line);
        else
            enter(parent, std::get<YamlMap>(parent.value), std::move(value), line);
    }

    static void append(YamlList &list, YamlValue value, int line)
    {
        const auto kind = std::holds_alternative<QString>(value) ? YamlList::Kind::Texts : YamlList::Kind::Maps;
        const bool fits = std::holds_alternative<QString>(value) || std::holds_alternative<YamlMap>(value);
        if (!fits || (list.kind != YamlList::Kind::Empty && list.kind != kind))
            throw Refusal{ErrorKind::ClusterSchema, u"-"_s, line};
        list.kind = kind;
        list.lines.push_back(line);
        if (kind == YamlList::Kind::Texts)
            list.texts << std::get<QString>(value);
        else
            list.maps.push_back(std::get<YamlMap>(std::move(value)));
    }

    static void enter(Open &parent, YamlMap &map, YamlValue value, int line)
    {
        if (parent.keyNext) {
            const auto *key = std::get_if<QString>(&value);
            if (!key)
                throw Refusal{ErrorKind::ClusterSchema, u"?"_s, line};
            if (namesSecret(*key))
                throw Refusal{ErrorKind::ClusterSecret, key->left(80), line};
            map.entries.push_back({*key, line, {}});
        } else {
            map.entries.back().value = std::move(value);
        }
        parent.keyNext = !parent.keyNext;
    }

    std::vector<Open> m_open;
};

QString at(const QString &fileName, int line)
{
    return fileName + u':' + QString::number(line);
}

int lineAt(QByteArrayView yaml, qsizetype position)
{
    return int(std::count(yaml.begin(), yaml.begin() + position, '\n')) + 1;
}

} // namespace

Result<YamlMap> readYaml(QByteArrayView yaml, const QString &fileName)
{
    if (yaml.size() > clusterFileLimit)
        return fail(ErrorKind::ClusterSchema, QString::number(yaml.size()), fileName);
    // Also where it stands in a comment or the file is no YAML at all: it must not lie here.
    if (const qsizetype key = yaml.indexOf("PRIVATE KEY-----"_L1); key >= 0)
        return fail(ErrorKind::ClusterSecret, u"PRIVATE KEY"_s, at(fileName, lineAt(yaml, key)));
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString whole = decoder(yaml);
    if (decoder.hasError() || whole.contains(QChar(u'\0')))
        return fail(ErrorKind::ClusterSyntax, u"UTF-8"_s, fileName);

    std::istringstream stream(std::string(yaml.data(), size_t(yaml.size())));
    Builder builder;
    try {
        YAML::Parser parser(stream);
        if (!parser.HandleNextDocument(builder))
            return fail(ErrorKind::ClusterVersion, {}, at(fileName, 1));
        Builder rest;
        if (parser.HandleNextDocument(rest))
            return fail(ErrorKind::ClusterSchema, u"---"_s, fileName);
    } catch (const Refusal &refusal) {
        return fail(refusal.kind, refusal.subject, at(fileName, refusal.line));
    } catch (const YAML::Exception &error) {
        return fail(ErrorKind::ClusterSyntax, fileName,
                    at(fileName, error.mark.line + 1) + u": "_s + QString::fromStdString(error.msg));
    } catch (const std::exception &error) {
        return fail(ErrorKind::ClusterSyntax, fileName, QString::fromUtf8(error.what()));
    }
    if (auto *map = std::get_if<YamlMap>(&builder.top))
        return std::move(*map);
    return fail(ErrorKind::ClusterSchema, {}, at(fileName, 1));
}

} // namespace bramble
