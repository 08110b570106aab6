//! What staff write in German: about each other, for guests, and in answer to praise.

use super::super::trades::*;
use super::{Deed, deed};

#[rustfmt::skip]
pub(super) static DEEDS: &[Deed] = &[
    deed(ALL, "{name} hat [meine Schicht übernommen|zwei Stunden länger gemacht|den Sonntag mit mir getauscht], [als mein Sohn krank war|als mein Vater ins Krankenhaus kam|damit ich zur Einschulung meiner Tochter konnte].", "[Ohne Nachfragen|Noch bevor ich bitten konnte].", "Ich konnte da sein, wo ich gebraucht wurde."),
    deed(ALL, "In meiner ersten Woche hat {name} [mir alles zweimal gezeigt|in jeder Pause bei mir gesessen|mir eine Liste mit allen Namen geschrieben].", "", "[Deswegen bin ich noch hier|So habe ich mich vom ersten Tag an wohlgefühlt]."),
    deed(ALL, "{name} hat mir ehrlich gesagt, dass [meine Übergabe nicht zu verstehen war|ich zu einem Gast kurz angebunden war], [freundlich|unter vier Augen] und [mit einem Vorschlag, wie es besser geht|ohne Vorwurf].", "", "Daraus habe ich mehr gelernt als aus jeder Schulung."),
    deed(ALL, "{name} ist eingesprungen, als [der Reisebus zu früh kam|drei von uns krank waren|die Tagung in den Abend ging], und [hat kein einziges Mal gemurrt|hat uns alle zum Lachen gebracht].", "", "Die Gäste haben nichts gemerkt, und wir [waren pünktlich fertig|haben es geschafft]."),
    deed(ALL, "{name} hat [ein loses Kabel am Pool|eine zugestellte Fluchttür|Gasgeruch] bemerkt, ist [nicht vorbeigegangen|stehen geblieben] und [hat es gemeldet und abgesichert|hat gewartet, bis es behoben war].", "", "Da hätte jemand zu Schaden kommen können."),
    deed(ALL, "{name} hat übersetzt, als ein Gast nur [Türkisch|Polnisch|Arabisch|Ukrainisch|Vietnamesisch] sprach, [in der Pause|am freien Tag am Telefon].", "", "Der Gast [fühlte sich verstanden|bekam die richtige Medizin|ging mit einem Lächeln]."),
    deed(F | N | G, "{name} hatte [alle späten Anreisen vorbereitet|eine Übergabe geschrieben, bei der keine Frage offen blieb].", "", "Das hat uns [eine Stunde|viel Rennerei] erspart und den Gästen das Warten."),
    deed(F | N, "{name} blieb ruhig, als ein Gast [laut wurde|sehr unfreundlich war], hat [das eigentliche Problem gefunden|zugehört, bis alles heraus war], und [am Ende hat der Gast sich entschuldigt|dann war es gelöst].", "", "So möchte ich das auch können."),
    deed(H, "{name} hat [elf Zimmer gemacht|drei Zimmer von mir übernommen], [weil zwei fehlten|weil mein Rücken nicht mehr wollte], und [trotzdem in jede Ecke geschaut|kein Wort darüber verloren].", "", "Ich konnte pünktlich zu meinen Kindern."),
    deed(H, "{name} hat [einen Ring|einen Umschlag mit Geld|ein Hörgerät] in der Wäsche gefunden und [sofort zur Rezeption gebracht|nicht geruht, bis der Besitzer gefunden war].", "", "Der Gast [hat alle umarmt|hat uns von zu Hause geschrieben]."),
    deed(H | M, "{name} schreibt jeden kleinen Schaden auf, [mit Zimmer und Uhrzeit|so dass man ihn findet], und [die Technik ist da, bevor der Gast es merkt|nichts bleibt liegen].", "", "Seitdem [klingelt das Telefon halb so oft|gibt es kaum noch Beschwerden]."),
    deed(K, "{name} hatte [alle Allergikerteller vorbereitet|jede Dose beschriftet], so dass [der Abend ohne Rückfrage lief|am Pass alles klar war].", "", "Kein Fehler an einem Abend mit [neun|elf] Sonderkarten."),
    deed(K, "{name} hat [für uns alle warm gekocht|ein richtiges Personalessen gemacht], [nach vierzehn Stunden|im Ramadan nach Sonnenuntergang|am Heiligabend], [aus Resten|nach Rezepten von zu Hause].", "", "Zum ersten Mal seit Wochen saßen alle an einem Tisch."),
    deed(K | R, "{name} hat unserem Lehrling gezeigt, [wie man das Messer hält|wie man drei Teller trägt], [mit Engelsgeduld|immer wieder], [auch samstags bei vollem Haus|ohne je laut zu werden].", "", "Die Prüfung ist bestanden, und der Dank geht an {name}."),
    deed(R | B, "{name} hat gesehen, dass ich [unterging|nicht mehr nachkam], und [zwei Tische von mir übernommen|meine Getränke getragen], [ohne ein Wort|bevor ich fragen konnte].", "", "Niemand musste warten, und ich konnte durchatmen."),
    deed(M, "{name} kam [am Sonntag|morgens um sechs] [wegen der Kühlung|weil die Spülmaschine alles unter Wasser setzte] und [bis zum Frühstück lief alles|hat die ganze Ware gerettet].", "", "Das [Frühstück für zweihundert|Hochzeitsbuffet] konnte stattfinden."),
    deed(M, "{name} hat für [uns im Housekeeping|die Wäscherei] [eine Rampe|einen Wagen|ein Regal in der richtigen Höhe] gebaut, [aus Resten|in der eigenen Freizeit].", "", "Mein Rücken dankt es jeden Tag."),
    deed(G, "{name} hat uns gefragt, bevor [der Dienstplan geändert wurde|die neuen Wagen gekauft wurden], und [auf uns gehört|erklärt, was nicht geht].", "", "Es funktioniert, weil die gefragt wurden, die die Arbeit machen."),
    deed(G | F, "{name} ist mit mir [meine Papiere|meinen Vertrag|den Brief vom Finanzamt] durchgegangen, [Zeile für Zeile|an zwei Abenden].", "", "Ich kann wieder ruhig schlafen."),
];

