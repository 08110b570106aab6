//! Concerns and questions: to the site's responder and nobody else's, answered by name, heard by the guest.

use diesel::prelude::*;
use peopleworthy::conversations::store as conversations;
use peopleworthy::db::schema::{conversation, conversation_message};
use peopleworthy::ids::ConversationId;

use crate::house::House;
use crate::house::journeys::follow_link;
use crate::house::page::Page;
use crate::voice_races::while_under_way;

/// The conversations in somebody's inbox.
fn threads(page: &Page) -> Vec<String> {
    page.hrefs("li[id^=thread-] a")
}

fn inbox_of(house: &House, who: &str) -> Vec<String> {
    threads(&house.staff(who).open("/inbox").is(200))
}

/// Does something while its guest takes a conversation back.
fn while_it_is_taken_back(house: &House, id: ConversationId, deed: impl FnOnce()) {
    while_under_way(house, move |deed| conversations::withdraw(deed.conn, id, deed.now), deed);
}

/// The state of a conversation, and how many words of it are kept.
fn stands(house: &House, id: ConversationId) -> (String, i64) {
    house.read(move |conn| {
        let said = conversation_message::table.filter(conversation_message::conversation_id.eq(id));
        let state = conversation::table.find(id).select(conversation::state).first(conn)?;
        Ok((state, said.count().get_result(conn)?))
    })
}

