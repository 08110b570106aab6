# Lob geben, hören, zeigen.
praise-give-title = Jemand hat etwas richtig gut gemacht
praise-give-who = Wer war es?
praise-give-who-hint = Ein Name, ein Teil davon, oder die Tätigkeit. Auf die Schreibweise kommt es nicht an.
praise-give-unknown = Ich kenne den Namen nicht
praise-give-unknown-hint = Alles hilft uns herauszufinden, wer es war. Eine der Angaben genügt.
praise-give-when = Wann war es?
praise-give-when-hint = Zum Beispiel „heute früh beim Frühstück“
praise-give-where = Wo?
praise-give-where-hint = Zum Beispiel „an der Poolbar“
praise-give-what-role = Was macht die Person, soweit Sie es sehen konnten?
praise-give-what-role-hint = Zum Beispiel „hat unsere Koffer getragen“
praise-give-sender = Über Sie
praise-give-sender-name = Wie dürfen wir Sie nennen?
praise-give-sender-email = Ihre E-Mail-Adresse
praise-give-sender-email-hint = Nur um Ihnen zu sagen, was daraus wird.
praise-give-send = Meinen Dank senden
praise-give-just = Einfach danke sagen, ohne Worte
praise-give-plain = Die Person liest Ihre Worte so, wie Sie sie schreiben, und entscheidet, wer sie außerdem lesen darf. Niemand ändert sie.
praise-did = Was hat die Person getan?
praise-did-hint = Zum Beispiel: „Ist nach Dienstschluss geblieben, um den Stoffhasen meiner Tochter zu suchen.“
praise-difference = Was hat das bewirkt?
praise-difference-hint = Für Sie, für Ihre Begleitung, für Ihren Tag.
praise-just-thanks = Danke!
praise-added = Ergänzt

praise-card-thanks = Danke,
praise-card-code-alt = Ein Code zum Scannen für { $name }
praise-card-seen = { $name }, das ist für Sie
praise-card-seen-how = Scannen heißt: „Ich habe es gehört.“
praise-card-open = Hochhalten
praise-card-flip = Umdrehen
praise-card-close = Schließen

praise-followed-title = Ihr Dank
praise-followed-next = Zeigen Sie es gleich, wenn Sie mögen. So geht es weiter.
praise-followed-thanks = Danke. Ihre Worte sind bei uns.
praise-followed-words = Was Sie geschrieben haben
praise-followed-withdrawn = Sie haben Ihre Nachricht zurückgenommen
praise-followed-withdrawn-words = Niemand sieht sie mehr. Danke, dass Sie trotzdem an jemanden gedacht haben.
praise-followed-better = Hätten wir etwas besser machen können?
praise-followed-better-link = Sagen Sie es uns, ein Mensch antwortet
praise-followed-link = Zu dieser Seite zurückkommen
praise-followed-link-words = Diese Adresse ist privat. Wer sie hat, kann die Nachricht lesen, ergänzen und zurücknehmen. Behalten Sie sie also für sich.
praise-followed-link-name = Mein privater Link
praise-step-sent = Gesendet
praise-step-unmatched = Wir finden heraus, wer es war, damit Ihre Worte bei der richtigen Person ankommen.
praise-step-held = Jemand wirft kurz einen Blick darauf, dann geht es an { $name }.
praise-step-nobody = Jemand hat es gelesen und gesucht, aber nicht herausgefunden, wer es war. Ergänzen Sie, was Ihnen noch einfällt, dann wird noch einmal gesucht.
praise-step-junk = Jemand hat es gelesen. Es wurde nicht weitergegeben.
praise-step-there = Es steht auf der Seite von { $name }, noch ungelesen.
praise-step-read = { $name } hat es gelesen.
praise-step-seen = { $name } hat es gleich vor Ort gehört.
praise-step-thanks = { $name } sagt:
praise-contact = Wir schreiben Ihnen, sobald es etwas zu sagen gibt. Ist Ihre Adresse neu für uns? Dann haben wir Ihnen eine E-Mail geschickt: Öffnen Sie zuerst den Link darin.
praise-three = Drei kurze Fragen, wenn Sie mögen
praise-three-satisfied = Sind Sie mit uns zufrieden?
praise-three-individual = Wurden Sie als Mensch behandelt, nicht als Nummer?
praise-three-return = Würden Sie wiederkommen?
praise-three-send = Antworten senden
praise-add = Etwas ergänzen
praise-add-label = Was möchten Sie ergänzen?
praise-add-button = Ergänzen
praise-withdraw-link = Die Nachricht zurücknehmen
praise-withdraw-title = Nachricht zurücknehmen?
praise-withdraw-words = Sie verschwindet aus allen Listen und von der Seite der gelobten Person. Das lässt sich nicht rückgängig machen.
praise-withdraw-button = Zurücknehmen
praise-withdraw-keep = Nein, behalten
praise-seen-title = Haben Sie das gehört, { $name }?
praise-seen-words = Gerade hat sich jemand persönlich bei Ihnen bedankt. Ein Druck auf den Knopf, und die Person weiß, dass es angekommen ist.
praise-seen-button = Ich habe es gehört
praise-seen-done-title = Gut gemacht, { $name }
praise-seen-done-words = Der Gast sieht, dass es angekommen ist. Die Nachricht selbst gehört Ihnen.
praise-seen-done-link = Unter „Mein Lob“ lesen

