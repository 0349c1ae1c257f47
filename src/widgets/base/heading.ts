import {html, nothing, type TemplateResult} from 'lit';

/** A real heading of level 1 to 6; with an id it can receive focus. Deeper ones stay at 6. */
export function heading(level: number, content: unknown, id?: string): TemplateResult {
  const name = id ?? nothing;
  const index = id ? -1 : nothing;
  switch (level) {
    case 1:
      return html`<h1 id=${name} tabindex=${index}>${content}</h1>`;
    case 2:
      return html`<h2 id=${name} tabindex=${index}>${content}</h2>`;
    case 3:
      return html`<h3 id=${name} tabindex=${index}>${content}</h3>`;
    case 4:
      return html`<h4 id=${name} tabindex=${index}>${content}</h4>`;
    case 5:
      return html`<h5 id=${name} tabindex=${index}>${content}</h5>`;
    default:
      return html`<h6 id=${name} tabindex=${index}>${content}</h6>`;
  }
}
