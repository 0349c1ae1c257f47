/**
 * One file of a pack as text: without byte order mark, with `\n` for every line end and spaces for tabs.
 * Offsets everywhere in the compiler point into `text`; {@link SourceFile.position} leads back to what the editor sees.
 */
export class SourceFile {
  /** Offset in the decoded original per character of `text`, and one for the end; nothing where both are the same. */
  private readonly original: Uint32Array | undefined;
  /** Offsets in the original where lines begin. */
  private readonly lineStarts: number[] = [0];
  readonly text: string;

  /** `path` is relative to the pack, `name` to the pack's parent (that one is printed); `layer` counts down from the pack itself, 0. */
  constructor(
    readonly path: string,
    readonly name: string,
    decoded: string,
    readonly layer = 0,
  ) {
    if (!/[\t\r]|^\ufeff/.test(decoded)) {
      // Nearly every file: long ones (`voorbeelden.md`) would take longer to map than to read.
      this.text = decoded;
      for (let at = decoded.indexOf('\n'); at >= 0; at = decoded.indexOf('\n', at + 1)) this.lineStarts.push(at + 1);
      return;
    }
    const start = decoded.charCodeAt(0) === 0xfeff ? 1 : 0;
    if (start) this.lineStarts[0] = 1;
    const out: string[] = [];
    const map: number[] = [];
    let column = 0;
    for (let i = start; i < decoded.length; i++) {
      const code = decoded.charCodeAt(i);
      if (code === 13 || code === 10) {
        map.push(i);
        out.push('\n');
        if (code === 13 && decoded.charCodeAt(i + 1) === 10) i++;
        this.lineStarts.push(i + 1);
        column = 0;
      } else if (code === 9) {
        // Tab stops of four columns, as Markdown counts them.
        do {
          map.push(i);
          out.push(' ');
          column++;
        } while (column % 4);
      } else {
        map.push(i);
        out.push(decoded[i]!);
        column++;
      }
    }
    map.push(decoded.length);
    this.text = out.join('');
    this.original = Uint32Array.from(map);
  }

  /** Line and column from 1. Columns count UTF-16 units, as editors such as VS Code do; a tab is one, a byte order mark none. */
  position(offset: number): {line: number; column: number} {
    const within = Math.max(0, Math.min(offset, this.text.length));
    const place = this.original ? (this.original[within] ?? 0) : within;
    let low = 0;
    let high = this.lineStarts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.lineStarts[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return {line: low + 1, column: place - this.lineStarts[low]! + 1};
  }

  /** The line that an offset stands on. */
  lineAt(offset: number): string {
    const start = offset > 0 ? this.text.lastIndexOf('\n', offset - 1) + 1 : 0;
    const end = this.text.indexOf('\n', Math.max(start, offset));
    return this.text.slice(start, end < 0 ? undefined : end);
  }
}
