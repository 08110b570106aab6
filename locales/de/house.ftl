# Wörter, die zum ganzen Haus gehören: Rahmen, Formulare, Fehler.
house-skip = Zum Inhalt springen
house-language = Sprache
house-nav = Hauptmenü
house-nav-menu = Menü
house-nav-home = Start
house-nav-mine = Mein Lob
house-nav-wall = Die Wand
house-nav-voice = Anliegen und Ideen
house-nav-inbox = Eingang
house-nav-people = Menschen
house-nav-admin = Einstellungen
house-nav-audit = Prüfprotokoll
house-nav-praise = Jemanden loben
house-raise = Etwas ansprechen
house-nav-unread = neu
house-sign-out = Abmelden
house-foot = { $organisation } hört zu, mit Peopleworthy.
house-trial = Unverschlüsselt: noch keine echten Namen, bitte.
house-mail-on-disk = E-Mails erreichen noch niemanden.
house-mail-on-disk-link = Einrichten
house-live-said = Neues Lob ist angekommen.
house-live-follow = Auf dieser Seite gibt es Neues.

house-optional = (freiwillig)
house-yes = Ja
house-partly = Teilweise
house-no = Nein
house-new = Neu
house-for = für
house-copy-link = Link kopieren
house-copied = Der Link ist kopiert.
house-problems = Bitte sehen Sie hier noch einmal hin
house-error = Fehler:
house-say-more = Ein paar Worte mehr helfen: Was genau haben Sie gesehen?
house-trap = Bitte leer lassen
house-pager = Seiten
house-pager-next = { $order ->
    [newest_first] Ältere
    [oldest_first] Neuere
   *[other] Weiter
 }
house-pager-previous = { $order ->
    [newest_first] Neuere
    [oldest_first] Ältere
   *[other] Zurück
 }

house-keep-offline = Keine Verbindung. Ihre Worte bleiben auf diesem Telefon.
house-keep-again = Noch einmal senden
house-keep-signed-out = Sie wurden inzwischen abgemeldet. Ihre Worte sind noch hier: Melden Sie sich auf einer anderen Seite an und senden Sie dann noch einmal.
house-keep-sign-in = Anmelden (öffnet eine andere Seite)
house-keep-sending = Wird gesendet …
house-keep-restored = Was Sie geschrieben hatten, ist noch da.

house-finder-find = Suchen
house-finder-change = Ändern
house-finder-which = Ist es eine dieser Personen?
house-finder-list = Gefundene Personen
house-finder-some = Mit den Pfeiltasten auswählen.
house-finder-none = Unter diesem Namen ist niemand zu finden. Versuchen Sie einen Teil davon, oder die Tätigkeit.

house-error-code = Wenn Sie uns um Hilfe bitten, nennen Sie bitte diesen Code:
house-error-home = Zur Startseite
house-error-fresh = Ansehen, wie es jetzt ist
house-error-403 = Diese Seite ist nicht für Sie
house-error-403-words = Sie sind angemeldet, aber um diesen Teil kümmern sich andere. Wenn Sie ihn für Ihre Arbeit brauchen, fragen Sie die Person, die Peopleworthy hier betreut.
house-error-404 = Hier ist nichts
house-error-404-words = Vielleicht ist die Adresse vertippt, oder was hier stand, wurde zurückgenommen. Wenn ein Code Sie hierher gebracht hat, scannen Sie ihn noch einmal.
house-error-409 = Da war jemand schneller
house-error-409-words = Während Sie schrieben, hat jemand anderes dies geändert. Gehen Sie zurück, laden Sie die Seite neu und sehen Sie noch einmal hin.
house-error-413 = Das ist zu groß
house-error-413-words = Bitte senden Sie weniger auf einmal.
house-error-422 = Das haben wir nicht verstanden
house-error-422-words = Etwas am Gesendeten passte nicht. Bitte gehen Sie zurück und versuchen Sie es noch einmal.
house-error-429 = Einen Moment bitte
house-error-429-words = Das waren sehr viele Versuche in kurzer Zeit. Warten Sie eine Minute und versuchen Sie es dann noch einmal.
house-error-500 = Das war unser Fehler
house-error-500-words = Bei uns ist etwas kaputtgegangen. Es ist notiert. Bitte versuchen Sie es gleich noch einmal.
house-error-503 = Wir sind gleich zurück
house-error-503-words = An der Seite wird gerade gearbeitet. Bitte versuchen Sie es in einer Minute noch einmal.

# Was an jedem Text nicht stimmen kann; es steht neben dem Feld und nennt es deshalb nicht.
house-text-empty = Bitte schreiben Sie hier etwas.
house-text-too-long = Das ist zu lang. Bitte bleiben Sie bei höchstens { $max } Zeichen.
house-text-control = Darin sind Zeichen, die sich nicht anzeigen lassen. Bitte tippen Sie es noch einmal.
house-text-marks = Hier stehen zu viele Zeichen über einem Buchstaben. Bitte nehmen Sie einige weg.
house-text-address = Das sieht nicht nach einer E-Mail-Adresse aus. Sie sollte aussehen wie name@example.org.
