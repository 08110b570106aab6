# Der anonyme Bereich. Das Wort selbst steht in dieser Datei und sonst nirgends: ein Test sieht nach.
anonymous-choice = Anonym
anonymous-choice-before = Niemand soll wissen, dass Sie es waren? Dann schreiben Sie nicht hier, sondern
anonymous-choice-link = auf der Seite, die Sie nicht kennt
anonymous-choice-words = Niemand kann wissen, dass Sie es waren, in welcher Rolle auch immer. Dafür gibt es eine eigene Seite, auf der Sie nicht angemeldet sind.
anonymous-choice-why = Was Sie hier getippt haben, kommt mit Absicht nicht mit: Diese Seite kennt Ihren Namen, und was von hier nach dort ginge, trüge ihn mit sich.
anonymous-choice-join = Sie möchten lieber nicht gesehen werden? Sagen Sie dasselbe
anonymous-choice-join-words = Wer es dort liest, kann es diesem hier anschließen. Hier zählen Sie dann einmal. Wählen Sie einen der beiden Wege, denn niemand könnte merken, dass beides Sie waren.
anonymous-choice-threads = Anonym

anonymous-nav = Dieser Bereich
anonymous-nav-write = Schreiben
anonymous-nav-receipt = Ich habe einen Beleg
anonymous-nav-answers = Antworten

anonymous-sites-title = Wo arbeiten Sie?

anonymous-refused-title = Hier nicht möglich, ohne erkannt zu werden
anonymous-refused-why = { $why ->
    [small] Hier arbeiten weniger als fünf Menschen. Wer das liest, wüsste bald, von wem es kommt. Wir versprechen nicht, was wir nicht halten können.
   *[nobody] Noch ist niemand benannt, der liest, was hier geschrieben wird. Es würde niemanden erreichen.
}
anonymous-refused-ways = Andere Wege
anonymous-refused-confidential = Vertraulich
anonymous-refused-confidential-words = nur dafür benannte Menschen sehen Ihren Namen und Ihre Worte.
anonymous-refused-channels = Außerhalb des Unternehmens
anonymous-refused-channels-words = Behörden und Beratungsstellen, die Ihnen zuhören müssen.

anonymous-honest-title = Was aufbewahrt wird, was nicht, und was möglich bleibt
anonymous-honest-kept = Aufbewahrt:
anonymous-honest-kept-words = Ihre Worte (versiegelt), das Haus, der Tag der Abholung und ein zufälliges Codewort.
anonymous-honest-not-kept = Nirgends aufbewahrt:
anonymous-honest-not-kept-words = wer Sie sind, ob Sie angemeldet sind, Ihre Adresse im Netz, Ihr Browser, Ihre Sprache, die Uhrzeit, ob Sie eine Antwort lesen.
anonymous-honest-when = Wann es gesehen wird:
anonymous-honest-when-words = Was Sie schreiben, wartet bis zur nächsten Abholung gegen 6 Uhr morgens oder 14 Uhr und kommt mit allem anderen gemischt heraus. Ist es allein, wartet es bis zum nächsten Morgen. Wer es liest, erfährt davon um 8 und um 16 Uhr. Keine Einstellung macht das schneller.
anonymous-honest-remains = Was möglich bleibt:
anonymous-honest-remains-words = Wer diese Maschine betreibt, könnte das Programm ändern oder mitlesen, bis Ihre Worte abgeholt sind. Wer das Netz überwacht, sieht, dass Sie auf dieser Seite waren. Ein Rechner Ihres Arbeitgebers kann Sie beobachten. Und wie Sie schreiben, oder was nur Sie wissen können, kann Sie verraten. Wenn Sie Angst haben, nehmen Sie Ihr eigenes Telefon, nicht am Arbeitsplatz.

