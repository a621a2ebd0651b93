<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de">
    <context>
        <name>bramble::OpenWrtView</name>
        <message>
            <source>Trust this router</source>
            <translation>Diesem Router vertrauen</translation>
        </message>
        <message>
            <source>Log in to it</source>
            <translation>Dort anmelden</translation>
        </message>
        <message>
            <source>Leave the router alone</source>
            <translation>Den Router lassen, wie er ist</translation>
        </message>
        <message>
            <source>user@host, for example root@192.168.1.1</source>
            <translation>benutzer@rechner, zum Beispiel root@192.168.1.1</translation>
        </message>
        <message>
            <source>Router, as user@host:port</source>
            <translation>Router, als benutzer@rechner:port</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Noch einmal nachsehen</translation>
        </message>
        <message>
            <source>Looking at %1 …</source>
            <translation>%1 wird angesehen …</translation>
        </message>
        <message>
            <source>Logged in to OpenWrt %1. What is set there stands on the Review page; undo takes it out again.</source>
            <translation>Angemeldet an OpenWrt %1. Was dort gesetzt wird, steht auf der Seite „Überblick“; das Zurücknehmen nimmt es wieder heraus.</translation>
        </message>
        <message>
            <source>This router can be told by a button, and untold: log in to it.</source>
            <translation>Diesem Router kann es ein Knopf sagen und wieder nehmen: dort anmelden.</translation>
        </message>
        <message>
            <source>The cluster file has this router changed as well: log in to it.</source>
            <translation>Laut Clusterdatei soll auch dieser Router geändert werden: dort anmelden.</translation>
        </message>
    </context>
    <context>
        <name>bramble::RouterView</name>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>See whether it arrives</source>
            <translation>Nachsehen, ob es ankommt</translation>
        </message>
        <message>
            <source>Asking as a Pi would...</source>
            <translation>Es wird gefragt, wie ein Pi fragt...</translation>
        </message>
        <message>
            <source>Kind of router</source>
            <translation>Art des Routers</translation>
        </message>
        <message>
            <source>What to enter in the router</source>
            <translation>Was in den Router einzutragen ist</translation>
        </message>
        <message>
            <source>The server answers the Pis beside any router, so nothing has to be entered. Here is how the router says it too, for those who want that.</source>
            <translation>Der Server antwortet den Pis neben jedem Router, also muss nichts eingetragen werden. Hier steht, wie auch der Router es sagt, für alle, die das wollen.</translation>
        </message>
    </context>
    <context>
        <name>CommandLine</name>
        <message>
            <source>ok</source>
            <translation>gut</translation>
        </message>
        <message>
            <source>NOT OK</source>
            <translation>NICHT GUT</translation>
        </message>
        <message>
            <source>%1 of %2 running</source>
            <translation>%1 von %2 laufen</translation>
        </message>
        <message numerus="yes">
            <source>%n file(s)</source>
            <translation>
                <numerusform>%n Datei</numerusform>
                <numerusform>%n Dateien</numerusform>
            </translation>
        </message>
        <message>
            <source>This does it: %1</source>
            <translation>Das erledigt: %1</translation>
        </message>
        <message>
            <source>From Raspberry Pi's documentation and from reports; not tested on a board by us.</source>
            <translation>Aus der Dokumentation von Raspberry Pi und aus Berichten; von uns nicht an einer Platine geprüft.</translation>
        </message>
        <message>
            <source>about %1 left</source>
            <translation>noch etwa %1</translation>
        </message>
        <message>
            <source>The server is back; what was missed was read.</source>
            <translation>Der Server ist wieder da; was verpasst wurde, ist gelesen.</translation>
        </message>
        <message>
            <source>The server cannot be reached any more; trying again.</source>
            <translation>Der Server ist nicht mehr zu erreichen; es wird weiter versucht.</translation>
        </message>
        <message>
            <source>The server&apos;s network cannot be listened to (no tcpdump there, or it is a router); its log tells all that is shown.</source>
            <translation>Das Netz des Servers lässt sich nicht mithören (dort gibt es kein tcpdump, oder er ist ein Router); was zu sehen ist, sagt sein Protokoll.</translation>
        </message>
    </context>
    <context>
        <name>bramble::Actions</name>
        <message>
            <source>Download %1</source>
            <translation>%1 herunterladen</translation>
        </message>
        <message>
            <source>Install %1</source>
            <translation>%1 installieren</translation>
        </message>
        <message>
            <source>Copy the system to the server (%1)</source>
            <translation>Das System auf den Server kopieren (%1)</translation>
        </message>
        <message>
            <source>Copy the boot files to the server (%1)</source>
            <translation>Die Startdateien auf den Server kopieren (%1)</translation>
        </message>
        <message>
            <source>Make the disk and the boot folder of %1</source>
            <translation>Festplatte und Startordner von %1 anlegen</translation>
        </message>
        <message>
            <source>Change %1</source>
            <translation>%1 ändern</translation>
        </message>
        <message>
            <source>Write %1</source>
            <translation>%1 schreiben</translation>
        </message>
        <message>
            <source>Start %1</source>
            <translation>%1 starten</translation>
        </message>
        <message>
            <source>Offer the disks to the Pis</source>
            <translation>Den Pis ihre Festplatten anbieten</translation>
        </message>
        <message>
            <source>See that the server serves</source>
            <translation>Nachsehen, ob der Server bereit ist</translation>
        </message>
        <message>
            <source>Keep the system on the server for further Pis</source>
            <translation>Das System für weitere Pis auf dem Server behalten</translation>
        </message>
        <message>
            <source>Remove the former system from the server</source>
            <translation>Das frühere System vom Server entfernen</translation>
        </message>
        <message>
            <source>Disk options %1: the image&apos;s initramfs mounts it, and knows NFS version 3 only.</source>
            <translation>Plattenoptionen %1: Das Initramfs des Abbilds bindet sie ein und kennt nur NFS Version 3.</translation>
        </message>
        <message>
            <source>Disk options %1: the image&apos;s initramfs mounts it; every kind knows these.</source>
            <translation>Plattenoptionen %1: Das Initramfs des Abbilds bindet sie ein; diese kennt jedes.</translation>
        </message>
        <message>
            <source>Disk options %1: the kernel mounts it by itself, and would move only 4 KiB at a time unless told.</source>
            <translation>Plattenoptionen %1: Der Kernel bindet sie selbst ein und würde sonst nur 4 KiB auf einmal bewegen.</translation>
        </message>
        <message>
            <source>Change %1 on the router, with uci</source>
            <translation>%1 auf dem Router ändern, mit uci</translation>
        </message>
        <message>
            <source>Change %1 with uci</source>
            <translation>%1 mit uci ändern</translation>
        </message>
        <message>
            <source>Mount the disk at %1</source>
            <translation>Datenträger unter %1 einhängen</translation>
        </message>
        <message>
            <source>Add lines to %1</source>
            <translation>Zeilen in %1 eintragen</translation>
        </message>
        <message>
            <source>Tell Pi-hole about the Pis (%1)</source>
            <translation>Pi-hole von den Pis erzählen (%1)</translation>
        </message>
        <message>
            <source>Tell the server&apos;s dnsmasq about the Pis (%1)</source>
            <translation>Dem dnsmasq des Servers von den Pis erzählen (%1)</translation>
        </message>
        <message>
            <source>Let the Pis through the firewall (%1)</source>
            <translation>Die Pis durch die Firewall lassen (%1)</translation>
        </message>
        <message>
            <source>Give the NFS server its settings in %1 and restart it</source>
            <translation>Dem NFS-Server seine Einstellungen in %1 geben und ihn neu starten</translation>
        </message>
        <message>
            <source>Write the NFS server&apos;s settings to %1</source>
            <translation>Die Einstellungen des NFS-Servers nach %1 schreiben</translation>
        </message>
    </context>
    <context>
        <name>bramble::ApplyPage</name>
        <message>
            <source>done, partly by way of this computer&apos;s disk</source>
            <translation>fertig, zum Teil über die Platte dieses Computers</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Setting up</source>
            <translation>Einrichten</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Packages are downloaded first, so that a missing network shows before anything changes.

The system goes over SSH straight to the server's disk; from that one copy each Pi's own is made.

At the end the set-up is asked as a Pi would ask it: for where to boot from, for every file its firmware wants, and, as a stranger, for the disks.

Stop takes back what this run did.</source>
            <translation>Zuerst werden die Pakete heruntergeladen, damit sich ein fehlendes Netz zeigt, bevor sich etwas ändert.

Das System geht über SSH unmittelbar auf die Platte des Servers; aus dieser einen Kopie entsteht die eigene eines jeden Pi.

Am Ende wird gefragt, wie ein Pi fragen würde: von wo er starten soll, nach jeder Datei, die seine Firmware will, und, als Fremder, nach den Platten.

Anhalten nimmt zurück, was dieser Lauf getan hat.</translation>
        </message>
        <message>
            <source>Watch the Pis start</source>
            <translation>Den Pis beim Starten zusehen</translation>
        </message>
        <message>
            <source>Setting up %1</source>
            <translation>%1 wird eingerichtet</translation>
        </message>
        <message>
            <source>Leave this window open until it has finished.</source>
            <translation>Lassen Sie dieses Fenster offen, bis es fertig ist.</translation>
        </message>
        <message>
            <source>Stopped</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <source>It did not work out</source>
            <translation>Es hat nicht geklappt</translation>
        </message>
        <message>
            <source>What was begun was taken back; the server is as it was before.</source>
            <translation>Was begonnen war, wurde zurückgenommen; der Server ist wie zuvor.</translation>
        </message>
        <message>
            <source>%1 is ready</source>
            <translation>%1 ist bereit</translation>
        </message>
        <message>
            <source>It serves your Pis from now on, also when this computer is off.</source>
            <translation>Er bedient Ihre Pis ab jetzt, auch wenn dieser Rechner aus ist.</translation>
        </message>
        <message>
            <source>Nothing is being set up</source>
            <translation>Es wird nichts eingerichtet</translation>
        </message>
        <message>
            <source>Begin on the page Review.</source>
            <translation>Beginnen Sie auf der Seite Überblick.</translation>
        </message>
        <message>
            <source>less than a minute left</source>
            <translation>noch weniger als eine Minute</translation>
        </message>
        <message numerus="yes">
            <source>about %n minute(s) left</source>
            <translation>
                <numerusform>noch etwa eine Minute</numerusform>
                <numerusform>noch etwa %n Minuten</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <translation>%1 von %2</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
        <message>
            <source>taken back</source>
            <translation>zurückgenommen</translation>
        </message>
        <message>
            <source>What was done so far is still on the server; the next try goes on from there.</source>
            <translation>Was bisher getan wurde, liegt noch auf dem Server; der nächste Versuch macht dort weiter.</translation>
        </message>
        <message>
            <source>Overwrite it</source>
            <translation>Überschreiben</translation>
        </message>
    </context>
    <context>
        <name>bramble::BootPage</name>
        <message>
            <source>%1 is being mended ...</source>
            <translation>%1 wird in Ordnung gebracht …</translation>
        </message>
        <message>
            <source>Done. If %1 does not go on by itself, switch it off and on.</source>
            <translation>Erledigt. Wenn %1 nicht von selbst weitermacht, schalten Sie ihn aus und wieder ein.</translation>
        </message>
        <message>
            <source>&amp;Turn the Pis on</source>
            <translation>&amp;Die Pis einschalten</translation>
        </message>
        <message>
            <source>Watch again</source>
            <translation>Wieder zusehen</translation>
        </message>
        <message>
            <source>The server says what it hears: the first question of a Pi, each file it fetches, the mounting of its disk. A Pi counts as running when its own SSH answers.

The time of the last sign is the one to look at: a Pi that is silent for long gets a sentence about why, and what to do.

The Pis start without this window, too. It only watches.</source>
            <translation>Der Server sagt, was er hört: die erste Frage eines Pi, jede Datei, die er holt, das Einhängen seiner Festplatte. Ein Pi gilt als laufend, wenn sein eigenes SSH antwortet.

Am wichtigsten ist die Zeit seit dem letzten Lebenszeichen: Schweigt ein Pi lange, steht bei ihm, warum, und was zu tun ist.

