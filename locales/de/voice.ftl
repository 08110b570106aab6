# Was Mitarbeitende ansprechen.

voice-category-equipment = Räume, Dinge und Werkzeug
voice-category-work = Wie wir arbeiten
voice-category-shifts = Schichten, Lohn und Urlaub
voice-category-together = Wie wir miteinander umgehen
voice-category-guests = Was Gäste brauchen
voice-category-other = Etwas anderes
voice-category-harassment = Belästigung
voice-category-customer-harassment = Belästigung durch Gäste oder Kunden
voice-category-danger = Gefahr für jemanden
voice-category-safeguarding = Schutz von Kindern und Schutzbedürftigen
voice-category-wrongdoing = Etwas, das gegen das Gesetz oder unsere Regeln ist

# Wohin man sich mit Heiklem noch wenden kann. Wird gezeigt, sobald ein solches Thema gewählt ist.
voice-channel-harassment = Sie müssen das nicht ertragen, und Sie sind nicht schuld daran. Wenn Sie jetzt in Gefahr sind, rufen Sie zuerst den Notruf. Was Sie hier schreiben, lesen nur die Vertrauenspersonen. Sie können jederzeit auch persönlich mit einer von ihnen sprechen, mit dem Betriebsrat, einer Beratungsstelle oder den Behörden.
voice-channel-customer-harassment = Kein Gast darf so mit Ihnen umgehen, und niemand darf verlangen, dass Sie ihn weiter bedienen. Wenn Sie jetzt in Gefahr sind, gehen Sie und holen Sie Hilfe. Was Sie hier schreiben, lesen nur die Vertrauenspersonen; sie können gegen einen Gast vorgehen.
voice-channel-danger = Wenn jetzt jemand in Gefahr ist, schreiben Sie nicht: Rufen Sie den Notruf oder Ihre Schichtleitung. Was Sie hier schreiben, lesen nur die Vertrauenspersonen, und nicht binnen Minuten.
voice-channel-safeguarding = Wenn ein Kind oder jemand Schutzbedürftiges jetzt in Gefahr ist, rufen Sie den Notruf oder die Polizei. Sagen Sie es sonst auch der Person, die hier für ihren Schutz verantwortlich ist. Was Sie hier schreiben, lesen nur die Vertrauenspersonen.
voice-channel-wrongdoing = Das Gesetz schützt Sie, wenn Sie das melden. Was Sie hier schreiben, lesen nur die Vertrauenspersonen; Sie dürfen sich stattdessen oder zusätzlich an die Behörden wenden, wann immer Sie wollen.
voice-channel-own = Das gilt als heikel: Was Sie hier schreiben, lesen nur die Vertrauenspersonen.

