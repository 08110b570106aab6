// A QR code on the screen, read as another phone reads it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("jsqr"), "utf8");

/** What the code in a picture says. */
export async function scan(picture) {
  const page = picture.page();
  // By the debugging protocol, as axe comes: the pages' content security policy refuses it as a script element.
  if (!(await page.evaluate("typeof window.jsQR === 'function'"))) await page.evaluate(source);
  const words = await picture.evaluate(async (image) => {
    await image.decode();
    const side = 480; // pictures in vectors have no size of their own: this is what a camera would see
    const canvas = Object.assign(document.createElement("canvas"), { width: side, height: side });
    const brush = canvas.getContext("2d");
    brush.fillStyle = "white";
    brush.fillRect(0, 0, side, side);
    brush.drawImage(image, 0, 0, side, side);
    return window.jsQR(brush.getImageData(0, 0, side, side).data, side, side)?.data ?? null;
  });
  if (words === null) throw new Error("no camera could read this code");
  return words;
}