Die Pis starten auch ohne dieses Fenster. Es sieht nur zu.</translation>
        </message>
        <message>
            <source>%1 of %2 running</source>
            <translation>%1 von %2 laufen</translation>
        </message>
        <message>
            <source>All of them are up. You can log in.</source>
            <translation>Alle sind da. Sie können sich anmelden.</translation>
        </message>
        <message>
            <source>The others are on their way.</source>
            <translation>Die anderen sind unterwegs.</translation>
        </message>
        <message>
            <source>Turn the Pis on now</source>
            <translation>Schalten Sie jetzt die Pis ein</translation>
        </message>
        <message>
            <source>They are simulated: the button below is their power switch.</source>
            <translation>Sie sind simuliert: Der Knopf hier unten ist ihr Netzschalter.</translation>
        </message>
        <message>
            <source>Without an SD card and with a network cable. Each shows up here as soon as it asks.</source>
            <translation>Ohne SD-Karte und mit Netzwerkkabel. Jeder erscheint hier, sobald er sich meldet.</translation>
        </message>
        <message>
            <source>Also &amp;listen to the server&apos;s network</source>
            <translation>Auch das &amp;Netz des Servers mithören</translation>
        </message>
        <message>
            <source>&amp;Save a recording...</source>
            <translation>Aufnahme &amp;speichern ...</translation>
        </message>
        <message>
            <source>&amp;Without addresses, serials and names</source>
            <translation>&amp;Ohne Adressen, Seriennummern und Namen</translation>
        </message>
        <message>
            <source>With tcpdump on the server, where that is installed: who asks and who answers, and short packets of the disks; not what is in their files. It tells more when a Pi hangs before it has a file.</source>
            <translation>Mit tcpdump auf dem Server, wo es installiert ist: wer fragt und wer antwortet, und kurze Pakete der Platten; nicht, was in deren Dateien steht. Das sagt mehr, wenn ein Pi hängt, bevor er eine Datei hat.</translation>
        </message>
        <message>
            <source>The server has no tcpdump, or it may not be used. The server&apos;s log tells all that is shown.</source>
            <translation>Der Server hat kein tcpdump, oder es darf nicht benutzt werden. Was zu sehen ist, sagt sein Protokoll.</translation>
        </message>
        <message>
            <source>Listening with tcpdump on the server.</source>
            <translation>Es wird mit tcpdump auf dem Server mitgehört.</translation>
        </message>
        <message>
            <source>Save a recording</source>
            <translation>Aufnahme speichern</translation>
        </message>
        <message>
            <source>Recordings (*.jsonl)</source>
            <translation>Aufnahmen (*.jsonl)</translation>
        </message>
        <message>
            <source>Saved as %1, and the cluster that it is of as %2.</source>
            <translation>Als %1 gespeichert, und der Cluster dazu als %2.</translation>
        </message>
        <message>
            <source>Saved as %1. It holds addresses, serials and names.</source>
            <translation>Als %1 gespeichert. Adressen, Seriennummern und Namen stehen darin.</translation>
        </message>
        <message>
            <source>A recorded boot</source>
            <translation>Ein aufgezeichneter Start</translation>
        </message>
        <message>
            <source>All of them are up.</source>
            <translation>Alle sind da.</translation>
        </message>
        <message>
            <source>Here the recording ends.</source>
            <translation>Hier endet die Aufnahme.</translation>
        </message>
    </context>
    <context>
        <name>bramble::BootPanel</name>
        <message>
            <source>What the server heard</source>
            <translation>Was der Server gehört hat</translation>
        </message>
        <message>
            <source>Running at %1</source>
            <translation>Läuft auf %1</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <source>now</source>
            <translation>jetzt</translation>
        </message>
        <message>
            <source>%1 is running.</source>
            <translation>%1 läuft.</translation>
        </message>
        <message numerus="yes">
            <source>%n other Pi(s) asked to be started and is or are not on the list: %1</source>
            <translation>
                <numerusform>Ein weiterer Pi wollte starten und steht nicht auf der Liste: %1</numerusform>
                <numerusform>%n weitere Pis wollten starten und stehen nicht auf der Liste: %1</numerusform>
            </translation>
        </message>
        <message>
            <source>All that was heard of this Pi</source>
            <translation>Alles, was von diesem Pi zu hören war</translation>
        </message>
        <message>
            <source>The server cannot be reached since %1. What is below was so then; trying again.</source>
            <translation>Der Server ist seit %1 nicht zu erreichen. Was unten steht, war da so; es wird weiter versucht.</translation>
        </message>
        <message>
            <source>The server is back.</source>
            <translation>Der Server ist wieder da.</translation>
        </message>
        <message>
            <source>%1 Where this is no recording, the button “%2” is here.</source>
            <translation>%1 Wo das keine Aufnahme ist, steht hier der Knopf „%2“.</translation>
        </message>
    </context>
    <context>
        <name>bramble::Events</name>
        <message>
            <source>Its boot loader asks for an address</source>
            <translation>Sein Startprogramm fragt nach einer Adresse</translation>
        </message>
        <message>
            <source>Its Linux asks for an address</source>
            <translation>Sein Linux fragt nach einer Adresse</translation>
        </message>
        <message>
            <source>The system on it renews its address</source>
            <translation>Das System darauf verlängert seine Adresse</translation>
        </message>
        <message>
            <source>The system on it asks for an address</source>
            <translation>Das System darauf fragt nach einer Adresse</translation>
        </message>
        <message>
            <source>It is told where to boot from</source>
            <translation>Er erfährt, woher er startet</translation>
        </message>
        <message>
            <source>It gets the address %1</source>
            <translation>Er bekommt die Adresse %1</translation>
        </message>
        <message>
            <source>%1 is on its way: %2 of %3</source>
            <translation>%1 ist unterwegs: %2 von %3</translation>
        </message>
        <message>
            <source>%1 is on its way: %2 so far</source>
            <translation>%1 ist unterwegs: bisher %2</translation>
        </message>
        <message>
            <source>%1 from and to its disk so far</source>
            <translation>Bisher %1 von und zu seiner Platte</translation>
        </message>
        <message>
            <source>It says that it tries to start from the network</source>
            <translation>Er sagt, dass er aus dem Netz zu starten versucht</translation>
        </message>
        <message>
            <source>It says that it tries to start from something else</source>
            <translation>Er sagt, dass er von etwas anderem zu starten versucht</translation>
        </message>
        <message>
            <source>It says that it waits for its network cable</source>
            <translation>Er sagt, dass er auf sein Netzwerkkabel wartet</translation>
        </message>
        <message>
            <source>It says that its network cable is connected</source>
            <translation>Er sagt, dass sein Netzwerkkabel steckt</translation>
        </message>
        <message>
            <source>It says that it got an answer with an address</source>
            <translation>Er sagt, dass er eine Antwort mit einer Adresse bekam</translation>
        </message>
        <message>
            <source>It says that it gives up starting from the network</source>
            <translation>Er sagt, dass er es aufgibt, aus dem Netz zu starten</translation>
        </message>
        <message>
            <source>It says which addresses it uses</source>
            <translation>Er sagt, welche Adressen er benutzt</translation>
        </message>
        <message>
            <source>It says that it asks for a file</source>
            <translation>Er sagt, dass er nach einer Datei fragt</translation>
        </message>
        <message>
            <source>It says that the file has arrived</source>
            <translation>Er sagt, dass die Datei da ist</translation>
        </message>
        <message>
            <source>It says that a file is not there; most of these are normal</source>
            <translation>Er sagt, dass es eine Datei nicht gibt; das meiste davon ist normal</translation>
        </message>
        <message>
            <source>It says that it waited in vain for a file</source>
            <translation>Er sagt, dass er vergeblich auf eine Datei gewartet hat</translation>
        </message>
        <message>
            <source>It says that a file is too large for it</source>
            <translation>Er sagt, dass eine Datei zu groß für ihn ist</translation>
        </message>
        <message>
            <source>It says that it found no firmware</source>
            <translation>Er sagt, dass er keine Firmware gefunden hat</translation>
        </message>
        <message>
            <source>It says that it begins anew</source>
            <translation>Er sagt, dass er von vorn beginnt</translation>
        </message>
        <message>
            <source>It says that it updates its own boot loader</source>
            <translation>Er sagt, dass er seinen eigenen Bootloader erneuert</translation>
        </message>
        <message>
            <source>It says something on its console</source>
            <translation>Er sagt etwas auf seiner Konsole</translation>
        </message>
        <message>
            <source>%1 was sent</source>
            <translation>%1 wurde geschickt</translation>
        </message>
        <message>
            <source>It asks for %1, which is not there; most of these are normal</source>
            <translation>Er fragt nach %1, das es nicht gibt; das meiste davon ist normal</translation>
        </message>
        <message>
            <source>It asks how large %1 is</source>
            <translation>Er fragt, wie groß %1 ist</translation>
        </message>
        <message>
            <source>%1 did not arrive</source>
            <translation>%1 kam nicht an</translation>
        </message>
        <message>
            <source>It has its boot folder</source>
            <translation>Er hat seinen Startordner</translation>
        </message>
        <message>
            <source>It has its disk</source>
            <translation>Er hat seine Platte</translation>
        </message>
        <message>
            <source>It is refused %1</source>
            <translation>%1 wird ihm verweigert</translation>
        </message>
        <message>
            <source>Its SSH answers</source>
            <translation>Sein SSH antwortet</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>The answer comes after the pause that this board needs</source>
            <translation>Die Antwort kommt nach der Pause, die dieses Modell braucht</translation>
        </message>
        <message>
            <source>The boot text has no blanks at its end</source>
            <translation>Dem Starttext fehlen die Leerzeichen am Ende</translation>
        </message>
        <message>
            <source>It is offered a boot menu that is not a Pi&apos;s</source>
            <translation>Ihm wird ein Startmenü angeboten, das keines für einen Pi ist</translation>
        </message>
        <message>
            <source>The server is told to ignore it</source>
            <translation>Der Server soll ihn übergehen</translation>
        </message>
        <message>
            <source>There is no address left for it</source>
            <translation>Für ihn ist keine Adresse mehr frei</translation>
        </message>
        <message>
            <source>It tells its serial</source>
            <translation>Er nennt seine Seriennummer</translation>
        </message>
        <message>
            <source>It is offered an address</source>
            <translation>Ihm wird eine Adresse angeboten</translation>
        </message>
        <message>
            <source>Another server tells it where to boot from</source>
            <translation>Ein anderer Server sagt ihm, woher er startet</translation>
        </message>
        <message>
            <source>Another system runs on it</source>
            <translation>Ein anderes System läuft auf ihm</translation>
        </message>
        <message>
            <source>It asks another server for its files</source>
            <translation>Er fragt einen anderen Server nach seinen Dateien</translation>
        </message>
        <message>
            <source>Its request for a file gets no answer</source>
            <translation>Seine Bitte um eine Datei bleibt ohne Antwort</translation>
        </message>
        <message>
            <source>It asks for a file again that is being sent</source>
            <translation>Er fragt noch einmal nach einer Datei, die unterwegs ist</translation>
        </message>
        <message>
            <source>The server looks for it in vain</source>
            <translation>Der Server sucht ihn vergeblich</translation>
        </message>
        <message>
            <source>It looks for a machine that is not there</source>
            <translation>Er sucht einen Rechner, den es nicht gibt</translation>
        </message>
        <message>
            <source>Another machine uses its address</source>
            <translation>Ein anderer Rechner benutzt seine Adresse</translation>
        </message>
        <message>
            <source>The server does not answer at a port</source>
            <translation>Der Server antwortet an einem Port nicht</translation>
        </message>
        <message>
            <source>The server refuses a connection</source>
            <translation>Der Server lehnt eine Verbindung ab</translation>
        </message>
        <message>
            <source>The server does not offer what it asks for</source>
            <translation>Der Server bietet nicht an, was er sucht</translation>
        </message>
        <message>
            <source>It speaks NFS version 4</source>
            <translation>Er spricht NFS Version 4</translation>
        </message>
        <message>
            <source>Its disk reports an error</source>
            <translation>Seine Platte meldet einen Fehler</translation>
        </message>
        <message>
            <source>Its SSH port is closed</source>
            <translation>Sein SSH-Port ist zu</translation>
        </message>
        <message>
            <source>The switch looks for loops in the network</source>
            <translation>Der Switch sucht nach Schleifen im Netz</translation>
        </message>
    </context>
    <context>
        <name>bramble::AllRunNotice</name>
        <message numerus="yes">
            <source>All %n Pi(s) are running.</source>
            <translation>
                <numerusform>Der Pi läuft.</numerusform>
                <numerusform>Alle %n Pis laufen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::NodeRow</name>
        <message numerus="yes">
            <source>%n file(s), %1</source>
            <translation>
                <numerusform>%n Datei, %1</numerusform>
                <numerusform>%n Dateien, %1</numerusform>
            </translation>
        </message>
        <message>
            <source>%1 ago</source>
            <translation>vor %1</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>for %1</source>
            <translation>seit %1</translation>
        </message>
        <message>
            <source>about %1 left</source>
            <translation>noch etwa %1</translation>
        </message>
        <message>
            <source>fetched %1</source>
            <translation>geholt: %1</translation>
        </message>
        <message>
            <source>%1 from and to its disk</source>
            <translation>%1 von und zu seiner Platte</translation>
        </message>
        <message>
            <source>Disk: %1</source>
            <translation>Platte: %1</translation>
        </message>
        <message>
            <source>last sign of life: %1</source>
            <translation>letztes Lebenszeichen: %1</translation>
        </message>
        <message>
            <source>as it was when the server was last reached</source>
            <translation>so, wie es war, als der Server zuletzt zu erreichen war</translation>
        </message>
    </context>
    <context>
        <name>bramble::NodeHeader</name>
        <message>
            <source>Pi</source>
            <translation>Pi</translation>
        </message>
        <message>
            <source>How far it is</source>
            <translation>Wie weit er ist</translation>
        </message>
        <message>
            <source>For</source>
            <translation>Seit</translation>
        </message>
        <message>
            <source>Left</source>
            <translation>Noch</translation>
        </message>
        <message>
            <source>Fetched</source>
            <translation>Geholt</translation>
        </message>
        <message>
            <source>Last sign</source>
            <translation>Zuletzt gehört</translation>
        </message>
    </context>
    <context>
        <name>bramble::NodeDetails</name>
        <message>
            <source>&amp;Copy this log</source>
            <translation>Dieses Protokoll &amp;kopieren</translation>
        </message>
        <message>
            <source>What was heard of this Pi</source>
            <translation>Was von diesem Pi zu hören war</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>Zeit</translation>
        </message>
        <message>
            <source>What happened</source>
            <translation>Was geschah</translation>
        </message>
        <message>
            <source>Line or packet</source>
            <translation>Zeile oder Paket</translation>
        </message>
        <message>
            <source>%1 in detail</source>
            <translation>%1 im Einzelnen</translation>
        </message>
        <message>
            <source>%1  %2</source>
            <translation>%1  %2</translation>
        </message>
        <message>
            <source>: %1, usually %2</source>
            <translation>: %1, sonst meist %2</translation>
        </message>
        <message>
            <source>Nothing was heard of it yet.</source>
            <translation>Von ihm war noch nichts zu hören.</translation>
        </message>
    </context>
    <context>
        <name>bramble::Boots</name>
        <message>
            <source>%1: %2 of %3</source>
            <translation>%1: %2 von %3</translation>
        </message>
        <message>
            <source>%1: %2 so far</source>
            <translation>%1: bisher %2</translation>
        </message>
        <message>
            <source>%1 from and to its disk</source>
            <translation>%1 von und zu seiner Platte</translation>
        </message>
        <message>
            <source>Off</source>
            <translation>Aus</translation>
        </message>
        <message>
            <source>Asking for an address</source>
            <translation>Fragt nach einer Adresse</translation>
        </message>
        <message>
            <source>Told where to boot from</source>
            <translation>Weiß, woher er startet</translation>
        </message>
        <message>
            <source>Fetching firmware</source>
            <translation>Holt die Firmware</translation>
        </message>
        <message>
            <source>Fetching settings</source>
            <translation>Holt die Einstellungen</translation>
        </message>
        <message>
            <source>Kernel fetched</source>
            <translation>Kernel ist da</translation>
        </message>
        <message>
            <source>Fetching the kernel</source>
            <translation>Holt den Kernel</translation>
        </message>
        <message>
            <source>Kernel and initramfs fetched</source>
            <translation>Kernel und Initramfs sind da</translation>
        </message>
        <message>
            <source>Linux is on the network</source>
            <translation>Linux ist im Netz</translation>
        </message>
        <message>
            <source>Starting from its disk</source>
            <translation>Startet von seiner Festplatte</translation>
        </message>
        <message>
            <source>Running</source>
            <translation>Läuft</translation>
        </message>
    </context>
    <context>
        <name>bramble::Causes</name>
        <message>
            <source>The server cannot start %1: another program on it has the port %2.</source>
            <translation>Der Server kann %1 nicht starten: Ein anderes Programm auf ihm hat den Port %2.</translation>
        </message>
        <message>
            <source>The server cannot start %1: its boot service does not understand its settings (%2).</source>
            <translation>Der Server kann %1 nicht starten: Sein Startdienst versteht seine Einstellungen nicht (%2).</translation>
        </message>
        <message>
            <source>The boot service of the server does not run, so %1 gets no answer.</source>
            <translation>Der Startdienst des Servers läuft nicht, darum bekommt %1 keine Antwort.</translation>
        </message>
        <message>
            <source>The server has no address on the network of %1.</source>
            <translation>Der Server hat im Netz von %1 keine Adresse.</translation>
        </message>
        <message>
            <source>The server is in another network than it was set up for, and does not answer %1.</source>
            <translation>Der Server ist in einem anderen Netz als dem, für das er eingerichtet wurde, und antwortet %1 nicht.</translation>
        </message>
        <message>
            <source>%1 looks for its disk at %2, which was the server&apos;s address.</source>
            <translation>%1 sucht seine Festplatte unter %2; das war die Adresse des Servers.</translation>
        </message>
        <message>
            <source>%1 asked before the server was up, and a Pi 3 does not ask again.</source>
            <translation>%1 hat gefragt, bevor der Server bereit war, und ein Pi 3 fragt nicht noch einmal.</translation>
        </message>
        <message>
            <source>The disk of the server is full, and %1 cannot go on.</source>
            <translation>Die Festplatte des Servers ist voll, und %1 kommt nicht weiter.</translation>
        </message>
        <message>
            <source>The server does not hand out disks at the moment, so %1 waits for its own.</source>
            <translation>Der Server gibt gerade keine Festplatten heraus, darum wartet %1 auf seine.</translation>
        </message>
        <message>
            <source>%1 has not asked the network for anything yet.</source>
            <translation>%1 hat das Netz noch nach nichts gefragt.</translation>
        </message>
        <message>
            <source>%1 has not asked the network for anything yet. If it is switched on, network boot is not in its boot order.</source>
            <translation>%1 hat das Netz noch nach nichts gefragt. Wenn er eingeschaltet ist, steht das Netz nicht in seiner Startreihenfolge.</translation>
        </message>
        <message>
            <source>%1 has not asked the network for anything yet. If it is switched on, network boot was never enabled on this board.</source>
            <translation>%1 hat das Netz noch nach nichts gefragt. Wenn er eingeschaltet ist, wurde der Start aus dem Netz auf dieser Platine nie freigeschaltet.</translation>
        </message>
        <message>
            <source>%1 starts another system: from a memory card, a USB drive or an SSD.</source>
            <translation>%1 startet ein anderes System: von einer Speicherkarte, einem USB-Laufwerk oder einer SSD.</translation>
        </message>
        <message>
            <source>The switch holds back what %1 asks in its first seconds, and a Pi 3 asks no longer than that.</source>
            <translation>Der Switch hält zurück, was %1 in den ersten Sekunden fragt, und länger fragt ein Pi 3 nicht.</translation>
        </message>
        <message>
            <source>The boot service of the server is told to ignore %1.</source>
            <translation>Der Startdienst des Servers ist angewiesen, %1 nicht zu beachten.</translation>
        </message>
        <message>
            <source>No address is left for %1.</source>
            <translation>Für %1 ist keine Adresse mehr frei.</translation>
        </message>
        <message>
            <source>%1 is another board than the list of Pis says: it calls itself %2.</source>
            <translation>%1 ist eine andere Platine, als die Liste der Pis sagt: Er nennt sich %2.</translation>
        </message>
        <message>
            <source>%1 asks for a boot folder called %2, not for the one with its serial number.</source>
            <translation>%1 fragt nach einem Startordner namens %2, nicht nach dem mit seiner Seriennummer.</translation>
        </message>
        <message>
            <source>Another server, %2, answers %1 too and sends it elsewhere.</source>
            <translation>Ein anderer Server, %2, antwortet %1 ebenfalls und schickt ihn woandershin.</translation>
        </message>
        <message>
            <source>%1 asks %2 for its boot files, as the first Pi 3 does with whoever answered it.</source>
            <translation>%1 fragt %2 nach seinen Startdateien, wie es der erste Pi 3 bei dem tut, der ihm geantwortet hat.</translation>
        </message>
        <message>
            <source>The server offers %1 a boot menu for PCs.</source>
            <translation>Der Server bietet %1 ein Startmenü für PCs an.</translation>
        </message>
        <message>
            <source>%1 does not recognise the server: its boot ROM wants three blanks behind the name.</source>
            <translation>%1 erkennt den Server nicht: Sein Boot-ROM verlangt drei Leerzeichen hinter dem Namen.</translation>
        </message>
        <message>
            <source>The server answers %1 faster than its boot ROM can listen.</source>
            <translation>Der Server antwortet %1 schneller, als dessen Boot-ROM zuhören kann.</translation>
        </message>
        <message>
            <source>Nobody gives %1 an address: it keeps asking although the server has told it where to boot from.</source>
            <translation>Niemand gibt %1 eine Adresse: Er fragt immer weiter, obwohl der Server ihm gesagt hat, woher er startet.</translation>
        </message>
        <message>
            <source>A firewall on the server keeps out what %1 asks.</source>
            <translation>Eine Firewall auf dem Server hält ab, was %1 fragt.</translation>
        </message>
        <message>
            <source>%1 gets an address from %2, but nobody tells it where to boot from.</source>
            <translation>%1 bekommt von %2 eine Adresse, aber niemand sagt ihm, woher er startet.</translation>
        </message>
        <message>
            <source>%1 tried five times and gave up, as a Pi 3 does.</source>
            <translation>%1 hat es fünfmal versucht und dann aufgegeben, wie ein Pi 3 es tut.</translation>
        </message>
        <message>
            <source>%1 keeps asking and does not take up the answer.</source>
            <translation>%1 fragt immer wieder und nimmt die Antwort nicht an.</translation>
        </message>
        <message>
            <source>%1 asks the server for boot files and gets no answer: a firewall keeps the requests out.</source>
            <translation>%1 fragt den Server nach Startdateien und bekommt keine Antwort: Eine Firewall hält die Anfragen ab.</translation>
        </message>
        <message>
            <source>The server sends as many files at once as it may, and %1 has to wait.</source>
            <translation>Der Server sendet so viele Dateien auf einmal, wie er darf, und %1 muss warten.</translation>
        </message>
        <message>
            <source>%1 asks for its boot files, and its folder %2 is empty or missing.</source>
            <translation>%1 fragt nach seinen Startdateien, und sein Ordner %2 ist leer oder fehlt.</translation>
        </message>
        <message>
            <source>The boot folder of %1 has the wrong name: %2. It has to be the last eight digits of the serial number, in lower case.</source>
            <translation>Der Startordner von %1 heißt falsch: %2. Es müssen die letzten acht Stellen der Seriennummer sein, in Kleinbuchstaben.</translation>
        </message>
        <message>
            <source>The boot files of %1 lie on its disk (%2) instead of in its boot folder.</source>
            <translation>Die Startdateien von %1 liegen auf seiner Festplatte (%2) statt in seinem Startordner.</translation>
        </message>
        <message>
            <source>%1 needs %2. It is there, and the server&apos;s boot service does not see it.</source>
            <translation>%1 braucht %2. Die Datei ist da, und der Startdienst des Servers sieht sie nicht.</translation>
        </message>
        <message>
            <source>The server&apos;s boot service may not read a boot file of %1: %2.</source>
            <translation>Der Startdienst des Servers darf eine Startdatei von %1 nicht lesen: %2.</translation>
        </message>
        <message>
            <source>%1 starts from boot files that are not its own (%2 at the top of the TFTP folder).</source>
            <translation>%1 startet mit Startdateien, die nicht seine sind (%2 ganz oben im TFTP-Ordner).</translation>
        </message>
        <message>
            <source>%1 wants a signed boot image (%2), which cannot be had over this kind of network boot.</source>
            <translation>%1 verlangt ein signiertes Startabbild (%2); das gibt es bei dieser Art des Netzstarts nicht.</translation>
        </message>
        <message>
            <source>A boot file of %1 is empty: %2.</source>
            <translation>Eine Startdatei von %1 ist leer: %2.</translation>
        </message>
        <message>
            <source>The firmware files of %1 are not of one release: %2.</source>
            <translation>Die Firmware-Dateien von %1 sind nicht aus einer Ausgabe: %2.</translation>
        </message>
        <message>
            <source>%1 needs the device tree %2, which the system on the server does not have.</source>
            <translation>%1 braucht den Gerätebaum %2; das System auf dem Server hat ihn nicht.</translation>
        </message>
        <message>
            <source>The kernel of %1 is missing: %2.</source>
            <translation>Der Kernel von %1 fehlt: %2.</translation>
        </message>
        <message>
            <source>The start command of %1 is missing: cmdline.txt. Without it Linux does not know where its disk is.</source>
            <translation>Der Startbefehl von %1 fehlt: cmdline.txt. Ohne ihn weiß Linux nicht, wo seine Festplatte ist.</translation>
        </message>
        <message>
            <source>Firmware of %1 is missing: %2.</source>
            <translation>Firmware von %1 fehlt: %2.</translation>
        </message>
        <message>
            <source>%1 needs the file %2, which is not in its boot folder.</source>
            <translation>%1 braucht die Datei %2; sie ist nicht in seinem Startordner.</translation>
        </message>
        <message>
            <source>%2 is too big for the boot loader of %1, which counts to 65535 blocks.</source>
            <translation>%2 ist zu groß für den Bootloader von %1, der bis 65535 Blöcke zählt.</translation>
        </message>
        <message>
            <source>The boot ROM of %1 does not say where it is while it fetches a file, and the server has lost it.</source>
            <translation>Das Boot-ROM von %1 sagt nicht, wo es ist, während es eine Datei holt, und der Server hat es verloren.</translation>
        </message>
        <message>
            <source>%1 lost one answer and gave up, as a Pi 5 with an early boot loader does.</source>
            <translation>%1 hat eine Antwort verloren und aufgegeben, wie ein Pi 5 mit frühem Bootloader es tut.</translation>
        </message>
        <message>
            <source>What the server sends to %1 does not arrive: it asks for %2 again and again.</source>
            <translation>Was der Server an %1 sendet, kommt nicht an: Er fragt immer wieder nach %2.</translation>
        </message>
        <message>
            <source>%1 began to fetch its files and stopped.</source>
            <translation>%1 hat begonnen, seine Dateien zu holen, und dann aufgehört.</translation>
        </message>
        <message>
            <source>The start command of %1 says nothing of a disk over the network.</source>
            <translation>Der Startbefehl von %1 sagt nichts von einer Festplatte über das Netz.</translation>
        </message>
        <message>
            <source>The start command of %1 is more than one line long, and Linux reads the first.</source>
            <translation>Der Startbefehl von %1 hat mehr als eine Zeile, und Linux liest die erste.</translation>
        </message>
        <message>
            <source>The kernel of %1 (%2) and the modules on its disk are of different versions.</source>
            <translation>Der Kernel von %1 (%2) und die Module auf seiner Festplatte sind von verschiedenen Versionen.</translation>
        </message>
        <message>
            <source>%1 has its kernel, but Linux has not come up on the network.</source>
            <translation>%1 hat seinen Kernel, aber Linux ist nicht im Netz erschienen.</translation>
        </message>
        <message>
            <source>%1 looks for its disk at %2, which is not this server.</source>
            <translation>%1 sucht seine Festplatte unter %2; das ist nicht dieser Server.</translation>
        </message>
        <message>
            <source>%1 looks for its disk in %2, where it is not.</source>
            <translation>%1 sucht seine Festplatte in %2; dort ist sie nicht.</translation>
        </message>
        <message>
            <source>The start command of %1 has an option that its Linux cannot mount the disk with: %2.</source>
            <translation>Der Startbefehl von %1 hat eine Option, mit der sein Linux die Festplatte nicht einbinden kann: %2.</translation>
        </message>
        <message>
            <source>The server refused %1 its disk: it asked from a port above 1023.</source>
            <translation>Der Server hat %1 seine Festplatte verweigert: Gefragt wurde von einem Port über 1023.</translation>
        </message>
        <message>
            <source>The server keeps the disk of %1 for another address.</source>
            <translation>Der Server hält die Festplatte von %1 für eine andere Adresse bereit.</translation>
        </message>
        <message>
            <source>The server does not hand out the disk of %1.</source>
            <translation>Der Server gibt die Festplatte von %1 nicht heraus.</translation>
        </message>
        <message>
            <source>The disk of %1 is not on the server any more: %2.</source>
            <translation>Die Festplatte von %1 ist nicht mehr auf dem Server: %2.</translation>
        </message>
        <message>
            <source>The file system that the disk of %1 lies on cannot be handed out: %2.</source>
            <translation>Das Dateisystem, auf dem die Festplatte von %1 liegt, kann nicht herausgegeben werden: %2.</translation>
        </message>
        <message>
            <source>The server speaks NFS only in version 4, and %1 starts with version 3.</source>
            <translation>Der Server spricht NFS nur in Version 4, und %1 startet mit Version 3.</translation>
        </message>
        <message>
            <source>The server has as many connections as it takes, and %1 gets none.</source>
            <translation>Der Server hat so viele Verbindungen, wie er annimmt, und %1 bekommt keine.</translation>
        </message>
        <message>
            <source>%1 asks the server for its disk and gets no answer: a firewall keeps it out.</source>
            <translation>%1 fragt den Server nach seiner Festplatte und bekommt keine Antwort: Eine Firewall hält die Anfrage ab.</translation>
        </message>
        <message>
            <source>The server refused %1 its disk: %2.</source>
            <translation>Der Server hat %1 seine Festplatte verweigert: %2.</translation>
        </message>
        <message>
            <source>Linux is up on %1, but it does not ask the server for its disk.</source>
            <translation>Linux läuft auf %1, fragt aber den Server nicht nach seiner Festplatte.</translation>
        </message>
        <message>
            <source>%1 and another machine (%2) use one address.</source>
            <translation>%1 und ein anderes Gerät (%2) benutzen dieselbe Adresse.</translation>
        </message>
        <message>
            <source>%1 has its disk, but may not write on it.</source>
            <translation>%1 hat seine Festplatte, darf aber nicht darauf schreiben.</translation>
        </message>
        <message>
            <source>The disk of %1 was exchanged on the server while it was running from it.</source>
            <translation>Die Festplatte von %1 wurde auf dem Server ausgetauscht, während er davon lief.</translation>
        </message>
        <message>
            <source>%1 has its disk, but the server refuses it its boot folder: %2.</source>
            <translation>%1 hat seine Festplatte, aber der Server verweigert ihm seinen Startordner: %2.</translation>
        </message>
        <message>
            <source>A network manager on %1 takes over the card that its disk hangs on.</source>
            <translation>Eine Netzwerkverwaltung auf %1 übernimmt die Karte, an der seine Festplatte hängt.</translation>
        </message>
        <message>
            <source>Something is missing on the disk of %1: %2.</source>
            <translation>Auf der Festplatte von %1 fehlt etwas: %2.</translation>
        </message>
        <message>
            <source>%1 has started from its disk, and no SSH server runs on it.</source>
            <translation>%1 ist von seiner Festplatte gestartet, und auf ihm läuft kein SSH-Server.</translation>
        </message>
        <message>
            <source>%1 and %2 have one and the same identity, as copies of a system that has run do.</source>
            <translation>%1 und %2 haben ein und dieselbe Identität, wie Kopien eines Systems, das schon lief.</translation>
        </message>
        <message>
            <source>The clock of the server, from which %1 starts, is %2 minutes off.</source>
            <translation>Die Uhr des Servers, von dem %1 startet, geht um %2 Minuten falsch.</translation>
        </message>
        <message>
            <source>%1 has started from its disk, but does not answer on SSH.</source>
            <translation>%1 ist von seiner Festplatte gestartet, antwortet aber nicht über SSH.</translation>
        </message>
        <message>
            <source>certain</source>
            <translation>sicher</translation>
        </message>
        <message>
            <source>likely</source>
            <translation>wahrscheinlich</translation>
        </message>
        <message>
            <source>possible</source>
            <translation>möglich</translation>
        </message>
    </context>
    <context>
        <name>bramble::Fixes</name>
        <message>
            <source>Set up again</source>
            <translation>Noch einmal einrichten</translation>
        </message>
        <message>
            <source>Start the boot service</source>
            <translation>Startdienst starten</translation>
        </message>
        <message>
            <source>Start the NFS server</source>
            <translation>NFS-Server starten</translation>
        </message>
        <message>
            <source>Hand out its disk</source>
            <translation>Festplatte herausgeben</translation>
        </message>
        <message>
            <source>Open the firewall</source>
            <translation>Firewall öffnen</translation>
        </message>
        <message>
            <source>Lay its boot files anew</source>
            <translation>Startdateien neu anlegen</translation>
        </message>
        <message>
            <source>Give it a fresh disk</source>
            <translation>Frische Festplatte geben</translation>
        </message>
        <message>
            <source>Switch it off and on</source>
            <translation>Aus- und einschalten</translation>
        </message>
        <message>
            <source>Set its boot order</source>
            <translation>Startreihenfolge setzen</translation>
        </message>
        <message>
            <source>Enable network boot</source>
            <translation>Netzstart freischalten</translation>
        </message>
        <message>
            <source>Take its card out</source>
            <translation>Karte herausnehmen</translation>
        </message>
        <message>
            <source>Let the port open at once</source>
            <translation>Port sofort öffnen lassen</translation>
        </message>
        <message>
            <source>Correct the list of Pis</source>
            <translation>Liste der Pis berichtigen</translation>
        </message>
        <message>
            <source>Switch the other server off</source>
            <translation>Den anderen Server abschalten</translation>
        </message>
        <message>
            <source>Let the router give addresses</source>
            <translation>Router soll Adressen vergeben</translation>
        </message>
        <message>
            <source>A card with bootcode.bin</source>
            <translation>Eine Karte mit bootcode.bin</translation>
        </message>
        <message>
            <source>Ask for the serial number again</source>
            <translation>Wieder nach der Seriennummer fragen</translation>
        </message>
        <message>
            <source>Without signed boot</source>
            <translation>Ohne signierten Start</translation>
        </message>
        <message>
            <source>Update the boot loader</source>
            <translation>Bootloader aktualisieren</translation>
        </message>
        <message>
            <source>Choose a newer system</source>
            <translation>Neueres System wählen</translation>
        </message>
        <message>
            <source>Check power and cable</source>
            <translation>Strom und Kabel prüfen</translation>
        </message>
        <message>
            <source>Free the port</source>
            <translation>Port freigeben</translation>
        </message>
        <message>
            <source>Give the server its address</source>
            <translation>Dem Server seine Adresse geben</translation>
        </message>
        <message>
            <source>Make room on the server</source>
            <translation>Platz auf dem Server schaffen</translation>
        </message>
        <message>
            <source>Choose another folder</source>
            <translation>Anderen Ordner wählen</translation>
        </message>
        <message>
            <source>Settings of the NFS server</source>
            <translation>Einstellungen des NFS-Servers</translation>
        </message>
        <message>
            <source>One address each</source>
            <translation>Jedem eine Adresse</translation>
        </message>
        <message>
            <source>Set the clock</source>
            <translation>Uhr stellen</translation>
        </message>
        <message>
            <source>Look at its screen</source>
            <translation>Auf seinen Bildschirm sehen</translation>
        </message>
        <message>
            <source>Set the server up again: what is missing there is put right, and nothing else. Then switch %1 off and on.</source>
            <translation>Richten Sie den Server noch einmal ein: Was dort fehlt, wird in Ordnung gebracht, sonst nichts. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Start the boot service again. %1 asks by itself; a Pi 3 has to be switched off and on.</source>
            <translation>Starten Sie den Startdienst neu. %1 fragt von selbst wieder; einen Pi 3 muss man aus- und einschalten.</translation>
        </message>
        <message>
            <source>Start the NFS server again. %1 goes on by itself if it waits no longer than three minutes; else switch it off and on.</source>
            <translation>Starten Sie den NFS-Server neu. %1 macht von selbst weiter, wenn er nicht länger als drei Minuten wartet; sonst schalten Sie ihn aus und wieder ein.</translation>
        </message>
        <message>
            <source>Hand its disk out anew, to the address that it has now. %1 goes on by itself if it waits no longer than three minutes; else switch it off and on.</source>
            <translation>Geben Sie seine Festplatte neu heraus, an die Adresse, die er jetzt hat. %1 macht von selbst weiter, wenn er nicht länger als drei Minuten wartet; sonst schalten Sie ihn aus und wieder ein.</translation>
        </message>
        <message>
            <source>Open the server&apos;s firewall for DHCP (UDP 67), TFTP (UDP 69), rpcbind (111), mountd (20048) and NFS (2049), on the network of the Pis only. Then switch %1 off and on.</source>
            <translation>Öffnen Sie die Firewall des Servers für DHCP (UDP 67), TFTP (UDP 69), rpcbind (111), mountd (20048) und NFS (2049), nur im Netz der Pis. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Lay its boot files anew; its disk stays as it is. Then switch %1 off and on.</source>
            <translation>Legen Sie seine Startdateien neu an; seine Festplatte bleibt, wie sie ist. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Give it a fresh disk; the present one is kept on the server until the next time. Then switch %1 off and on.</source>
            <translation>Geben Sie ihm eine frische Festplatte; die jetzige bleibt bis zum nächsten Mal auf dem Server. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Switch %1 off and on again.</source>
            <translation>Schalten Sie %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Switch %1 on, with a network cable. If it stays silent: write the card from the page of the Pis, or with `bramble card`, start it once from that, and take it out again.</source>
            <translation>Schalten Sie %1 ein, mit Netzwerkkabel. Bleibt er still: Schreiben Sie die Karte von der Seite der Pis oder mit `bramble card`, starten Sie ihn einmal damit und nehmen Sie sie wieder heraus.</translation>
        </message>
        <message>
            <source>Switch %1 on, with a network cable. If it stays silent: put program_usb_boot_mode=1 into config.txt of any card it starts from, start it once, and take the line out again; or leave a card with bootcode.bin in it.</source>
            <translation>Schalten Sie %1 ein, mit Netzwerkkabel. Bleibt er still: Schreiben Sie program_usb_boot_mode=1 in die config.txt einer Karte, von der er startet, starten Sie ihn einmal und nehmen Sie die Zeile wieder heraus; oder lassen Sie eine Karte mit bootcode.bin darin.</translation>
        </message>
        <message>
            <source>Take its memory card and its USB drives out, or put the network first in its boot order. Then switch %1 off and on.</source>
            <translation>Nehmen Sie seine Speicherkarte und seine USB-Laufwerke heraus, oder setzen Sie das Netz an die erste Stelle seiner Startreihenfolge. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Turn spanning tree off at the switch port of %1, or set the port to edge (PortFast). Then switch it off and on.</source>
            <translation>Schalten Sie Spanning Tree am Switch-Port von %1 aus, oder stellen Sie den Port auf Edge (PortFast). Schalten Sie ihn dann aus und wieder ein.</translation>
        </message>
        <message>
            <source>Correct the serial number of %1 in the list of Pis, and set the server up again.</source>
            <translation>Berichtigen Sie die Seriennummer von %1 in der Liste der Pis, und richten Sie den Server noch einmal ein.</translation>
        </message>
        <message>
            <source>Only one server on a network may answer network boots: switch that of the other one off, or take it from the network. Then switch %1 off and on.</source>
            <translation>In einem Netz darf nur ein Server auf Netzstarts antworten: Schalten Sie den des anderen ab, oder nehmen Sie ihn vom Netz. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>See to it that the router gives addresses (DHCP) on this network, and that some are left. Then switch %1 off and on.</source>
            <translation>Sorgen Sie dafür, dass der Router in diesem Netz Adressen vergibt (DHCP) und noch welche frei sind. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Write a memory card that holds nothing but bootcode.bin with `bramble card --model 3B`, and leave it in %1: it mends the faults of this boot ROM.</source>
            <translation>Schreiben Sie mit `bramble card --model 3B` eine Speicherkarte, auf der nur bootcode.bin ist, und lassen Sie sie in %1: Sie behebt die Fehler dieses Boot-ROMs.</translation>
        </message>
        <message>
            <source>Set TFTP_PREFIX=0 in the EEPROM of %1, or tell its prefix in the list of Pis and set the server up again.</source>
            <translation>Setzen Sie im EEPROM von %1 TFTP_PREFIX=0, oder tragen Sie sein Präfix in die Liste der Pis ein und richten Sie den Server noch einmal ein.</translation>
        </message>
        <message>
            <source>Take boot_ramdisk=1 out of config.txt, and SIGNED_BOOT out of the EEPROM of %1. Where the board is locked to signed images, it cannot boot this way.</source>
            <translation>Nehmen Sie boot_ramdisk=1 aus der config.txt und SIGNED_BOOT aus dem EEPROM von %1. Ist die Platine auf signierte Abbilder festgelegt, kann sie so nicht starten.</translation>
        </message>
        <message>
            <source>Update the boot loader of %1 (September 2025 or later), for instance with the card from the page of the Pis. Until then, switch it off and on.</source>
            <translation>Aktualisieren Sie den Bootloader von %1 (September 2025 oder später), etwa mit der Karte von der Seite der Pis. Bis dahin: aus- und wieder einschalten.</translation>
        </message>
        <message>
            <source>The system is too old for this model. Choose a newer one and set the server up again. Then switch %1 off and on.</source>
            <translation>Das System ist zu alt für dieses Modell. Wählen Sie ein neueres und richten Sie den Server noch einmal ein. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Check that %1 is switched on and on the same network as the server, and its cable and switch. Then switch it off and on.</source>
            <translation>Prüfen Sie, ob %1 eingeschaltet und im selben Netz wie der Server ist, dazu Kabel und Switch. Schalten Sie ihn dann aus und wieder ein.</translation>
        </message>
        <message>
            <source>Stop the other program, or move it to another machine; then set the server up again. Then switch %1 off and on.</source>
            <translation>Beenden Sie das andere Programm, oder bringen Sie es auf einen anderen Rechner; richten Sie dann den Server noch einmal ein. Schalten Sie danach %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Give the server its address back, best a fixed one. Then switch %1 off and on.</source>
            <translation>Geben Sie dem Server seine Adresse zurück, am besten eine feste. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Make room on the server&apos;s disk. Then switch %1 off and on.</source>
            <translation>Schaffen Sie Platz auf der Festplatte des Servers. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Choose a folder on ext4, xfs or btrfs for the Pis&apos; disks (`folder:` of the server), and set it up again. Then switch %1 off and on.</source>
            <translation>Wählen Sie für die Festplatten der Pis einen Ordner auf ext4, xfs oder btrfs (`folder:` des Servers), und richten Sie ihn noch einmal ein. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Let the NFS server have more threads (threads= under [nfsd] in /etc/nfs.conf: one for twenty Pis), or switch version 3 on there if it is off, and restart it. Then switch %1 off and on.</source>
            <translation>Geben Sie dem NFS-Server mehr Threads (threads= unter [nfsd] in /etc/nfs.conf: einen je zwanzig Pis), oder schalten Sie dort Version 3 ein, falls sie aus ist, und starten Sie ihn neu. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Give each machine an address of its own: reserve them in the router, and let no fixed address lie in the range that it gives. Then switch %1 off and on.</source>
            <translation>Geben Sie jedem Gerät eine eigene Adresse: Reservieren Sie sie im Router, und lassen Sie keine feste Adresse in dem Bereich liegen, den er vergibt. Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>Set the server&apos;s clock (`timedatectl set-ntp true`). Then switch %1 off and on.</source>
            <translation>Stellen Sie die Uhr des Servers (`timedatectl set-ntp true`). Schalten Sie dann %1 aus und wieder ein.</translation>
        </message>
        <message>
            <source>A first start can take some minutes. If it stays like this, connect a screen to %1 and look at its last lines; then switch it off and on.</source>
            <translation>Ein erster Start kann einige Minuten dauern. Bleibt es dabei, schließen Sie einen Bildschirm an %1 an und sehen Sie sich die letzten Zeilen an; schalten Sie ihn dann aus und wieder ein.</translation>
        </message>
    </context>
    <context>
        <name>bramble::Symptoms</name>
        <message>
            <source>Green LED: 3 short flashes</source>
            <translation>Grüne LED: 3-mal kurz</translation>
        </message>
        <message>
            <source>The firmware failed to start (generic).</source>
            <translation>Die Firmware ist nicht gestartet (allgemein).</translation>
        </message>
        <message>
            <source>Lay the boot files anew, and try another power supply.</source>
            <translation>Legen Sie die Startdateien neu an, und versuchen Sie ein anderes Netzteil.</translation>
        </message>
        <message>
            <source>Green LED: 4 short flashes</source>
            <translation>Grüne LED: 4-mal kurz</translation>
        </message>
        <message>
            <source>start*.elf was not found.</source>
            <translation>start*.elf wurde nicht gefunden.</translation>
        </message>
        <message>
            <source>The boot folder is missing or has another name: compare the serial number with the list of Pis, and set the server up again.</source>
            <translation>Der Startordner fehlt oder heißt anders: Vergleichen Sie die Seriennummer mit der Liste der Pis, und richten Sie den Server noch einmal ein.</translation>
        </message>
        <message>
            <source>Green LED: 7 short flashes</source>
            <translation>Grüne LED: 7-mal kurz</translation>
        </message>
        <message>
            <source>The kernel was not found.</source>
            <translation>Der Kernel wurde nicht gefunden.</translation>
        </message>
        <message>
            <source>Lay the boot files anew; the image may be made for another model.</source>
            <translation>Legen Sie die Startdateien neu an; das System ist vielleicht für ein anderes Modell.</translation>
        </message>
        <message>
            <source>Green LED: 8 short flashes</source>
            <translation>Grüne LED: 8-mal kurz</translation>
        </message>
        <message>
            <source>The memory failed.</source>
            <translation>Der Arbeitsspeicher ist ausgefallen.</translation>
        </message>
        <message>
            <source>The board is broken.</source>
            <translation>Die Platine ist defekt.</translation>
        </message>
        <message>
            <source>Green LED: 9 short flashes</source>
            <translation>Grüne LED: 9-mal kurz</translation>
        </message>
        <message>
            <source>There is too little memory.</source>
            <translation>Es ist zu wenig Arbeitsspeicher da.</translation>
        </message>
        <message>
            <source>Choose a system for this model.</source>
            <translation>Wählen Sie ein System für dieses Modell.</translation>
        </message>
        <message>
            <source>Green LED: 10 short flashes</source>
            <translation>Grüne LED: 10-mal kurz</translation>
        </message>
        <message>
            <source>It was switched off by its system (halted).</source>
            <translation>Es wurde von seinem System abgeschaltet.</translation>
        </message>
        <message>
            <source>Switch it off and on.</source>
            <translation>Schalten Sie ihn aus und wieder ein.</translation>
        </message>
        <message>
            <source>Green LED: 2 long flashes, then short ones</source>
            <translation>Grüne LED: 2-mal lang, dann kurz</translation>
        </message>
        <message>
            <source>The memory card cannot be read (1 short: not FAT; 2 or 3: partition; 4: signature).</source>
            <translation>Die Speicherkarte ist nicht lesbar (1-mal kurz: kein FAT; 2 oder 3: Partition; 4: Signatur).</translation>
        </message>
        <message>
            <source>Take the card out; for network boot none is needed.</source>
            <translation>Nehmen Sie die Karte heraus; für den Netzstart braucht es keine.</translation>
        </message>
        <message>
            <source>Green LED: 3 long flashes, then short ones</source>
            <translation>Grüne LED: 3-mal lang, dann kurz</translation>
        </message>
        <message>
            <source>The EEPROM (1), its write protection (2), I2C (3) or the secure-boot settings (4).</source>
            <translation>Das EEPROM (1), sein Schreibschutz (2), I2C (3) oder die Secure-Boot-Einstellungen (4).</translation>
        </message>
        <message>
            <source>Write the EEPROM anew with the card from the page of the Pis.</source>
            <translation>Schreiben Sie das EEPROM mit der Karte von der Seite der Pis neu.</translation>
        </message>
        <message>
            <source>Green LED: 4 long flashes, then short ones</source>
            <translation>Grüne LED: 4-mal lang, dann kurz</translation>
        </message>
        <message>
            <source>The board itself (3: RP1; 4: unsupported board; 5: firmware) or its power (6, 7).</source>
            <translation>Die Platine selbst (3: RP1; 4: nicht unterstützt; 5: Firmware) oder ihr Strom (6, 7).</translation>
        </message>
        <message>
            <source>Try another power supply and a newer system.</source>
            <translation>Versuchen Sie ein anderes Netzteil und ein neueres System.</translation>
        </message>
        <message>
            <source>No light at the network socket</source>
            <translation>Kein Licht an der Netzwerkbuchse</translation>
        </message>
        <message>
            <source>Network boot is not enabled (2B, 3B), or there is no link.</source>
            <translation>Der Netzstart ist nicht freigeschaltet (2B, 3B), oder es ist keine Verbindung da.</translation>
        </message>
        <message>
            <source>Check cable and switch. A 3B without a card lights up after 5 to 10 seconds only if its network boot is enabled.</source>
            <translation>Prüfen Sie Kabel und Switch. Ein 3B ohne Karte leuchtet nach 5 bis 10 Sekunden nur, wenn der Netzstart freigeschaltet ist.</translation>
        </message>
        <message>
            <source>A screen in all colours of the rainbow stays</source>
            <translation>Ein Bild in allen Regenbogenfarben bleibt stehen</translation>
        </message>
        <message>
            <source>The firmware runs, and the kernel is missing or for another model.</source>
            <translation>Die Firmware läuft, und der Kernel fehlt oder ist für ein anderes Modell.</translation>
        </message>
        <message>
            <source>Lay the boot files anew, or choose another system.</source>
            <translation>Legen Sie die Startdateien neu an, oder wählen Sie ein anderes System.</translation>
        </message>
        <message>
            <source>The line `net:` on the screen is all zeros</source>
            <translation>Die Zeile `net:` auf dem Bildschirm besteht aus Nullen</translation>
        </message>
        <message>
            <source>It has no address, or nobody told it where to boot from.</source>
            <translation>Es hat keine Adresse, oder niemand hat ihm gesagt, woher es startet.</translation>
        </message>
        <message>
            <source>See what `bramble watch` says, and whether the router gives addresses.</source>
            <translation>Sehen Sie nach, was `bramble watch` sagt, und ob der Router Adressen vergibt.</translation>
        </message>
        <message>
            <source>The screen cycles through SD and USB and never says NETWORK</source>
            <translation>Der Bildschirm wechselt zwischen SD und USB und sagt nie NETWORK</translation>
        </message>
        <message>
            <source>The network is not in its boot order.</source>
            <translation>Das Netz steht nicht in der Startreihenfolge.</translation>
        </message>
        <message>
            <source>Write the card from the page of the Pis and start it once from that.</source>
            <translation>Schreiben Sie die Karte von der Seite der Pis und starten Sie ihn einmal damit.</translation>
        </message>
        <message>
            <source>The screen says NETBOOT init failed</source>
            <translation>Der Bildschirm sagt NETBOOT init failed</translation>
        </message>
        <message>
            <source>The server answers, and no router gives an address.</source>
            <translation>Der Server antwortet, und kein Router vergibt eine Adresse.</translation>
        </message>
        <message>
            <source>Let the router give addresses on this network.</source>
            <translation>Lassen Sie den Router in diesem Netz Adressen vergeben.</translation>
        </message>
        <message>
            <source>The screen says that the system does not support this board</source>
            <translation>Der Bildschirm sagt, das System unterstütze diese Platine nicht</translation>
        </message>
        <message>
            <source>The system is older than the board: its device tree is missing.</source>
            <translation>Das System ist älter als die Platine: Ihr Gerätebaum fehlt.</translation>
        </message>
        <message>
            <source>Choose a newer system.</source>
            <translation>Wählen Sie ein neueres System.</translation>
        </message>
        <message>
            <source>The screen ends with (initramfs)</source>
            <translation>Der Bildschirm endet mit (initramfs)</translation>
        </message>
        <message>
            <source>Linux did not get its disk.</source>
            <translation>Linux hat seine Festplatte nicht bekommen.</translation>
        </message>
        <message>
            <source>See what `bramble watch` says: the start command, the export, or a firewall.</source>
            <translation>Sehen Sie nach, was `bramble watch` sagt: Startbefehl, Freigabe oder Firewall.</translation>
        </message>
        <message>
            <source>Kernel panic: Unable to mount root fs via NFS</source>
            <translation>Kernel panic: Unable to mount root fs via NFS</translation>
        </message>
        <message>
            <source>The kernel itself mounts the disk and was refused.</source>
            <translation>Der Kernel bindet die Festplatte selbst ein und wurde abgewiesen.</translation>
        </message>
        <message>
            <source>nfs: server not responding, still trying</source>
            <translation>nfs: server not responding, still trying</translation>
        </message>
        <message>
            <source>The server went away, or a network manager took the card.</source>
            <translation>Der Server ist weg, oder eine Netzwerkverwaltung hat die Karte übernommen.</translation>
        </message>
        <message>
            <source>Look whether the server runs; then switch the Pi off and on.</source>
            <translation>Sehen Sie nach, ob der Server läuft; schalten Sie den Pi dann aus und wieder ein.</translation>
        </message>
        <message>
            <source>A Pi 3 has only 128 MB of memory, or crashes oddly</source>
            <translation>Ein Pi 3 hat nur 128 MB Speicher oder stürzt seltsam ab</translation>
        </message>
        <message>
            <source>start.elf and fixup.dat are of different releases.</source>
            <translation>start.elf und fixup.dat sind aus verschiedenen Ausgaben.</translation>
        </message>
        <message>
            <source>Lay the boot files anew.</source>
            <translation>Legen Sie die Startdateien neu an.</translation>
        </message>
        <message>
            <source>Without a cable it waits 45 seconds before it starts from its card</source>
            <translation>Ohne Kabel wartet er 45 Sekunden, bevor er von seiner Karte startet</translation>
        </message>
        <message>
            <source>NETCONSOLE is set in its EEPROM.</source>
            <translation>In seinem EEPROM ist NETCONSOLE gesetzt.</translation>
        </message>
        <message>
            <source>Take NETCONSOLE out of the settings of its EEPROM.</source>
            <translation>Nehmen Sie NETCONSOLE aus den Einstellungen seines EEPROMs.</translation>
        </message>
        <message>
            <source>A Pi 3 is dark after half a minute</source>
            <translation>Ein Pi 3 ist nach einer halben Minute dunkel</translation>
        </message>
        <message>
            <source>It asked five times and gave up.</source>
            <translation>Er hat fünfmal gefragt und aufgegeben.</translation>
        </message>
        <message>
            <source>Switch it off and on when the server is up.</source>
            <translation>Schalten Sie ihn aus und wieder ein, wenn der Server läuft.</translation>
        </message>
        <message>
            <source>A Pi 5 stays black after it began to load</source>
            <translation>Ein Pi 5 bleibt schwarz, nachdem er zu laden begann</translation>
        </message>
        <message>
            <source>An early boot loader gives up after one lost answer.</source>
            <translation>Ein früher Bootloader gibt nach einer verlorenen Antwort auf.</translation>
        </message>
        <message>
            <source>Update its boot loader.</source>
            <translation>Aktualisieren Sie den Bootloader.</translation>
        </message>
    </context>
    <context>
        <name>bramble::CacheView</name>
        <message>
            <source> GB</source>
            <translation> GB</translation>
        </message>
        <message>
            <source>Room that downloaded images may take</source>
            <translation>Platz, den heruntergeladene Abbilder einnehmen dürfen</translation>
        </message>
        <message>
            <source>Keep at most</source>
            <translation>Höchstens behalten:</translation>
        </message>
        <message>
            <source>in use</source>
            <translation>in Gebrauch</translation>
        </message>
        <message>
            <source>unfinished</source>
            <translation>unvollständig</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>size, last used</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Use</source>
            <translation>Verwenden</translation>
        </message>
        <message>
            <source>Use %1</source>
            <translation>%1 verwenden</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>%1 entfernen</translation>
        </message>
        <message>
            <source>Nothing has been downloaded yet.</source>
            <translation>Noch ist nichts heruntergeladen.</translation>
        </message>
        <message>
            <source>%1 in all</source>
            <translation>%1 insgesamt</translation>
        </message>
    </context>
    <context>
        <name>bramble::CatalogueList</name>
        <message>
            <source>Search the systems</source>
            <translation>Systeme durchsuchen</translation>
        </message>
        <message>
            <source>Systems</source>
            <translation>Systeme</translation>
        </message>
        <message>
            <source>No system in the list has “%1” in its name.</source>
            <translation>Kein System der Liste hat „%1“ im Namen.</translation>
        </message>
        <message>
            <source>recommended</source>
            <translation>empfohlen</translation>
        </message>
    </context>
    <context>
        <name>bramble::Eeprom</name>
        <message>
            <source>What it starts from</source>
            <translation>Wovon er startet</translation>
        </message>
        <message>
            <source>How often it starts over</source>
            <translation>Wie oft er von vorn beginnt</translation>
        </message>
        <message>
            <source>How often it tries the network again</source>
            <translation>Wie oft er das Netz noch einmal versucht</translation>
        </message>
        <message>
            <source>How often it tries the card again</source>
            <translation>Wie oft er die Karte noch einmal versucht</translation>
        </message>
        <message>
            <source>How long it waits for an address, and for the cable</source>
            <translation>Wie lange er auf eine Adresse und auf das Kabel wartet</translation>
        </message>
        <message>
            <source>How soon it asks for an address again</source>
            <translation>Wie bald er wieder nach einer Adresse fragt</translation>
        </message>
        <message>
            <source>How long it waits for one file</source>
            <translation>Wie lange er auf eine Datei wartet</translation>
        </message>
        <message>
            <source>The server it fetches from, whatever DHCP says</source>
            <translation>Der Server, von dem er holt, was immer DHCP sagt</translation>
        </message>
        <message>
            <source>The folder it asks for</source>
            <translation>Der Ordner, nach dem er fragt</translation>
        </message>
        <message>
            <source>The name of the folder it asks for</source>
            <translation>Der Name des Ordners, nach dem er fragt</translation>
        </message>
        <message>
            <source>The words by which it knows its boot server</source>
            <translation>Die Worte, an denen er seinen Startserver erkennt</translation>
        </message>
        <message>
            <source>How it introduces itself to DHCP</source>
            <translation>Wie er sich DHCP vorstellt</translation>
        </message>
        <message>
            <source>A MAC address instead of its own</source>
            <translation>Eine MAC-Adresse statt seiner eigenen</translation>
        </message>
        <message>
            <source>Rows of its fuses with another MAC address</source>
            <translation>Zeilen seines OTP-Speichers mit einer anderen MAC-Adresse</translation>
        </message>
        <message>
            <source>An address of its own, without DHCP</source>
            <translation>Eine eigene Adresse, ohne DHCP</translation>
        </message>
        <message>
            <source>The mask of the address of its own</source>
            <translation>Die Netzmaske der eigenen Adresse</translation>
        </message>
        <message>
            <source>The router for the address of its own</source>
            <translation>Der Router zur eigenen Adresse</translation>
        </message>
        <message>
            <source>Start over IPv6 (an experiment of the makers)</source>
            <translation>Start über IPv6 (ein Versuch des Herstellers)</translation>
        </message>
        <message>
            <source>Where it sends its messages</source>
            <translation>Wohin er seine Meldungen sendet</translation>
        </message>
        <message>
            <source>The server for a start over HTTP</source>
            <translation>Der Server für einen Start über HTTP</translation>
        </message>
        <message>
            <source>The port for a start over HTTP</source>
            <translation>Der Port für einen Start über HTTP</translation>
        </message>
        <message>
            <source>The folder for a start over HTTP</source>
            <translation>Der Ordner für einen Start über HTTP</translation>
        </message>
        <message>
            <source>Offer to install over the internet</source>
            <translation>Anbieten, über das Internet zu installieren</translation>
        </message>
        <message>
            <source>Offer to install whenever it is switched on</source>
            <translation>Bei jedem Einschalten eine Installation anbieten</translation>
        </message>
        <message>
            <source>How long that offer waits for a key</source>
            <translation>Wie lange dieses Angebot auf eine Taste wartet</translation>
        </message>
        <message>
            <source>Messages on the serial line</source>
            <translation>Meldungen auf der seriellen Leitung</translation>
        </message>
        <message>
            <source>The speed of the serial line</source>
            <translation>Die Geschwindigkeit der seriellen Leitung</translation>
        </message>
        <message>
            <source>Nothing on the screen</source>
            <translation>Nichts auf dem Bildschirm</translation>
        </message>
        <message>
            <source>When the screen shows what is going on</source>
            <translation>Wann der Bildschirm zeigt, was geschieht</translation>
        </message>
        <message>
            <source>Renew itself from the network</source>
            <translation>Sich aus dem Netz erneuern</translation>
        </message>
        <message>
            <source>Stay at this version</source>
            <translation>Bei dieser Version bleiben</translation>
        </message>
        <message>
            <source>Start anew when it hangs for so long</source>
            <translation>Neu starten, wenn er so lange hängt</translation>
        </message>
        <message>
            <source>Start anew after an error</source>
            <translation>Nach einem Fehler neu starten</translation>
        </message>
        <message>
            <source>Switch all power off when halted</source>
            <translation>Nach dem Anhalten ganz abschalten</translation>
        </message>
        <message>
            <source>Wake up by a pin</source>
            <translation>Durch einen Anschluss aufwachen</translation>
        </message>
        <message>
            <source>whether there is a card</source>
            <translation>ob eine Karte steckt</translation>
        </message>
        <message>
            <source>card</source>
            <translation>Karte</translation>
        </message>
        <message>
            <source>network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>another computer over USB</source>
            <translation>ein anderer Rechner über USB</translation>
        </message>
        <message>
            <source>USB disk</source>
            <translation>USB-Platte</translation>
        </message>
        <message>
            <source>USB disk at the module's own port</source>
            <translation>USB-Platte am eigenen Anschluss des Moduls</translation>
        </message>
        <message>
            <source>NVMe disk</source>
            <translation>NVMe-Platte</translation>
        </message>
        <message>
            <source>HTTP</source>
            <translation>HTTP</translation>
        </message>
        <message>
            <source>stop</source>
            <translation>Halt</translation>
        </message>
        <message>
            <source>from the start</source>
            <translation>von vorn</translation>
        </message>
        <message>
            <source>%1, then %2</source>
            <translation>%1, dann %2</translation>
        </message>
        <message>
            <source>its serial number</source>
            <translation>seine Seriennummer</translation>
        </message>
        <message>
            <source>a name of your own</source>
            <translation>ein eigener Name</translation>
        </message>
        <message>
            <source>its MAC address with hyphens</source>
            <translation>seine MAC-Adresse mit Bindestrichen</translation>
        </message>
        <message>
            <source>%1 s</source>
            <translation>%1 s</translation>
        </message>
        <message>
            <source>%1 ms</source>
            <translation>%1 ms</translation>
        </message>
        <message>
            <source>for ever</source>
            <translation>endlos</translation>
        </message>
        <message>
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <source>once</source>
            <translation>einmal</translation>
        </message>
        <message>
            <source>%1 times</source>
            <translation>%1-mal</translation>
        </message>
        <message>
            <source>%1 baud</source>
            <translation>%1 Baud</translation>
        </message>
        <message>
            <source>no</source>
            <translation>nein</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>ja</translation>
        </message>
        <message>
            <source>not set</source>
            <translation>nicht gesetzt</translation>
        </message>
    </context>
    <context>
        <name>bramble::ErrorCard</name>
        <message>
            <source>Details</source>
            <translation>Einzelheiten</translation>
        </message>
        <message>
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <source>Copy this message</source>
            <translation>Diese Meldung kopieren</translation>
        </message>
    </context>
    <context>
        <name>bramble::CustomisingErrors</name>
        <message>
            <source>“%1” is not a language setting.</source>
            <translation>„%1“ ist keine Spracheinstellung.</translation>
        </message>
        <message>
            <source>Write it as language and country, such as de_DE.UTF-8.</source>
            <translation>Schreiben Sie sie als Sprache und Land, etwa de_DE.UTF-8.</translation>
        </message>
        <message>
            <source>“%1” is not a keyboard layout.</source>
            <translation>„%1“ ist keine Tastaturbelegung.</translation>
        </message>
        <message>
            <source>Write it as the system does, such as de or us; variants such as nodeadkeys.</source>
            <translation>Schreiben Sie sie wie das System, etwa de oder us; Varianten etwa nodeadkeys.</translation>
        </message>
        <message>
            <source>“%1” cannot be the name of a package.</source>
            <translation>„%1“ kann kein Paketname sein.</translation>
        </message>
        <message>
            <source>Correct it, or take it off the list.</source>
            <translation>Berichtigen Sie ihn, oder nehmen Sie ihn von der Liste.</translation>
        </message>
        <message>
            <source>The user %1 could never become root.</source>
            <translation>Der Benutzer %1 könnte nie root werden.</translation>
        </message>
        <message>
            <source>The user has no password, and sudo would ask for one.</source>
            <translation>Der Benutzer hat kein Passwort, und sudo würde nach einem fragen.</translation>
        </message>
        <message>
            <source>Give the user a password, or let sudo work without one.</source>
            <translation>Geben Sie dem Benutzer ein Passwort, oder lassen Sie sudo ohne eines arbeiten.</translation>
        </message>
        <message>
            <source>Nobody could log in to the Pis.</source>
            <translation>Niemand könnte sich an den Pis anmelden.</translation>
        </message>
        <message>
            <source>SSH is off, and the user %1 has no password for the keyboard either.</source>
            <translation>SSH ist aus, und der Benutzer %1 hat auch kein Passwort für die Tastatur.</translation>
        </message>
        <message>
            <source>Turn SSH on, or give the user a password.</source>
            <translation>Schalten Sie SSH ein, oder geben Sie dem Benutzer ein Passwort.</translation>
        </message>
        <message>
            <source>The file %1 is no cloud-init user data.</source>
            <translation>Die Datei %1 enthält keine cloud-init-Benutzerdaten.</translation>
        </message>
        <message>
            <source>It has to begin with the line “#cloud-config” and be YAML.</source>
            <translation>Sie muss mit der Zeile „#cloud-config“ beginnen und YAML sein.</translation>
        </message>
        <message>
            <source>“%1” cannot be in the first start of a Pi that runs over the network.</source>
            <translation>„%1“ hat im ersten Start eines Pi, der über das Netz läuft, keinen Platz.</translation>
        </message>
        <message>
            <source>It would reach for the connection its disk hangs on, for a disk it does not have, or for what is set here: %2.</source>
            <translation>Es griffe nach der Verbindung, an der seine Platte hängt, nach einer Platte, die er nicht hat, oder nach dem, was hier eingestellt wird: %2.</translation>
        </message>
        <message>
            <source>Take it out of the user data or the list of commands.</source>
            <translation>Nehmen Sie es aus den Benutzerdaten oder der Liste der Befehle.</translation>
        </message>
        <message>
            <source>The password of the user %1 on the Pis is needed.</source>
            <translation>Das Passwort des Benutzers %1 auf den Pis wird gebraucht.</translation>
        </message>
        <message>
            <source>It is kept nowhere, so it is asked for whenever a Pi&apos;s disk is made.</source>
            <translation>Es wird nirgends aufbewahrt und deshalb immer erfragt, wenn die Platte eines Pi angelegt wird.</translation>
        </message>
        <message>
            <source>Type it on the page Names, or give --pi-password-file.</source>
            <translation>Geben Sie es auf der Seite Namen ein, oder nutzen Sie --pi-password-file.</translation>
        </message>
        <message>
            <source>This cannot be a password.</source>
            <translation>Das kann kein Passwort sein.</translation>
        </message>
        <message>
            <source>It is empty, longer than 512 bytes, or of more than one line.</source>
            <translation>Es ist leer, länger als 512 Byte oder hat mehr als eine Zeile.</translation>
        </message>
        <message>
            <source>Choose another one.</source>
            <translation>Wählen Sie ein anderes.</translation>
        </message>
        <message>
            <source>This image cannot speak %1.</source>
            <translation>Dieses Abbild kann %1 nicht sprechen.</translation>
        </message>
        <message>
            <source>It has no tool to make languages (the package locales).</source>
            <translation>Ihm fehlt das Werkzeug, Sprachen zu erzeugen (das Paket locales).</translation>
        </message>
        <message>
            <source>Leave the language as it is in the image, or choose another image.</source>
            <translation>Lassen Sie die Sprache wie im Abbild, oder wählen Sie ein anderes Abbild.</translation>
        </message>
        <message>
            <source>This image cannot install packages or run commands at its first start.</source>
            <translation>Dieses Abbild kann beim ersten Start keine Pakete installieren und keine Befehle ausführen.</translation>
        </message>
        <message>
            <source>It has no cloud-init.</source>
            <translation>Es hat kein cloud-init.</translation>
        </message>
        <message>
            <source>Take the packages and commands out, or choose an image with cloud-init: Ubuntu Server, or Raspberry Pi OS of 2025-11 and newer.</source>
            <translation>Nehmen Sie Pakete und Befehle heraus, oder wählen Sie ein Abbild mit cloud-init: Ubuntu Server oder Raspberry Pi OS ab 2025-11.</translation>
        </message>
        <message>
            <source>This image cannot find its disk over the network.</source>
            <translation>Dieses Abbild kann seine Platte nicht über das Netz finden.</translation>
        </message>
        <message>
            <source>Its first stage (%1) was not made to mount NFS.</source>
            <translation>Seine erste Stufe (%1) ist nicht dafür gemacht, NFS einzubinden.</translation>
        </message>
        <message>
            <source>Choose Raspberry Pi OS, Debian, or Ubuntu Server 24.04.</source>
            <translation>Wählen Sie Raspberry Pi OS, Debian oder Ubuntu Server 24.04.</translation>
        </message>
    </context>
    <context>
        <name>bramble::Errors</name>
        <message>
            <source>There is nothing of a boot in %1.</source>
            <translation>In %1 steht nichts von einem Start.</translation>
        </message>
        <message>
            <source>It is neither a capture of tcpdump (Ethernet) nor a log of dnsmasq or rpc.mountd.</source>
            <translation>Das ist weder ein Mitschnitt von tcpdump (Ethernet) noch ein Protokoll von dnsmasq oder rpc.mountd.</translation>
        </message>
        <message>
            <source>Name a file that bramble watch --record, tcpdump -w or journalctl -o json has written.</source>
            <translation>Nennen Sie eine Datei, die bramble watch --record, tcpdump -w oder journalctl -o json geschrieben hat.</translation>
        </message>
        <message>
            <source>Make room there, or choose another folder or server.</source>
            <translation>Schaffen Sie dort Platz, oder wählen Sie einen anderen Ordner oder Server.</translation>
        </message>
        <message>
            <source>There is no room for so many files on the server in %1.</source>
            <translation>Auf dem Server ist in %1 kein Platz für so viele Dateien.</translation>
        </message>
        <message>
            <source>It takes %1 of them, and there is room for %2.</source>
            <translation>Es braucht %1 davon, und für %2 ist Platz.</translation>
        </message>
        <message>
            <source>It takes %1, and %2 are free.</source>
            <translation>Es braucht %1, und %2 sind frei.</translation>
        </message>
        <message>
            <source>There is not enough room on the server in %1.</source>
            <translation>Auf dem Server ist in %1 nicht genug Platz.</translation>
        </message>
        <message>
            <source>“%1” is not a serial number.</source>
            <translation>„%1“ ist keine Seriennummer.</translation>
        </message>
        <message>
            <source>A serial has 8 digits, or 16 of which the last 8 count: 0-9 and a-f.</source>
            <translation>Eine Seriennummer hat 8 Stellen, oder 16, von denen die letzten 8 zählen: 0-9 und a-f.</translation>
        </message>
        <message>
            <source>Read it off the start screen of the Pi, or from /proc/cpuinfo on it.</source>
            <translation>Lesen Sie sie vom Startbildschirm des Pi ab, oder dort aus /proc/cpuinfo.</translation>
        </message>
        <message>
            <source>“%1” is not a MAC address.</source>
            <translation>„%1“ ist keine MAC-Adresse.</translation>
        </message>
        <message>
            <source>A MAC address has 12 digits, 0-9 and a-f, such as dc:a6:32:01:02:03.</source>
            <translation>Eine MAC-Adresse hat 12 Stellen, 0-9 und a-f, zum Beispiel dc:a6:32:01:02:03.</translation>
        </message>
        <message>
            <source>Read it off the start screen of the Pi.</source>
            <translation>Lesen Sie sie vom Startbildschirm des Pi ab.</translation>
        </message>
        <message>
            <source>The serial %1 is in the list twice.</source>
            <translation>Die Seriennummer %1 steht zweimal in der Liste.</translation>
        </message>
        <message>
            <source>Remove one of the rows, or correct its serial.</source>
            <translation>Entfernen Sie eine der Zeilen, oder berichtigen Sie ihre Seriennummer.</translation>
        </message>
        <message>
            <source>The MAC address %1 is in the list twice.</source>
            <translation>Die MAC-Adresse %1 steht zweimal in der Liste.</translation>
        </message>
        <message>
            <source>Remove one of the rows, or correct its address.</source>
            <translation>Entfernen Sie eine der Zeilen, oder berichtigen Sie ihre Adresse.</translation>
        </message>
        <message>
            <source>A Pi has no name.</source>
            <translation>Ein Pi hat keinen Namen.</translation>
        </message>
        <message>
            <source>“%1” cannot be the name of a Pi.</source>
            <translation>„%1“ kann nicht der Name eines Pi sein.</translation>
        </message>
        <message>
            <source>A name has lower-case letters, digits and hyphens; 63 at most.</source>
            <translation>Ein Name hat Kleinbuchstaben, Ziffern und Bindestriche; höchstens 63.</translation>
        </message>
        <message>
            <source>Give it a name such as pi-01.</source>
            <translation>Geben Sie ihm einen Namen wie pi-01.</translation>
        </message>
        <message>
            <source>Two Pis are called %1.</source>
            <translation>Zwei Pis heißen %1.</translation>
        </message>
        <message>
            <source>Give one of them another name.</source>
            <translation>Geben Sie einem davon einen anderen Namen.</translation>
        </message>
        <message>
            <source>%1 cannot start from the network.</source>
            <translation>%1 kann nicht aus dem Netz starten.</translation>
        </message>
        <message>
            <source>This board has no network start of its own.</source>
            <translation>Dieses Gerät hat keinen eigenen Netzstart.</translation>
        </message>
        <message>
            <source>A board of the kind “%2” has no network start of its own.</source>
            <translation>Ein Gerät der Art „%2“ hat keinen eigenen Netzstart.</translation>
        </message>
        <message>
            <source>Take it off the list, or correct its model.</source>
            <translation>Nehmen Sie es von der Liste, oder berichtigen Sie sein Modell.</translation>
        </message>
        <message>
            <source>There is no user name yet.</source>
            <translation>Es gibt noch keinen Benutzernamen.</translation>
        </message>
        <message>
            <source>“%1” cannot be a user name.</source>
            <translation>„%1“ kann kein Benutzername sein.</translation>
        </message>
        <message>
            <source>A user name has lower-case letters, digits, - and _, begins with a letter, and is not root.</source>
            <translation>Ein Benutzername hat Kleinbuchstaben, Ziffern, - und _, beginnt mit einem Buchstaben und ist nicht root.</translation>
        </message>
        <message>
            <source>Choose a name such as ada.</source>
            <translation>Wählen Sie einen Namen wie ada.</translation>
        </message>
        <message>
            <source>There is no SSH key to log in with yet.</source>
            <translation>Es gibt noch keinen SSH-Schlüssel zum Anmelden.</translation>
        </message>
        <message>
            <source>“%1…” is not a public SSH key.</source>
            <translation>„%1…“ ist kein öffentlicher SSH-Schlüssel.</translation>
        </message>
        <message>
            <source>The Pis let nobody in by password.</source>
            <translation>Die Pis lassen niemanden mit Passwort herein.</translation>
        </message>
        <message>
            <source>A public key is one line that begins with a word such as ssh-ed25519.</source>
            <translation>Ein öffentlicher Schlüssel ist eine Zeile, die mit einem Wort wie ssh-ed25519 beginnt.</translation>
        </message>
        <message>
            <source>Choose a key, or paste the line from a file whose name ends in .pub.</source>
            <translation>Wählen Sie einen Schlüssel, oder fügen Sie die Zeile aus einer Datei ein, deren Name auf .pub endet.</translation>
        </message>
        <message>
            <source>“%1” is not an address.</source>
            <translation>„%1“ ist keine Adresse.</translation>
        </message>
        <message>
            <source>Write a host name or an address such as 192.168.1.10.</source>
            <translation>Schreiben Sie einen Rechnernamen oder eine Adresse wie 192.168.1.10.</translation>
        </message>
        <message>
            <source>No Pi was recognised in this text.</source>
            <translation>In diesem Text wurde kein Pi erkannt.</translation>
        </message>
        <message>
            <source>Paste lines that hold a serial number or a MAC address each.</source>
            <translation>Fügen Sie Zeilen ein, in denen je eine Seriennummer oder eine MAC-Adresse steht.</translation>
        </message>
        <message>
            <source>%1 has neither a serial nor a MAC address.</source>
            <translation>%1 hat weder eine Seriennummer noch eine MAC-Adresse.</translation>
        </message>
        <message>
            <source>One of them is needed to tell the Pis apart.</source>
            <translation>Eine von beiden ist nötig, um die Pis auseinanderzuhalten.</translation>
        </message>
        <message>
            <source>Fill in its serial: the start screen of the Pi shows it.</source>
            <translation>Tragen Sie seine Seriennummer ein: Der Startbildschirm des Pi zeigt sie.</translation>
        </message>
        <message>
            <source>There is no Pi in the list yet.</source>
            <translation>Es steht noch kein Pi in der Liste.</translation>
        </message>
        <message>
            <source>Add at least one, with its serial or its MAC address.</source>
            <translation>Fügen Sie mindestens einen hinzu, mit Seriennummer oder MAC-Adresse.</translation>
        </message>
        <message>
            <source>“%1” is not a model this program knows.</source>
            <translation>„%1“ ist kein Modell, das dieses Programm kennt.</translation>
        </message>
        <message>
            <source>Write the model in its short form: 3B, 3B+, 4B, 5, CM4 …</source>
            <translation>Schreiben Sie das Modell in seiner kurzen Form: 3B, 3B+, 4B, 5, CM4 …</translation>
        </message>
        <message>
            <source>“%1” is not a time zone.</source>
            <translation>„%1“ ist keine Zeitzone.</translation>
        </message>
        <message>
            <source>Write it as region and city, such as Europe/Berlin.</source>
            <translation>Schreiben Sie Gegend und Stadt, zum Beispiel Europe/Berlin.</translation>
        </message>
        <message>
            <source>The cluster file %1 cannot be read.</source>
            <translation>Die Clusterdatei %1 kann nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Check the name and that you may read it.</source>
            <translation>Prüfen Sie den Namen und ob Sie sie lesen dürfen.</translation>
        </message>
        <message>
            <source>The cluster file is not well-formed YAML.</source>
            <translation>Die Clusterdatei ist kein wohlgeformtes YAML.</translation>
        </message>
        <message>
            <source>Correct the line that is named, and open the file again.</source>
            <translation>Berichtigen Sie die genannte Zeile, und öffnen Sie die Datei noch einmal.</translation>
        </message>
        <message>
            <source>The cluster file is not built as one should be.</source>
            <translation>Die Clusterdatei ist nicht so gebaut, wie sie sein sollte.</translation>
        </message>
        <message>
            <source>“%1” has no place in a cluster file, or is of the wrong kind.</source>
            <translation>„%1“ gehört nicht in eine Clusterdatei oder ist von der falschen Art.</translation>
        </message>
        <message>
            <source>Correct it at %2, and open the file again.</source>
            <translation>Berichtigen Sie es bei %2, und öffnen Sie die Datei noch einmal.</translation>
        </message>
        <message>
            <source>This is not a cluster file, or it does not say so.</source>
            <translation>Das ist keine Clusterdatei, oder sie sagt es nicht.</translation>
        </message>
        <message>
            <source>A cluster file has the line “brambleboot: 1”.</source>
            <translation>In einer Clusterdatei steht die Zeile „brambleboot: 1“.</translation>
        </message>
        <message>
            <source>Choose another file, or add that line.</source>
            <translation>Wählen Sie eine andere Datei, oder fügen Sie diese Zeile ein.</translation>
        </message>
        <message>
            <source>This cluster file is of version %1, which this program does not know.</source>
            <translation>Diese Clusterdatei hat die Version %1, die dieses Programm nicht kennt.</translation>
        </message>
        <message>
            <source>It was probably written by a newer program.</source>
            <translation>Sie wurde wohl von einem neueren Programm geschrieben.</translation>
        </message>
        <message>
            <source>Update Brambleboot.</source>
            <translation>Bringen Sie Brambleboot auf den neuesten Stand.</translation>
        </message>
        <message>
            <source>The cluster file holds a secret: %1.</source>
            <translation>Die Clusterdatei enthält ein Geheimnis: %1.</translation>
        </message>
        <message>
            <source>Cluster files are meant to be shared, so secrets are not accepted in them.</source>
            <translation>Clusterdateien sind zum Weitergeben da, darum werden Geheimnisse darin nicht angenommen.</translation>
        </message>
        <message>
            <source>Take it out of the file. You are asked for passwords when they are needed.</source>
            <translation>Nehmen Sie es heraus. Nach Passwörtern werden Sie gefragt, wenn sie gebraucht werden.</translation>
        </message>
        <message>
            <source>The cluster file cannot be written to %1.</source>
            <translation>Die Clusterdatei kann nicht nach %1 geschrieben werden.</translation>
        </message>
        <message>
            <source>Choose another folder, or make room on the disk.</source>
            <translation>Wählen Sie einen anderen Ordner, oder schaffen Sie Platz.</translation>
        </message>
        <message>
            <source>No image has been chosen yet.</source>
            <translation>Es ist noch kein Abbild gewählt.</translation>
        </message>
        <message>
            <source>The image %1 cannot be read.</source>
            <translation>Das Abbild %1 kann nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Choose an image file that is on this computer.</source>
            <translation>Wählen Sie eine Abbilddatei auf diesem Rechner.</translation>
        </message>
        <message>
            <source>%1 is not an image this program can read.</source>
            <translation>%1 ist kein Abbild, das dieses Programm lesen kann.</translation>
        </message>
        <message>
            <source>It reads .img, and .img inside .xz, .zst, .gz or .zip.</source>
            <translation>Es liest .img, auch in .xz, .zst, .gz oder .zip.</translation>
        </message>
        <message>
            <source>Choose the image as it was downloaded.</source>
            <translation>Wählen Sie das Abbild so, wie es heruntergeladen wurde.</translation>
        </message>
        <message>
            <source>The image ends too early.</source>
            <translation>Das Abbild hört zu früh auf.</translation>
        </message>
        <message>
            <source>The download was probably cut short.</source>
            <translation>Vermutlich wurde das Herunterladen unterbrochen.</translation>
        </message>
        <message>
            <source>Download it again.</source>
            <translation>Laden Sie es noch einmal herunter.</translation>
        </message>
        <message>
            <source>The image is damaged.</source>
            <translation>Das Abbild ist beschädigt.</translation>
        </message>
        <message>
            <source>Its own check sums do not agree with its content.</source>
            <translation>Seine eigenen Prüfsummen passen nicht zu seinem Inhalt.</translation>
        </message>
        <message>
            <source>The image holds no partition table this program can read.</source>
            <translation>Das Abbild enthält keine Partitionstabelle, die dieses Programm lesen kann.</translation>
        </message>
        <message>
            <source>The image of a Pi's SD card begins with an MBR.</source>
            <translation>Das Abbild der SD-Karte eines Pi beginnt mit einem MBR.</translation>
        </message>
        <message>
            <source>Choose an image made for a Raspberry Pi.</source>
            <translation>Wählen Sie ein Abbild, das für einen Raspberry Pi gemacht ist.</translation>
        </message>
        <message>
            <source>The image has no boot partition.</source>
            <translation>Das Abbild hat keine Startpartition.</translation>
        </message>
        <message>
            <source>A Pi's image begins with a FAT partition.</source>
            <translation>Das Abbild eines Pi beginnt mit einer FAT-Partition.</translation>
        </message>
        <message>
            <source>The image has no partition with a system.</source>
            <translation>Das Abbild hat keine Partition mit einem System.</translation>
        </message>
        <message>
            <source>A Pi's image has its system in the second partition.</source>
            <translation>Im Abbild eines Pi liegt das System in der zweiten Partition.</translation>
        </message>
        <message>
            <source>A file system inside the image is broken (%1).</source>
            <translation>Ein Dateisystem im Abbild ist kaputt (%1).</translation>
        </message>
        <message>
            <source>Download the image again, or choose another.</source>
            <translation>Laden Sie das Abbild noch einmal herunter, oder wählen Sie ein anderes.</translation>
        </message>
        <message>
            <source>The image uses a file system this program cannot read.</source>
            <translation>Das Abbild verwendet ein Dateisystem, das dieses Programm nicht lesen kann.</translation>
        </message>
        <message>
            <source>It reads FAT for the boot files and ext4 for the system.</source>
            <translation>Es liest FAT für die Startdateien und ext4 für das System.</translation>
        </message>
        <message>
            <source>Choose another image.</source>
            <translation>Wählen Sie ein anderes Abbild.</translation>
        </message>
        <message>
            <source>The image was copied from a running system.</source>
            <translation>Das Abbild wurde von einem laufenden System kopiert.</translation>
        </message>
        <message>
            <source>Its journal holds changes that were never written to their places.</source>
            <translation>In seinem Journal stehen Änderungen, die nie an ihren Platz geschrieben wurden.</translation>
        </message>
        <message>
            <source>Shut that system down first and copy the card again, or choose an image as it was downloaded.</source>
            <translation>Fahren Sie jenes System erst herunter und kopieren Sie die Karte noch einmal, oder wählen Sie ein Abbild, wie es heruntergeladen wurde.</translation>
        </message>
        <message>
            <source>This image cannot be started by a Pi over the network.</source>
            <translation>Dieses Abbild kann ein Pi nicht über das Netz starten.</translation>
        </message>
        <message>
            <source>What stands in the way: %1.</source>
            <translation>Was im Weg steht: %1.</translation>
        </message>
        <message>
            <source>Choose Raspberry Pi OS or Debian for the Raspberry Pi.</source>
            <translation>Wählen Sie Raspberry Pi OS oder Debian für den Raspberry Pi.</translation>
        </message>
        <message>
            <source>Reading %1 from the image would take too much memory.</source>
            <translation>%1 aus dem Abbild zu lesen würde zu viel Speicher brauchen.</translation>
        </message>
        <message>
            <source>This image has no files for the Pi %1.</source>
            <translation>Dieses Abbild hat keine Dateien für den Pi %1.</translation>
        </message>
        <message>
            <source>It lacks %2: it is older than that board, or made for other ones.</source>
            <translation>Es fehlt %2: Es ist älter als dieses Gerät, oder für andere gemacht.</translation>
        </message>
        <message>
            <source>Choose a newer image, or take that Pi off the list.</source>
            <translation>Wählen Sie ein neueres Abbild, oder nehmen Sie diesen Pi von der Liste.</translation>
        </message>
        <message>
            <source>There is no room on this computer to unpack the image.</source>
            <translation>Auf diesem Rechner ist kein Platz, um das Abbild auszupacken.</translation>
        </message>
        <message>
            <source>Make room in %1, and try again.</source>
            <translation>Schaffen Sie Platz in %1, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>%1 is not the file the cluster file asks for.</source>
            <translation>%1 ist nicht die Datei, die in der Clusterdatei steht.</translation>
        </message>
        <message>
            <source>Its SHA-256 is another one.</source>
            <translation>Ihre SHA-256 ist eine andere.</translation>
        </message>
        <message>
            <source>Download it again, or correct the cluster file.</source>
            <translation>Laden Sie sie noch einmal herunter, oder berichtigen Sie die Clusterdatei.</translation>
        </message>
        <message>
            <source>No computer called %1 was found.</source>
            <translation>Es wurde kein Rechner namens %1 gefunden.</translation>
        </message>
        <message>
            <source>Check the name, or use its address.</source>
            <translation>Prüfen Sie den Namen, oder verwenden Sie die Adresse.</translation>
        </message>
        <message>
            <source>%1 does not take SSH connections.</source>
            <translation>%1 nimmt keine SSH-Verbindungen an.</translation>
        </message>
        <message>
            <source>Check that it is on, that SSH runs on it, and that no firewall is in between.</source>
            <translation>Prüfen Sie, ob er an ist, ob SSH darauf läuft und ob keine Firewall dazwischensteht.</translation>
        </message>
        <message>
            <source>%1 did not answer in time.</source>
            <translation>%1 hat nicht rechtzeitig geantwortet.</translation>
        </message>
        <message>
            <source>Check that it is on and on the same network, and try again.</source>
            <translation>Prüfen Sie, ob er an und im selben Netz ist, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>This computer has not met the other one before.</source>
            <translation>Dieser Rechner ist dem anderen noch nie begegnet.</translation>
        </message>
        <message>
            <source>Its %2 key has the fingerprint %1.</source>
            <translation>Sein Schlüssel (%2) hat den Fingerabdruck %1.</translation>
        </message>
        <message>
            <source>Compare the fingerprint with the one the other computer shows, and trust it only if they are the same.</source>
            <translation>Vergleichen Sie den Fingerabdruck mit dem, den der andere Rechner zeigt, und vertrauen Sie ihm nur, wenn beide gleich sind.</translation>
        </message>
        <message>
            <source>The identity of %1 has changed. Nothing was sent to it.</source>
            <translation>Die Identität von %1 hat sich geändert. Es wurde nichts dorthin gesendet.</translation>
        </message>
        <message>
            <source>It now shows the fingerprint %2. Either it was installed anew, or another computer answers in its place.</source>
            <translation>Er zeigt jetzt den Fingerabdruck %2. Entweder wurde er neu installiert, oder ein anderer Rechner antwortet an seiner Stelle.</translation>
        </message>
        <message>
            <source>If you did not reinstall it, stop here and find out why. If you did, remove its old key with: ssh-keygen -R %1</source>
            <translation>Wenn Sie ihn nicht neu installiert haben, halten Sie hier an und finden Sie heraus, warum. Wenn doch, entfernen Sie seinen alten Schlüssel mit: ssh-keygen -R %1</translation>
        </message>
        <message>
            <source>%1 did not let you in.</source>
            <translation>%1 hat Sie nicht hereingelassen.</translation>
        </message>
        <message>
            <source>It takes: %2.</source>
            <translation>Angenommen wird: %2.</translation>
        </message>
        <message>
            <source>Give the password, or choose a key that is known there.</source>
            <translation>Geben Sie das Passwort ein, oder wählen Sie einen Schlüssel, der dort bekannt ist.</translation>
        </message>
        <message>
            <source>The connection to %1 was lost.</source>
            <translation>Die Verbindung zu %1 ist abgebrochen.</translation>
        </message>
        <message>
            <source>Try again; what was begun is taken up where it stopped.</source>
            <translation>Versuchen Sie es noch einmal; Begonnenes wird fortgesetzt, wo es stehen blieb.</translation>
        </message>
        <message>
            <source>%1 did not let another command start.</source>
            <translation>%1 ließ keinen weiteren Befehl zu.</translation>
        </message>
        <message>
            <source>Try again. If it stays like this, raise MaxSessions in its sshd_config.</source>
            <translation>Versuchen Sie es noch einmal. Bleibt es so, erhöhen Sie MaxSessions in der dortigen sshd_config.</translation>
        </message>
        <message>
            <source>Nothing moved on the connection to %1 for a minute.</source>
            <translation>Auf der Verbindung zu %1 hat sich eine Minute lang nichts bewegt.</translation>
        </message>
        <message>
            <source>Check the network in between, and try again.</source>
            <translation>Prüfen Sie das Netz dazwischen, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The key file %1 cannot be read.</source>
            <translation>Die Schlüsseldatei %1 kann nicht gelesen werden.</translation>
        </message>
        <message>
            <source>Choose another key, or check that the file is a private key and yours.</source>
            <translation>Wählen Sie einen anderen Schlüssel, oder prüfen Sie, ob die Datei ein privater Schlüssel ist und Ihnen gehört.</translation>
        </message>
        <message>
            <source>This passphrase does not open the key %1.</source>
            <translation>Diese Passphrase öffnet den Schlüssel %1 nicht.</translation>
        </message>
        <message>
            <source>Give it once more, or choose another key.</source>
            <translation>Geben Sie sie noch einmal ein, oder wählen Sie einen anderen Schlüssel.</translation>
        </message>
        <message>
            <source>The key %1 is locked with a passphrase.</source>
            <translation>Der Schlüssel %1 ist mit einer Passphrase verschlossen.</translation>
        </message>
        <message>
            <source>Give its passphrase.</source>
            <translation>Geben Sie seine Passphrase ein.</translation>
        </message>
        <message>
            <source>The identity of the other computer cannot be noted in %1.</source>
            <translation>Die Identität des anderen Rechners lässt sich nicht in %1 vermerken.</translation>
        </message>
        <message>
            <source>Check that you may write to this file.</source>
            <translation>Prüfen Sie, ob Sie diese Datei schreiben dürfen.</translation>
        </message>
        <message>
            <source>There is no sudo on %1, and you are not root there.</source>
            <translation>Auf %1 gibt es kein sudo, und Sie sind dort nicht root.</translation>
        </message>
        <message>
            <source>Log in as root, or install sudo there.</source>
            <translation>Melden Sie sich als root an, oder installieren Sie dort sudo.</translation>
        </message>
        <message>
            <source>You may not run commands as root on %1.</source>
            <translation>Auf %1 dürfen Sie keine Befehle als root ausführen.</translation>
        </message>
        <message>
            <source>Ask its owner to add you to the group sudo, or log in as another user.</source>
            <translation>Bitten Sie den Besitzer, Sie in die Gruppe sudo aufzunehmen, oder melden Sie sich als jemand anderes an.</translation>
        </message>
        <message>
            <source>%1 asks for your password before it lets you act as root.</source>
            <translation>%1 fragt nach Ihrem Passwort, bevor Sie als root handeln dürfen.</translation>
        </message>
        <message>
            <source>Give the password you have there.</source>
            <translation>Geben Sie das Passwort ein, das Sie dort haben.</translation>
        </message>
        <message>
            <source>%1 did not take this password.</source>
            <translation>%1 hat dieses Passwort nicht angenommen.</translation>
        </message>
        <message>
            <source>Give the password you have there once more.</source>
            <translation>Geben Sie das Passwort, das Sie dort haben, noch einmal ein.</translation>
        </message>
        <message>
            <source>The server runs %1, which this program cannot set up.</source>
            <translation>Auf dem Server läuft %1; das kann dieses Programm nicht einrichten.</translation>
        </message>
        <message>
            <source>It sets up Debian, Ubuntu and Raspberry Pi OS with systemd.</source>
            <translation>Es richtet Debian, Ubuntu und Raspberry Pi OS mit systemd ein.</translation>
        </message>
        <message>
            <source>Choose another server.</source>
            <translation>Wählen Sie einen anderen Server.</translation>
        </message>
        <message>
            <source>A command failed over there: %1.</source>
            <translation>Dort ist ein Befehl fehlgeschlagen: %1.</translation>
        </message>
        <message>
            <source>Read what the server said, mend it there, and try again.</source>
            <translation>Lesen Sie, was der Server sagte, bringen Sie es dort in Ordnung, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The server's disk became full at %1.</source>
            <translation>Die Platte des Servers lief bei %1 voll.</translation>
        </message>
        <message>
            <source>Make room on it and try again, or choose another folder.</source>
            <translation>Schaffen Sie dort Platz und versuchen Sie es noch einmal, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <source>Another program on the server already uses port %1.</source>
            <translation>Ein anderes Programm auf dem Server verwendet schon Port %1.</translation>
        </message>
        <message>
            <source>It is %2.</source>
            <translation>Es ist %2.</translation>
        </message>
        <message>
            <source>Stop that program, or choose another server.</source>
            <translation>Beenden Sie jenes Programm, oder wählen Sie einen anderen Server.</translation>
        </message>
        <message>
            <source>The server cannot get the packages it needs: %1.</source>
            <translation>Der Server bekommt die Pakete nicht, die er braucht: %1.</translation>
        </message>
        <message>
            <source>Check its internet connection and its package sources (apt update), and try again.</source>
            <translation>Prüfen Sie seine Internetverbindung und seine Paketquellen (apt update), und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>It is not clear which address of the server the Pis should use.</source>
            <translation>Es ist nicht klar, welche Adresse des Servers die Pis verwenden sollen.</translation>
        </message>
        <message>
            <source>Name the network interface that faces the Pis.</source>
            <translation>Nennen Sie die Netzwerkschnittstelle, an der die Pis hängen.</translation>
        </message>
        <message>
            <source>Another set-up is at work on %1.</source>
            <translation>Auf %1 ist eine andere Einrichtung am Werk.</translation>
        </message>
        <message>
            <source>Wait until it has finished, and try again.</source>
            <translation>Warten Sie, bis sie fertig ist, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The service %1 did not start on the server.</source>
            <translation>Der Dienst %1 ist auf dem Server nicht gestartet.</translation>
        </message>
        <message>
            <source>%1 on the server was not written by this program.</source>
            <translation>%1 auf dem Server wurde nicht von diesem Programm geschrieben.</translation>
        </message>
        <message>
            <source>It is left as it is, since somebody may need it.</source>
            <translation>Die Datei bleibt, wie sie ist, denn jemand könnte sie brauchen.</translation>
        </message>
        <message>
            <source>Move it away on the server if you do not, and try again.</source>
            <translation>Brauchen Sie sie nicht, dann schieben Sie sie auf dem Server beiseite und versuchen es noch einmal.</translation>
        </message>
        <message>
            <source>The copy of %1 arrived incomplete.</source>
            <translation>Die Kopie von %1 kam unvollständig an.</translation>
        </message>
        <message>
            <source>Try again; what was complete stays.</source>
            <translation>Versuchen Sie es noch einmal; was vollständig war, bleibt.</translation>
        </message>
        <message>
            <source>The server does not serve what it should: %1.</source>
            <translation>Der Server bietet nicht an, was er sollte: %1.</translation>
        </message>
        <message>
            <source>Set it up again. If it stays like this, read what was found instead.</source>
            <translation>Richten Sie ihn noch einmal ein. Bleibt es so, lesen Sie, was stattdessen gefunden wurde.</translation>
        </message>
        <message>
            <source>Somebody changed something since it was set up: %1</source>
            <translation>Seit dem Einrichten hat jemand etwas geändert: %1</translation>
        </message>
        <message>
            <source>Taking it back would take their work away too, so nothing was done.</source>
            <translation>Es zurückzunehmen nähme auch diese Arbeit weg; deshalb wurde nichts getan.</translation>
        </message>
        <message>
            <source>Look at it, then choose: leave it as it is and take back the rest, or take it back as well.</source>
            <translation>Sehen Sie es sich an und wählen Sie dann: es lassen, wie es ist, und den Rest zurücknehmen, oder auch das zurücknehmen.</translation>
        </message>
        <message>
            <source>Not everything could be taken back: %1</source>
            <translation>Nicht alles ließ sich zurücknehmen: %1</translation>
        </message>
        <message>
            <source>Do it again; what is done is not done twice. What stays is still recorded on the server.</source>
            <translation>Tun Sie es noch einmal; was getan ist, geschieht nicht zweimal. Was bleibt, ist auf dem Server noch verzeichnet.</translation>
        </message>
        <message>
            <source>Somebody changed %1 since it was set up.</source>
            <translation>Seit dem Einrichten hat jemand %1 geändert.</translation>
        </message>
        <message>
            <source>It would be overwritten with what the cluster file says.</source>
            <translation>Es würde mit dem überschrieben, was die Cluster-Datei sagt.</translation>
        </message>
        <message>
            <source>Look at the difference, then choose to overwrite it; an undo brings their version back.</source>
            <translation>Sehen Sie sich den Unterschied an und wählen Sie dann das Überschreiben; ein Zurücknehmen bringt die geänderte Fassung wieder.</translation>
        </message>
        <message>
            <source>After the change the server %1 could not be reached in time, so it took the change back by itself.</source>
            <translation>Nach der Änderung war der Server %1 nicht rechtzeitig erreichbar; deshalb hat er sie selbst zurückgenommen.</translation>
        </message>
        <message>
            <source>Look whether the new settings cut the server off from here, and try again.</source>
            <translation>Prüfen Sie, ob die neuen Einstellungen den Server von hier abschneiden, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>The system for %1 is not kept on the server.</source>
            <translation>Das System für %1 liegt nicht auf dem Server bereit.</translation>
        </message>
        <message>
            <source>Set the cluster up once more with the image at hand.</source>
            <translation>Richten Sie den Cluster noch einmal mit vorhandenem Abbild ein.</translation>
        </message>
        <message>
            <source>There is no Pi called %1 in the cluster file.</source>
            <translation>In der Cluster-Datei gibt es keinen Pi namens %1.</translation>
        </message>
        <message>
            <source>Use one of the names in the cluster file.</source>
            <translation>Nehmen Sie einen der Namen in der Cluster-Datei.</translation>
        </message>
        <message>
            <source>The answer from there could not be understood: %1.</source>
            <translation>Die Antwort von dort war nicht zu verstehen: %1.</translation>
        </message>
        <message>
            <source>Check that a login on it prints nothing unusual, and try again.</source>
            <translation>Prüfen Sie, ob eine Anmeldung dort nichts Ungewöhnliches ausgibt, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>A simulated Pi cannot use the network interface %1.</source>
            <translation>Ein simulierter Pi kann die Netzwerkschnittstelle %1 nicht verwenden.</translation>
        </message>
        <message>
            <source>Run this as root inside the practice network.</source>
            <translation>Führen Sie dies als root im Übungsnetz aus.</translation>
        </message>
        <message>
            <source>%1 asked for an address, and nobody gave one.</source>
            <translation>%1 fragte nach einer Adresse, und niemand gab eine.</translation>
        </message>
        <message>
            <source>Check that a DHCP server runs on this network.</source>
            <translation>Prüfen Sie, ob in diesem Netz ein DHCP-Server läuft.</translation>
        </message>
        <message>
            <source>%1 got an address, but was not told where to boot from.</source>
            <translation>%1 bekam eine Adresse, aber nicht gesagt, woher er starten soll.</translation>
        </message>
        <message>
            <source>Check that the boot server runs, and that it knows this Pi.</source>
            <translation>Prüfen Sie, ob der Startserver läuft und diesen Pi kennt.</translation>
        </message>
        <message>
            <source>The boot file %1 could not be fetched.</source>
            <translation>Die Startdatei %1 konnte nicht geholt werden.</translation>
        </message>
        <message>
            <source>Set the cluster up again, and check that no firewall stops TFTP.</source>
            <translation>Richten Sie den Cluster noch einmal ein, und prüfen Sie, ob keine Firewall TFTP aufhält.</translation>
        </message>
        <message>
            <source>The server refused the disk %1.</source>
            <translation>Der Server verweigerte die Festplatte %1.</translation>
        </message>
        <message>
            <source>Set the cluster up again, and check that no firewall stops NFS.</source>
            <translation>Richten Sie den Cluster noch einmal ein, und prüfen Sie, ob keine Firewall NFS aufhält.</translation>
        </message>
        <message>
            <source>The disk lacks %1.</source>
            <translation>Auf der Festplatte fehlt %1.</translation>
        </message>
        <message>
            <source>Set the cluster up again.</source>
            <translation>Richten Sie den Cluster noch einmal ein.</translation>
        </message>
        <message>
            <source>Not every Pi is running: %1.</source>
            <translation>Nicht alle Pis laufen: %1.</translation>
        </message>
        <message>
            <source>Look at what is said under each of them.</source>
            <translation>Sehen Sie nach, was bei jedem von ihnen steht.</translation>
        </message>
        <message>
            <source>Stopped, as you asked.</source>
            <translation>Angehalten, wie Sie es wollten.</translation>
        </message>
        <message>
            <source>Start again whenever you like; what was complete stays.</source>
            <translation>Fangen Sie wieder an, wann Sie mögen; was vollständig war, bleibt.</translation>
        </message>
        <message>
            <source>This command line was not understood: %1.</source>
            <translation>Diese Befehlszeile war nicht zu verstehen: %1.</translation>
        </message>
        <message>
            <source>See what there is with --help.</source>
            <translation>Was es gibt, zeigt --help.</translation>
        </message>
        <message>
            <source>See what there is with: bramble %2 --help</source>
            <translation>Was es gibt, zeigt: bramble %2 --help</translation>
        </message>
        <message>
            <source>The file %1 cannot be read.</source>
            <translation>Die Datei %1 kann nicht gelesen werden.</translation>
        </message>
        <message>
            <source>The file %1 cannot be written.</source>
            <translation>Die Datei %1 kann nicht geschrieben werden.</translation>
        </message>
        <message>
            <source>Check that the folder is there and that you may write to it.</source>
            <translation>Prüfen Sie, ob der Ordner da ist und Sie darin schreiben dürfen.</translation>
        </message>
        <message>
            <source>Practice is not possible here.</source>
            <translation>Üben ist hier nicht möglich.</translation>
        </message>
        <message>
            <source>It needs Linux and the tools that ./dev practice installs.</source>
            <translation>Es braucht Linux und die Werkzeuge, die ./dev practice installiert.</translation>
        </message>
        <message>
            <source>Try again; what has arrived is kept.</source>
            <translation>Versuchen Sie es noch einmal; was angekommen ist, bleibt.</translation>
        </message>
        <message>
            <source>%1 cannot be reached.</source>
            <translation>%1 ist nicht erreichbar.</translation>
        </message>
        <message>
            <source>Check the connection to the internet, or name a mirror, and try again.</source>
            <translation>Prüfen Sie die Verbindung zum Internet oder nennen Sie einen Spiegel, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>%1 cannot be had from its server.</source>
            <translation>%1 ist von seinem Server nicht zu bekommen.</translation>
        </message>
        <message>
            <source>The server answered: %2.</source>
            <translation>Der Server hat geantwortet: %2.</translation>
        </message>
        <message>
            <source>Check the address, or name a mirror, and try again later.</source>
            <translation>Prüfen Sie die Adresse oder nennen Sie einen Spiegel, und versuchen Sie es später noch einmal.</translation>
        </message>
        <message>
            <source>%1 leads from one address to the next and never to a file.</source>
            <translation>%1 führt von einer Adresse zur nächsten und nie zu einer Datei.</translation>
        </message>
        <message>
            <source>Check the address. A login page of this network could be in the way, too.</source>
            <translation>Prüfen Sie die Adresse. Auch eine Anmeldeseite dieses Netzes könnte im Weg sein.</translation>
        </message>
        <message>
            <source>Almost nothing came from %1 any more.</source>
            <translation>Von %1 kam fast nichts mehr.</translation>
        </message>
        <message>
            <source>%1 broke off before all of it was there.</source>
            <translation>%1 brach ab, bevor alles da war.</translation>
        </message>
        <message>
            <source>What came from %1 is not the file that was asked for.</source>
            <translation>Was von %1 kam, ist nicht die gewünschte Datei.</translation>
        </message>
        <message>
            <source>Its SHA-256 is %2. It has been thrown away.</source>
            <translation>Ihre SHA-256 ist %2. Sie wurde weggeworfen.</translation>
        </message>
        <message>
            <source>Download it again, or from another mirror. If it stays like this, the address or the checksum is wrong.</source>
            <translation>Laden Sie sie noch einmal herunter oder von einem anderen Spiegel. Bleibt es so, ist die Adresse oder die Prüfsumme falsch.</translation>
        </message>
        <message>
            <source>The server does not give the rest of %1.</source>
            <translation>Der Server gibt den Rest von %1 nicht her.</translation>
        </message>
        <message>
            <source>Try again from the start, or name a mirror.</source>
            <translation>Beginnen Sie von vorn oder nennen Sie einen Spiegel.</translation>
        </message>
        <message>
            <source>%1 was replaced by another file while it was downloaded.</source>
            <translation>%1 wurde während des Herunterladens durch eine andere Datei ersetzt.</translation>
        </message>
        <message>
            <source>Begin again: the old and the new one must not be mixed.</source>
            <translation>Beginnen Sie noch einmal: Die alte und die neue dürfen nicht vermischt werden.</translation>
        </message>
        <message>
            <source>The disk of this computer became full at %1.</source>
            <translation>Die Festplatte dieses Rechners ist bei %1 voll geworden.</translation>
        </message>
        <message>
            <source>Make room there and try again; what has arrived is kept.</source>
            <translation>Schaffen Sie dort Platz und versuchen Sie es noch einmal; was angekommen ist, bleibt.</translation>
        </message>
        <message>
            <source>There is not enough room on this computer in %1.</source>
            <translation>Auf diesem Rechner ist in %1 nicht genug Platz.</translation>
        </message>
        <message>
            <source>Make room there, or remove images from the cache.</source>
            <translation>Schaffen Sie dort Platz oder entfernen Sie heruntergeladene Abbilder.</translation>
        </message>
        <message>
            <source>%1 cannot prove that it is who it says.</source>
            <translation>%1 kann nicht beweisen, wer es ist.</translation>
        </message>
        <message>
            <source>Check the clock of this computer. A login page of this network could be in the way, too.</source>
            <translation>Prüfen Sie die Uhr dieses Rechners. Auch eine Anmeldeseite dieses Netzes könnte im Weg sein.</translation>
        </message>
        <message>
            <source>%1 sends more than it should.</source>
            <translation>%1 sendet mehr, als es sollte.</translation>
        </message>
        <message>
            <source>Check the address.</source>
            <translation>Prüfen Sie die Adresse.</translation>
        </message>
        <message>
            <source>The proxy on the way to %1 does not let this through.</source>
            <translation>Der Proxy auf dem Weg zu %1 lässt das nicht durch.</translation>
        </message>
        <message>
            <source>Check the proxy settings of this computer.</source>
            <translation>Prüfen Sie die Proxy-Einstellungen dieses Rechners.</translation>
        </message>
        <message>
            <source>%1 is in use.</source>
            <translation>%1 ist in Gebrauch.</translation>
        </message>
        <message>
            <source>Try again when it is not.</source>
            <translation>Versuchen Sie es noch einmal, wenn das nicht mehr so ist.</translation>
        </message>
        <message>
            <source>There is no %1 in the cache.</source>
            <translation>Im Zwischenspeicher gibt es kein %1.</translation>
        </message>
        <message>
            <source>List what is there with: bramble system cache</source>
            <translation>Was da ist, zeigt: bramble system cache</translation>
        </message>
        <message>
            <source>“%1” is not an address something can be downloaded from.</source>
            <translation>„%1“ ist keine Adresse, von der sich etwas herunterladen lässt.</translation>
        </message>
        <message>
            <source>Write an address that begins with https:// or http://.</source>
            <translation>Schreiben Sie eine Adresse, die mit https:// oder http:// beginnt.</translation>
        </message>
        <message>
            <source>The image is named twice: as a file and as an address.</source>
            <translation>Das Abbild ist zweimal genannt: als Datei und als Adresse.</translation>
        </message>
        <message>
            <source>Take one of them out of the cluster file.</source>
            <translation>Nehmen Sie eines davon aus der Clusterdatei.</translation>
        </message>
        <message>
            <source>What lies at %1 is not a list of systems.</source>
            <translation>Was unter %1 liegt, ist keine Liste von Systemen.</translation>
        </message>
        <message>
            <source>Check the address of the list.</source>
            <translation>Prüfen Sie die Adresse der Liste.</translation>
        </message>
        <message>
            <source>No system in the list is called %1.</source>
            <translation>Kein System der Liste heißt %1.</translation>
        </message>
        <message>
            <source>See what there is with: bramble system list</source>
            <translation>Was es gibt, zeigt: bramble system list</translation>
        </message>
        <message>
            <source>More than one system in the list is called %1.</source>
            <translation>Mehr als ein System der Liste heißt %1.</translation>
        </message>
        <message>
            <source>Write its whole name, or its address.</source>
            <translation>Schreiben Sie den ganzen Namen oder die Adresse.</translation>
        </message>
        <message>
            <source>%1 cannot be started from the network here.</source>
            <translation>%1 lässt sich hier nicht vom Netz starten.</translation>
        </message>
        <message>
            <source>Choose another system.</source>
            <translation>Wählen Sie ein anderes System.</translation>
        </message>
        <message>
            <source>It wants to be set up in a way this program does not know (%1).</source>
            <translation>Es will auf eine Weise eingerichtet werden, die dieses Programm nicht kennt (%1).</translation>
        </message>
        <message>
            <source>It has no Linux system that could lie on a server.</source>
            <translation>Es hat kein Linux-System, das auf einem Server liegen könnte.</translation>
        </message>
        <message>
            <source>It is not made for the Pi %1.</source>
            <translation>Es ist nicht für den Pi %1 gemacht.</translation>
        </message>
        <message>
            <source>The list has no address it could be downloaded from.</source>
            <translation>Die Liste hat keine Adresse, von der es sich herunterladen ließe.</translation>
        </message>
        <message>
            <source>It is packed in a way this program does not read (%1).</source>
            <translation>Es ist auf eine Weise gepackt, die dieses Programm nicht liest (%1).</translation>
        </message>
        <message>
            <source>Read what it said, mend it there, and try again.</source>
            <translation>Lesen Sie, was dort gemeldet wurde, beheben Sie es dort, und versuchen Sie es noch einmal.</translation>
        </message>
    </context>
    <context>
        <name>bramble::FactList</name>
        <message>
            <source>%1: %2, %3</source>
            <translation>%1: %2, %3</translation>
        </message>
    </context>
    <context>
        <name>bramble::Facts</name>
        <message>
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <source>%1 (%2, %3 unpacked)</source>
            <translation>%1 (%2, ausgepackt %3)</translation>
        </message>
        <message>
            <source>On the server</source>
            <translation>Auf dem Server</translation>
        </message>
        <message>
            <source>%1 for each Pi, in %2 files</source>
            <translation>%1 für jeden Pi, in %2 Dateien</translation>
        </message>
        <message>
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <source>no files for any Pi were found</source>
            <translation>es wurden keine Dateien für irgendeinen Pi gefunden</translation>
        </message>
    </context>
    <context>
        <name>bramble::MainWindow</name>
        <message>
            <source>What happens</source>
            <translation>Was geschieht</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Zurück</translation>
        </message>
        <message>
            <source>Alt+B</source>
            <translation>Alt+B</translation>
        </message>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
        <message>
            <source>Alt+N</source>
            <translation>Alt+N</translation>
        </message>
        <message>
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <source>Looking at %1 …</source>
            <translation>Sieht sich %1 an …</translation>
        </message>
        <message>
            <source>%1, %2, %3 free</source>
            <translation>%1, %2, %3 frei</translation>
        </message>
        <message>
            <source>Not connected to %1</source>
            <translation>Nicht mit %1 verbunden</translation>
        </message>
        <message>
            <source>No server yet</source>
            <translation>Noch kein Server</translation>
        </message>
        <message>
            <source>Practice: nothing of yours is touched</source>
            <translation>Übung: Nichts von Ihnen wird angerührt</translation>
        </message>
        <message>
            <source>%1 – Brambleboot</source>
            <translation>%1 – Brambleboot</translation>
        </message>
        <message>
            <source>Close Brambleboot</source>
            <translation>Brambleboot schließen</translation>
        </message>
        <message>
            <source>The server is being set up. Stop and close?</source>
            <translation>Der Server wird gerade eingerichtet. Anhalten und schließen?</translation>
        </message>
        <message>
            <source>What this run did is taken back first.</source>
            <translation>Was dieser Lauf getan hat, wird zuerst zurückgenommen.</translation>
        </message>
        <message>
            <source>Stop and close</source>
            <translation>Anhalten und schließen</translation>
        </message>
        <message>
            <source>%1 of %2 running – %3 – Brambleboot</source>
            <translation>%1 von %2 laufen – %3 – Brambleboot</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>dieser Rechner</translation>
        </message>
        <message>
            <source>Recording: nothing of yours is touched</source>
            <translation>Aufnahme: Nichts von Ihnen wird angerührt</translation>
        </message>
        <message>
            <source>Recording</source>
            <translation>Aufnahme</translation>
        </message>
    </context>
    <context>
        <name>bramble::MoreSettings</name>
        <message>
            <source>Language</source>
            <translation>Sprache</translation>
        </message>
        <message>
            <source>as in the image</source>
            <translation>wie im Abbild</translation>
        </message>
        <message>
            <source>Keyboard</source>
            <translation>Tastatur</translation>
        </message>
        <message>
            <source>such as nodeadkeys; usually empty</source>
            <translation>etwa nodeadkeys; meist leer</translation>
        </message>
        <message>
            <source>Variant</source>
            <translation>Variante</translation>
        </message>
        <message>
            <source>Log in over the network (SSH), by key only</source>
            <translation>Anmeldung über das Netz (SSH), nur mit Schlüssel</translation>
        </message>
        <message>
            <source>The user has a password, for sudo and at the Pi&apos;s own keyboard</source>
            <translation>Der Benutzer hat ein Passwort, für sudo und an der Tastatur des Pi</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>Once more</source>
            <translation>Noch einmal</translation>
        </message>
        <message>
            <source>names, with blanks between them</source>
            <translation>Namen, durch Leerzeichen getrennt</translation>
        </message>
        <message>
            <source>one command a line, run by root</source>
            <translation>ein Befehl je Zeile, von root ausgeführt</translation>
        </message>
        <message>
            <source>cloud-init file of your own</source>
            <translation>eigene cloud-init-Datei</translation>
        </message>
        <message>
            <source>Choose…</source>
            <translation>Auswählen …</translation>
        </message>
        <message>
            <source>Choose a cloud-init file</source>
            <translation>Eine cloud-init-Datei auswählen</translation>
        </message>
        <message>
            <source>At the first start of each Pi, where the system has cloud-init:</source>
            <translation>Beim ersten Start jedes Pi, wo das System cloud-init hat:</translation>
        </message>
        <message>
            <source>Install packages</source>
            <translation>Pakete installieren</translation>
        </message>
        <message>
            <source>Run commands</source>
            <translation>Befehle ausführen</translation>
        </message>
        <message>
            <source>Or a file of your own</source>
            <translation>Oder eine eigene Datei</translation>
        </message>
        <message>
            <source>A cloud-init file</source>
            <translation>Eine cloud-init-Datei</translation>
        </message>
        <message>
            <source>The two are not the same yet.</source>
            <translation>Die beiden sind noch nicht gleich.</translation>
        </message>
        <message>
            <source>It is written down nowhere: you will be asked again when another Pi is set up.</source>
            <translation>Es wird nirgends aufgeschrieben: Sie werden wieder gefragt, wenn ein weiterer Pi eingerichtet wird.</translation>
        </message>
    </context>
    <context>
        <name>bramble::NamesPage</name>
        <message>
            <source>How will you log in?</source>
            <translation>Wie werden Sie sich anmelden?</translation>
        </message>
        <message>
            <source>Every Pi gets its own name and its own identity; you get in with your SSH key.</source>
            <translation>Jeder Pi bekommt seinen eigenen Namen und seine eigene Identität; herein kommen Sie mit Ihrem SSH-Schlüssel.</translation>
        </message>
        <message>
            <source>In a pattern, {nn} becomes 01, 02 and so on, and {n} becomes 1, 2. Single names can be changed in the table of Pis.

