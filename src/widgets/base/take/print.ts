import type {Paper} from './paper.js';

const FRAME = 'mz-papier';
/** An A4 without its margins, in CSS pixels. */
const PAGE = {width: 665, height: 1010};
const SIZES = [11.5, 10.5, 9.5, 8.5];

/** A long list under a heading, such as all that was told, stands in two columns: it wastes half a page otherwise. */
const sheetText = (points: number) => `
@page { size: A4; margin: 15mm 17mm; }
* { margin: 0; padding: 0; box-sizing: border-box; }
html { background: #fff; color: #000; color-scheme: light; }
body { font: ${points}pt/1.4 Arial, Helvetica, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5em; line-height: 1.2; margin-bottom: 0.6em; }
h2 { font-size: 1.08em; margin: 0.9em 0 0.2em; }
p + p { margin-top: 0.25em; }
section + section { margin-top: 0.7em; }
section { break-inside: avoid; }
ul { padding-inline-start: 1.2em; }
li + li { margin-top: 0.2em; }
h2 + ul:has(:nth-child(7)) { columns: 2; }
svg { float: right; width: 60mm; }
footer { clear: both; margin-top: 1.4em; padding-top: 0.5em; border-top: 1px solid #000; font-size: 0.85em; }
`;

/**
 * Prints from a frame of its own, so that the page around it does not print along. Its sheet is made in the frame: no
 * policy is asked for it, and nothing of the site's look gets in. A text that is too long for one page gets smaller; the
 * picture, beside the last two parts, never does: a phone has to read it.
 * @throws Error when this browser or this frame does not print.
 */
export function printPaper(paper: Paper, picture?: SVGElement): void {
  document.getElementById(FRAME)?.remove();
  const frame = document.createElement('iframe');
  frame.id = FRAME;
  frame.title = paper.title;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  const look: Record<string, string> = {position: 'fixed', top: '0', left: '-3000px', width: `${PAGE.width}px`, height: `${PAGE.height}px`, border: '0', display: 'block', visibility: 'visible'};
  for (const [name, value] of Object.entries(look)) frame.style.setProperty(name, value, 'important');
  document.body.append(frame);
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  const doc = frame.contentDocument;
  if (!view || !doc || typeof view.print !== 'function') {
    frame.remove();
    throw new Error('This page cannot print.');
  }
  doc.title = paper.title;
  doc.documentElement.lang = paper.lang;
  doc.body.append(...pieces(doc, paper, picture));
  const sheet = new view.CSSStyleSheet();
  doc.adoptedStyleSheets = [sheet];
  for (const points of SIZES) {
    sheet.replaceSync(sheetText(points));
    if (doc.body.scrollHeight <= PAGE.height) break;
  }
  view.addEventListener('afterprint', () => setTimeout(() => frame.remove()));
  view.focus();
  view.print();
}

function pieces(doc: Document, {title, parts, foot}: Paper, picture: SVGElement | undefined): Node[] {
  const make = (name: string, text = '', ...inside: Node[]) => {
    const element = doc.createElement(name);
    if (text) element.textContent = text;
    element.append(...inside);
    return element;
  };
  const sections: Node[] = parts
    .filter(({lines}) => lines.length)
    .map(({heading, lines, list}) => {
      const body = list ? [make('ul', '', ...lines.map((line) => make('li', line)))] : lines.map((line) => make('p', line));
      return make('section', '', ...(heading ? [make('h2', heading)] : []), ...body);
    });
  if (picture) sections.splice(-2, 0, doc.importNode(picture, true));
  return [make('h1', title), ...sections, make('footer', foot)];
}
