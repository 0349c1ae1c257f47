import type {Diagnostics} from '../diagnostics.js';
import type {FlowSource, StepSource} from '../flow-ast.js';
import type {SourceNote} from '../markdown-ast.js';
import type {SourceFile} from '../source-file.js';

/** `naam/ongebruikt` for footnotes: a source to which no text refers would silently stay unseen. */
export function checkUnusedNotes(notes: Iterable<SourceNote>, used: ReadonlySet<SourceNote>, file: SourceFile, diagnostics: Diagnostics): void {
  for (const note of notes) {
    if (used.has(note)) continue;
    const bare = file.text.indexOf(`[${note.id}]`);
    if (bare >= 0 && !/^\[[^\]]*\][(:]/.test(file.text.slice(bare))) {
      diagnostics.error('instructie/onbekend', {file, at: bare}, `«[${note.id}]» is gewone tekst, maar lijkt de voetnoot «[^${note.id}]».`, `Schrijf [^${note.id}].`);
      continue;
    }
    diagnostics.warn('naam/ongebruikt', {file, at: note.at}, `Naar de voetnoot «[^${note.id}]» verwijst geen tekst.`, `Zet [^${note.id}] achter de zin waar de bron bij hoort, of haal de voetnoot weg.`);
  }
}

/** The same for steps of a shared file: what nobody takes over is never shown, nor looked at any further. */
export function checkUnusedSteps({steps, file}: FlowSource, used: ReadonlySet<StepSource>, diagnostics: Diagnostics): void {
  for (const step of steps) {
    if (!used.has(step)) diagnostics.warn('naam/ongebruikt', {file, at: step.at}, `Geen gesprek neemt de stap «${step.id}» over.`, `Schrijf ergens \`zoals ${file.path.replace(/^.*\//, '')}#${step.id}\`, of haal de stap weg.`, {lacks: {t: 'reader', name: step.id}});
  }
}