A public key is the half that may be seen by everybody. Nobody can log in by password over the network.

Names, keys and the time zone are laid into each Pi's disk on the server, so they are there at the first start.</source>
            <translation>In einem Muster wird {nn} zu 01, 02 und so weiter, {n} zu 1, 2. Einzelne Namen lassen sich in der Tabelle der Pis ändern.

Ein öffentlicher Schlüssel ist die Hälfte, die jeder sehen darf. Über das Netz kann sich niemand mit Passwort anmelden.

Namen, Schlüssel und Zeitzone werden auf dem Server auf die Festplatte jedes Pi gelegt und sind so beim ersten Start schon da.</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Namen</translation>
        </message>
        <message>
            <source>as in the table of Pis</source>
            <translation>wie in der Tabelle der Pis</translation>
        </message>
        <message>
            <source>The cluster</source>
            <translation>Der Cluster</translation>
        </message>
        <message>
            <source>The Pis</source>
            <translation>Die Pis</translation>
        </message>
        <message>
            <source>Access</source>
            <translation>Zugang</translation>
        </message>
        <message>
            <source>as in the image</source>
            <translation>wie im Abbild</translation>
        </message>
        <message>
            <source>This user may act as root without a password</source>
            <translation>Dieser Benutzer darf ohne Passwort als root handeln</translation>
        </message>
        <message>
            <source>User</source>
            <translation>Benutzer</translation>
        </message>
        <message>
            <source>SSH keys</source>
            <translation>SSH-Schlüssel</translation>
        </message>
        <message>
            <source>Time zone</source>
            <translation>Zeitzone</translation>
        </message>
        <message>
            <source>Public SSH keys that may log in</source>
            <translation>Öffentliche SSH-Schlüssel, die sich anmelden dürfen</translation>
        </message>
        <message>
            <source>paste another public key: ssh-ed25519 AAAA…</source>
            <translation>weiteren öffentlichen Schlüssel einfügen: ssh-ed25519 AAAA…</translation>
        </message>
        <message>
            <source>Another public SSH key</source>
            <translation>Ein weiterer öffentlicher SSH-Schlüssel</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>More settings: language, keyboard, password, first start</source>
            <translation>Weitere Einstellungen: Sprache, Tastatur, Passwort, erster Start</translation>
        </message>
    </context>
    <context>
        <name>bramble::Page</name>
        <message>
            <source>Next</source>
            <translation>Weiter</translation>
        </message>
    </context>
    <context>
        <name>bramble::PisModel</name>
        <message>
            <source>Complete</source>
            <translation>Vollständig</translation>
        </message>
        <message>
            <source>any</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <source>%1: %2</source>
            <translation>%1: %2</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>Serial</source>
            <translation>Seriennummer</translation>
        </message>
        <message>
            <source>MAC address</source>
            <translation>MAC-Adresse</translation>
        </message>
        <message>
            <source>State</source>
            <translation>Zustand</translation>
        </message>
    </context>
    <context>
        <name>bramble::PisPage</name>
        <message>
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <source>any</source>
            <translation>beliebig</translation>
        </message>
        <message>
            <source>Which Pis belong to the cluster?</source>
            <translation>Welche Pis gehören zum Cluster?</translation>
        </message>
        <message>
            <source>Each is known by its serial number or its MAC address; both stand on the screen that a Pi shows when it finds no system.</source>
            <translation>Jeder ist an seiner Seriennummer oder seiner MAC-Adresse zu erkennen; beide stehen auf dem Bildschirm, den ein Pi zeigt, wenn er kein System findet.</translation>
        </message>
        <message>
            <source>Pis that run in your network are found by themselves, and those you switch on while this page is open, as soon as they ask for where to boot from.

