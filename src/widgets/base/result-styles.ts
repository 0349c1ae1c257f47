import {css} from 'lit';

import {takeStyles} from './take-styles.js';

/** The look of cards, summary and recap, and of what is taken along; adopted when their chunk is there. */
export const resultStyles = css`
  ${takeStyles}
  .samenvatting {
    list-style: none;
    margin-block: 0.75em 1.25em;
    padding: 0;
  }
  .samenvatting:has(:nth-child(7)) {
    columns: 13em;
    column-gap: 1.5em;
  }
  .samenvatting li {
    position: relative;
    break-inside: avoid;
    padding-inline-start: 1.75em;
  }
  .samenvatting li::before {
    content: '';
    position: absolute;
    inset-block-start: 0.45em;
    inset-inline-start: 0.25em;
    inline-size: 0.85em;
    block-size: 0.45em;
    border: solid var(--_accent);
    border-width: 0 0 2.5px 2.5px;
    transform: rotate(-45deg);
  }
  .samenvatting li::first-letter {
    text-transform: uppercase;
  }
  .plekken ul {
    display: grid;
    gap: 0.75em;
    margin-block: 0.5em 0.75em;
    padding-inline-start: 0.9em;
    border-inline-start: 3px solid var(--_accent);
    list-style: none;
  }
  .plekken p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .dichtbij label {
    padding: 0;
  }
  .dichtbij .veld {
    margin-block: 0.25em 0.75em;
  }
  .kaarten {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .kaart {
    margin: 0 !important;
    padding: min(1em, 5vw);
    border: 1px solid var(--_card-line);
    border-radius: var(--_card-radius);
  }
  .kaart :is(h1, h2, h3, h4, h5, h6) {
    margin: 0 0 0.25rem;
    font-size: 1.0625em;
    line-height: 1.4;
  }
  .kaart p {
    margin: 0 0 0.5em;
  }
  .kaart .eerste {
    margin-block-start: 0.75em;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_card-line);
  }
  .kaart .tekst {
    margin-block: 0.75em 0;
  }
  .kaart .bronnen {
    margin-block-start: 1em;
  }
  .spoed .kaart {
    border: 1px solid var(--_alarm-line);
    border-inline-start-width: 4px;
    background: var(--_alarm);
    color: var(--_alarm-ink);
  }
  .spoed .zacht, .spoed a, .spoed .stil {
    color: inherit;
  }
  .terugblik {
    margin: 0.75em 0 0;
    border-block-start: 1px solid var(--_hair);
  }
  .terugblik > div {
    padding-block: 0.75em;
    border-block-end: 1px solid var(--_hair);
  }
  .terugblik dt {
    font-weight: 700;
  }
  .terugblik dd {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
    margin: 0;
  }
  .terugblik p {
    flex: 1 1 100%;
    margin: 0;
  }
`;
