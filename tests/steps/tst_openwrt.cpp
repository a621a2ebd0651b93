// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "image/tar_of.h"
#include "image/plain_tar.h"
#include "steps/make_openwrt_plan.h"
#include "steps/make_plan.h"
#include "steps/openwrt_layout.h"
#include "steps/openwrt_settings.h"
#include "steps/samples.h"
#include "steps/rows.h"
#include "text/marked_block.h"
#include "text/openwrt_look.h"
#include "text/uci_text.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace samples;

namespace {

constexpr qint64 MiB = 1024 * 1024;

QByteArray stockDhcp()
{
    return "\nconfig dnsmasq\n\toption domain 'lan'\n\toption leasefile '/tmp/dhcp.leases'\n\nconfig dhcp 'lan'\n\toption interface 'lan'\n"
           "\toption start '100'\n\toption limit '150'\n\toption leasetime '12h'\n\n# the printer\nconfig host\n\toption name 'printer'\n"
           "\toption mac '00:11:22:33:44:55'\n\toption ip '192.168.1.254'\n";
}

/// A stick in a router of a usual size, and nothing installed yet.
ServerFacts router()
{
    ServerFacts facts = server();
    facts.osId = u"openwrt"_s;
    facts.osName = u"OpenWrt 23.05.5"_s;
    facts.hostname = u"OpenWrt"_s;
    facts.systemd = false;
    OpenWrtFacts more;
    more.release = u"23.05.5"_s;
    more.manager = u"opkg"_s;
    more.flashFree = 20 * MiB;
    more.memoryTotal = 128 * MiB;
    more.memoryAvailable = 60 * MiB;
    more.filesystems = {u"ext4"_s};
    more.storage = {{u"/dev/sda1"_s, u"5f7c3a52-8f1d-4c7b-9a63-0d1e2f3a4b5c"_s, u"stick"_s, u"ext4"_s, {}, 16'000'000'000, 15'000'000'000}};
    more.configs = {{u"dhcp"_s, stockDhcp()}};
    more.knowsPxeService = true;
    facts.openWrt = more;
    return facts;
}

Cluster withMacs()
{
    Cluster all = cluster();
    all.nodes[1].mac = MacAddress::parse(u"2c:cf:67:01:02:05");
    all.nodes.push_back(Node{u"pi-03"_s, Serial::parse(u"e7040506"), {}, PiModel::Pi3B});
    return all;
}

bool isBlocked(const Cluster &cluster, const ServerFacts &facts)
{
    return std::ranges::any_of(rowsOf(cluster, facts), [](const Row &row) { return row.state == Row::State::Blocks; });
}

ErrorKind refusal(const Cluster &cluster, const ServerFacts &facts)
{
    const auto plan = makePlan(cluster, facts, image());
    return plan ? ErrorKind::Usage : plan.error().kind;
}

QByteArray batchOf(const Plan &plan)
{
    QByteArray text;
    for (const Action &action : plan.actions)
        if (const auto *uci = std::get_if<ChangeUci>(&action))
            text += uciBatch(uci->changes) + "# commit " + uci->config.toUtf8() + (uci->onRouter ? " on the router" : "") + "\n\n" + uci->after + "\n";
    return text;
}

} // namespace

