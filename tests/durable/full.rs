//! DR6: a full disk.
//!
//! The test runs itself again in a mount namespace of its own, where it may mount a small tmpfs whoever it is, and
//! where nothing stays mounted however it ends.

use std::fs::File;
use std::io::Write;
use std::process::Command;
use std::time::{Duration, Instant};

use super::desk::{Answer, Filled, furnish, staff};
use super::house::{Engine, Place, alone, client, report, wait_for};

const NAME: &str = "full::dr6_on_a_full_disk_reading_goes_on_and_writing_comes_back_when_there_is_room";
const INSIDE: &str = "DURABLE_INSIDE_A_NAMESPACE";

#[test]
fn dr6_on_a_full_disk_reading_goes_on_and_writing_comes_back_when_there_is_room() {
    if std::env::var_os(INSIDE).is_some() {
        return fill_and_free();
    }
    let _alone = alone();
    let status = Command::new("unshare")
        .args(["--mount", "--map-root-user"])
        .arg(std::env::current_exe().unwrap())
        .args(["--exact", NAME, "--nocapture", "--quiet"])
        .env(INSIDE, "1")
        .status()
        .expect("unshare is there (Debian: util-linux)");
    assert!(status.success(), "see above; if it says 'Operation not permitted', this machine forbids user namespaces");
}

fn fill_and_free() {
    let place = Place::new(Engine::Sqlite);
    let data = place.data(0);
    std::fs::create_dir(&data).unwrap();
    let mounted = Command::new("mount").args(["-t", "tmpfs", "-o", "size=16m", "tmpfs"]).arg(&data).status().unwrap();
    assert!(mounted.success(), "a small tmpfs can be mounted");
    furnish(&place);
    let staff = staff(&place, true);
    let mut program = place.serve();
    let (agent, url) = (client(), program.url().to_owned());
    let get = |path: &str| agent.get(format!("{url}{path}")).call().unwrap().status().as_u16();
    let mut forms = Vec::new();
    let press = |n: usize| {
        let form = Filled::new(staff[n % staff.len()], &format!("{n}: {}", "brought soup. ".repeat(100)));
        let answer = form.press(&agent, &url).unwrap();
        (form, answer)
    };
    for n in 0..20 {
        let (form, answer) = press(n);
        assert_eq!(answer.status, 303);
        forms.push((form, answer));
    }

    let filler = data.join("filler");
    let mut file = File::create(&filler).unwrap();
    while file.write_all(&[1; 4096]).is_ok() {}
    drop(file); // or its room would not come back with it
    let mut refused = 0;
    while get("/health/ready") != 503 {
        assert!(forms.len() < 2_000, "the disk is full and it is still ready");
        let (form, answer) = press(forms.len());
        if answer.status != 303 {
            refused += 1;
            assert_refused(&answer);
        }
        forms.push((form, answer));
    }
    for _ in 0..20 {
        let (form, answer) = press(forms.len());
        assert_refused(&answer);
        refused += 1;
        forms.push((form, answer));
    }
    assert_eq!([get("/health/live"), get("/at/seaside"), get("/at/seaside/praise")], [200; 3], "reading goes on");
    let followed = forms[0].1.location.clone().unwrap();
    assert_eq!(get(&followed), 200);
    assert!(program.is_alive());
    assert!(program.said().len() < 1_000_000, "the log would fill the disk itself");
    place.assert_sound();

    std::fs::remove_file(&filler).unwrap();
    let freed = Instant::now();
    let waited = wait_for("writing works again", Duration::from_secs(5), || press(0).1.status == 303);
    wait_for("it is ready again", Duration::from_secs(5).saturating_sub(freed.elapsed()), || {
        get("/health/ready") == 200
    });
    // Each guest presses again: nothing that was answered is lost, nothing that was refused is half there.
    let before = place.count("SELECT count(*) AS n FROM note");
    let kept = forms.iter().filter(|(_, answer)| answer.status == 303).count();
    assert_eq!(usize::try_from(before).unwrap(), kept + 1);
    for (form, answer) in &forms {
        let again = form.press(&agent, &url).unwrap();
        assert_eq!(again.status, 303);
        assert!(answer.status != 303 || answer.location == again.location);
    }
    for table in ["note", "note_recipient", "sender"] {
        let rows = place.count(&format!("SELECT count(*) AS n FROM {table}"));
        assert_eq!(usize::try_from(rows).unwrap(), forms.len() + 1, "{table}");
    }
    let mails = place.count("SELECT count(*) AS n FROM mail WHERE kind = 'praise_received'");
    assert_eq!(usize::try_from(mails).unwrap(), forms.len() + 1);
    place.assert_sound();
    report(&format!("disk full: {refused} refused with 503, {kept} kept; writing again after {waited:?}"));
}

fn assert_refused(answer: &Answer) {
    assert!(matches!(answer.status, 503 | 507), "{answer:?}");
    assert!(answer.retry_after.as_deref().and_then(|seconds| seconds.parse::<u32>().ok()).is_some(), "{answer:?}");
}
