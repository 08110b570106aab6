//! What is written in Spanish. `{él}` is "él" or "ella"; all else is put so that it suits women and men.

use super::super::phrases::Table;
use super::super::trades::*;
use super::{Deed, Tongue, Topic, deed, topic};

/// Spanish.
pub static SPANISH: Tongue = Tongue {
    tag: "es",
    tables: TABLES,
    openings: OPENINGS,
    closings: CLOSINGS,
    effects: EFFECTS,
    deeds: DEEDS,
    team_deeds: TEAM_DEEDS,
    colleague_deeds: COLLEAGUE_DEEDS,
    relayed: &[
        "[En el desayuno|Al irse|En recepción|En la terraza], {guest} [me contó|me pidió que te dijera]:",
        "{guest} [llamó desde casa|ha llamado] [solo para dar las gracias|para decir esto]:",
    ],
    thanks: &[
        "¡[Muchas gracias{whom}|Mil gracias{whom}]! [Me ha alegrado el día|Se lo he leído a mi madre|Lo llevo en la taquilla].",
        "[Qué detalle escribir|Me alegro de haber ayudado|Fue un placer]. [Vuelvan pronto|Buen viaje|Un abrazo a la familia].",
        "[Claro que me acuerdo|Me acuerdo muy bien]. Gracias{whom} por [tomarse el tiempo|estas palabras].",
    ],
    concerns: CONCERNS,
    questions: QUESTIONS,
    greetings: &["Hola {guest}:", "Buenos días, {guest}:"],
    nameless: &["Buenos días:", "Hola:"],
    replies: &[
        "Gracias por [responder tan pronto|la respuesta]. [Es más de lo que esperaba|Así da gusto].",
        "[Me alegra saberlo|Se agradece]. Volveremos.",
    ],
    signatures: &["{given}", "{given} {family}", "{given} {family}", "Familia {family}", "{given} y {other}"],
    when: &[
        "[ayer|el sábado|esta mañana], [sobre las nueve|a mediodía|después de cenar]",
        "anoche, [muy tarde|hacia las once]",
        "hoy en el desayuno",
    ],
    colleague_thanks: &[
        "[Gracias|Mil gracias], [tú habrías hecho lo mismo|cuando quieras|significa mucho viniendo de ti].",
        "[No sabía que alguien lo había visto|Me has alegrado la semana]. [El café lo pago yo|Nos vemos en el turno de tarde].",
    ],
    alone: &["me", "Tengo", "Perdí", "Pasé", "Llegué", "sentí", "Comí"],
    together: &["nos", "Nos", "Volveremos,", "preguntaremos", "pudimos"],
    a_guest: "un huésped",
    somebody: "alguien [de su equipo|del hotel]",
    her: ["ella", "la", "le", "su"],
    him: ["él", "lo", "le", "su"],
    pronoun_words: ["él", "lo", "le", "su"],
    and: "y",
};

#[rustfmt::skip]
static TABLES: &[Table] = &[
    Table { name: "niño", rows: &["nuestra hija", "nuestro hijo", "nuestro pequeño", "nuestra pequeña", "mi nieto", "mi nieta"] },
    Table { name: "mayor", rows: &["mi madre", "mi padre", "mi suegra", "mi tía", "mi abuela", "mi marido", "mi mujer"] },
    Table { name: "juguete", rows: &["el conejo de peluche", "el elefante de trapo", "el osito gris", "el dinosaurio", "el búho tuerto"] },
    Table { name: "cosa", rows: &["el móvil", "el pasaporte", "el audífono", "el anillo de boda", "el reloj", "el bolso de las medicinas", "el carné"] },
    Table { name: "sitio", rows: &["debajo de la cama", "en la lavandería", "junto a la piscina", "en el taxi", "detrás del sofá", "en el autobús"] },
    Table { name: "alergia", rows: &["alergia a los frutos secos", "celiaquía", "alergia a la leche", "alergia al marisco", "diabetes", "alergia al huevo"] },
    Table { name: "tarde", rows: &["pasada la medianoche", "a la una de la madrugada", "a las dos de la madrugada", "con cuatro horas de retraso"] },
    Table { name: "fiesta", rows: &["nuestro aniversario", "el cumpleaños de mi madre", "las bodas de oro de mis padres", "el fin de mi tratamiento"] },
    Table { name: "mal", rows: &["fiebre alta", "una migraña", "dolor de oído", "un tobillo torcido", "dolor de estómago"] },
];

