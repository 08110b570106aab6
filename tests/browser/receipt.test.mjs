// The receipt's sums and its code, without a browser: the modules that pages load, and what other programs make of them.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import jsqr from "jsqr";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
// The files of the pages say nowhere that they are modules: browsers know it from the tag.
const module = (name) => import(`data:text/javascript;base64,${readFileSync(join(root, "static/js", name)).toString("base64")}`);
const seeds = await module("seed.js");
const { squares } = await module("qr.js");
const vectors = JSON.parse(readFileSync(join(root, "tests/data/receipts.json")));

test("receipts and lookups are those that the server works out", async () => {
  assert.ok(vectors.length >= 4);
  for (const { seed, receipt, lookup } of vectors) {
    const bytes = Uint8Array.from(Buffer.from(seed, "hex"));
    assert.equal(seeds.written(bytes), receipt);
    assert.equal(await seeds.lookupOf(bytes), lookup);
    const typed = receipt.toLowerCase().replaceAll("-", "  ").replaceAll("0", "o").replaceAll("1", "l");
    assert.deepEqual(seeds.read(typed), bytes);
  }
  for (const wrong of ["", "1234", "U".repeat(24), vectors[1].receipt.slice(1)]) assert.equal(seeds.read(wrong), null);
});

test("AN14: a text that gives the receipt away is known by it, however it is spelt", () => {
  const receipt = seeds.written(seeds.randomSeed());
  const bare = receipt.replaceAll("-", "");
  const spelt = [receipt, bare, bare.toLowerCase(), [...bare].join(" "), [...receipt].join("\n"), bare.replace(/(.{6})/g, "$1, ")];
  for (const one of spelt) assert.ok(seeds.holds(`My receipt is (${one}), thank you.`, receipt), one);
  for (const text of ["", "Nothing of the kind.", bare.slice(1), seeds.written(seeds.randomSeed())]) {
    assert.ok(!seeds.holds(text, receipt), text);
  }
});

/** A picture of the code as a camera sees it, read by a program of others. */
function scanned(text) {
  const rows = squares(text);
  const [scale, quiet] = [4, 4];
  const side = (rows.length + 2 * quiet) * scale;
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255);
  rows.forEach((row, y) => row.forEach((on, x) => {
    for (let i = 0; on && i < scale * scale; i += 1) {
      const at = ((y + quiet) * scale + Math.floor(i / scale)) * side + (x + quiet) * scale + (i % scale);
      pixels.fill(0, at * 4, at * 4 + 3);
    }
  }));
  return { text: jsqr(pixels, side, side)?.data, size: rows.length };
}

test("the code of every version is read as what was written", () => {
  const sizes = new Set();
  for (let length = 1; length <= 213; length += 4) {
    const text = `https://ü.example/#${"7K3M-9QX2-".repeat(30)}`.slice(0, length);
    if (Buffer.byteLength(text) > 213) continue;
    const { text: found, size } = scanned(text);
    assert.equal(found, text);
    sizes.add(size);
  }
  assert.equal(sizes.size, 10, `${[...sizes]}`);
  assert.throws(() => squares("x".repeat(214)));
});