A Pi asks the network for a folder named after its serial number: the last eight digits. On a Pi that runs, “cat /proc/cpuinfo” shows it.

Paste a list in any form: one serial or MAC address per line, a table, the lines of a start screen, or a router's log.

Pi 3B, 3B+, 4B, 400, 5, 500 and the compute modules can start from the network; Zero and the A models have no network socket and cannot.</source>
            <translation>Pis, die in Ihrem Netz laufen, werden von selbst gefunden, ebenso jene, die Sie einschalten, solange diese Seite offen ist: sobald sie fragen, von wo sie starten sollen.

Ein Pi fragt das Netz nach einem Ordner, der wie seine Seriennummer heißt: deren letzte acht Stellen. Auf einem laufenden Pi zeigt „cat /proc/cpuinfo“ sie.

Fügen Sie eine Liste in beliebiger Form ein: je Zeile eine Seriennummer oder MAC-Adresse, eine Tabelle, die Zeilen eines Startbildschirms oder das Protokoll eines Routers.

Pi 3B, 3B+, 4B, 400, 5, 500 und die Compute Modules können aus dem Netz starten; Zero und die A-Modelle haben keine Netzwerkbuchse und können es nicht.</translation>
        </message>
        <message>
            <source>Pis</source>
            <translation>Pis</translation>
        </message>
        <message>
            <source>Add a Pi</source>
            <translation>Pi hinzufügen</translation>
        </message>
        <message>
            <source>Remove</source>
            <translation>Entfernen</translation>
        </message>
        <message>
            <source>Paste a list…</source>
            <translation>Liste einfügen…</translation>
        </message>
        <message>
            <source>Serial numbers or MAC addresses, one Pi per line, in whatever form you have them:</source>
            <translation>Seriennummern oder MAC-Adressen, ein Pi je Zeile, in welcher Form auch immer:</translation>
        </message>
        <message>
            <source>List of Pis</source>
            <translation>Liste der Pis</translation>
        </message>
        <message>
            <source>Add these Pis</source>
            <translation>Diese Pis hinzufügen</translation>
        </message>
        <message numerus="yes">
            <source>%n Pi(s) added.</source>
            <translation>
                <numerusform>%n Pi hinzugefügt.</numerusform>
                <numerusform>%n Pis hinzugefügt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>… and %n more line(s) that could not be read.</source>
            <translation>
                <numerusform>… und eine weitere Zeile, die nicht zu lesen war.</numerusform>
                <numerusform>… und %n weitere Zeilen, die nicht zu lesen waren.</numerusform>
            </translation>
        </message>
        <message>
            <source>No Pi yet. Add one, or paste a list.</source>
            <translation>Noch kein Pi. Fügen Sie einen hinzu, oder eine ganze Liste ein.</translation>
        </message>
        <message numerus="yes">
            <source>%n Pi(s), nothing missing.</source>
            <translation>
                <numerusform>%n Pi, nichts fehlt.</numerusform>
                <numerusform>%n Pis, nichts fehlt.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n Pi(s), %1 not ready yet.</source>
            <translation>
                <numerusform>%n Pi, %1 noch nicht bereit.</numerusform>
                <numerusform>%n Pis, %1 noch nicht bereit.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::Place</name>
        <message>
            <source>Start</source>
            <translation>Anfang</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Pis</source>
            <translation>Pis</translation>
        </message>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <source>Names</source>
            <translation>Namen</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>Überblick</translation>
        </message>
        <message>
            <source>Set up</source>
            <translation>Einrichten</translation>
        </message>
        <message>
            <source>Boot</source>
            <translation>Starten</translation>
        </message>
    </context>
    <context>
        <name>bramble::Preparing</name>
        <message>
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <source>Not known yet</source>
            <translation>Noch nicht bekannt</translation>
        </message>
        <message>
            <source>To be set over SSH</source>
            <translation>Über SSH einzustellen</translation>
        </message>
        <message>
            <source>Needs a card</source>
            <translation>Braucht eine Karte</translation>
        </message>
        <message>
            <source>Needs a fuse set</source>
            <translation>Braucht ein OTP-Bit</translation>
        </message>
        <message>
            <source>Needs a cable</source>
            <translation>Braucht ein Kabel</translation>
        </message>
        <message>
            <source>Cannot</source>
            <translation>Kann nicht</translation>
        </message>
        <message>
            <source>This model starts from the network as it leaves the factory.</source>
            <translation>Dieses Modell startet ab Werk aus dem Netz.</translation>
        </message>
        <message>
            <source>It already asks the network when it starts.</source>
            <translation>Er fragt beim Start schon das Netz.</translation>
        </message>
        <message>
            <source>It is set to start from the network.</source>
            <translation>Er ist auf den Start aus dem Netz eingestellt.</translation>
        </message>
        <message>
            <source>The network has no turn in the order it starts from.</source>
            <translation>In seiner Startreihenfolge kommt das Netz nicht an die Reihe.</translation>
        </message>
        <message>
            <source>The start from the network has never been switched on in this board.</source>
            <translation>Der Start aus dem Netz ist auf dieser Platine nie eingeschaltet worden.</translation>
        </message>
        <message>
            <source>It has not been seen asking the network, and nothing tells how it is set.</source>
            <translation>Er hat noch nicht im Netz gefragt, und nichts sagt, wie er eingestellt ist.</translation>
        </message>
        <message>
            <source>This board has no Ethernet port.</source>
            <translation>Diese Platine hat keinen Ethernet-Anschluss.</translation>
        </message>
        <message>
            <source>This board has Wi-Fi only, and cannot start over it.</source>
            <translation>Diese Platine hat nur WLAN und kann darüber nicht starten.</translation>
        </message>
        <message>
            <source>The start from the network was not yet built into this board.</source>
            <translation>In diese Platine war der Start aus dem Netz noch nicht eingebaut.</translation>
        </message>
        <message>
            <source>This module has no Ethernet of its own.</source>
            <translation>Dieses Modul hat kein eigenes Ethernet.</translation>
        </message>
        <message>
            <source>Its EEPROM takes only settings that are signed with its owner's key.</source>
            <translation>Sein EEPROM nimmt nur Einstellungen, die mit dem Schlüssel des Besitzers unterschrieben sind.</translation>
        </message>
        <message>
            <source>Turn it on without a card; if it asks the network, it appears here as ready.</source>
            <translation>Schalten Sie ihn ohne Karte ein; fragt er das Netz, erscheint er hier als bereit.</translation>
        </message>
        <message>
            <source>Its settings are changed over SSH and hold from its next start; the old ones are kept.</source>
            <translation>Seine Einstellungen werden über SSH geändert und gelten ab dem nächsten Start; die alten werden aufgehoben.</translation>
        </message>
        <message>
            <source>Make a card with bootcode.bin and leave it in, or let it run once from any card to see how it is set.</source>
            <translation>Machen Sie eine Karte mit bootcode.bin und lassen Sie sie stecken, oder lassen Sie ihn einmal von einer beliebigen Karte laufen, um zu sehen, wie er eingestellt ist.</translation>
        </message>
        <message>
            <source>Make a card that sets it, start it once with that card, and take the card out when the green light blinks fast.</source>
            <translation>Machen Sie eine Karte, die ihn einstellt, starten Sie ihn einmal damit, und nehmen Sie sie heraus, wenn das grüne Licht schnell blinkt.</translation>
        </message>
        <message>
            <source>A fuse is set while it runs, and holds from its next start.</source>
            <translation>Ein OTP-Bit wird gesetzt, während er läuft, und gilt ab dem nächsten Start.</translation>
        </message>
        <message>
            <source>Connect it to a computer by USB and set it with rpiboot, or allow updates of its EEPROM in its Linux.</source>
            <translation>Verbinden Sie ihn über USB mit einem Rechner und stellen Sie ihn mit rpiboot ein, oder erlauben Sie in seinem Linux, das EEPROM zu erneuern.</translation>
        </message>
        <message>
            <source>Take another board.</source>
            <translation>Nehmen Sie eine andere Platine.</translation>
        </message>
        <message>
            <source>Its EEPROM names a server of its own (TFTP_IP), and it fetches from no other.</source>
            <translation>Sein EEPROM nennt einen eigenen Server (TFTP_IP), und von einem anderen holt er nichts.</translation>
        </message>
        <message>
            <source>It does not ask for its serial number, but for another folder (TFTP_PREFIX).</source>
            <translation>Er fragt nicht nach seiner Seriennummer, sondern nach einem anderen Ordner (TFTP_PREFIX).</translation>
        </message>
        <message>
            <source>Its boot loader is older than April 2022; renew it with a card.</source>
            <translation>Sein Startprogramm ist älter als April 2022; erneuern Sie es mit einer Karte.</translation>
        </message>
        <message>
            <source>Its owner has forbidden to renew its boot loader (FREEZE_VERSION).</source>
            <translation>Sein Besitzer hat verboten, das Startprogramm zu erneuern (FREEZE_VERSION).</translation>
        </message>
        <message>
            <source>A fuse that is set stays set for ever.</source>
            <translation>Ein gesetztes OTP-Bit bleibt für immer gesetzt.</translation>
        </message>
        <message>
            <source>A card with bootcode.bin has to stay in: it is read at every start.</source>
            <translation>Eine Karte mit bootcode.bin muss stecken bleiben: Sie wird bei jedem Start gelesen.</translation>
        </message>
        <message>
            <source>A card with bootcode.bin would do as well, and can be taken out again.</source>
            <translation>Eine Karte mit bootcode.bin tut es auch und lässt sich wieder herausnehmen.</translation>
        </message>
        <message>
            <source>It offers to install something at every start, which takes time (NET_INSTALL_AT_POWER_ON).</source>
            <translation>Er bietet bei jedem Start an, etwas zu installieren; das kostet Zeit (NET_INSTALL_AT_POWER_ON).</translation>
        </message>
        <message>
            <source>This card stays in a Raspberry Pi 2 or 3 and starts it from the network.</source>
            <translation>Diese Karte bleibt in einem Raspberry Pi 2 oder 3 und startet ihn aus dem Netz.</translation>
        </message>
        <message>
            <source>This card sets a Raspberry Pi so that it starts from the network.</source>
            <translation>Diese Karte stellt einen Raspberry Pi so ein, dass er aus dem Netz startet.</translation>
        </message>
        <message>
            <source>For: Pi 5, Pi 500.</source>
            <translation>Für: Pi 5, Pi 500.</translation>
        </message>
        <message>
            <source>For: Pi 4 Model B, Pi 400.</source>
            <translation>Für: Pi 4 Modell B, Pi 400.</translation>
        </message>
        <message>
            <source>It works once, and the Pi goes on to start; the file recovery.bin has another name afterwards.</source>
            <translation>Sie wirkt einmal, und der Pi startet danach weiter; die Datei recovery.bin heißt dann anders.</translation>
        </message>
        <message>
            <source>Put it in, switch the Pi on, wait until the green light blinks fast, switch it off, take the card out.</source>
            <translation>Einstecken, den Pi einschalten, warten, bis das grüne Licht schnell blinkt, ausschalten, die Karte herausnehmen.</translation>
        </message>
        <message>
            <source>How its EEPROM is set shows when it asks the network, or when it is read over SSH.</source>
            <translation>Wie sein EEPROM eingestellt ist, zeigt sich, wenn er das Netz fragt oder über SSH gelesen wird.</translation>
        </message>
        <message>
            <source>Whether its fuse for the network is set shows when it asks the network, or when it is read over SSH.</source>
            <translation>Ob seine Sicherung für das Netz gesetzt ist, zeigt sich, wenn er das Netz fragt oder über SSH gelesen wird.</translation>
        </message>
        <message>
            <source>Turn it on without a card. If it does not appear here as ready, set it over SSH or with a card.</source>
            <translation>Schalten Sie ihn ohne Karte ein. Erscheint er hier nicht als bereit, stellen Sie ihn über SSH oder mit einer Karte ein.</translation>
        </message>
        <message>
            <source>Turn it on. If it does not appear here as ready, set it over SSH, or over USB with rpiboot.</source>
            <translation>Schalten Sie es ein. Erscheint es hier nicht als bereit, stellen Sie es über SSH ein oder über USB mit rpiboot.</translation>
        </message>
        <message>
            <source>Turn it on without a card. If it does not appear here as ready, give it a card with bootcode.bin, or set its fuse over SSH.</source>
            <translation>Schalten Sie ihn ohne Karte ein. Erscheint er hier nicht als bereit, geben Sie ihm eine Karte mit bootcode.bin, oder setzen Sie seine Sicherung über SSH.</translation>
        </message>
        <message>
            <source>As it leaves the factory, this model does not ask the network.</source>
            <translation>Ab Werk fragt dieses Modell das Netz nicht.</translation>
        </message>
    </context>
    <context>
        <name>bramble::PreparingErrors</name>
        <message>
            <source>The EEPROM of a Pi would not take “%1” as it is meant.</source>
            <translation>Das EEPROM eines Pi würde „%1“ nicht so verstehen, wie es gemeint ist.</translation>
        </message>
        <message>
            <source>The value does not have the form of this setting.</source>
            <translation>Der Wert hat nicht die Form dieser Einstellung.</translation>
        </message>
        <message>
            <source>This is what it has to fit with: %2.</source>
            <translation>Dazu muss er passen: %2.</translation>
        </message>
        <message>
            <source>Correct the value, or leave the setting out.</source>
            <translation>Berichtigen Sie den Wert oder lassen Sie die Einstellung weg.</translation>
        </message>
        <message>
            <source>“%1” cannot be the boot folder of a Pi.</source>
            <translation>„%1“ kann nicht der Startordner eines Pi sein.</translation>
        </message>
        <message>
            <source>A folder has 31 letters, digits, - and _ at most, and a / behind it. A Pi 2 or 3 always asks for its serial number.</source>
            <translation>Ein Ordner hat höchstens 31 Buchstaben, Ziffern, - und _, und dahinter ein /. Ein Pi 2 oder 3 fragt immer nach seiner Seriennummer.</translation>
        </message>
        <message>
            <source>Write serial, mac (where the MAC address is known), or a name such as running-lion/.</source>
            <translation>Schreiben Sie serial, mac (wenn die MAC-Adresse bekannt ist) oder einen Namen wie running-lion/.</translation>
        </message>
        <message>
            <source>Two Pis would start from the folder %1.</source>
            <translation>Zwei Pis würden aus dem Ordner %1 starten.</translation>
        </message>
        <message>
            <source>Each needs one of its own.</source>
            <translation>Jeder braucht einen eigenen.</translation>
        </message>
        <message>
            <source>Give one of them another folder.</source>
            <translation>Geben Sie einem von ihnen einen anderen Ordner.</translation>
        </message>
        <message>
            <source>This is no EEPROM image of a Raspberry Pi.</source>
            <translation>Das ist kein EEPROM-Abbild eines Raspberry Pi.</translation>
        </message>
        <message>
            <source>It would have 512 KiB (Pi 4) or 2 MiB (Pi 5) and begin with a certain number; this one has %1 bytes.</source>
            <translation>Es hätte 512 KiB (Pi 4) oder 2 MiB (Pi 5) und begänne mit einer bestimmten Zahl; dieses hat %1 Byte.</translation>
        </message>
        <message>
            <source>Take the file pieeprom-DATE.bin of the package rpi-eeprom-images.</source>
            <translation>Nehmen Sie die Datei pieeprom-DATUM.bin aus dem Paket rpi-eeprom-images.</translation>
        </message>
        <message>
            <source>This EEPROM image is damaged.</source>
            <translation>Dieses EEPROM-Abbild ist beschädigt.</translation>
        </message>
        <message>
            <source>Its list of sections leads astray at %1.</source>
            <translation>Sein Verzeichnis der Abschnitte führt bei %1 in die Irre.</translation>
        </message>
        <message>
            <source>Take another copy of it.</source>
            <translation>Nehmen Sie eine andere Kopie davon.</translation>
        </message>
        <message>
            <source>This EEPROM image has no place for %1.</source>
            <translation>Dieses EEPROM-Abbild hat keinen Platz für %1.</translation>
        </message>
        <message>
            <source>Take a newer image.</source>
            <translation>Nehmen Sie ein neueres Abbild.</translation>
        </message>
        <message>
            <source>%1 is too large for the EEPROM.</source>
            <translation>%1 ist zu groß für das EEPROM.</translation>
        </message>
        <message>
            <source>There is room for %2 bytes.</source>
            <translation>Es ist Platz für %2 Byte.</translation>
        </message>
        <message>
            <source>Take comments and settings out that are not needed.</source>
            <translation>Nehmen Sie Kommentare und Einstellungen heraus, die nicht gebraucht werden.</translation>
        </message>
        <message>
            <source>The firmware file %1 was not found.</source>
            <translation>Die Firmware-Datei %1 wurde nicht gefunden.</translation>
        </message>
        <message>
            <source>It was looked for in %2.</source>
            <translation>Gesucht wurde sie in %2.</translation>
        </message>
        <message>
            <source>Name an image of Raspberry Pi OS, or the folder of the package rpi-eeprom-images or raspi-firmware.</source>
            <translation>Nennen Sie ein Abbild von Raspberry Pi OS oder den Ordner des Pakets rpi-eeprom-images oder raspi-firmware.</translation>
        </message>
        <message>
            <source>The firmware file %1 is not what it should be.</source>
            <translation>Die Firmware-Datei %1 ist nicht, was sie sein sollte.</translation>
        </message>
        <message>
            <source>It is this instead: %2.</source>
            <translation>Stattdessen ist es dies: %2.</translation>
        </message>
        <message>
            <source>There is no room for %1 on the card image.</source>
            <translation>Auf dem Kartenabbild ist kein Platz für %1.</translation>
        </message>
        <message>
            <source>Leave it out, or make the card larger.</source>
            <translation>Lassen Sie es weg oder machen Sie die Karte größer.</translation>
        </message>
        <message>
            <source>Nothing is written to %1.</source>
            <translation>Auf %1 wird nichts geschrieben.</translation>
        </message>
        <message>
            <source>It does not look like a card for this: %2.</source>
            <translation>Es sieht nicht nach einer Karte dafür aus: %2.</translation>
        </message>
        <message>
            <source>Name a memory card that is not in use, or write to a file.</source>
            <translation>Nennen Sie eine Speicherkarte, die nicht in Gebrauch ist, oder schreiben Sie in eine Datei.</translation>
        </message>
        <message>
            <source>The network %1 is too large to be looked through without asking.</source>
            <translation>Das Netz %1 ist zu groß, um es ungefragt abzusuchen.</translation>
        </message>
        <message>
            <source>Agree to it, or name a smaller network.</source>
            <translation>Stimmen Sie zu oder nennen Sie ein kleineres Netz.</translation>
        </message>
        <message>
            <source>%1 does not begin like the addresses that Raspberry Pi has registered.</source>
            <translation>%1 beginnt nicht wie die Adressen, die Raspberry Pi eingetragen hat.</translation>
        </message>
        <message>
            <source>It may still be right: addresses can be changed, and new prefixes appear.</source>
            <translation>Es kann trotzdem stimmen: Adressen lassen sich ändern, und neue Anfänge kommen dazu.</translation>
        </message>
        <message>
            <source>Compare it with the screen or the label of the Pi.</source>
            <translation>Vergleichen Sie es mit dem Bildschirm oder dem Aufkleber des Pi.</translation>
        </message>
        <message>
            <source>The serial number %1 and the MAC address of this line do not belong together.</source>
            <translation>Die Seriennummer %1 und die MAC-Adresse dieser Zeile gehören nicht zusammen.</translation>
        </message>
        <message>
            <source>On a Pi 3 and older the last six digits of both are the same, and %2 has others.</source>
            <translation>Bei einem Pi 3 und älteren sind die letzten sechs Ziffern beider gleich, und %2 hat andere.</translation>
        </message>
        <message>
            <source>Compare both with the screen of the Pi; one of them may belong to another board.</source>
            <translation>Vergleichen Sie beide mit dem Bildschirm des Pi; eine davon gehört vielleicht zu einem anderen.</translation>
        </message>
        <message>
            <source>It is not certain which model this Pi is: %1 was said of it.</source>
            <translation>Es ist nicht sicher, welches Modell dieser Pi ist: Gesagt wurde %1.</translation>
        </message>
        <message>
            <source>It was also said to be a %2.</source>
            <translation>Gesagt wurde auch %2.</translation>
        </message>
        <message>
            <source>Look at the board itself, and correct the model.</source>
            <translation>Sehen Sie auf der Platine nach und berichtigen Sie das Modell.</translation>
        </message>
        <message>
            <source>This machine is no Raspberry Pi.</source>
            <translation>Dieser Rechner ist kein Raspberry Pi.</translation>
        </message>
        <message>
            <source>It calls itself “%1”.</source>
            <translation>Er nennt sich „%1“.</translation>
        </message>
        <message>
            <source>Check the address, and take it off the list.</source>
            <translation>Prüfen Sie die Adresse und nehmen Sie ihn von der Liste.</translation>
        </message>
        <message>
            <source>This Pi cannot be set from here.</source>
            <translation>Dieser Pi lässt sich von hier aus nicht einstellen.</translation>
        </message>
        <message>
            <source>Make a card for it with: bramble card</source>
            <translation>Stellen Sie eine Karte für ihn her: bramble card</translation>
        </message>
        <message>
            <source>Its boot loader is older than April 2022, and the tools of today do not change it.</source>
            <translation>Sein Bootloader ist älter als April 2022, und die heutigen Werkzeuge ändern ihn nicht.</translation>
        </message>
        <message>
            <source>A Compute Module is set by another computer over USB, unless its owner allowed updates in its Linux.</source>
            <translation>Ein Compute Module wird von einem anderen Computer über USB eingestellt, es sei denn, sein Besitzer hat Aktualisierungen in seinem Linux erlaubt.</translation>
        </message>
        <message>
            <source>Set it with rpiboot, or allow updates in /etc/default/rpi-eeprom-update.</source>
            <translation>Stellen Sie es mit rpiboot ein, oder erlauben Sie Aktualisierungen in /etc/default/rpi-eeprom-update.</translation>
        </message>
        <message>
            <source>Its EEPROM takes only settings that are signed with its owner's key.</source>
            <translation>Sein EEPROM nimmt nur Einstellungen an, die mit dem Schlüssel seines Besitzers unterschrieben sind.</translation>
        </message>
        <message>
            <source>Ask its owner to sign them.</source>
            <translation>Bitten Sie seinen Besitzer, sie zu unterschreiben.</translation>
        </message>
        <message>
            <source>Its owner has forbidden to renew its boot loader (FREEZE_VERSION), and a change of its settings would renew it.</source>
            <translation>Sein Besitzer hat verboten, den Bootloader zu erneuern (FREEZE_VERSION), und eine Änderung seiner Einstellungen würde ihn erneuern.</translation>
        </message>
        <message>
            <source>If that no longer holds, add: --set FREEZE_VERSION=0</source>
            <translation>Wenn das nicht mehr gilt, ergänzen Sie: --set FREEZE_VERSION=0</translation>
        </message>
        <message>
            <source>Whether its fuse is set could not be read; vcgencmd is missing there, or gave no answer.</source>
            <translation>Ob seine Sicherung gesetzt ist, ließ sich nicht lesen; vcgencmd fehlt dort oder gab keine Antwort.</translation>
        </message>
        <message>
            <source>Install raspi-utils on it, or make a card for it with: bramble card</source>
            <translation>Installieren Sie raspi-utils darauf, oder stellen Sie eine Karte für ihn her: bramble card</translation>
        </message>
        <message>
            <source>Which model it is could not be read from it.</source>
            <translation>Welches Modell er ist, ließ sich nicht auslesen.</translation>
        </message>
        <message>
            <source>Look at the board: a Pi 1 and a Zero cannot start from the network.</source>
            <translation>Sehen Sie auf die Platine: Ein Pi 1 und ein Zero können nicht aus dem Netz starten.</translation>
        </message>
        <message>
            <source>The settings in its EEPROM could not be read.</source>
            <translation>Die Einstellungen in seinem EEPROM ließen sich nicht lesen.</translation>
        </message>
        <message>
            <source>There is no tool on this Pi that changes its EEPROM.</source>
            <translation>Auf diesem Pi gibt es kein Werkzeug, das sein EEPROM ändert.</translation>
        </message>
        <message>
            <source>It runs %1, without rpi-eeprom-config.</source>
            <translation>Auf ihm läuft %1, ohne rpi-eeprom-config.</translation>
        </message>
        <message>
            <source>Install the package rpi-eeprom on it, or make a card for it with: bramble card</source>
            <translation>Installieren Sie das Paket rpi-eeprom darauf, oder stellen Sie eine Karte für ihn her: bramble card</translation>
        </message>
        <message>
            <source>The Pi did not take the new settings of its EEPROM.</source>
            <translation>Der Pi hat die neuen Einstellungen seines EEPROMs nicht angenommen.</translation>
        </message>
        <message>
            <source>This is what its tool said: %2</source>
            <translation>Das sagte sein Werkzeug: %2</translation>
        </message>
        <message>
            <source>Its former settings are kept on it. Mend what is named, and try again; or make a card for it with: bramble card</source>
            <translation>Seine früheren Einstellungen sind auf ihm aufgehoben. Beheben Sie, was genannt ist, und versuchen Sie es noch einmal; oder stellen Sie eine Karte für ihn her: bramble card</translation>
        </message>
        <message>
            <source>The EEPROM of this Pi is write-protected.</source>
            <translation>Das EEPROM dieses Pi ist schreibgeschützt.</translation>
        </message>
        <message>
            <source>Take the protection off (eeprom_write_protect in config.txt, or the jumper of its board), and try again.</source>
            <translation>Heben Sie den Schutz auf (eeprom_write_protect in config.txt oder die Steckbrücke der Platine), und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <source>A fuse in this Pi would have to be set, and nobody has agreed to that.</source>
            <translation>In diesem Pi müsste eine Sicherung gesetzt werden, und dem hat niemand zugestimmt.</translation>
        </message>
        <message>
            <source>A fuse that is set stays set for ever.</source>
            <translation>Eine gesetzte Sicherung bleibt für immer gesetzt.</translation>
        </message>
        <message>
            <source>Agree with --set-fuse-for-ever, or make a card for it with: bramble card</source>
            <translation>Stimmen Sie mit --set-fuse-for-ever zu, oder stellen Sie eine Karte für ihn her: bramble card</translation>
        </message>
        <message>
            <source>Somebody else has changed the EEPROM of this Pi since.</source>
            <translation>Jemand anderes hat das EEPROM dieses Pi inzwischen geändert.</translation>
        </message>
        <message>
            <source>What is in it is neither what it had before nor what it was given.</source>
            <translation>Was darin steht, ist weder das Frühere noch das, was ihm gegeben wurde.</translation>
        </message>
        <message>
            <source>Look at it on the Pi with rpi-eeprom-config; --even-changed takes it back all the same.</source>
            <translation>Sehen Sie es auf dem Pi mit rpi-eeprom-config an; --even-changed nimmt es trotzdem zurück.</translation>
        </message>
        <message>
            <source>The file config.txt of this Pi could not be changed.</source>
            <translation>Die Datei config.txt dieses Pi ließ sich nicht ändern.</translation>
        </message>
        <message>
            <source>This is what its system said: %2</source>
            <translation>Das sagte sein System: %2</translation>
        </message>
        <message>
            <source>See that its boot partition is mounted, can be written, and has room.</source>
            <translation>Sehen Sie nach, ob seine Boot-Partition eingehängt und beschreibbar ist und Platz hat.</translation>
        </message>
        <message>
            <source>It has no EEPROM that could be renewed.</source>
            <translation>Er hat kein EEPROM, das sich erneuern ließe.</translation>
        </message>
        <message>
            <source>It needs none: its boot code comes with its boot files, or from a card.</source>
            <translation>Er braucht keins: Sein Startprogramm kommt mit seinen Startdateien oder von einer Karte.</translation>
        </message>
    </context>
    <context>
        <name>bramble::ReviewPage</name>
        <message>
            <source>Install %1</source>
            <translation>%1 installieren</translation>
        </message>
        <message>
            <source>New file %1</source>
            <translation>Neue Datei %1</translation>
        </message>
        <message>
            <source>Change %1</source>
            <translation>%1 ändern</translation>
        </message>
        <message>
            <source>%1 stays as it is</source>
            <translation>%1 bleibt, wie sie ist</translation>
        </message>
        <message>
            <source>%1: its own system, %2</source>
            <translation>%1: ein eigenes System, %2</translation>
        </message>
        <message>
            <source>%1: its own system</source>
            <translation>%1: ein eigenes System</translation>
        </message>
        <message>
            <source>Start %1, and with the server from now on</source>
            <translation>%1 starten, ab jetzt auch mit dem Server</translation>
        </message>
        <message>
            <source>Packages</source>
            <translation>Pakete</translation>
        </message>
        <message>
            <source>Files</source>
            <translation>Dateien</translation>
        </message>
        <message>
            <source>The Pis</source>
            <translation>Die Pis</translation>
        </message>
        <message>
            <source>Services</source>
            <translation>Dienste</translation>
        </message>
        <message>
            <source>Save cluster file…</source>
            <translation>Clusterdatei speichern…</translation>
        </message>
        <message>
            <source>Not touched</source>
            <translation>Nicht angerührt</translation>
        </message>
        <message>
            <source>Until now nothing has been changed. Open a line to see the whole file, or what changes in it.

