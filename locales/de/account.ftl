# Anmelden, Einladungen, Passwörter und eigene Codes.
account-sign-in-title = Anmelden
account-is-new = Hier kann sich noch niemand anmelden. Öffnen Sie den Einrichtungslink, den das Programm beim Start ausgegeben hat; jeder Start gibt einen neuen aus.
account-over = Ihre Sitzung ist beendet. Bitte melden Sie sich noch einmal an.
account-unsent = Sie wurden inzwischen abgemeldet, deshalb wurde nichts gesendet. Mit der Zurück-Taste Ihres Browsers kommen Sie meist wieder zu Ihrem Text: Kopieren Sie ihn, melden Sie sich hier an und senden Sie ihn noch einmal.
account-sign-in-button = Anmelden
account-who = E-Mail-Adresse oder Personalnummer
account-who-hint = Je nachdem, was Sie bekommen haben.
account-secret = Passwort oder eigener Code
account-secret-hint = Der eigene Code: beim ersten Mal der auf dem Zettel, danach der, den Sie gewählt haben.
account-problem-same-code = Das ist der Code auf Ihrem Zettel. Wählen Sie einen anderen, den niemand gesehen hat.
account-forgotten = Vergessen?
account-back-to-sign-in = Zurück zur Anmeldung
account-email = E-Mail-Adresse
account-reset-title = Ein neues Passwort
account-reset-words = Nennen Sie uns Ihre E-Mail-Adresse, und wir schicken Ihnen einen Link.
account-reset-button = Link schicken
account-reset-no-mail = Keine Firmen-E-Mail? Ihre Standortleitung oder die Personalabteilung druckt Ihnen einen neuen eigenen Code.
account-reset-sent-title = Sehen Sie in Ihre E-Mails
account-reset-sent-words = Wenn die Adresse hier bekannt ist, ist ein Link unterwegs. Er gilt einmal und nur kurze Zeit.
account-reset-new-title = Neues Passwort wählen
account-secret-look = Zeigen, was ich tippe
account-secret-hide = Verbergen, was ich tippe
account-new-password = Neues Passwort
account-new-password-hint = Mindestens { $least } Zeichen. Gut sind drei oder vier einfache Wörter hintereinander, auch mit Leerzeichen.
account-save-password = Passwort speichern
account-invited-title = Willkommen
account-invited-hello = Willkommen, { $name }
account-invited-words = { $organisation } hätte Sie gern dabei. Wählen Sie ein Passwort, und Sie sind drin.
account-invited-button = Eintreten
account-set-up-title = Fangen wir an
account-set-up-words = Ein paar Antworten, dann kann das erste Danke kommen. Alles lässt sich später ändern.
account-set-up-organisation = Name der Organisation
account-set-up-organisation-hint = So, wie Gäste sie kennen.
account-set-up-site = Erster Standort
account-set-up-site-hint = Ein Haus, eine Filiale, eine Station. Weitere können folgen.
account-set-up-name = Ihr eigener Name
account-set-up-button = Das Haus öffnen
account-code-title = Eigenen Code wählen
account-code-first = Der Code auf dem Zettel galt nur für das erste Mal. Wählen Sie einen, den nur Sie kennen.
account-code-current = Ihr bisheriger Code
account-code-new = Ihr neuer Code
account-code-new-hint = Mindestens { $least } Zeichen, für Sie leicht zu merken.
account-code-save = Code speichern
account-sessions-title = Wo Sie angemeldet sind
account-sessions-words = Ist ein Gerät dabei, das Sie nicht kennen? Melden Sie es ab und ändern Sie Ihr Passwort oder Ihren Code.
account-sessions-where = Gerät
account-sessions-seen = Zuletzt gesehen
account-sessions-this = Dieses hier
account-sessions-end = Abmelden
account-sessions-end-others = Überall sonst abmelden

# Passwort oder Code ändern
account-password-title = Passwort oder Code ändern
account-password-current = Ihr bisheriges Passwort
account-set-up-time-zone = Zeitzone dieses Standorts
account-set-up-time-zone-hint = Zum Beispiel Europe/Berlin.
account-set-up-language = Sprache
account-link-over-title = Dieser Link gilt nicht mehr
account-link-over-words = Er wurde schon benutzt, oder seine Zeit ist um. Das kommt vor; lassen Sie sich einen neuen schicken.
account-link-over-again = Neuen Link anfordern

