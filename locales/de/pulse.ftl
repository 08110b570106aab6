# Umfragen unter den Mitarbeitenden und ihre Ergebnisse.
pulse-nav = Umfragen
pulse-title = Umfragen
pulse-home-waiting = { $n ->
    [one] Eine Umfrage wartet auf Ihre Antwort
   *[other] { $n } Umfragen warten auf Ihre Antwort
}

# Was gefragt wird
pulse-q-proud = Ich bin stolz, wenn ich anderen sage, dass ich zu { $organisation } gehöre
pulse-q-great-place = Ich würde { $organisation } als sehr guten Arbeitsplatz empfehlen
pulse-q-attachment = Ich fühle mich { $organisation } persönlich stark verbunden
pulse-q-inspires = { $organisation } spornt mich an, in meiner Arbeit mein Bestes zu geben
pulse-q-motivates = { $organisation } motiviert mich, zum Erreichen der gemeinsamen Ziele beizutragen
pulse-q-relied-upon = Auf die Menschen in meinem Team ist Verlass, wenn es in meiner Arbeit schwierig wird
pulse-q-work-together = Die Menschen in meinem Team suchen gemeinsam nach Wegen, unseren Service zu verbessern
pulse-q-encouraged = Die Menschen in meinem Team werden ermutigt, neue und bessere Wege vorzuschlagen
pulse-q-promises = Was Führungskräfte hier versprechen, wird gehalten
pulse-q-belief = Diese Umfrage wird etwas verändern
pulse-q-recommend = Wie wahrscheinlich ist es, dass Sie { $organisation } als Arbeitsplatz empfehlen?
pulse-q-one-thing = Was sollten wir als Erstes tun?
pulse-agree = { $choice ->
    [1] Stimme gar nicht zu
    [2] Stimme eher nicht zu
    [3] Teils, teils
    [4] Stimme eher zu
   *[5] Stimme voll zu
}
pulse-recommend-low = Sehr unwahrscheinlich
pulse-recommend-high = Sehr wahrscheinlich
pulse-no-answer = Keine Angabe
pulse-words-hint = Bitte nennen Sie keine Namen. Was Sie schreiben, wird Wort für Wort gezeigt.
pulse-attribution = Fragen zu Engagement und Team: UK Civil Service People Survey, Cabinet Office, in deutscher Bearbeitung. Enthält Informationen des öffentlichen Sektors unter der Open Government Licence v3.0. Von der britischen Regierung nicht unterstützt.

# Antworten
pulse-answer-lead = Es dauert etwa eine Minute. Jede Frage darf offen bleiben. Möglich bis { $day }.
pulse-answer-send = Meine Antworten absenden
pulse-known-title = Was man von Ihnen weiß und was nicht
pulse-known-words = Ihre Antworten sind vertraulich. Das System weiß, ob Sie geantwortet haben, damit es Sie nicht weiter erinnert; bei einem Zettel weiß es nicht einmal das. Es speichert nicht, wer welche Antwort gegeben hat. Ergebnisse gibt es nur für Gruppen von mindestens { $n } Antworten, nach dem Ende der Umfrage.
pulse-known-comments = Was Sie in Worten schreiben, wird getrennt von Ihren anderen Antworten aufbewahrt. Personalabteilung, Geschäftsleitung und die Leitung Ihres Standorts lesen es Wort für Wort, unter mindestens zehn Antworten. Ihr Stil kann Sie verraten.
pulse-slip-title = Mit einem Code antworten
pulse-slip-lead = Sie haben einen Zettel mit einem Code bekommen. Er gilt einmal und sagt, zu welcher Abteilung Sie gehören, nicht wer Sie sind.
pulse-slip-code = Der Code auf Ihrem Zettel
pulse-slip-hint = Zehn Buchstaben und Ziffern; Großschreibung und Leerzeichen sind egal.
pulse-slip-go = Weiter
pulse-slip-tablet = Dieser Bildschirm wird von mehreren benutzt
pulse-said-title = { $said ->
    [answered] Danke. Ihre Antworten sind angekommen.
    [early] Diese Umfrage hat noch nicht begonnen
    [over] Diese Umfrage ist zu Ende
   *[unknown] Dieser Link funktioniert nicht
}
pulse-said-words = { $said ->
    [answered] Niemand kann sehen, welche Antworten Ihre sind, und mehr ist nicht zu tun. Ergebnisse gibt es nach dem Ende der Umfrage.
    [over] Antworten werden nicht mehr angenommen. Die Ergebnisse stehen unter „Umfragen“, wenn Sie angemeldet sind.
   *[unknown] Vielleicht wurde er abgeschnitten. Öffnen Sie ihn noch einmal aus Ihrer E-Mail, oder tippen Sie den Code Ihres Zettels.
}
pulse-said-early = Kommen Sie am { $day } wieder; dann führt der Link zur Umfrage.
pulse-said-next = Nächste Person
pulse-said-type = Einen Code tippen

