//! What a house calls its departments, teams, jobs and spots: English, German, Spanish and Italian, the order of
//! `TONGUES`. Where a word differs for a woman, hers stands after the slash.

#[rustfmt::skip]
const WORDS: &[[&str; 4]] = &[
    // The group.
    ["Managing Director", "Geschäftsführer/Geschäftsführerin", "Director general/Directora general", "Amministratore delegato/Amministratrice delegata"],
    ["Group HR Director", "Personaldirektor/Personaldirektorin", "Director de recursos humanos/Directora de recursos humanos", "Direttore del personale/Direttrice del personale"],
    ["Head of IT", "Leiter IT/Leiterin IT", "Jefe de informática/Jefa de informática", "Responsabile informatica"],
    ["Internal Auditor", "Interner Revisor/Interne Revisorin", "Auditor interno/Auditora interna", "Revisore interno/Revisora interna"],
    ["Confidential Counsellor", "Vertrauensperson", "Persona de confianza", "Consigliere di fiducia/Consigliera di fiducia"],
    // Management.
    ["Management", "Direktion", "Dirección", "Direzione"],
    ["General Manager", "Hoteldirektor/Hoteldirektorin", "Director del hotel/Directora del hotel", "Direttore/Direttrice"],
    ["Deputy General Manager", "Stellvertretender Direktor/Stellvertretende Direktorin", "Subdirector/Subdirectora", "Vicedirettore/Vicedirettrice"],
    ["Guest Relations Manager", "Gästebetreuer/Gästebetreuerin", "Responsable de atención al huésped", "Responsabile accoglienza"],
    ["Sales Manager", "Verkaufsleiter/Verkaufsleiterin", "Responsable comercial", "Responsabile commerciale"],
    ["HR Coordinator", "Personalreferent/Personalreferentin", "Técnico de recursos humanos/Técnica de recursos humanos", "Addetto al personale/Addetta al personale"],
    ["Accountant", "Buchhalter/Buchhalterin", "Contable", "Contabile"],
    // Front desk.
    ["Front desk", "Empfang", "Recepción", "Ricevimento"],
    ["Reception", "Rezeption", "Mostrador de recepción", "Reception"],
    ["Concierge and porters", "Concierge und Gepäck", "Conserjería y equipajes", "Concierge e facchini"],
    ["Front Office Manager", "Empfangsleiter/Empfangsleiterin", "Jefe de recepción/Jefa de recepción", "Capo ricevimento"],
    ["Shift Leader Reception", "Schichtleiter Rezeption/Schichtleiterin Rezeption", "Jefe de turno de recepción/Jefa de turno de recepción", "Capoturno ricevimento"],
    ["Receptionist", "Rezeptionist/Rezeptionistin", "Recepcionista", "Receptionist"],
    ["Concierge", "Concierge", "Conserje", "Concierge"],
    ["Porter", "Gepäckträger/Gepäckträgerin", "Botones", "Facchino/Facchina"],
    ["Reservations Agent", "Mitarbeiter Reservierung/Mitarbeiterin Reservierung", "Agente de reservas", "Addetto alle prenotazioni/Addetta alle prenotazioni"],
    // Housekeeping.
    ["Housekeeping", "Housekeeping", "Pisos", "Piani"],
    ["Floors 1–3", "Etagen 1–3", "Plantas 1–3", "Piani 1–3"],
    ["Floors 4–6", "Etagen 4–6", "Plantas 4–6", "Piani 4–6"],
    ["Public areas", "Öffentliche Bereiche", "Zonas comunes", "Aree comuni"],
    ["Executive Housekeeper", "Leiter Housekeeping/Leiterin Housekeeping", "Gobernante/Gobernanta", "Governante"],
    ["Floor Supervisor", "Etagenleiter/Etagenleiterin", "Supervisor de plantas/Supervisora de plantas", "Responsabile di piano"],
    ["Room Attendant", "Etagenkraft", "Camarero de pisos/Camarera de pisos", "Cameriere ai piani/Cameriera ai piani"],
    ["Linen Attendant", "Wäschereikraft", "Lencero/Lencera", "Addetto alla lavanderia/Addetta alla lavanderia"],
    ["Cleaner", "Reinigungskraft", "Limpiador/Limpiadora", "Addetto alle pulizie/Addetta alle pulizie"],
    // Kitchen.
    ["Kitchen", "Küche", "Cocina", "Cucina"],
    ["Hot kitchen", "Warme Küche", "Cocina caliente", "Cucina calda"],
    ["Cold kitchen and pastry", "Kalte Küche und Patisserie", "Cuarto frío y pastelería", "Cucina fredda e pasticceria"],
    ["Stewarding", "Spülküche", "Lavado de vajilla", "Lavaggio"],
    ["Head Chef", "Küchenchef/Küchenchefin", "Jefe de cocina/Jefa de cocina", "Chef di cucina"],
    ["Sous Chef", "Sous-Chef/Sous-Chefin", "Segundo jefe de cocina/Segunda jefa de cocina", "Sous chef"],
    ["Chef de Partie", "Chef de Partie", "Jefe de partida/Jefa de partida", "Capo partita"],
    ["Commis Chef", "Jungkoch/Jungköchin", "Ayudante de cocina", "Commis di cucina"],
    ["Breakfast Cook", "Frühstückskoch/Frühstücksköchin", "Cocinero de desayunos/Cocinera de desayunos", "Cuoco delle colazioni/Cuoca delle colazioni"],
    ["Pastry Chef", "Konditor/Konditorin", "Pastelero/Pastelera", "Pasticciere/Pasticciera"],
    ["Kitchen Porter", "Küchenhilfe", "Auxiliar de cocina", "Aiuto cucina"],
    ["Trainee Cook", "Auszubildender Koch/Auszubildende Köchin", "Aprendiz de cocina", "Apprendista cuoco/Apprendista cuoca"],
    // Restaurant.
    ["Restaurant", "Restaurant", "Restaurante", "Ristorante"],
    ["Breakfast", "Frühstück", "Desayunos", "Colazione"],
    ["Evening service", "Abendservice", "Servicio de cenas", "Servizio serale"],
    ["Restaurant Manager", "Restaurantleiter/Restaurantleiterin", "Jefe de sala/Jefa de sala", "Responsabile di sala"],
    ["Head Waiter", "Oberkellner/Oberkellnerin", "Maître", "Maître"],
    ["Waiter", "Kellner/Kellnerin", "Camarero/Camarera", "Cameriere/Cameriera"],
    ["Breakfast Attendant", "Frühstückskraft", "Auxiliar de desayunos", "Addetto alle colazioni/Addetta alle colazioni"],
    ["Host", "Gastgeber/Gastgeberin", "Anfitrión/Anfitriona", "Addetto all’accoglienza/Addetta all’accoglienza"],
    ["Sommelier", "Sommelier/Sommelière", "Sumiller", "Sommelier"],
    ["Trainee Waiter", "Auszubildender im Service/Auszubildende im Service", "Aprendiz de sala", "Apprendista di sala"],
    // Bar.
    ["Bar", "Bar", "Bar", "Bar"],
    ["Bar Manager", "Barchef/Barchefin", "Jefe de bar/Jefa de bar", "Responsabile del bar"],
    ["Senior Bartender", "Erster Barkeeper/Erste Barkeeperin", "Bartender sénior", "Bartender senior"],
    ["Bartender", "Barkeeper/Barkeeperin", "Bartender", "Bartender"],
    ["Terrace Waiter", "Kellner Terrasse/Kellnerin Terrasse", "Camarero de terraza/Camarera de terraza", "Cameriere di terrazza/Cameriera di terrazza"],
    ["Barista", "Barista", "Barista", "Barista"],
    // Maintenance.
    ["Maintenance", "Haustechnik", "Mantenimiento", "Manutenzione"],
    ["Chief Engineer", "Technischer Leiter/Technische Leiterin", "Jefe de mantenimiento/Jefa de mantenimiento", "Capo manutenzione"],
    ["Senior Technician", "Erster Haustechniker/Erste Haustechnikerin", "Técnico sénior/Técnica sénior", "Tecnico senior/Tecnica senior"],
    ["Technician", "Haustechniker/Haustechnikerin", "Técnico de mantenimiento/Técnica de mantenimiento", "Tecnico/Tecnica"],
    ["Electrician", "Elektriker/Elektrikerin", "Electricista", "Elettricista"],
    ["Gardener", "Gärtner/Gärtnerin", "Jardinero/Jardinera", "Giardiniere/Giardiniera"],
    ["Pool Technician", "Pooltechniker/Pooltechnikerin", "Técnico de piscinas/Técnica de piscinas", "Tecnico delle piscine/Tecnica delle piscine"],
    ["Carpenter", "Tischler/Tischlerin", "Carpintero/Carpintera", "Falegname"],
    // Spa.
    ["Spa", "Spa", "Spa", "Spa"],
    ["Spa Manager", "Spa-Leiter/Spa-Leiterin", "Director del spa/Directora del spa", "Responsabile della spa"],
    ["Senior Therapist", "Leitender Therapeut/Leitende Therapeutin", "Terapeuta sénior", "Terapista senior"],
    ["Massage Therapist", "Masseur/Masseurin", "Masajista", "Massaggiatore/Massaggiatrice"],
    ["Spa Receptionist", "Rezeptionist Spa/Rezeptionistin Spa", "Recepcionista del spa", "Receptionist della spa"],
    ["Lifeguard", "Bademeister/Bademeisterin", "Socorrista", "Bagnino/Bagnina"],
    ["Fitness Instructor", "Fitnesstrainer/Fitnesstrainerin", "Monitor de fitness/Monitora de fitness", "Istruttore di fitness/Istruttrice di fitness"],
    ["Beautician", "Kosmetiker/Kosmetikerin", "Esteticista", "Estetista"],
    // Night.
    ["Night team", "Nachtdienst", "Equipo de noche", "Turno di notte"],
    ["Night Manager", "Nachtmanager/Nachtmanagerin", "Jefe de noche/Jefa de noche", "Responsabile notturno/Responsabile notturna"],
    ["Senior Night Auditor", "Leitender Nachtrezeptionist/Leitende Nachtrezeptionistin", "Auditor nocturno sénior/Auditora nocturna sénior", "Primo portiere di notte/Prima portiera di notte"],
    ["Night Auditor", "Nachtrezeptionist/Nachtrezeptionistin", "Auditor nocturno/Auditora nocturna", "Portiere di notte/Portiera di notte"],
    ["Night Porter", "Nachtportier/Nachtportierin", "Conserje de noche", "Facchino di notte/Facchina di notte"],
    ["Security Officer", "Sicherheitskraft", "Vigilante de seguridad", "Addetto alla sicurezza/Addetta alla sicurezza"],
    // Spots.
    ["Lobby", "Lobby", "Vestíbulo", "Hall"],
    ["Breakfast room", "Frühstücksraum", "Sala de desayunos", "Sala colazioni"],
    ["First floor", "Erster Stock", "Primera planta", "Primo piano"],
    ["Second floor", "Zweiter Stock", "Segunda planta", "Secondo piano"],
    ["Third floor", "Dritter Stock", "Tercera planta", "Terzo piano"],
    ["Conference rooms", "Tagungsräume", "Salas de reuniones", "Sale conferenze"],
    ["Garage", "Garage", "Garaje", "Garage"],
    ["Roof terrace", "Dachterrasse", "Azotea", "Terrazza sul tetto"],
    ["Pool", "Pool", "Piscina", "Piscina"],
    ["Beach", "Strand", "Playa", "Spiaggia"],
    ["Children's club", "Kinderclub", "Club infantil", "Miniclub"],
    ["Garden", "Garten", "Jardín", "Giardino"],
    ["Ski room", "Skiraum", "Guardaesquís", "Deposito sci"],
    ["Sauna", "Sauna", "Sauna", "Sauna"],
    ["Fireside lounge", "Kaminlounge", "Salón de la chimenea", "Salotto del camino"],
];

