# Was lange genug aufbewahrt ist.
keeping-title = Was bald endet
keeping-lead = Was vor langer Zeit abgeschlossen wurde, wird nach den Tagen seiner Kategorie gelöscht; nur eine Zeile ohne Worte bleibt. Halten Sie fest, was nach dem Recht länger aufbewahrt werden muss.
keeping-about = Worüber
keeping-closed = Abgeschlossen
keeping-ends = Gelöscht nach
keeping-held = Festgehalten seit { $day }
keeping-hold = Festhalten
keeping-release = Freigeben
keeping-none = Nichts, wofür Sie zuständig sind, endet in den nächsten 30 Tagen.
keeping-said-done = Vermerkt.
