//! What is written in Italian. `{lui}` is "lui" or "lei"; all else is put so that it suits women and men.

use super::super::phrases::Table;
use super::super::trades::*;
use super::{Deed, Tongue, Topic, deed, topic};

/// Italian.
pub static ITALIAN: Tongue = Tongue {
    tag: "it",
    tables: TABLES,
    openings: OPENINGS,
    closings: CLOSINGS,
    effects: EFFECTS,
    deeds: DEEDS,
    team_deeds: TEAM_DEEDS,
    colleague_deeds: COLLEAGUE_DEEDS,
    relayed: &[
        "[A colazione|Alla partenza|Alla reception|In terrazza] {guest} [mi ha raccontato|mi ha chiesto di dirti]:",
        "{guest} [ha telefonato da casa|ha chiamato] [solo per ringraziare|per dire questo]:",
    ],
    thanks: &[
        "[Grazie mille{whom}|Grazie di cuore{whom}]! [Mi ha rallegrato la giornata|L'ho letto a mia madre|Ora è appeso nel mio armadietto].",
        "[Che gentilezza scrivere|È stato un piacere|Che bello che sia servito]. [A presto|Buon viaggio|Un saluto alla famiglia]!",
        "[Mi ricordo bene|Certo che mi ricordo]! Grazie{whom} per [il tempo|queste parole].",
    ],
    concerns: CONCERNS,
    questions: QUESTIONS,
    greetings: &["Buongiorno {guest},", "Gentile {guest},"],
    nameless: &["Buongiorno,", "Buonasera,"],
    replies: &[
        "Grazie della risposta [veloce|gentile]. [È più di quanto mi aspettassi|Molto utile].",
        "[Mi fa piacere|Bene a sapersi]. Torneremo.",
    ],
    signatures: &["{given}", "{given} {family}", "{given} {family}", "Famiglia {family}", "{given} e {other}"],
    when: &[
        "[ieri|sabato|stamattina], [verso le nove|a mezzogiorno|dopo cena]",
        "stanotte, [molto tardi|verso le undici]",
        "oggi a colazione",
    ],
    colleague_thanks: &[
        "[Grazie|Grazie mille], [avresti fatto lo stesso|quando vuoi|detto da te vale molto].",
        "[Non sapevo che qualcuno l'avesse visto|Mi hai salvato la settimana]. [Il caffè lo offro io|Ci vediamo al turno serale].",
    ],
    alone: &["mi", "Mi", "Ho", "Avevo", "Devo"],
    together: &["ci", "Ci", "Torneremo,", "chiederemo", "Abbiamo"],
    a_guest: "un ospite",
    somebody: "qualcuno [del vostro personale|di voi]",
    her: ["lei", "la", "le", "sua"],
    him: ["lui", "lo", "gli", "suo"],
    pronoun_words: ["lui", "lo", "gli", "suo"],
    and: "e",
};

#[rustfmt::skip]
static TABLES: &[Table] = &[
    Table { name: "bimbo", rows: &["nostra figlia", "nostro figlio", "il nostro piccolo", "la nostra piccola", "mio nipote", "mia nipote"] },
    Table { name: "anziano", rows: &["mia madre", "mio padre", "mia suocera", "mia zia", "mia nonna", "mio marito", "mia moglie"] },
    Table { name: "gioco", rows: &["il coniglio di pezza", "l'elefante di stoffa", "l'orsetto grigio", "il dinosauro", "la copertina azzurra"] },
    Table { name: "cosa", rows: &["il telefono", "il passaporto", "l'apparecchio acustico", "la fede", "l'orologio", "la borsa delle medicine", "la patente"] },
    Table { name: "posto", rows: &["sotto il letto", "in lavanderia", "vicino alla piscina", "nel taxi", "dietro il divano", "sull'autobus"] },
    Table { name: "allergia", rows: &["l'allergia alle noci", "la celiachia", "l'allergia al latte", "l'allergia al pesce", "il diabete", "l'allergia alle uova"] },
    Table { name: "tardi", rows: &["dopo mezzanotte", "all'una di notte", "alle due di notte", "con quattro ore di ritardo"] },
    Table { name: "festa", rows: &["il nostro anniversario", "il compleanno di mia madre", "le nozze d'oro dei miei", "la fine della mia terapia"] },
    Table { name: "male", rows: &["la febbre alta", "l'emicrania", "il mal d'orecchi", "la caviglia slogata", "il mal di stomaco"] },
];

static OPENINGS: &[&str] = &[
    "[Solo due righe|Un breve messaggio] [prima di partire|dal treno|dall'aeroporto|da casa].",
    "[Voglio|Devo] ringraziare {name}.",
    "Camera {room}, [tre|quattro|cinque|sette] notti.",
    "Per favore, ditelo a {name}.",
    "[Il primo giorno|L'ultima sera|A metà soggiorno]:",
    "",
];

