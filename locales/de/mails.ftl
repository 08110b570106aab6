# E-Mails. Ein Link in einer E-Mail öffnet nur eine Seite; es geschieht nichts, bevor dort jemand einen Knopf drückt.
mails-hello = Guten Tag,
mails-hello-name = Guten Tag { $name },
mails-stop = Keine solchen E-Mails mehr
mails-why-praised = Sie bekommen diese E-Mail, weil jemand Sie gelobt hat. Wer es sonst sehen darf, bestimmen Sie.
mails-why-asked = Sie bekommen diese E-Mail, weil { $site } Ihnen sagen soll, was aus Ihren Worten wird.
mails-why-address = Jemand hat diese Adresse bei { $site } angegeben. Ohne Ihren Druck auf den Knopf kommt keine weitere E-Mail.
mails-why-responder = Sie bekommen diese E-Mail, weil Sie den Gästen von { $site } antworten.
mails-why-retention = Sie bekommen diese E-Mail, weil Sie bearbeiten, was Mitarbeitende vorbringen.
mails-why-invited = Sie bekommen diese E-Mail, weil Sie im Verzeichnis von { $organisation } stehen.
mails-why-account = Sie bekommen diese E-Mail, weil es um Ihr Konto geht.
mails-why-test = Sie bekommen diese E-Mail, weil Sie sie angefordert haben.

mails-praise-received-subject = Ein Gast hat Sie dabei erwischt, wie Sie etwas richtig gut gemacht haben
mails-praise-received-subject-from = { $sender } hat Sie dabei erwischt, wie Sie etwas richtig gut gemacht haben
mails-praise-received-subject-colleague = Aus dem Team wurden Sie dabei erwischt, wie Sie etwas richtig gut gemacht haben
mails-praise-received-guest = ein Gast hat sich einen Moment Zeit genommen, um etwas über Sie zu sagen. So fängt es an:
mails-praise-received-guest-named = { $sender }, zu Gast bei uns, hat sich einen Moment Zeit genommen, um etwas über Sie zu sagen. So fängt es an:
mails-praise-received-colleague = jemand aus dem Team hat sich einen Moment Zeit genommen, um etwas über Sie zu sagen. So fängt es an:
mails-praise-received-colleague-named = { $sender } hat sich einen Moment Zeit genommen, um etwas über Sie zu sagen. So fängt es an:
mails-praise-received-label = Alles lesen

mails-note-read-and-thanked-subject = { $person } hat Ihre Nachricht gelesen und sagt Danke
mails-note-read-and-thanked-words = Ihre Worte sind angekommen. { $person } von { $site } hat sie gelesen und sagt Danke.
mails-note-read-and-thanked-label = Ihre Nachricht ansehen

mails-confirm-address-subject = Ist das Ihre Adresse? { $site } möchte Ihnen sagen, was aus Ihren Worten wird
mails-confirm-address-words = danke für Ihre Worte an { $site }. Wenn Sie hören möchten, was daraus wird, öffnen Sie diese Seite und drücken Sie dort auf den Knopf.
mails-confirm-address-not-you = Wenn Sie davon nichts wissen, müssen Sie nichts tun: Es kommt keine weitere E-Mail.
mails-confirm-address-label = Adresse bestätigen

mails-conversation-answered-subject = { $site } hat Ihnen geantwortet
mails-conversation-answered-words = { $kind ->
    [concern] bei { $site } hat jemand Ihr Anliegen gelesen und geantwortet. Die Antwort liegt auf Ihrer privaten Seite.
   *[question] bei { $site } hat jemand Ihre Frage gelesen und geantwortet. Die Antwort liegt auf Ihrer privaten Seite.
}
mails-conversation-answered-label = Antwort lesen

mails-inbox-new-subject = { $kind ->
    [again] Ein Gast hat noch einmal geschrieben: { $site }
    [concern] Ein Gast hat ein Anliegen: { $site }
   *[question] Ein Gast hat eine Frage: { $site }
}
mails-inbox-new-words = { $kind ->
    [again] ein Gast von { $site } hat noch einmal geschrieben. Jemand sollte es bald lesen.
    [concern] ein Gast von { $site } hat ein Anliegen. Jemand sollte es bald lesen.
   *[question] ein Gast von { $site } hat eine Frage. Jemand sollte sie bald lesen.
}
mails-inbox-new-words-place = { $kind ->
    [again] ein Gast von { $site } ({ $place }) hat noch einmal geschrieben. Jemand sollte es bald lesen.
    [concern] ein Gast von { $site } ({ $place }) hat ein Anliegen. Jemand sollte es bald lesen.
   *[question] ein Gast von { $site } ({ $place }) hat eine Frage. Jemand sollte sie bald lesen.
}
mails-inbox-new-label = Posteingang öffnen

mails-invitation-subject = Ihr Platz bei { $organisation } auf Peopleworthy
mails-invitation-words = bei { $organisation } sagen sich die Menschen jetzt, was sie gut machen, und Gäste sagen es ihnen auch. Wählen Sie ein Passwort und sehen Sie, was über Sie gesagt wird.
mails-invitation-days = { $days ->
    [one] Der Link gilt einmal, einen Tag lang.
   *[other] Der Link gilt einmal, { $days } Tage lang.
}
mails-invitation-label = Passwort wählen

mails-reset-subject = Ein neues Passwort für Ihr Konto
mails-reset-words = { $minutes ->
    [one] jemand hat ein neues Passwort für Ihr Konto angefordert. Der Link gilt einmal, eine Minute lang.
   *[other] jemand hat ein neues Passwort für Ihr Konto angefordert. Der Link gilt einmal, { $minutes } Minuten lang.
}
mails-reset-not-you = Wenn Sie das nicht waren, müssen Sie nichts tun: Ihr Passwort bleibt, wie es ist.
mails-reset-label = Neues Passwort wählen

