# Was bei Mitarbeitenden und Kundschaft zusammen vorkommt. Hier darf nirgends stehen, warum: Ein Test hält die Wörter dafür fern.

insights-number = { NUMBER($n, minimumFractionDigits: 2, maximumFractionDigits: 2) }
insights-points = { NUMBER($n, minimumFractionDigits: 1, maximumFractionDigits: 1) }
insights-chance-thousand = weniger als 1 von 1.000
insights-chance-hundred = weniger als 1 von 100
insights-chance = etwa { $n } von 100

# Zwischen Teams, Abteilungen oder Standorten
insights-between-too-few = Um { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
} zu vergleichen, braucht es mindestens { $least } mit genug Antworten; heute { $n ->
    [one] hat { $n } genug
   *[other] haben { $n } genug
}.
insights-between-same = Alle { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
} haben etwa die gleichen Zahlen, also gibt es nichts zu vergleichen.
insights-between-flat = Kein klarer Unterschied: { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
} mit höherem Engagement bekamen etwa die gleichen Rückmeldungen der Kundschaft wie die anderen (Korrelation { $r }, wahrscheinlich zwischen { $low } und { $high }; { $n } { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
}).
insights-between-open = { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
} mit höherem Engagement bekamen { $than ->
    [worse] schlechtere
   *[better] bessere
} Rückmeldungen der Kundschaft (Korrelation { $r }, wahrscheinlich zwischen { $low } und { $high }), aber bei { $n } { $level ->
    [site] Standorten
    [department] Abteilungen
   *[team] Teams
} kann das noch Zufall sein.
insights-between-clear = { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
} mit höherem Engagement bekamen { $than ->
    [worse] schlechtere
   *[better] bessere
} Rückmeldungen der Kundschaft (Korrelation { $r }, wahrscheinlich zwischen { $low } und { $high }; { $n } { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
}). Gäbe es keinen Zusammenhang, käme ein so starkes Muster in { $chance } Fällen vor.
insights-between-power = Bei { $n } { $level ->
    [site] Standorten
    [department] Abteilungen
   *[team] Teams
} fände man nur einen Zusammenhang von etwa { $r } oder mehr zuverlässig. Veröffentlichte Studien finden meist Zusammenhänge von etwa 0,2 bis 0,3; „nicht klar“ heißt also nicht „kein Zusammenhang“.

# Im Lauf der Zeit
insights-within-too-few = Ob sich beides im Lauf der Zeit gemeinsam bewegt, zeigt sich erst bei mindestens { $least } { $level ->
    [site] Standorten
    [department] Abteilungen
   *[team] Teams
} und { $least-periods } Zeiträumen; heute { $n ->
    [one] ist
   *[other] sind
} es { $n } { $level ->
    [site] { $n ->
        [one] Standort
       *[other] Standorte
    }
    [department] { $n ->
        [one] Abteilung
       *[other] Abteilungen
    }
   *[team] { $n ->
        [one] Team
       *[other] Teams
    }
} und { $periods ->
    [one] { $periods } Zeitraum
   *[other] { $periods } Zeiträume
}.
insights-within-gaps = Ob sich beides im Lauf der Zeit gemeinsam bewegt, zeigt sich erst, wenn mindestens { $least } { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
} in den meisten Zeiträumen genug Antworten und Rückmeldungen haben; heute sind es zu wenige.
insights-within-not-clear = Im Lauf der Zeit war innerhalb der { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
} keine klare gemeinsame Bewegung zu finden.
insights-within-together = In Zeiträumen, in denen das Engagement { $level ->
    [site] eines Standorts
    [department] einer Abteilung
   *[team] eines Teams
} höher war als dort üblich, waren meist auch die Rückmeldungen der Kundschaft besser als dort üblich: 10 Punkte Engagement gingen mit { $points } Punkten in der Bewertung der Kundschaft einher (wahrscheinlich zwischen { $low } und { $high }).
insights-within-opposite = In Zeiträumen, in denen das Engagement { $level ->
    [site] eines Standorts
    [department] einer Abteilung
   *[team] eines Teams
} höher war als dort üblich, waren die Rückmeldungen der Kundschaft meist schlechter als dort üblich: 10 Punkte Engagement gingen mit { $points } Punkten weniger in der Bewertung der Kundschaft einher (wahrscheinlich zwischen { $low } und { $high } weniger).
insights-within-opposite-open = In Zeiträumen, in denen das Engagement { $level ->
    [site] eines Standorts
    [department] einer Abteilung
   *[team] eines Teams
} höher war als dort üblich, waren die Rückmeldungen der Kundschaft meist schlechter als dort üblich: 10 Punkte Engagement gingen mit { $points } Punkten weniger in der Bewertung der Kundschaft einher (wahrscheinlich zwischen { $high } weniger und { $low } mehr).
insights-within-later-engagement = Auf Zeiträume, in denen das Engagement { $level ->
    [site] eines Standorts
    [department] einer Abteilung
   *[team] eines Teams
} höher war als dort üblich, folgten { $n ->
    [one] { $n } Zeitraum
   *[other] { $n } Zeiträume
} später meist Rückmeldungen der Kundschaft, die { $where ->
    [below] schlechter
   *[above] besser
} waren als dort üblich.
insights-within-later-customers = Auf Zeiträume, in denen die Rückmeldungen der Kundschaft bei { $level ->
    [site] einem Standort
    [department] einer Abteilung
   *[team] einem Team
} besser waren als dort üblich, folgte { $n ->
    [one] { $n } Zeitraum
   *[other] { $n } Zeiträume
} später meist ein Engagement, das { $where ->
    [below] niedriger
   *[above] höher
} war als dort üblich.

