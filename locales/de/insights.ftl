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
