# Wer wo arbeitet: Menschen, Standorte, Plätze, und wie sie aus einer Datei kommen.
directory-name = Name
directory-site = Standort
directory-number = Personalnummer
directory-number-hint = Bleibt sie leer, vergeben wir eine.
directory-edit = Bearbeiten
directory-save = Speichern
directory-remove = Entfernen
directory-left = Ausgeschieden
directory-leaves = Scheidet aus
directory-people-title = Menschen
directory-people-back = Zurück zu allen Menschen
directory-person-page = Die Seite, die andere sehen
directory-people-search = Name, Tätigkeit oder Personalnummer
directory-people-count = { $n ->
    [one] Eine Person
   *[other] { $n } Personen
}
directory-people-none = Niemand gefunden.
directory-entry-link = { $n ->
    [0] Wer sich noch nicht angemeldet hat
    [one] Eine Person wurde noch nicht hereingelassen
   *[other] { $n } Menschen wurden noch nicht hereingelassen
}
directory-person-new = Person hinzufügen
directory-given-name = Vorname
directory-family-name = Nachname
directory-preferred-name = Rufname
directory-preferred-name-hint = Falls Kollegium und Gäste einen anderen Namen benutzen.
directory-job-title = Tätigkeit
directory-job-title-hint = Wie Gäste sie nennen würden: Empfang, Nachtdienst, Pflege.
directory-department = Abteilung
directory-team = Team
directory-email = E-Mail-Adresse
directory-email-hint = Ohne sie meldet sich die Person mit Personalnummer und eigenem Code an.
directory-started-on = Erster Tag
directory-refused = E-Mails an { $address } kommen zurück.
directory-refused-words = Was sonst dorthin geschrieben wird, bleibt liegen und geht hinaus, sobald die Adresse berichtigt ist oder wieder eine E-Mail ankommt.
directory-entry = Anmelden
directory-entry-is = { $entry ->
    [yes] Diese Person kann sich anmelden.
    [invited] Eingeladen, hat noch nicht angenommen.
    [left] Diese Person kann sich nicht mehr anmelden.
   *[no] Diese Person kann sich noch nicht anmelden.
}
directory-own-code = Neuen eigenen Code machen
directory-invite = Einladung schicken
directory-code-fresh = Der Code für { $name } wird nur jetzt gezeigt: Drucken Sie diese Seite oder schreiben Sie ihn ab. Frühere Codes gelten nicht mehr.
directory-slip-title = Ein Zettel zum Anmelden
directory-slip-print = Zettel drucken
directory-slip-where = Wo
directory-slip-code = Eigener Code
directory-slip-words = Dieser Code gilt für das erste Mal. Danach wählen Sie einen eigenen, den sonst niemand kennt.
directory-leave = Diese Person geht
directory-leave-words = Sie kann sich nicht mehr anmelden und wird nicht mehr gefunden. Ihr Lob bleibt ihres: Bis zum letzten Tag kann sie es lesen und drucken.
directory-leave-button = Austritt eintragen
directory-sites-title = Standorte
directory-sites-back = Zurück zu allen Standorten
directory-site-new = Standort hinzufügen
directory-site-edit = Standort
directory-site-name = Name
directory-site-slug = Kurzname in Adressen
directory-site-slug-hint = Kleine Buchstaben und Bindestriche. Alte gelten für immer weiter.
directory-site-languages = Sprachen für Gäste
directory-time-zone = Zeitzone
directory-time-zone-hint = Zum Beispiel Europe/Berlin
directory-site-parent = Gehört zu
directory-site-parent-none = Keinem anderen Standort
directory-site-country = Land
directory-site-country-hint = Zwei Buchstaben: DE, AT, CH.
directory-working-days = Arbeitstage
directory-working-days-hint = Nur diese zählen, wenn eine Antwort in so und so vielen Arbeitstagen fällig ist.
directory-weekday = { $day ->
    [mon] Montag
    [tue] Dienstag
    [wed] Mittwoch
    [thu] Donnerstag
    [fri] Freitag
    [sat] Samstag
   *[sun] Sonntag
}
directory-holidays = Feiertage
directory-holidays-hint = Ein Tag je Zeile, zum Beispiel 25.12.2026. Auch sie zählen nicht mit.
directory-problem-working-days = Wählen Sie mindestens einen Arbeitstag.
directory-problem-holiday = „{ $typed }“ ist kein Tag. Schreiben Sie einen Tag je Zeile, zum Beispiel 25.12.2026.
directory-places-title = Plätze
directory-places-lead = Ein Empfang, ein Zimmer, eine Station: alles, woran ein Code hängen kann.
directory-place-new = Neuer Platz
directory-place-new-hint = So, wie man ihn nennt: Empfang, Poolbar, Station 3.
directory-place-add = Platz hinzufügen
directory-import-title = Menschen übernehmen
directory-import-words = Aus Ihrem Personalsystem als CSV-Datei. Zuerst prüfen wir nur und zeigen, was geschehen würde.
directory-import-columns = Spalten, in beliebiger Reihenfolge:
directory-import-roles = Rollen stehen mit Plus nebeneinander, und jede sagt, wo sie gilt; ohne das gilt sie überall:
directory-import-file = CSV-Datei
directory-import-paste = Oder die Zeilen einfügen
directory-import-paste-hint = Mit Kopfzeile; Komma oder Semikolon.
directory-import-check = Prüfen, ohne etwas zu ändern
directory-report-ready = Bereit zum Übernehmen
directory-report-done = Fertig, alle sind da
directory-report-entry = Nun hereinlassen
directory-report-wrong = { $n ->
    [one] Eine Zeile braucht einen Blick
   *[other] { $n } Zeilen brauchen einen Blick
}
directory-report-added = neu
directory-report-changed = geändert
directory-report-left = gehen
directory-report-same = unverändert
directory-report-go = Übernehmen
directory-report-nothing-yet = Bisher ist nichts geändert.
directory-report-again = Zurück zur Datei
directory-report-rows = Zeile für Zeile
directory-report-row = Zeile
directory-report-outcome = Ergebnis
directory-outcome = { $outcome ->
    [added] Neu
    [changed] Geändert
    [left] Geht
    [wrong] Stimmt nicht
   *[same] Unverändert
}
directory-report-line = Zeile { $line }
directory-report-sums = { $added } neu, { $changed } geändert, { $left } mit Austritt, { $same } unverändert.
directory-report-refused = { $n ->
    [one] Eine Zeile stimmt nicht, deshalb wurde nichts geändert.
   *[other] { $n } Zeilen stimmen nicht, deshalb wurde nichts geändert.
}
directory-report-more-wrong = { $n ->
    [one] … und eine weitere Zeile.
   *[other] … und { $n } weitere Zeilen.
}
directory-report-absent = { $n ->
    [one] Eine Person des Verzeichnisses steht nicht in der Datei und bleibt, wie sie ist.
   *[other] { $n } Personen des Verzeichnisses stehen nicht in der Datei und bleiben, wie sie sind.
}
directory-fault-empty = { $column } ist leer.
directory-fault-too-long = { $column } ist länger als { $max } Zeichen.
directory-fault-control = { $column } enthält Zeilenumbrüche oder Zeichen, die sich nicht darstellen lassen.
directory-fault-marks = { $column } häuft Zeichen auf einem Buchstaben an.
directory-fault-address = Was in { $column } steht, ist keine E-Mail-Adresse.
directory-fault-formula = { $column } beginnt wie eine Formel einer Tabelle (=, +, - oder @).
directory-fault-no-rows = Die Datei hat unter der Kopfzeile keine Zeilen.
directory-fault-not-csv = Das lässt sich nicht als CSV-Datei lesen.
directory-fault-rows = Die Datei hat mehr als { $max } Zeilen. Bitte teilen Sie sie auf.
directory-fault-bytes = Die Datei ist größer als { $max } MB. Bitte teilen Sie sie auf.
directory-fault-utf16 = Die Datei ist UTF-16. Bitte speichern Sie sie als „CSV UTF-8“.
directory-fault-utf8 = Die Datei ist nicht UTF-8. Bitte speichern Sie sie als „CSV UTF-8“.
directory-fault-nul = Die Datei enthält ein NUL-Zeichen und ist deshalb kein Text.
directory-fault-cells = Die Zeile hat { $found } Zellen, die Kopfzeile aber { $wanted }.
directory-fault-columns = Die Kopfzeile hat { $found } Spalten; das ist eine andere Art Datei.
directory-fault-column = Eine Spalte „{ $column }“ gibt es nicht. Meinten Sie „{ $nearest }“?
directory-fault-column-twice = Die Spalte „{ $column }“ kommt zweimal vor.
directory-fault-column-missing = Die Spalte „{ $column }“ fehlt.
directory-fault-twice = Die Personalnummer { $number } steht schon in Zeile { $line }.
directory-fault-site = Einen Standort „{ $site }“ gibt es nicht. Am nächsten kommt „{ $nearest }“.
directory-fault-department = Eine Abteilung „{ $department }“ gibt es an diesem Standort nicht.
directory-fault-manager = Niemand hat die Personalnummer { $number }; so kann das nicht die Führungskraft sein.
directory-fault-circle = Die Führungskräfte bilden einen Kreis: Am Ende wäre diese Person sich selbst unterstellt.
directory-fault-team-alone = Ein Team braucht eine Abteilung.
directory-fault-day = { $column } ist „{ $typed }“; ein Tag wird so geschrieben: 2026-03-31 oder 31.03.2026.
directory-fault-left-before = Der letzte Tag liegt vor dem ersten.
directory-fault-role = Eine Rolle „{ $typed }“ gibt es nicht. Meinten Sie „{ $nearest }“?
directory-fault-scope = „{ $typed }“ nennt hinter dem @ keinen Ort. Schreiben Sie responder@standort oder site_manager@standort/abteilung.
directory-fault-not-yours = Rollen und die Einträge von Administration, Prüfung und Vertrauenspersonen kann nur die Administration ändern.
directory-fault-owes = Auf offene Anliegen muss diese Person noch antworten. Sie müssen zuerst übergeben werden.
directory-owed = { $n ->
    [one] Ein offenes Anliegen liegt bei dieser Person. Es muss übergeben werden, bevor sie geht.
   *[other] { $n } offene Anliegen liegen bei dieser Person. Sie müssen übergeben werden, bevor sie geht.
}
directory-owed-link = Zu dem, was wartet
directory-fault-last-admin = Danach könnte niemand mehr Peopleworthy administrieren.
directory-fault-last-confidant = Danach würde dort, wo diese Person Vertrauliches liest, niemand es mehr lesen. Zuerst muss jemand anders diese Rolle bekommen.
directory-fault-site-twice = Das ist derselbe Standort wie in Zeile { $line }.
directory-fault-parent = Einen Standort „{ $site }“, zu dem dieser gehören könnte, gibt es nicht.
directory-fault-site-circle = Die Standorte bilden einen Kreis: Am Ende würde dieser zu sich selbst gehören.
directory-fault-slug = „{ $slug }“ kann nicht in einer Adresse stehen. Nehmen Sie kleine Buchstaben, Ziffern und Bindestriche.
directory-fault-zone = Eine Zeitzone „{ $zone }“ gibt es nicht. Schreiben Sie zum Beispiel Europe/Berlin.
directory-fault-zone-missing = Ein neuer Standort braucht eine Zeitzone, zum Beispiel Europe/Berlin.
directory-fault-country = „{ $country }“ ist kein Länderkürzel. Nehmen Sie zwei Buchstaben, zum Beispiel DE.
directory-fault-language = Die Sprache „{ $language }“ wird hier nicht gesprochen.
directory-badges = Namensschilder
directory-export = Als CSV herunterladen
directory-manager = Personalnummer der Führungskraft
directory-manager-hint = An wen diese Person berichtet.
directory-moved-on = An diesem Ort seit
directory-moved-on-hint = Falls Standort, Abteilung oder Team oben neu sind. Leer heißt heute. Älteres Lob bleibt beim alten Ort.
directory-left-on = Erster Tag nicht mehr hier
directory-left-on-hint = Leer heißt heute.
directory-leave-return = Bleibt doch hier
directory-roles = Rollen
directory-roles-none = Keine Rolle außer der als Kollegin oder Kollege.
directory-roles-change = Rollen geben oder nehmen
directory-aliases = Andere Schreibweisen
directory-aliases-words = Wie Gäste diese Person genannt haben. Wer das tippt, findet sie.
directory-alias-new = Weitere Schreibweise
directory-alias-add = Merken
directory-placements = Jetzt und früher
directory-from = ab
directory-until = bis
directory-said-added = Ins Verzeichnis aufgenommen.
directory-said-needs-password = Diese Rolle braucht ein Passwort. Senden Sie stattdessen eine Einladung.
directory-said-left = Diese Person ist ausgeschieden und kann sich nicht mehr anmelden.
directory-said-saved = Gespeichert.
directory-problem-site = Wählen Sie einen Standort.
directory-problem-number = Eine Personalnummer braucht Buchstaben oder Ziffern.
directory-problem-number-taken = Diese Personalnummer hat schon jemand anderes.
directory-problem-day = Geben Sie einen Tag ein, zum Beispiel 2026-03-31.
directory-problem-future = Ein Wechsel lässt sich am Tag selbst oder später eintragen.
directory-problem-moved-later = Der letzte Wechsel war am { $day }. Geben Sie diesen oder einen späteren Tag ein.
directory-problem-slug-taken = Ein anderer Standort hat oder hatte diesen Kurznamen.
directory-problem-languages = Wählen Sie mindestens eine Sprache.
directory-problem-place-taken = Einen Platz dieses Namens hat der Standort schon.
directory-problem-no-file = Wählen Sie eine Datei oder fügen Sie die Zeilen ein.
directory-report-more = { $n ->
    [one] Eine weitere Zeile ist hier nicht gezeigt.
   *[other] { $n } weitere Zeilen sind hier nicht gezeigt.
}
directory-fault-admin-everywhere = Die Administration betreut das ganze Haus: Schreiben Sie admin ohne Ort.
directory-fault-kind = In kind steht „{ $typed }“; möglich sind praise, concern oder question.
directory-fault-moment = In received_at steht „{ $typed }“; schreiben Sie 2026-03-31 oder 2026-03-31T14:05.
directory-fault-rating = In rating steht „{ $typed }“; gemeint ist eine ganze Zahl.
directory-fault-figure-twice = Dieselbe Einheit, derselbe Zeitraum und dasselbe item stehen schon in Zeile { $line }.
directory-fault-figure-department = Eine Abteilung „{ $typed }“ gibt es an diesem Standort nicht.
directory-fault-figure-period = In period steht „{ $typed }“; schreiben Sie 2026-03, 2026-Q1 oder 2026.
directory-fault-figure-item = In item steht „{ $typed }“; am nächsten liegt: { $nearest }.
directory-fault-figure = In { $column } steht „{ $typed }“; gemeint ist eine Zahl von 0 bis 100.
directory-fault-figure-answers = In n steht „{ $typed }“; Zahlen aus weniger als { $minimum } Antworten werden nicht übernommen.