# Was zuerst kommt
insights-order-too-few = Um zu fragen, was von beidem sich zuerst bewegt, braucht es mindestens { $least } Zeiträume; heute sind es { $n }.
insights-order-not-clear = Die Daten zeigen nicht, was von beidem sich zuerst bewegt.
insights-order-engagement = Änderungen des Engagements kamen meist vor Änderungen der Rückmeldungen. Zuerst zu kommen heißt nicht, die Ursache zu sein: Etwas anderes kann beides bewegen.
insights-order-customers = Änderungen der Rückmeldungen kamen meist vor Änderungen des Engagements. Zuerst zu kommen heißt nicht, die Ursache zu sein: Etwas anderes kann beides bewegen.

# Was man beim Lesen wissen sollte
insights-careful = Vorsicht: Der Vergleich zwischen { $level ->
    [site] Standorten
    [department] Abteilungen
   *[team] Teams
} und die Bewegung im Lauf der Zeit weisen in entgegengesetzte Richtungen. Keines lässt sich am anderen ablesen.
insights-one-decides = Das beruht vor allem auf { $level ->
    [site] einem Standort
    [department] einer Abteilung
   *[team] einem Team
}.
insights-one-or-two = Ein oder zwei { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
} prägen dieses Bild.
insights-low-coverage = Mehr als ein Drittel der Mitarbeitenden gehört zu { $level ->
    [site] Standorten
    [department] Abteilungen
   *[team] Teams
}, die hier fehlen: Sie beschreibt dieses Bild nicht.
insights-hardly-differ = { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
} unterscheiden sich in der neuesten Umfrage kaum im Engagement; ein Vergleich zwischen { $level ->
    [site] Standorten
    [department] Abteilungen
   *[team] Teams
} hat wenig in der Hand.
insights-more-feedback = { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
} mit höherem Engagement sammeln auch mehr Rückmeldungen; zum Teil zeigt das Muster vielleicht nur, wer danach fragt.
insights-hidden = { $n ->
    [one] { $n } { $level ->
        [site] Standort
        [department] Abteilung
       *[team] Team
    } ist
   *[other] { $n } { $level ->
        [site] Standorte
        [department] Abteilungen
       *[team] Teams
    } sind
} nicht zu sehen, zum Schutz der Antworten.
insights-left-out = { $n ->
    [one] { $n } { $level ->
        [site] Standort
        [department] Abteilung
       *[team] Team
    } fehlt
   *[other] { $n } { $level ->
        [site] Standorte
        [department] Abteilungen
       *[team] Teams
    } fehlen
} hier: { $reason ->
    [feedback] zu wenige Rückmeldungen
    [response] zu wenige der Gefragten haben geantwortet
   *[reorganised] zu viele der Menschen dort haben gewechselt
}.
insights-footer = Das zeigt, was zusammen vorkommt, nicht, was wovon kommt. Es geht um { $level ->
    [site] Standorte
    [department] Abteilungen
   *[team] Teams
}, nicht um einzelne Menschen.

