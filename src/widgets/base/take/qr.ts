import {generate} from 'lean-qr/nano';

/** The dark squares of a QR code as one path, on a grid of `size`; nothing when the text does not fit in one. */
export function qrPath(text: string): {path: string; size: number} | undefined {
  try {
    const code = generate(text);
    const {size} = code;
    let path = '';
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; ) {
        let end = x;
        while (end < size && code.get(end, y)) end++;
        if (end > x) path += `M${x} ${y}h${end - x}v1h${x - end}z`;
        x = end + 1;
      }
    }
    return {path, size};
  } catch {
    return undefined; // The library throws where even the largest code is too small.
  }
}