If a step fails, or you press Stop, what this run did is taken back. If this computer dies, run it again: it goes on where it was.

The cluster file holds all you entered and no secrets. Keep it: with it, you or the command line can do all this again.</source>
            <translation>Bis jetzt wurde nichts geändert. Öffnen Sie eine Zeile, um die ganze Datei zu sehen, oder was sich darin ändert.

Schlägt ein Schritt fehl oder halten Sie an, dann wird zurückgenommen, was dieser Lauf getan hat. Stürzt dieser Rechner ab, fangen Sie noch einmal an: Es geht weiter, wo es stehen blieb.

Die Clusterdatei enthält alles, was Sie eingegeben haben, und keine Geheimnisse. Behalten Sie sie: Mit ihr können Sie oder die Befehlszeile all dies wiederholen.</translation>
        </message>
        <message>
            <source>Test the set-up again</source>
            <translation>Noch einmal prüfen</translation>
        </message>
        <message>
            <source>Set up the cluster</source>
            <translation>Den Cluster einrichten</translation>
        </message>
        <message>
            <source>Go to %1</source>
            <translation>Zu %1</translation>
        </message>
        <message>
            <source>Everything is set up on %1</source>
            <translation>Auf %1 ist alles eingerichtet</translation>
        </message>
        <message>
            <source>Nothing has to be changed.</source>
            <translation>Es muss nichts geändert werden.</translation>
        </message>
        <message numerus="yes">
            <source>Ready to set up %n Pi(s) on %1</source>
            <translation>
                <numerusform>Bereit, einen Pi auf %1 einzurichten</numerusform>
                <numerusform>Bereit, %n Pis auf %1 einzurichten</numerusform>
            </translation>
        </message>
        <message>
            <source>It takes about %1 on the server.</source>
            <translation>Es braucht etwa %1 auf dem Server.</translation>
        </message>
        <message>
            <source>Something has to be mended first</source>
            <translation>Erst muss etwas in Ordnung gebracht werden</translation>
        </message>
        <message>
            <source>Not everything is known yet</source>
            <translation>Noch ist nicht alles bekannt</translation>
        </message>
        <message>
            <source>Log in to a server and choose an image; then the plan stands here.</source>
            <translation>Melden Sie sich an einem Server an, und wählen Sie ein Abbild; dann steht hier der Plan.</translation>
        </message>
        <message>
            <source>Save the cluster file</source>
            <translation>Clusterdatei speichern</translation>
        </message>
        <message>
            <source>Cluster files (*.yaml)</source>
            <translation>Clusterdateien (*.yaml)</translation>
        </message>
        <message>
            <source>Saved to %1.</source>
            <translation>In %1 gespeichert.</translation>
        </message>
        <message>
            <source>On the command line: bramble plan %1</source>
            <translation>Auf der Befehlszeile: bramble plan %1</translation>
        </message>
        <message>
            <source>The system as it came is kept for further Pis, %1</source>
            <translation>Das System, wie es kam, bleibt für weitere Pis, %1</translation>
        </message>
        <message>
            <source>The former system is removed (%1)</source>
            <translation>Das frühere System wird entfernt (%1)</translation>
        </message>
        <message>
            <source>The image is still on its way</source>
            <translation>Das Abbild ist noch unterwegs</translation>
        </message>
        <message>
            <source>%1 of %2 have arrived. The plan stands here as soon as it is there.</source>
            <translation>%1 von %2 sind angekommen. Der Plan steht hier, sobald es da ist.</translation>
        </message>
        <message>
            <source>The plan stands here as soon as it is there.</source>
            <translation>Der Plan steht hier, sobald es da ist.</translation>
        </message>
        <message>
            <source>Change %1 with uci</source>
            <translation>%1 mit uci ändern</translation>
        </message>
        <message>
            <source>Somebody took this away since it was set up. You are asked before it is written again.</source>
            <translation>Jemand hat das seit dem Einrichten entfernt. Bevor es neu geschrieben wird, wird gefragt.</translation>
        </message>
        <message>
            <source>Somebody changed this since it was set up. You are asked before it is overwritten.</source>
            <translation>Jemand hat das seit dem Einrichten geändert. Bevor es überschrieben wird, wird gefragt.</translation>
        </message>
        <message>
            <source>Restart %1, which takes a second or two</source>
            <translation>%1 neu starten, das dauert ein, zwei Sekunden</translation>
        </message>
        <message>
            <source>Let the Pis in (%1)</source>
            <translation>Die Pis hereinlassen (%1)</translation>
        </message>
        <message>
            <source>The disk of %1 is offered to %1 alone, to the address it boots from</source>
            <translation>Die Platte von %1 wird allein %1 angeboten, unter der Adresse, von der er startet</translation>
        </message>
        <message>
            <source>Exports</source>
            <translation>Freigaben</translation>
        </message>
        <message>
            <source>Firewall</source>
            <translation>Firewall</translation>
        </message>
        <message>
            <source>Your router and its settings</source>
            <translation>Ihr Router und seine Einstellungen</translation>
        </message>
        <message>
            <source>All else on %1, and the image on this computer. What is served lies in %2, and only the network of %3 is answered.</source>
            <translation>Alles andere auf %1 und das Abbild auf diesem Rechner. Was angeboten wird, liegt in %2, und nur das Netz an %3 bekommt Antwort.</translation>
        </message>
    </context>
    <context>
        <name>bramble::RouterCards</name>
        <message>
            <source>A FRITZ!Box has no page for these options; there is nothing to enter. Leave it as it is: the server answers the Pis beside it.</source>
            <translation>Eine FRITZ!Box hat keine Seite für diese Optionen; es gibt nichts einzutragen. Sie bleibt, wie sie ist: der Server antwortet den Pis neben ihr.</translation>
        </message>
        <message>
            <source>Give each Pi a fixed address there: Home Network, Network, the Pi, Edit, “Always assign this network device the same IPv4 address”.</source>
            <translation>Dort jedem Pi eine feste Adresse geben: Heimnetz, Netzwerk, der Pi, Bearbeiten, „Diesem Netzwerkgerät immer die gleiche IPv4-Adresse zuweisen“.</translation>
        </message>
        <message>
            <source>Terminal</source>
            <translation>Terminal</translation>
        </message>
        <message>
            <source>This tells every device of these networks, not the Pis alone. To undo it: set dhcp-option-set=none next-server=0.0.0.0 and remove the three entries.</source>
            <translation>Das erfährt jedes Gerät dieser Netze, nicht nur die Pis. Rückgängig machen: dhcp-option-set=none next-server=0.0.0.0 setzen und die drei Einträge entfernen.</translation>
        </message>
        <message>
            <source>Settings, Networks, the network of the Pis, DHCP, Network Boot</source>
            <translation>Einstellungen, Netzwerke, das Netz der Pis, DHCP, Network Boot</translation>
        </message>
        <message>
            <source>Network Boot: on, server %1, file name bootcode.bin</source>
            <translation>Network Boot: an, Server %1, Dateiname bootcode.bin</translation>
        </message>
        <message>
            <source>TFTP Server: %1</source>
            <translation>TFTP-Server: %1</translation>
        </message>
        <message>
            <source>Its field for option 43 takes the address of a UniFi controller only, so it cannot say “Raspberry Pi Boot”. Leave it as it is: the server answers the Pis beside it, and needs neither of these two.</source>
            <translation>Das Feld für Option 43 nimmt nur die Adresse eines UniFi-Controllers; „Raspberry Pi Boot“ kann er damit nicht sagen. Am besten bleibt er, wie er ist: der Server antwortet den Pis neben ihm und braucht keine dieser beiden Angaben.</translation>
        </message>
        <message>
            <source>Services, DHCP Server, the interface of the Pis: TFTP; Network Booting; Additional BOOTP/DHCP Options</source>
            <translation>Services, DHCP Server, die Schnittstelle der Pis: TFTP; Network Booting; Additional BOOTP/DHCP Options</translation>
        </message>
        <message>
            <source>Network Booting: enabled, next server %1</source>
            <translation>Network Booting: eingeschaltet, Next Server %1</translation>
        </message>
        <message>
            <source>Additional option: number 43, type String, value %1</source>
            <translation>Additional Option: Nummer 43, Typ String, Wert %1</translation>
        </message>
        <message>
            <source>With the Kea backend, additional options are custom configuration: see the card for Kea.</source>
            <translation>Mit Kea als Backend sind zusätzliche Optionen eigene Konfiguration: siehe die Karte für Kea.</translation>
        </message>
        <message>
            <source>Services, Dnsmasq DNS &amp; DHCP, DHCP options</source>
            <translation>Dienste, Dnsmasq DNS &amp; DHCP, DHCP-Optionen</translation>
        </message>
        <message>
            <source>Option 43, value %1, Force: on</source>
            <translation>Option 43, Wert %1, Force: an</translation>
        </message>
        <message>
            <source>Option 66 [tftp-server], value %1</source>
            <translation>Option 66 [tftp-server], Wert %1</translation>
        </message>
        <message>
            <source>Services, Dnsmasq DNS &amp; DHCP, DHCP boot: server address %1, file name bootcode.bin</source>
            <translation>Dienste, Dnsmasq DNS &amp; DHCP, DHCP Boot: Serveradresse %1, Dateiname bootcode.bin</translation>
        </message>
        <message>
            <source>With the older ISC server: Services, ISC DHCPv4, Additional Options: number 43, type String, the same value.</source>
            <translation>Mit dem älteren ISC-Server: Dienste, ISC DHCPv4, Additional Options: Nummer 43, Typ String, derselbe Wert.</translation>
        </message>
        <message>
            <source>kea-dhcp4.conf, in the list client-classes</source>
            <translation>kea-dhcp4.conf, in der Liste client-classes</translation>
        </message>
        <message>
            <source>Test the file before you load it: kea-dhcp4 -t FILE</source>
            <translation>Die Datei vor dem Laden prüfen: kea-dhcp4 -t DATEI</translation>
        </message>
        <message>
            <source>A Pi 3B asks whoever answered it for the files and follows no option 66. Keep the server&apos;s own answers on.</source>
            <translation>Ein Pi 3B fragt den nach den Dateien, der ihm geantwortet hat, und folgt keiner Option 66. Die eigenen Antworten des Servers bleiben deshalb eingeschaltet.</translation>
        </message>
    </context>
    <context>
        <name>bramble::RouterErrors</name>
        <message>
            <source>It takes about %1, and %2 are free.</source>
            <translation>Nötig sind etwa %1, frei sind %2.</translation>
        </message>
        <message>
            <source>The router has no disk to serve from.</source>
            <translation>Der Router hat keinen Datenträger, von dem er die Pis versorgen könnte.</translation>
        </message>
        <message>
            <source>No disk of the router is mounted above %1.</source>
            <translation>Über %1 ist kein Datenträger des Routers eingehängt.</translation>
        </message>
        <message>
            <source>The systems of the Pis do not fit into its flash. It takes a disk or stick with ext4, btrfs, xfs or f2fs; FAT cannot keep what a system needs.</source>
            <translation>Die Systeme der Pis passen nicht in seinen Flash-Speicher. Nötig ist eine Festplatte oder ein Stick mit ext4, btrfs, xfs oder f2fs; FAT kann nicht aufbewahren, was ein System braucht.</translation>
        </message>
        <message>
            <source>Plug one in, format it with ext4, install kmod-usb-storage and kmod-fs-ext4 on the router if it does not see it, and try again. Or let another computer serve.</source>
            <translation>Einen anstecken, mit ext4 formatieren, auf dem Router kmod-usb-storage und kmod-fs-ext4 installieren, falls er ihn nicht sieht, und es noch einmal versuchen. Oder einen anderen Rechner die Pis versorgen lassen.</translation>
        </message>
        <message>
            <source>The flash of the router %1 is too full for the NFS server.</source>
            <translation>Der Flash-Speicher des Routers %1 ist zu voll für den NFS-Server.</translation>
        </message>
        <message>
            <source>Remove packages that you do not need, extend the flash with the stick (extroot), or let another computer serve.</source>
            <translation>Pakete entfernen, die nicht gebraucht werden, den Flash-Speicher mit dem Stick erweitern (extroot) oder einen anderen Rechner die Pis versorgen lassen.</translation>
        </message>
        <message>
            <source>The router %1 has too little memory to serve these Pis.</source>
            <translation>Der Router %1 hat zu wenig Arbeitsspeicher für diese Pis.</translation>
        </message>
        <message>
            <source>Stop what it does besides, or let another computer serve; the router can still give the addresses.</source>
            <translation>Beenden, was er sonst noch tut, oder einen anderen Rechner die Pis versorgen lassen; die Adressen kann weiter der Router vergeben.</translation>
        </message>
        <message>
            <source>Somebody has begun to change the settings of %1 and has not saved them.</source>
            <translation>Jemand hat begonnen, die Einstellungen von %1 zu ändern, und hat sie nicht gespeichert.</translation>
        </message>
        <message>
            <source>To save ours would save theirs as well.</source>
            <translation>Mit unseren würden auch diese gespeichert.</translation>
        </message>
        <message>
            <source>Save them or take them back, in LuCI under Unsaved Changes or with uci commit or uci revert, and try again.</source>
            <translation>Sie speichern oder verwerfen, in LuCI unter „Nicht gespeicherte Änderungen“ oder mit uci commit oder uci revert, und es noch einmal versuchen.</translation>
        </message>
        <message>
            <source>%1 needs its MAC address in the list.</source>
            <translation>Für %1 fehlt die MAC-Adresse in der Liste.</translation>
        </message>
        <message>
            <source>The router reserves an address for it, and its serial does not tell the MAC.</source>
            <translation>Der Router reserviert ihm eine Adresse, und aus der Seriennummer folgt die MAC nicht.</translation>
        </message>
        <message>
            <source>Add the MAC address: it stands on the start screen of the Pi.</source>
            <translation>Die MAC-Adresse eintragen: sie steht auf dem Startbildschirm des Pi.</translation>
        </message>
        <message>
            <source>This router&apos;s %1 gives no addresses.</source>
            <translation>%1 auf diesem Router vergibt keine Adressen.</translation>
        </message>
        <message>
            <source>On OpenWrt, dnsmasq has to be the one that does.</source>
            <translation>Unter OpenWrt muss dnsmasq das tun.</translation>
        </message>
        <message>
            <source>Switch its DHCP server on, or let another computer serve: it leaves the addresses to whoever gives them.</source>
            <translation>Seinen DHCP-Server einschalten oder einen anderen Rechner die Pis versorgen lassen: der überlässt die Adressen dem, der sie vergibt.</translation>
        </message>
        <message>
            <source>The router already serves files by TFTP, from %1.</source>
            <translation>Der Router liefert schon Dateien über TFTP, aus %1.</translation>
        </message>
        <message>
            <source>It can only serve from one folder.</source>
            <translation>Er kann nur aus einem Ordner liefern.</translation>
        </message>
        <message>
            <source>Switch that off if nobody needs it (option tftp_root in /etc/config/dhcp), or let another computer serve.</source>
            <translation>Das abschalten, wenn es niemand braucht (option tftp_root in /etc/config/dhcp), oder einen anderen Rechner die Pis versorgen lassen.</translation>
        </message>
        <message>
            <source>No address is free for %1 in the network %2.</source>
            <translation>Im Netz %2 ist für %1 keine Adresse frei.</translation>
        </message>
        <message>
            <source>Make the router&apos;s address range smaller, or its network larger.</source>
            <translation>Den Adressbereich des Routers verkleinern oder sein Netz vergrößern.</translation>
        </message>
        <message>
            <source>%1 is too old to serve Raspberry Pis.</source>
            <translation>%1 ist zu alt, um Raspberry Pis zu versorgen.</translation>
        </message>
        <message>
            <source>Its dnsmasq script does not know the option pxe_service.</source>
            <translation>Sein dnsmasq-Skript kennt die Option pxe_service nicht.</translation>
        </message>
        <message>
            <source>Upgrade the router, or let another computer serve.</source>
            <translation>Den Router aktualisieren oder einen anderen Rechner die Pis versorgen lassen.</translation>
        </message>
        <message>
            <source>The router did not take the new settings of %1.</source>
            <translation>Der Router hat die neuen Einstellungen von %1 nicht angenommen.</translation>
        </message>
        <message>
            <source>What it made of them is not what was planned, so nothing was saved.</source>
            <translation>Was er daraus gemacht hat, ist nicht das Geplante; deshalb wurde nichts gespeichert.</translation>
        </message>
        <message>
            <source>Try again; if it stays so, please report it with the output of: uci show</source>
            <translation>Noch einmal versuchen; bleibt es so, bitte mit der Ausgabe von „uci show“ melden.</translation>
        </message>
        <message>
            <source>The cluster file has the router %1 changed as well.</source>
            <translation>Laut Clusterdatei soll auch der Router %1 geändert werden.</translation>
        </message>
        <message>
            <source>It was not looked at yet.</source>
            <translation>Er wurde noch nicht angesehen.</translation>
        </message>
        <message>
            <source>Log in to it on the Server page, under “What the router could be told”. Or take the section router: out of the cluster file; then the router stays as it is.</source>
            <translation>Melden Sie sich auf der Seite „Server“ dort an, unter „Was dem Router gesagt werden könnte“. Oder nehmen Sie den Abschnitt router: aus der Clusterdatei; dann bleibt der Router, wie er ist.</translation>
        </message>
    </context>
    <context>
        <name>bramble::ServerPage</name>
        <message>
            <source>What the router could be told</source>
            <translation>Was dem Router gesagt werden könnte</translation>
        </message>
        <message>
            <source>Where should the boot files live?</source>
            <translation>Wo sollen die Startdateien liegen?</translation>
        </message>
        <message>
            <source>Any computer you can log in to with SSH, that stays on, and runs Debian, Ubuntu or Raspberry Pi OS.</source>
            <translation>Auf einem Rechner, an dem Sie sich mit SSH anmelden können, der an bleibt und auf dem Debian, Ubuntu oder Raspberry Pi OS läuft.</translation>
        </message>
        <message>
            <source>Brambleboot logs in as you do, with your SSH keys, your agent and your ~/.ssh/config. Passwords are used once and kept nowhere.

