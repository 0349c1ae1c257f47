import {css} from 'lit';
import {defaults, readTokens} from './tokens.js';

/** The tokens of what comes with the rest; see `tokens.ts` for how to read the lines. */
export const restTokens = readTokens(`sand contact-background-color - - color-default-bg-subtle var(--_sand-own)
sand-ink contact-color - - color-default-color-document var(--_ink)

warm note-background-color - alert-warning-background-color color-warning-bg-default #fff3dc #3a2d12
warm-ink note-color - alert-warning-color color-warning-color-document #1d2433 #f8ecd2
warm-line note-border-color - alert-warning-border-color color-warning-border-default #9a6508 #e0a83c

alarm alert-background-color - alert-error-background-color color-negative-bg-default #fdeceb #3d1715
alarm-ink alert-color - alert-error-color color-negative-color-document #1d2433 #fde9e7
alarm-line alert-border-color - alert-error-border-color color-negative-border-default #b3261e #ff8f85

error error-message-color form-field-error-message-color form-field-error-message-color color-negative-color-default #b3261e #ff9d94

card-radius card-border-radius - - border-radius-md .5em

card-line card-border-color - - color-default-border-subtle var(--_hair)`);

export const restTokenStyles = [
  defaults(restTokens),
  // Warm, and yet of whatever paper the page gave us.
  css`
    :host {
      --_sand-own: color-mix(in srgb, #9a7b3f 8%, var(--_paper));
    }
  `,
];
