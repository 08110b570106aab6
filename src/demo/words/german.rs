//! What guests write in German. `{er}`, `{ihn}`, `{ihm}`, `{sein}`: the person praised (`{sein}er` bends it). Openings and
//! closings suit one guest and several alike.

use super::super::phrases::Table;
use super::super::trades::*;
use super::{Deed, Tongue, deed, german_staff, german_talk};

/// German.
pub static GERMAN: Tongue = Tongue {
    tag: "de",
    tables: TABLES,
    openings: OPENINGS,
    closings: CLOSINGS,
    effects: EFFECTS,
    deeds: DEEDS,
    team_deeds: TEAM_DEEDS,
    colleague_deeds: german_staff::DEEDS,
    relayed: german_staff::RELAYED,
    thanks: german_staff::THANKS,
    concerns: german_talk::CONCERNS,
    questions: german_talk::QUESTIONS,
    greetings: &["Guten Tag {guest},", "Hallo {guest},"],
    nameless: &["Guten Tag,", "Lieber Gast,", "Guten Morgen,"],
    replies: german_talk::REPLIES,
    signatures: &[
        "{given}",
        "{given} {family}",
        "{given} {family}",
        "Familie {family}",
        "Familie {family}",
        "Frau {family}",
        "Herr {family}",
        "{given} und {other}",
        "{family}, Zimmer {room}",
    ],
    when: &[
        "[gestern|am Samstag|am Dienstag|heute früh|am Anreisetag], [gegen neun|um die Mittagszeit|nach dem Abendessen|ziemlich früh]",
        "[letzte Nacht|vorgestern Nacht], [gegen elf|sehr spät]",
        "heute beim Frühstück",
        "beim Einchecken",
    ],
    colleague_thanks: &[
        "[Danke|Danke dir], [das bedeutet mir viel|du hättest dasselbe getan|jederzeit wieder].",
        "[Ich wusste gar nicht, dass das jemand gesehen hat|Du hast meine Woche gerettet]. [Der Kaffee geht auf mich|Bis zur Spätschicht]!",
        "[Wir sind ein gutes Team|Das habe ich von dir gelernt]. Danke!",
        "[Wie lieb|Schön, das zu lesen] [nach dieser Schicht|am Montagmorgen]. Danke!",
    ],
    alone: &["ich", "Ich", "mir", "mich", "Mir", "meine", "mein"],
    together: &["wir", "Wir", "uns", "Uns", "unser"],
    a_guest: "ein Gast",
    somebody: "jemand [aus Ihrem|in Ihrem] Team",
    her: ["sie", "sie", "ihr", "ihr"],
    him: ["er", "ihn", "ihm", "sein"],
    pronoun_words: ["er", "ihn", "ihm", "sein"],
    and: "und",
};

