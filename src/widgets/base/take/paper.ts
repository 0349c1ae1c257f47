/** Something to take along, as plain lines: what is printed, copied, mailed, shared and saved is the same text. */
export interface Paper {
  title: string;
  /** BCP 47, of the content. */
  lang: string;
  parts: PaperPart[];
  /** Small, at the end: where and when it was made. */
  foot: string;
}

export interface PaperPart {
  heading?: string;
  lines: string[];
  /** Each line a bullet. */
  list?: boolean;
}

/** As text, for anything that takes text. */
export function paperText({title, parts, foot}: Paper): string {
  const blocks = parts
    .filter(({lines}) => lines.length)
    .map(({heading, lines, list}) => [...(heading ? [heading] : []), ...lines.map((line) => (list ? `- ${line}` : line))].join('\n'));
  return [title, ...blocks, foot].filter(Boolean).join('\n\n');
}