anonymous-write-title = Schreiben, ohne erkannt zu werden
anonymous-write-lead = Wir können nicht wissen, wer Sie sind. Eine Antwort bekommen Sie trotzdem.
anonymous-write-one-line = Nicht angemeldet, kein Cookie, keine Adresse, keine Uhrzeit. Was wir nicht verhindern können: ein geändertes Programm, ein überwachtes Netz, und dass man Sie daran erkennt, wie Sie schreiben.
anonymous-write-shown = Wer es liest, darf Ihre Worte danach allen im Haus zeigen, damit andere sich anschließen können: erst wenn sie durchgesehen sind und herausgenommen ist, was jemanden verraten könnte, ohne Ihr Codewort, und niemals Heikles. Oder man zählt Sie bei einem offenen Anliegen des Hauses mit, das dasselbe sagt; von Ihren Worten zeigt es nichts. In Ihrem Gespräch erfahren Sie es, auch wenn es nicht geschieht.
anonymous-write-code = Der Code aus dem Personalraum
anonymous-write-code-hint = Acht Zeichen, auf dem Aushang. Alle hier haben denselben; er zeigt nur, dass jemand von hier schreibt.
anonymous-write-kind = Was ist es?
anonymous-kind = { $kind ->
    [idea] Eine Idee
   *[issue] Ein Problem
}
anonymous-write-category = Worum geht es?
anonymous-write-choose = Bitte wählen
anonymous-write-what = Was geschieht?
anonymous-write-what-hint = Lassen Sie weg, was nur Sie wissen können, außer es ist wichtig.
anonymous-write-place = Wo?
anonymous-write-place-hint = Lassen Sie es leer, wenn es Sie verraten würde.
anonymous-write-fix = Was würde helfen?
anonymous-write-small = Darf man wissen, welches Haus es ist?
anonymous-write-small-hint = Hier arbeiten nur { $people } Menschen. Man könnte erraten, dass Sie es waren.
anonymous-write-small-hide = Nein, das Haus weglassen
anonymous-write-small-say = Ja, sagen, dass es { $site } ist
anonymous-write-large = Sie sind eine von { $people } Personen, die hier arbeiten.
anonymous-write-readers = Diese Menschen lesen es
anonymous-write-readers-hint = Sonst liest es niemand, außer man zeigt es dem Haus, wie oben gesagt. Geht es um jemanden davon? Haken Sie den Namen an: Diese Person sieht, zählt und findet es nie, und dem Haus wird nichts davon gezeigt.
anonymous-write-not = Nicht { $name }
anonymous-write-send = Senden
anonymous-write-next = Es wird gegen 6 Uhr morgens oder 14 Uhr abgeholt. Vorher sieht es niemand.

anonymous-receipt-title = Ihr Beleg
anonymous-receipt-words = Nur damit können Sie die Antwort lesen und zurückschreiben. Er wurde in diesem Browser gemacht und wird nie an uns gesendet.
anonymous-receipt-made-here = Nur damit können Sie die Antwort lesen und zurückschreiben. Ihr Browser konnte ihn nicht machen, also haben wir ihn gemacht. Er wird jetzt gezeigt und nie wieder; wir haben ihn schon vergessen.
anonymous-receipt-lost = Schreiben Sie ihn auf, drucken oder fotografieren Sie ihn. Geht er verloren, kann ihn niemand ersetzen, und niemand kann Ihr Gespräch für Sie finden.
anonymous-receipt-copy = Kopieren
anonymous-receipt-copied = Kopiert
anonymous-receipt-print = Drucken
anonymous-receipt-alt = Der Weg zurück zu Ihrem Gespräch, als Code zum Scannen
anonymous-receipt-kept = Ich habe ihn verwahrt
anonymous-receipt-keep-first = Bitte verwahren Sie zuerst Ihren Beleg und haken Sie an, dass Sie es getan haben.
anonymous-receipt-holds = Ihr Beleg steht in diesem Text. Wer ihn liest, könnte an Ihrer Stelle antworten. Bitte nehmen Sie ihn heraus.
anonymous-receipt-failed = Das ging nicht: Vielleicht fehlt die Verbindung. Nichts ist verloren, Ihr Beleg bleibt derselbe. Bitte drücken Sie noch einmal.
anonymous-receipt-plain = Ohne JavaScript kann Ihr Browser keinen Beleg machen. Nach dem Senden machen wir einen und zeigen ihn Ihnen einmal.
anonymous-receipt-open = Diese Verbindung ist nicht verschlüsselt, darum macht Ihr Browser keinen Beleg. Nach dem Senden machen wir einen und zeigen ihn Ihnen einmal. Wer das Netz überwacht, kann mitlesen.

