# Berichte: was aus Lob, aus Fragen der Kunden und aus Anliegen der Belegschaft wurde.

reports-nav = Berichte
reports-title = Berichte
reports-lead = Die letzten { $days } Tage, heute eingeschlossen.
reports-counted = Gezählt
reports-not-yet = Es wurde noch nichts gezählt. Nach dem ersten Start dauert es eine Minute.
reports-house = Das ganze Haus
reports-by-site = Standort für Standort
reports-by-site-words = Nach Namen und nicht nach Zahlen: Standorte unterscheiden sich darin, wie viele Kunden sie fragen. Das Kleingedruckte sagt, worauf eine Zahl beruht und wo sie wahrscheinlich liegt.
reports-definitions = Was die Zahlen bedeuten
reports-csv = Alles als Datei (CSV)

reports-name = { $name ->
    [people] Menschen hier
    [praise] Lob von Kunden
    [colleagues] Lob unter Kollegen
    [heard] Zeit bis zum Lesen
    [nameless] Lob ohne Namen
    [asked] Kritik und Fragen
    [answered] Zeit bis zur ersten Antwort
    [in-time] Rechtzeitig beantwortet
    [waiting] Wartet auf Antwort
    [raised] Anliegen der Belegschaft
    [answer] Zeit bis zur Antwort auf ein Anliegen
    [owed] Anliegen, die auf Antwort warten
   *[unpraised] Menschen ohne Lob
}
reports-what = { $name ->
    [people] Alle, die heute dort arbeiten. Von Einheiten mit weniger als { $people } Menschen, und wo neben den anderen weniger als { $people } übrig blieben, wird nur genannt, was wartet.
    [praise] Notizen, in denen Kunden jemanden loben, in { $days } Tagen. Was jemand aus der Belegschaft für einen Kunden aufschrieb, zählt mit; was zurückgenommen wurde oder auffällig war und noch nicht angesehen wurde, zählt nicht.
    [colleagues] Notizen, in denen Kolleginnen und Kollegen einander loben, in { $days } Tagen.
    [heard] Der Median der Zeit vom Absenden einer Notiz, bis die gelobte Person sie gelesen hat: Die Hälfte wurde früher gelesen. Was noch niemand gelesen hat, zählt als wartend (Kaplan und Meier), damit Vergessenes die Zahl nicht schöner macht. Ab { $least } Notizen an { $people } Menschen. Das Intervall enthält den wahren Median in 95 von 100 solchen Fällen (Brookmeyer und Crowley).
    [nameless] Der Anteil des Lobs von Kunden, bei dem noch jemand sagen muss, für wen es ist. Mit Wilsons Intervall, ab { $least } Notizen.
    [asked] Was Kunden besser haben oder wissen wollten, in { $days } Tagen.
    [answered] Der Median der Zeit, bis ein Mensch auf Kritik oder eine Frage zum ersten Mal geantwortet hat. Unbeantwortetes zählt als wartend (Kaplan und Meier). Ab { $least }.
    [in-time] Der Anteil von Kritik und Fragen, der innerhalb von { $answer-days } Tagen beantwortet wurde; so lange gibt der Eingang Zeit. Was erst vor Kurzem kam, zählt nur für die Tage, die es schon wartet. Ab { $least }.
    [waiting] Kritik und Fragen, die jetzt auf Antwort warten, gleich wie alt sie sind; verspätet ist, was seinen Tag überschritten hat.
    [raised] Anliegen, die alle am Standort lesen dürfen, in { $days } Tagen. Was vertraulich oder nur einem Team gesagt wurde oder jemandem vorenthalten ist, wird nirgends gezählt: Eine Zahl würde verraten, dass es da ist.
    [answer] Der Median der Tage, bis ein solches Anliegen eine erste Antwort hatte; Offenes zählt als wartend. Ab { $least }.
    [owed] Solche Anliegen, die noch keine Antwort haben, gleich wie alt sie sind; verspätet ist, was seinen Tag überschritten hat.
   *[unpraised] Ob mindestens die Hälfte derer, die seit { $days } Tagen am selben Ort arbeiten, in dieser Zeit von niemandem gelobt wurde. Nur von Gruppen ab { $people } Menschen und nie als Zahl: Man sähe sonst jede weitere Notiz ankommen. Es fragt, wer nicht gesehen wird, nicht, wer nicht gut ist.
}
reports-cannot-head = Was es nicht zeigen kann:
reports-cannot = { $name ->
    [people] wer gerade kam oder ging.
    [praise] wie gut der Service ist. Es steigt, wenn mehr Kunden gefragt werden, und kommt von Menschen, die schreiben wollten.
    [colleagues] wie gut Menschen zusammenarbeiten. Die einen schreiben es, die anderen sagen es.
    [heard] ob es jemandem gutgetan hat. Wem es persönlich gesagt wurde, der liest es vielleicht später.
    [nameless] ob es verloren ist: Was wartet, kann seinen Menschen noch finden.
    [asked] ob etwas schlechter wurde. Es schreiben mehr, wo gefragt und wo geantwortet wird.
    [answered] ob die Antwort gut war. Wo ein Mensch alles beantwortet, spricht es von ihm.
    [in-time] ob die Antwort geholfen hat.
    [waiting] wie dringend jedes ist.
    [raised] alles, was die Belegschaft bewegt. Was sich niemand zu sagen traut, steht in keiner Zahl.
    [answer] ob sich etwas geändert hat.
    [owed] wie schwer jedes wiegt.
   *[unpraised] wer es ist, und ob es jemand laut gesagt hat.
}

