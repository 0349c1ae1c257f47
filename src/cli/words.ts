/** "1 stap", "2 stappen", "1.234 stappen"; beyond what can be read as a number, about how many. */
export function counted(count: number, one: string, many: string): string {
  return `${numberWords(count)} ${count === 1 ? one : many}`;
}

const SCALES: readonly (readonly [number, string])[] = [
  [1e15, 'biljard'],
  [1e12, 'biljoen'],
  [1e9, 'miljard'],
  [1e6, 'miljoen'],
];

export function numberWords(count: number): string {
  if (count >= 1e18) return `meer dan een triljoen`;
  for (const [scale, word] of SCALES) if (count >= scale) return `ongeveer ${(count / scale).toLocaleString('nl-NL', {maximumSignificantDigits: 2})} ${word}`;
  return Math.round(count).toLocaleString('nl-NL');
}

/** A share as people say it: of every hundred, or of more when it is small. */
export function shareWords(share: number): string {
  if (share >= 0.995) return share >= 1 ? 'alle' : 'bijna alle';
  for (const whole of [100, 1_000, 10_000, 1_000_000]) {
    if (share * whole >= 0.95) return `${Math.round(share * whole).toLocaleString('nl-NL')} van de ${whole.toLocaleString('nl-NL')}`;
  }
  return 'minder dan 1 van de 1.000.000';
}

/** Text in lines of at most `width`, each after the first indented. */
export function wrap(text: string, indent: string, width = 96): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line && indent.length + line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else {
      line = line ? `${line} ${word}` : word;
    }
  }
  return [...lines, line].join(`\n${indent}`);
}
