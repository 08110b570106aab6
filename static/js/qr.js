// A QR code drawn in the browser, for what no server may see. ISO/IEC 18004: bytes, error correction M, versions 1 to 10
// (up to 213 bytes). Everything else has its codes from the server.

// Error correction bytes in a block, and blocks, for each version.
const CORRECTION = [[10, 1], [16, 1], [26, 1], [18, 2], [24, 2], [16, 4], [18, 4], [22, 4], [22, 5], [26, 5]];
const MASKS = [
  (x, y) => (x + y) % 2, (x, y) => y % 2, (x) => x % 3, (x, y) => (x + y) % 3,
  (x, y) => (Math.floor(x / 3) + Math.floor(y / 2)) % 2, (x, y) => ((x * y) % 2) + ((x * y) % 3),
  (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2, (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2,
];

function multiply(a, b) {
  let product = 0;
  for (let bit = 7; bit >= 0; bit -= 1) product = (product << 1) ^ ((product >> 7) * 0x11d) ^ (((b >> bit) & 1) * a);
  return product & 255;
}

function divisor(degree) {
  const result = new Uint8Array(degree);
  result[degree - 1] = 1;
  let root = 1;
  for (let i = 0; i < degree; i += 1) {
    for (let j = 0; j < degree; j += 1) result[j] = multiply(result[j], root) ^ (j + 1 < degree ? result[j + 1] : 0);
    root = multiply(root, 2);
  }
  return result;
}

function remainder(data, by) {
  const rest = [...new Uint8Array(by.length)];
  for (const byte of data) {
    const factor = byte ^ rest.shift();
    rest.push(0);
    by.forEach((value, i) => { rest[i] ^= multiply(value, factor); });
  }
  return rest;
}

// Squares that hold data in a version, in whole bytes: all but the patterns.
function rawBytes(version) {
  let squares = (16 * version + 128) * version + 64;
  if (version >= 2) {
    const rows = Math.floor(version / 7) + 2;
    squares -= (25 * rows - 10) * rows - 55;
    if (version >= 7) squares -= 36;
  }
  return Math.floor(squares / 8);
}

const room = (version) => rawBytes(version) - CORRECTION[version - 1][0] * CORRECTION[version - 1][1];

// Length and bytes as a stream of bits, filled up to the version's room.
function dataBytes(bytes, version) {
  const bits = [];
  const put = (value, length) => { for (let i = length - 1; i >= 0; i -= 1) bits.push((value >> i) & 1); };
  put(4, 4);
  put(bytes.length, version < 10 ? 8 : 16);
  bytes.forEach((byte) => put(byte, 8));
  put(0, Math.min(4, room(version) * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  const data = [];
  for (let i = 0; i < bits.length; i += 8) data.push(Number.parseInt(bits.slice(i, i + 8).join(''), 2));
  for (let pad = 0xec; data.length < room(version); pad ^= 0xec ^ 0x11) data.push(pad);
  return data;
}

// In blocks, each with its correction, and then a byte of each block in turn.
function interleaved(data, version) {
  const [correction, count] = CORRECTION[version - 1];
  const short = Math.floor(rawBytes(version) / count);
  const longOnes = rawBytes(version) % count;
  const by = divisor(correction);
  const blocks = [];
  for (let i = 0, at = 0; i < count; i += 1) {
    const length = short - correction + (i >= count - longOnes ? 1 : 0);
    const part = data.slice(at, at + length);
    at += length;
    blocks.push({ part, rest: remainder(part, by) });
  }
  const all = [];
  const longest = Math.max(...blocks.map(({ part }) => part.length));
  for (let i = 0; i < longest; i += 1) for (const { part } of blocks) if (i < part.length) all.push(part[i]);
  for (let i = 0; i < correction; i += 1) for (const { rest } of blocks) all.push(rest[i]);
  return all;
}

function alignments(version) {
  if (version === 1) return [];
  const count = Math.floor(version / 7) + 2;
  const step = Math.ceil((version * 4 + 4) / (count * 2 - 2)) * 2;
  const places = [6];
  for (let at = version * 4 + 10; places.length < count; at -= step) places.splice(1, 0, at);
  return places;
}

function draw(version, bytes, mask) {
  const size = version * 4 + 17;
  const dark = Array.from({ length: size }, () => new Array(size).fill(false));
  const fixed = Array.from({ length: size }, () => new Array(size).fill(false));
  const set = (x, y, on) => { dark[y][x] = Boolean(on); fixed[y][x] = true; };
  for (let i = 0; i < size; i += 1) { set(6, i, i % 2 === 0); set(i, 6, i % 2 === 0); }
  for (const [cx, cy] of [[3, 3], [size - 4, 3], [3, size - 4]]) {
    for (let dy = -4; dy <= 4; dy += 1) {
      for (let dx = -4; dx <= 4; dx += 1) {
        const away = Math.max(Math.abs(dx), Math.abs(dy));
        if (cx + dx >= 0 && cx + dx < size && cy + dy >= 0 && cy + dy < size) set(cx + dx, cy + dy, away !== 2 && away !== 4);
      }
    }
  }
  const places = alignments(version);
  const last = places.length - 1;
  places.forEach((cx, i) => places.forEach((cy, j) => {
    if ((i === 0 && j === 0) || (i === 0 && j === last) || (i === last && j === 0)) return;
    for (let dy = -2; dy <= 2; dy += 1) for (let dx = -2; dx <= 2; dx += 1) set(cx + dx, cy + dy, Math.max(Math.abs(dx), Math.abs(dy)) !== 1);
  }));
  // Format: correction M is 00, then the mask, with its own correction.
  let rest = mask;
  for (let i = 0; i < 10; i += 1) rest = (rest << 1) ^ ((rest >> 9) * 0x537);
  const format = ((mask << 10) | rest) ^ 0x5412;
  const bit = (i) => (format >> i) & 1;
  for (let i = 0; i <= 5; i += 1) set(8, i, bit(i));
  set(8, 7, bit(6)); set(8, 8, bit(7)); set(7, 8, bit(8));
  for (let i = 9; i < 15; i += 1) set(14 - i, 8, bit(i));
  for (let i = 0; i < 8; i += 1) set(size - 1 - i, 8, bit(i));
  for (let i = 8; i < 15; i += 1) set(8, size - 15 + i, bit(i));
  set(8, size - 8, true);
  if (version >= 7) {
    rest = version;
    for (let i = 0; i < 12; i += 1) rest = (rest << 1) ^ ((rest >> 11) * 0x1f25);
    const bits = (version << 12) | rest;
    for (let i = 0; i < 18; i += 1) {
      const [a, b] = [size - 11 + (i % 3), Math.floor(i / 3)];
      set(a, b, (bits >> i) & 1); set(b, a, (bits >> i) & 1);
    }
  }
  // The data, in columns of two, up and down, from the right.
  let at = 0;
  for (let right = size - 1; right >= 1; right -= 2) {
    if (right === 6) right = 5;
    for (let step = 0; step < size; step += 1) {
      for (const x of [right, right - 1]) {
        const y = ((right + 1) & 2) === 0 ? size - 1 - step : step;
        if (fixed[y][x]) continue;
        const on = at < bytes.length * 8 ? (bytes[at >> 3] >> (7 - (at & 7))) & 1 : 0;
        dark[y][x] = Boolean(on) !== (MASKS[mask](x, y) === 0);
        at += 1;
      }
    }
  }
  return dark;
}

// What makes a code hard to read: long runs, blocks of one colour, patterns like the corners', too much of one colour.
function penalty(dark) {
  const size = dark.length;
  let points = 0;
  for (const line of [...dark, ...dark.map((_, x) => dark.map((row) => row[x]))]) {
    const text = line.map((on) => (on ? 1 : 0)).join('');
    for (const run of text.match(/1{5,}|0{5,}/g) ?? []) points += run.length - 2;
    for (let i = 0; i + 11 <= size; i += 1) {
      const part = text.slice(i, i + 11);
      if (part === '10111010000' || part === '00001011101') points += 40;
    }
  }
  for (let y = 0; y + 1 < size; y += 1) {
    for (let x = 0; x + 1 < size; x += 1) {
      const on = dark[y][x];
      if (on === dark[y][x + 1] && on === dark[y + 1][x] && on === dark[y + 1][x + 1]) points += 3;
    }
  }
  const share = dark.flat().filter(Boolean).length / (size * size);
  return points + Math.floor(Math.abs(share * 20 - 10)) * 10;
}

/** The squares of a text's code: rows of true (dark) and false. Throws for more than 213 bytes. */
export function squares(text) {
  const bytes = [...new TextEncoder().encode(text)];
  let version = 1;
  while (version <= 10 && bytes.length * 8 + 4 + (version < 10 ? 8 : 16) > room(version) * 8) version += 1;
  if (version > 10) throw new Error('too long for a code');
  const all = interleaved(dataBytes(bytes, version), version);
  const drawn = MASKS.map((_, mask) => draw(version, all, mask));
  return drawn.reduce((best, one) => (penalty(one) < penalty(best) ? one : best));
}

/** The code as a picture, black on white with the quiet zone that scanners want. */
export function picture(text) {
  const rows = squares(text);
  const make = (name, values) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(values)) element.setAttribute(key, value);
    return element;
  };
  const size = rows.length + 8;
  const svg = make('svg', { viewBox: `-4 -4 ${size} ${size}`, 'shape-rendering': 'crispEdges', 'aria-hidden': 'true' });
  const path = rows.map((row, y) => row.map((on, x) => (on ? `M${x},${y}h1v1h-1z` : '')).join('')).join('');
  svg.append(make('rect', { x: -4, y: -4, width: size, height: size, fill: 'white' }), make('path', { d: path, fill: 'black' }));
  return svg;
}
