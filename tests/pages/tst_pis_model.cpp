// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/pis_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

class TestPisModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typedTextIsKeptAndJudged()
    {
        PisModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.addRow();
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(first(model), ErrorKind::NodeWithoutIdentity);
        put(model, 0, PisModel::Serial, u"38c128c"_s);
        QCOMPARE(first(model), ErrorKind::InvalidSerial);
        QCOMPARE(model.index(0, PisModel::Serial).data().toString(), u"38c128c"_s);
        QVERIFY(!model.nodes()[0].serial);
        put(model, 0, PisModel::Serial, u" 1000000038C128C0 "_s);
        QCOMPARE(model.index(0, PisModel::Serial).data().toString(), u"38c128c0"_s);
        QVERIFY(!model.hasErrors());
        QCOMPARE(model.index(0, PisModel::Says).data().toString(), u"Complete"_s);
        put(model, 0, PisModel::Mac, u"DCA632010203"_s);
        QCOMPARE(model.index(0, PisModel::Mac).data().toString(), u"dc:a6:32:01:02:03"_s);
        put(model, 0, PisModel::Mac, u"dc:a6"_s);
        QVERIFY(model.hasErrors());
    }

    void everyRowGetsItsOwnErrors()
    {
        PisModel model;
        for (int i = 0; i < 3; ++i)
            model.addRow();
        put(model, 0, PisModel::Serial, u"38c128c0"_s);
        put(model, 1, PisModel::Serial, u"a1b2c3d4"_s);
        put(model, 2, PisModel::Serial, u"38c128c0"_s);
        QVERIFY(model.errorsOf(0).empty());
        QVERIFY(model.errorsOf(1).empty());
        QCOMPARE(model.errorsOf(2).front().kind, ErrorKind::DuplicateSerial);
        put(model, 1, PisModel::Name, u"pi-01"_s);
        QCOMPARE(model.errorsOf(1).front().kind, ErrorKind::DuplicateHostname);
        model.removeRowsAt({0});
        QVERIFY(!model.hasErrors());
    }

    void whatHasNoColumnStays()
    {
        Node node;
        node.name = u"pi-01"_s;
        node.mac = MacAddress::parse(u"dc:a6:32:01:02:03");
        node.model = PiModel::Pi4B;
        node.prefix = TftpPrefix::Mac;
        PisModel model;
        model.show({node});
        QCOMPARE(model.nodes(), std::vector{node});
        put(model, 0, PisModel::Serial, u"38c128c0"_s);
        node.serial = Serial::parse(u"38c128c0");
        QCOMPARE(model.nodes(), std::vector{node});
    }

    void newNamesAreFree()
    {
        PisModel model;
        model.addRow();
        model.addRow();
        put(model, 0, PisModel::Name, u"pi-03"_s);
        model.addRow();
        QCOMPARE(model.index(2, PisModel::Name).data().toString(), u"pi-04"_s);
    }

    void showingTheSameKeepsWhatIsTyped()
    {
        PisModel model;
        model.addRow();
        put(model, 0, PisModel::Serial, u"38c1"_s);
        model.show(model.nodes());
        QCOMPARE(model.index(0, PisModel::Serial).data().toString(), u"38c1"_s);
        model.show({});
        QCOMPARE(model.rowCount(), 0);
    }

private:
    static void put(PisModel &model, int row, int column, const QString &text)
    {
        QSignalSpy edited(&model, &PisModel::edited);
        QVERIFY(model.setData(model.index(row, column), text, Qt::EditRole));
        QCOMPARE(edited.size(), 1);
    }
    static ErrorKind first(const PisModel &model) { return model.errorsOf(0).front().kind; }
};

QTEST_MAIN(TestPisModel)
#include "tst_pis_model.moc"
