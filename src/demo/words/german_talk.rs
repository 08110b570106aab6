//! Concerns and questions in German, with answers.

use super::{Topic, topic};

#[rustfmt::skip]
pub(super) static CONCERNS: &[Topic] = &[
    topic("Der Aufzug [bei Zimmer {room}|neben dem Restaurant] war [zwei Tage|schon wieder] außer Betrieb. [Für {alt.2} war das ein Problem.|Mit Kinderwagen ist das kein Spaß.] [Niemand wusste, wie lange|Es hing kein Schild da].",
        "[Das tut uns leid, und danke, dass Sie es sagen|Danke für Ihre Nachricht, wir bitten um Entschuldigung]. Das Ersatzteil kam [am Dienstag|heute früh], der Aufzug fährt wieder. Ab jetzt steht auf einem Schild, wann er wieder läuft, und die Rezeption bietet sofort ein anderes Zimmer an."),
    topic("[An Schlaf war nicht zu denken|Wir haben kaum geschlafen]: [die Bar unter uns|der Lüfter im Hof|Lieferungen um fünf Uhr früh]. [Am Empfang haben wir es gesagt, es blieb, wie es war|Wir wollten vor Ort nicht klagen].",
        "Das tut mir leid. [Die Lieferungen kommen jetzt ab sieben|Der Lüfter läuft jetzt mit Zeitschaltuhr], und die Zimmer auf dieser Seite vergeben wir zuletzt, bis wir wissen, dass es hilft."),
    topic("[Vierzig Minuten|Fast eine Stunde] Wartezeit [beim Einchecken|am Buffet|auf das Hauptgericht] [am Samstag|gestern Abend]. [Alle waren freundlich, aber es waren zu wenige|Die Mitarbeitenden haben getan, was sie konnten].",
        "Sie haben recht, wir waren zu wenige. [Ab diesem Wochenende sind zwei Personen mehr da|Wir haben den Dienstplan geändert]. Danke, dass Sie gesehen haben, wie sehr sich die anderen bemüht haben."),
    topic("Die Dusche in Zimmer {room} ist [entweder kochend heiß oder eiskalt|morgens nur ein Rinnsal]. [Mit kleinem Kind ist das gefährlich|Wir haben dann im Spa geduscht].",
        "Danke, das ist wichtig. Die Armatur wurde [heute|gestern] getauscht, und wir prüfen diese Woche [die ganze Etage|alle Zimmer am selben Strang]."),
    topic("[Beim Frühstück gab es kaum etwas Veganes|Glutenfreies Brot war um acht aus]. [Es stand in der Buchung|Ohne Schilder habe ich mich nicht getraut].",
        "Es tut mir leid, dass Sie raten mussten. Das Buffet ist seit [Montag|gestern] beschriftet, und die Küche legt für jede solche Buchung eine Portion zurück."),
    topic("[Das Zimmer roch nach Rauch|Zimmer {room} riecht feucht]. [Den ganzen Tag zu lüften hat nicht geholfen|Schade, denn alles andere war schön].",
        "Dieses Zimmer hätten Sie nicht bekommen dürfen. Es bleibt gesperrt, bis [der Teppich erneuert|die Lüftung repariert] ist."),
    topic("Auf der Rechnung [steht das Parken doppelt|steht eine Minibar, die niemand angerührt hat|wurde die Kurtaxe zweimal berechnet]. Bitte [korrigieren Sie das|prüfen Sie das].",
        "Sie haben recht, ich bitte um Entschuldigung. Der Betrag geht [heute|noch heute] auf Ihre Karte zurück; [der Fehler lag bei uns|die beiden Systeme hatten sich nicht verständigt]."),
    topic("[Ab sieben Uhr liegen auf allen Liegen Handtücher|Am Pool war den ganzen Vormittag nichts frei], [und niemand räumt sie weg|das verdirbt die Stimmung].",
        "Danke für die offenen Worte. Seit dieser Woche räumen wir herrenlose Handtücher nach vierzig Minuten ab, und eine Tafel am Pool sagt das in vier Sprachen."),
    topic("[Der Weg vom Parkplatz ist sehr dunkel|An der Gartentür wackelt eine Stufe]. {alt} wäre fast gestürzt.",
        "Danke, dass Sie es sagen, bevor etwas passiert. Es wurde [noch am selben Tag|heute früh] repariert, und wir sind alle Wege mit der Taschenlampe abgegangen."),
];