For now it only looks: the system, the network, the room on the disk. Nothing is changed.

To set things up later it must act as root: log in as root, or as somebody who may use sudo.</source>
            <translation>Brambleboot meldet sich an wie Sie: mit Ihren SSH-Schlüsseln, Ihrem Agenten und Ihrer ~/.ssh/config. Passwörter werden einmal verwendet und nirgends behalten.

Fürs Erste sieht es sich nur um: System, Netz, Platz auf der Platte. Es wird nichts geändert.

Um später etwas einzurichten, muss es als root handeln: Melden Sie sich als root an, oder als jemand, der sudo verwenden darf.</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>user@host, for example ada@nas.local</source>
            <translation>benutzer@rechner, zum Beispiel ada@nas.local</translation>
        </message>
        <message>
            <source>Server, as user@host:port</source>
            <translation>Server, als benutzer@rechner:port</translation>
        </message>
        <message>
            <source>Connect</source>
            <translation>Verbinden</translation>
        </message>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>Trust this server</source>
            <translation>Diesem Server vertrauen</translation>
        </message>
        <message>
            <source>Network of the Pis</source>
            <translation>Netz der Pis</translation>
        </message>
        <message>
            <source>Folder on the server</source>
            <translation>Ordner auf dem Server</translation>
        </message>
        <message>
            <source>Logged in to %1</source>
            <translation>Angemeldet an %1</translation>
        </message>
        <message>
            <source>the one this login came in by</source>
            <translation>das, über das diese Anmeldung kam</translation>
        </message>
        <message>
            <source>%1 (%2)</source>
            <translation>%1 (%2)</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Noch einmal ansehen</translation>
        </message>
        <message>
            <source>Looking at %1 …</source>
            <translation>Sieht sich %1 an …</translation>
        </message>
        <message>
            <source>This computer is the server: it stays on, and the Pis are on its network</source>
            <translation>Dieser Rechner ist der Server: Er bleibt an, und die Pis sind in seinem Netz</translation>
        </message>
        <message>
            <source>the router, as before (recommended)</source>
            <translation>der Router, wie bisher (empfohlen)</translation>
        </message>
        <message>
            <source>this server, on a network of its own</source>
            <translation>dieser Server, in einem eigenen Netz</translation>
        </message>
        <message>
            <source>from-to, for example 192.168.50.100-192.168.50.199</source>
            <translation>von-bis, zum Beispiel 192.168.50.100-192.168.50.199</translation>
        </message>
        <message>
            <source>Addresses that this server gives</source>
            <translation>Adressen, die dieser Server vergibt</translation>
        </message>
        <message>
            <source>Who gives addresses</source>
            <translation>Wer Adressen vergibt</translation>
        </message>
        <message>
            <source>Addresses</source>
            <translation>Adressen</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>diesen Rechner</translation>
        </message>
        <message>
            <source>It also listens to the network, which takes a few seconds.</source>
            <translation>Es lauscht auch ins Netz, das dauert ein paar Sekunden.</translation>
        </message>
        <message>
            <source>This computer, %1</source>
            <translation>Dieser Rechner, %1</translation>
        </message>
    </context>
    <context>
        <name>bramble::SourcesView</name>
        <message>
            <source>Lists of systems</source>
            <translation>Listen von Systemen</translation>
        </message>
        <message>
            <source>One address a line, in the format of Raspberry Pi Imager; the first is shown first.</source>
            <translation>Eine Adresse je Zeile, im Format des Raspberry Pi Imager; die erste steht oben.</translation>
        </message>
        <message>
            <source>Mirrors</source>
            <translation>Spiegel</translation>
        </message>
        <message>
            <source>One a line: the beginning of an address, =, what to fetch instead; or only an address where files of the same name lie.</source>
            <translation>Einer je Zeile: der Anfang einer Adresse, =, was stattdessen geholt wird; oder nur eine Adresse, bei der Dateien gleichen Namens liegen.</translation>
        </message>
        <message>
            <source>Use the standard ones</source>
            <translation>Die üblichen nehmen</translation>
        </message>
        <message>
            <source>Use these</source>
            <translation>Diese nehmen</translation>
        </message>
    </context>
    <context>
        <name>bramble::StartPage</name>
        <message>
            <source>Set up a new cluster</source>
            <translation>Einen neuen Cluster einrichten</translation>
        </message>
        <message>
            <source>From a server and a list of Pis to machines you can log in to, step by step.</source>
            <translation>Von einem Server und einer Liste von Pis zu Rechnern, an denen Sie sich anmelden können, Schritt für Schritt.</translation>
        </message>
        <message>
            <source>Open a cluster file…</source>
            <translation>Eine Clusterdatei öffnen…</translation>
        </message>
        <message>
            <source>Go on with a cluster you saved, or one that somebody gave you.</source>
            <translation>Mit einem Cluster weitermachen, den Sie gespeichert haben, oder den Ihnen jemand gab.</translation>
        </message>
        <message>
            <source>Practise with simulated Pis</source>
            <translation>Mit simulierten Pis üben</translation>
        </message>
        <message>
            <source>A server and four Pis inside this computer. Nothing of yours is touched; everything works as it will later.</source>
            <translation>Ein Server und vier Pis in diesem Rechner. Nichts von Ihnen wird angerührt; alles geht wie später im Ernst.</translation>
        </message>
        <message>
            <source>What do you want to do?</source>
            <translation>Was möchten Sie tun?</translation>
        </message>
        <message>
            <source>Brambleboot lets Raspberry Pis start from the network, without SD cards.</source>
            <translation>Brambleboot lässt Raspberry Pis aus dem Netz starten, ohne SD-Karten.</translation>
        </message>
        <message>
            <source>You need three things: a computer that stays on and runs Debian, Ubuntu or Raspberry Pi OS; the Pis, each with a network cable; and an image, such as Raspberry Pi OS Lite.