class TestOpenWrt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRouterThatServesAll()
    {
        const auto plan = makePlan(withMacs(), router(), image());
        QVERIFY2(plan, plan ? "" : qPrintable(errorId(plan.error().kind) + u' ' + plan.error().subject));
        QCOMPARE(plan->layout.folder, u"/mnt/brambleboot/served"_s);
        QVERIFY(plan->byRouter);
        QCOMPARE(std::get<InstallOnRouter>(plan->actions.front()).packages, (QStringList{u"nfs-kernel-server"_s, u"block-mount"_s}));
        compareGolden(batchOf(*plan), u"openwrt-all-in-one.uci"_s);
    }

    void aRouterThatGivesOptions()
    {
        Cluster both = withMacs();
        both.router.host = u"192.168.1.1"_s;
        ServerFacts facts = server();
        QCOMPARE(refusal(both, facts), ErrorKind::RouterNotLookedAt);
        facts.router = router().openWrt;
        const auto plan = makePlan(both, facts, image());
        QVERIFY(plan);
        compareGolden(batchOf(*plan), u"openwrt-options.uci"_s);
    }

    void onceThereNothingIsLeftToChange()
    {
        const auto plan = makePlan(withMacs(), router(), image());
        QVERIFY(plan);
        ServerFacts facts = router();
        for (const Action &action : plan->actions) {
            if (const auto *uci = std::get_if<ChangeUci>(&action))
                facts.openWrt->configs[uci->config] = uci->after;
            if (const auto *block = std::get_if<WriteBlock>(&action))
                facts.files[block->path] = *withBlock(facts.files.value(block->path), block->lines);
            if (const auto *lay = std::get_if<LayNode>(&action))
                facts.laidTrees.insert(lay->folder, lay->treeId);
            if (const auto *keep = std::get_if<KeepImage>(&action))
                facts.keptImages << keep->image;
            if (const auto *install = std::get_if<InstallOnRouter>(&action))
                facts.openWrt->installed = install->packages;
            if (const auto *mount = std::get_if<MountStorage>(&action))
                facts.openWrt->storage.front().mountedAt = mount->target;
        }
        PortOwner nfs;
        nfs.protocol = u"tcp"_s;
        nfs.port = 2049;
        facts.ports = {nfs};
        const auto again = makePlan(withMacs(), facts, image());
        QVERIFY(again);
        QVERIFY(again->nothingToDo());
        // A Pi that is gone loses its reservation; the others keep their addresses.
        Cluster fewer = withMacs();
        fewer.nodes.erase(fewer.nodes.begin());
        const auto smaller = makePlan(fewer, facts, image());
        QVERIFY(smaller);
        QVERIFY(batchOf(*smaller).startsWith("delete dhcp.brambleboot_38c128c0\n# commit dhcp\n"));
    }

    void saidBeforehand()
    {
        const auto with = [](const auto &change) {
            ServerFacts facts = router();
            change(*facts.openWrt);
            const ErrorKind why = refusal(withMacs(), facts);
            // What is not enough for the image is known only with the image.
            return isBlocked(withMacs(), facts) == (why != ErrorKind::ServerNotEnoughSpace) ? why : ErrorKind::Usage;
        };
        QVERIFY(!isBlocked(withMacs(), router()));
        QCOMPARE(with([](OpenWrtFacts &f) { f.storage.clear(); }), ErrorKind::RouterStorageMissing);
        QCOMPARE(with([](OpenWrtFacts &f) { f.storage[0].filesystem = u"vfat"_s; }), ErrorKind::RouterStorageMissing);
        QCOMPARE(with([](OpenWrtFacts &f) { f.storage[0].freeBytes = 200 * MiB; }), ErrorKind::ServerNotEnoughSpace);
        QCOMPARE(with([](OpenWrtFacts &f) { f.flashFree = MiB; }), ErrorKind::RouterFlashFull);
        QCOMPARE(with([](OpenWrtFacts &f) { f.memoryAvailable = 12 * MiB; }), ErrorKind::RouterMemoryShort);
        QCOMPARE(with([](OpenWrtFacts &f) { f.staged = QStringList{u"network.lan.ipaddr='10.0.0.1'"_s}; }), ErrorKind::RouterStagedChanges);
        QCOMPARE(with([](OpenWrtFacts &f) { f.knowsPxeService = false; }), ErrorKind::RouterTooOld);
        QCOMPARE(with([](OpenWrtFacts &f) { f.hasPackageLists = true; }), ErrorKind::ServerPackagesUnavailable);
        QCOMPARE(with([](OpenWrtFacts &f) { f.configs[u"dhcp"_s].replace("limit '150'", "limit '150'\n\toption ignore '1'"); }), ErrorKind::RouterGivesNoAddresses);
        QCOMPARE(with([](OpenWrtFacts &f) { f.configs[u"dhcp"_s].replace("domain 'lan'", "enable_tftp '1'\n\toption tftp_root '/mnt/x'"); }), ErrorKind::RouterTftpTaken);
        QCOMPARE(with([](OpenWrtFacts &f) { f.configs[u"dhcp"_s] += "config host 'half\n"; }), ErrorKind::ServerAnswerUnreadable);
        QCOMPARE(refusal(cluster(), router()), ErrorKind::RouterNodeWithoutMac);
    }

    // The boot ROM of a Pi 3 asks whoever sent it option 43 for the files, so no router may send it one; and nobody is answered twice.
    void oneAnswerForEachBoard()
    {
        Cluster both = withMacs();
        both.router.host = u"192.168.1.1"_s;
        both.nodes[2].mac = MacAddress::parse(u"b8:27:eb:04:05:06");
        ServerFacts facts = server();
        facts.router = router().openWrt;
        const auto confOf = [&]() -> QByteArray {
            const auto plan = makePlan(both, facts, image());
            if (plan)
                for (const Action &action : plan->actions)
                    if (const auto *file = std::get_if<WriteFile>(&action); file && file->path == "/etc/brambleboot/dnsmasq.conf"_L1)
                        return file->content;
            return {};
        };
        const auto plan = makePlan(both, facts, image());
        QVERIFY(plan);
        QVERIFY(!batchOf(*plan).contains("b8:27:eb"));
        const QByteArray conf = confOf();
        QVERIFY(conf.contains("proxy") && conf.contains("dhcp-mac=set:told,2c:cf:67:01:02:05\n") && conf.contains("dhcp-ignore=tag:told\n"));
        QVERIFY(!conf.contains("set:told,b8:27:eb"));
        both.nodes.pop_back(); // no Pi 3: the server says nothing at all
        QVERIFY(!confOf().isEmpty() && !confOf().contains("proxy"));
        both.nodes.resize(1);
        both.nodes[0].model = PiModel::Pi3B; // and a router that has nobody to tell stays as it is
        const auto none = makePlan(both, facts, image());
        QVERIFY(none);
        QCOMPARE(batchOf(*none), QByteArray());
        QVERIFY(confOf().contains("proxy"));
    }

    void whatItsDnsmasqWasStartedWith()
    {
        const Node node = withMacs().nodes[0];
        const QByteArray host = "dhcp-host=DC:A6:32:01:02:04,set:brambleboot,192.168.1.20,pi\n";
        const QByteArray item = "pxe-service=tag:brambleboot,0,\"Raspberry Pi Boot   \"\n";
        QVERIFY(offersBoot(host + item, node, OffersBy::PxeItem));
        QVERIFY(!offersBoot(host, node, OffersBy::PxeItem));
        QVERIFY(!offersBoot(item, node, OffersBy::PxeItem));
        QVERIFY(!offersBoot("dhcp-host=dc:a6:32:01:02:04,192.168.1.20,pi\n" + item, node, OffersBy::PxeItem));
        const QByteArray options = "dhcp-option-force=tag:brambleboot,43,06\ndhcp-option-force=tag:brambleboot,66,192.168.1.10\ndhcp-option-force=tag:brambleboot,option:server-ip-address,192.168.1.10\n";
        QVERIFY(offersBoot("dhcp-mac=brambleboot,dc:a6:32:01:02:04\n" + options, node, OffersBy::Options));
        QVERIFY(!offersBoot(options, node, OffersBy::Options));
        QVERIFY(!offersBoot("dhcp-mac=brambleboot,dc:a6:32:01:02:04\n" + item, node, OffersBy::Options));
    }

    // What an upgrade of the router keeps: our journal, and who may have the disks. Not without saying so in a block of its own.
    void anUpgradeKeepsIt()
    {
        ServerFacts facts = router();
        facts.files[u"/etc/sysupgrade.conf"_s] = "/etc/mine\n";
        const auto kept = [&facts]() -> std::optional<QByteArray> {
            const auto plan = makePlan(withMacs(), facts, image());
            if (plan)
                for (const Action &action : plan->actions)
                    if (const auto *block = std::get_if<WriteBlock>(&action); block && block->path == "/etc/sysupgrade.conf"_L1)
                        return block->lines;
            return {};
        };
        QCOMPARE(kept(), std::optional("/etc/exports\n/etc/brambleboot/\n"_ba));
        facts.files[u"/etc/sysupgrade.conf"_s] = *withBlock(facts.files[u"/etc/sysupgrade.conf"_s], *kept());
        QVERIFY(!kept());
        facts.files[u"/etc/sysupgrade.conf"_s] = "# <<< Brambleboot\n";
        QCOMPARE(refusal(withMacs(), facts), ErrorKind::ServerFileForeign);
    }

    // Somebody's own reservation stays, name and address; the node is told apart by a tag.
    void theOwnersReservationStays()
    {
        ServerFacts facts = router();
        facts.openWrt->configs[u"dhcp"_s] += "\nconfig host\n\toption name 'kitchen'\n\toption mac 'DC:A6:32:01:02:04'\n\toption ip '192.168.1.20'\n";
        const auto plan = makePlan(withMacs(), facts, image());
        QVERIFY(plan);
        const QByteArray batch = batchOf(*plan);
        QVERIFY(batch.contains("add_list dhcp.@host[1].tag='brambleboot'\n"));
        QVERIFY(!batch.contains("brambleboot_38c128c0"));
        const auto exports = std::ranges::find_if(plan->actions, [](const Action &a) { return std::holds_alternative<WriteBlock>(a); });
        QVERIFY(exports != plan->actions.end());
        QVERIFY(std::get<WriteBlock>(*exports).lines.contains("nfs/38c128c0 192.168.1.20("));
        QVERIFY(!std::get<WriteBlock>(*exports).lines.contains('*'));
    }

    // What BusyBox's tar is sent says the same to GNU tar as what it is made from.
    void aPlainTarHoldsTheSame()
    {
        std::vector<TreeFile> files;
        const auto add = [&files](const QString &path, TreeFile::Type type, const QByteArray &content, quint32 mode) {
            TreeFile file;
            file.path = path;
            file.type = type;
            file.content = content;
            file.mode = mode;
            file.uid = 3'000'000;
            files.push_back(file);
        };
        const QString far = QString(u"a-long-folder-name/"_s).repeated(8) + u"and the file in it, with ümlauts"_s;
        add(u"short"_s, TreeFile::Type::File, QByteArray(1000, 'x'), 0644);
        add(u"empty"_s, TreeFile::Type::File, {}, 04755);
        add(far, TreeFile::Type::File, QByteArray(700'000, 'y'), 0600);
        add(u"link"_s, TreeFile::Type::Symlink, QByteArray(150, 'z'), 0777);
        QTemporaryDir folder;
        const auto list = [&](const QString &name, const std::shared_ptr<ByteSource> &source) {
            QFile file(folder.filePath(name));
            if (!file.open(QFile::WriteOnly))
                return QByteArray();
            for (;;) {
                const auto block = source->next();
                if (!block || block->isEmpty())
                    break;
                file.write(*block);
            }
            file.close();
            QProcess tar;
            tar.start(u"tar"_s, {u"-tvf"_s, file.fileName(), u"--numeric-owner"_s});
            tar.waitForFinished();
            return tar.readAll();
        };
        const QByteArray pax = list(u"pax"_s, std::shared_ptr(tarOf(files, u"last"_s)));
        const QByteArray plain = list(u"plain"_s, std::shared_ptr(plainTar(std::shared_ptr(tarOf(files, u"last"_s)))));
        QVERIFY(pax.count('\n') >= 5);
        QCOMPARE(plain, pax);
        QFile file(folder.filePath(u"plain"_s));
        QVERIFY(file.open(QFile::ReadOnly));
        QVERIFY(!file.readAll().contains("PaxHeaders"));
    }

    void aLookIsRead()
    {
        const QByteArray golden = readGolden(u"facts-openwrt.txt"_s);
        QVERIFY(golden.size() > 1000);
        const auto facts = parseOpenWrtFacts(golden);
        QVERIFY(facts);
        QCOMPARE(facts->osVersion, u"23.05.5"_s);
        QCOMPARE(facts->openWrt->manager, u"opkg"_s);
        QCOMPARE(facts->openWrt->storage.size(), size_t(1));
        QCOMPARE(facts->openWrt->storage.front().uuid, u"5f7c3a52-8f1d-4c7b-9a63-0d1e2f3a4b5c"_s);
        QCOMPARE(facts->openWrt->storage.front().filesystem, u"ext4"_s);
        QVERIFY(facts->openWrt->storage.front().freeBytes > 2'000 * MiB);
        QVERIFY(facts->openWrt->memoryAvailable > 20 * MiB && facts->openWrt->flashFree > 20 * MiB);
        QVERIFY(parseUci(facts->openWrt->configs.value(u"dhcp"_s), u"dhcp"_s));
        QVERIFY(facts->openWrt->configs.value(u"dhcp"_s).contains("# a fixed address for the printer"));
        QVERIFY(!parseOpenWrtFacts(golden.first(golden.size() / 2)));
    }

    // Nothing is installed that could ask, and the kernel calls the disk it runs from /dev/root.
    void theDiskItRunsFromIsNoStorage()
    {
        QByteArray golden = readGolden(u"facts-openwrt.txt"_s);
        const qsizetype block = golden.indexOf("@@block");
        golden.remove(block, golden.indexOf("@@ext") - block);
        const auto facts = parseOpenWrtFacts(golden);
        QVERIFY(facts);
        QCOMPARE(facts->openWrt->storage.size(), size_t(1));
        QCOMPARE(facts->openWrt->storage.front().device, u"/dev/ubdb"_s);
    }
};

QTEST_APPLESS_MAIN(TestOpenWrt)
#include "tst_openwrt.moc"
