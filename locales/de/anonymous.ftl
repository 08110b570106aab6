# Der anonyme Bereich. Das Wort „anonym“ steht in dieser Datei und sonst nirgends.
anonymous-choice = Anonym
anonymous-choice-before = Niemand soll wissen, dass Sie es waren? Dann schreiben Sie nicht hier, sondern
anonymous-choice-link = auf der Seite, die Sie nicht kennt
anonymous-choice-words = Niemand kann wissen, dass Sie es waren, in welcher Rolle auch immer. Dafür gibt es eine eigene Seite, auf der Sie nicht angemeldet sind.
anonymous-choice-why = Was Sie hier getippt haben, kommt mit Absicht nicht mit: Diese Seite kennt Ihren Namen, und was von hier nach dort ginge, trüge ihn mit sich.
anonymous-choice-threads = Anonym