// kind, alt: nominative / dative / accusative / "er, sie" / "ihm, ihr"; ding: with article, accusative / "es, ihn, sie"
#[rustfmt::skip]
static TABLES: &[Table] = &[
    Table { name: "kind", rows: &[
        "unsere Tochter/unserer Tochter/unsere Tochter/sie/ihr", "unser Sohn/unserem Sohn/unseren Sohn/er/ihm", "unsere Kleine/unserer Kleinen/unsere Kleine/sie/ihr",
        "unser Kleiner/unserem Kleinen/unseren Kleinen/er/ihm", "unser Enkel/unserem Enkel/unseren Enkel/er/ihm", "unsere Enkelin/unserer Enkelin/unsere Enkelin/sie/ihr",
        "unsere Vierjährige/unserer Vierjährigen/unsere Vierjährige/sie/ihr",
    ]},
    Table { name: "alt", rows: &[
        "meine Mutter/meiner Mutter/meine Mutter/sie/ihr", "mein Vater/meinem Vater/meinen Vater/er/ihm", "meine Schwiegermutter/meiner Schwiegermutter/meine Schwiegermutter/sie/ihr",
        "mein Mann/meinem Mann/meinen Mann/er/ihm", "meine Frau/meiner Frau/meine Frau/sie/ihr", "meine Tante/meiner Tante/meine Tante/sie/ihr",
    ]},
    Table { name: "tier", rows: &[
        "den Stoffhasen/er", "den Elefanten/er", "den kleinen grauen Bären/er", "das Schäfchen/es", "den Dinosaurier/er", "die Schmusedecke/sie", "die einäugige Eule/sie", "den Plüschfuchs/er",
    ]},
    Table { name: "ding", rows: &[
        "mein Handy/es", "meine Geldbörse/sie", "meinen Ausweis/ihn", "meine Lesebrille/sie", "meinen Ehering/ihn", "mein Hörgerät/es", "meine Kamera/sie", "meinen Autoschlüssel/ihn", "meine Uhr/sie",
        "einen Ohrring/ihn",
    ]},
    Table { name: "ort", rows: &[
        "unter dem Bett", "hinter der Badewanne", "in der Wäsche", "am Pool", "im Taxi", "im Flughafenbus", "hinter dem Sofa in der Lobby", "im Frühstücksraum", "in der Tasche eines Bademantels",
    ]},
    Table { name: "allergie", rows: &["eine Nussallergie", "Zöliakie", "eine Milchallergie", "eine Fischallergie", "Diabetes", "eine Sesamallergie", "eine Eiallergie"] },
    Table { name: "spät", rows: &["um halb zwölf", "nach Mitternacht", "um ein Uhr nachts", "um zwei Uhr nachts", "mit vier Stunden Verspätung"] },
    Table { name: "nacht", rows: &["um halb zwölf", "nach Mitternacht", "um ein Uhr nachts", "lange nach Küchenschluss", "erst nach dem Theater"] },
    Table { name: "grund", rows: &[
        "der Flug gestrichen war", "der Zug drei Stunden auf freier Strecke stand", "die Fähre nicht fuhr", "das Auto liegen geblieben war", "der Anschluss weg war", "die Koffer noch in einem anderen Land waren",
    ]},
    Table { name: "fest", rows: &[
        "unser zehnter Hochzeitstag", "der achtzigste Geburtstag meiner Mutter", "der Geburtstag unserer Tochter", "unsere Hochzeitsreise", "die goldene Hochzeit meiner Eltern", "das Ende meiner Behandlung",
    ]},
    Table { name: "krank", rows: &["hohes Fieber", "Magenkrämpfe", "eine Migräne", "eine Ohrenentzündung", "einen verstauchten Knöchel", "Atemnot"] },
    Table { name: "wetter", rows: &["strömendem Regen", "größter Hitze", "Gewitter", "Sturm", "Schneetreiben"] },
    Table { name: "defekt", rows: &[
        "die Dusche wurde nicht warm", "die Klimaanlage klapperte", "die Balkontür schloss nicht", "der Tresor ging nicht auf", "die Heizung blieb kalt", "der Wasserhahn tropfte die ganze Nacht", "die Lampe am Bett flackerte",
    ]},
];

static OPENINGS: &[&str] = &[
    "[Das war|Es war] [der erste|der zweite|der dritte] Aufenthalt hier.",
    "[Unbedingt|Einmal] erwähnt werden [muss|soll] {name}.",
    "[Nur|Ganz] [kurz|schnell] [vor der Abreise|aus dem Zug|vom Flughafen|von zu Hause aus]:",
    "Bitte [sagen Sie|richten Sie] {name} [das|dies|Folgendes] [weiter|aus].",
    "Zimmer {room}, [drei|vier|fünf|sieben|zehn] Nächte.",
    "[Etwas, das nicht untergehen soll|Eine Sache, die in Erinnerung bleibt]:",
    "[Am ersten Abend|Am letzten Tag|Mitten in der Woche|Gleich bei der Ankunft]:",
    "{town} war [schön|voll|verregnet|wunderbar], in Erinnerung bleibt aber {name}.",
    "Normalerweise schreibe ich so etwas nicht, [aber hier muss es sein|diesmal schon].",
    "",
];