# Ansprechen.
voice-new-title = Etwas ansprechen
voice-new-lead = Was steht guter Arbeit im Weg, oder was würde sie besser machen? Sie bekommen eine Antwort und sehen, was daraus wird.
voice-new-kind = Was ist es?
voice-new-issue = Ein Anliegen: etwas ist nicht, wie es sein sollte
voice-new-idea = Eine Idee: etwas könnte noch besser sein
voice-what = Was geschieht?
voice-what-hint = So, wie Sie es jemandem aus dem Team erzählen würden. Die ersten Worte werden die Überschrift.
voice-place = Wo?
voice-place-hint = Ein Raum, eine Maschine, eine Schicht.
voice-fix = Was würde helfen?
voice-fix-hint = Ihre Vermutung ist viel wert: Sie sind jeden Tag dort.
voice-category = Worum geht es?
voice-category-delicate = Heikles
voice-category-delicate-hint = Wird weder dem Kollegium noch Vorgesetzten gezeigt: Nur Vertrauenspersonen lesen es.
voice-goes-both = Geht an { $owner }, in Vertretung an { $deputy }
voice-goes-owner = Geht an { $owner }
voice-goes-nobody = Dafür ist noch niemand benannt: Die Personalabteilung bekommt es
voice-goes-handlers = { $n ->
    [0] Das kann hier noch niemand bekommen
    [one] Geht an die Vertrauensperson
   *[other] Geht an die { $n } Vertrauenspersonen
}
voice-level = Wer darf wissen, dass Sie es waren?
voice-level-hint = Das lässt sich später nicht ändern, mit einer Ausnahme: Wer im Vertrauen geschrieben hat, kann den eigenen Namen nennen.
voice-level-named = Mit meinem Namen
voice-level-named-words = Ihr Name steht daneben. Es liest, wer das Thema bekommt (oben genannt), und wen Sie unten wählen.
voice-level-lookers = Auch diejenigen, die sich bei { $site } um so etwas kümmern, lesen es:
voice-level-confidential = Im Vertrauen
voice-level-confidential-words = { $n ->
    [one] Nur diese Person liest es und sieht Ihren Namen:
   *[other] Nur diese { $n } Personen lesen es und sehen Ihren Namen:
}
voice-level-confidential-not = Niemand sonst: keine Führungskraft, niemand aus Personalabteilung oder Verwaltung, der nicht hier steht. Öffnet es jemand davon, wird das festgehalten, für jede Person höchstens einmal in der Stunde. Ihre Worte werden verschlüsselt aufbewahrt; wer den Server betreibt und dessen Schlüsseldatei hat, könnte sie dennoch öffnen.
voice-level-confidential-none = Für Ihren Standort gibt es noch keine Vertrauensperson, also könnte es niemand lesen. Bitten Sie die Personalabteilung, eine zu benennen.
voice-scope = Wer darf es noch sehen?
voice-scope-hint = Je mehr es sehen, desto mehr können „ich auch“ sagen. Auch die Antworten sind so weit zu sehen.
voice-scope-choice = { $scope ->
    [private] Sonst niemand
    [team] Mein Team ({ $n })
    [site] Alle bei { $site } ({ $n })
   *[company] Alle im Unternehmen ({ $n })
}
voice-exclude = Gibt es jemanden, der es nicht sehen darf?
voice-exclude-hint = Wen Sie hier nennen, der sieht es nie, zählt es nie und findet es nie, in welcher Rolle auch immer.
voice-exclude-who = Fernhalten von
voice-exclude-who-hint = Ein Name, oder was die Person macht.
voice-exclude-more = Noch jemanden nennen
voice-exclude-drop = Entfernen
voice-new-send = Absenden
voice-new-plain = Sie können jederzeit mehr schreiben oder es zurücknehmen.

# Ähnliches, während jemand schreibt.
voice-similar-title = Ist es eines davon?
voice-similar-people = { $n ->
    [one] 1 Person sagt das
   *[other] { $n } Personen sagen das
}
voice-similar-join = Anschließen
voice-similar-hint = Wenn ja, schließen Sie sich an: Sie zählen als eine Person mehr und erfahren, was daraus wird. Wenn nicht, schreiben Sie weiter; Ihre Worte bleiben hier.
voice-similar-anyway = Keines davon: meines senden
voice-similar-some = Ähnliches steht unter Ihrem Text.

