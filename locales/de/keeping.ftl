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
keeping-deleted-title = Was gelöscht wurde
keeping-deleted-words = Seine Frist war vorbei. Was gesagt wurde und wer es gesagt hat, ist fort; nur diese Zeile bleibt.
keeping-thread = Ein Gespräch, dessen Thema niemand mehr kennt
keeping-became = Was daraus wurde
keeping-raised = Vorgebracht
keeping-deleted = Gelöscht
keeping-said-done = Vermerkt.
