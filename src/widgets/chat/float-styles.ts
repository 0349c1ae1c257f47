import {css} from 'lit';

/**
 * The look of the floating chat. The launcher keeps its own row where the tag stands, and sticks to the lower edge of the
 * window until that row comes into view: so at the end of a page it covers nothing.
 */
export const floatStyles = css`
  :host([vorm='zwevend']) {
    position: sticky;
    inset-block-end: 0.75em;
    z-index: 1000;
    pointer-events: none;
  }
  .zweeft {
    display: flex;
    justify-content: flex-end;
    padding-inline: 0.75em;
    pointer-events: none;
    font-family: var(--_font);
  }
  .zweeft > * {
    pointer-events: auto;
  }
  .lanceer {
    border-radius: 2em;
    font-size: min(1em, 10vw);
    border-color: var(--_button-ink);
    box-shadow: 0 2px 10px rgb(0 0 0 / 25%);
  }
  .paneel {
    position: fixed;
    inset: auto;
    inset-block-end: 1em;
    inset-inline-end: 1em;
    inline-size: min(27em, calc(100vw - 2em));
    max-block-size: min(44em, calc(100vh - 2em));
    max-block-size: min(44em, calc(100dvh - 2em));
    margin: 0;
    padding: 0;
    overflow: auto;
    overscroll-behavior: contain;
    border: 1px solid var(--_line);
    border-radius: var(--_widget-radius);
    background: var(--_paper);
    color: var(--_ink);
    box-shadow: 0 6px 28px rgb(0 0 0 / 30%);
  }
  .paneel:not(.open) {
    display: none;
  }
  .paneel > .widget {
    max-inline-size: none;
    padding: 1em min(1em, 5vw);
    border: 0;
    border-radius: 0;
  }
  .lanceer[aria-expanded='true'] {
    visibility: hidden;
  }
  .paneel .typen {
    position: sticky;
    inset-block-end: 0;
    padding-block: 0.5em;
    margin-block-end: 0;
    background: var(--_paper);
  }
  .balk {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 1em;
    padding: 0.25em min(1em, 5vw);
    border-block-end: 1px solid var(--_hair);
    background: var(--_paper);
    line-height: 1.6;
  }
  .balk > p {
    margin: 0;
    font-weight: 700;
  }
  .balk > .stil {
    display: flex;
    flex: none;
    align-items: center;
    gap: 0.25em;
    min-block-size: 44px;
  }
  .paneel .bericht, .paneel #kop, .paneel :is(a, button, input, textarea, summary) {
    scroll-margin-block: 4.5em 7em;
  }
  @media (max-width: 30em) {
    .paneel {
      inset-block-end: 0;
      inset-inline-end: 0;
      inline-size: 100vw;
      max-inline-size: 100%;
      block-size: 100vh;
      block-size: 100dvh;
      max-block-size: none;
      border: 0;
      border-radius: 0;
    }
  }
  @media print {
    :host([vorm='zwevend']) .lanceer, .paneel:not(.open) {
      display: none !important;
    }
  }
`;