anonymous-sent-title = Es wartet auf die Abholung
anonymous-sent-words = Gegen 6 Uhr morgens oder 14 Uhr wird es abgeholt und gelesen. Dann hat es ein Codewort. Der Bildschirm im Personalraum zeigt die Codewörter, auf die geantwortet wurde.
anonymous-sent-kept = Ihr Beleg ist in Ihrem Browser geblieben. Er wurde Ihnen vor dem Senden gezeigt; wir kennen ihn nicht.
anonymous-sent-leave = An einem Rechner, den auch andere benutzen: Schließen Sie dieses Fenster.

anonymous-ask-title = Ihr Beleg
anonymous-ask-lead = Er führt zu Ihrem Gespräch. Wir notieren nicht, dass Sie hier waren.
anonymous-ask-label = Der Beleg
anonymous-ask-hint = Sechs Gruppen zu vier Zeichen. Großbuchstaben und Bindestriche sind gleichgültig.
anonymous-ask-button = Öffnen
anonymous-ask-plain = Ohne JavaScript wird der Beleg selbst an uns gesendet. Er wird einmal benutzt und nicht aufbewahrt.
anonymous-ask-script = Ihr Beleg bleibt in diesem Browser. Gesendet wird nur etwas, das daraus errechnet wurde.

anonymous-lost-title = Zu diesem Beleg findet sich nichts
anonymous-lost-words = Vielleicht stimmt ein Zeichen nicht. Vergleichen Sie noch einmal: Es gibt darin kein O und kein I, nur 0 und 1.
anonymous-lost-really = Ist er verloren?
anonymous-lost-really-words = Dann kann man nichts tun. Wir wissen nicht, wer Sie sind, also können wir Ihr Gespräch nicht für Sie finden; niemand kann das. Was Sie geschrieben haben, wurde trotzdem abgeholt und wird bearbeitet. Sie können noch einmal schreiben und bekommen einen neuen Beleg.
anonymous-lost-again = Noch einmal schreiben

