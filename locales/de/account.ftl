# Anmelden, Einladungen, Passwörter und eigene Codes.
account-sign-in-title = Anmelden
account-sign-in-button = Anmelden
account-who = E-Mail-Adresse oder Personalnummer
account-who-hint = Was Sie eben bekommen haben.
account-secret = Passwort oder eigener Code
account-secret-hint = Der eigene Code steht auf Ihrem Zettel.
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
account-new-password = Neues Passwort
account-new-password-hint = Mindestens { $least } Zeichen. Gut sind drei oder vier einfache Wörter hintereinander, auch mit Leerzeichen.
account-save-password = Passwort speichern
account-invited-title = Willkommen
account-invited-hello = Willkommen, { $name }
account-invited-words = { $organisation } hätte Sie gern dabei. Wählen Sie ein Passwort, und Sie sind drin.
account-invited-button = Eintreten
account-set-up-title = Fangen wir an
account-set-up-words = Fünf Antworten, dann kann das erste Danke kommen. Alles lässt sich später ändern.
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
account-sessions-words = Kennen Sie eine davon nicht, beenden Sie sie und ändern Sie Ihr Passwort.
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
account-problem-time-zone = Diese Zeitzone kennen wir nicht. Wählen Sie eine aus der Liste.
account-problem-language = Wählen Sie eine der Sprachen.
account-password-short = Nehmen Sie mindestens 8 Zeichen.
account-password-short-with-role = Nehmen Sie mindestens 15 Zeichen: Vier einfache Wörter hintereinander genügen.
account-password-long = Das ist selbst uns zu lang. Nehmen Sie weniger als 1.000 Zeichen.
account-password-common = Das benutzen zu viele, oder es folgt einem Muster. Nehmen Sie eines, das niemand errät.
account-password-own-words = Lassen Sie Ihre Namen und die der Organisation weg; sie werden als Erstes versucht.

# Auf der nächsten Seite gesagt
account-said-password-set = Ihr neues Passwort gilt. Melden Sie sich damit an.
account-said-session-ended = Dort abgemeldet.
account-said-sessions-ended = Überall sonst abgemeldet.
account-said-invited = Die Einladung ist unterwegs.
account-said-has-password = Diese Person hat schon ein Passwort. Ein neues kann sie sich bei der Anmeldung schicken lassen.
account-said-no-address = Es gibt keine E-Mail-Adresse dafür. Drucken Sie stattdessen einen eigenen Code.
account-said-address-taken = Mit dieser Adresse meldet sich schon jemand anderes an.