mails-password-changed-subject = Ihr Passwort wurde geändert
mails-password-changed-words = das Passwort Ihres Kontos wurde geändert: { $at }. Alle anderen Geräte sind abgemeldet.
mails-password-changed-not-you = Wenn Sie das nicht waren, wählen Sie jetzt ein neues und sagen Sie in der Verwaltung Bescheid.
mails-password-changed-label = Neues Passwort wählen, das war ich nicht

mails-test-mail-subject = Ein Test von Peopleworthy
mails-test-mail-words = wenn Sie das lesen können, funktioniert die Post.
mails-test-mail-label = Zurück zur Mailseite

mails-why-handler = Sie bekommen diese Mail, weil Sie bei { $site } beantworten, was das Kollegium anspricht.
mails-why-raiser = Sie bekommen diese Mail, weil Sie es angesprochen haben.
mails-why-supporter = Sie bekommen diese Mail, weil Sie „ich auch“ gesagt haben.
mails-issue-received-subject = { $kind ->
    [idea] Jemand aus dem Kollegium hat eine Idee: { $site }
   *[issue] Jemand aus dem Kollegium hat etwas angesprochen: { $site }
}
mails-issue-received-words = { $kind ->
    [idea] Jemand bei { $site } hat eine Idee, auf die Sie antworten. Sagen Sie bald, dass Sie sie gelesen haben.
   *[issue] Jemand bei { $site } hat etwas angesprochen, worauf Sie antworten. Sagen Sie bald, dass Sie es gelesen haben.
}
mails-issue-received-confidential-subject = Etwas wartet auf Sie: { $site }
mails-issue-received-confidential-words = Ihnen wurde bei { $site } etwas anvertraut. Was es ist, steht auf seiner eigenen Seite und in keiner Mail.
mails-issue-received-label = Öffnen
mails-issue-answered-subject = { $kind ->
    [idea] Eine Idee wurde beantwortet: { $site }
   *[issue] Ein Anliegen wurde beantwortet: { $site }
}
mails-issue-answered-words = { $kind ->
    [idea] Die Idee bei { $site } wurde beantwortet. Die Antwort wartet auf ihrer Seite.
   *[issue] Das Anliegen bei { $site } wurde beantwortet. Die Antwort wartet auf seiner Seite.
}
mails-issue-answered-label = Antwort lesen
mails-issue-changed-state-subject = { $state ->
    [acknowledged] Jemand hat es gelesen: { $site }
    [looking] Jemand geht dem nach: { $site }
    [planned] Etwas ist geplant: { $site }
    [changed] Etwas wurde geändert: { $site }
    [declined] Entschieden: { $site }
    [passed_on] Weitergegeben: { $site }
   *[joined] Es geht unter einem anderen Anliegen weiter: { $site }
}
mails-issue-changed-state-words = { $state ->
    [acknowledged] Jemand hat gelesen, was bei { $site } angesprochen wurde.
    [looking] Jemand geht dem nach, was bei { $site } angesprochen wurde.
    [planned] Zu dem, was bei { $site } angesprochen wurde, ist etwas geplant. Was, und bis wann, steht auf seiner Seite.
    [changed] Wegen dem, was bei { $site } angesprochen wurde, wurde etwas geändert. Was, steht auf seiner Seite.
    [declined] Was bei { $site } angesprochen wurde, bleibt, wie es ist. Der Grund steht auf seiner Seite.
    [passed_on] Was bei { $site } angesprochen wurde, wurde weitergegeben. An wen, steht auf seiner Seite.
   *[joined] Was bei { $site } angesprochen wurde, geht unter einem anderen Anliegen weiter.
}
mails-issue-changed-state-label = Sehen, was daraus wurde
mails-issue-confidential-subject = Auf Peopleworthy wartet etwas auf Sie
mails-issue-confidential-words = Es gibt etwas Neues für Sie. Was es ist, steht auf seiner eigenen Seite und in keiner Mail.
mails-why-confidential = Sie bekommen diese Mail, weil Sie Peopleworthy nutzen.
mails-issue-alerted-subject = Etwas Dringendes wartet auf Sie
mails-issue-alerted-words = Etwas, das Beschäftigte vorgebracht haben und von dem Sie wissen müssen, wurde als dringend bezeichnet: Jemand könnte zu Schaden kommen. Worum es geht, steht auf der Seite hinter diesem Link und nicht in dieser Mail.
mails-issue-alerted-label = Sehen, was dringend ist
mails-voice-due-subject = Jemand wartet auf Ihre Antwort
mails-voice-due-words = Beschäftigte haben etwas vorgebracht, um das Sie sich kümmern, und der Tag, bis zu dem eine Antwort fällig ist, ist nah oder vorbei. Worum es geht, steht auf der Seite hinter diesem Link und nicht in dieser Mail.
mails-voice-due-label = Sehen, was fällig ist

mails-retention-warning-subject = Etwas, das vor langer Zeit abgeschlossen wurde, wird gelöscht
mails-retention-warning-words = etwas, das vorgebracht und vor langer Zeit abgeschlossen wurde, ist bald lange genug aufbewahrt. Am { $day } oder kurz danach wird es gelöscht, und es bleibt nur eine Zeile ohne Worte. Was länger aufbewahrt werden muss, kann man festhalten.
mails-retention-warning-label = Sehen, was endet, und es festhalten