Nothing is changed anywhere before the page Review, where you see every file first.

Your router is left alone: it goes on giving out addresses, and the server only adds where to start from.</source>
            <translation>Sie brauchen dreierlei: einen Rechner, der an bleibt und auf dem Debian, Ubuntu oder Raspberry Pi OS läuft; die Pis, jeden mit Netzwerkkabel; und ein Abbild, zum Beispiel Raspberry Pi OS Lite.

Nirgends wird etwas geändert vor der Seite Überblick, auf der Sie zuerst jede Datei sehen.

Ihr Router bleibt in Ruhe: Er vergibt weiter die Adressen, und der Server fügt nur hinzu, woher gestartet wird.</translation>
        </message>
        <message>
            <source>Go on practising</source>
            <translation>Weiter üben</translation>
        </message>
        <message numerus="yes">
            <source>%n simulated Pi(s) wait for their server.</source>
            <translation>
                <numerusform>Ein simulierter Pi wartet auf seinen Server.</numerusform>
                <numerusform>%n simulierte Pis warten auf ihren Server.</numerusform>
            </translation>
        </message>
        <message>
            <source>Go on with this cluster</source>
            <translation>Mit diesem Cluster weitermachen</translation>
        </message>
        <message>
            <source>Go on with “%1”</source>
            <translation>Mit „%1“ weitermachen</translation>
        </message>
        <message numerus="yes">
            <source>%n Pi(s) on %1.</source>
            <translation>
                <numerusform>%n Pi auf %1.</numerusform>
                <numerusform>%n Pis auf %1.</numerusform>
            </translation>
        </message>
        <message>
            <source>a server to be chosen</source>
            <translation>einem Server, der noch zu wählen ist</translation>
        </message>
        <message>
            <source>Begin anew with an empty cluster?</source>
            <translation>Mit einem leeren Cluster neu anfangen?</translation>
        </message>
        <message>
            <source>What you entered here and did not save is forgotten. Servers and Pis are not touched.</source>
            <translation>Was Sie hier eingegeben und nicht gespeichert haben, wird vergessen. Server und Pis werden nicht angerührt.</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>Neu anfangen</translation>
        </message>
        <message>
            <source>Open a cluster file</source>
            <translation>Eine Clusterdatei öffnen</translation>
        </message>
        <message>
            <source>Cluster files (*.yaml *.yml);;All files (*)</source>
            <translation>Clusterdateien (*.yaml *.yml);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>A practice network is being made.</source>
            <translation>Ein Übungsnetz wird gebaut.</translation>
        </message>
        <message>
            <source>It opens a window of its own when it is ready. The first time takes some minutes, since a whole server is built.</source>
            <translation>Es öffnet ein eigenes Fenster, wenn es bereit ist. Beim ersten Mal dauert es einige Minuten, denn es wird ein ganzer Server gebaut.</translation>
        </message>
        <message>
            <source>this computer</source>
            <translation>dieser Rechner</translation>
        </message>
        <message>
            <source>Open a recording…</source>
            <translation>Eine Aufnahme öffnen…</translation>
        </message>
        <message>
            <source>See a boot that you or somebody else saved, as fast or as slowly as you like.</source>
            <translation>Einen Start ansehen, den Sie oder jemand anders gespeichert hat, so schnell oder langsam Sie wollen.</translation>
        </message>
        <message>
            <source>See a recorded boot</source>
            <translation>Einen aufgezeichneten Start ansehen</translation>
        </message>
        <message>
            <source>Four simulated Pis start from the network, and two of them hang first. Nothing of yours is touched.</source>
            <translation>Vier simulierte Pis starten vom Netz, und zwei davon hängen zuerst. Nichts von Ihnen wird angerührt.</translation>
        </message>
        <message>
            <source>Open a recording</source>
            <translation>Eine Aufnahme öffnen</translation>
        </message>
        <message>
            <source>Recordings (*.jsonl *.log *.pcap);;All files (*)</source>
            <translation>Aufnahmen (*.jsonl *.log *.pcap);;Alle Dateien (*)</translation>
        </message>
    </context>
    <context>
        <name>bramble::Status</name>
        <message>
            <source>not begun</source>
            <translation>noch nicht begonnen</translation>
        </message>
        <message>
            <source>under way</source>
            <translation>läuft</translation>
        </message>
        <message>
            <source>good</source>
            <translation>gut</translation>
        </message>
        <message>
            <source>needs attention</source>
            <translation>braucht Aufmerksamkeit</translation>
        </message>
        <message>
            <source>failed</source>
            <translation>fehlgeschlagen</translation>
        </message>
    </context>
    <context>
        <name>bramble::StepList</name>
        <message>
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <source>done</source>
            <translation>fertig</translation>
        </message>
        <message>
            <source>open</source>
            <translation>offen</translation>
        </message>
        <message>
            <source>not yet open</source>
            <translation>noch nicht offen</translation>
        </message>
        <message>
            <source>Step %1, %2: %3</source>
            <translation>Schritt %1, %2: %3</translation>
        </message>
    </context>
    <context>
        <name>bramble::SystemPage</name>
        <message>
            <source>Stop</source>
            <translation>Anhalten</translation>
        </message>
        <message>
            <source>What should they run?</source>
            <translation>Was soll auf ihnen laufen?</translation>
        </message>
        <message>
            <source>Choose an image</source>
            <translation>Ein Abbild wählen</translation>
        </message>
        <message>
            <source>Choose an image file…</source>
            <translation>Eine Abbilddatei wählen…</translation>
        </message>
        <message>
            <source>Reading %1: %2 of %3</source>
            <translation>%1 wird gelesen: %2 von %3</translation>
        </message>
        <message>
            <source>Reading %1 …</source>
            <translation>%1 wird gelesen …</translation>
        </message>
        <message>
            <source>Fetch the list again</source>
            <translation>Die Liste noch einmal holen</translation>
        </message>
        <message>
            <source>Downloaded images</source>
            <translation>Heruntergeladene Abbilder</translation>
        </message>
        <message>
            <source>Choose a system; it is downloaded while you go on. Or take an image of your own.</source>
            <translation>Wählen Sie ein System; es wird heruntergeladen, während Sie weitermachen. Oder nehmen Sie ein eigenes Abbild.</translation>
        </message>
        <message>
            <source>Getting the image</source>
            <translation>Das Abbild wird geholt</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Address of an image</source>
            <translation>Adresse eines Abbilds</translation>
        </message>
        <message>
            <source>Download</source>
            <translation>Herunterladen</translation>
        </message>
        <message>
            <source>or an address:</source>
            <translation>oder eine Adresse:</translation>
        </message>
        <message>
            <source>Something else</source>
            <translation>Etwas anderes</translation>
        </message>
        <message>
            <source>An .img file, also inside .xz, .zst, .gz, .bz2 or .zip. You can drop it on this window, too.</source>
            <translation>Eine .img-Datei, auch in .xz, .zst, .gz, .bz2 oder .zip. Sie können sie auch auf dieses Fenster ziehen.</translation>
        </message>
        <message>
            <source>Raspberry Pi OS Lite (64-bit) suits every Pi from the 3 on. Debian's own Raspberry Pi images work too.

The list is that of Raspberry Pi Imager. What your Pis cannot run from a server is grey, and says why.

A download goes on where it was stopped, also after a restart, and is checked before it is used. It is kept, so that the next cluster needs none.

The image is read on this computer and never changed. Later the system is sent to the server once, and each Pi gets a copy of its own there.</source>
            <translation>Raspberry Pi OS Lite (64 Bit) passt zu jedem Pi ab dem 3. Auch Debians eigene Abbilder für den Raspberry Pi gehen.

Die Liste ist die des Raspberry Pi Imagers. Was Ihre Pis nicht von einem Server starten können, ist grau und sagt, warum.

Ein Herunterladen geht da weiter, wo es aufgehört hat, auch nach einem Neustart, und wird geprüft, bevor es verwendet wird. Es wird aufgehoben, damit der nächste Cluster keines braucht.

