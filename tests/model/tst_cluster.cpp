// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/cluster.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

const QString goodKey
    = u"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl ada@laptop"_s;

Cluster good()
{
    Cluster cluster;
    cluster.access.user = u"ada"_s;
    cluster.access.sshKeys = {goodKey};
    cluster.nodes = {{u"pi-01"_s, Serial::parse(u"38c128c0"), std::nullopt, PiModel::Pi4B},
                     {u"pi-02"_s, std::nullopt, MacAddress::parse(u"dc:a6:32:01:02:04"), PiModel::Unknown}};
    return cluster;
}

std::vector<ErrorKind> kinds(const Cluster &cluster)
{
    std::vector<ErrorKind> out;
    for (const Error &error : problems(cluster))
        out.push_back(error.kind);
    return out;
}

using Kinds = std::vector<ErrorKind>;

} // namespace

class TestCluster : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToSay() { QVERIFY(problems(good()).empty()); }

    void eachProblem()
    {
        const auto with = [](auto &&change) {
            Cluster cluster = good();
            change(cluster);
            return kinds(cluster);
        };
        QCOMPARE(with([](Cluster &c) { c.nodes.clear(); }), Kinds{ErrorKind::NoNodes});
        QCOMPARE(with([](Cluster &c) { c.nodes[0].name = u"Pi_1"_s; }), Kinds{ErrorKind::InvalidHostname});
        QCOMPARE(with([](Cluster &c) { c.nodes[1].name = u"pi-01"_s; }), Kinds{ErrorKind::DuplicateHostname});
        QCOMPARE(with([](Cluster &c) { c.nodes[0].serial.reset(); }), Kinds{ErrorKind::NodeWithoutIdentity});
        QCOMPARE(with([](Cluster &c) { c.nodes[1].serial = c.nodes[0].serial; }), Kinds{ErrorKind::DuplicateSerial});
        QCOMPARE(with([](Cluster &c) { c.nodes[0].mac = c.nodes[1].mac; }), Kinds{ErrorKind::DuplicateMac});
        QCOMPARE(with([](Cluster &c) { c.nodes[0].model = PiModel::ZeroOrOld; }), Kinds{ErrorKind::ModelCannotNetboot});
        QCOMPARE(with([](Cluster &c) { c.access.user = u"root"_s; }), Kinds{ErrorKind::InvalidUser});
        QCOMPARE(with([](Cluster &c) { c.access.sshKeys.clear(); }), Kinds{ErrorKind::InvalidPublicKey});
        QCOMPARE(with([](Cluster &c) { c.access.sshKeys << u"ssh-ed25519 AAAA"_s; }),
                 Kinds{ErrorKind::InvalidPublicKey});
        QCOMPARE(with([](Cluster &c) { c.access.timezone = u"../../etc/passwd"_s; }),
                 Kinds{ErrorKind::InvalidTimezone});
        QCOMPARE(with([](Cluster &c) { c.image.url = QUrl(u"https://a.example/x.img"_s); }), Kinds{});
        QCOMPARE(with([](Cluster &c) { c.image.url = QUrl(u"https://a.example/x.img"_s), c.image.file = u"x.img"_s; }),
                 Kinds{ErrorKind::ImageTwice});
        QCOMPARE(with([](Cluster &c) { c.image.url = QUrl(u"file:///x.img"_s); }), Kinds{ErrorKind::InvalidUrl});
        QCOMPARE(with([](Cluster &c) { c.access.passwordlessSudo = false; }), Kinds{ErrorKind::SudoWithoutPassword});
        QCOMPARE(with([](Cluster &c) { c.access.passwordlessSudo = false, c.access.consolePassword = true; }), Kinds{});
        QCOMPARE(with([](Cluster &c) { c.access.ssh = false; }), Kinds{ErrorKind::NoWayIn});
        QCOMPARE(with([](Cluster &c) { c.access.ssh = false, c.access.consolePassword = true, c.access.sshKeys.clear(); }),
                 Kinds{});
        QCOMPARE(with([](Cluster &c) { c.access.locale = u"de_DE"_s; }), Kinds{ErrorKind::InvalidLocale});
        QCOMPARE(with([](Cluster &c) { c.access.locale = u"ca_ES.UTF-8@valencia"_s; }), Kinds{});
        QCOMPARE(with([](Cluster &c) { c.access.keyboard = u"de; rm"_s; }), Kinds{ErrorKind::InvalidKeyboard});
        QCOMPARE(with([](Cluster &c) { c.access.keyboardVariant = u"neo"_s; }), Kinds{ErrorKind::InvalidKeyboard});
        QCOMPARE(with([](Cluster &c) { c.access.keyboard = u"us,ru"_s, c.access.keyboardVariant = u",phonetic"_s; }),
                 Kinds{ErrorKind::InvalidKeyboard});
        QCOMPARE(with([](Cluster &c) { c.firstBoot.packages << u"--force"_s; }), Kinds{ErrorKind::InvalidPackage});
        QCOMPARE(with([](Cluster &c) { c.firstBoot.packages << u"g++-14"_s; }), Kinds{});
        QCOMPARE(with([](Cluster &c) { c.firstBoot.commands << u"true"_s, c.firstBoot.userDataFile = u"u"_s; }),
                 Kinds{ErrorKind::UserDataForbidden});
        QCOMPARE(with([](Cluster &c) { c.access.timezone = u"America/Argentina/Ushuaia"_s; }), Kinds{});
    }

    void allAtOnce()
    {
        Cluster cluster = good();
        cluster.nodes[0].name = u"-"_s;
        cluster.access.user.clear();
        QCOMPARE(kinds(cluster), (Kinds{ErrorKind::InvalidHostname, ErrorKind::InvalidUser}));
    }

    void hostNames()
    {
        for (const QString &name : {u"pi"_s, u"pi-01"_s, u"1a"_s, QString(63, u'a')})
            QVERIFY2(isHostname(name), qPrintable(name));
        for (const QString &name : {u""_s, u"-a"_s, u"a-"_s, u"A"_s, u"a.b"_s, u"a b"_s, u"12"_s, u"localhost"_s,
                                    u"a\n"_s, QString(64, u'a')})
            QVERIFY2(!isHostname(name), qPrintable(name));
    }

    void publicKeys()
    {
        QVERIFY(isPublicKey(goodKey));
        QVERIFY(!isPublicKey(QString(u"command=\"x\" "_s + goodKey)));
        QVERIFY(!isPublicKey(QString(goodKey + u"\nssh-rsa x"_s)));
        QString hole = goodKey;
        hole.remove(20, 4);
        QVERIFY(!isPublicKey(hole));
        QVERIFY(!isPublicKey(goodKey.sliced(0, 40)));
        QString otherType = goodKey;
        otherType.replace("ssh-ed25519 "_L1, "ssh-rsa "_L1);
        QVERIFY(!isPublicKey(otherType));
    }

    void foldersAndNames()
    {
        QCOMPARE(good().nodes[0].folder(), u"38c128c0"_s);
        QCOMPARE(good().nodes[1].folder(), u"dc-a6-32-01-02-04"_s);
        QCOMPARE(nameFromPattern(u"pi-{nn}"_s, 3), u"pi-03"_s);
        QCOMPARE(nameFromPattern(u"pi-{nn}"_s, 103), u"pi-103"_s);
        QCOMPARE(nameFromPattern(u"pi{n}x"_s, 3), u"pi3x"_s);
        QCOMPARE(nameFromPattern(u"node"_s, 3), u"node3"_s);
    }
};

QTEST_GUILESS_MAIN(TestCluster)
#include "tst_cluster.moc"