static CLOSINGS: &[&str] = &[
    "[Grazie mille|Grazie di cuore|Grazie][, {name}|].",
    "Queste cose non [si imparano a scuola|stanno sui dépliant].",
    "[E tutto questo|Tutto] con [un sorriso|una calma contagiosa|allegria].",
    "Siate fieri di avere persone così.",
    "La prossima volta chiederemo di {name}.",
    "",
];

static EFFECTS: &[&str] = &[
    "Ci siamo sentiti [a casa|benvenuti|ascoltati] [da subito|per tutta la settimana].",
    "Una giornata [storta|lunghissima] è finita [bene|con un sorriso].",
    "[Torneremo|Vogliamo tornare], e il motivo è questo.",
    "Ci ha salvato [la vacanza|il viaggio|la serata].",
    "Abbiamo potuto finalmente [riposare|dormire tranquilli|respirare].",
    "Si vede che qui [qualcuno ascolta|c'è chi guarda davvero].",
];

#[rustfmt::skip]
static DEEDS: &[Deed] = &[
    deed(F | N, "Siamo arrivati {tardi} e {name} [ci aspettava|aveva tenuto la camera] con [una minestra e del pane|panini e frutta|qualcosa di caldo], [senza che chiedessimo|come se fosse normale].", "Ha portato su le valigie e lasciato una luce accesa.", "Dopo [quattordici|sedici] ore di viaggio è stato un sollievo enorme."),
    deed(F, "{name} ha visto che {anziano} [cammina con il bastone|non può fare le scale] e ci ha dato una camera [vicino all'ascensore|al piano terra] [prima che lo chiedessimo|in dieci minuti].", "Ogni mattina la rampa era pronta.", "Abbiamo potuto [uscire senza aiuto|muoverci liberamente]."),
    deed(F | N, "Di notte {anziano} aveva {male}. {name} [ha chiamato un medico|ha trovato un medico], [ha aspettato con noi|ha tradotto tutto] e [ha trovato la farmacia di turno|ha telefonato il mattino dopo per chiedere notizie].", "", "Lontani da casa, non ci siamo sentiti soli."),
    deed(F | H, "Avevo perso {cosa}. {name} [ha telefonato dappertutto|ha cercato fino alla fine]: era {posto}.", "Non ha voluto nulla in cambio.", "Senza questo aiuto [avrei perso l'aereo|avremmo perso due giorni]."),
    deed(F, "{name} ci ha preparato [una passeggiata|un pomeriggio intero] a {town} [con una cartina disegnata a mano|con tutti gli orari], [lontano dalle code|per angoli che nessuno conosce].", "", "È stato il giorno più bello."),
    deed(H, "Era sparito il gioco più amato: {gioco}. {name} [ha guardato in tutta la biancheria|ha aperto sacco per sacco] ed era {posto}.", "La sera era sul cuscino [con un asciugamano per sciarpa|con un biscotto accanto].", "{bimbo} ha dormito, e noi pure."),
    deed(H, "Ho passato due giorni a letto con {male}. {name} [ha portato tè e asciugamani puliti|ha chiesto due volte come stavo] e [ha cambiato le lenzuola in silenzio|mi ha trovato delle gallette].", "", "Stare male lontano da casa è triste; così lo è stato meno."),
    deed(K | R, "Devo fare i conti con {allergia}. {name} [ha letto il menù con me|mi ha mostrato tutte le etichette] e [ogni sera c'era un piatto a parte|ci ha pensato ogni giorno].", "", "Ho mangiato senza paura, come [gli altri|tutta la tavola]."),
    deed(K | R, "Era {festa} e {name} [ha portato una torta con il nome|ha fatto un dolce che non è nel menù|ha messo i fiori in tavola].", "Ha cantato [mezza sala|tutta la cucina].", "Ci sono state lacrime, di quelle belle."),
    deed(K | R | B, "{bimbo} non mangiava nulla, e {name} [ha fatto stelle di verdura|ha preparato la pasta a forma di lettere|ha inventato una bibita di cinque colori].", "", "Abbiamo cenato caldo per la prima volta in [giorni|tutto l'anno]."),
    deed(R, "A colazione {name} [sapeva dal secondo giorno|ricordava] che cosa beviamo e [lo portava prima che ci sedessimo|aveva una parola per tutti].", "", "Così la giornata comincia bene."),
    deed(B, "Un uomo non mi lasciava in pace e {name} [mi ha cambiato tavolo|gli ha chiesto di andare|mi ha accompagnata all'ascensore], senza scenate.", "", "Mi sono sentita al sicuro."),
    deed(M, "[L'aria condizionata|La doccia|La porta del balcone] non andava. {name} ha fatto tutto [subito|alle nove di sera], [con le scarpe lasciate alla porta|con un panno steso per terra], e [più tardi ha controllato ancora|ha spiegato il guasto].", "", "Non abbiamo dovuto cambiare camera."),
    deed(S, "{bimbo} aveva paura dell'acqua. {name} [ci ha dedicato dieci minuti ogni giorno|ha inventato un gioco con le rane] e [l'ultimo|il quarto] giorno il tuffo è riuscito.", "", "Ora lo sa tutta la scuola."),
    deed(N, "È suonato l'allarme alle [tre|quattro]. {name} [ha bussato alla nostra porta|ha aiutato {anziano} a scendere] e [ha distribuito coperte|ha calmato tutti].", "", "Era un falso allarme, ma ora sappiamo di chi fidarci."),
    deed(G | ALL, "{name} ha visto che [cercavamo aiuto|non sapevamo che fare] e [ha lasciato tutto|ci ha portati fino alla porta], anche se [non era il suo lavoro|il turno era finito].", "", "Non eravamo un numero di camera."),
];

