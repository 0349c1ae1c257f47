import {html, type TemplateResult} from 'lit';

export interface TabView<Id extends string> {
  id: Id;
  title: string;
  count?: number;
  body(): TemplateResult;
}

/** Tabs as screen readers know them: the arrow keys go along them, Tab goes on into the panel. */
export function renderTabs<Id extends string>(label: string, tabs: readonly TabView<Id>[], chosen: Id, choose: (id: Id) => void): TemplateResult {
  const handleKey = (event: KeyboardEvent) => {
    const at = tabs.findIndex(({id}) => id === chosen);
    const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1}[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = tabs[(to + tabs.length) % tabs.length]!;
    choose(next.id);
    const list = event.currentTarget as HTMLElement;
    list.querySelector<HTMLElement>(`#tab-${next.id}`)?.focus();
  };
  return html`
    <div class="wb-tabs" role="tablist" aria-label=${label} @keydown=${handleKey}>
      ${tabs.map(
        ({id, title, count}) => html`<button type="button" role="tab" id="tab-${id}" aria-controls="paneel-${id}" aria-selected=${id === chosen ? 'true' : 'false'} tabindex=${id === chosen ? 0 : -1} @click=${() => choose(id)}>
          ${title}${count ? html` <span class="wb-aantal">${count}</span>` : ''}
        </button>`,
      )}
    </div>
    ${tabs.map(({id, body}) => html`<div class="wb-paneel" role="tabpanel" id="paneel-${id}" aria-labelledby="tab-${id}" tabindex="-1" ?hidden=${id !== chosen}>${id === chosen ? body() : ''}</div>`)}
  `;
}
