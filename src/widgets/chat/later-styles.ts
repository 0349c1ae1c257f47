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
  .gereedschap {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    margin-block-end: 0.5em;
  }
  .bericht .uitslag {
    padding-block: 0.25em;
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