Das Abbild wird auf diesem Rechner gelesen und nie verändert. Später geht das System einmal zum Server, und jeder Pi bekommt dort seine eigene Kopie.</translation>
        </message>
        <message>
            <source>Images (*.img *.img.xz *.img.zst *.img.gz *.xz *.zst *.gz *.bz2 *.zip);;All files (*)</source>
            <translation>Abbilder (*.img *.img.xz *.img.zst *.img.gz *.xz *.zst *.gz *.bz2 *.zip);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Downloading %1: %2 of %3. You can go on meanwhile.</source>
            <translation>%1 wird heruntergeladen: %2 von %3. Sie können inzwischen weitermachen.</translation>
        </message>
        <message>
            <source>Downloading %1: %2. You can go on meanwhile.</source>
            <translation>%1 wird heruntergeladen: %2. Sie können inzwischen weitermachen.</translation>
        </message>
        <message>
            <source>Fetching the list of systems …</source>
            <translation>Die Liste der Systeme wird geholt …</translation>
        </message>
        <message>
            <source>Not all of it could be fetched now; this is the list of %1.</source>
            <translation>Nicht alles davon war jetzt zu holen; das ist die Liste vom %1.</translation>
        </message>
        <message>
            <source>Where systems come from</source>
            <translation>Woher die Systeme kommen</translation>
        </message>
    </context>
    <context>
        <name>main</name>
        <message>
            <source>Sets up a cluster of Raspberry Pis that start from the network.</source>
            <translation>Richtet einen Cluster von Raspberry Pis ein, die aus dem Netz starten.</translation>
        </message>
        <message>
            <source>Open this cluster file.</source>
            <translation>Diese Clusterdatei öffnen.</translation>
        </message>
        <message>
            <source>Use the practice network whose files are in this folder.</source>
            <translation>Das Übungsnetz verwenden, dessen Dateien in diesem Ordner liegen.</translation>
        </message>
        <message>
            <source>A cluster file, as --cluster.</source>
            <translation>Eine Clusterdatei, wie --cluster.</translation>
        </message>
    </context>
    <context>
        <name>bramble::Check</name>
        <message>
            <source>Router</source>
            <translation>Router</translation>
        </message>
        <message>
            <source>nothing</source>
            <translation>nichts</translation>
        </message>
        <message>
            <source>%1 says that Pis may boot (option 43)</source>
            <translation>%1 sagt, dass Pis starten dürfen (Option 43)</translation>
        </message>
        <message>
            <source>%1 names the server for the boot files (option 66)</source>
            <translation>%1 nennt den Server für die Boot-Dateien (Option 66)</translation>
        </message>
        <message>
            <source>%1 names the server as the next one</source>
            <translation>%1 nennt den Server als den nächsten</translation>
        </message>
        <message>
            <source>nobody answered who gives addresses</source>
            <translation>niemand hat geantwortet, der Adressen vergibt</translation>
        </message>
        <message>
            <source>%1 does not say that Pis may boot (option 43: %2)</source>
            <translation>%1 sagt nicht, dass Pis starten dürfen (Option 43: %2)</translation>
        </message>
        <message>
            <source>%1 does not name the server for the boot files (option 66: %2)</source>
            <translation>%1 nennt den Server für die Boot-Dateien nicht (Option 66: %2)</translation>
        </message>
        <message>
            <source>%1 does not name the server as the next one (it says %2)</source>
            <translation>%1 nennt den Server nicht als den nächsten (es sagt: %2)</translation>
        </message>
        <message>
            <source>Server</source>
            <translation>Server</translation>
        </message>
        <message>
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <source>Boot files</source>
            <translation>Startdateien</translation>
        </message>
        <message>
            <source>Disk</source>
            <translation>Platte</translation>
        </message>
        <message>
            <source>%1 is installed</source>
            <translation>%1 ist installiert</translation>
        </message>
        <message>
            <source>%1 is as it was set up</source>
            <translation>%1 ist, wie sie eingerichtet wurde</translation>
        </message>
        <message>
            <source>%1 runs</source>
            <translation>%1 läuft</translation>
        </message>
        <message>
            <source>the disks are offered</source>
            <translation>die Platten werden angeboten</translation>
        </message>
        <message>
            <source>the disk of %1 is there</source>
            <translation>die Platte von %1 ist da</translation>
        </message>
        <message>
            <source>the boot folder of %1 is there</source>
            <translation>der Startordner von %1 ist da</translation>
        </message>
        <message>
            <source>%1 arrives</source>
            <translation>%1 kommt an</translation>
        </message>
        <message>
            <source>%1 is told where to boot from</source>
            <translation>%1 erfährt, von wo er starten soll</translation>
        </message>
        <message>
            <source>all that the firmware of %1 asks for arrives whole</source>
            <translation>alles, wonach die Firmware von %1 fragt, kommt unversehrt an</translation>
        </message>
        <message>
            <source>a stranger is refused the disk of %1</source>
            <translation>einem Fremden wird die Platte von %1 verweigert</translation>
        </message>
        <message>
            <source>%1 is not installed</source>
            <translation>%1 ist nicht installiert</translation>
        </message>
        <message>
            <source>%1 is missing</source>
            <translation>%1 fehlt</translation>
        </message>
        <message>
            <source>%1 is not as it was set up</source>
            <translation>%1 ist nicht, wie sie eingerichtet wurde</translation>
        </message>
        <message>
            <source>%1 does not run</source>
            <translation>%1 läuft nicht</translation>
        </message>
        <message>
            <source>the disks are not offered: %1</source>
            <translation>die Platten werden nicht angeboten: %1</translation>
        </message>
        <message>
            <source>the disk of %1 is missing</source>
            <translation>die Platte von %1 fehlt</translation>
        </message>
        <message>
            <source>the boot folder of %1 is missing</source>
            <translation>der Startordner von %1 fehlt</translation>
        </message>
        <message>
            <source>%1 does not arrive here (%2): a firewall may be in the way</source>
            <translation>%1 kommt hier nicht an (%2): Vielleicht ist eine Firewall im Weg</translation>
        </message>
        <message>
            <source>%1 is not told where to boot from (%2)</source>
            <translation>%1 erfährt nicht, von wo er starten soll (%2)</translation>
        </message>
        <message>
            <source>the boot files of %1 do not arrive (%2)</source>
            <translation>die Startdateien von %1 kommen nicht an (%2)</translation>
        </message>
        <message>
            <source>a stranger is not refused the disk of %1 (%2)</source>
            <translation>einem Fremden wird die Platte von %1 nicht verweigert (%2)</translation>
        </message>
    </context>
    <context>
        <name>bramble::FoundCard</name>
        <message>
            <source>&amp;Look again</source>
            <translation>Noch einmal &amp;suchen</translation>
        </message>
        <message>
            <source>Pi %1</source>
            <translation>Pi %1</translation>
        </message>
        <message>
            <source>Perhaps a Pi</source>
            <translation>Vielleicht ein Pi</translation>
        </message>
        <message>
            <source>only its address looks like one</source>
            <translation>nur seine Adresse sieht so aus</translation>
        </message>
        <message>
            <source>Add</source>
            <translation>Hinzufügen</translation>
        </message>
        <message>
            <source>Add %1</source>
            <translation>%1 hinzufügen</translation>
        </message>
        <message numerus="yes">
            <source>Add all %n</source>
            <translation>
                <numerusform>Diesen hinzufügen</numerusform>
                <numerusform>Alle %n hinzufügen</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n Pi(s) found that are not in the list yet.</source>
            <translation>
                <numerusform>Ein Pi gefunden, der noch nicht in der Liste ist.</numerusform>
                <numerusform>%n Pis gefunden, die noch nicht in der Liste sind.</numerusform>
            </translation>
        </message>
        <message>
            <source>Looking for Pis…</source>
            <translation>Pis werden gesucht …</translation>
        </message>
        <message>
            <source>Switch on the Pis you want to add, without a card: they appear here.</source>
            <translation>Schalten Sie die Pis ein, die dazukommen sollen, ohne Karte: Sie erscheinen hier.</translation>
        </message>
        <message>
            <source>No further Pi was found. Add one below.</source>
            <translation>Kein weiterer Pi gefunden. Unten können Sie einen eintragen.</translation>
        </message>
        <message>
            <source>Look there, too</source>
            <translation>Auch dort suchen</translation>
        </message>
        <message>
            <source>Not looked through, because it is so large: %1</source>
            <translation>Nicht durchsucht, weil es so groß ist: %1</translation>
        </message>
    </context>
    <context>
        <name>bramble::TestCard</name>
        <message>
            <source>Test again</source>
            <translation>Noch einmal prüfen</translation>
        </message>
        <message>
            <source>What was tested</source>
            <translation>Was geprüft wurde</translation>
        </message>
        <message>
            <source>Testing it as a Pi would...</source>
            <translation>Wird geprüft, wie ein Pi es täte …</translation>
        </message>
        <message>
            <source>It could not be tested.</source>
            <translation>Es konnte nicht geprüft werden.</translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) are not as they should be.</source>
            <translation>
                <numerusform>Eines ist nicht, wie es sein soll.</numerusform>
                <numerusform>%n Dinge sind nicht, wie sie sein sollen.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Tested as a Pi would: all %n answer(s) are right.</source>
            <translation>
                <numerusform>Geprüft, wie ein Pi es täte: Die eine Antwort stimmt.</numerusform>
                <numerusform>Geprüft, wie ein Pi es täte: Alle %n Antworten stimmen.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::Journal</name>
        <message>
            <source>Put %1 back as it was</source>
            <translation>%1 wieder so herstellen, wie es war</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>%1 entfernen</translation>
        </message>
        <message>
            <source>Remove the folder %1, unless somebody else uses it</source>
            <translation>Den Ordner %1 entfernen, sofern ihn sonst niemand benutzt</translation>
        </message>
        <message>
            <source>Remove what was installed with %1</source>
            <translation>Entfernen, was mit %1 installiert wurde</translation>
        </message>
        <message>
            <source>Stop %1</source>
            <translation>%1 anhalten</translation>
        </message>
        <message>
            <source>Leave %1 as it was before</source>
            <translation>%1 so hinterlassen wie vorher</translation>
        </message>
        <message>
            <source>Leave the NFS server as it was before</source>
            <translation>Den NFS-Server lassen, wie er vorher war</translation>
        </message>
        <message>
            <source>Offer no disks to the Pis any more</source>
            <translation>Den Pis keine Datenträger mehr anbieten</translation>
        </message>
        <message>
            <source>Remove the disk and the boot folder of %1, with all that it wrote there</source>
            <translation>Datenträger und Boot-Ordner von %1 entfernen, mit allem, was dorthin geschrieben wurde</translation>
        </message>
        <message>
            <source>Remove the system that is kept for further Pis</source>
            <translation>Das System entfernen, das für weitere Pis bereitliegt</translation>
        </message>
        <message>
            <source>Take back: %1</source>
            <translation>Zurücknehmen: %1</translation>
        </message>
        <message>
            <source>Take the lines for the Pis out of %1 again</source>
            <translation>Die Zeilen für die Pis wieder aus %1 nehmen</translation>
        </message>
        <message>
            <source>Close the firewall again (%1)</source>
            <translation>Die Firewall wieder schließen (%1)</translation>
        </message>
        <message>
            <source>Give the NFS server its former settings (%1)</source>
            <translation>Dem NFS-Server seine früheren Einstellungen geben (%1)</translation>
        </message>
    </context>
    <context>
        <name>bramble::Rows</name>
        <message>
            <source>System</source>
            <translation>System</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>Adresse</translation>
        </message>
        <message>
            <source>Room</source>
            <translation>Platz</translation>
        </message>
        <message>
            <source>Copies</source>
            <translation>Kopien</translation>
        </message>
        <message>
            <source>Network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <source>Switch</source>
            <translation>Switch</translation>
        </message>
        <message>
            <source>DHCP</source>
            <translation>DHCP</translation>
        </message>
        <message>
            <source>TFTP</source>
            <translation>TFTP</translation>
        </message>
        <message>
            <source>DNS</source>
            <translation>DNS</translation>
        </message>
        <message>
            <source>NFS</source>
            <translation>NFS</translation>
        </message>
        <message>
            <source>Firewall</source>
            <translation>Firewall</translation>
        </message>
        <message>
            <source>Packages</source>
            <translation>Pakete</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>Uhr</translation>
        </message>
        <message>
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <source>%1 on %2</source>
            <translation>%1 auf %2</translation>
        </message>
        <message>
            <source>an unknown system</source>
            <translation>ein unbekanntes System</translation>
        </message>
        <message>
            <source>%1 cannot be set up: it takes Debian, Ubuntu or Raspberry Pi OS with systemd</source>
            <translation>%1 kann nicht eingerichtet werden: Es braucht Debian, Ubuntu oder Raspberry Pi OS mit systemd</translation>
        </message>
        <message>
            <source>%1 on %2, leased: reserve it in your router, or the Pis lose their server when it changes</source>
            <translation>%1 an %2, geliehen: im Router reservieren, sonst verlieren die Pis ihren Server, wenn sie sich ändert</translation>
        </message>
        <message>
            <source>%1 on %2, leased by %3: reserve it in your router, or the Pis lose their server when it changes</source>
            <translation>%1 an %2, geliehen durch %3: im Router reservieren, sonst verlieren die Pis ihren Server, wenn sie sich ändert</translation>
        </message>
        <message>
            <source>%1 on %2, which is wireless: a cable is faster and steadier</source>
            <translation>%1 an %2, ohne Kabel: Mit Kabel geht es schneller und zuverlässiger</translation>
        </message>
        <message>
            <source>not clear; choose the network below</source>
            <translation>unklar; bitte unten das Netz wählen</translation>
        </message>
        <message>
            <source>NetworkManager shares its connection on %1 and gives addresses there itself; set that connection to manual</source>
            <translation>NetworkManager gibt seine Verbindung an %1 weiter und vergibt dort selbst Adressen; diese Verbindung auf „manuell“ stellen</translation>
        </message>
        <message>
            <source>%1 free</source>
            <translation>%1 frei</translation>
        </message>
        <message>
            <source>%1 free (%2)</source>
            <translation>%1 frei (%2)</translation>
        </message>
        <message>
            <source>%1 free (%2), but %3 in %4: choose a folder there</source>
            <translation>%1 frei (%2), aber %3 in %4: dort einen Ordner wählen</translation>
        </message>
        <message>
            <source>%2 lies on %1, which cannot hold the disks of Linux computers: choose another folder</source>
            <translation>%2 liegt auf %1, das keine Platten von Linux-Rechnern aufnehmen kann: einen anderen Ordner wählen</translation>
        </message>
        <message>
            <source>on %1 all Pis share the room of what they have in common</source>
            <translation>auf %1 teilen sich alle Pis den Platz dessen, was sie gemeinsam haben</translation>
        </message>
        <message>
            <source>on %1 each Pi takes the full size of its system</source>
            <translation>auf %1 braucht jeder Pi die volle Größe seines Systems</translation>
        </message>
        <message>
            <source>%1 gives addresses and goes on doing so</source>
            <translation>%1 vergibt Adressen und tut das weiterhin</translation>
        </message>
        <message>
            <source>%1 all give addresses; if that is not meant, turn one off</source>
            <translation>%1 vergeben alle Adressen; wenn das nicht so gedacht ist, einen davon abschalten</translation>
        </message>
        <message>
            <source>nobody gives addresses here; without one no Pi starts. Turn DHCP on in the router, or let this server do it</source>
            <translation>hier vergibt niemand Adressen, und ohne startet kein Pi. DHCP im Router einschalten oder diesen Server damit betrauen</translation>
        </message>
        <message>
            <source>nobody gives addresses here, so this server will: %1</source>
            <translation>hier vergibt niemand Adressen, also tut es dieser Server: %1</translation>
        </message>
        <message>
            <source>%1 gives addresses here already; a second server would break this network. Let it do so, or turn it off there</source>
            <translation>%1 vergibt hier schon Adressen; ein zweiter Server würde das Netz stören. Ihm das überlassen oder es dort abschalten</translation>
        </message>
        <message>
            <source>who gives addresses could not be asked</source>
            <translation>wer Adressen vergibt, war nicht zu erfragen</translation>
        </message>
        <message>
            <source>who gives addresses on %1 could not be asked, so this server must not</source>
            <translation>wer an %1 Adressen vergibt, war nicht zu erfragen; also darf es dieser Server nicht</translation>
        </message>
        <message>
            <source>the addresses %1 do not fit into %2 beside the server and the Pis</source>
            <translation>die Adressen %1 passen neben Server und Pis nicht in %2</translation>
        </message>
        <message>
            <source>it holds up every new link for %1 s (spanning tree); a Pi 3 gives up before. Set the ports of the Pis to “edge” or “portfast”</source>
            <translation>er hält jede neue Verbindung %1 s zurück (Spanning Tree); ein Pi 3 gibt vorher auf. Die Ports der Pis auf „Edge“ oder „PortFast“ stellen</translation>
        </message>
        <message>
            <source>its port is free for answers to the Pis</source>
            <translation>sein Port ist frei für Antworten an die Pis</translation>
        </message>
        <message>
            <source>its port is held by an earlier set-up of this program</source>
            <translation>seinen Port hält eine frühere Einrichtung dieses Programms</translation>
        </message>
        <message>
            <source>%1 gives the addresses on this server; it gets the lines for the Pis in %2</source>
            <translation>%1 vergibt auf diesem Server die Adressen; es bekommt die Zeilen für die Pis in %2</translation>
        </message>
        <message>
            <source>%1 gives the addresses on this server; it gets the lines for the Pis in %2, and is told to read that folder</source>
            <translation>%1 vergibt auf diesem Server die Adressen; es bekommt die Zeilen für die Pis in %2 und liest diesen Ordner von nun an</translation>
        </message>
        <message>
            <source>%1 holds its port on this server and cannot be added to; choose another server, or let a router give the addresses</source>
            <translation>%1 hält auf diesem Server seinen Port und lässt sich nicht ergänzen; einen anderen Server wählen oder einen Router Adressen vergeben lassen</translation>
        </message>
        <message>
            <source>another program</source>
            <translation>ein anderes Programm</translation>
        </message>
        <message>
            <source>Pi-hole does not read /etc/dnsmasq.d, and would also read %1 if told to; move these away if nobody needs them</source>
            <translation>Pi-hole liest /etc/dnsmasq.d nicht und würde sonst auch %1 lesen; diese wegräumen, wenn niemand sie braucht</translation>
        </message>
        <message>
            <source>its port is free for the boot files</source>
            <translation>sein Port ist frei für die Startdateien</translation>
        </message>
        <message>
            <source>%1 holds its port but serves nothing; stop it (systemctl disable --now) and look again</source>
            <translation>%1 hält seinen Port, bietet aber nichts an; anhalten (systemctl disable --now) und noch einmal nachsehen</translation>
        </message>
        <message>
            <source>%1 holds its port and serves files (%2); somebody needs it: choose another server</source>
            <translation>%1 hält seinen Port und bietet Dateien an (%2); jemand braucht es: einen anderen Server wählen</translation>
        </message>
        <message>
            <source>%1 stays as it is</source>
            <translation>%1 bleibt, wie es ist</translation>
        </message>
        <message>
            <source>the server runs</source>
            <translation>der Server läuft</translation>
        </message>
        <message>
            <source>what is offered already stays: %1</source>
            <translation>was schon angeboten wird, bleibt: %1</translation>
        </message>
        <message>
            <source>%1 is offered to %2, and the disks of the Pis lie below it: choose another folder, or offer less</source>
            <translation>%1 wird %2 angeboten, und die Platten der Pis liegen darunter: einen anderen Ordner wählen oder weniger anbieten</translation>
        </message>
        <message>
            <source>everybody</source>
            <translation>allen</translation>
        </message>
        <message>
            <source>it gets %1 threads for so many Pis</source>
            <translation>er bekommt %1 Threads für so viele Pis</translation>
        </message>
        <message>
            <source>version 3 is switched off here, and no Pi could mount its disk: take “vers3=n” out of /etc/nfs.conf</source>
            <translation>Version 3 ist hier abgeschaltet, und kein Pi könnte seine Platte einhängen: „vers3=n“ aus /etc/nfs.conf nehmen</translation>
        </message>
        <message>
            <source>%1 holds its port and cannot offer folders as the Pis need them; choose another server</source>
            <translation>%1 hält seinen Port und kann Ordner nicht so anbieten, wie die Pis es brauchen; einen anderen Server wählen</translation>
        </message>
        <message>
            <source>none is in the way</source>
            <translation>keine ist im Weg</translation>
        </message>
        <message>
            <source>%1 lets in what the Pis need</source>
            <translation>%1 lässt herein, was die Pis brauchen</translation>
        </message>
        <message>
            <source>%1 keeps out what the Pis need; it is told to let in %2, from their network alone</source>
            <translation>%1 hält fern, was die Pis brauchen; sie lässt künftig %2 herein, nur aus deren Netz</translation>
        </message>
        <message>
            <source>there is one that cannot be read here; see that it lets in %1 from the network of the Pis</source>
            <translation>es gibt eine, die hier nicht zu lesen ist; sie muss %1 aus dem Netz der Pis hereinlassen</translation>
        </message>
        <message>
            <source>everything is installed</source>
            <translation>alles ist installiert</translation>
        </message>
        <message>
            <source>will be installed: %1</source>
            <translation>wird installiert: %1</translation>
        </message>
        <message>
            <source>will be installed, after a look for them: %1</source>
            <translation>wird installiert, nachdem danach gesucht wurde: %1</translation>
        </message>
        <message>
            <source>not to be had there: %1</source>
            <translation>dort nicht zu bekommen: %1</translation>
        </message>
        <message>
            <source>it is off by %1 s against this computer; turn on time synchronisation (timedatectl set-ntp true)</source>
            <translation>sie weicht um %1 s von diesem Rechner ab; Zeitabgleich einschalten (timedatectl set-ntp true)</translation>
        </message>
        <message>
            <source>%1 Pis at once need about %2 s on a gigabit line for their boot files; a solid-state disk helps with the rest</source>
            <translation>%1 Pis auf einmal brauchen über eine Gigabit-Leitung etwa %2 s für ihre Startdateien; beim Rest hilft eine SSD</translation>
        </message>
        <message>
            <source>%1 Pis are more than one server should carry; set up a second one for some of them</source>
            <translation>%1 Pis sind mehr, als ein Server tragen sollte; für einen Teil einen zweiten einrichten</translation>
        </message>
        <message>
            <source>Flash</source>
            <translation>Flash</translation>
        </message>
        <message>
            <source>Memory</source>
            <translation>Arbeitsspeicher</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <source>%1 with %2, %3 free</source>
            <translation>%1 mit %2, %3 frei</translation>
        </message>
        <message>
            <source>no disk that could hold the systems of the Pis: plug one in with ext4, or let another computer serve</source>
            <translation>keine Platte, die die Systeme der Pis aufnehmen könnte: eine mit ext4 anstecken, oder einen anderen Rechner dienen lassen</translation>
        </message>
        <message>
            <source>%1 free for packages</source>
            <translation>%1 frei für Pakete</translation>
        </message>
        <message>
            <source>the NFS server takes about %1, and %2 are free: remove packages, or let another computer serve</source>
            <translation>der NFS-Server braucht etwa %1, frei sind %2: Pakete entfernen, oder einen anderen Rechner dienen lassen</translation>
        </message>
        <message>
            <source>it takes about %1, and %2 are free: stop something, or let another computer serve</source>
            <translation>es braucht etwa %1, frei sind %2: etwas beenden, oder einen anderen Rechner dienen lassen</translation>
        </message>
        <message>
            <source>somebody has begun to change them and has not saved: %1</source>
            <translation>jemand hat begonnen, sie zu ändern, und nicht gespeichert: %1</translation>
        </message>
        <message>
            <source>%1 is too old to serve Pis: upgrade it, or let another computer serve</source>
            <translation>%1 ist zu alt, um Pis zu bedienen: aktualisieren, oder einen anderen Rechner dienen lassen</translation>
        </message>
        <message>
            <source>%1 gives no addresses here: switch its DHCP server on, or let another computer serve</source>
            <translation>%1 vergibt hier keine Adressen: seinen DHCP-Server einschalten, oder einen anderen Rechner dienen lassen</translation>
        </message>
        <message>
            <source>files are served from %1 already, and there can be only one folder</source>
            <translation>es werden schon Dateien aus %1 angeboten, und es kann nur einen Ordner geben</translation>
        </message>
        <message>
            <source>%1 needs its MAC address in the list, so that an address can be reserved for it</source>
            <translation>%1 braucht seine MAC-Adresse in der Liste, damit ihm eine Adresse reserviert werden kann</translation>
        </message>
        <message>
            <source>no address is free for %1 in %2</source>
            <translation>in %2 ist keine Adresse für %1 frei</translation>
        </message>
    </context>
    <context>
        <name>bramble::Staying</name>
        <message>
            <source>%1, which gives the addresses</source>
            <translation>%1, der die Adressen vergibt</translation>
        </message>
        <message>
            <source>the settings in %1</source>
            <translation>die Einstellungen in %1</translation>
        </message>
        <message>
            <source>DNS by %1</source>
            <translation>DNS durch %1</translation>
        </message>
        <message>
            <source>the exports of %1</source>
            <translation>die Freigaben von %1</translation>
        </message>
        <message>
            <source>every other rule of the firewall</source>
            <translation>jede andere Regel der Firewall</translation>
        </message>
        <message>
            <source>the networks of %1: nobody is answered there</source>
            <translation>die Netze an %1: Dort bekommt niemand Antwort</translation>
        </message>
        <message>
            <source>the services %1</source>
            <translation>die Dienste %1</translation>
        </message>
    </context>
    <context>
        <name>bramble::NetworkErrors</name>
        <message>
            <source>The addresses %1 cannot be given out.</source>
            <translation>Die Adressen %1 können nicht vergeben werden.</translation>
        </message>
        <message>
            <source>They have to lie in %2, leave out the server and the gateway, and be one more than there are Pis.</source>
            <translation>Sie müssen in %2 liegen, den Server und das Gateway auslassen und eine mehr sein als die Pis.</translation>
        </message>
        <message>
            <source>Write the range as first and last address, such as 192.168.50.100-192.168.50.199.</source>
            <translation>Den Bereich als erste und letzte Adresse schreiben, etwa 192.168.50.100-192.168.50.199.</translation>
        </message>
        <message>
            <source>A range, a gateway and name servers are only for a server that gives the addresses.</source>
            <translation>Ein Bereich, ein Gateway und Nameserver sind nur für einen Server, der die Adressen vergibt.</translation>
        </message>
        <message>
            <source>Say “dhcp: full” in the section “network”, or take the others out.</source>
            <translation>Im Abschnitt „network“ „dhcp: full“ sagen oder das andere herausnehmen.</translation>
        </message>
        <message>
            <source>%1 gives addresses on this network already.</source>
            <translation>%1 vergibt in diesem Netz schon Adressen.</translation>
        </message>
        <message>
            <source>Two servers that both do, on %2, would break it for everybody.</source>
            <translation>Zwei Server, die das an %2 beide tun, würden es für alle stören.</translation>
        </message>
        <message>
            <source>Leave it to that one (“dhcp: proxy”), or turn it off there and look again.</source>
            <translation>Es jenem überlassen („dhcp: proxy“) oder dort abschalten und noch einmal nachsehen.</translation>
        </message>
        <message>
            <source>The network on %1 could not be asked whether somebody gives addresses there.</source>
            <translation>Das Netz an %1 konnte nicht gefragt werden, ob dort jemand Adressen vergibt.</translation>
        </message>
        <message>
            <source>Without that, this server must not begin to.</source>
            <translation>Ohne das darf dieser Server nicht damit anfangen.</translation>
        </message>
        <message>
            <source>Check that the interface is up and that perl is installed on the server, and look again.</source>
            <translation>Prüfen, ob die Schnittstelle verbunden und perl auf dem Server installiert ist, und noch einmal nachsehen.</translation>
        </message>
        <message>
            <source>%2 lies on a file system of the kind %1.</source>
            <translation>%2 liegt auf einem Dateisystem der Art %1.</translation>
        </message>
        <message>
            <source>It cannot hold the disks of Linux computers, or cannot be offered over the network.</source>
            <translation>Es kann keine Platten von Linux-Rechnern aufnehmen oder nicht über das Netz angeboten werden.</translation>
        </message>
        <message>
            <source>Choose a folder on another disk.</source>
            <translation>Einen Ordner auf einer anderen Platte wählen.</translation>
        </message>
        <message>
            <source>The NFS server of %1 does not speak version 3.</source>
            <translation>Der NFS-Server von %1 spricht nicht Version 3.</translation>
        </message>
        <message>
            <source>The first thing a Pi mounts its disk with knows no other.</source>
            <translation>Womit ein Pi seine Platte zuerst einhängt, kennt keine andere.</translation>
        </message>
        <message>
            <source>Take “vers3=n” out of /etc/nfs.conf there, restart it, and look again.</source>
            <translation>Dort „vers3=n“ aus /etc/nfs.conf nehmen, ihn neu starten und noch einmal nachsehen.</translation>
        </message>
        <message>
            <source>Pi-hole on the server does not read the folder /etc/dnsmasq.d.</source>
            <translation>Pi-hole auf dem Server liest den Ordner /etc/dnsmasq.d nicht.</translation>
        </message>
        <message>
            <source>If it were told to, it would also read what lies there already: %1.</source>
            <translation>Müsste es das, läse es auch, was dort schon liegt: %1.</translation>
        </message>
        <message>
            <source>Move these files away if nobody needs them, or set misc.etc_dnsmasq_d yourself, and look again.</source>
            <translation>Diese Dateien wegräumen, wenn niemand sie braucht, oder misc.etc_dnsmasq_d selbst setzen, und noch einmal nachsehen.</translation>
        </message>
        <message>
            <source>The firewall %1 did not take the rules for the Pis.</source>
            <translation>Die Firewall %1 nahm die Regeln für die Pis nicht an.</translation>
        </message>
        <message>
            <source>Read what it said, mend it on the server, and try again.</source>
            <translation>Lesen, was sie sagte, es auf dem Server beheben und noch einmal versuchen.</translation>
        </message>
    </context>
    <context>
        <name>bramble::UndoCard</name>
        <message>
            <source>&amp;Undo everything...</source>
            <translation>Alles &amp;zurücknehmen …</translation>
        </message>
        <message>
            <source>&amp;Take all of this back</source>
            <translation>&amp;All das zurücknehmen</translation>
        </message>
        <message>
            <source>Leave what was changed, take back the rest</source>
            <translation>Geändertes lassen, den Rest zurücknehmen</translation>
        </message>
        <message>
            <source>Leave everything as it is</source>
            <translation>Alles lassen, wie es ist</translation>
        </message>
        <message>
            <source>    somebody changed this since: %1</source>
            <translation>    seither hat das jemand geändert: %1</translation>
        </message>
        <message>
            <source>Everything is taken back. This may take some minutes.</source>
            <translation>Alles wird zurückgenommen. Das kann einige Minuten dauern.</translation>
        </message>
        <message>
            <source>This would be taken back, in this order:</source>
            <translation>Dies würde zurückgenommen, in dieser Reihenfolge:</translation>
        </message>
        <message>
            <source>Nothing is recorded on this server, so there is nothing to take back.</source>
            <translation>Auf diesem Server ist nichts verzeichnet, also gibt es nichts zurückzunehmen.</translation>
        </message>
        <message>
            <source>Taken back: the server is as it was before the first set-up.</source>
            <translation>Zurückgenommen: Der Server ist, wie er vor dem ersten Einrichten war.</translation>
        </message>
        <message>
            <source>Taken back, but for what somebody changed since.</source>
            <translation>Zurückgenommen, bis auf das, was seither jemand geändert hat.</translation>
        </message>
        <message>
            <source>All that this program did on the server is recorded there and can be taken back.</source>
            <translation>Alles, was dieses Programm auf dem Server getan hat, ist dort verzeichnet und lässt sich zurücknehmen.</translation>
        </message>
    </context>
    <context>
        <name>bramble::ReimageCard</name>
        <message>
            <source>&amp;Reimage...</source>
            <translation>Neu &amp;aufsetzen …</translation>
        </message>
        <message>
            <source>Give it a fresh disk</source>
            <translation>Neuen Datenträger geben</translation>
        </message>
        <message>
            <source>Leave it as it is</source>
            <translation>Lassen, wie er ist</translation>
        </message>
        <message>
            <source>Pi that gets a fresh disk</source>
            <translation>Pi, der einen neuen Datenträger bekommt</translation>
        </message>
        <message>
            <source>%1 gets a fresh disk ...</source>
            <translation>%1 bekommt einen neuen Datenträger …</translation>
        </message>
        <message>
            <source>%1 gets the system anew, with the same name, address and SSH identity. What was written on its disk is set aside on the server until the next time.</source>
            <translation>%1 bekommt das System neu, mit gleichem Namen, gleicher Adresse und gleicher SSH-Identität. Was auf den Datenträger geschrieben wurde, bleibt bis zum nächsten Mal auf dem Server beiseitegelegt.</translation>
        </message>
        <message>
            <source>%1 has a fresh disk and restarts now.</source>
            <translation>%1 hat einen neuen Datenträger und startet jetzt neu.</translation>
        </message>
        <message>
            <source>%1 has a fresh disk. It does not answer: switch it off and on.</source>
            <translation>%1 hat einen neuen Datenträger. Er antwortet nicht: Schalten Sie ihn aus und ein.</translation>
        </message>
    </context>
    <context>
        <name>bramble::PreparingCard</name>
        <message>
            <source>%1 (Pi %2)</source>
            <translation>%1 (Pi %2)</translation>
        </message>
        <message>
            <source>Over SSH again…</source>
            <translation>Noch einmal über SSH …</translation>
        </message>
        <message>
            <source>Over SSH…</source>
            <translation>Über SSH …</translation>
        </message>
        <message>
            <source>Make a card…</source>
            <translation>Karte schreiben …</translation>
        </message>
        <message>
            <source>Set %1 over SSH</source>
            <translation>%1 über SSH einstellen</translation>
        </message>
        <message>
            <source>Make a card for %1</source>
            <translation>Karte für %1 schreiben</translation>
        </message>
        <message numerus="yes">
            <source>… and %n more.</source>
            <translation>
                <numerusform>… und noch einer.</numerusform>
                <numerusform>… und noch %n.</numerusform>
            </translation>
        </message>
        <message>
            <source>All of them start from the network.</source>
            <translation>Alle starten aus dem Netz.</translation>
        </message>
        <message numerus="yes">
            <source>%n Pi(s) not known to start from the network. Switch them on without a card, or set them here.</source>
            <translation>
                <numerusform>Von einem Pi ist nicht bekannt, dass er aus dem Netz startet. Schalten Sie ihn ohne Karte ein, oder stellen Sie ihn hier ein.</numerusform>
                <numerusform>Von %n Pis ist nicht bekannt, dass sie aus dem Netz starten. Schalten Sie sie ohne Karte ein, oder stellen Sie sie hier ein.</numerusform>
            </translation>
        </message>
        <message>
            <source>It is set</source>
            <translation>Eingestellt</translation>
        </message>
        <message>
            <source>It asks the network from its next start on.</source>
            <translation>Er fragt ab dem nächsten Start das Netz.</translation>
        </message>
        <message>
            <source>It runs at %1: look over SSH how it is set.</source>
            <translation>Er läuft unter %1: Sehen Sie über SSH nach, wie er eingestellt ist.</translation>
        </message>
        <message numerus="yes">
            <source>%1 and %n more</source>
            <translation>
                <numerusform>%1 und %n weiterer</numerusform>
                <numerusform>%1 und %n weitere</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>bramble::PrepareOverSsh</name>
        <message>
            <source>The fingerprint is right</source>
            <translation>Der Fingerabdruck stimmt</translation>
        </message>
        <message>
            <source>User on it:</source>
            <translation>Benutzer darauf:</translation>
        </message>
        <message>
            <source>Log in and look</source>
            <translation>Anmelden und nachsehen</translation>
        </message>
        <message>
            <source>All settings of its boot loader, for experts</source>
            <translation>Alle Einstellungen seines Bootloaders, für Kenner</translation>
        </message>
        <message>
            <source>I know that this fuse stays set for ever</source>
            <translation>Ich weiß, dass diese Sicherung für immer gesetzt bleibt</translation>
        </message>
        <message>
            <source>Set it now</source>
            <translation>Jetzt einstellen</translation>
        </message>
        <message>
            <source>Take it back</source>
            <translation>Zurücknehmen</translation>
        </message>
        <message>
            <source>Start it anew</source>
            <translation>Neu starten</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>%1 at %2</source>
            <translation>%1 unter %2</translation>
        </message>
        <message>
            <source>It was given other settings before, and has its former ones: that was cancelled, or its EEPROM is write-protected.</source>
            <translation>Er bekam schon einmal andere Einstellungen und hat doch seine alten: Das wurde abgebrochen, oder sein EEPROM ist schreibgeschützt.</translation>
        </message>
        <message>
            <source>It is set; that holds from its next start.</source>
            <translation>Er ist eingestellt; das gilt ab seinem nächsten Start.</translation>
        </message>
        <message>
            <source>The fuse is set; the line in config.txt that did it can go.</source>
            <translation>Die Sicherung ist gesetzt; die Zeile in config.txt, die das tat, kann weg.</translation>
        </message>
        <message>
            <source>%1 starts anew.</source>
            <translation>%1 startet neu.</translation>
        </message>
        <message>
            <source>If it asks the network then, it is shown as ready.</source>
            <translation>Fragt er dann das Netz, wird er als bereit gezeigt.</translation>
        </message>
        <message>
            <source>%1 is being set. Leave it switched on.</source>
            <translation>%1 wird eingestellt. Lassen Sie ihn eingeschaltet.</translation>
        </message>
        <message>
            <source>Logging in to %1…</source>
            <translation>Anmeldung bei %1 …</translation>
        </message>
        <message>
            <source>• %1: %2; it was not set</source>
            <translation>• %1: %2; es war nicht gesetzt</translation>
        </message>
        <message>
            <source>• %1: %2; it was %3</source>
            <translation>• %1: %2; es war %3</translation>
        </message>
        <message>
            <source>It is tried with your SSH keys; if it wants another key or a password, that is asked for here.</source>
            <translation>Versucht wird es mit Ihren SSH-Schlüsseln; will er einen anderen Schlüssel oder ein Passwort, wird hier danach gefragt.</translation>
        </message>
    </context>
    <context>
        <name>bramble::MakeCard</name>
        <message>
            <source>All settings of its boot loader, for experts</source>
            <translation>Alle Einstellungen seines Bootloaders, für Kenner</translation>
        </message>
        <message>
            <source>Its makers' firmware: a folder, the package rpi-eeprom-images, the image of a Raspberry Pi OS, or address#SHA-256</source>
            <translation>Die Firmware seiner Hersteller: ein Ordner, das Paket rpi-eeprom-images, das Abbild eines Raspberry Pi OS oder Adresse#SHA-256</translation>
        </message>
        <message>
            <source>File…</source>
            <translation>Datei …</translation>
        </message>
        <message>
            <source>Folder…</source>
            <translation>Ordner …</translation>
        </message>
        <message>
            <source>Where the card is written to</source>
            <translation>Wohin die Karte geschrieben wird</translation>
        </message>
        <message>
            <source>Write the card…</source>
            <translation>Karte schreiben …</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Schließen</translation>
        </message>
        <message>
            <source>A card for a Pi %1</source>
            <translation>Eine Karte für einen Pi %1</translation>
        </message>
        <message>
            <source>Choose a folder with firmware</source>
            <translation>Ordner mit Firmware wählen</translation>
        </message>
        <message>
            <source>Choose a package or an image</source>
            <translation>Paket oder Abbild wählen</translation>
        </message>
        <message>
            <source>Packages and images (*.deb *.img *.img.xz *.xz *.zst *.gz *.zip);;All files (*)</source>
            <translation>Pakete und Abbilder (*.deb *.img *.img.xz *.xz *.zst *.gz *.zip);;Alle Dateien (*)</translation>
        </message>
        <message>
            <source>Write the card to a file</source>
            <translation>Karte in eine Datei schreiben</translation>
        </message>
        <message>
            <source>Images (*.img)</source>
            <translation>Abbilder (*.img)</translation>
        </message>
        <message>
            <source>It holds bootcode.bin and stays in the Pi, which then asks the network at every start.</source>
            <translation>Auf ihr liegt bootcode.bin; sie bleibt im Pi, der dann bei jedem Start das Netz fragt.</translation>
        </message>
        <message>
            <source>It sets the boot loader of every Pi that is started with it; the green light blinks fast when that is done, and it is taken out.</source>
            <translation>Sie stellt den Bootloader jedes Pi ein, der mit ihr gestartet wird; wenn das getan ist, blinkt das grüne Licht schnell, und sie kommt wieder heraus.</translation>
        </message>
        <message>
            <source>Into an image file</source>
            <translation>In eine Abbilddatei</translation>
        </message>
        <message>
            <source>Onto %1, %2, %3</source>
            <translation>Auf %1, %2, %3</translation>
        </message>
        <message>
            <source>Lose everything on %1, and write the card</source>
            <translation>Alles auf %1 verlieren und die Karte schreiben</translation>
        </message>
        <message>
            <source>The card is being made…</source>
            <translation>Die Karte wird gemacht …</translation>
        </message>
        <message>
            <source>The card is written: %1</source>
            <translation>Die Karte ist geschrieben: %1</translation>
        </message>
        <message>
            <source>Write over the memory card</source>
            <translation>Speicherkarte überschreiben</translation>
        </message>
        <message>
            <source>Its makers' bootcode.bin: a folder, the package raspi-firmware, the image of a Raspberry Pi OS, or address#SHA-256</source>
            <translation>Das bootcode.bin seiner Hersteller: ein Ordner, das Paket raspi-firmware, das Abbild eines Raspberry Pi OS oder Adresse#SHA-256</translation>
        </message>
    </context>
    <context>
        <name>bramble::EepromEditor</name>
        <message>
            <source>%1, turn %2</source>
            <translation>%1, %2. Stelle</translation>
        </message>
        <message>
            <source>%1, unless set</source>
            <translation>%1, wenn nicht gesetzt</translation>
        </message>
    </context>
    <context>
        <name>bramble::LoginQuestions</name>
        <message>
            <source>Use another key…</source>
            <translation>Anderer Schlüssel…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Noch einmal versuchen</translation>
        </message>
        <message>
            <source>Log in</source>
            <translation>Anmelden</translation>
        </message>
        <message>
            <source>Choose a private SSH key</source>
            <translation>Einen privaten SSH-Schlüssel wählen</translation>
        </message>
        <message>
            <source>Password</source>
            <translation>Passwort</translation>
        </message>
        <message>
            <source>Passphrase of the key</source>
            <translation>Passphrase des Schlüssels</translation>
        </message>
        <message>
            <source>Password for sudo</source>
            <translation>Passwort für sudo</translation>
        </message>
    </context>
    <context>
        <name>bramble::RecordingCard</name>
        <message>
            <source>Play it &amp;again</source>
            <translation>Noch &amp;einmal abspielen</translation>
        </message>
        <message>
            <source>Speed of the recording</source>
            <translation>Geschwindigkeit der Aufnahme</translation>
        </message>
        <message>
            <source>As it went</source>
            <translation>Wie es war</translation>
        </message>
        <message>
            <source>%1 times as fast</source>
            <translation>%1-mal so schnell</translation>
        </message>
        <message>
            <source>&amp;Leave the recording</source>
            <translation>Die Aufnahme ver&amp;lassen</translation>
        </message>
        <message>
            <source>S&amp;peed</source>
            <translation>&amp;Geschwindigkeit</translation>
        </message>
        <message>
            <source>The recording is being read ...</source>
            <translation>Die Aufnahme wird gelesen ...</translation>
        </message>
        <message>
            <source>This was to be a recording: %1.</source>
            <translation>Das sollte eine Aufnahme sein: %1.</translation>
        </message>
        <message>
            <source>This is a recording: four simulated Pis and their server, %1.</source>
            <translation>Das ist eine Aufnahme: vier simulierte Pis und ihr Server, %1.</translation>
        </message>
        <message>
            <source>This is a recording: %1, %2.</source>
            <translation>Das ist eine Aufnahme: %1, %2.</translation>
        </message>
        <message>
            <source>No server is asked, and nothing can be mended here.</source>
            <translation>Es wird kein Server gefragt, und hier lässt sich nichts reparieren.</translation>
        </message>
        <message>
            <source>It is over.</source>
            <translation>Sie ist zu Ende.</translation>
        </message>
    </context>
</TS>
