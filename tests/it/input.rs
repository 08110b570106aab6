//! Bad input: each kind has its clear answer, nothing that was typed is lost, and nothing breaks.

use crate::house::House;
use crate::house::browser::encode;
use crate::house::journeys::note_links;
use crate::house::wire::exchange;
use peopleworthy::people::code::Subject;
use peopleworthy::people::code_store;
use std::time::Duration;

/// Forms anybody may send without an account, with the field that carries the words.
const DOORS: [(&str, &str); 3] = [("praise", "did"), ("concern", "body"), ("question", "body")];

/// Sends words through every door; what came of it must not be `500`, and words that are refused must still stand in
/// the form. Gives the statuses.
fn through_every_door(house: &House, words: &str) -> Vec<(u16, Option<String>)> {
    let send = |(kind, field): (&str, &str)| {
        let guest = house.guest();
        let mut form = guest.open(&format!("/at/seaside/{kind}")).is(200).form(kind).fill(field, words);
        if kind == "praise" {
            form = form.fill("who", "Amina Diallo");
        }
        let page = form.submit();
        assert!(page.status < 500, "{kind}: {}", page.status);
        if page.status != 422 {
            return (page.status, None);
        }
        assert_eq!(page.value(field), words, "{kind} lost what was typed");
        (page.status, Some(page.problem(field)))
    };
    DOORS.into_iter().map(send).collect()
}

fn all_refused_with(answers: Vec<(u16, Option<String>)>, sentence: &str) {
    assert_eq!(answers.len(), DOORS.len());
    for answer in answers {
        assert!(matches!(&answer, (422, Some(said)) if said.contains(sentence)), "{answer:?}");
    }
}

