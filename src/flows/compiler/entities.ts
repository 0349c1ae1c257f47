/** The named characters that editors really type; others are shown as they stand, and reported. */
const NAMED: Record<string, string> = {
  amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', euro: '€', hellip: '…', ndash: '–', mdash: '—', lsquo: '‘', rsquo: '’', ldquo: '“', rdquo: '”',
  laquo: '«', raquo: '»', eacute: 'é', egrave: 'è', ecirc: 'ê', euml: 'ë', aacute: 'á', agrave: 'à', auml: 'ä', iuml: 'ï', iacute: 'í', ouml: 'ö', oacute: 'ó',
  uuml: 'ü', uacute: 'ú', ccedil: 'ç', copy: '©', reg: '®', deg: '°', middot: '·', bull: '•', times: '×', frac12: '½', colon: ':', sol: '/', Tab: '\t', NewLine: '\n',
  lpar: '(', rpar: ')', lsqb: '[', rsqb: ']', lbrace: '{', rbrace: '}', period: '.', comma: ',', num: '#', percnt: '%', excl: '!', quest: '?', equals: '=', plus: '+',
  ast: '*', lowbar: '_', grave: '`', bsol: '\\', commat: '@', semi: ';', shy: '\u00ad', zwnj: '\u200c', zwj: '\u200d', lrm: '\u200e', rlm: '\u200f',
};

const ENTITY = /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]{1,31}));/g;

/** Character references as the characters they stand for. Code points that are no text become U+FFFD, as in CommonMark. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(ENTITY, (whole, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name]! : whole;
    const code = decimal === undefined ? parseInt(hex!, 16) : Number(decimal);
    const control = code < 32 || (code >= 127 && code < 160) || (code >= 0x202a && code <= 0x202e) || (code >= 0x2066 && code <= 0x2069);
    return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) || control ? '\ufffd' : String.fromCodePoint(code);
  });
}
