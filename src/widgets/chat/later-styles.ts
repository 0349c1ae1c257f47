import {css} from 'lit';

/** The look of messages. */
export const laterChatStyles = css`
  .bel :is(p, ul):last-child, p.bel {
    margin-block-end: 0;
  }
  .bel :is(h1, h2, h3, h4, h5, h6) {
    margin: 0;
    font-size: 1em;
  }
  .bel :is(h1, h2, h3, h4, h5, h6) + * {
    margin-block-start: 0.25em;
  }
  .bel {
    inline-size: fit-content;
  }
  .bel[data-uitleg] > ::first-letter {
    text-transform: uppercase;
  }
  .bezoeker {
    display: grid;
    justify-items: end;
  }
  .bezoeker > .bel {
    max-inline-size: 85%;
    border-start-start-radius: 1em;
    border-end-end-radius: 0.25em;
    background: var(--_button);
    color: var(--_button-ink);
    white-space: pre-line;
  }
  .bezoeker > .zacht {
    margin: 0.25em 0 0;
  }
  .bel ul {
    margin: 0;
    padding-inline-start: 1.125em;
  }
  .antwoord {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.625em;
  }
  .antwoord > * {
    margin-block: 0 !important;
  }
  .antwoord .kader :is(h1, h2, h3, h4, h5, h6) {
    margin: 0 0 0.25em;
  }
  .antwoord .nood [data-nood] {
    display: inline-block;
    min-block-size: max(1.75em, 28px);
    padding: 0.125em 0.625em;
    border: 2px solid var(--_alarm-line);
    border-radius: 1em;
    background: var(--_paper);
    color: var(--_ink);
    font-size: 1.0625em;
    line-height: 1.4;
    text-decoration: none;
  }
  .pil.zwak {
    border-color: transparent;
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .mee-genomen {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.75em;
  }
  .mee-genomen > p {
    margin: 0;
  }
  /* The ring around the field lies over the button beside it. */
  .typen > textarea:focus {
    position: relative;
    z-index: 1;
  }
  .gereedschap {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    margin-block-end: 0.5em;
  }
  .bericht .uitslag {
    padding-block: 0.25em;
  }
  .lanceer.opzij {
    margin-inline-end: auto;
  }
  .lanceer.weg {
    opacity: 0;
    pointer-events: none;
  }
  .paneel {
    container-type: inline-size;
  }
  /* Letters four times as large leave no room for bars that stay: only the way out does, without the name of the panel. */
  @container (max-width: 7em) {
    .balk {
      justify-content: flex-end;
    }
    .balk > p {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
      white-space: nowrap;
    }
    .paneel .bericht :is(.vraag legend, .vraag > :is(h1, h2, h3, h4, h5, h6), .vraag .tekst, .bel) {
      max-inline-size: 100%;
      padding: 0.25em;
    }
    .paneel .typen {
      position: static;
      row-gap: 0.25em;
    }
    .paneel .typen > * {
      grid-column: 1 / 3;
      border-radius: var(--_answer-radius);
    }
    .paneel .typen > textarea {
      border-inline-end: 1px solid var(--_answer-line);
    }
    .paneel .bericht, .paneel #kop, .paneel :is(a, button, input, textarea, summary) {
      scroll-margin-block: 2.5em 0.5em;
    }
  }
  @media (forced-colors: active) {
    .bel, .bericht .vraag :is(legend, .tekst), .bericht .vraag > :is(h1, h2, h3, h4, h5, h6) {
      border: 1px solid CanvasText;
    }
    .bezoeker > .bel {
      border-width: 3px;
    }
  }
`;