# Was nicht stimmen kann.
voice-problem-what = Bitte sagen Sie, was geschieht.
voice-problem-category = Bitte wählen Sie, worum es geht.
voice-problem-level = Bitte wählen Sie, wer wissen darf, dass Sie es waren.
voice-problem-delicate = Dieses Thema ist zu heikel, um es mit Namen anzusprechen. Bitte wählen Sie „Im Vertrauen“.
voice-problem-scope = Bitte wählen Sie, wer es noch sehen darf.
voice-problem-exclude-me = Von Ihren eigenen Worten können Sie sich nicht fernhalten.
voice-problem-exclude-many = Bitte nennen Sie höchstens zehn Personen. Wenn es so viele betrifft, sprechen Sie es im Vertrauen an.
voice-problem-gone = Diese Person ist nicht mehr hier. Bitte wählen Sie jemand anderen.
voice-problem-which = Bitte wählen Sie die Person aus der Liste, oder leeren Sie dieses Feld.
voice-problem-nobody = Niemand mit diesem Namen gefunden. Versuchen Sie einen Teil davon, oder was die Person macht.
voice-problem-no-handler = Für Ihren Standort gibt es noch keine Vertrauensperson, also könnte es niemand lesen.
voice-problem-nobody-left = Dann bliebe niemand, der es lesen kann. Bitte benennen Sie zuerst jemand anderen.
voice-problem-state = Bitte wählen Sie, was als Nächstes kommt.
voice-problem-planned-what = Bitte sagen Sie, was getan wird.
voice-problem-planned-on = Bitte sagen Sie, bis wann.
voice-problem-planned-day = Bitte geben Sie einen Tag an, etwa 2027-03-31.
voice-problem-planned-past = Dieser Tag ist vorbei. Bitte nennen Sie einen, der noch kommt.
voice-problem-changed = Bitte sagen Sie, was geändert wurde.
voice-problem-declined = Bitte sagen Sie, warum nicht. Wer es angesprochen hat, verdient einen Grund.
voice-problem-passed-on = Bitte sagen Sie, an wen es weitergegeben wurde.
voice-problem-other = Bitte wählen Sie, unter welchem Anliegen es weitergeht.
voice-problem-vague = Das sagt niemandem, was anders wird oder warum nicht. Bitte sagen Sie, wer was tut oder was dagegen steht.
voice-problem-faster = Jemand war schneller: Es hat sich geändert, seit Sie es geöffnet haben. Sehen Sie es sich an, wie es jetzt ist, und drücken Sie noch einmal. Nichts, was Sie getippt haben, ist verloren.
voice-problem-withdrawn = Während Sie schrieben, wurde es zurückgenommen. Es lässt sich nicht mehr beantworten; was Sie getippt haben, steht noch hier.
voice-problem-criticality = Bitte wählen Sie eine Zahl von 0 bis 5.
voice-problem-who = Bitte wählen Sie eine Person.
voice-problem-deed = Bitte wählen Sie, was geschehen soll.
voice-problem-is-raiser = Diese Person hat es angesprochen.
voice-problem-is-barred = Es wird von dieser Person ferngehalten.
voice-problem-no-confidant = Das ist vertraulich: Nur eine Vertrauensperson dieses Standorts kann es übernehmen.
voice-problem-aside = Wenn es Sie selbst betrifft, treten Sie zurück: Der Knopf dafür steht unten.
voice-problem-sure = Bitte setzen Sie das Häkchen, wenn Sie sicher sind.
voice-problem-site = Diesen Standort gibt es nicht.
voice-problem-owner-first = Eine Vertretung vertritt jemanden. Bitte benennen Sie zuerst, wer zuständig ist.
voice-problem-due-days = { $what ->
    [acknowledge] Bis es gelesen ist: Geben Sie eine Zahl von 1 bis 250 Arbeitstagen ein.
    [answer] Bis es beantwortet ist: Geben Sie eine Zahl von 1 bis 250 Arbeitstagen ein.
   *[decide] Bis es entschieden ist: Geben Sie eine Zahl von 1 bis 250 Arbeitstagen ein.
}
voice-problem-due-order = { $what ->
    [answer] Nichts wird beantwortet, bevor es gelesen ist. Geben Sie mindestens so viele Tage ein wie dort.
   *[decide] Nichts wird entschieden, bevor es beantwortet ist. Geben Sie mindestens so viele Tage ein wie dort.
}
voice-problem-category-name = Bitte geben Sie einen Namen an.
voice-unopened = Diese Worte sind versiegelt, und dieser Server hat den Schlüssel nicht, der sie öffnet.

# Listen.
voice-title = Anliegen und Ideen
voice-lead = Was hier los ist, und was daraus wird.
voice-raise = Etwas ansprechen
voice-mine-link = Meine
voice-queue-link = Was auf mich wartet
voice-tabs = Was gezeigt wird
voice-tab = { $shown ->
    [open] Offen
    [planned] Geplant
    [changed] Geändert
   *[declined] Bleibt so
}
voice-none = { $shown ->
    [open] Nichts ist offen. Was steht Ihnen im Weg?
    [planned] Gerade ist nichts geplant.
    [changed] Noch wurde nichts geändert.
   *[declined] Nichts wurde abgelehnt.
}
voice-people = { $n ->
    [one] 1 Person
   *[other] { $n } Personen
}
voice-kind = { $kind ->
    [idea] Idee
   *[issue] Anliegen
}
voice-state = { $state ->
    [received] Eingegangen
    [acknowledged] Gelesen
    [looking] Wird geprüft
    [planned] Geplant
    [changed] Geändert
    [declined] Bleibt so
    [passed_on] Weitergegeben
    [joined] Geht woanders weiter
   *[withdrawn] Zurückgenommen
}
voice-mine-tag = Von Ihnen
voice-joined-tag = Sie auch
voice-confidential-tag = Vertraulich
voice-mine-title = Was ich angesprochen oder mitgetragen habe
voice-mine-lead = Alles davon, und was daraus wurde.
voice-mine-none = Sie haben noch nichts angesprochen oder mitgetragen.
voice-back = Zurück zur Liste
voice-withdrawn-title = Zurückgenommen