# Was jemand findet, der angemeldet ist
pulse-asked-title = Für Sie zum Beantworten
pulse-asked-until = Möglich bis { $day }. Etwa eine Minute.
pulse-asked-answer = Jetzt antworten
pulse-asked-done = Sie haben geantwortet. Danke!
pulse-asked-paper = Diese beantworten Sie mit einem Zettel, der in Ihrer Abteilung ausgegeben wird. So weiß nicht einmal das System, ob Sie es getan haben.
pulse-asked-none = Keine Umfrage wartet auf Sie.
pulse-results-title = Ergebnisse
pulse-results-closed = beendet am { $day }
pulse-results-none = Es gibt noch keine Ergebnisse. Sie erscheinen hier, wenn eine Umfrage zu Ende ist.

# Planen
pulse-plans = Umfragen planen
pulse-plans-lead = Vier Schritte: was gefragt wird, wer gefragt wird, wann, und ein Blick darauf am Telefon. Vor dem letzten wird nichts verschickt.
pulse-plan-new = Eine neue Umfrage
pulse-plan-title = Titel
pulse-plan-title-hint = Alle sehen ihn. Zum Beispiel: Herbst 2026
pulse-plan-begin = Beginnen
pulse-plan-state = Stand
pulse-plan-days = Offen
pulse-plan-remove = Diesen Entwurf wegwerfen
pulse-state = { $state ->
    [draft] Entwurf
    [launched] Gestartet
    [ending] Ergebnisse werden berechnet
    [closed] Beendet
   *[called-off] Abgesagt
}
pulse-days = { $from } bis { $until }
pulse-steps = Schritte
pulse-step-questions = Fragen
pulse-step-audience = Wer gefragt wird
pulse-step-window = Wann
pulse-step-preview = Ansehen und starten
pulse-next = Speichern und weiter
pulse-blocks = Fragen aus der Sammlung
pulse-blocks-hint = Es gibt sie in jeder Sprache, und sie sind von Umfrage zu Umfrage vergleichbar. Fragen einer Gruppe gehören zusammen: Ohne eine von ihnen wäre es eine andere Zahl.
pulse-block = { $block ->
    [engagement] Engagement (5 Fragen)
    [team] Zusammenarbeit im Team (3 Fragen)
    [promises] Versprechen
    [belief] Führt es zu etwas?
    [recommend] Weiterempfehlen, von 0 bis 10
   *[one-thing] Eine Sache, in Worten
}
pulse-block-why = { $block ->
    [engagement] Die Zahl, die mit dem verglichen wird, was Gäste sagen.
    [team] Wie man sich hilft und gemeinsam besser wird.
    [promises] Jedes Mal gefragt, damit man sieht, ob sich etwas bewegt.
    [belief] Jedes Mal gefragt: warum Menschen nicht mehr antworten.
    [recommend] Würden sie Freunde hierher schicken?
   *[one-thing] Gelesen von denen, die etwas tun können.
}
pulse-own = Eigene Fragen
pulse-own-hint = Jede in jeder Sprache, sonst kann die Umfrage nicht starten. Fragen Sie immer nur eine Sache.
pulse-own-question = { $kind ->
    [words] In Worten beantwortet
   *[agree] Eine Aussage zum Zustimmen, { $n }
}
pulse-who = Wer wird gefragt?
pulse-who-all = Alle
pulse-who-some = Einige Standorte, Abteilungen oder Berufe
pulse-who-choose = Auswählen
pulse-who-whole = Der ganze Standort
pulse-who-jobs = Nur diese Berufe
pulse-who-jobs-hint = Keiner gewählt: alle Berufe.
pulse-who-count = { $n ->
    [one] Eine Person wird gefragt.
   *[other] { $n } Personen werden gefragt.
}
pulse-who-left-out = { $n ->
    [one] Eine weitere wird diesmal ausgelassen, weil sie oft genug gefragt wurde.
   *[other] { $n } weitere werden diesmal ausgelassen, weil sie oft genug gefragt wurden.
}
pulse-paper = Menschen ohne E-Mail-Adresse
pulse-paper-hint = { $n ->
    [0] Alle, die gefragt werden, haben eine Adresse.
    [one] Eine Person, die gefragt wird, hat keine Adresse.
   *[other] { $n } Personen, die gefragt werden, haben keine Adresse.
}
pulse-paper-slips = Sie bekommen einen Zettel mit einem Code
pulse-paper-sign-in = Sie antworten, wenn sie angemeldet sind
pulse-period = Um welchen Zeitraum geht es?
pulse-period-hint = Später stehen die Rückmeldungen der Gäste aus demselben Zeitraum daneben.
pulse-period-within = Ein Tag in diesem Zeitraum
pulse-months = Länge
pulse-months-choice = { $n ->
    [one] Ein Monat
   *[other] { $n } Monate
}
pulse-period-is = Zeitraum: { $from } bis { $until }
pulse-window = Wann kann geantwortet werden?
pulse-window-hint = Am besten sind zehn Arbeitstage in der Mitte des Zeitraums: { $from } bis { $until }.
pulse-window-propose = Tage ausrechnen
pulse-window-off = Die Mitte dieser Tage liegt { $n ->
    [one] einen Tag
   *[other] { $n } Tage
} { $side ->
    [before] vor
   *[after] nach
} der Mitte des Zeitraums. Eine Umfrage spät in ihrem Zeitraum sieht aus, als gingen die Mitarbeitenden den Gästen voran, auch wenn nichts vorangeht.
pulse-opens = Erster Tag
pulse-closes = Letzter Tag
pulse-reminders = Erinnerungen
pulse-reminders-hint = Nur an die, die nicht geantwortet haben. Niemand sieht, wer das ist.
pulse-reminders-choice = { $n ->
    [0] Keine
    [one] Eine
   *[other] { $n }
}
pulse-reminders-on = Erinnerungen am
pulse-preview-paper = { $n ->
    [one] Eine davon bekommt einen Zettel.
   *[other] { $n } davon bekommen einen Zettel.
}
pulse-preview-minimum = Ergebnisse für Gruppen ab { $n }. Das wird allen gesagt und kann nach dem Start nicht mehr geändert werden.
pulse-not-ready = Noch nicht bereit
pulse-obstacle = { $obstacle ->
    [no-question] Sie fragt nichts. Wählen Sie Fragen in Schritt 1.
    [too-few] Sie fragt weniger Menschen, als ein Ergebnis braucht. Siehe Schritt 2.
   *[over] Ihr letzter Tag ist vorbei. Siehe Schritt 3.
}
pulse-lacking = Frage { $n } hat keine Worte auf { $tongue }. Siehe Schritt 1.
pulse-launch = Starten
pulse-launch-words = Ab dem ersten Tag um 8 Uhr gehen Einladungen hinaus. Fragen, Personen und Tage können dann nicht mehr geändert werden.
pulse-preview-title = So werden es alle sehen
pulse-running-few = Zu wenige haben geantwortet, um zu sagen, wie viele.
pulse-running-response = Mindestens { $n } Prozent haben geantwortet.
pulse-running-silent = Mehr wird vor dem Ende nicht gezeigt: nicht nach Standort, und nicht wer.
pulse-slips-title = Zettel
pulse-slips-words = Einer für jede Person ohne Adresse, nach Abteilung. Drucken, ausschneiden und ziehen lassen. Ein zweiter Druck gibt dieselben Codes; jeder gilt einmal.
pulse-slips-print = Drucken
pulse-slips-none = Alle, die gefragt werden, haben eine Adresse.
pulse-slip-where = Scannen oder den Code eintippen auf
pulse-slip-paper = Bis { $day }, einmal. Das Programm weiß nicht, wer welchen Zettel hat.
pulse-slip-promise = Ergebnisse nur für Gruppen ab { $n }.
pulse-call-off = Absagen
pulse-call-off-words = Alle bisherigen Antworten werden gelöscht, und es wird keine Ergebnisse geben. Das lässt sich nicht rückgängig machen.
pulse-call-off-sure = Ja, alle Antworten löschen
pulse-rules-title = Regeln für alle Umfragen
pulse-rules-lead = Sie gelten für Umfragen, die ab jetzt entworfen werden. Jede Änderung können alle lesen, die hier arbeiten.
pulse-rules-minimum = Kleinste Gruppe
pulse-rules-minimum-hint = Ergebnisse gibt es für Gruppen von mindestens so vielen Antworten: 5 oder mehr.
pulse-rules-invitations = Einladungen im Quartal
pulse-rules-invitations-hint = Niemand wird innerhalb von 91 Tagen öfter gefragt.
pulse-rules-keep = Antworten aufbewahren (Tage)
pulse-rules-keep-hint = Nach dem Ende einer Umfrage werden einzelne Antworten nach so vielen Tagen gelöscht: 0 bis 90. Ergebnisse und Kommentare bleiben.