# The page
insights-title = Engagement und Rückmeldungen der Kundschaft
insights-pair-lead = { $pair ->
    [site_satisfied] Standorte: wie engagiert sich die Mitarbeitenden fühlen, neben der Zufriedenheit, von der die Kundschaft berichtet.
    [department_satisfied] Abteilungen: wie engagiert sich die Mitarbeitenden fühlen, neben der Zufriedenheit, von der die Kundschaft berichtet.
   *[site_praise] Standorte: wie engagiert sich die Mitarbeitenden fühlen, neben dem Anteil von Lob an dem, was die Kundschaft schreibt.
}
insights-reach = { $periods ->
    [one] { $periods } Umfragezeitraum, { $from } bis { $until }
   *[other] { $periods } Umfragezeiträume, { $from } bis { $until }
}
insights-counted = Rückmeldungen gezählt am { $day }
insights-made-of = { $units } { $level ->
    [department] { $units ->
        [one] Abteilung
       *[other] Abteilungen
    }
   *[site] { $units ->
        [one] Standort
       *[other] Standorte
    }
}, { $answers } Antworten von Mitarbeitenden, { $items } Nachrichten der Kundschaft.
insights-chose-to-write = Sie stammen von Menschen, die von sich aus geschrieben haben.
insights-not-chosen = Die Personalabteilung hat noch nicht festgelegt, was verglichen wird. Danach steht hier der Bericht.
insights-nothing-yet = Noch gibt es keine Umfrage, deren Zeitraum vorbei und gezählt ist, was eine Minute dauert. Mit der ersten beginnt der Bericht; für einen Vergleich braucht es etwa zehn { $level ->
    [department] Abteilungen
   *[site] Standorte
}, für Bewegung über die Zeit mindestens sechs Umfragen.
insights-said-chosen = Das wird von nun an verglichen.
insights-between-title = { $level ->
    [department] Bekommen Abteilungen mit höherem Engagement bessere Rückmeldungen?
   *[site] Bekommen Standorte mit höherem Engagement bessere Rückmeldungen?
}
insights-within-title = { $level ->
    [department] Wenn das Engagement einer Abteilung über ihrem üblichen liegt, sind es ihre Rückmeldungen auch?
   *[site] Wenn das Engagement eines Standorts über seinem üblichen liegt, sind es seine Rückmeldungen auch?
}
insights-order-title = Was von beidem bewegt sich zuerst?
insights-quadrants-title = { $level ->
    [department] Wo jede Abteilung steht
   *[site] Wo jeder Standort steht
}
insights-limits-title = Was das zeigt, und was nicht
insights-literature = In veröffentlichten Studien haben Einheiten mit engagierteren Mitarbeitenden etwas bessere Bewertungen (Korrelationen um 0,2 bis 0,3). Studien über die Zeit finden Bewegung in beide Richtungen.
insights-small-ranks = Nach Rängen: { $r }.
insights-small-weighted = Nach Antworten gewichtet: { $r }.
insights-small-without-one = { $level ->
    [department] Jeweils ohne eine Abteilung: { $low } bis { $high }.
   *[site] Jeweils ohne einen Standort: { $low } bis { $high }.
}
insights-chosen-on = Festgelegt am { $day }, bevor jemand einen Bericht damit sah.
insights-chosen-since = In Kraft seit { $day }. Berichte mit einer anderen Wahl waren davor schon zu sehen.
insights-chosen-before = { $pair ->
    [site_satisfied] Seit { $day } waren Standorte und Zufriedenheit verglichen worden.
    [department_satisfied] Seit { $day } waren Abteilungen und Zufriedenheit verglichen worden.
   *[site_praise] Seit { $day } waren Standorte und der Anteil von Lob verglichen worden.
}
insights-drawn = Der Zufall wird an { $draws } neuen Zuordnungen ganzer Einheiten gemessen.
insights-seed = Sie folgen aus der Tabelle selbst, so kann niemand neu ziehen, bis das Ergebnis gefällt:
insights-version = Rechenweg { $version }
insights-csv = Die Tabelle als Datei
insights-choose = Was verglichen wird
insights-methods-title = Wie das berechnet wird
insights-pages = Mehr davon
insights-page-before = Zurück
insights-page-after = Weitere
insights-figures = In Zahlen
insights-unit = { $level ->
    [department] Abteilung
   *[site] Standort
}
insights-answers = Antworten von Mitarbeitenden
insights-items = Nachrichten der Kundschaft
insights-axis-engagement = Engagement
insights-axis-score = { $pair ->
    [site_praise] Anteil von Lob, %
   *[other] Zufriedenheit
}
insights-scatter-title = { $level ->
    [department] Abteilungen nach Engagement und Rückmeldungen
   *[site] Standorte nach Engagement und Rückmeldungen
}
insights-scatter-words = { $level ->
    [department] Ein Punkt je Abteilung: Engagement nach rechts, Rückmeldungen nach oben. Die Zahlen stehen in der Tabelle darunter.
   *[site] Ein Punkt je Standort: Engagement nach rechts, Rückmeldungen nach oben. Die Zahlen stehen in der Tabelle darunter.
}
insights-scatter-caption = { $level ->
    [department] Jeder Punkt ist eine Abteilung, über alle Zeiträume; was einem Zeitraum gemeinsam ist, ist herausgerechnet. Je größer der Punkt, desto mehr Antworten. Gestrichelt: die Mittelwerte.
   *[site] Jeder Punkt ist ein Standort, über alle Zeiträume; was einem Zeitraum gemeinsam ist, ist herausgerechnet. Je größer der Punkt, desto mehr Antworten. Gestrichelt: die Mittelwerte.
}
insights-scatter-band = Linie und Band: wo die Linie liegen kann, in 95 von 100 Fällen. Über eine einzelne Einheit sagt sie nichts.
insights-period = Zeitraum
insights-movements-caption = Jede Einheit um ihren eigenen Mittelwert, in Punkten, Zeitraum für Zeitraum ab { $from }; durchgezogen: Engagement, gestrichelt: Kundschaft. Eine Lücke: zu wenige Antworten oder zu wenige Nachrichten.
insights-lags-words = Ein Balken je zeitlichem Abstand: wie stark sich beides zusammen bewegt. Die hellen Kästen sind das, was der Zufall allein ergibt. Die Zahlen stehen in der Tabelle darunter.
insights-lags-caption = Wie stark sich beides zusammen bewegt, wenn das eine so viele Zeiträume früher liegt. Hell: was der Zufall allein ergibt, in 95 von 100 Fällen. Gefüllte Balken liegen außerhalb davon, alle Abstände zusammengenommen.
insights-lag = Zeitlicher Abstand
insights-lag-r = Korrelation
insights-lag-chance = Zufall allein
insights-lag-outside = Außerhalb davon
insights-lag-same = gleich
insights-lag-customers = Kundschaft früher
insights-lag-engagement = Engagement früher
insights-lag-after = Engagement { $n ->
    [one] { $n } Zeitraum
   *[other] { $n } Zeiträume
} früher
insights-lag-before = Kundschaft { $n ->
    [one] { $n } Zeitraum
   *[other] { $n } Zeiträume
} früher
insights-lag-none = im gleichen Zeitraum
insights-from-to = { $low } bis { $high }
insights-yes = ja
insights-no = nein
insights-where = Lage
insights-side = { $side ->
    [both] beides höher
    [staff] Mitarbeitende höher
    [customers] Kundschaft höher
    [neither] beides niedriger
   *[unclear] nicht klar das eine oder andere
}
insights-quadrants-words = { $level ->
    [department] Ein Zeichen je Abteilung mit ihren Balken, um die Mitte aller. Die Zahlen stehen in der Tabelle darunter.
   *[site] Ein Zeichen je Standort mit seinen Balken, um die Mitte aller. Die Zahlen stehen in der Tabelle darunter.
}
insights-quadrants-caption = { $level ->
    [department] Beruhigte Werte: je weniger Antworten, desto näher an der Mitte aller. Die Balken sind so lang wie der Zweifel. Eine Abteilung, deren Balken eine Linie kreuzt, liegt nicht klar auf einer Seite.
   *[site] Beruhigte Werte: je weniger Antworten, desto näher an der Mitte aller. Die Balken sind so lang wie der Zweifel. Ein Standort, dessen Balken eine Linie kreuzt, liegt nicht klar auf einer Seite.
}

