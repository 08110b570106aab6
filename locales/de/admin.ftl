# Für alle, die das Haus betreuen.
admin-title = Einstellungen
admin-back = Zurück zu den Einstellungen
admin-save = Speichern
admin-steps-title = Was noch zu tun ist
admin-steps-done = { $done } von { $all } erledigt. Ist nichts mehr übrig, verschwindet diese Liste.
admin-step-done = Erledigt:
admin-step = { $step ->
    [organisation] Sagen, wofür Sie stehen
    [sites] Ihren Standort ansehen oder weitere eintragen
    [mail] Einen Mailserver setzen und testen
    [people] Menschen eintragen
    [entry] Die Menschen hereinlassen
    [answers] Sagen, wer Gästen antwortet
    [handlers] Vertrauenspersonen benennen
    [issues] Sagen, wer Anliegen bekommt
   *[codes] Codes machen und drucken
}
admin-step-words = { $step ->
    [organisation] Fünf bis acht Werte. Mit ihnen wird Lob gekennzeichnet.
    [sites] Land, Feiertage, Plätze. Viele Standorte auf einmal: der Befehl „import sites“.
    [mail] Bis dahin erreichen E-Mails niemanden.
    [people] Aus einer CSV-Datei; zuerst sehen Sie, was geschähe.
    [entry] Per E-Mail, oder mit einem gedruckten Zettel, wer keine Adresse hat.
    [answers] An jedem Standort jemand, der Gästen antwortet, oder die Standortleitung.
    [handlers] Nur sie lesen, was im Vertrauen gesagt wird oder ohne dass jemand wissen kann, von wem.
    [issues] Zu jedem Thema, mit Vertretung.
   *[codes] Für Standorte, Plätze und Namensschilder. Über sie kommen die Gäste.
}
admin-step-lacking = Noch niemand für { $sites }{ $more ->
    [0] {""}
   *[other] {" "}und { $more } weitere
}
admin-people = Menschen
admin-people-words = { $n ->
    [one] Eine Person im Verzeichnis
   *[other] { $n } Personen im Verzeichnis
}
admin-sites = Standorte und Plätze
admin-sites-words = { $n ->
    [one] Ein Standort
   *[other] { $n } Standorte
}
admin-codes = Codes zum Scannen
admin-codes-words = { $n ->
    [one] Ein Code in Gebrauch
   *[other] { $n } Codes in Gebrauch
}
admin-mail = E-Mail
admin-mail-words = Was hinausging, was noch wartet
admin-mail-failed = { $n ->
    [one] Eine E-Mail ließ sich nicht senden
   *[other] { $n } E-Mails ließen sich nicht senden
}
admin-organisation = Organisation
admin-organisation-words = Name, Werte, Sprache
admin-roles = Aufgaben
admin-roles-words = Wer was darf, und wo
admin-voice = Anliegen
admin-voice-words = Worum es geht, und wer sie bekommt
admin-codes-lead = Für die ganze Organisation, einen Standort, einen Platz oder ein Namensschild. Drucken, aufhängen, und das Lob findet seinen Weg.
admin-codes-lead-badges = Ein Namensschild für alle am Standort. Wer es scannt, lobt die Person, die es trägt.
admin-codes-site = Für welchen Standort?
admin-codes-make = Codes machen
admin-codes-none = Noch keine Codes. Machen Sie oben die ersten.
admin-codes-level = { $level ->
    [organisation] Organisation
    [site] Standort
    [place] Platz
   *[person] Namensschild
}
admin-codes-print = Drucken
admin-codes-more = Ersetzen oder beenden
admin-codes-replace = Durch einen neuen Code ersetzen
admin-codes-revoke = Diesen Code beenden
admin-codes-revoke-words = Der gedruckte Code gilt sofort nicht mehr. Wer ihn scannt, bekommt ein freundliches Wort und den Weg weiter.
admin-codes-revoked = Beendet
admin-codes-back = Zurück zu allen Codes
admin-code-print-title = Code drucken
admin-code-alt = QR-Code für { $address }
admin-code-how = Kamera hierauf richten. Eine Minute, kein Konto.
admin-mail-server = E-Mails gehen über { $server } hinaus.
admin-mail-no-server = Es ist kein Mailserver gesetzt, deshalb erreichen E-Mails niemanden. Setzen Sie PEOPLEWORTHY_MAIL_URL und starten Sie Peopleworthy neu. Bis dahin liegen sie als Dateien in diesem Ordner:
admin-mail-test = Test senden
admin-mail-test-to = Testadresse
admin-mail-test-ok = Der Server hat sie angenommen. Er sagte:
admin-mail-test-file = Es ist kein Mailserver gesetzt, deshalb ging diese E-Mail an niemanden. Sie liegt hier:
admin-mail-test-failed = Das hat nicht geklappt. Der Server sagte:
admin-mail-list = Letzte E-Mails
admin-mail-to = An
admin-mail-subject = Betreff
admin-mail-state = Stand
admin-mail-is = { $state ->
    [waiting] Wartet
    [sent] Gesendet
    [written] In einer Datei
    [held] Liegt bereit
   *[failed] Nicht gesendet
}
admin-mail-again = Noch einmal senden
admin-mail-none = Noch keine E-Mail geschrieben.
admin-mail-queue = { $waiting ->
    [0] Nichts wartet.
    [one] Eine E-Mail wartet.
   *[other] { $waiting } E-Mails warten.
}
admin-mail-held = { $n ->
    [one] Eine E-Mail ist zurückgehalten: Ihre Adresse nimmt keine an, oder sie ging vielleicht schon hinaus, bevor diese Datenbank wiederhergestellt wurde.
   *[other] { $n } E-Mails sind zurückgehalten: Ihre Adressen nehmen keine an, oder sie gingen vielleicht schon hinaus, bevor diese Datenbank wiederhergestellt wurde.
}
admin-mail-refuses = Die Adresse nimmt keine E-Mails an
admin-mail-last = Die letzte ging { $ago } hinaus.
admin-mail-tries = { $n ->
    [one] ein Versuch
   *[other] { $n } Versuche
}
admin-mail-again-all = Alle fehlgeschlagenen noch einmal senden
admin-mail-said-again = Sie ist noch einmal unterwegs.
admin-mail-next = nächster Versuch { $when }
admin-organisation-name = Name
admin-organisation-values = Unsere Werte
admin-organisation-values-hint = Einer pro Zeile, insgesamt fünf bis acht. Mit ihnen wird Lob gekennzeichnet.
admin-organisation-language = Sprache
admin-organisation-language-hint = Wenn die eigene Sprache einer Person nicht bekannt ist.
admin-roles-lead = Loben und gelobt werden kann jede und jeder. Aufgaben sind für alle, die antworten und sich kümmern.
admin-roles-who = Wer
admin-roles-who-hint = Ein Name oder die Tätigkeit.
admin-roles-role = Aufgabe
admin-roles-scope = Wo
admin-roles-everywhere = Überall
admin-roles-give = Aufgabe geben
admin-roles-button = Aufgabe geben
admin-roles-remove = Entfernen
admin-roles-remove-ask = { $name } die Aufgabe „{ $role }“ nehmen?
admin-roles-remove-words = Sie endet sofort: Was nur mit dieser Aufgabe zu sehen und zu tun ist, ist dann verschlossen, und durch sie kommt nichts Neues mehr an. Lob und eigene Meldungen bleiben. Sie können die Aufgabe wieder geben.
admin-roles-remove-button = Aufgabe nehmen
admin-role = { $role ->
    [responder] Antwortet Gästen
    [site_manager] Standortleitung
    [hr] Personalabteilung
    [confidential_handler] Vertrauensperson
    [executive] Geschäftsleitung
    [auditor] Prüfung
    [admin] Verwaltung
   *[employee] Kollegium
}
admin-codes-what = Wofür?
admin-codes-show = Zeigen
admin-said-code-stopped = Der Code ist gestoppt.
admin-said-saved = Gespeichert.
admin-said-role-taken = Die Aufgabe ist genommen.
admin-problem-value-twice = Ein Wert steht doppelt in der Liste.
admin-problem-values = Geben Sie fünf bis acht Werte ein, einen je Zeile, oder gar keine.
admin-problem-language = Wählen Sie eine Sprache.
admin-problem-nobody = Niemand gefunden. Versuchen Sie eine andere Schreibweise oder die Tätigkeit.
admin-problem-who = Wählen Sie, wer die Rolle bekommt.
admin-problem-role = Wählen Sie eine Rolle.
admin-problem-site = Wählen Sie einen Standort aus der Liste.
admin-problem-admin-everywhere = Die Administration betreut das ganze Haus: Wählen Sie „Überall“.
admin-problem-last-admin = Das ist die einzige Person in der Administration. Geben Sie die Rolle zuerst jemand anderem.
admin-problem-last-confidant = Sonst liest dort niemand, was vertraulich gesagt wird. Geben Sie die Rolle zuerst jemand anderem.
admin-codes-print-all = Alle drucken
admin-said-codes-made = Die Codes sind gemacht.
admin-said-codes-there = Alle Codes sind schon da.
admin-said-codes-no-places = In diesem Haus gibt es noch keine Plätze. Legen Sie zuerst welche auf der Seite des Hauses an.
admin-audit = Prüfprotokoll
admin-audit-words = Wer getan hat, wofür jemand geradestehen muss
admin-audit-lead = Was getan wurde und wofür jemand geradestehen muss. Kein Eintrag enthält ein Wort von dem, was Menschen schrieben.
admin-audit-broken = Eintrag { $n } ist nicht, wie er geschrieben wurde, oder fehlt: Jemand hat das Protokoll in der Datenbank verändert. Bewahren Sie eine Kopie auf und finden Sie heraus, wer.
admin-audit-whole = { $n ->
    [0] Noch nichts eingetragen.
    [one] Ein Eintrag, unverändert, seit er geschrieben wurde.
   *[other] { $n } Einträge, alle unverändert, seit sie geschrieben wurden.
}
admin-audit-newest = { $n ->
    [0] Noch nichts eingetragen.
    [one] Ein Eintrag. Die neuesten tausend sind unverändert.
   *[other] { $n } Einträge. Die neuesten tausend sind unverändert.
}
admin-audit-check = Alle prüfen
admin-audit-all = Alles
admin-audit-who = Personalnummer
admin-audit-show = Zeigen
admin-audit-nobody = Diese Personalnummer hat niemand.
admin-audit-csv = Alle diese als CSV-Datei
admin-audit-when = Wann
admin-audit-by = Wer, von wo
admin-audit-what = Was
admin-audit-about = Worüber
admin-audit-no-name = Niemand mit Namen
admin-audit-none = Noch kein Eintrag.
admin-audit-kind = { $kind ->
    [opened] Geöffnet
    [handled] Bearbeitet
    [reviewed] Durchgesehen
    [administered] Einstellung geändert
    [anonymity_changed] Geändert, was Schreibende schützt
    [exported] Datei mitgenommen
    [signed_in] Anmeldung
   *[refused] Abgewiesen
}