#[rustfmt::skip]
pub(super) static QUESTIONS: &[Topic] = &[
    topic("[Dürfen wir unseren Hund mitbringen|Sind Hunde erlaubt]? [Sie ist klein und alt|Er ist ruhig].", "Ja, gern: im Erdgeschoss und auf der Terrasse, nur nicht im Frühstücksraum. Napf und Decke liegen bereit."),
    topic("Gibt es [ein Zimmer mit bodengleicher Dusche|ein rollstuhlgerechtes Bad]? Es wäre für {alt.2}.", "Ja, vier davon. Eines habe ich für Sie vorgemerkt; bitte nennen Sie uns die Breite des Rollstuhls oder Gehwagens, dann messen wir die Tür nach."),
    topic("[Wir kommen schon um sechs Uhr früh an|Unser Zug ist sehr früh da]. [Können wir das Gepäck abstellen|Ist das Zimmer vielleicht früher frei]?", "Ihr Gepäck ist jederzeit willkommen und Sie auch: neben dem Spa gibt es eine Dusche. Das Zimmer ist ab elf bereit, wenn die Nacht davor es zulässt; wir schreiben Ihnen am Abend vorher."),
    topic("Wie kommt man [vom Flughafen|vom Bahnhof] zu Ihnen, [ohne Taxi|spät am Abend]?", "Bis Mitternacht fährt alle zwanzig Minuten ein Bus, er hält zwei Minuten von unserer Tür. Danach holt Sie unser Fahrer, zum Preis des Busses."),
    topic("Ich glaube, ich habe {ding} vergessen. [Wurde etwas gefunden|Können Sie nachsehen]? [Zimmer {room}|Letztes Wochenende].", "Gute Nachricht, der Fund lag {ort}. Schreiben Sie uns die Adresse, dann geht er heute noch in die Post."),
    topic("Kann die Küche auf {allergie} Rücksicht nehmen? [Es ist ernst|Wir haben schlechte Erfahrungen gemacht].", "Ja. Sprechen Sie bei der Anreise bitte kurz mit dem Küchenchef: es gibt ein eigenes Brett und eine eigene Pfanne, und jeder Teller wird geprüft. Ihre Buchung ist markiert."),
    topic("[Ist der Pool im April beheizt|Ab wann ist das Außenbecken offen]? [Die Kinder fragen täglich|Danach würden wir planen].", "Ab Ostern hat er 27 Grad und ist von acht bis sieben Uhr offen. Das Kinderbecken ist drinnen und das ganze Jahr geöffnet."),
    topic("[Haben Sie Kinderbett und Hochstuhl|Gibt es ein Babybett]? [Unser Baby ist acht Monate alt|].", "Beides steht kostenlos in Ihrem Zimmer, mit Flaschenwärmer. Sagen Sie uns nur, ob das Bett am Fenster oder neben Ihrem stehen soll."),
];

pub(super) static REPLIES: &[&str] = &[
    "[Danke für die schnelle Antwort|Vielen Dank für die Rückmeldung]. [Das ist mehr, als ich erwartet hatte|Das hilft sehr].",
    "[Das freut uns|Gut zu hören]. [Wir versuchen es nächstes Jahr wieder|Dann kommen wir wieder].",
    "Danke. [Ich dachte nicht, dass das jemand liest|Es tut gut, gehört zu werden].",
];