anonymous-thread-title = Ihr Gespräch
anonymous-state = { $state ->
    [waiting] Wartet auf die Abholung
    [received] Angekommen
    [acknowledged] Gelesen
    [looking] Wird geprüft
    [planned] Geplant
    [changed] Geändert
    [declined] Bleibt so, weil
    [joined] Geht unter einem offenen Anliegen weiter
   *[passed_on] Weitergegeben
}
anonymous-joined = Es geht unter diesem Anliegen weiter:
anonymous-joined-elsewhere = Es geht unter einem anderen Anliegen weiter.
anonymous-joined-words = Sie zählen dort als eine Person mehr, und niemand kann sehen, dass Sie es sind. Es steht für alle im Haus in der Liste der Anliegen; dort wird gesagt, was daraus wird. Ist es doch nicht dasselbe, schreiben Sie zurück: Dann steht es wieder für sich, und Sie zählen dort nicht mehr.
anonymous-thread-waits = Es wurde noch nicht abgeholt. Niemand hat es gesehen. Kommen Sie nach 6 Uhr morgens oder nach 14 Uhr wieder.
anonymous-thread-handle = Ihr Codewort ist { $handle }. Achten Sie auf dem Bildschirm im Personalraum darauf.
anonymous-thread-read-by = Bis { DATETIME($day) } muss jemand sagen, dass es gelesen wurde.
anonymous-thread-due = Bis { DATETIME($day) } schuldet man Ihnen eine Antwort, was daraus wird.
anonymous-thread-sent = Es wartet auf die Abholung.
anonymous-thread-waiting = { $count ->
    [one] Etwas von Ihnen wartet auf die Abholung.
   *[other] { $count } Nachrichten von Ihnen warten auf die Abholung.
}
anonymous-thread-write = Zurückschreiben
anonymous-thread-write-hint = Es wird mit den anderen abgeholt. War es erledigt, wird es wieder geöffnet.
anonymous-thread-close = An einem Rechner, den auch andere benutzen: Schließen Sie dieses Fenster.
anonymous-thread-revealed = Sie haben sich als { $name } zu erkennen gegeben.
anonymous-reveal = Sagen, wer Sie sind
anonymous-reveal-words = Das ist endgültig. Wer dieses Gespräch liest, kennt dann Ihren Namen mit allem, was Sie hier geschrieben haben, und es lässt sich nie zurücknehmen. Niemand darf es von Ihnen verlangen.
anonymous-reveal-name = Ihr Name, wie man ihn lesen soll
anonymous-reveal-sure = Ich weiß, dass sich das nicht rückgängig machen lässt
anonymous-reveal-button = Mich zu erkennen geben

anonymous-message-you = Sie
anonymous-message-writer = Wer schreibt
anonymous-message-is = { $is ->
    [reveal] Hat sich zu erkennen gegeben als:
    [published] Das können jetzt alle im Haus lesen:
    [joined] Dasselbe wie ein offenes Anliegen. Dort geht es weiter.
    [retracted] Wird dem Haus nicht mehr gezeigt, weil:
    [apart] Das Anliegen, unter dem es weiterging, wurde zurückgenommen. Es steht wieder für sich und wird angesehen.
   *[kept] Wird dem Haus nicht gezeigt, weil:
}
anonymous-message-place = Wo:
anonymous-message-fix = Was helfen würde:

anonymous-board-title = Beantwortet
anonymous-board-words = Auf diese Codewörter gibt es eine Antwort. Man liest sie mit dem Beleg. Niemand notiert, wer liest.
anonymous-board-none = In den letzten 14 Tagen wurde nichts beantwortet.
anonymous-board-screen = Für einen Bildschirm
anonymous-board-print = Zum Drucken
anonymous-board-back = Zurück zur Tafel

anonymous-problem-code = Das ist nicht der Code auf dem Aushang dieses oder des letzten Monats.
anonymous-problem-too-many = Aus diesem Netz gab es in dieser Stunde sehr viele Versuche. Heben Sie Ihren Text auf und versuchen Sie es in einer Stunde noch einmal.
anonymous-problem-category = Worum geht es?
anonymous-problem-what = Was geschieht?
anonymous-problem-text = Bitte schreiben Sie etwas.
anonymous-problem-name = Welchen Namen soll man lesen?
anonymous-problem-sure = Bitte haken Sie an, dass Sie um die Endgültigkeit wissen.
anonymous-problem-nobody-left = Dann würde es hier niemand lesen. Wenn Sie niemandem davon trauen, schreiben Sie es nicht hier: Unten steht, an wen Sie sich sonst wenden können.
anonymous-problem-site-said = Ohne das Haus würde es niemand lesen: Wer liest, ist nur für dieses Haus benannt.
anonymous-problem-receipt = Ein Beleg hat sechs Gruppen aus vier Buchstaben und Ziffern.
anonymous-problem-state = Wie steht es?
anonymous-problem-reason = Bitte sagen Sie, warum, oder was bis wann geplant ist.
anonymous-problem-issue = Bitte wählen Sie eines, das noch offen ist.
anonymous-problem-title = Wie soll es heißen?
anonymous-problem-cause = Bitte sagen Sie, warum es zurückgenommen wird.
anonymous-problem-cause-text = Bitte schreiben Sie ein paar Worte für die Person, die geschrieben hat.
anonymous-problem-held = Es wird festgehalten, weil das Gesetz es verlangt; deshalb lässt sich jetzt nichts davon löschen. Wer dafür zuständig ist, kann es freigeben.
anonymous-problem-none-ticked = Bitte haken Sie mindestens eines an.
anonymous-problem-look-alone = Etwas darin könnte jemanden verraten, oder es wurde schon einmal zurückgenommen. Sehen Sie es einzeln an.
anonymous-problem-decided = Etwas, das Sie angehakt hatten, hat inzwischen jemand anderes entschieden.
anonymous-problem-last-handler = Dann könnte es niemand mehr lesen. Lassen Sie zuerst jemand anderen benennen.

