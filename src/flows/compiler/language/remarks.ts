import type {Diagnostics} from '../diagnostics.js';
import {offsetAt} from '../mapped-text.js';
import type {Passage} from './passage.js';

/** An editor's own "it is all right here": `<!-- taal: goed -->` on the line, or `# taal: goed` in front matter. */
const APPROVED = /(?:<!--|#) *taal: *goed\b/;

/** Reports on language: always a warning, never where the editor said that it is all right. */
export class Remarks {
  constructor(private readonly diagnostics: Diagnostics) {}

  /** `index` is the culprit's first sign in the passage. Remarks of one `cause` are told together to people. */
  warn(rule: string, {file, flat}: Passage, index: number, message: string, hint: string, cause = ''): void {
    const at = offsetAt(flat, index);
    if (APPROVED.test(file.lineAt(at))) return;
    this.diagnostics.warn(rule, {file, at}, message, hint, cause ? {cause} : {});
  }
}
