import {css} from 'lit';

/** The look of the list, the other filters, and what is said below the place field. */
export const laterStyles = css`
  .let-op {
    margin-block: 0.5em;
    padding: 0.5em 0.875em;
    border-inline-start: 4px solid var(--_warm-line);
    background: var(--_warm);
    color: var(--_warm-ink);
  }
  .anders {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
    margin: 0;
  }
  p.anders > .stil {
    min-block-size: 24px;
  }
  .meer-filters {
    columns: 13em;
    column-gap: 1.5em;
    margin-block: 1em;
    padding: min(1em, 5vw);
    border-radius: var(--_card-radius);
    background: var(--_sand);
    color: var(--_sand-ink);
  }
  .groep {
    break-inside: avoid;
    margin-block-end: 1em;
  }
  .groep > legend {
    margin-block-end: 0.25em;
    font-weight: 700;
  }
  .vink {
    position: relative;
    gap: 0.5em;
    padding: 0.3em 0;
    min-block-size: 32px;
    line-height: 1.4;
  }
  .vink > .zacht {
    flex: none;
    margin-inline-start: auto;
    color: inherit;
  }
  .aantal {
    margin-block: 1.25em 0.75em;
    font-weight: 700;
  }
  .kaarten {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
    margin: 0 0 1em;
    padding: 0;
    list-style: none;
  }
  .kaart {
    margin: 0 !important;
    padding: min(1em, 5vw);
    border: 1px solid var(--_card-line);
    border-radius: var(--_card-radius);
  }
  .kaart.aanbod {
    content-visibility: auto;
    contain-intrinsic-block-size: auto 16em;
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
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_card-line);
  }
  .labels {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375em;
  }
  .label {
    padding: 0.125em 0.625em;
    border-radius: 0.25em;
    background: var(--_tint);
    color: var(--_ink);
    font-size: 0.8125em;
    line-height: 1.5;
  }
  .label.vrij {
    border: 1px solid currentcolor;
    font-weight: 700;
  }
  .label.wacht {
    border: 1px solid var(--_warm-line);
    background: var(--_warm);
    color: var(--_warm-ink);
  }
  .kaartknoppen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25em 1.25em;
  }
  .detail {
    margin-block-start: 0.75em;
    padding-block-start: 0.75em;
    border-block-start: 1px solid var(--_card-line);
  }
  .wegen {
    display: grid;
    gap: 0.375em;
  }
  .wegen a {
    font-weight: 700;
  }
  .detail dl > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5em;
    margin-block-end: 0.25em;
  }
  .detail dt {
    font-weight: 700;
  }
  .detail dd {
    margin: 0;
  }
  .los {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
    padding: 0;
    list-style: none;
  }
  .los > li {
    margin: 0;
  }
  .breed {
    inline-size: 100%;
  }
  .knoppen {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em;
  }
  .regels-kort {
    padding: 0;
    list-style: none;
  }
  .regels-kort > li {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5em;
  }
  .regels-kort .stil {
    min-block-size: 24px;
    min-inline-size: 24px;
    text-align: center;
  }
  .deel {
    margin-block: 1em;
  }
  .bron-plaatsen {
    margin-block-end: 0;
  }
  .terug-naar {
    margin-block-end: 1em;
  }
  @media (forced-colors: active) {
    .label {
      border: 1px solid CanvasText;
    }
  }
`;
