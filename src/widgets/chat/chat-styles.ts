import {css} from 'lit';

/** The look of the chat until its first message. */
export const chatStyles = css`
  .log {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }
  .bericht {
    min-inline-size: 0;
    scroll-margin-block: 1em;
  }
  .bericht .vraag legend, .bericht .vraag > :is(h1, h2, h3, h4, h5, h6), .bericht .vraag .tekst, .bel {
    max-inline-size: 92%;
    padding: 0.625em 0.875em;
    border-radius: 1em;
    border-start-start-radius: 0.25em;
    background: var(--_sand, color-mix(in srgb, #9a7b3f 8%, var(--_paper)));
    color: var(--_sand-ink, var(--_ink));
  }
  .bericht .vraag legend, .bericht .vraag > :is(h1, h2, h3, h4, h5, h6) {
    inline-size: fit-content;
    margin: 0;
  }
  .bericht #kop {
    margin: 0;
    font-size: 1.125em;
  }
  .bericht .vraag .tekst {
    margin-block: 0.25em 0;
    color: inherit;
  }
  .bericht .keuzes, .pillen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block-start: 0.75em;
  }
  .bericht .keuze {
    max-inline-size: 100%;
    border-radius: 1.5em;
  }
  .bericht .keuze:has(.toelichting) {
    inline-size: 100%;
    border-radius: 1em;
  }
  .pil {
    min-block-size: 44px;
    padding-block: 0.375em;
    border: 1px solid var(--_button);
    border-radius: 1.5em;
  }
  .pil:hover {
    box-shadow: inset 0 0 0 1px var(--_button);
  }
  .bericht .rij {
    margin-block: 0.75em 0;
  }
  .typen {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    margin-block: 1.25em 0.75em;
    padding-block-start: 1em;
    border-block-start: 1px solid var(--_hair);
  }
  .typen > :is(label, p) {
    grid-column: 1 / 3;
  }
  .typen > label {
    padding: 0 0 0.25em;
    font-weight: 700;
    cursor: auto;
  }
  .typen > textarea {
    display: block;
    inline-size: 100%;
    min-block-size: max(3em, 44px);
    max-block-size: 9em;
    padding: 0.625em 0.75em;
    border: 1px solid var(--_answer-line);
    border-inline-end: 0;
    border-radius: var(--_answer-radius);
    border-start-end-radius: 0;
    border-end-end-radius: 0;
    background: var(--_answer);
    color: var(--_answer-ink);
    font: inherit;
    resize: none;
    field-sizing: content;
  }
  .typen > .knop {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
`;
