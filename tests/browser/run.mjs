// Runs every *.test.mjs beside this file. The two that measure times or mind them come first, because browsers that are busy
// would be measured with them; of the rest four run at once, and the longest begin. Fails when a test fails, is skipped, or when
// there was none.
//
//   node tests/browser/run.mjs              all
//   node tests/browser/run.mjs praise       the files whose name has this word
//
// PEOPLEWORTHY_BIN names another program than target/debug/peopleworthy; SHOTS=1 keeps screenshots in tests/browser/shots.
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const MEASURING = ["live.test.mjs", "praise.test.mjs"];
const LONG = ["pages.test.mjs", "unlinked.test.mjs", "pulse.test.mjs"];
const words = process.argv.slice(2);
const files = readdirSync(here)
  .filter((name) => name.endsWith(".test.mjs"))
  .filter((name) => words.length === 0 || words.some((word) => name.includes(word)))
  .sort()
  .map((name) => join(here, name));

if (files.length === 0) {
  console.error(`No file here has a name with: ${words.join(", ")}`);
  process.exit(2);
}

// Only leaves count: a suite passes or fails with what is in it, and a file is reported like a suite.
const counted = { passed: 0, failed: 0, skipped: 0 };
const isLeaf = (test) => test.details?.type !== "suite" && test.name !== test.file && !files.includes(test.name);

/** Runs files, so many at once, and prints what they say. */
async function runAll(some, concurrency) {
  if (some.length === 0) return;
  const tests = run({ files: some, concurrency, timeout: 20 * 60_000 });
  tests.on("test:pass", (test) => {
    if (test.skip !== undefined || test.todo !== undefined) counted.skipped += 1;
    else if (isLeaf(test)) counted.passed += 1;
  });
  tests.on("test:fail", (test) => {
    process.exitCode = 1;
    // What only failed because something in it failed is not a failure of its own.
    if (test.details?.error?.failureType !== "subtestsFailed") counted.failed += 1;
  });
  // `spec` is a class in newer versions of Node.js and a stream's constructor function in older ones: `new` fits both.
  const printed = tests.compose(new spec());
  printed.pipe(process.stdout, { end: false });
  await once(printed, "end");
}

const isOneOf = (names) => (file) => names.some((name) => file.endsWith(`/${name}`));
const [measures, isLong] = [isOneOf(MEASURING), isOneOf(LONG)];
await runAll(files.filter(measures), 2);
const rest = files.filter((file) => !measures(file));
await runAll([...rest.filter(isLong), ...rest.filter((file) => !isLong(file))], 4);
if (counted.failed + counted.skipped > 0 || counted.passed === 0) process.exitCode = 1;
console.log(`browser: ${counted.passed} passed, ${counted.failed} failed, ${counted.skipped} skipped`);
