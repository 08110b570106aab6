# Was Mitarbeitende ansprechen.

voice-category-equipment = Räume, Dinge und Werkzeug
voice-category-work = Wie wir arbeiten
voice-category-shifts = Schichten, Lohn und Urlaub
voice-category-together = Wie wir miteinander umgehen
voice-category-guests = Was Gäste brauchen
voice-category-other = Etwas anderes
voice-category-harassment = Belästigung
voice-category-customer-harassment = Belästigung durch Gäste oder Kunden
voice-category-danger = Gefahr für jemanden
voice-category-safeguarding = Schutz von Kindern und Schutzbedürftigen
voice-category-wrongdoing = Etwas, das gegen das Gesetz oder unsere Regeln ist