anonymous-said-shown = Alle im Haus können es jetzt lesen, und wer geschrieben hat, liest, was Sie gezeigt haben.
anonymous-said-retracted = Das Haus sieht es nicht mehr. Wer geschrieben hat, kann lesen, warum.
anonymous-said-reviewed = Es ist entschieden, und wer geschrieben hat, kann es lesen.
anonymous-said-told = Wer geschrieben hat, kann es jetzt lesen.
anonymous-said-remarked = Notiert für alle, die es bearbeiten.
anonymous-said-aside = Sie haben es abgegeben.

anonymous-home-some = Einige anonyme Gespräche
anonymous-home-threads = { $n } anonyme Gespräche
anonymous-threads-title = Anonyme Gespräche
anonymous-threads-words = Niemand weiß, wer hier schreibt. Jedes Öffnen steht im Protokoll; was Schreibende tun, steht nirgends.
anonymous-threads-open = Offen
anonymous-threads-review = { $n ->
    [0] Keines wartet auf Prüfung
    [one] 1 wartet auf Prüfung
   *[other] { $n } warten auf Prüfung
}
anonymous-threads-closed = Erledigt
anonymous-threads-none = Hier ist nichts. Neue Gespräche kommen gegen 6 Uhr morgens und 14 Uhr.
anonymous-threads-no-site = Haus nicht genannt
anonymous-threads-received = angekommen { DATETIME($day) }
anonymous-threads-due = { $near ->
    [late] überfällig seit { DATETIME($day) }
    [soon] bald fällig, bis { DATETIME($day) }
   *[other] fällig { DATETIME($day) }
}

anonymous-show-back = Alle Gespräche
anonymous-show-nobody = Niemand kann wissen, wer das geschrieben hat, und nichts, was Sie hier tun, verrät es Ihnen. Versuchen Sie nicht, es herauszufinden, und fragen Sie nicht nach einem Namen.
anonymous-show-revealed = Wer schreibt, hat sich als { $name } zu erkennen gegeben. Andere wissen es nicht.
anonymous-show-answer = Antworten
anonymous-show-answer-hint = Ihr Name und Ihre Worte sind sofort zu lesen. Der Bildschirm im Personalraum zeigt, dass es eine Antwort gibt.
anonymous-show-answer-button = Mit Namen antworten
anonymous-show-state = Wie es steht
anonymous-show-state-label = Es ist jetzt
anonymous-show-reason = Warum, oder was bis wann geplant ist
anonymous-show-reason-hint = Das wird mitgelesen. Nötig bei geplant, bleibt so und weitergegeben.
anonymous-show-state-button = Schritt speichern

