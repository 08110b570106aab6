// The receipt's sums, the same as in src/voice/anonymous/receipt.rs: 15 random bytes, 24 characters, and the lookup that is
// sent in their place. Nothing here touches the page or the network.

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const INFO = new TextEncoder().encode('pw/anon/lookup/v1');

/** Whether this browser may do the sums: only where the connection is encrypted, or on this machine. */
export const canMake = () => Boolean(globalThis.isSecureContext && globalThis.crypto?.subtle);

/** 15 new random bytes. */
export const randomSeed = () => crypto.getRandomValues(new Uint8Array(15));

/** Bytes as a receipt, in six groups of four. */
export function written(seed) {
  let text = '';
  let buffer = 0;
  let bits = 0;
  for (const byte of seed) {
    buffer = ((buffer << 8) | byte) & 0xffff;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET[(buffer >> bits) & 31];
    }
  }
  return text.match(/.{4}/g).join('-');
}

/** What somebody typed, as it was made: capitals, no blanks or hyphens, look-alikes mapped back. */
export const plain = (typed) => typed.toUpperCase().replace(/[\s-]/gu, '').replace(/O/g, '0').replace(/[IL]/g, '1');

/** The bytes of a receipt as somebody typed it; null if it cannot be one. */
export function read(typed) {
  const text = plain(typed);
  if (text.length !== 24) return null;
  const seed = new Uint8Array(15);
  let buffer = 0;
  let bits = 0;
  let at = 0;
  for (const character of text) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return null;
    buffer = ((buffer << 5) | value) & 0xffff;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      seed[at] = (buffer >> bits) & 255;
      at += 1;
    }
  }
  return seed;
}

/** The lookup of a seed, as 64 hexadecimal digits. */
export async function lookupOf(seed) {
  const key = await crypto.subtle.importKey('raw', seed, 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: INFO };
  const bits = new Uint8Array(await crypto.subtle.deriveBits(how, key, 256));
  return [...bits].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a text gives the receipt away, however it is spelt. */
export const holds = (text, receipt) => plain(text).replace(/[^0-9A-Z]/g, '').includes(plain(receipt));