# Was sonst gefragt wird, am Rande
insights-others-title = Was sonst gefragt wird
insights-others-lead = Nur als Anregung: Unter vielen Vergleichen sehen manche zufällig stark aus.
insights-others-pair = { $pair ->
    [site_satisfied] Standorte: jede andere Antwort der Mitarbeitenden, neben der Zufriedenheit, von der die Kundschaft berichtet.
    [department_satisfied] Abteilungen: jede andere Antwort der Mitarbeitenden, neben der Zufriedenheit, von der die Kundschaft berichtet.
   *[site_praise] Standorte: jede andere Antwort der Mitarbeitenden, neben dem Anteil von Lob an dem, was die Kundschaft schreibt.
}
insights-others-words = Das Ergebnis ist das Paar, das vor dem ersten Bericht gewählt wurde; es steht im Bericht. Das hier wird am Rande betrachtet, in der Reihenfolge, in der gefragt wird, und nichts davon ist ein zweites Ergebnis.
insights-others-asked = Was gefragt wird
insights-others-question = „{ $words }“
insights-others-claim-title = Über Zufall hinaus
insights-others-claim = { $claim ->
    [higher] klar: höher geht mit besser einher
    [lower] klar: höher geht mit schlechter einher
   *[not_clear] nicht klar
}
insights-others-alike = überall etwa gleich
insights-others-columns = Die Korrelation ist die des Berichts, jedes Mal mit einer anderen Antwort an der Stelle des Engagements; dahinter steht, zwischen welchen Werten sie wahrscheinlich liegt. Sie braucht mindestens { $least } Einheiten mit genug Antworten. Zufall allein: Würde man diese Zeile klar nennen und alle, die mindestens so stark sind, wären im Mittel über viele solche Tabellen so viele davon zufällig dabei. „Nicht klar“ heißt nicht „kein Zusammenhang“.
insights-others-none = Die bisherigen Umfragen zeigen sonst nichts, das jedes Mal mit denselben Worten gefragt wird.

