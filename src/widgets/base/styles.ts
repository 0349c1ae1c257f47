import {css} from 'lit';

/** The look of every screen. Logical properties throughout; sizes in em, so that the host's type size rules. */
export const styles = css`
  :host {
    display: block !important;
    scroll-margin-block-start: 1em;
  }
  :host([hidden]) {
    display: none !important;
  }
  * {
    box-sizing: border-box;
  }
  .widget {
    max-inline-size: 34em;
    padding: min(1.5em, 5vw);
    border: 1px solid var(--_hair);
    border-radius: var(--_widget-radius);
    background: var(--_paper);
    color: var(--_ink);
    font-family: var(--_font);
    line-height: 1.6;
    text-align: start;
    text-transform: none;
    text-indent: 0;
    white-space: normal;
    overflow-wrap: anywhere;
    cursor: auto;
  }
  .stap {
    animation: komt 0.15s ease-out;
  }
  @keyframes komt {
    from {
      transform: translateY(4px);
    }
  }
  h1, h2, h3, h4, h5, h6 {
    margin: 1.5em 0 0.5em;
    color: inherit;
    font-family: var(--_heading-font);
    font-size: 1.1875em;
    font-weight: var(--_heading-weight);
    line-height: 1.3;
    text-wrap: balance;
  }
  #kop {
    margin: 0 0 0.5rem;
    font-size: 1.375em;
    line-height: 1.25;
  }
  p, ul, ol, dl, dd {
    margin: 0 0 0.75em;
  }
  strong {
    font-weight: 700;
  }
  a {
    color: var(--_link);
    text-underline-offset: 0.15em;
  }
  a:hover, .stil:hover {
    text-decoration-thickness: 2px;
  }
  .icoon {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icoon.pijl {
    inline-size: 1.125em;
    block-size: 1.125em;
  }
  .icoon.pijl:dir(rtl) {
    transform: scaleX(-1);
  }
  .icoon.chevron {
    inline-size: 1em;
    block-size: 1em;
    margin-inline: 0.25em;
    vertical-align: -0.15em;
    transition: transform 0.15s;
  }
  [aria-expanded='true'] > .chevron, details[open] > summary > .chevron {
    transform: rotate(180deg);
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .zacht {
    color: var(--_soft);
    font-size: 0.875em;
  }
  .boven {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: 0 1em;
    margin-block-end: 0.5em;
  }
  .boven > * {
    margin-block: 0;
  }
  .boven > :last-child {
    margin-inline-start: auto;
  }
  progress {
    display: block;
    inline-size: 100%;
    block-size: 4px;
    margin-block-end: 1.25em;
    border: 0;
    border-radius: 2px;
    background: var(--_hair);
    overflow: hidden;
    appearance: none;
  }
  progress::-webkit-progress-bar {
    background: var(--_hair);
  }
  progress::-webkit-progress-value {
    border-radius: 2px;
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    border-radius: 2px;
    background: var(--_accent);
  }
  button {
    margin: 0;
    border: 0;
    background: none;
    color: inherit;
    font: inherit;
    letter-spacing: inherit;
    word-spacing: inherit;
    text-align: start;
    cursor: pointer;
  }
  .knop {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-block-size: max(3em, 44px);
    padding: 0.5em min(1.125em, 6vw);
    border: 2px solid var(--_button);
    border-radius: var(--_button-radius);
    color: var(--_link);
    font-weight: 700;
    line-height: 1.3;
  }
  .knop.eerst {
    background: var(--_button);
    color: var(--_button-ink);
  }
  .knop:hover {
    background: var(--_tint);
  }
  .knop.eerst:hover {
    background: color-mix(in srgb, var(--_button) 88%, var(--_ink));
  }
  .knop:active {
    transform: translateY(1px);
  }
  .stil {
    min-block-size: max(1.75em, 24px);
    min-inline-size: max(1.75em, 24px);
    padding: 0.125em 0;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.15em;
  }
  .boven > .stil {
    color: var(--_soft);
    font-size: 0.875em;
    text-decoration-color: transparent;
  }
  .boven > .stil:hover {
    text-decoration-color: currentcolor;
  }
  .onder {
    margin: 1.25em 0 0;
  }
  .melding {
    margin-block: 1em;
    padding: 1em;
    border: 1px solid var(--_hair);
    border-radius: var(--_card-radius);
    background: var(--_tint);
    color: var(--_ink);
  }
  .melding p {
    margin: 0 0 0.75em;
  }
  :focus-visible, input:focus-visible + .ring {
    outline: 3px solid var(--_ring);
    outline-offset: 2px;
    box-shadow: 0 0 0 2px var(--_ring-back), 0 0 0 7px var(--_ring-back);
  }
  label > input:focus-visible {
    outline: 0;
    box-shadow: none;
  }
  #kop:focus-visible {
    border-radius: 2px;
  }
  @media (max-width: 26em) {
    .verder {
      flex: 1 1 min(11em, 60%);
    }
    .verder > .knop {
      flex-grow: 1;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
      transition: none !important;
    }
  }
  @media (forced-colors: active) {
    .widget, .keuze, .melding, .knop {
      border: 1px solid CanvasText;
    }
    .keuze.aan {
      border: 3px solid Highlight;
    }
    label > input {
      appearance: auto;
    }
    label > input::before {
      display: none;
    }
    :host {
      --_ring: Highlight;
    }
  }
`;