on_both! {
    fn an_empty_form_says_what_is_missing(house) {
        let guest = house.guest();
        let page = guest.open("/at/seaside/praise").form("/praise").submit().is(422);
        assert!(page.problem("who").contains("Tell us who it was"));
        let page = page.form("/praise").fill("who", "Amina Diallo").submit().is(422);
        assert!(page.problem("did").contains("Tell us what they did"));
        let page = guest.open("/at/seaside/concern").form("/concern").fill("body", " \n\t ").submit().is(422);
        assert!(page.problem("body").contains("Please write something here"));
        let page = house.staff("tomas").open("/praise/new").form("/praise").submit().text();
        assert!(page.contains("Pick the person") && page.contains("Please write something here"), "{page}");
    }

    fn a_text_that_is_too_long_is_kept_and_told_so(house) {
        all_refused_with(through_every_door(house, &"a".repeat(5_001)), "Please keep to 5,000 characters");
        all_refused_with(through_every_door(house, &"ä".repeat(30_000)), "Please keep to 5,000 characters");
        assert!(through_every_door(house, &"ä".repeat(5_000)).iter().all(|answer| answer.0 == 200));
    }

    fn a_megabyte_is_refused_with_a_page_that_says_so(house) {
        for (kind, field) in DOORS {
            let guest = house.guest();
            let form = guest.open(&format!("/at/seaside/{kind}")).form(kind).fill(field, &"b".repeat(1 << 20));
            form.post().is(413).says("That is too large");
        }
        house.guest().open("/at/seaside").is(200);
    }

    fn nul_and_other_controls_are_refused_alike_on_both_engines(house) {
        for bad in ["nul\0nul", "bell\u{7}", "escape\u{1b}[31m", "c1\u{9b}x"] {
            let guest = house.guest();
            let form = guest.open("/at/seaside/praise").form("/praise").fill("who", "Amina Diallo");
            let page = form.fill("did", bad).submit();
            assert_eq!(page.status, 422, "{bad:?}");
            assert!(page.problem("did").contains("signs that cannot be shown"), "{bad:?}");
            for field in ["who", "sender_name", "where"] {
                let form = guest.open("/at/seaside/praise").form("/praise").fill("did", "Was kind");
                let form = form.fill("who", "Amina Diallo").fill(field, bad);
                let page = form.submit();
                assert_eq!(page.status, 422, "{field} {bad:?}");
                page.problem(field);
            }
        }
        house.staff("amina").open("/praise/mine").says("No notes yet");
    }

    fn piled_up_marks_are_refused_and_writing_with_marks_is_not(house) {
        let zalgo = format!("H{}i", "\u{301}".repeat(200));
        all_refused_with(through_every_door(house, &zalgo), "piles too many marks");
        for fine in ["Ti\u{1ec7}\u{301}ng Vi\u{1ec7}t", "नमस्ते जी, बहुत अच्छा", "שָׁלוֹם", "👩🏽\u{200d}🍳 cooked for us"] {
            assert!(through_every_door(house, fine).iter().all(|answer| answer.0 == 200), "{fine}");
        }
    }

    fn text_from_right_to_left_comes_back_as_it_was_sent(house) {
        let words = "ساعدتني في حمل الحقائب \u{202e}reversed\u{202c} وابتسمت";
        let guest = house.guest();
        let form = guest.open("/at/seaside/praise").form("/praise").fill("who", "Amina Diallo");
        form.fill("did", words).fill("sender_name", "ليلى \u{202e}").submit().is(200);
        let amina = house.staff("amina");
        let note = amina.newest_note();
        assert!(note.body().contains(words), "{}", note.text());
        note.says("ليلى");
    }

    fn an_unknown_site_is_nowhere_at_every_door(house) {
        let guest = house.guest();
        for kind in ["", "/praise", "/concern", "/question", "/people?q=Amina"] {
            guest.get(&format!("/at/nowhere{kind}")).is(404);
        }
        for (kind, field) in DOORS {
            guest.post(&format!("/at/nowhere/{kind}"), &[("who", "Amina"), (field, "Lost words")]).is(404);
        }
    }

    fn a_code_that_is_taken_down_while_somebody_types_loses_nothing(house) {
        let code = house.code(Subject::Person(house.person("amina")));
        let guest = house.guest();
        let form = guest.open(&format!("/at/seaside/praise?c={}", code.code)).form("/praise").fill("did", "Sang");
        let id = code.id;
        house.write(move |deed| code_store::revoke_code(deed.conn, id, deed.now));
        let page = form.submit();
        assert!(page.status == 200 || page.value("did") == "Sang", "{}", page.text());
    }

    fn a_form_that_lay_open_for_a_year_is_still_taken(house) {
        let guest = house.guest();
        let form = guest.open("/at/seaside/praise").form("/praise").fill("who", "Amina Diallo").fill("did", "Waited");
        house.later(400 * 24 * 3600);
        form.submit().is(200).says("It is on Amina’s page");
    }

    fn a_form_key_of_nobodys_making_is_replaced_not_trusted(house) {
        let guest = house.guest();
        let keys = ["", "short", "../../etc/passwd", &"A".repeat(5_000), "ÄÄÄÄÄÄÄÄÄÄÄÄ"];
        for (number, key) in keys.iter().enumerate() {
            let form = guest.open("/at/seaside/praise").form("/praise").fill("who", "Amina Diallo");
            form.fill("did", &format!("Deed {number}")).forge("form_key", key).submit().is(200);
        }
        assert_eq!(note_links(&house.staff("amina").open("/praise/mine")).len(), 5);
    }

    fn another_kind_of_body_is_refused_with_415(house) {
        let guest = house.guest();
        let fields = encode(&[("who", "Amina Diallo"), ("did", "Was kind"), ("body", "It drips")]);
        for path in ["/at/seaside/praise", "/at/seaside/concern", "/at/seaside/question"] {
            for kind in ["application/json", "text/plain", "multipart/form-data; boundary=x", "", "nonsense"] {
                let page = guest.ask("POST", path, &[("Content-Type", kind)], Some(fields.clone().into_bytes()));
                assert_eq!(page.status, 415, "{path} {kind}");
            }
        }
        house.staff("amina").open("/praise/mine").says("No notes yet");
    }

    fn rubbish_instead_of_percent_signs_is_text_not_a_failure(house) {
        let guest = house.guest();
        let form = ("Content-Type", "application/x-www-form-urlencoded");
        for body in ["%", "%%%=%zz&&&=", "who=%ff%fe&did=%c3%28&shown_at=-9223372036854775808", "=&=&=", "a", "did"] {
            let page = guest.ask("POST", "/at/seaside/praise", &[form], Some(body.as_bytes().to_vec()));
            assert!(page.status < 500, "{body}: {}", page.status);
        }
        for value in ["9223372036854775807", "-9223372036854775808", "99999999999999999999999", "NaN", "1e9"] {
            let fields = [("who", "Amina Diallo"), ("did", "Was kind"), ("shown_at", value)];
            assert!(guest.post("/at/seaside/praise", &fields).status < 500, "{value}");
        }
        for path in ["/at/%00", "/at/%ff/praise", "/praise/not-a-key", "/people/%zz", "/follow/%2e%2e", "/q/%F0%9F"] {
            let status = exchange(house, &format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"),
                Duration::from_secs(5)).status();
            assert!((300..500).contains(&status), "{path}: {status}");
        }
        house.staff("amina").get("/praise/not-a-key").is(404);
        house.staff("amina").get("/people/%zz").is(404);
        for query in ["?after=x", "?of=%ff", "?q=%00"] {
            assert!(house.staff("amina").get(&format!("/wall{query}")).status < 500, "{query}");
            assert!(house.guest().get(&format!("/at/seaside/people{query}")).status < 500, "{query}");
        }
    }

    fn a_body_that_is_cut_off_leaves_nothing_behind(house) {
        let body = encode(&[("who", "Amina Diallo"), ("did", "Was kind to all of us"), ("shown_at", "1")]);
        let head = format!(
            "POST /at/seaside/praise HTTP/1.1\r\nHost: x\r\nOrigin: {}\r\n\
             Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n",
            crate::house::BASE_URL, body.len()
        );
        let mut wire = crate::house::wire::Wire::open(house);
        wire.send(format!("{head}{}", &body[..body.len() / 2]).as_bytes());
        wire.finish_sending();
        let heard = wire.listen(Duration::from_secs(3));
        assert!(!matches!(heard.status(), 200..400 | 500..), "{heard:?}");
        house.staff("amina").open("/praise/mine").says("No notes yet");
        let whole = head.replace("Host: x\r\n", "Host: x\r\nConnection: close\r\n");
        let whole = exchange(house, &format!("{whole}{body}"), Duration::from_secs(3));
        assert_eq!(whole.status(), 303, "{}", whole.text);
        house.staff("amina").open("/praise/mine").says("Was kind to all of us");
    }

    fn an_address_that_is_none_is_told_before_anything_is_stored(house) {
        let guest = house.guest();
        let injected = "a@b.example\r\nBcc: c@d.example";
        for address in ["nobody", "a@b", "a b@c.example", injected, "<a@b.example>", "\"a\"@b.example"] {
            let form = guest.open("/at/seaside/praise").form("/praise").fill("who", "Amina Diallo");
            let page = form.fill("did", "Was kind").fill("sender_email", address).submit();
            assert_eq!(page.status, 422, "{address}");
            assert!(page.problem("sender_email").contains("does not look like an e-mail address"));
        }
        assert!(house.all_mails().is_empty());
    }
}
