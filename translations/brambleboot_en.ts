<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
    <context>
        <name>bramble::TestCard</name>
        <message numerus="yes">
            <source>%n thing(s) are not as they should be.</source>
            <translation>
                <numerusform>One thing is not as it should be.</numerusform>
                <numerusform>%n things are not as they should be.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tested as a Pi would: all %n answer(s) are right.</source>
            <translation>
                <numerusform>Tested as a Pi would: the one answer is right.</numerusform>
                <numerusform>Tested as a Pi would: all %n answers are right.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::FoundCard</name>
        <message numerus="yes">
            <source>Add all %n</source>
            <translation>
                <numerusform>Add it</numerusform>
                <numerusform>Add all %n</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n Pi(s) found that are not in the list yet.</source>
            <translation>
                <numerusform>One Pi found that is not in the list yet.</numerusform>
                <numerusform>%n Pis found that are not in the list yet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::ApplyPage</name>
        <message numerus="yes">
            <source>about %n minute(s) left</source>
            <translation>
                <numerusform>about a minute left</numerusform>
                <numerusform>about %n minutes left</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::NodeRow</name>
        <message numerus="yes">
            <source>%n file(s), %1</source>
            <translation>
                <numerusform>%n file, %1</numerusform>
                <numerusform>%n files, %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::AllRunNotice</name>
        <message numerus="yes">
            <source>All %n Pi(s) are running.</source>
            <translation>
                <numerusform>The Pi is running.</numerusform>
                <numerusform>All %n Pis are running.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::BootPanel</name>
        <message numerus="yes">
            <source>%n other Pi(s) asked to be started and is or are not on the list: %1</source>
            <translation>
                <numerusform>Another Pi asked to be started and is not on the list: %1</numerusform>
                <numerusform>%n other Pis asked to be started and are not on the list: %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::PisPage</name>
        <message numerus="yes">
            <source>%n Pi(s) added.</source>
            <translation>
                <numerusform>%n Pi added.</numerusform>
                <numerusform>%n Pis added.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… and %n more line(s) that could not be read.</source>
            <translation>
                <numerusform>… and one more line that could not be read.</numerusform>
                <numerusform>… and %n more lines that could not be read.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n Pi(s), nothing missing.</source>
            <translation>
                <numerusform>%n Pi, nothing missing.</numerusform>
                <numerusform>%n Pis, nothing missing.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n Pi(s), %1 not ready yet.</source>
            <translation>
                <numerusform>%n Pi, %1 not ready yet.</numerusform>
                <numerusform>%n Pis, %1 not ready yet.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::ReviewPage</name>
        <message numerus="yes">
            <source>Ready to set up %n Pi(s) on %1</source>
            <translation>
                <numerusform>Ready to set up one Pi on %1</numerusform>
                <numerusform>Ready to set up %n Pis on %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::StartPage</name>
        <message numerus="yes">
            <source>%n simulated Pi(s) wait for their server.</source>
            <translation>
                <numerusform>One simulated Pi waits for its server.</numerusform>
                <numerusform>%n simulated Pis wait for their server.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n Pi(s) on %1.</source>
            <translation>
                <numerusform>%n Pi on %1.</numerusform>
                <numerusform>%n Pis on %1.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::PreparingCard</name>
        <message numerus="yes">
            <source>… and %n more.</source>
            <translation>
                <numerusform>… and one more.</numerusform>
                <numerusform>… and %n more.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n Pi(s) not known to start from the network. Switch them on without a card, or set them here.</source>
            <translation>
                <numerusform>%n Pi is not known to start from the network. Switch it on without a card, or set it here.</numerusform>
                <numerusform>%n Pis are not known to start from the network. Switch them on without a card, or set them here.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 and one more</numerusform>
                <numerusform>%1 and %n more</numerusform>
            </translation>
        </message>
    </context>
</TS>
