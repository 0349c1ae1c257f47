import {languageName} from './languages.js';

/** How far a language is. */
export interface LanguageState {
  lang: string;
  steps: {done: number; total: number};
  support: {done: number; total: number};
  /** Translations of an older source. */
  stale: number;
  /** Translations that do not fit their source, and are not shown. */
  misfits: number;
}

export function emptyState(lang: string): LanguageState {
  return {lang, steps: {done: 0, total: 0}, support: {done: 0, total: 0}, stale: 0, misfits: 0};
}

/** «Engels: 12 van 14 stappen, 45 van 45 soorten steun, 1 verouderd.» */
export function describeState({lang, steps, support, stale, misfits}: LanguageState): string {
  const name = languageName(lang);
  const parts = [
    `${steps.done} van ${steps.total} stappen`,
    ...(support.total ? [`${support.done} van ${support.total} soorten steun`] : []),
    ...(stale ? [`${stale} verouderd`] : []),
    ...(misfits ? [`${misfits} ${misfits === 1 ? 'wijkt' : 'wijken'} af`] : []),
  ];
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${parts.join(', ')}.`;
}