static CLOSINGS: &[&str] = &[
    "[Herzlichen Dank|Vielen Dank|Danke][, {name}|]!",
    "So etwas [steht in keinem Prospekt|kann man nicht lernen|ist nicht selbstverständlich].",
    "Auf {ihn} [können|dürfen] Sie stolz sein.",
    "[Und das alles|All das] mit [einem Lächeln|einer Ruhe, die ansteckt|Humor].",
    "[Das wäre nicht {sein}e Aufgabe gewesen|{er} hätte auch wegsehen können].",
    "[Bitte geben Sie es weiter|Bitte richten Sie {ihm} Grüße aus].",
    "[Eine Kleinigkeit|Fünf Minuten Arbeit] vielleicht, [für uns aber nicht|aber es hat die Woche gerettet].",
    "[Beim nächsten Mal|Nächstes Jahr] fragen wir nach {ihm}.",
    "",
];

static EFFECTS: &[&str] = &[
    "Wir fühlten uns [von da an|sofort|den ganzen Aufenthalt lang] [wie zu Hause|willkommen|ernst genommen|gut aufgehoben].",
    "Aus einem [schlechten|langen|anstrengenden] Tag wurde [doch noch|] ein [guter|schöner].",
    "Wir kommen wieder, und das ist [einer der Gründe|der Grund].",
    "Das hat [den Urlaub|die Reise|den Abend|den Tag] gerettet.",
    "Wir konnten [endlich|wieder] [aufatmen|ruhig schlafen|abschalten].",
    "Davon [erzählen wir noch heute|haben wir zu Hause allen erzählt].",
    "Man [merkt|spürt], dass hier [jemand mitdenkt|hingesehen wird|zugehört wird].",
    "Für Sie [ist das vielleicht|mag das] Alltag[ sein|], für uns war es [der schönste Moment|das Beste am ganzen Aufenthalt].",
];

