// SPDX-FileCopyrightText: 2026 The Brambleboot authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden/golden.h"
#include "text/catalogue.h"

#include <QTest>

using namespace bramble;
using namespace Qt::StringLiterals;

namespace {

const QUrl base(u"https://lists.example/v4/os_list.json"_s);

Catalogue sample(const QString &locale = u"C"_s)
{
    return parseCatalogue(readGolden(u"catalogue/list.json"_s), base, locale).value();
}

/// JSON with ' for ".
QByteArray json(const char *text)
{
    return QByteArray(text).replace('\'', '"');
}

QByteArray nested(int depth)
{
    QByteArray open, close;
    for (int i = 0; i < depth; ++i) {
        open += json("{'name':'c','subitems':[");
        close += "]}";
    }
    return json("{'os_list':[") + open + json("{'name':'leaf','url':'https://a.example/a.img'}") + close + "]}";
}

} // namespace

class TestCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyField() { compareGolden(renderCatalogue(sample()), u"catalogue/list.txt"_s); }

    void theLocaleGoesFirst()
    {
        QCOMPARE(sample(u"de_AT"_s).entries.size(), 1U);
        QCOMPARE(sample(u"de"_s).entries[0].name, u"Raspberry Pi OS Lite (64 Bit)"_s);
        QCOMPARE(sample(u"fr_FR"_s).entries, sample().entries);
    }

    void whatFitsAndWhyNot()
    {
        const Catalogue list = sample();
        QByteArray said;
        for (const CatalogueLeaf &leaf : leaves(list)) {
            said += leaf.entry->name.toUtf8() + ':';
            for (const auto &models : {std::vector{PiModel::Pi5}, std::vector{PiModel::Pi4B, PiModel::Pi3BPlus},
                                       std::vector{PiModel::Pi2B}, std::vector{PiModel::Unknown}}) {
                const Fit fit = fitOf(list, *leaf.entry, models);
                said += ' ' + QByteArray::number(int(fit.misfit))
                    + (fit.detail.isEmpty() ? QByteArray() : '(' + fit.detail.toUtf8() + ')');
            }
            said += '\n';
        }
        compareGolden(said, u"catalogue/fits.txt"_s);
    }

    void names()
    {
        const Catalogue list = sample();
        QCOMPARE(named(list, u"raspberry pi os (64-BIT)"_s).size(), 1U);
        QCOMPARE(named(list, u"lite"_s).size(), 1U);
        QCOMPARE(named(list, u"lite"_s)[0].above, QStringList{u"Raspberry Pi OS (other)"_s});
        QCOMPARE(named(list, u"raspberry"_s).size(), 2U);
        QVERIFY(named(list, u"none such"_s).empty());
        QCOMPARE(recommended(list, {PiModel::Pi5})->name, u"Raspberry Pi OS Lite (64-bit)"_s);
        QCOMPARE(recommended(list, {PiModel::Cm4S, PiModel::Pi4B, PiModel::Pi3B})->name,
                 u"Raspberry Pi OS Lite (64-bit)"_s);
        QCOMPARE(recommended(*parseCatalogue(json("{'os_list':[]}"), base, u"C"_s), {}), nullptr);
    }

    void whatIsNoList_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a login page") << "<html><body>Welcome to our WLAN</body></html>"_ba;
        QTest::newRow("an array") << "[]"_ba;
        QTest::newRow("no list") << json("{'imager':{}}");
        QTest::newRow("a list that is none") << json("{'os_list':{'name':'x'}}");
        QTest::newRow("cut") << json("{'os_list':[{'name':'x','url':'ht");
        QTest::newRow("a tower") << QByteArray(100'000, '[');
        QTest::newRow("too much") << QByteArray("{\"os_list\":[]}" + QByteArray(catalogueLimit, ' '));
    }
    void whatIsNoList()
    {
        QFETCH(QByteArray, json);
        const auto list = parseCatalogue(json, base, u"C"_s);
        QVERIFY(!list);
        QCOMPARE(list.error().kind, ErrorKind::CatalogueUnreadable);
        QCOMPARE(list.error().subject, base.toString());
    }

    void asDeepAsImager()
    {
        QCOMPARE(leaves(*parseCatalogue(nested(catalogueDepth), base, u"C"_s)).size(), 1U);
        const auto deeper = parseCatalogue(nested(catalogueDepth + 1), base, u"C"_s);
        QVERIFY(leaves(*deeper).empty());
        QVERIFY(deeper->leftOut > 0);
        QVERIFY(leaves(*parseCatalogue(nested(catalogueDepth), base, u"C"_s, 1)).empty());
    }

    void asLongAsIsSensible()
    {
        QByteArray text = json("{'os_list':[");
        for (int i = 0; i < catalogueLines + 5; ++i)
            text += json("{'name':'x','url':'a.img'},");
        text.chop(1);
        const auto list = parseCatalogue(QByteArray(text + "]}"), base, u"C"_s);
        QCOMPARE(int(list->entries.size()), catalogueLines);
        QCOMPARE(list->leftOut, 5);
    }

    void fileNames()
    {
        QCOMPARE(fileNameOf(QUrl(u"https://a.example/x/y%20z.img.xz?q=1"_s)), u"y z.img.xz"_s);
        QCOMPARE(fileNameOf(QUrl(u"https://a.example/x/..%2f..%2fetc%2fpasswd"_s)), u"passwd"_s);
        QCOMPARE(fileNameOf(QUrl(u"https://a.example/"_s)), u"image"_s);
        QVERIFY(!isWebAddress(QUrl(u"https://u:p@a.example/x"_s)));
        QVERIFY(!isWebAddress(QUrl(u"ftp://a.example/x"_s)));
        QVERIFY(!isWebAddress(QUrl(u"https:///x"_s)));
    }
};

QTEST_GUILESS_MAIN(TestCatalogue)
#include "tst_catalogue.moc"