reports-of = { $of ->
    [notes] { $n ->
        [one] von { $n } Notiz
       *[other] von { $n } Notizen
    }
    [asked] von { $n }
   *[issues] { $n ->
        [one] von { $n } Anliegen
       *[other] von { $n } Anliegen
    }
}
reports-between = wahrscheinlich zwischen { $low } und { $high }
reports-at-least = wahrscheinlich mindestens { $low }
reports-percent = { $n } %
reports-too-few = zu wenige
reports-most-wait = mehr als die Hälfte wartet noch
reports-nothing = noch keine
reports-late = { $n ->
    [one] { $n } verspätet
   *[other] { $n } verspätet
}

reports-weeks = Lob nach Wochen
reports-weeks-words = Ein Balken je Woche, unten Lob von Kunden, darauf Lob unter Kollegen. Die Zahlen stehen in der Tabelle danach.
reports-weeks-caption = Gefüllt: von Kunden. Leer: unter Kollegen. Der letzte Balken ist die Woche, die noch nicht vorbei ist.
reports-week = Woche ab

reports-supported = Wohinter besonders viele stehen
reports-supported-none = Hinter keinem offenen Anliegen steht mehr als ein Mensch.
reports-supported-words = Offene Anliegen, die alle am Standort lesen dürfen, soweit auch Sie sie lesen.
reports-people = { $n ->
    [one] { $n } Mensch
   *[other] { $n } Menschen
}

reports-pulse = Die letzte Umfrage
reports-pulse-none = Noch ist keine Umfrage vorbei, die hier gefragt hat.
reports-departments = Abteilungen
reports-departments-words = Abteilungen, in denen heute mindestens fünf Menschen arbeiten. Von kleineren, und von einer, neben der weniger als fünf übrig blieben, wird nichts genannt.

reports-subjects = Themen, die am längsten warten, zuerst
reports-subject = Thema
reports-subjects-none = Zu keinem Thema gibt es schon zehn Anliegen, die alle lesen dürfen.

reports-unpraised-title = Wer wird nicht gesehen?
reports-unpraised-lead = Abteilungen, in denen mindestens die Hälfte kein Lob bekam. Ein Anlass hinzugehen und hinzusehen, und einen Code aufzuhängen.
reports-unpraised-most = mindestens die Hälfte von { $of }
reports-unpraised-fewer = weniger als die Hälfte von { $of }
reports-few-people = Hier arbeitet kaum jemand, oder neben allen anderen bliebe kaum jemand übrig: Nur was wartet, wird genannt.

reports-own-late = { $n ->
    [one] Ein Anliegen, das Sie beantworten sollen, ist verspätet.
   *[other] { $n } Anliegen, die Sie beantworten sollen, sind verspätet.
}
reports-own-late-link = Antworten
reports-quotes = In ihren eigenen Worten
reports-quotes-more = Mehr an der Wand

reports-definitions-lead = Jede Zahl blickt { $days } Tage zurück, wenn sie nichts anderes sagt, und wird ab { $least } Fällen genannt, wo sie eine Zeit oder ein Anteil ist. Keine handelt von einem einzelnen Menschen.
reports-definitions-link = Wie Engagement und Rückmeldungen verglichen werden, steht anderswo:

# Der Brief über einen Monat
reports-mail-subject = { $place ->
    [house] Das ganze Haus, { $from } bis { $until }
   *[sites] Ihre Standorte, { $from } bis { $until }
}
reports-mail-head = Was vom { $from } bis zum { $until } aus Lob, Fragen und Anliegen wurde ({ $sites }):
reports-mail-head-house = Was vom { $from } bis zum { $until } im ganzen Haus aus Lob, Fragen und Anliegen wurde:
reports-mail-empty = Vom { $from } bis zum { $until } hat niemand etwas geschrieben, das hier gezählt wird: kein Lob, keine Frage, kein Anliegen, das alle lesen dürfen. Wenn Sie das nicht erwarten, sehen Sie nach, ob die Codes noch hängen, wo Kunden sie sehen.
reports-mail-praise = Lob von Kunden: { $n }
reports-mail-colleagues = Lob unter Kollegen: { $n }
reports-mail-heard = Die Hälfte wurde innerhalb von { $time } gelesen ({ $n }-mal wurde jemand gelobt).
reports-mail-nameless = Lob ohne Namen: { $percent } %
reports-mail-asked = Kritik und Fragen: { $n }
reports-mail-in-time = Rechtzeitig beantwortet: { $percent } %
reports-mail-waiting = Wartet jetzt auf Antwort: { $n }, verspätet: { $late }
reports-mail-raised = Anliegen der Belegschaft: { $n }
reports-mail-owed = Anliegen, die jetzt auf Antwort warten: { $n }, verspätet: { $late }
reports-mail-partial = Von Standorten, an denen kaum jemand arbeitet oder neben den anderen kaum jemand übrig bliebe, wird nur genannt, was wartet.
reports-mail-label = Alle Berichte
reports-mail-why = Sie bekommen dies am Ersten des Monats als Personalabteilung oder Führung.