praise-home-title = Start
praise-home-hello = Hallo, { $name }
praise-home-new = { $n ->
    [one] Eine neue Nachricht für Sie
   *[other] { $n } neue Nachrichten für Sie
}
praise-home-waiting = Wartet auf Sie
praise-home-issues = { $n ->
    [one] Ein Anliegen
   *[other] { $n } Anliegen
}{ $late ->
    [0] {""}
   *[other] , davon { $late } überfällig
}
praise-home-conversations = { $n ->
    [one] Ein Gespräch mit einem Gast
   *[other] { $n } Gespräche mit Gästen
}
praise-home-notes = { $n ->
    [one] Eine Nachricht: Für wen ist sie?
   *[other] { $n } Nachrichten: Für wen sind sie?
}
praise-home-yours = Ihr Lob
praise-home-all = Mein ganzes Lob
praise-home-none = Gerade nichts Neues. Wenn Ihnen jemand dankt, steht es sofort hier.
praise-home-wall-all = Die ganze Wand
praise-new-title = Jemanden loben
praise-new-who = Wen?
praise-new-who-hint = Ein Name oder die Tätigkeit. Aus jedem Team, von jedem Standort.
praise-new-values = Welcher unserer Werte war zu sehen?
praise-new-send = Lob senden
praise-new-plain = Die Person sieht es sofort. Sie entscheidet, ob es an die Wand kommt.
praise-show-title = Lob
praise-show-yours = Hier geht es um Sie
praise-show-for = Für
praise-show-when = Wann
praise-show-where = Wo
praise-show-source = Auf welchem Weg
praise-show-all = Mein ganzes Lob
praise-thank = Danke sagen
praise-thank-label = Ihre Antwort
praise-thank-hint = Eine Zeile genügt. Gezeigt wird nur Ihr Vorname.
praise-thank-button = Dank senden
praise-thank-said = Ihre Antwort:
praise-visible = Wer darf das sehen?
praise-visible-hint = Es gehört Ihnen. Sie können es jederzeit ändern.
praise-visible-me = Nur ich
praise-visible-team = Mein Team
praise-visible-site = Alle an meinem Standort
praise-visible-company = Das ganze Unternehmen
praise-visible-public = Alle, auch Gäste, sobald ihnen hier Lob gezeigt wird
praise-visible-save = Speichern
praise-mine-title = Mein Lob
praise-mine-lead = Das gehört Ihnen. In Beurteilungen kommt es nur vor, wenn Sie es selbst mitbringen.
praise-mine-all = Nachrichten
praise-mine-guests = von Gästen
praise-mine-colleagues = aus dem Kollegium
praise-mine-heard = Vom Senden bis zum Lesen dauert es bei Ihnen meist
praise-mine-page = Was andere davon sehen
praise-mine-none = Noch keine Nachrichten. Die erste ist hier, sobald sie gesendet wird.
praise-given-title = Lob von mir
praise-given-lead = Diese Liste sehen nur Sie.
praise-given-none = Sie haben noch niemanden gelobt. Was Sie schreiben, steht dann hier, mit der Antwort.
praise-thanks-title = Auf Ihre Worte kam eine Antwort
praise-wall-title = Die Wand
praise-wall-lead = Lob, das Menschen gern geteilt haben.
praise-wall-none = Die Wand ist noch leer. Nachrichten erscheinen, wenn die Gelobten zustimmen.
praise-wall-nav = Welche Wand
praise-wall-site = Mein Standort
praise-wall-company = Das ganze Unternehmen
praise-person-page = Die Seite von { $name }
praise-person-button = Diese Person loben
praise-person-left = { $name } arbeitet nicht mehr hier.
praise-person-notes = Was andere sagten
praise-person-none = Hier ist noch nichts geteilt.
praise-unmatched-title = Wer war es?
praise-unmatched-back = Zurück zum Eingang
praise-unmatched-lead = Diese Nachrichten nennen niemanden eindeutig, oder etwas an ihnen ist ungewöhnlich. Ihre Wahl schickt sie sofort weiter; die Schreibweise eines unklaren Namens wird gemerkt.
praise-unmatched-nameless = Ohne Namen
praise-unmatched-role = Tätigkeit
praise-unmatched-could-be = Es könnte sein
praise-unmatched-assign = Das ist für diese Person
praise-unmatched-no-idea = Wir haben keine gute Vermutung. Versuchen Sie unten einen Namen.
praise-unmatched-not-here = { $site }: Niemand heißt so ähnlich wie „{ $name }“.
praise-unmatched-else = Jemand anderes
praise-unmatched-none = Keine Nachricht wartet auf ihre Person.
praise-unmatched-nav = Welche Nachrichten
praise-unmatched-waiting = Offen
praise-unmatched-aside = Beiseitegelegt
praise-unmatched-aside-none = Nichts wurde beiseitegelegt.
praise-unmatched-cannot = Die Nachricht lässt sich nicht weitergeben
praise-unmatched-cannot-words = Die Nachricht wird beiseitegelegt und kann zurückgeholt werden. Wer sie schrieb, liest hinter dem eigenen Link, dass niemand gefunden oder dass sie nicht weitergegeben wurde.
praise-unmatched-nobody = Niemand ist zu finden
praise-unmatched-junk = Nicht ernst gemeint
praise-unmatched-back-button = Zurückholen
praise-aside-why = { $why ->
    [nobody] Beiseitegelegt: Niemand war zu finden.
   *[junk] Beiseitegelegt: nicht ernst gemeint, wird nirgends gezählt.
}