on_both! {
    fn a_concern_reaches_the_sites_responder_and_nobody_elses(house) {
        let guest = house.guest();
        let sent = guest.raises("seaside", "The shower floods the room");
        sent.says("Thank you, we have it").says("The shower floods the room");
        assert_eq!(inbox_of(house, "hugo").len(), 0);
        let seaside = inbox_of(house, "rita");
        assert_eq!(seaside.len(), 1);
        assert_eq!(inbox_of(house, "mia"), seaside, "the house manager sees it too");
        let link = house.mail_to("rita@staff.example", "Seaside").link("/inbox/");
        house.staff("rita").open(&link).is(200).says("The shower floods the room").says("A guest");
        house.staff("hugo").get(&seaside[0]).is(404).lacks("shower");
        for nobody in ["amina", "eva", "carl", "otto", "harriet"] {
            house.staff(nobody).get(&seaside[0]).is(404).lacks("shower");
        }
        assert!(house.mails_to("hugo@staff.example").is_empty());
    }

    fn the_mail_about_it_tells_no_content(house) {
        house.guest().raises("seaside", "The shower floods the room");
        let mail = house.mail_to("rita@staff.example", "Seaside");
        assert!(!mail.text.contains("shower") && !mail.html.contains("shower"));
    }

    fn an_answer_reaches_the_guests_page_and_their_letter_box(house) {
        let guest = house.guest();
        let form = guest.open("/at/seaside/question").is(200).form("/question").fill("body", "Is there a cot?");
        let sent = form.fill("sender_name", "Mara").fill("sender_email", "mara@guest.example").submit().is(200);
        let link = follow_link(&sent);
        guest.confirms("mara@guest.example");
        let rita = house.staff("rita");
        let thread = rita.open(&inbox_of(house, "rita")[0]).is(200);
        thread.says("Mara").says("It goes to the guest’s page and by mail");
        let empty = thread.form("/reply").submit().is(422);
        empty.problem("text");
        empty.form("/reply").fill("text", "Yes, it is made up by six").submit().is(200).says("made up by six");
        let mailed = house.mail_to("mara@guest.example", "Seaside has answered you").link("/follow/");
        assert!(mailed.ends_with(&link));
        guest.open(&mailed).is(200).says("Yes, it is made up by six").says("Rita Salgado").says("We have answered");
    }

    fn a_guest_writes_again_and_it_opens_once_more(house) {
        let guest = house.guest();
        let link = follow_link(&guest.raises("seaside", "The lift is slow"));
        let rita = house.staff("rita");
        let thread = inbox_of(house, "rita").remove(0);
        rita.open(&thread).form("/reply").fill("text", "We oil it").submit().is(200);
        rita.open(&thread).form("/close").submit().is(200).says("Marked as settled");
        assert!(inbox_of(house, "rita").is_empty());
        guest.open(&link).says("This is settled for now");
        guest.open(&link).form("/add").submit().is(422).problem("text");
        guest.open(&link).form("/add").fill("text", "It is still slow").submit().is(200).says("It is still slow");
        assert_eq!(inbox_of(house, "rita"), std::slice::from_ref(&thread));
        rita.open(&thread).says("It is still slow");
    }

    fn what_needs_no_answer_is_settled_without_one_and_its_guest_reads_so(house) {
        let guest = house.guest();
        let form = guest.open("/at/seaside/concern").form("/concern").fill("body", "Buy my carpets");
        let link = follow_link(&form.submit().is(200));
        let rita = house.staff("rita");
        let thread = rita.open(&rita.open("/inbox").link("/inbox/0")).is(200);
        thread.says("Whoever wrote then reads that it was settled without an answer");
        thread.form("/close").submit().is(200).says("Marked as settled");
        guest.open(&link).says("We have settled this without an answer").lacks("This is settled for now");
        guest.open(&link).form("/add").fill("text", "But they are good").submit().is(200);
        rita.open(&rita.open("/inbox").link("/inbox/0")).says("But they are good");
    }

    fn a_guest_sends_twenty_messages_in_a_row_and_the_next_keeps_its_words(house) {
        let guest = house.guest();
        let form = guest.open("/at/seaside/concern").form("/concern").fill("body", "The lift is slow");
        let link = follow_link(&form.submit().is(200));
        for number in 1..20 {
            guest.post(&format!("{link}/add"), &[("text", &format!("Still slow {number}"))]).is(303);
        }
        let full = guest.open(&link).form("/add").fill("text", "Very slow").submit().is(422);
        assert!(full.problem("text").contains("will answer"));
        assert_eq!(full.value("text"), "Very slow");
        let rita = house.staff("rita");
        let thread = rita.open(&rita.open("/inbox").link("/inbox/0"));
        thread.form("/reply").fill("text", "We oil it").submit().is(200);
        guest.open(&link).form("/add").fill("text", "Very slow").submit().is(200).says("Very slow");
    }

    fn what_was_answered_stands_apart_and_comes_back_when_the_guest_writes_again(house) {
        let guest = house.guest();
        let link = follow_link(&guest.raises("seaside", "The lift is slow"));
        house.guest().raises("seaside", "The tea is cold");
        let rita = house.staff("rita");
        let inbox = rita.open("/inbox").is(200);
        assert_eq!((threads(&inbox).len(), inbox.texts(".tab .tag")[0].as_str()), (2, "2"));
        let lift = threads(&inbox).remove(0);
        rita.open(&lift).form("/reply").fill("text", "We oil it").submit().is(200);
        let answered = rita.open(&rita.open("/inbox").link("shown=answered")).is(200);
        assert_eq!(threads(&answered), std::slice::from_ref(&lift));
        answered.lacks("The tea is cold");
        assert_eq!(answered.texts(".tab .tag")[..2], ["1", "1"]);
        house.later(60);
        let mails = || house.mails_to("rita@staff.example").into_iter().filter(|mail| mail.subject.contains("wrote again")).count();
        // Two presses say it once.
        for _ in 0..2 {
            guest.post(&format!("{link}/add"), &[("text", "It is still slow")]).is(303);
        }
        assert_eq!(inbox_of(house, "rita").len(), 2);
        let thread = rita.open(&lift).is(200).text();
        assert_eq!(thread.matches("It is still slow").count(), 1, "{thread}");
        rita.open("/inbox?shown=answered").is(200).says("Nothing here");
        house.mail_to("rita@staff.example", "wrote again");
        assert_eq!(mails(), 1, "once, and not for each press");
        // Settled without a word, and said once more: that is no second press.
        rita.open(&lift).form("/close").submit().is(200);
        assert_eq!(inbox_of(house, "rita").len(), 1);
        guest.post(&format!("{link}/add"), &[("text", "It is still slow")]).is(303);
        assert_eq!(inbox_of(house, "rita").len(), 2);
    }

    fn a_concern_that_is_taken_back_is_gone(house) {
        let guest = house.guest();
        let link = follow_link(&guest.raises("seaside", "My neighbour snores"));
        let rita = house.staff("rita");
        let thread = inbox_of(house, "rita").remove(0);
        guest.open(&link).form("/withdraw").submit().is(200).says("You took it back");
        guest.get(&link).is(404);
        guest.post(&format!("{link}/add"), &[("text", "No, wait")]).is(404);
        assert!(inbox_of(house, "rita").is_empty());
        let page = rita.get(&thread);
        page.lacks("snores");
        assert!(!page.has_form("/reply"));
        assert_ne!(rita.post(&format!("{thread}/reply"), &[("text", "We tell him")]).status, 303);
    }

    fn what_was_taken_back_stays_so_whatever_is_pressed_on_a_page_that_lay_open(house) {
        let guest = house.guest();
        let link = follow_link(&guest.raises("seaside", "My neighbour snores"));
        let rita = house.staff("rita");
        let thread = rita.open(&inbox_of(house, "rita")[0]).is(200);
        let at = guest.open(&link).is(200);
        at.form("/withdraw").submit().is(200);
        let late = thread.form("/reply").fill("text", "We tell him").submit().is(409);
        late.says("We tell him").problem("text");
        assert!(!late.has_form("/reply"), "there is nobody to send it to");
        thread.form("/close").submit().is(409);
        at.form("/add").fill("text", "No, wait").submit().is(404);
        let id = thread.path.rsplit('/').next().unwrap().parse().unwrap();
        assert_eq!(stands(house, id), ("withdrawn".into(), 0));
        rita.open(&thread.path).is(200).says("took this back").lacks("snores");
    }

    fn what_the_guest_added_is_read_before_it_is_settled(house) {
        let guest = house.guest();
        let link = follow_link(&guest.raises("seaside", "The lift is slow"));
        let rita = house.staff("rita");
        let thread = rita.open(&inbox_of(house, "rita")[0]).is(200);
        guest.open(&link).form("/add").fill("text", "And it smells of smoke").submit().is(200);
        thread.form("/close").submit().is(409).says("faster");
        assert_eq!(inbox_of(house, "rita"), std::slice::from_ref(&thread.path), "it waits");
        let read = rita.open(&thread.path);
        for _ in 0..2 {
            read.says("smells of smoke").form("/close").submit().is(200).says("Marked as settled");
        }
    }

    fn what_is_said_while_it_is_being_taken_back_is_not_kept_and_not_lost(house) {
        let (guest, rita) = (house.guest(), house.staff("rita"));
        for (what, words) in [("/reply", "We tell him"), ("/close", ""), ("/add", "No, wait")] {
            let link = follow_link(&guest.raises("seaside", &format!("My neighbour snores {what}")));
            let thread = rita.open(inbox_of(house, "rita").last().unwrap()).is(200);
            let id = thread.path.rsplit('/').next().unwrap().parse().unwrap();
            let at = guest.open(&link).is(200);
            while_it_is_taken_back(house, id, || match what {
                "/close" => drop(thread.form(what).submit().is(409)),
                "/reply" => drop(thread.form(what).fill("text", words).submit().is(409).says(words)),
                _ => drop(at.form(what).fill("text", words).submit().is(404)),
            });
            assert_eq!(stands(house, id), ("withdrawn".into(), 0), "{what}");
        }
    }

    fn two_presses_make_one_concern_and_one_answer(house) {
        let guest = house.guest();
        let page = guest.open("/at/seaside/concern");
        let fill = || page.form("/concern").fill("body", "It drips");
        let (first, second) = (fill().submit().is(200), fill().submit().is(200));
        assert_eq!(follow_link(&first), follow_link(&second));
        let threads = inbox_of(house, "rita");
        assert_eq!(threads.len(), 1);
        let rita = house.staff("rita");
        let page = rita.open(&threads[0]);
        for _ in 0..2 {
            page.form("/reply").fill("text", "The plumber comes at nine").submit().is(200);
        }
        let text = guest.open(&follow_link(&first)).text();
        assert_eq!(text.matches("The plumber comes at nine").count(), 1, "{text}");
    }

    fn what_waits_too_long_is_marked(house) {
        house.guest().raises("seaside", "Nobody answers the phone");
        house.staff("rita").open("/inbox").lacks("Late");
        house.later(30 * 24 * 3600);
        house.staff("rita").open("/inbox").says("Late");
    }
}
