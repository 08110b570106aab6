# Anliegen und Fragen: stellen, beantworten, verfolgen.
conversations-ask-title = { $kind ->
    [concern] Etwas könnte besser sein
   *[question] Ich habe eine Frage
}
conversations-ask-lead = { $kind ->
    [concern] Danke, dass Sie es uns sagen. Ein Mensch hier liest es und antwortet mit Namen.
   *[question] Fragen Sie. Ein Mensch hier antwortet mit Namen.
}
conversations-ask-body = { $kind ->
    [concern] Was ist passiert?
   *[question] Was möchten Sie wissen?
}
conversations-ask-body-hint = { $kind ->
    [concern] Wann und wo es war, hilft uns, es in Ordnung zu bringen.
   *[question] So kurz Sie mögen.
}
conversations-ask-sender = Über Sie
conversations-ask-sender-name = Wie dürfen wir Sie nennen?
conversations-ask-sender-email = Ihre E-Mail-Adresse
conversations-ask-sender-email-hint = Nur um hierauf zu antworten.
conversations-ask-send = Senden
conversations-ask-plain = Auch ohne E-Mail-Adresse können Sie unsere Antwort lesen: Die nächste Seite gibt Ihnen einen privaten Link.
conversations-sent-title = Danke, es ist bei uns
conversations-followed-title = { $kind ->
    [concern] Ihr Anliegen
   *[question] Ihre Frage
}
conversations-status-received = Es ist angekommen. Die Antwort finden Sie auf dieser Seite.
conversations-status-answered = Wir haben geantwortet. Schreiben Sie gern noch einmal.
conversations-status-closed = Das ist vorerst erledigt. Wenn Sie noch einmal schreiben, geht es weiter.
conversations-status-unanswered = Wir haben das ohne Antwort abgeschlossen. Schreiben Sie noch einmal, dann ist es wieder offen.
conversations-withdrawn = Sie haben dies zurückgenommen. Niemand sieht es mehr.
conversations-contact = Wir schreiben Ihnen, sobald es eine Antwort gibt. Ist Ihre Adresse neu für uns? Dann haben wir Ihnen eine E-Mail geschickt: Öffnen Sie zuerst den Link darin.
conversations-add-label = Schreiben Sie uns
conversations-add-button = Senden
conversations-link = Zu dieser Seite zurückkommen
conversations-link-words = Diese Adresse ist privat. Heben Sie sie auf, dann können Sie die Antwort jederzeit hier lesen.
conversations-link-name = Mein privater Link
conversations-withdraw = Zurücknehmen
conversations-withdraw-words = Es verschwindet aus unserem Eingang, mit allem, was geschrieben wurde. Das lässt sich nicht rückgängig machen.
conversations-withdraw-button = Zurücknehmen
conversations-inbox-title = Eingang
conversations-inbox-nav = Was gezeigt wird
conversations-inbox-waiting = Offen
conversations-inbox-closed = Erledigt
conversations-inbox-unmatched = Wer war es?
conversations-inbox-none = Hier wartet nichts auf Sie.
conversations-inbox-empty = Hier ist nichts.
conversations-inbox-back = Zurück zum Eingang
conversations-kind = { $kind ->
    [concern] Anliegen
   *[question] Frage
}
conversations-late = Überfällig
conversations-answered = Beantwortet
conversations-waits = Wartet auf Antwort
conversations-withdrawn-short = Zurückgenommen
conversations-show-title = { $kind ->
    [concern] Ein Anliegen
   *[question] Eine Frage
}
conversations-reply-label = Ihre Antwort
conversations-reply-hint = Sagen Sie, was Sie verstanden haben, was jetzt geschieht und bis wann. Ihr Name steht darüber.
conversations-reply-reach = { $reach ->
    [open] Die Antwort erscheint auf der Seite des Gastes und geht per E-Mail hinaus.
    [asked] Die Antwort erscheint auf der Seite des Gastes und geht per E-Mail hinaus, sobald die Adresse bestätigt ist.
    [closed] Die Antwort erscheint auf der Seite des Gastes, der keine E-Mails möchte.
   *[none] Die Antwort erscheint auf der Seite des Gastes, der keine Adresse hinterlassen hat.
}
conversations-reply-button = Antwort senden
conversations-close = Als erledigt markieren
conversations-close-unanswered = Es braucht keine Antwort
conversations-close-unanswered-words = Wer geschrieben hat, liest dann, dass es ohne Antwort abgeschlossen ist.
conversations-withdrawn-staff = Der Gast hat dies zurückgenommen. Es kann nicht mehr beantwortet werden.
conversations-problem-withdrawn = Während Sie schrieben, hat der Gast dies zurückgenommen. Es lässt sich nicht mehr beantworten; was Sie getippt haben, steht noch hier.
conversations-kept = Was Sie geschrieben hatten
conversations-a-guest = Ein Gast
conversations-you = Sie
conversations-said-added = Gesendet. Die Antwort finden Sie hier.
conversations-said-withdrawn = Sie haben es zurückgenommen. Niemand sieht es mehr.
conversations-said-answered = Ihre Antwort steht auf der Seite des Gastes.
conversations-said-closed = Als erledigt vermerkt.
conversations-problem-in-a-row = Mehr kann hier nicht auf eine Antwort warten. Wir haben alles und antworten.
