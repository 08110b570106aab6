//! Tests of what a whole process says.

/// Runs a test (of `module_path!()`, by its name) once more, alone, in a process of its own, and fails if it does. A log
/// belongs to a process, and in this one every test's house would write into it.
pub fn in_own_process(module: &str, name: &str, test: impl FnOnce()) {
    const ALONE: &str = "TEST_RUNS_ALONE";
    if std::env::var_os(ALONE).is_some() {
        return test();
    }
    let path = format!("{}::{name}", module.split_once("::").unwrap().1);
    let own = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", &path, "--nocapture"])
        .env(ALONE, "yes")
        .output()
        .unwrap();
    let (said, complained) = (String::from_utf8_lossy(&own.stdout), String::from_utf8_lossy(&own.stderr));
    assert!(said.contains("1 passed") && own.status.success(), "{said}{complained}");
    println!("{said}{complained}");
}