# What is compared
insights-choose-lead = Ein Maß für Mitarbeitende, eines für die Kundschaft, eine Art von Einheit: festgelegt vor dem ersten Bericht, damit niemand auswählt, was am besten aussieht.
insights-choose-again = Sie können es ändern. Die Änderung und ihr Tag stehen dann unter jedem Bericht.
insights-choose-pair = Was soll mit dem Engagement verglichen werden?
insights-choose-hint = Was besser sein könnte, sagt die Kundschaft von einem Standort und nicht von einer Abteilung. Den Anteil von Lob gibt es also nur für Standorte.
insights-pair = { $pair ->
    [site_satisfied] Standorte: wie zufrieden die Kundschaft nach eigener Aussage war (nach einem Lob: ja, teils, nein)
    [department_satisfied] Abteilungen: wie zufrieden die Kundschaft nach eigener Aussage war (nach einem Lob: ja, teils, nein)
   *[site_praise] Standorte: der Anteil von Lob an Lob und Anliegen
}
insights-suggested = empfohlen
insights-choose-save = Diese vergleichen
insights-wrong-pair = Bitte wählen Sie eines davon.

# The methods
insights-methods-lead = Was eingeht, was gefragt wird, und was sich nicht herauslesen lässt.
insights-methods-data-title = Was eingeht
insights-methods-staff = Mitarbeitende: der Engagement-Index jeder Umfrage, wie er veröffentlicht wurde, von 0 bis 100, dieselbe Zahl wie in den Ergebnissen der Umfrage. Gruppen, die dort verborgen sind, gibt es auch hier nicht, und keine einzelne Antwort wird noch einmal gelesen.
insights-methods-praise = Anteil von Lob: von allem, was die Kundschaft im Zeitraum der Umfrage über einen Standort schrieb, wie viel davon Lob war und kein Anliegen, in Prozent. Auf jeder Seite kommt eine halbe Nachricht hinzu, damit zwei Nachrichten nicht 0 oder 100 ergeben.
insights-methods-satisfied = Zufriedenheit: Nach einem Lob kann man sagen, ob man zufrieden war. Ja zählt 100, teils 50, nein 0; der Wert ist das Mittel.
insights-methods-counted = Ein Zeitraum liegt je zur Hälfte vor und nach der Umfrage in seiner Mitte. Wer eine Adresse hinterlassen hat, zählt je Einheit und Zeitraum einmal, mit der letzten Nachricht. Was zurückgenommen wurde, was auffiel und noch niemand angesehen hat, und was Mitarbeitende für jemanden aufschrieben, zählt nicht.
insights-methods-usable = Eine Einheit zählt in einem Zeitraum, wenn ihr Engagement gezeigt wird, mindestens 30 % der Gefragten geantwortet haben und mindestens 5 Nachrichten kamen; über alle Zeiträume braucht sie 10 Antworten und 20 Nachrichten. Wechseln zwischen zwei Umfragen mehr als 30 % ihrer Menschen, geht sie als eine andere Einheit weiter. Ein Standort, zu dem andere Standorte gehören, ist keine eigene Einheit, und von Einheiten mit weniger Menschen, als eine Umfrage zeigen darf, wird nichts verglichen.
insights-methods-between-title = Bekommen Einheiten mit höherem Engagement bessere Rückmeldungen?
insights-methods-between = Aus jedem Zeitraum wird herausgerechnet, was allen gemeinsam ist; dann ist jede Einheit auf beiden Seiten ein Mittelwert. Die Zahl ist Pearsons Korrelation mit ihrem 95-%-Intervall (Fisher). Gefragt wird ab zehn Einheiten: Von weniger lässt sich nur Rauschen sagen.
insights-methods-chance = Wie leicht der Zufall allein das ergibt, zeigt sich, wenn jede Einheit die Rückmeldungen einer anderen bekommt, { $draws } Mal, und gezählt wird, wie oft das Ergebnis so stark ist. Beide Fragen, zwischen Einheiten und über die Zeit, sind füreinander angepasst (Holm).
insights-methods-within-title = Bewegt sich beides zusammen über die Zeit?
insights-methods-within = Was für eine Einheit üblich ist und was einem Zeitraum gemeinsam ist, wird beides herausgerechnet: Jahreszeiten, Preise, Neuigkeiten des Hauses. Was bleibt, wird im gleichen Zeitraum und einige Zeiträume auseinander verglichen. Für den Zufall bekommen andere Einheiten ganze Reihen, so dass ein langes Gedächtnis oder eine gemeinsame Jahreszeit nicht wie ein Zusammenhang aussieht. Gefragt wird ab acht Einheiten und sechs Zeiträumen.
insights-methods-order-title = Was bewegt sich zuerst?
insights-methods-order = Nur gefragt, wenn sich beides klar zusammen bewegt, ab acht Zeiträumen. Kommt keines zuerst, sehen die Reihen vorwärts und rückwärts gleich aus; der Test dreht die Zeit um, Einheit für Einheit. Zuerst heißt früher, und nicht mehr.
insights-methods-others = Neben dem gewählten Paar wird alles andere, wonach Umfragen mit denselben Worten fragen, mit demselben Maß für die Kundschaft verglichen: nur zwischen Einheiten, mit denselben Regeln dafür, was zählt, und ab ebenso vielen Einheiten. Alle zusammen werden angepasst (Benjamini und Hochberg): Im Mittel über viele solche Tabellen sind von denen, die klar heißen, nicht mehr als 5 von 100 zufällig dabei. Sie sind Anregungen für die nächste Frage und kein Ergebnis.
insights-methods-steadied-title = Beruhigte Werte
insights-methods-steadied = Kleine Einheiten schwanken am meisten. Für das letzte Bild wird jeder Wert so weit zur Mitte aller gezogen, wie so eine Einheit schwankt (empirisches Bayes-Verfahren). Für die Fragen oben werden beruhigte Werte nie benutzt.
insights-methods-not-title = Was sich nicht herauslesen lässt
insights-methods-not = Dass eines von beiden der Grund für das andere ist: Etwas Drittes kann beides bewegen. Dass „nicht klar“ hieße „kein Zusammenhang“: Mit wenigen Einheiten sieht man nur starke Zusammenhänge, und die Seite sagt, wie starke.
insights-methods-people = Irgendetwas über einen einzelnen Menschen. Antworten auf Umfragen und Lob mit Namen treffen sich hier nur als Summen von Einheiten.

