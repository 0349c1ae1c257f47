import {css} from 'lit';

/**
 * The look of what comes with the rest: fields, errors, call-outs, glossary words, sources, the contact block,
 * and of print.
 */
export const restStyles = css`
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
    gap: 0.75em;
    margin-block: 0.75em 1em;
    padding: 0.875em 1em;
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
    padding: 1em;
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
    .contact > .icoon {
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
  }
  @media print {
    .widget {
      max-inline-size: none;
      border: 0;
      padding: 0;
      background: #fff;
      color: #000;
    }
    .rij, .boven, .onder, progress, button, details:not([open]) {
      display: none !important;
    }
    a[href^='http']::after {
      content: ' (' attr(href) ')';
    }
  }
`;
