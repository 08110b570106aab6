//! What the staff raise, in German, and what became of it.

use super::{Matter, matter};

#[rustfmt::skip]
pub static MATTERS: &[Matter] = &[
    matter("equipment", "Der Personalaufzug bleibt [fast jeden Morgen|ständig] zwischen dem zweiten und dritten Stock stehen. Wir tragen die Wäsche über die Treppe.", "Personalaufzug", "Jemand muss den Türsensor ansehen, nicht nur neu starten.",
        "Die Aufzugfirma tauscht den Türsensor; bis dahin helfen zwei Leute von sechs bis neun mit der Wäsche.", "Der Türsensor ist neu, der Aufzug läuft seit zwei Wochen ohne Halt.", ""),
    matter("equipment", "Die Wagen [quietschen|ziehen nach links], dass Gäste sich schon vor acht beschweren. Die Rollen sind älter als manche von uns.", "Etage, alle Stockwerke", "Neue Rollen, keine neuen Wagen.",
        "Vierzig neue Rollen sind bestellt und werden Stockwerk für Stockwerk eingebaut.", "Alle Wagen im zweiten und dritten Stock haben neue Rollen, die anderen folgen.", ""),
    matter("equipment", "Die Spülmaschine hinten in der Küche tropft. Jeden Abend steht Wasser auf dem Boden, irgendwann rutscht jemand aus.", "Spülküche", "Eine neue Dichtung, und bis dahin eine Matte.",
        "Ein Techniker setzt eine neue Dichtung ein; eine Gummimatte liegt ab heute dort.", "Die Dichtung ist neu, der Boden bleibt trocken, und die Matte bleibt auch.", ""),
    matter("work", "Von Gruppen erfahren wir [am selben Tag|erst, wenn der Bus da ist]. So kann niemand die Zimmer planen.", "Empfang", "Die Liste zwei Tage vorher an alle Abteilungen.",
        "Der Verkauf schickt die Gruppenliste jeden Montag und Donnerstag an alle Abteilungsleitungen.", "Die Liste kommt zweimal in der Woche, und nach zwölf nimmt der Empfang keine Änderung mehr an.", ""),
    matter("shifts", "Der Dienstplan kommt [am Freitag für Montag|drei Tage vorher]. So kann ich die Kinder nicht unterbringen.", "", "Zwei Wochen vorher, und tauschen, ohne zu fragen.",
        "Der Dienstplan erscheint ab nächstem Monat zwei Wochen vorher.", "Der Plan hängt fünfzehn Tage vorher, und zum Tauschen genügen die zwei, die tauschen.", "Mehr als zehn Tage vorher geht es nicht: Vorher ändern sich die Buchungen zu sehr. Tauschen ist ab jetzt frei."),
    matter("together", "Neue stehen am ersten Tag herum, weil niemand weiß, dass sie kommen.", "", "Eine Person, die herumführt, mit Namen im Plan.",
        "Jede Abteilung nennt jemanden, der Neue herumführt; der Name steht im Plan.", "Alle Neuen dieses Monats wurden an der Tür mit Namen begrüßt.", ""),
    matter("guests", "Jeden Tag fragen Gäste nach veganem Frühstück, und wir haben nur Obst.", "Frühstücksraum", "Zwei Gerichte und ein Schild würden reichen.",
        "Die Küche versucht es vier Wochen mit zwei veganen Gerichten und zählt, was gegessen wird.", "Zwei vegane Gerichte stehen auf dem Büfett, mit Schild.", ""),
    matter("other", "Der Parkplatz hinter der Küche ist dunkel, wenn die Spätschicht endet.", "Parkplatz", "Eine Lampe mit Sensor.",
        "Ein Elektriker hängt zwei Lampen mit Sensor auf.", "Zwei Lampen mit Sensor leuchten bis zum Tor.", ""),
    matter("other", "Könnte es in der Kantine nach neun noch etwas Warmes geben? Die Nachtschicht isst Kekse.", "Kantine", "Suppe in einem Topf, der warm hält.",
        "Die Küche stellt der Nachtschicht einen Topf Suppe hin, und wir sehen, ob sie gegessen wird.", "Bis zwei Uhr nachts gibt es Suppe.", "Die Küche schließt um neun, und nachts darf niemand allein kochen. Dafür gibt es jetzt eine Mikrowelle und einen Kühlschrank, der um acht gefüllt wird."),
];

pub static CONFIDED: &[&str] = &[
    "Meine Schichtleitung macht vor Gästen Bemerkungen darüber, wie ich spreche. Ich habe gebeten, damit aufzuhören, und es wurde gelacht. Ich will deswegen keine Schichten verlieren.",
    "Das Trinkgeld der Terrasse wird eingesammelt und nicht so geteilt wie vereinbart. Ich führe seit drei Wochen eine Liste.",
];

pub static ASKED: &[&str] =
    &["Danke, dass Sie uns das sagen. Dürfen wir diese Woche telefonieren? Ohne Ihr Ja geschieht nichts."];
