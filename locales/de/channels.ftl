# Wohin man sich sonst wenden kann, und was das Recht verlangt.
channels-title = Wohin Sie sich sonst wenden können
channels-lead = Sie dürfen sich immer auch oder stattdessen an eine Behörde wenden. Niemand hier darf Sie daran hindern.
channels-none = Hier hat noch niemand etwas eingetragen. Fragen Sie die Personalabteilung oder die Behörde Ihres Landes.
channels-clocks = Was Sie uns vertraulich sagen, wird innerhalb von 7 Tagen bestätigt, und innerhalb von 3 Monaten hören Sie, was daraus wird.
channels-changes = Änderungen an dem, was Schreibende schützt
channels-edit = Externe Stellen und Fristen
channels-edit-words = Wohin man sich sonst wenden kann, EU-Modus, Aufbewahrung
channels-edit-lead = Alle, die hier arbeiten, können diesen Text lesen.
channels-eu = Das Recht
channels-eu-hint = Richtlinie (EU) 2019/1937: Vertrauliches wird innerhalb von 7 Tagen bestätigt und innerhalb von 3 Monaten beantwortet, und alle erfahren, an welche Behörden sie sich wenden können. Kürzere Fristen einer Kategorie bleiben.
channels-eu-on = EU-Modus
channels-text = Externe Stellen
channels-text-hint = Welche Behörden, mit Adresse und Telefonnummer; je eine Zeile.
channels-days = Tage, die ein geschlossenes Gespräch mit jemand Unbekanntem aufbewahrt wird
channels-days-hint = 30 bis 3660. Wer es bearbeitet, erfährt es 30 Tage vor dem Löschen. Kategorien haben eigene Tage.
channels-problem-empty = Im EU-Modus darf das nicht leer sein: Sagen Sie, an welche Behörden man sich wenden kann.
channels-problem-days = Geben Sie eine Zahl von Tagen von 30 bis 3660 ein.
