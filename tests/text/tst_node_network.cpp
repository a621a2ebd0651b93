// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/node_network.h"

#include <QProcess>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestNodeNetwork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ifupdownLeavesTheCardAlone()
    {
        const QByteArray before = "# the image's\nauto lo eth0\niface lo inet loopback\n\nallow-hotplug eth0\niface eth0 inet dhcp\n"
                                  "    metric 100\n    pre-up \\\n        true\niface wlan0 inet dhcp\n    wpa-conf /etc/w\n"
                                  "source /etc/network/interfaces.d/*\n"_ba;
        QCOMPARE(interfacesWithoutEthernet(before),
                 "# The root lies behind the wired card: nobody brings it up, nobody takes it down (Brambleboot).\n"
                 "# the image's\nauto lo\niface lo inet loopback\n\niface wlan0 inet dhcp\n    wpa-conf /etc/w\n"
                 "\niface eth0 inet manual\n"_ba);
    }

    void onlyWhatIsThereIsRewritten()
    {
        ImageFacts facts;
        QVERIFY(std::ranges::none_of(nodeNetwork(facts).files, [](const TreeFile &f) { return f.path == "etc/resolv.conf"_L1; }));
        facts.files[u"/etc/resolv.conf"_s] = "nameserver 8.8.8.8\n"_ba;
        facts.files[u"/etc/dhcpcd.conf"_s] = "hostname\n"_ba;
        const NodeNetwork network = nodeNetwork(facts);
        const auto content = [&network](const QString &path) {
            const auto it = std::ranges::find(network.files, path, &TreeFile::path);
            return it == network.files.end() ? "absent"_ba : it->content;
        };
        QCOMPARE(content(u"etc/resolv.conf"_s), QByteArray());
        QVERIFY(content(u"etc/dhcpcd.conf"_s).startsWith("denyinterfaces eth"));
        QCOMPARE(content(u"etc/network/interfaces"_s), "absent"_ba);
        QVERIFY(content(u"etc/NetworkManager/conf.d/99-brambleboot.conf"_s).contains("unmanaged-devices=interface-name:eth*"));
        QVERIFY(content(u"etc/systemd/network/05-brambleboot.network"_s).contains("Unmanaged=yes"));
        for (const QString &unit : network.units)
            QVERIFY(content(u"etc/systemd/system/"_s + unit).contains("ExecStart="));
    }

    void theScriptsAreOfTheirLanguage()
    {
        const auto accepted = [](const QString &program, const QStringList &arguments, const QByteArray &text) {
            QProcess process;
            process.start(program, arguments);
            process.write(text);
            process.closeWriteChannel();
            return process.waitForFinished() && process.exitCode() == 0;
        };
        QVERIFY(accepted(u"sh"_s, {u"-n"_s}, resolvScript()));
        QVERIFY(accepted(u"perl"_s, {u"-c"_s, u"-"_s}, leaseScript()));
        QVERIFY(!accepted(u"perl"_s, {u"-c"_s, u"-"_s}, "sub {"_ba));
    }
};

QTEST_GUILESS_MAIN(TestNodeNetwork)
#include "tst_node_network.moc"