# Ergebnisse
pulse-results-lead = { $n ->
    [one] Eine Antwort.
   *[other] { $n } Antworten.
}
pulse-results-response = Mindestens { $n } Prozent der Gefragten.
pulse-results-csv = Als Datei für Tabellenprogramme
pulse-imported = anderswo gefragt
pulse-response-low = Weniger als die Hälfte hat geantwortet. Wer geschwiegen hat, sieht es vielleicht anders.
pulse-grid-title = Nach Gruppen
pulse-grid-words = Von 0 bis 100: „Stimme voll zu“ zählt 100, „Stimme gar nicht zu“ 0. Dahinter steht die Veränderung seit der Umfrage davor. Gruppen mit weniger als { $n } Antworten werden nicht gezeigt, auch keine, die sich aus anderen errechnen ließen.
pulse-grid-group = Gruppe
pulse-grid-answers = Antworten
pulse-grid-response = { $n } %
pulse-too-few = Zu wenige Antworten
pulse-too-few-all = Zu wenige Antworten für ein Ergebnis.
pulse-scale = { $scale ->
    [engagement] Engagement
   *[team] Zusammenarbeit im Team
}
pulse-edge = { $edge ->
    [most] 95 oder mehr
   *[least] 5 oder weniger
}
pulse-change = { $direction ->
    [up] { $n } mehr
    [down] { $n } weniger
   *[same] wie zuvor
}
pulse-share = { $kind ->
    [recommend] { $choice ->
        [1] 0 bis 6
        [2] 7 oder 8
       *[3] 9 oder 10
    }
   *[agree] { $choice ->
        [1] Stimme gar nicht zu
        [2] Stimme eher nicht zu
        [3] Teils, teils
        [4] Stimme eher zu
       *[5] Stimme voll zu
    }
}
pulse-no-shares = Wie sich die Antworten verteilen, steht hier erst ab doppelt so vielen Antworten, und nicht, wenn fast alle gleich sind.
pulse-promises-title = Eine Sache, die wir tun
pulse-promise-due = Bis { $day } zu nennen.
pulse-promise-late = Bis { $day } wurde nichts genannt
pulse-promise-by = { $name }, { $day }
pulse-promise-name = Eine Sache nennen
pulse-promise-words = Was wird getan, von wem, bis wann?
pulse-promise-save = Allen sagen
pulse-trust-title = Wie weit man diesen Zahlen trauen kann
pulse-trust-words = Für die Personalabteilung. Über die Umfrage als Ganzes, nicht über Teams.
pulse-trust-alpha = Die Fragen passen mit { $alpha } zusammen (Cronbachs Alpha; ab 0,70 kann man sie als eine Zahl lesen).
pulse-trust-alpha-low = Das ist wenig: Lesen Sie lieber die einzelnen Fragen.
pulse-trust-alpha-none = Ob die Fragen zusammenpassen, wird ab 50 Antworten berechnet.
pulse-trust-level = Zwischen { $n } Gruppen einer Ebene: { $one } der Unterschiede zwischen Menschen liegen zwischen Gruppen (ICC 1), und die Zahlen der Gruppen sind zu { $two } verlässlich (ICC 2).
pulse-trust-hardly = Diese Gruppen unterscheiden sich in dieser Umfrage kaum; ein Vergleich zwischen ihnen hat wenig in der Hand.
pulse-comments-title = Kommentare
pulse-answered-title = Antworten auf das, was geschrieben wurde
pulse-answered-words = Die Kommentare selbst lesen nur diejenigen, die sich darum kümmern. Was darauf geantwortet wird, lesen hier alle.
pulse-comments-lead = Wort für Wort, in ausgeloster Reihenfolge, wo mindestens zehn geantwortet haben. Bitte raten Sie nicht, wer was geschrieben hat: Das wurde versprochen.
pulse-comments-none = Niemand hat etwas geschrieben, das Sie lesen dürfen.
pulse-comment-heard = Zur Kenntnis genommen
pulse-comment-answered = Beantwortet
pulse-comment-words = Ihre Antwort
pulse-comment-hint = Lassen Sie eine Antwort leer, um einen Kommentar nur zur Kenntnis zu nehmen. Niemand erfährt, wessen Kommentar es war. Wer diese Ergebnisse sieht, liest auch Ihre Antwort, ohne den Kommentar: Zitieren Sie ihn nicht.
pulse-comment-send = Zur Kenntnis nehmen oder antworten

