import {saysEnough} from '../../../understanding/alarm.js';
import {shorten} from '../front-fields.js';
import {ALARM_LABELS, type AlarmSource} from '../parse-alarms.js';
import {splitLabelled} from '../split-words.js';
import {translateBlocks} from './overlay.js';
import {readUnits} from './read-units.js';
import {sourceHash} from './source-text.js';
import type {SpokenAlarms} from './speech.js';
import {undefinedNote, type Translator} from './translator.js';
import {unitsOfBlocks} from './units.js';

/** What the translation of a group's words is made of; its expressions are each language's own. */
export const alarmHash = ({title, c}: AlarmSource): string => sourceHash(title, unitsOfBlocks(c));

/**
 * The calls for help of one language. Expressions count also where the words are not translated or are out of date:
 * better a Dutch answer than none.
 */
export function translateAlarms(translator: Translator): SpokenAlarms | undefined {
  const {read, diagnostics, folders} = translator;
  const says = new Map<string, string[]>();
  const unless = new Map<string, string[]>();
  const words = new Map<string, Pick<AlarmSource, 'title' | 'c' | 'file' | 'notes'>>();
  for (const source of read.alarms.values()) {
    const what = `de groep «${source.id}» in nood.md`;
    for (const translation of folders.flatMap((folder) => folder.get('nood.md') ?? [])) {
      const section = translation.sections.get(source.id);
      if (!section) continue;
      const {file, notes} = translation;
      const {said, rest} = splitLabelled(section.blocks, ALARM_LABELS);
      for (const [label, into] of [['bij', says], ['niet bij', unless]] as const) {
        const own = said.get(label) ?? [];
        for (const {text, at} of own) if (!saysEnough(text)) diagnostics.error('nood/veld', {file, at}, `«${shorten(text)}» zegt te weinig: het past bij bijna elk bericht.`, 'Schrijf er woorden bij die alleen in nood gezegd worden.');
        into.set(source.id, [...(into.get(source.id) ?? []), ...own.map(({text}) => text)]);
      }
      if (words.has(source.id) || section.stamp.state === 'vertalen' || translation.file.layer > source.file.layer) continue;
      const {reading, misfit} = readUnits(unitsOfBlocks(source.c), rest, section.at, {file, diagnostics, concepts: new Map()});
      const wrong = misfit ?? (reading && undefinedNote(reading.notes, translation));
      if (!reading || wrong) {
        translator.misfit(what, file, wrong!);
        continue;
      }
      if (section.stamp.state === 'verouderd' || (section.stamp.hash !== undefined && section.stamp.hash !== alarmHash(source))) translator.stale(what, translation, section.stamp);
      words.set(source.id, {title: section.title, c: translateBlocks(source.c, reading), file, notes});
    }
    if (!says.has(source.id) && source.file.layer === 0) translator.missingFile(source.file);
  }
  const [own] = folders;
  for (const {id, at} of own?.get('nood.md')?.sections.values() ?? []) {
    if (!read.alarms.has(id)) diagnostics.warn('vertaling/afwijkend', {file: own!.get('nood.md')!.file, at}, `De bron heeft geen groep «${shorten(id)}» (meer) in nood.md.`, 'Haal haar uit de vertaling, of geef haar de naam die zij in de bron heeft.');
  }
  return says.size || words.size ? {says, unless, words} : undefined;
}