# Der Befehl link, der eine Datei liest
insights-file-found = { $n ->
    [one] { $n } Einheit, hier Team genannt,
   *[other] { $n } Einheiten, hier Teams genannt,
} und { $periods ->
    [one] { $periods } Zeitraum ({ $first }).
   *[other] { $periods } Zeiträume ({ $first } bis { $last }).
}
insights-file-too-few = { $n ->
    [one] { $n } Zahl zum Engagement beruht auf weniger als { $least } Antworten und gilt als nicht gezeigt.
   *[other] { $n } Zahlen zum Engagement beruhen auf weniger als { $least } Antworten und gelten als nicht gezeigt.
}
insights-file-unknown = Nicht in der Datei, und es wird nichts dazu gesagt: wie viele in jeder Einheit arbeiten und wie viele der Gefragten geantwortet haben.
insights-file-chance = Zufall: { $draws } Ziehungen aus dem Startwert { $seed }, der aus der Tabelle folgt. Dieselbe Tabelle gibt dieselben Antworten.
insights-file-refused = { $n ->
    [one] eine Zeile stimmt nicht; ausgerechnet wurde nichts
   *[other] { $n } Zeilen stimmen nicht; ausgerechnet wurde nichts
}
insights-fault-of-nobody = In { $column } steht ein Wert, aber in { $n } nicht, von wie vielen.
insights-fault-of-nothing = In { $n } steht eine Zahl, aber { $column } ist leer.
insights-fault-count = In { $column } steht „{ $typed }“; gemeint ist eine ganze Zahl von 0 bis { $most }.
insights-fault-twice = Dieselbe Einheit und derselbe Zeitraum stehen schon in Zeile { $line }.
insights-fault-length = period ist { $length ->
    [month] ein Monat
    [quarter] ein Quartal
   *[year] ein Jahr
}; die meisten dieser Datei sind { $usual ->
    [month] Monate
    [quarter] Quartale
   *[year] Jahre
}.
insights-fault-units = Die Datei hat mehr als { $max } Einheiten, zu viele für einen Vergleich.

