/**
 * A short name for a text: ten hexadecimal digits. No secret and no signature, it only tells whether a text changed, so
 * it need not be a cryptographic one and works at once, also in a browser (two rounds of FNV-1a with unlike seeds).
 */
export function textHash(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const high = fnv(bytes, 0x811c9dc5);
  const low = fnv(bytes, 0x01234567 ^ bytes.length);
  return high.toString(16).padStart(8, '0') + (low >>> 24).toString(16).padStart(2, '0');
}

function fnv(bytes: Uint8Array, seed: number): number {
  let hash = seed >>> 0;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash;
}