# Was nicht stimmen kann
account-problem-wrong = Das passt nicht zusammen. Bitte prüfen Sie beides noch einmal.
account-problem-too-weak = Ihre Rolle braucht inzwischen ein längeres Passwort. Wählen Sie „Vergessen?“, und wir schicken Ihnen einen Link.
account-problem-current = Das ist nicht das bisherige.
account-missing-organisation = Bitte nennen Sie den Namen der Organisation.
account-missing-site = Bitte nennen Sie den ersten Standort: ein Haus, eine Filiale, eine Station.
account-missing-name = Bitte nennen Sie Ihren Namen.
account-problem-time-zone = Diese Zeitzone kennen wir nicht. Wählen Sie eine aus der Liste.
account-problem-language = Wählen Sie eine der Sprachen.
account-password-short = Nehmen Sie mindestens 8 Zeichen.
account-password-short-with-role = Nehmen Sie mindestens 15 Zeichen: Vier einfache Wörter hintereinander genügen.
account-password-long = Das ist selbst uns zu lang. Nehmen Sie weniger als 1.000 Zeichen.
account-password-common = Das benutzen zu viele, oder es folgt einem Muster. Nehmen Sie etwas, das niemand errät.
account-password-own-words = Lassen Sie Ihre Namen und die der Organisation weg; sie werden als Erstes versucht.

# Auf der nächsten Seite gesagt
account-said-password-set = Ihr neues Passwort gilt. Melden Sie sich damit an.
account-said-changed = Es ist geändert. Bitte melden Sie sich mit dem neuen an.
account-said-session-ended = Dort abgemeldet.
account-said-sessions-ended = Überall sonst abgemeldet.
account-said-invited = Die Einladung ist unterwegs.
account-said-has-password = Diese Person hat schon ein Passwort. Ein neues kann sie sich bei der Anmeldung schicken lassen.
account-said-no-address = Es gibt keine E-Mail-Adresse dafür. Drucken Sie stattdessen einen eigenen Code.
account-said-address-taken = Mit dieser Adresse meldet sich schon jemand anderes an.

# Viele hereinlassen
account-entry-title = Hereinlassen
account-entry-lead = Wer eine E-Mail-Adresse hat, bekommt eine Einladung. Für die anderen drucken Sie einen Zettel mit einem Code.
account-entry-on-disk = Noch ist kein Mailserver gesetzt: Einladungen erreichen niemanden.
account-entry-nav = Wer sich noch nicht anmelden kann
account-entry-unasked = Noch nicht gefragt
account-entry-asked = Gefragt, noch nicht da
account-entry-all-sites = Alle Standorte
account-entry-show = Zeigen
account-entry-whom = Wen hereinlassen?
account-entry-way = { $way ->
    [mail] Einladung an { $email }
    [slip] Zettel mit einem Code
    [address] Die Rolle braucht ein Passwort, und es gibt keine E-Mail-Adresse, um eines zu wählen.
   *[others] Nur eine Administratorin oder ein Administrator kann diese Person hereinlassen.
}
account-entry-given = { $given ->
    [invited] eingeladen, der Link gilt bis
    [over] eingeladen, der Link ist abgelaufen
   *[slip] hat einen Zettel
}
account-entry-go = Hereinlassen
account-entry-go-words = Die Zettel kommen auf der nächsten Seite und werden nur dort gezeigt.
account-entry-again = Noch einmal fragen
account-entry-again-words = Ein neuer Link oder Zettel macht den früheren ungültig. Neue Zettel kommen auf der nächsten Seite.
account-entry-page-over = Auf dieser Seite ist niemand mehr.
account-entry-none = Alle hier wurden gefragt.
account-entry-asked-none = Alle Gefragten sind da.
account-entry-nobody-chosen = Wählen Sie mindestens eine Person.
account-entered-title = Hereingelassen
account-entered-nobody = Niemand wurde hereingelassen
account-entered-back = Zurück zu denen, die sich noch nicht anmelden können
account-entered-invited = { $n ->
    [one] Eine Einladung ist unterwegs.
   *[other] { $n } Einladungen sind unterwegs.
}
account-entered-on-disk = { $n ->
    [one] Eine Einladung ist geschrieben, erreicht aber noch niemanden: Es ist kein Mailserver eingerichtet, und sie liegt als Datei bei den E-Mails.
   *[other] { $n } Einladungen sind geschrieben, erreichen aber noch niemanden: Es ist kein Mailserver eingerichtet, und sie liegen als Dateien bei den E-Mails.
}
account-entered-slips = { $n ->
    [one] Der Code auf diesem Zettel wird nur jetzt gezeigt: Drucken Sie ihn, bevor Sie weitergehen.
   *[other] Die Codes auf diesen { $n } Zetteln werden nur jetzt gezeigt: Drucken Sie sie, bevor Sie weitergehen.
}
account-entered-print = Zettel drucken
account-entered-left-out = Ausgelassen
account-entered-why = { $why ->
    [address] die Rolle braucht ein Passwort, und es gibt keine E-Mail-Adresse, um eines zu wählen.
    [taken] mit dieser Adresse meldet sich schon jemand anderes an.
    [others] nur eine Administratorin oder ein Administrator kann diese Person hereinlassen.
   *[meanwhile] inzwischen gefragt oder schon da. Wessen Zettel niemand gedruckt hat, den fragen Sie unter „Gefragt, noch nicht da“ noch einmal.
}