# Ein Anliegen.
voice-show-title = { $kind ->
    [idea] Eine Idee
   *[issue] Ein Anliegen
}
voice-raised-by = von { $name }
voice-withdrawn-words = Wer es angesprochen hat, hat es zurückgenommen. Die Worte sind gelöscht.
voice-retracted-words = Es wurde dem Haus ohne Namen gezeigt und von denen zurückgenommen, die es gezeigt hatten. Die Worte sind hier gelöscht.
voice-kept = Was Sie geschrieben hatten
voice-place-short = Wo
voice-fix-short = Was helfen würde
voice-planned-on = Geplant bis
voice-due = { $what ->
    [acknowledge] Zu lesen bis
    [answer] Zu beantworten bis
   *[decide] Zu entscheiden bis
}
voice-raised-without-name = Ohne Namen vorgebracht
voice-late = Überfällig
voice-soon = Bald fällig
voice-goes-on = Es geht hier weiter:
voice-join = Ich auch
voice-join-words = Sie zählen als eine Person mehr. Niemand sieht Ihren Namen, und Sie erfahren, was daraus wird.
voice-leave = „Ich auch“ zurücknehmen
voice-entries = Was daraus wurde
voice-entry = { $what ->
    [received] Eingegangen
    [acknowledged] Gelesen: jemand weiß davon
    [looking] Jemand geht dem nach
    [planned] Geplant
    [changed] Geändert
    [declined] Bleibt so, weil
    [passed_on] Weitergegeben
    [joined] Geht woanders weiter
    [withdrawn] Zurückgenommen
    [answered] Beantwortet
    [reopened] Noch einmal geöffnet
    [handed_over] Darum kümmert sich jetzt
   *[revealed] Wer es angesprochen hat, hat den eigenen Namen genannt
}
voice-talk = Zwischen Ihnen und wer es angesprochen hat
voice-talk-mine = Zwischen Ihnen und denen, die sich kümmern
voice-talk-none = Es wurde noch nichts gesagt.
voice-write-label = Mehr schreiben
voice-write-hint = { $closed ->
    [true] Das ist vorerst erledigt. Schreiben Sie wieder, und es öffnet sich noch einmal.
   *[other] Das lesen nur die, die sich darum kümmern.
}
voice-write-button = Absenden
voice-sees = Wer das sieht
voice-sees-scope = { $level ->
    [confidential] Wer es angesprochen hat, und nur diese Personen. Öffnet es jemand davon, wird das festgehalten, für jede Person höchstens einmal in der Stunde.
   *[other] { $scope ->
        [private] Wer es angesprochen hat, und diese Personen:
        [team] Das Team, und diese Personen:
        [site] Alle bei { $site }, und diese Personen:
       *[company] Alle im Unternehmen, und diese Personen:
    }
}
voice-role = { $role ->
    [owner] antwortet
    [deputy] antwortet in Vertretung
    [site_manager] Standortleitung
    [hr] Personalabteilung
   *[confidential_handler] Vertrauensperson
}
voice-sees-never = Sieht es nie:
voice-why = { $why ->
    [excluded] ferngehalten von der Person, die es angesprochen hat
    [subject] es geht um diese Person
   *[aside] zurückgetreten
}
voice-unbar = Es geht nicht um diese Person
voice-yours = Das gehört Ihnen
voice-withdraw = Zurücknehmen
voice-withdraw-title = Zurücknehmen?
voice-withdraw-words = Alle Worte werden gelöscht, auch alles, was dazu geschrieben wurde. Dass es das gab, und wann, bleibt. Das lässt sich nicht rückgängig machen.
voice-withdraw-supporters = { $n ->
    [one] Noch eine Person hat „ich auch“ gesagt. Es verschwindet auch für sie.
   *[other] Noch { $n } Personen haben „ich auch“ gesagt. Es verschwindet auch für sie.
}
voice-withdraw-button = Zurücknehmen
voice-withdraw-keep = So lassen
voice-reveal = Meinen Namen nennen
voice-reveal-title = Ihren Namen nennen?
voice-reveal-final = Das ist endgültig. Wer Ihren Namen gelesen hat, kann ihn nicht vergessen.
voice-reveal-words = Von da an können diese Personen Ihre Worte, und alles, was Sie und die Vertrauenspersonen einander hier geschrieben haben, mit Ihrem Namen lesen:
voice-reveal-delicate = Das Thema ist heikel: Sonst sieht es niemand, auch dann nicht.
voice-reveal-team = Mein Team
voice-reveal-site = Alle bei { $site }
voice-reveal-company = Alle im Unternehmen
voice-reveal-sure = Ich weiß, dass sich das nicht zurücknehmen lässt.
voice-reveal-button = Meinen Namen nennen
voice-reveal-keep = Vertraulich bleiben