static OPENINGS: &[&str] = &[
    "[Solo unas líneas|Una nota breve] [antes de irnos|desde el aeropuerto|desde casa].",
    "[Quiero|Tengo que] [mencionar|dar las gracias] a {name}.",
    "Habitación {room}, [tres|cuatro|cinco|siete] noches.",
    "Por favor, díganle esto a {name}.",
    "[El primer día|La última noche|A mitad de la estancia]:",
    "",
];

static CLOSINGS: &[&str] = &[
    "[Muchas gracias|Mil gracias|Gracias de corazón][, {name}|].",
    "Eso no [se aprende en un curso|sale en los folletos].",
    "[Y todo|Todo eso] con [una sonrisa|mucha calma|humor].",
    "Pueden estar [muy orgullosos|satisfechos] de tener a alguien así.",
    "La próxima vez preguntaremos por {name}.",
    "",
];

static EFFECTS: &[&str] = &[
    "Nos sentimos [como en casa|bienvenidos|escuchados] [desde ese momento|toda la semana].",
    "[Un día malo|Un día larguísimo] acabó [bien|con una sonrisa].",
    "[Volveremos|Vamos a volver], y esta es la razón.",
    "Nos salvó [las vacaciones|el viaje|la noche].",
    "Por fin pudimos [descansar|dormir tranquilos|respirar].",
    "Se nota que aquí [alguien escucha|hay quien mira de verdad].",
];

#[rustfmt::skip]
static DEEDS: &[Deed] = &[
    deed(F | N, "Llegamos {tarde} y {name} [nos esperaba|había guardado la habitación] con [sopa y pan|bocadillos y fruta|algo caliente], [sin que lo pidiéramos|como si fuera lo normal].", "Subió las maletas y dejó una lámpara encendida.", "Después de [catorce|dieciséis] horas de viaje casi lloramos de alivio."),
    deed(F, "{name} vio que {mayor} [camina con bastón|no puede con las escaleras] y nos cambió a una habitación [junto al ascensor|en la planta baja] [antes de pedirlo|en diez minutos].", "Cada mañana tenía la rampa lista.", "Pudimos [salir y entrar sin ayuda|movernos con libertad]."),
    deed(F | N, "{mayor} tuvo {mal} [de noche|el domingo]. {name} [llamó a un médico|buscó un médico], [esperó con nosotros|lo tradujo todo] y [fue a la farmacia de guardia|llamó por la mañana para preguntar].", "", "Lejos de casa, no nos sentimos solos."),
    deed(F | H, "Perdí {cosa} y {name} [llamó a todas partes|buscó hasta el final]: estaba {sitio}.", "No quiso aceptar nada a cambio.", "Sin su ayuda [no habría podido volar|habríamos perdido dos días]."),
    deed(F, "{name} nos preparó [un paseo|una tarde entera] por {town} [con un mapa dibujado a mano|con los horarios de los autobuses], [lejos de las colas|por rincones que nadie conoce].", "", "Fue el mejor día del viaje."),
    deed(H, "{niño} perdió {juguete}. {name} [revisó toda la ropa sucia|miró saco por saco] y apareció {sitio}.", "Por la noche estaba sobre la almohada, [con una toallita de bufanda|con una galleta al lado].", "{niño} durmió, y nosotros también."),
    deed(H, "Pasé dos días en la habitación con {mal}. {name} [trajo té y toallas limpias|vino a preguntar dos veces] y [cambió las sábanas sin hacer ruido|me encontró galletas saladas].", "", "Estar enfermo fuera de casa es triste; así lo fue menos."),
    deed(K | R, "Tengo {alergia}. {name} [repasó la carta conmigo|me enseñó todas las etiquetas] y [cada noche hubo un plato aparte|lo recordó todos los días].", "", "Comí sin miedo, lo mismo que [los demás|toda la mesa]."),
    deed(K | R, "Era {fiesta} y {name} [sacó una tarta con el nombre|preparó un postre que no está en la carta|puso flores en la mesa].", "Cantó [medio comedor|toda la cocina].", "Hubo lágrimas, de las buenas."),
    deed(K | R | B, "{niño} no comía nada, y {name} [hizo estrellas de verdura|cortó la pasta en letras|inventó una bebida de cinco colores].", "", "Cenamos caliente por primera vez en [días|todo el año]."),
    deed(R, "En el desayuno {name} [sabía desde el segundo día|recordaba] lo que tomamos y [lo traía antes de sentarnos|tenía una palabra amable para todos].", "", "Así da gusto empezar el día."),
    deed(B, "Un hombre no me dejaba en paz y {name} [me cambió de mesa|le pidió que se fuera|me acompañó al ascensor], sin escándalo.", "", "Me sentí segura."),
    deed(M, "[El aire acondicionado|La ducha|La puerta del balcón] no funcionaba. {name} vino [enseguida|a las nueve de la noche], [se quitó los zapatos|puso un paño en el suelo], lo arregló y [volvió a mirar si aguantaba|explicó qué había pasado].", "", "No tuvimos que cambiar de habitación."),
    deed(S, "{niño} tenía miedo al agua. {name} [le dedicó diez minutos cada día|inventó un juego de ranas] y [el último|el cuarto] día saltó a la piscina.", "", "Lo sabe ya todo el colegio."),
    deed(S, "Llegué al spa después de [un año de tratamiento|una operación]. {name} [preguntó lo justo|me dio todo el tiempo del mundo].", "", "Durante una hora volví a estar en paz con mi cuerpo."),
    deed(N, "Saltó la alarma a las [tres|cuatro]. {name} [vino a nuestra puerta|ayudó a bajar a {mayor}] y [repartió mantas|mantuvo la calma de todos].", "", "Era una falsa alarma, pero ya sabemos en quién confiar."),
    deed(G | ALL, "{name} vio que [buscábamos ayuda|no sabíamos qué hacer] y [lo dejó todo|nos acompañó hasta la puerta], aunque [no era su trabajo|ya se iba a casa].", "", "No fuimos un número de habitación."),
];