/// An English word of a house in the language of that tag, as it is said of a woman or of anybody else. English stands in
/// for languages in which nothing is told.
pub(in crate::demo) fn said_in(tag: &str, english: &'static str, of_a_woman: bool) -> &'static str {
    let at = super::TONGUES.iter().position(|tongue| tongue.tag == tag).unwrap_or(0);
    let word = WORDS.iter().find(|row| row[0] == english).map_or(english, |row| row[at]);
    match word.split_once('/') {
        Some((_, hers)) if of_a_woman => hers,
        Some((his, _)) => his,
        None => word,
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::places::{EVERYWHERE, Season, special};
    use super::super::super::staff::HEAD_OFFICE;
    use super::super::super::trades::TRADES;
    use super::*;

    #[test]
    fn every_word_of_a_house_is_known_in_every_language() {
        let crafts = TRADES.iter().map(|trade| trade.craft());
        let spots = [Season::City, Season::Beach, Season::Mountain].into_iter().flat_map(special).chain(&EVERYWHERE);
        let words = crafts
            .flat_map(|craft| {
                [craft.name, craft.head, craft.lead]
                    .into_iter()
                    .chain(craft.teams.iter().copied())
                    .chain(craft.titles.iter().copied())
            })
            .chain(spots.map(|(name, _)| *name))
            .chain(HEAD_OFFICE.iter().map(|(title, _)| *title));
        let missing: Vec<&str> = words.filter(|word| !WORDS.iter().any(|row| row[0] == *word)).collect();
        assert_eq!(missing, [""; 0]);
        assert!(WORDS.iter().flatten().all(|word| !word.is_empty() && word.matches('/').count() < 2));
    }

    #[test]
    fn a_woman_and_a_man_are_called_as_their_language_does() {
        assert_eq!(said_in("de", "Waiter", true), "Kellnerin");
        assert_eq!(said_in("de", "Waiter", false), "Kellner");
        assert_eq!(said_in("en", "Waiter", true), "Waiter");
        assert_eq!(said_in("el", "Waiter", true), "Waiter");
    }
}