praise-problem-who = Sagen Sie uns, wer es war, oder kreuzen Sie „Ich kenne den Namen nicht“ an.
praise-problem-which = Bitte wählen Sie aus, wen Sie meinen. Steht die Person nicht in der Liste, senden Sie einfach noch einmal ab: Wir finden es heraus.
praise-problem-gone = Diese Person ist hier nicht mehr zu finden. Bitte suchen Sie noch einmal.
praise-problem-nothing-known = Sagen Sie uns wenigstens eines: wann es war, wo, oder was die Person macht.
praise-problem-did = Sagen Sie uns, was die Person getan hat, oder drücken Sie „Einfach danke sagen, ohne Worte“.
praise-problem-who-colleague = Wählen Sie aus, wen Sie loben möchten.
praise-problem-self = Lob ist für andere da: Bitte wählen Sie jemanden aus dem Kollegium.
praise-problem-often = Sie haben { $name } heute schon mehrmals gelobt. Es ist angekommen; morgen geht es wieder.
praise-from-guest = Von einem Gast
praise-from-guest-named = Von { $name }, zu Gast
praise-from-colleague = Von { $name }
praise-from-import = Hat uns auf anderem Weg erreicht
praise-reason-team = Sie können das lesen, weil Lob für { $name } dem Team gezeigt wird.
praise-reason-site = Sie können das lesen, weil { $name } es mit dem Haus teilt.
praise-reason-company = Sie können das lesen, weil { $name } es mit allen hier teilt.
praise-reason-sender = Das haben Sie geschrieben.
praise-guess-chosen = Vom Gast genannt
praise-guess-exact = Trägt einen der Namen
praise-guess-close = Ähnlicher Name
praise-guess-role = Die Arbeit passt
praise-said-added = Ihre Worte sind ergänzt.
praise-said-answers = Danke. Das hilft uns.
praise-said-withdrawn = Ihr Lob ist zurückgenommen. Niemand sieht es mehr.
praise-said-sent = Die gelobte Person sieht es jetzt.
praise-said-thanked = Ihr Dank ist unterwegs.
praise-said-visibility = Gespeichert.
praise-said-aside = Beiseitegelegt. Sie finden die Nachricht unter „Beiseitegelegt“.
praise-said-back = Die Nachricht ist wieder offen.
praise-said-matched = Es ist jetzt dort, wo es hingehört, und die Schreibweise ist gemerkt.
praise-median = { $site }: Bis die Hälfte aller Nachrichten gehört ist, dauert es
praise-flag-trap = Ein Feld, das Menschen nicht sehen, war ausgefüllt: vielleicht eine Maschine.
praise-flag-quick = Es wurde schneller abgeschickt, als Menschen tippen.
praise-flag-unusual = Viele Nachrichten kamen auf einmal über eine Verbindung oder für dieses Haus.
praise-flag-own = Es wurde im Browser der gelobten Person abgeschickt.
praise-from-a-colleague = Aus dem Kollegium
praise-problem-additions = Mehr passt nicht zu einem Lob. Ein weiteres sagt es ihnen genauso.