anonymous-review-title = Soll das Haus es sehen?
anonymous-review-words = Dann können andere sich anschließen, ohne zu wissen, wer es geschrieben hat. Nehmen Sie Namen heraus und alles, was die Schreibenden verraten könnte. Diese lesen, was Sie zeigen, oder warum nicht.
anonymous-review-publish = Dem Haus zeigen
anonymous-review-name = Titel
anonymous-review-what = Was geschieht, wie alle es lesen werden
anonymous-review-what-hint = Zu Beginn die ursprünglichen Worte. Ändern Sie, was jemanden verraten könnte.
anonymous-review-flags = Sehen Sie zweimal hin, was jemanden verraten könnte:
anonymous-review-looked = Ich habe hingesehen: Diese Worte dürfen alle lesen
anonymous-problem-contacts = Bitte nehmen Sie heraus: { $found }. Darüber ist jemand zu erreichen.
anonymous-review-read = Was das Haus liest
anonymous-problem-looked = Nehmen Sie heraus, was jemanden verraten könnte, oder sagen Sie, dass Sie hingesehen haben.
anonymous-review-publish-button = Zeigen
anonymous-review-keep = Nicht zeigen
anonymous-review-why = Warum nicht?
anonymous-review-why-hint = Das wird mitgelesen.
anonymous-review-keep-button = Mitteilen
anonymous-review-delicate = Das ist heikel: Es bleibt zwischen denen, die schreiben, und denen, die es bearbeiten.
anonymous-review-excluded = Jemand wurde ausgenommen. Was dem Haus gezeigt wird, lesen dort alle, auch diese Person. Darum wird es nicht gezeigt; teilen Sie das mit.
anonymous-review-no-site = Das Haus wurde nicht genannt, also sieht es kein Haus.
anonymous-review-done = { $review ->
    [published] Das Haus sieht es.
   *[kept] Es wird dem Haus nicht gezeigt. Der Grund wurde mitgeteilt.
}

anonymous-together-words = Niemand weiß, wer das geschrieben hat. Hier steht alles in den ursprünglichen Worten, und dass Sie es geöffnet haben, steht im Protokoll. Was jemanden verraten könnte, will einzeln angesehen werden.
anonymous-together-alone = Einzeln ansehen
anonymous-together-title = Entscheiden, was angehakt ist
anonymous-together-publish-words = Gezeigt, wie es dasteht: Die ersten Worte werden der Titel. Alle, die geschrieben haben, lesen, was entschieden wurde.
anonymous-together-publish = Dem Haus zeigen, wie es dasteht
anonymous-together-why-hint = Das lesen alle, die geschrieben haben.
anonymous-together-keep = Nicht zeigen
anonymous-together-none = Nichts wartet auf Prüfung.
anonymous-together-done = { $n ->
    [one] 1 ist entschieden, und wer geschrieben hat, kann es lesen.
   *[other] { $n } sind entschieden, und wer geschrieben hat, kann es lesen.
}

anonymous-retract = Dem Haus nicht mehr zeigen
anonymous-retract-words = Die Worte werden dort gelöscht, mit allem, was dazu gesagt wurde, und wer es öffnet, liest, dass es zurückgenommen wurde. Wer sich angeschlossen hat, findet das unter „Meine“. Was darunter weiterging, steht wieder für sich. Hier können Sie es noch einmal prüfen; wird es wieder gezeigt, beginnt es neu, und niemand hat sich angeschlossen.
anonymous-retract-cause = Warum?
anonymous-cause = { $cause ->
    [mistake] Es wurde aus Versehen gezeigt.
    [unmasks] Es könnte jemanden verraten.
   *[hurts] Es verletzt jemanden.
}
anonymous-retract-text = Ein paar Worte für die Person, die geschrieben hat
anonymous-retract-button = Zurücknehmen

anonymous-join = Dasselbe wie ein offenes Anliegen
anonymous-join-words = Wer geschrieben hat, zählt dann bei jenem Anliegen einmal mehr; sonst ist von diesem Gespräch dort nichts zu sehen. Zu lesen bekommt diese Person dessen Titel, wie es darum steht und wie viele es betrifft. Angeboten wird, was alle im Haus lesen dürfen.
anonymous-join-issue = Es geht weiter unter
anonymous-join-button = Anschließen

