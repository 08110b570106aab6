//! Long lists: forward to the end and back again, page by page, meeting everything once.

use scraper::Selector;

use crate::house::page::Page;
use crate::house::{Browser, House};
use peopleworthy::directory::import;

fn attributes(page: &Page, css: &str, name: &str) -> Vec<String> {
    let all = Selector::parse(css).unwrap();
    page.html().select(&all).filter_map(|one| one.value().attr(name).map(str::to_owned)).collect()
}

/// Walks a list by its links to the end and back; what each page held, in order.
fn walk(browser: &Browser, path: &str, (css, name): (&str, &str)) -> Vec<Vec<String>> {
    let (mut forward, mut at) = (Vec::new(), path.to_owned());
    let last = loop {
        let page = browser.open(&at).is(200);
        forward.push(attributes(&page, css, name));
        match attributes(&page, "a[rel=next]", "href").pop() {
            Some(next) => at = next,
            None => break page,
        }
    };
    let mut back = vec![attributes(&last, css, name)];
    let mut previous = attributes(&last, "a[rel=prev]", "href").pop();
    while let Some(at) = previous {
        let page = browser.open(&at).is(200);
        back.push(attributes(&page, css, name));
        previous = attributes(&page, "a[rel=prev]", "href").pop();
    }
    back.reverse();
    assert_eq!(back, forward, "{path}: the way back is the way there");
    let mut seen: Vec<_> = forward.concat();
    let all = seen.len();
    seen.sort();
    seen.dedup();
    assert_eq!(seen.len(), all, "{path}: nothing twice");
    forward
}

fn sizes(pages: &[Vec<String>]) -> Vec<usize> {
    pages.iter().map(Vec::len).collect()
}

fn newcomers(house: &House, count: usize) {
    let mut file = String::from("employee_number,given_name,family_name,site\n");
    (0..count).for_each(|n| file.push_str(&format!("n{n},Noor,Same{},seaside\n", n % 7)));
    let report = house.run(import::people(&house.app, file.as_bytes(), false)).unwrap();
    assert!(!report.is_refused(), "{report}");
}

on_both! {
    fn praise_has_pages_there_and_back(house) {
        let guest = house.guest();
        (0..45).for_each(|n| drop(guest.praises("seaside", "Amina Diallo", &format!("Deed {n}"))));
        let amina = house.staff("amina");
        let pages = walk(&amina, "/praise/mine", ("main .notes a[href^='/praise/']", "href"));
        assert_eq!(sizes(&pages), [20, 20, 5]);
        let first = amina.open("/praise/mine");
        assert_eq!(first.count("a[rel=prev]"), 0);
        first.says("Older").lacks("Newer");
        let ada = house.staff("ada");
        let mails = walk(&ada, "/admin/mail", ("tr[id^='mail-']", "id"));
        assert_eq!(sizes(&mails).iter().sum::<usize>(), 45);
    }

    fn praise_one_gave_has_pages_there_and_back(house) {
        newcomers(house, 25);
        let tomas = house.staff("tomas");
        (0..25).for_each(|n| drop(tomas.praises_colleague(&format!("n{n}"), &format!("Deed {n}")).is(200)));
        let pages = walk(&tomas, "/praise/given", ("main .notes a[href^='/praise/']", "href"));
        assert_eq!(sizes(&pages), [20, 5]);
        tomas.open("/praise/given").says("Deed 24").says("Older").lacks("Newer");
    }

    fn inbox_and_queue_have_pages_there_and_back(house) {
        let guest = house.guest();
        for n in 0..25 {
            guest.raises("seaside", &format!("Worry {n}"));
            guest.praises("seaside", "Qqqq Zzzzxx", &format!("For nobody {n}"));
        }
        let rita = house.staff("rita");
        assert_eq!(sizes(&walk(&rita, "/inbox", ("main a[href^='/inbox/0']", "href"))), [20, 5]);
        assert_eq!(sizes(&walk(&rita, "/inbox/unmatched", ("article[id^='note-']", "id"))), [20, 5]);
        for thread in walk(&rita, "/inbox", ("main a[href^='/inbox/0']", "href")).concat() {
            rita.open(&thread).form("/close").post().is(303);
        }
        assert_eq!(sizes(&walk(&rita, "/inbox?shown=closed", ("main a[href^='/inbox/0']", "href"))), [20, 5]);
    }

    fn people_have_pages_there_and_back_with_the_words_searched_for(house) {
        newcomers(house, 120);
        let ada = house.staff("ada");
        let rows = ("tr[id^='person-']", "id");
        assert_eq!(sizes(&walk(&ada, "/admin/people", rows)), [50, 50, 39]);
        assert_eq!(sizes(&walk(&ada, "/admin/people?q=noor%20same", rows)), [50, 50, 20]);
        ada.open("/admin/people").says("Next").lacks("Previous");
    }

    fn a_site_prints_all_its_badges_at_once(house) {
        newcomers(house, 410);
        let ada = house.staff("ada");
        ada.post("/admin/codes", &[("site", "seaside"), ("level", "person")]).is(303);
        let sheets = ada.open("/admin/codes/print?site=seaside&level=person").is(200).count(".poster");
        assert!(sheets > 410, "{sheets}");
    }

    fn what_is_gone_or_nonsense_leads_to_the_beginning(house) {
        newcomers(house, 60);
        let ada = house.staff("ada");
        let random = uuid::Uuid::new_v4();
        let first = attributes(&ada.open("/admin/people"), "tr[id^='person-']", "id");
        let gone = ada.open(&format!("/admin/people?after={random}")).is(200);
        assert_eq!(attributes(&gone, "tr[id^='person-']", "id"), first);
    }

    fn every_colleague_has_a_page_that_can_be_found(house) {
        let lena = house.person("lena");
        let link = |id| format!("main a[href='/people/{id}']");
        let mia = house.staff("mia");
        assert_eq!(mia.open(&format!("/admin/people/{lena}")).is(200).count(&link(lena)), 1);
        let tomas = house.staff("tomas");
        assert_eq!(tomas.open(&format!("/praise/new?person={lena}")).is(200).count(&link(lena)), 1);
        let amina = house.staff("amina");
        assert_eq!(amina.open("/praise/mine").is(200).count(&link(house.person("amina"))), 1);
    }
}
