import {css} from 'lit';

/**
 * The look of what comes with the rest: fields, errors, call-outs, glossary words, sources, the contact block,
 * and of print.
 */
export const restStyles = css`
  /* Text goes in its own direction, also in a page of the other one; the layout follows the page. */
  :is(h1, h2, h3, h4, h5, h6, p, li, dt, dd, summary, .stil, .knop > span, label > span) {
    unicode-bidi: plaintext;
  }
  .stap {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  .kader p:last-child, .contact p:last-child, li > p:last-child {
    margin-block-end: 0;
  }
  .toelichting :is(a, button, input) {
    pointer-events: auto;
  }
  a[href^='tel:'], .heel {
    display: inline-block;
    text-decoration: underline;
  }
  .onder .stil {
    color: inherit;
  }
  .boven.eind {
    display: grid;
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
    align-items: start;
    margin-block-end: 1.25em;
  }
  .eind > * {
    grid-area: 1 / 2;
  }
  .eind > button {
    justify-self: end;
    text-align: end;
  }
  .eind > details {
    grid-column: 1;
    margin: 0;
    min-inline-size: 0;
  }
  .eind > details[open] {
    grid-column: 1 / 3;
  }
  .eind > details > summary {
    color: var(--_soft);
    font-size: 0.875em;
    text-decoration-color: transparent;
  }
  .eind > details > summary:hover {
    text-decoration-color: currentcolor;
  }
  .eind > details[open] > summary {
    max-inline-size: calc(60% - 0.7em);
  }
  .terzijde {
    margin-block-end: 1em;
  }
  .terzijde ul {
    margin: 0 0 0.75em;
    padding-inline-start: 1.25em;
  }
  .bewaren {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    margin-block-start: 0.5em;
  }
  .bewaren > .zacht:not(:empty) {
    margin-inline-end: 1em;
  }
  .spreek {
    display: flex;
    align-items: center;
    gap: 0.5em;
    min-block-size: 44px;
  }
  .spreek > .icoon {
    inline-size: 1.25em;
    block-size: 1.25em;
  }
  img {
    max-inline-size: 100%;
    block-size: auto;
    border-radius: var(--_card-radius);
  }
  sup {
    line-height: 1;
  }
  sup a {
    padding: 0.4em 0.35em;
  }
  .icoon.weg {
    inline-size: 0.8em;
    block-size: 0.8em;
    margin-inline-start: 0.25em;
  }
  p:not(.onder) .stil, li .stil {
    min-block-size: 0;
    padding: 0;
    display: inline;
  }
  p[data-vertaling] .stil {
    min-block-size: 24px;
    display: inline-block;
  }
  details {
    margin-block: 0.5em;
  }
  summary {
    display: inline-block;
    min-block-size: max(1.75em, 24px);
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  ul, ol {
    padding-inline-start: 1.5em;
  }
  li + li {
    margin-block-start: 0.25em;
  }
  .veld {
    display: block;
    inline-size: 100%;
    min-block-size: max(3em, 44px);
    padding: 0.5em 0.75em;
    border: 1px solid var(--_answer-line);
    border-radius: var(--_answer-radius);
    background: var(--_answer);
    color: var(--_answer-ink);
    font: inherit;
  }
  .veld.kort {
    inline-size: 8em;
    max-inline-size: 100%;
  }
  .veld[aria-invalid] {
    border: 2px solid var(--_error);
  }
  .fout {
    display: flex;
    gap: 0.5em;
    color: var(--_error);
    font-weight: 700;
  }
  .begrip {
    text-decoration-style: dotted;
  }
  .uitleg {
    margin-block: 0 0.75em;
    padding: 0.5em 0.875em;
    border-inline-start: 3px solid var(--_accent);
    background: var(--_tint);
    color: var(--_ink);
  }
  .uitleg p {
    margin: 0;
  }
  .kader {
    display: flex;
    gap: min(0.75em, 4vw);
    margin-block: 0.75em 1em;
    padding: 0.875em min(1em, 5vw);
    border-inline-start: 4px solid var(--_warm-line);
    border-radius: var(--_card-radius);
    border-start-start-radius: 0;
    border-end-start-radius: 0;
    background: var(--_warm);
    color: var(--_warm-ink);
  }
  .kader > .icoon {
    color: var(--_warm-line);
  }
  .kader.nood {
    border-color: var(--_alarm-line);
    background: var(--_alarm);
    color: var(--_alarm-ink);
    font-size: 1.0625em;
  }
  .kader.nood > .icoon {
    color: var(--_alarm-line);
  }
  .kader a, .contact a {
    color: inherit;
    font-weight: 700;
  }
  .contact {
    display: flex;
    gap: 0.875em;
    margin-block: 1.5em 0;
    padding: min(1em, 5vw);
    border-radius: var(--_card-radius);
    background: var(--_sand);
    color: var(--_sand-ink);
  }
  #contact .contact {
    margin-block-start: 0.5em;
  }
  .contact p > a:only-of-type {
    display: inline-block;
  }
  .contact > .icoon {
    color: var(--_accent);
  }
  .contact > div {
    min-inline-size: 0;
  }
  .contact :is(h1, h2, h3, h4, h5, h6) {
    margin: 0 0 0.25rem;
    font-size: 1em;
    line-height: 1.5;
  }
  .contact p {
    margin: 0;
  }
  .contact p:has([href^='tel:']) {
    font-size: 1.125em;
  }
  .eigen {
    margin-block-start: 0.75em;
  }
  .eigen ::slotted(:last-child) {
    margin-block-end: 0 !important;
  }
  .bronnen {
    margin-block-start: 2em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_hair);
    color: var(--_soft);
    font-size: 0.875em;
  }
  .bronnen :is(h1, h2, h3, h4, h5, h6) {
    margin: 0 0 0.5em;
    font-size: 1em;
  }
  .toelichting > .veld {
    margin-block-start: 0.25em;
  }
  @media (max-width: 26em) {
    .contact > .icoon, .kader:not(.nood) > .icoon {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .contact, .kader, .uitleg {
      border: 1px solid CanvasText;
    }
    .kader.nood {
      border-width: 3px;
    }
    summary {
      color: ButtonText;
    }
    progress {
      border: 1px solid CanvasText;
      block-size: 8px;
      forced-color-adjust: none;
      background: Canvas;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
    progress::-moz-progress-bar {
      background: Highlight;
    }
  }
  @media print {
    .widget {
      max-inline-size: none;
      border: 0;
      padding: 0;
      background: #fff;
      color: #000;
      color-scheme: light;
    }
    .kaart, .kader, .contact, .terugblik > div {
      break-inside: avoid;
    }
    h1, h2, h3, h4, h5, h6 {
      break-after: avoid;
    }
    .rij, .boven > p, .onder, progress, button, details:not([open]) {
      display: none !important;
    }
    a[href^='http']::after {
      content: ' (' attr(href) ')';
    }
  }
`;