# Bearbeiten.
voice-queue-title = Was auf mich wartet
voice-queue-lead = Was zuerst fällig ist, steht oben.
voice-queue-back = Zurück zur Liste
voice-queue-open = Offen
voice-queue-closed = Erledigt
voice-queue-confidential = Etwas Vertrauliches
voice-queue-due = Fällig
voice-queue-mine = Sie antworten
voice-queue-owner = Bei
voice-queue-nobody = Noch bei niemandem
voice-queue-none = Hier wartet nichts auf Sie.
voice-handling = Für die, die sich kümmern
voice-handling-owner = { $name } antwortet hier.
voice-handling-deputy = { $name } vertritt.
voice-handling-nobody = Noch antwortet hier niemand.
voice-handling-joined = Diese gehen hier weiter. Wen sie betreffen, zählt auch hier, jede Person einmal:
voice-acknowledge = Ich habe es gelesen
voice-reply = Antworten
voice-reply-label = Ihre Antwort
voice-reply-hint = Sagen Sie, was Sie verstanden haben, was jetzt geschieht, und bis wann. Ihr Name steht darüber.
voice-reply-to = Wer liest sie?
voice-reply-to-raiser = Nur wer es angesprochen hat
voice-reply-to-everybody = Alle, die es sehen
voice-reply-button = Antwort senden
voice-step = Nächster Schritt
voice-step-state = Wo steht es von jetzt an?
voice-step-needs = { $state ->
    [planned] braucht ein Datum, und was getan wird
    [changed] braucht, was geändert wurde
    [declined] braucht einen Grund
    [passed_on] braucht, an wen
    [joined] braucht das andere Anliegen
   *[other] { "" }
}
voice-step-text = Was alle lesen, die es sehen
voice-step-text-hint = Wer was tut, oder warum nicht.
voice-step-planned = Bis wann
voice-step-planned-hint = Nur für Geplantes.
voice-step-other = Es geht weiter unter
voice-step-other-none = Keines
voice-step-button = Schritt speichern
voice-criticality = Wie viel davon abhängt
voice-criticality-hint = Von dem, was am selben Tag fällig ist, steht das Höhere vorn. Ab 4 muss es bis zum nächsten Arbeitstag gelesen sein, und wer davon wissen muss, erfährt es per E-Mail, ohne ein Wort davon.
voice-criticality-level = { $n ->
    [0] Nicht gesagt
    [1] 1 – klein
    [2] 2 – es stört
    [3] 3 – es zermürbt
    [4] 4 – jemand könnte zu Schaden kommen
   *[5] 5 – jemand ist in Gefahr
}
voice-criticality-button = Speichern
voice-remarks = Unter denen, die sich kümmern
voice-remarks-words = Wer es angesprochen hat, sieht das nie.
voice-remark-label = Eine Bemerkung
voice-remark-button = Festhalten
voice-people-title = Wer sich kümmert, und wer nicht darf
voice-people-who = Wer?
voice-people-who-hint = Ein Name, oder was die Person macht.
voice-people-deed = Was ist mit dieser Person?
voice-people-owner = Sie antwortet von jetzt an
voice-people-deputy = Sie vertritt
voice-people-subject = Es geht um sie: Sie sieht es nie
voice-people-button = Speichern
voice-aside = Abgeben
voice-aside-words = Wenn es Ihnen zu nahe ist: Jemand anderes antwortet, und Sie sehen es nicht mehr.

