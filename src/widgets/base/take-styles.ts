import {css} from 'lit';

/** The look of what a visitor takes along: its buttons, the note, the tasks, the link. */
export const takeStyles = css`
  .mee {
    margin-block-start: 1.5em;
  }
  .mee .breed {
    inline-size: 100%;
    justify-content: center;
  }
  .knoppen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block: 0.75em 0;
  }
  .papier {
    margin-block-start: 0.75em;
    padding: min(1em, 5vw);
    border: 1px solid var(--_card-line);
    border-radius: var(--_card-radius);
  }
  .papier :is(h1, h2, h3, h4, h5, h6) {
    margin: 0 0 0.25em;
  }
  .papier p {
    margin: 0 0 0.5em;
  }
  .lezers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    margin-block: 0.75em;
  }
  .lezers legend {
    padding: 0;
    font-weight: 700;
  }
  .lezers label {
    position: relative;
    gap: 0.5em;
    padding: 0.25em 0;
  }
  .lezers .ring {
    inset: 0 -0.25em;
    border-radius: var(--_answer-radius);
  }
  .regels {
    display: grid;
    gap: 0.5em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .regels li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.75em;
    margin: 0;
  }
  .regels .veld {
    flex: 1 1 14em;
    min-inline-size: 0;
    margin: 0;
    padding: 0.5em 0.75em;
    line-height: 1.4;
    resize: vertical;
    field-sizing: content;
  }
  .regels strong, .regels .onderaan {
    flex: 1 1 100%;
  }
  .regels .onderaan {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
  }
  .gezegd:not(:empty) {
    margin: 0.75em 0 0;
  }
  .adres {
    overflow-wrap: anywhere;
    font-size: 0.875em;
  }
  .qr {
    display: block;
    inline-size: min(24em, 100% + 2em);
    margin: 0.75em -1em;
  }
  @media print {
    .mee {
      display: none;
    }
  }
`;
