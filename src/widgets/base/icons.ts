import {html, svg, type SVGTemplateResult} from 'lit';

/** Own drawings on a 24 px grid, 2 px stroke, always beside words and so hidden from screen readers. */
export const icon = (paths: SVGTemplateResult, kind = '') =>
  html`<svg class="icoon ${kind}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">${paths}</svg>`;

export const arrowIcon = () => icon(svg`<path d="M4 12h16m-6-6 6 6-6 6" />`, 'pijl');
export const chevronIcon = () => icon(svg`<path d="m6 9 6 6 6-6" />`, 'chevron');