#[rustfmt::skip]
static TEAM_DEEDS: &[Deed] = &[
    deed(ALL, "{names} hanno lavorato [come un orologio|come una squadra vera] quando [il nostro pullman è arrivato prima|è mancata la luce].", "Nessuno correva, nessuno gridava.", "Non ci siamo quasi accorti di nulla."),
    deed(ALL, "{names} hanno preparato un compleanno a sorpresa: [palloncini alla porta|una canzone|una torta e un biglietto con tutte le firme].", "", "{bimbo} ne parla ancora."),
];

#[rustfmt::skip]
static COLLEAGUE_DEEDS: &[Deed] = &[
    deed(ALL, "{name} [ha fatto cambio turno con me|ha lavorato due ore in più] quando [mio figlio era malato|mio padre era in ospedale], [senza chiedere|prima che lo chiedessi].", "", "Ho potuto essere dove servivo."),
    deed(ALL, "Nella mia prima settimana {name} [mi ha mostrato tutto due volte|ha fatto con me ogni pausa].", "", "Per questo sono ancora qui."),
    deed(ALL, "{name} ha visto [un cavo scoperto vicino alla piscina|un'uscita bloccata] e non ha tirato dritto: [ha avvisato e aspettato|ha messo tutto in sicurezza].", "", "Qualcuno poteva farsi male."),
    deed(H | K | M, "{name} [ha fatto tre delle mie camere|ha cucinato per tutti dopo il servizio|ha lavorato di domenica per la cella frigorifera] [senza dire nulla|con il sorriso].", "", "Sono tornata a casa in tempo per i bambini."),
    deed(R | B | F, "{name} ha visto che non ce la facevo e [ha preso due dei miei tavoli|ha pensato a chi aspettava], [senza una parola|prima che lo chiedessi].", "", "Nessuno ha dovuto aspettare."),
];

#[rustfmt::skip]
static CONCERNS: &[Topic] = &[
    topic("L'ascensore era fermo [da due giorni|di nuovo] e {anziano} non può fare le scale.", "Mi dispiace, e grazie per averlo detto. Il pezzo è arrivato [martedì|stamattina] e ora funziona. D'ora in poi un cartello dirà quando riparte e la reception offrirà un'altra camera."),
    topic("[Non si dormiva|Abbiamo dormito poco] per [il rumore del bar|le consegne alle cinque].", "Mi dispiace per le notti perse. Le consegne ora arrivano alle sette e quelle camere si danno per ultime."),
    topic("L'acqua della camera {room} è [fredda al mattino|bollente o gelata].", "Grazie, è importante. Il miscelatore è stato cambiato [oggi|ieri] e questa settimana controlliamo tutto il piano."),
];

#[rustfmt::skip]
static QUESTIONS: &[Topic] = &[
    topic("Possiamo portare il cane? È [piccolo e tranquillo|anziano e buono].", "Sì, volentieri: al piano terra e in terrazza. Troverà ciotola e coperta."),
    topic("La cucina può tenere conto di un problema serio, {allergia}?", "Sì. All'arrivo parli con lo chef: ci sono tagliere e padella a parte, e la prenotazione è già segnata."),
    topic("Arriviamo alle sei del mattino. Possiamo lasciare i bagagli?", "Certo, a qualsiasi ora, e accanto alla spa c'è una doccia. La camera è pronta alle undici se la notte lo permette."),
];