#[rustfmt::skip]
static DEEDS: &[Deed] = &[
    deed(F | N, "Wir kamen {spät} an, weil {grund}. {name} [hatte auf uns gewartet|hatte das Zimmer freigehalten] und [noch Suppe und Brot besorgt|belegte Brote hingestellt|in der Küche etwas Warmes gefunden], [ohne dass wir fragen mussten|ganz selbstverständlich].",
        "{er} hat [die Koffer selbst hochgetragen|schon die Vorhänge zugezogen und Licht gemacht].", "Nach [vierzehn|sechzehn] Stunden unterwegs [hätten wir fast geweint vor Erleichterung|konnten wir uns einfach hinsetzen]."),
    deed(F, "{name} hat [sofort gesehen|gemerkt], dass {alt} [schlecht zu Fuß ist|keine Treppen steigen kann|am Stock geht], und uns [ein Zimmer am Aufzug gegeben|ins Erdgeschoss umgebucht], [bevor wir etwas sagen konnten|in zehn Minuten].",
        "Jeden Morgen [hielt {er} die Tür auf|stand die Rampe bereit].", "{alt} konnte [endlich wieder allein hinaus|sich frei bewegen] und hatte nie das Gefühl, zur Last zu fallen."),
    deed(F | N, "{alt} hatte [nachts|am Sonntagabend] {krank}. {name} hat [einen Arzt gerufen|einen Arzt gefunden, der Deutsch spricht], [übersetzt|mit uns gewartet] und [die Medizin aus der Notapotheke geholt|am nächsten Morgen angerufen und gefragt, wie es geht].",
        "{er} blieb ruhig, und so wurden wir es auch.", "In einem fremden Bett, in einer fremden Stadt: [wir waren nicht allein|so fühlten wir uns nicht allein]."),
    deed(F, "Ich hatte {ding} verloren. {name} hat [beim Taxiunternehmen|beim Busbetrieb|im Museum|bei der Fähre] [dreimal|so lange] angerufen, [bis jemand abhob|in der Landessprache], und [{ding.1} tatsächlich gefunden|nicht aufgegeben]: es lag alles {ort}.",
        "{er} ist in {sein}er Pause selbst hingefahren.", "Ohne diese Hilfe [wäre die Reise zu Ende gewesen|hätte ich zwei Urlaubstage verloren]."),
    deed(F, "{name} hat bei {wetter} [alle unsere Koffer|vier schwere Taschen|Kinderwagen und zwei Koffer] [hinaufgetragen|vom Parkplatz geholt], als der Aufzug [streikte|gewartet wurde], und [wollte kein Trinkgeld|hat noch im dritten Stock gelacht].",
        "Unterwegs hat {er} uns verraten, [welcher Bäcker um sechs öffnet|wo die Einheimischen essen].", "Mit [einem schlafenden Kind auf dem Arm|kaputtem Rücken] war das [Gold wert|unbezahlbar]."),
    deed(F, "Unsere Buchung war [in der falschen Woche gelandet|beim Portal verloren gegangen|doppelt]. {name} hat das [mit zwei Anrufen|in zehn Minuten] [in Ordnung gebracht|geregelt], [ohne Vorwurf|ohne uns wegzuschicken] und [mit einem Kaffee für die Wartezeit|Schritt für Schritt erklärt].",
        "", "Wir mussten [nicht streiten|nicht doppelt zahlen] und der Urlaub begann doch noch schön."),
    deed(F, "{name} hat uns [einen ganzen Tag|einen Nachmittag|einen Spaziergang] in {town} [geplant|zusammengestellt], [mit selbst gezeichneter Karte|mit allen Buszeiten], [zum kleinen Museum|in einen Garten, den keiner kennt|zu einem winzigen Lokal].",
        "Vorher hat {er} gefragt, was uns interessiert, [nicht was alle sehen wollen|und genau zugehört].", "[Der schönste Tag der Reise|So haben wir eine Stadt gesehen, die in keinem Führer steht]."),
    deed(F | N, "Unser Flug ging um [fünf|sechs]. {name} hat [eine Tüte|ein Paket] mit [Brötchen, Obst und einer Thermoskanne Kaffee|Broten und Tee] gerichtet, [das Taxi bestellt|uns zweimal geweckt] und [\"Gute Reise\" darauf geschrieben|uns die Tür aufgehalten].", "",
        "Wir haben den Flug [nicht nur bekommen, sondern auch gefrühstückt|ganz entspannt bekommen]."),
    deed(F, "{name} wusste [nach zwei Jahren|vom letzten Mal] noch unseren Namen und dass wir [ein ruhiges Zimmer mögen|Tee statt Kaffee trinken|keine Federkissen vertragen].", "", "Das war wie Heimkommen."),
    deed(H, "{kind} hatte {tier} verloren. {name} hat [die ganze Wäsche durchsucht|in jeden Sack geschaut] und wurde {ort} fündig.", "Abends [saß {tier.1} auf dem Kopfkissen|lag {tier.1} zugedeckt im Bett], [mit einem Handtuch als Schal|mit einem Keks daneben|mit einem Zettel: \"Ich war nur auf Entdeckungsreise\"].",
        "{kind} [konnte wieder schlafen|strahlte], und wir auch."),
    deed(H, "{name} hat [gesehen|bemerkt], dass ich [am kleinen Tisch arbeite|Rückenschmerzen habe|schlecht schlafe], und [eine bessere Lampe gebracht|ein Brett unter die Matratze gelegt|ein anderes Kissen besorgt], [ohne dass ich etwas gesagt hatte|einfach so].",
        "Zwei Tage später [hat {er} nachgefragt|lag ein lieber Zettel da].", "Ich habe [zum ersten Mal seit Wochen durchgeschlafen|meine Arbeit geschafft]."),
    deed(H, "Das Zimmer war jeden Tag [tadellos|blitzsauber], und {name} hat [die Kuscheltiere aufgereiht|den Schlafanzug von {kind.1} gefaltet|die Bücher sortiert], [mit so viel Liebe|als wäre es {sein} eigenes Zuhause].",
        "{er} hat immer [mit Namen gegrüßt|gewartet, bis der Mittagsschlaf vorbei war].", "{kind} ist jeden Tag [vorausgerannt|ins Zimmer gestürmt], um zu sehen, was es Neues gibt."),
    deed(H, "{name} hat {ding}, {ort} liegen geblieben, [abgegeben|zurückgebracht]. [Nichts fehlte|Alles war da].", "Finderlohn wollte {er} nicht, [\"das ist doch normal\"|da hat {er} nur gelacht].", "Ich hatte [es schon aufgegeben|die ganze Nacht nicht geschlafen]."),
    deed(H, "Ich lag mit {krank} im Zimmer. {name} hat [Tee und frische Handtücher gebracht|zweimal nach mir gesehen|leise die Bettwäsche gewechselt] und [gefragt, ob ich einen Arzt brauche|Zwieback aufgetrieben].", "", "Krank in der Fremde ist man einsam. Ich war es nicht."),
    deed(H, "{kind} hat sich [auf den Teppich|mitten im Zimmer] übergeben, uns war das [furchtbar peinlich|sehr unangenehm]. {name} sagte nur: \"[Das kommt vor|Ich habe selbst drei]\", und [nach zehn Minuten|im Nu] war alles [frisch|sauber].", "", "Wir konnten uns um {kind.2} kümmern statt um den Boden."),
    deed(K, "Ich habe {allergie}. {name} kam aus der Küche, [ging mit mir die ganze Karte durch|zeigte mir alle Etiketten|schrieb mir eine Liste] und kochte [jeden Abend ein eigenes Gericht|in einer frischen Pfanne für mich].",
        "Am nächsten Tag [wusste {er} es noch|gab es sogar eigenes Brot].", "Ich habe [ohne Angst|dasselbe wie alle am Tisch] gegessen, [das kommt fast nie vor|das kann man kaum erklären]."),
    deed(K, "Es war {fest}, und {name} hat [eine Torte gebacken|ein Dessert gezaubert], [das auf keiner Karte steht|mit dem Namen in Schokolade], und [hat es selbst an den Tisch gebracht|die ganze Küche zum Singen geholt].", "", "Am Tisch flossen Tränen, [die guten|vor Freude]."),
    deed(K, "{kind} isst [fast nichts|nur Weißes]. {name} hat [Nudeln in Buchstabenform gekocht|Sterne aus Gemüse geschnitten|{kind.2} in die Töpfe schauen lassen], und [der Teller war leer|auf einmal hatte {kind.3} Hunger].", "", "Wir haben zum ersten Mal seit [Wochen|langem] warm gegessen."),
    deed(K, "{alt} kann seit [dem Schlaganfall|der Operation] [kaum kauen|nur Weiches essen]. {name} hat [jeden Gang eigens zubereitet|alles püriert] und [trotzdem schön angerichtet|es aussehen lassen wie ein Festessen].", "", "Wir saßen alle zusammen am Tisch. Das [ging lange nicht|hatten wir nicht erwartet]."),
    deed(K | R, "Wir kamen {nacht} zurück, und {name} hat [die Küche noch einmal aufgemacht|ein Omelett gebraten|kalten Braten gefunden], [als wäre das nichts|mit einem Augenzwinkern].", "", "Sonst wären die Kinder hungrig ins Bett gegangen."),
    deed(R, "Ich habe {name} am ersten Abend von [meiner Allergie|meiner Unverträglichkeit] erzählt, [einmal|nur einmal]; [danach|von da an] hatte {er} [alles geprüft, bevor ich saß|immer mein Brot bereit|mich rechtzeitig vor der Soße gewarnt].",
        "Lieber hat {er} in der Küche nachgefragt als geraten.", "Keine Diskussion, kein Krankenhaus, einfach Urlaub."),
    deed(R, "{name} hat gesehen, dass {kind} [nicht mehr sitzen konnte|übermüdet war], und [Stifte gebracht|aus der Serviette einen Schwan gefaltet|beim Eindecken helfen lassen].", "", "Wir konnten [ein Gespräch zu Ende führen|in Ruhe aufessen], zum ersten Mal seit Tagen."),
    deed(R, "Es war {fest}, und {name} hatte es [mitgehört|in der Buchung gelesen]: [Blumen auf dem Tisch|eine Kerze und zwei Gläser|der Tisch am Fenster].", "{er} hat Fotos gemacht, [bis eines gut war|und alle sind scharf].", "Aus einem Abendessen wurde [ein Fest|ein Abend, den wir behalten]."),
    deed(R, "Ich reise allein, das ist abends oft [mühsam|einsam]. {name} hat mir [den schönsten Tisch gegeben|jeden Abend ein paar Minuten geschenkt|ein Buch empfohlen], [nie aufdringlich|genau im richtigen Maß].", "", "Ich habe mich auf das Abendessen gefreut, statt es mir aufs Zimmer zu holen."),
    deed(R, "Beim Frühstück wusste {name} [ab dem zweiten Tag|sofort], was wir trinken, [hat es gebracht, bevor wir saßen|und dass ein Ei fünf Minuten braucht], und hatte [auch für die Zwölfergruppe|trotzdem für jeden] ein gutes Wort.", "", "So fängt ein Tag gut an."),
    deed(R, "Mir ist ein Glas Rotwein [aufs Kleid|aufs einzige Hemd] gekippt, [eigene Schuld|wie peinlich]. {name} war [sofort mit Salz da|schneller als ich], und [am Morgen hing es sauber an der Tür|vor dem Nachtisch hatte ich es zurück].", "", "Am nächsten Tag war [die Hochzeit|die Taufe|der Vortrag], und ich hatte nichts anderes."),
    deed(B, "{name} hat für {kind.2} [etwas ohne Alkohol gemixt|einen eigenen Cocktail erfunden], [mit Schirmchen|in fünf Farben], [im gleichen Glas wie die Großen|mit eigenem Namen].", "", "{kind} fühlte sich [riesengroß|wie ein Star]."),
    deed(B, "{name} hat gemerkt, dass [ein Mann an der Bar mich nicht in Ruhe ließ|mich jemand bedrängte], und hat [ihn ruhig weggeschickt|mir einen anderen Tisch gegeben|mich zum Aufzug begleitet], [ohne Aufsehen|ganz leise].", "", "Ich habe mich [sicher|wieder wohl] gefühlt."),
    deed(B, "Ich trinke keinen Alkohol [mehr|], und {name} hat [nicht gefragt, warum|sofort verstanden] und [mir drei ganz verschiedene Dinge gemixt|sich genauso viel Mühe gegeben wie bei jedem Cocktail].", "", "Sich nicht erklären zu müssen, ist selten."),
    deed(M, "Im Zimmer war etwas defekt: {defekt}. {name} kam [nach zehn Minuten|noch um neun Uhr abends|sofort], [zog die Schuhe aus|legte ein Tuch unter], hat es [repariert|gerichtet] und [später nachgesehen, ob es hält|erklärt, woran es lag].",
        "[{kind} durfte die Taschenlampe halten|{er} hat geflüstert, weil die Kinder schliefen].", "Wir mussten nicht umziehen und haben [warm|ruhig] geschlafen."),
    deed(M, "[Am Kinderwagen fehlte ein Rad|Die Brille von {kind.1} war kaputt|Am Roller war eine Schraube locker]. {name} hat es [im Vorbeigehen gesehen|bemerkt], [Werkzeug geholt|alles in die Werkstatt mitgenommen] und nach [einer Viertelstunde|kurzer Zeit] war es [besser als vorher|wie neu].", "", "Das hat uns [eine Woche Schleppen|den halben Urlaub] gerettet."),
    deed(M, "{alt} kam nicht [in die Wanne|in die Dusche]. {name} hat [noch am selben Tag einen Griff angebracht|einen Sitz gefunden und befestigt|eine kleine Stufe gebaut], [ganz ohne Formular|und alles selbst ausprobiert].", "", "Sich ohne Hilfe waschen zu können ist mehr wert als jede Aussicht."),
    deed(M, "Unser Auto sprang [am Abreisetag|morgens um sechs] nicht an. {name} kam bei {wetter} mit [Starthilfekabel|Werkzeug], und [Geld wollte {er} keines|danach waren {sein}e Hände schwarz].", "", "Wir waren [rechtzeitig an der Fähre|am selben Tag zu Hause|pünktlich bei der Beerdigung]."),
    deed(S, "{name} hat bei der Massage [eine harte Stelle am Rücken|meinen unruhigen Atem] bemerkt und mir [freundlich|ohne mich zu erschrecken] [geraten, das ansehen zu lassen|zu einem Arztbesuch geraten].", "", "Ich war beim Arzt. Es wurde früh gefunden, und dafür kann man kaum danken."),
    deed(S, "{kind} hatte Angst vor dem Wasser. {name} hat sich jeden Tag [zehn Minuten|etwas] Zeit genommen, [mit viel Geduld|mit einem Spiel von Fröschen], und am [vierten|letzten] Tag [ist {kind.3} gesprungen|ist {kind.3} geschwommen].", "", "Das weiß jetzt [die ganze Schule|die ganze Verwandtschaft]."),
    deed(S, "Ich kam [nach einem Jahr Behandlung|mit einer frischen Narbe] ins Spa und war [unsicher|befangen]. {name} hat [die richtigen Fragen gestellt und keine anderen|mir alle Zeit gelassen].", "", "Eine Stunde lang war ich wieder [zu Hause in mir|einfach ein Mensch]."),
    deed(N, "Um [drei|vier] Uhr früh ging der Feueralarm. {name} [kam an unsere Tür|wusste, dass {alt} nicht die Treppe schafft], [hat uns hinuntergeholfen|blieb bei uns] und [verteilte im Hof Decken und Tee|hielt alle ruhig].", "", "Es war ein Fehlalarm, aber wir wissen jetzt, wem wir vertrauen würden."),
    deed(N, "Ich konnte [vor Sorge|nach einer schlechten Nachricht von zu Hause] nicht schlafen. {name} hat [Tee gekocht|sich zu mir gesetzt] und [zugehört|mich reden lassen], [eine Stunde lang|bis es hell wurde].", "", "In dieser Nacht hatte ich sonst niemanden."),
    deed(N, "[Über uns wurde gefeiert|Im Flur wurde gebrüllt], um [zwei|halb zwei]. {name} [ging sofort hinauf|hat das selbst geklärt], [höflich und bestimmt|ohne Streit], und uns [ein anderes Zimmer angeboten|Ohrstöpsel und Schokolade hingelegt].", "", "Am nächsten Tag stand [eine Prüfung|eine lange Fahrt] an, und wir waren ausgeschlafen."),
    deed(G, "Ich hatte mich beschwert. {name} [rief selbst an|kam an den Tisch], [hörte bis zum Ende zu|suchte keine Ausreden] und [am nächsten Tag war es geändert|sagte, was sich ändert, und es hat sich geändert].", "", "[Ich kam zum Streiten und ging als Stammgast|Das habe ich in dreißig Jahren selten erlebt]."),
    deed(ALL, "{name} hat gesehen, dass wir [nicht weiterwussten|Hilfe brauchten|ratlos herumstanden], [alles stehen lassen|sofort angehalten], [obwohl es nicht {sein}e Aufgabe war|obwohl {er} schon Feierabend hatte], und [ist den ganzen Weg mitgegangen|hat nicht geruht, bis es gelöst war].", "", "Wir waren [nicht nur eine Zimmernummer|nicht einer von dreihundert Gästen]."),
    deed(ALL, "{name} hat uns [jeden Tag|ab dem zweiten Tag] mit Namen gegrüßt, sich [nach dem Seepferdchen von {kind.1}|nach {alt.1}] erkundigt und [es ernst gemeint|sich wirklich mitgefreut].", "", "So wird ein großes Hotel [klein|ein Zuhause]."),
];

#[rustfmt::skip]
static TEAM_DEEDS: &[Deed] = &[
    deed(ALL, "{names} haben [Hand in Hand gearbeitet|wie ein Uhrwerk zusammengespielt], als [unser Bus mit vierzig Leuten zu früh kam|der Strom ausfiel|die halbe Hochzeitsgesellschaft eine Stunde zu früh da war].", "[Niemand rannte, niemand wurde laut|Jeder wusste, was der andere braucht].", "Wir haben kaum gemerkt, dass etwas schiefging."),
    deed(ALL, "{names} haben {kind.1} einen Geburtstag geschenkt: [Luftballons an der Tür|ein Lied|Kuchen und eine Karte mit allen Unterschriften].", "", "{kind} [glaubt jetzt, das Hotel gehört der Familie|hat es in der Schule allen erzählt]."),
    deed(ALL, "Als {alt} stürzte, waren {names} [sofort da|in Sekunden da]: [einer rief den Rettungswagen, einer hielt die Hand|ein Stuhl, Eis, ein Arzt, ein gutes Wort].", "Am nächsten Tag haben [beide|alle] nachgefragt.", "{alt} ist wieder gesund, auch weil niemand in Panik geriet."),
];