#[rustfmt::skip]
static TEAM_DEEDS: &[Deed] = &[
    deed(ALL, "{names} trabajaron [como un reloj|como un solo equipo] cuando [llegó antes nuestro autobús|se fue la luz].", "Nadie corrió, nadie gritó.", "Casi no notamos que algo iba mal."),
    deed(ALL, "{names} le prepararon a {niño} un cumpleaños: [globos en la puerta|una canción|una tarta y una tarjeta con todas las firmas].", "", "Todavía habla de ello."),
];

#[rustfmt::skip]
static COLLEAGUE_DEEDS: &[Deed] = &[
    deed(ALL, "{name} [me cambió el turno|se quedó dos horas más] cuando [mi hijo estaba enfermo|ingresaron a mi padre], [sin preguntar|antes de que lo pidiera].", "", "Pude estar donde hacía falta."),
    deed(ALL, "En mi primera semana {name} [me lo enseñó todo dos veces|se sentó conmigo en cada descanso].", "", "Por eso sigo aquí."),
    deed(ALL, "{name} vio [un cable suelto junto a la piscina|una salida bloqueada] y no pasó de largo: [avisó y esperó|lo arregló].", "", "Alguien podía haberse hecho daño."),
    deed(H | K | M, "{name} [hizo tres de mis habitaciones|cocinó para todos después del servicio|vino un domingo por la cámara fría] [sin decir nada|con buen humor].", "", "Llegué a casa a tiempo para ver a mis hijos."),
    deed(R | B | F, "{name} vio que no daba abasto y [se hizo cargo de dos mesas|atendió a los que esperaban], [sin una palabra|antes de que lo pidiera].", "", "Nadie tuvo que esperar."),
];

#[rustfmt::skip]
static CONCERNS: &[Topic] = &[
    topic("El ascensor [estuvo dos días parado|no funcionaba otra vez] y {mayor} no puede subir escaleras.", "Lo siento, y gracias por decirlo. La pieza llegó [el martes|esta mañana] y ya funciona. Desde ahora un cartel dirá cuándo vuelve a andar y recepción ofrecerá otra habitación."),
    topic("[No pudimos dormir|Dormimos poco] por [el ruido del bar|las entregas a las cinco].", "Lamento las noches perdidas. Hemos pasado las entregas a las siete y esas habitaciones se dan las últimas."),
    topic("El agua de la habitación {room} sale [fría por la mañana|ardiendo o helada].", "Gracias, es importante. El grifo se cambió [hoy|ayer] y revisamos toda la planta esta semana."),
    topic("[Esperamos cuarenta minutos para entrar|La cola del desayuno era enorme] el sábado.", "Tiene razón, éramos pocos. Desde este fin de semana hay dos personas más a esa hora."),
];

#[rustfmt::skip]
static QUESTIONS: &[Topic] = &[
    topic("¿Podemos llevar a nuestro perro? [Es pequeño y tranquilo|Es mayor].", "Sí, con mucho gusto: en la planta baja y en la terraza. Tendrá un cuenco y una manta."),
    topic("¿Puede la cocina preparar platos para {alergia}?", "Sí. Hable con el chef al llegar: hay tabla y sartén aparte, y su reserva ya está marcada."),
    topic("Llegamos a las seis de la mañana. ¿Podemos dejar las maletas?", "Claro, a cualquier hora, y hay una ducha junto al spa. La habitación estará lista a las once si la noche lo permite."),
];
