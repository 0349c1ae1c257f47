import {css} from 'lit';

/** The look of a question: answers as tiles, fields, errors, and the row of buttons below. */
export const controlStyles = css`
  fieldset {
    min-inline-size: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    display: block;
    inline-size: 100%;
    padding: 0;
    color: inherit;
  }
  .vraag .tekst {
    color: var(--_soft);
  }
  .tekst > :last-child, .keuze p:last-child {
    margin-block-end: 0;
  }
  .tekst {
    margin-block-end: 1em;
  }
  .keuzes {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.5em;
  }
  .keuze {
    position: relative;
    min-block-size: max(3em, 44px);
    border: 1px solid var(--_answer-line);
    border-radius: var(--_answer-radius);
    background: var(--_answer);
    color: var(--_answer-ink);
    transition: background-color 0.15s, border-color 0.15s;
  }
  .keuze:hover {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .keuze.aan {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_tint);
    color: var(--_ink);
  }
  .keuze:active {
    background: var(--_tint);
    color: var(--_ink);
  }
  label {
    display: flex;
    gap: min(0.75em, 4.5vw);
    padding: 0.7em min(0.875em, 5.25vw);
    cursor: pointer;
  }
  .ring {
    position: absolute;
    inset: -1px;
    border-radius: inherit;
  }
  label > input {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.175em 0 0;
    border: 2px solid var(--_line);
    border-radius: 0.2em;
    background: var(--_paper);
    color: var(--_button-ink);
    font: inherit;
    appearance: none;
    outline: 0;
    cursor: pointer;
  }
  [type='radio'] {
    border-radius: 50%;
  }
  label > input::before {
    content: '';
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }
  label > input:checked {
    border-color: var(--_button);
    background: var(--_button);
  }
  label > input:checked::before {
    background: var(--_button-ink);
    clip-path: polygon(14% 47%, 27% 34%, 42% 52%, 75% 15%, 88% 28%, 43% 78%);
  }
  [type='radio']:checked::before {
    clip-path: circle(28%);
  }
  .toelichting {
    position: relative;
    margin-block: -0.5em 0.7em;
    margin-inline: calc(1.25em + min(1.625em, 9.75vw)) min(0.875em, 5.25vw);
    color: var(--_soft);
    font-size: 1em;
    pointer-events: none;
  }
  .toelichting p {
    font-size: 0.875em;
  }
  .rij {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0.75em;
    margin-block: 1.25em;
  }
  .rij:not(:has(button)) {
    display: none;
  }
  .verder {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.75em;
    margin-inline-start: auto;
  }
`;
