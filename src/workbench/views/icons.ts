import {svg, type TemplateResult} from 'lit';

/** Own pictures: 24 px grid, 2 px stroke, always beside words. */
function icon(paths: TemplateResult): TemplateResult {
  return svg`<svg class="wb-icoon" viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true" focusable="false">${paths}</svg>`;
}

export const FOUND_WRONG = icon(svg`<circle cx="12" cy="12" r="9"></circle><path d="M12 7.5v5.5M12 16.5v.01"></path>`);
export const FOUND_ODD = icon(svg`<path d="M12 4 2.8 20h18.4z"></path><path d="M12 10v4.5M12 17.3v.01"></path>`);
export const FOUND_RIGHT = icon(svg`<circle cx="12" cy="12" r="9"></circle><path d="m8 12.3 2.8 2.8L16.2 9.5"></path>`);
export const PLUS = icon(svg`<path d="M12 5v14M5 12h14"></path>`);
export const MINUS = icon(svg`<path d="M5 12h14"></path>`);
export const LEFT = icon(svg`<path d="m14.5 5-7 7 7 7"></path>`);
export const RIGHT = icon(svg`<path d="m9.5 5 7 7-7 7"></path>`);
export const CLOSE = icon(svg`<path d="M6 6l12 12M18 6 6 18"></path>`);