pub(super) static RELAYED: &[&str] = &[
    "[Beim Frühstück|Beim Auschecken|An der Rezeption|Im Aufzug|Auf der Terrasse] hat {guest} [mir erzählt|mich gebeten auszurichten]:",
    "{guest} hat [von zu Hause angerufen|extra angerufen], [um Danke zu sagen|nur deswegen]:",
    "[Gehört|Aufgeschnappt] [am Pool|an der Bar|an der Rezeption], von {guest}:",
    "{guest} wollte sich persönlich bedanken, aber du hattest frei. Also hier:",
];

pub(super) static THANKS: &[&str] = &[
    "[Vielen Dank{whom}|Danke{whom}|Herzlichen Dank{whom}]! [Das hat meinen Tag gerettet|Das habe ich gleich meiner Mutter vorgelesen|Das hängt jetzt an meinem Spind|Das tat gut nach so einem langen Tag].",
    "[Wie lieb, dass Sie schreiben|Es freut mich, dass es geholfen hat|Das habe ich sehr gern getan]. [Kommen Sie bald wieder|Gute Heimreise|Grüße an die Familie]!",
    "[Ich erinnere mich gut|Natürlich erinnere ich mich]! [Danke, dass Sie sich die Zeit genommen haben|Schön, dass alles gut ausgegangen ist].",
    "[Es tut gut zu wissen|Schön zu hören], dass [es etwas bewirkt hat|es jemand bemerkt hat]. Danke{whom}.",
    "Das gebe ich an das Team weiter, [allein hätte ich es nicht geschafft|wir waren zu zweit]. Danke{whom}!",
];
