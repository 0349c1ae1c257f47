import {css} from 'lit';

/** The look of what the finder shows at first. */
export const styles = css`
  .inleiding {
    color: var(--_soft);
  }
  .zoekveld {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    margin-block-end: 0.75em;
  }
  .veldnaam {
    grid-column: 1 / 3;
    padding: 0 0 0.25em;
    font-weight: 700;
    cursor: auto;
  }
  .woordveld {
    margin-block: 0.5em 0.75em;
  }
  .veldnaam {
    display: block;
  }
  .zoekveld > .veld, .woordveld > .veld {
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
  .zoekveld > .veld {
    border-inline-end: 0;
    border-start-end-radius: 0;
    border-end-end-radius: 0;
  }
  .zoekveld > .knop {
    border-start-start-radius: 0;
    border-end-start-radius: 0;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    margin-block: 0.75em;
  }
  .filter {
    display: inline-flex;
    align-items: center;
    gap: 0.25em;
    min-block-size: max(2.25em, 32px);
    padding: 0.25em 0.875em;
    border: 1px solid var(--_line);
    border-radius: 2em;
    background: var(--_paper);
    color: var(--_ink);
    font-size: 0.9375em;
    line-height: 1.3;
  }
  .filter:hover {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .filter[aria-pressed='true'] {
    border-color: var(--_accent);
    box-shadow: inset 0 0 0 1px var(--_accent);
    background: var(--_tint);
    font-weight: 700;
  }
  .filter[aria-pressed='true']::after {
    content: '×' / '';
    font-size: 1.2em;
    line-height: 1;
  }
  .filter.meer {
    color: var(--_link);
  }
  .helpen {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 1em;
    margin-block: 1em;
  }
  .helpen > p {
    flex: 1 1 12em;
    margin: 0;
  }
  @media (forced-colors: active) {
    .filter[aria-pressed='true'] {
      border: 3px solid Highlight;
    }
  }
`;