anonymous-remarks-title = Nur für die, die es bearbeiten
anonymous-remarks-words = Wer geschrieben hat, sieht das nie.
anonymous-remarks-label = Bemerkung
anonymous-remarks-button = Notieren

anonymous-aside = Abgeben
anonymous-aside-words = { $others ->
    [0] Sie sind die einzige Person, die dieses Gespräch liest.
    [one] Betrifft es Sie oder jemanden, der Ihnen nahesteht, überlassen Sie es der anderen Person, die es liest. Sie finden es dann nicht wieder.
   *[other] Betrifft es Sie oder jemanden, der Ihnen nahesteht, überlassen Sie es den { $others } anderen, die es lesen. Sie finden es dann nicht wieder.
}
anonymous-aside-button = Das sollte nicht ich bearbeiten

anonymous-poster-title = Aushang für den Personalraum
anonymous-poster-link = Aushang für den Personalraum
anonymous-poster-back = Zurück zum Standort
anonymous-poster-how = Hängen Sie ihn dorthin, wo nur Mitarbeitende hinkommen. Jeden Monat gibt es einen neuen Code: Drucken Sie ihn dann neu.
anonymous-poster-headline = Stimmt etwas nicht? Sagen Sie es, ohne erkannt zu werden.
anonymous-poster-alt = Code zum Scannen: die Seite zum Schreiben
anonymous-poster-code = Der Code dieses Monats:
anonymous-poster-until = gültig bis { DATETIME($day) }

anonymous-guard-title = Was Sie schützt, wenn Sie schreiben, ohne erkannt zu werden
anonymous-guard-lead = Diese Regeln stehen im Programm. Keine Einstellung, keine Rolle und keine Verwaltung kann sie lockern.
anonymous-guard-changes = Wer es liest: jede Änderung
anonymous-guard-changes-words = Niemand kann einen Eintrag aus dieser Liste nehmen.
anonymous-guard-none = Seit Beginn dieser Liste gab es keine Änderung.
anonymous-guard-change = { $what ->
    [handler_given] { $by } hat { $who } benannt, Vertrauliches zu lesen.
    [handler_leaves] { $by } hat den letzten Tag von { $who } eingetragen: Danach liest diese Person nichts Vertrauliches mehr.
    [handler_stays] { $by } hat den letzten Tag von { $who } zurückgenommen: Diese Person liest weiter Vertrauliches.
   *[handler_taken] { $by } hat { $who } das Recht genommen, Vertrauliches zu lesen.
}
anonymous-guard-change-server = { $what ->
    [handler_given] Auf dem Server wurde { $who } benannt, Vertrauliches zu lesen.
    [handler_leaves] Auf dem Server wurde der letzte Tag von { $who } eingetragen: Danach liest diese Person nichts Vertrauliches mehr.
    [handler_stays] Auf dem Server wurde der letzte Tag von { $who } zurückgenommen: Diese Person liest weiter Vertrauliches.
   *[handler_taken] Auf dem Server wurde { $who } das Recht genommen, Vertrauliches zu lesen.
}

anonymous-mail-subject = Es gibt etwas Neues zu lesen
anonymous-mail-words = Etwas Neues wartet auf die, die Vertrauliches bearbeiten.
anonymous-mail-urgent-subject = Etwas Dringendes wartet darauf, gelesen zu werden
anonymous-mail-urgent-words = Etwas, das auf die wartet, die Vertrauliches bearbeiten, wurde als dringend bezeichnet: Jemand könnte zu Schaden kommen.
anonymous-mail-label = Liste öffnen
anonymous-mail-why = Sie bekommen diese Mail, weil Sie Vertrauliches bearbeiten. Sie kommt zu festen Zeiten und sagt absichtlich nicht mehr.