# Was nicht stimmte und was gelungen ist
pulse-problem-nothing = Noch ist nichts beantwortet. Beantworten Sie wenigstens eine Frage.
pulse-problem-too-long = Bitte in höchstens 2.000 Zeichen.
pulse-problem-code = Diesen Code gibt es nicht. Sehen Sie noch einmal auf Ihren Zettel; 0 und O sind dasselbe, ebenso 1, I und L.
pulse-problem-no-question = Wählen Sie wenigstens eine Frage.
pulse-problem-too-many = Höchstens 12 Fragen neben denen in Worten: Mehr dauern länger als eine Minute.
pulse-problem-nobody = Wählen Sie einen Standort, eine Abteilung oder einen Beruf.
pulse-problem-day = Geben Sie einen Tag an.
pulse-problem-months = Wählen Sie eine Länge.
pulse-problem-backwards = Der letzte Tag liegt vor dem ersten.
pulse-problem-not-ready = Sie kann noch nicht starten: Unten steht, was fehlt.
pulse-problem-minimum = Eine Zahl von 5 bis 50.
pulse-problem-invitations = Eine Zahl von 1 bis 12.
pulse-problem-keep = Eine Zahl von 0 bis 90.
pulse-said-launched = Gestartet.
pulse-said-called-off = Abgesagt. Alle Antworten sind weg.
pulse-said-not-sure = Nichts geschehen: Das Kästchen war nicht angekreuzt.
pulse-said-saved = Gespeichert.
pulse-said-promised = Alle am Standort lesen es jetzt.
pulse-said-no-words = Schreiben Sie zuerst etwas.
pulse-said-heard = Vermerkt.

# Mails
pulse-mail-invitation-subject = { $title }: eine Minute Ihrer Zeit
pulse-mail-invitation = Sie werden gebeten, die Umfrage „{ $title }“ zu beantworten. Es dauert etwa eine Minute und ist bis { $day } möglich.
pulse-mail-reminder-subject = { $title }: noch offen
pulse-mail-reminder = Die Umfrage „{ $title }“ ist bis { $day } offen. Das Programm schreibt allen, die nicht geantwortet haben; kein Mensch sieht, wer das ist.
pulse-mail-label = Jetzt antworten
pulse-mail-own-link = Der Link ist nur für Sie. Bitte geben Sie diese Mail nicht weiter.
pulse-mail-ended-subject = { $title }: die Ergebnisse sind da
pulse-mail-ended = Die Umfrage „{ $title }“ ist zu Ende. Bitte sehen Sie sich die Ergebnisse an und nennen Sie bis { $day } eine Sache, die Sie tun werden: Alle sehen, ob etwas genannt wurde.
pulse-mail-ended-label = Ergebnisse ansehen
pulse-mail-ended-why = Sie bekommen diese E-Mail, weil Sie einen Standort leiten oder die Ergebnisse aller lesen.