# Worum es geht, und wer es bekommt.
voice-routing-title = Anliegen: wer was bekommt
voice-routing-lead = Auf alles, was angesprochen wird, antwortet eine Person, und jemand vertritt sie.
voice-missing = Was niemand bekommt
voice-missing-falls = dafür ist niemand benannt. Vorerst bekommt es { $name }.
voice-missing-nobody = das bekommt niemand.
voice-missing-none = Für alles ist jemand da.
voice-missing-handlers = Heikles geht immer an Vertrauenspersonen, ganz gleich, was unten steht. Benannt werden sie unter:
voice-routes = Wer was bekommt
voice-routes-none = Noch ist niemand benannt.
voice-routes-category = Thema
voice-routes-site = Standort
voice-routes-everywhere = Wo sonst niemand benannt ist
voice-routes-owner = Zuständig
voice-routes-deputy = Vertretung
voice-routes-remove = Entfernen
voice-route-set = Jemanden benennen
voice-route-all = Alles, was nicht heikel ist
voice-route-who = Wer?
voice-route-who-hint = Ein Name, oder was die Person macht.
voice-route-as = Als
voice-categories = Themen
voice-categories-days = Arbeitstage bis gelesen, beantwortet, entschieden
voice-categories-keep = Tage aufbewahrt
voice-categories-change = Tage ändern
voice-categories-delicate = heikel
voice-categories-retire = Nicht mehr anbieten
voice-categories-retired = nicht angeboten
voice-categories-return = Wieder anbieten
voice-categories-new = Ein eigenes Thema
voice-categories-name = Name
voice-categories-name-hint = In den Worten derer, die es wählen.
voice-categories-is-delicate = Es ist heikel: Nur Vertrauenspersonen lesen es
voice-categories-add = Hinzufügen
voice-days-title = Tage: { $name }
voice-days-back = Zurück zu den Themen
voice-days-lead = Wie lange die Zeit haben, die sich kümmern, in Arbeitstagen des Standorts, und wie lange es aufbewahrt wird.
voice-days-acknowledge = Arbeitstage, bis es gelesen ist
voice-days-answer = Arbeitstage, bis es beantwortet ist
voice-days-decide = Arbeitstage, bis es entschieden ist
voice-days-hint = Jeweils 1 bis 250. Das gilt für alles, was ab jetzt angesprochen wird; was schon da ist, bleibt fällig wie zuvor.
voice-days-keep = Tage, die es nach dem Abschluss aufbewahrt wird
voice-days-keep-hint = 30 bis 3660, auch für das, was schon da ist. Wer dafür zuständig ist, erfährt es 30 Tage vor dem Löschen.

voice-said-raised = Es ist angekommen. Was daraus wird, finden Sie hier.
voice-said-joined = Sie zählen. Sie erfahren, was daraus wird.
voice-said-left = Sie zählen hier nicht mehr.
voice-said-written = Gesendet.
voice-said-withdrawn = Sie haben es zurückgenommen. Die Worte sind gelöscht.
voice-said-revealed = Ihr Name steht jetzt daneben.
voice-said-answered = Ihre Antwort ist da.
voice-said-remarked = Unter denen festgehalten, die sich kümmern.
voice-said-stepped = Gesagt. Wer es angesprochen oder mitgetragen hat, erfährt davon.
voice-said-handed-over = Übergeben.
voice-said-barred = Erledigt. Die Person sieht es nicht mehr.
voice-said-unbarred = Erledigt.
voice-said-aside = Sie sind zurückgetreten und sehen es nicht mehr.
voice-said-saved = Gespeichert.