# The command import measures, which reads another
insights-fault-number = In { $column } steht „{ $typed }“; gemeint ist eine Zahl wie 4,5 oder 12480, ohne Zeichen für Tausender.
insights-fault-measure-twice = Dieselbe Einheit, derselbe Zeitraum und dasselbe measure stehen schon in Zeile { $line }.

# Every unit in figures
insights-numbers-title = Alle Zahlen
insights-numbers-lead = Was von Mitarbeitenden veröffentlicht und von der Kundschaft gezählt wurde, Zeitraum für Zeitraum.
insights-of-asked = mindestens { $n } % der Gefragten
insights-numbers-words = Hinter jeder Zahl: wozwischen sie wahrscheinlich liegt, und aus wie viel sie besteht. Nachrichten stammen von Menschen, die von sich aus geschrieben haben. Zahlen aus weniger als fünf Nachrichten, Antworten oder Menschen werden nicht gezeigt. Die Einheiten stehen nach Namen: Niemand bekommt einen Rang.
insights-numbers-csv = Alle Zeiträume als Datei
insights-days = { $from } bis { $until }
insights-units = Einheiten
insights-units-sites = Standorte
insights-units-departments = Abteilungen
insights-show = Zeigen
insights-staff = Menschen
insights-praise-hundred = Lob der Kundschaft, je 100 Menschen
insights-colleagues-hundred = Lob unter Kollegen, je 100 Menschen
insights-too-few = zu wenige
insights-of-answers = { $n ->
    [one] { $n } Antwort
   *[other] { $n } Antworten
}
insights-of-notes = { $n ->
    [one] { $n } Nachricht
   *[other] { $n } Nachrichten
}
insights-belief = Es wird sich etwas ändern
insights-promises = Versprechen werden gehalten
insights-agreement = Zustimmung, 0 bis 100
insights-asked = { $short }: wie sehr die Mitarbeitenden dem Satz „{ $words }“ zustimmen
insights-agreement-words = Zustimmung ist der Mittelwert der Antworten einer Umfrage, wie er veröffentlicht wurde: Stimme gar nicht zu zählt 0, stimme voll zu 100; 5 steht für 5 oder weniger, 95 für 95 oder mehr. Was in der Umfrage verborgen ist, ist es auch hier.
insights-outside = von außen
insights-outside-of = aus { $n }
insights-outside-words = Was mit „von außen“ gekennzeichnet ist, kommt aus anderen Systemen und steht hier unverändert und nur im eigenen Zeitraum: Die Zahl eines Monats erscheint nicht in einem längeren Zeitraum, und nichts wird gemittelt.
