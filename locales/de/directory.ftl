# Wer wo arbeitet: Menschen, Standorte, Plätze, und wie sie aus einer Datei kommen.
directory-name = Name
directory-site = Standort
directory-number = Personalnummer
directory-number-hint = Bleibt sie leer, vergeben wir eine.
directory-edit = Bearbeiten
directory-save = Speichern
directory-remove = Entfernen
directory-left = Ausgeschieden
directory-people-title = Menschen
directory-people-back = Zurück zu allen Menschen
directory-people-search = Name, Tätigkeit oder Personalnummer
directory-people-count = { $n ->
    [one] Eine Person
   *[other] { $n } Personen
}
directory-people-none = Niemand gefunden.
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
directory-entry = Anmelden
directory-entry-yes = Diese Person kann sich anmelden.
directory-entry-no = Diese Person kann sich noch nicht anmelden.
directory-own-code = Neuen eigenen Code machen
directory-invite = Einladung schicken
directory-code-fresh = Der neue eigene Code für { $name }. Er wird nur jetzt gezeigt; schreiben Sie ihn auf den Zettel.
directory-leave = Diese Person geht
directory-leave-words = Sie kann sich nicht mehr anmelden und wird nicht mehr gefunden. Ihr Lob bleibt ihres: Bis zum letzten Tag kann sie es mitnehmen.
directory-leave-button = Heute als ausgeschieden eintragen
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
directory-places-title = Plätze
directory-places-lead = Ein Empfang, ein Zimmer, eine Station: alles, woran ein Code hängen kann.
directory-place-new = Neuer Platz
directory-place-new-hint = So, wie man ihn nennt: Empfang, Poolbar, Station 3.
directory-place-add = Platz hinzufügen
directory-import-title = Menschen übernehmen
directory-import-words = Aus Ihrem Personalsystem als CSV-Datei. Zuerst prüfen wir nur und zeigen, was geschehen würde.
directory-import-columns = Spalten, in beliebiger Reihenfolge:
directory-import-file = CSV-Datei
directory-import-file-hint = Sie wird auf diesem Gerät in das Feld darunter gelesen, damit Sie sie zuerst ansehen können.
directory-import-paste = Oder die Zeilen einfügen
directory-import-paste-hint = Mit Kopfzeile; Komma oder Semikolon.
directory-import-check = Prüfen, ohne etwas zu ändern
directory-report-title = Was geschehen würde
directory-report-ready = Bereit zum Übernehmen
directory-report-done = Fertig, alle sind da
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
