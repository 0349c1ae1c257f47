/**
 * What our quiz is measured against: a quiz of the same content in bare Lit and XState, without theming, languages,
 * validation, recap, results or care for anybody. Its flow is a JSON file that it fetches.
 */
import {LitElement, html} from 'lit';
import {assign, createActor, createMachine} from 'xstate';

interface Flow {
  steps: {id: string; title: unknown[]; control?: {t: string; answers?: {id: string; label: unknown[]; to?: {step: string}}[]}; buttons?: {routes: {to: {step: string}}[]}[]}[];
}

/** The words of inline nodes. */
const words = (nodes: unknown[]): string =>
  nodes.map((node) => (typeof node === 'string' ? node : words((node as {c?: unknown[]}).c ?? []))).join('');

export class BareQuiz extends LitElement {
  static override properties = {step: {state: true}};
  declare step: string;
  flow: Flow | undefined;
  actor: ReturnType<typeof createActor> | undefined;

  async start(response: Promise<Response>) {
    const flow = (this.flow = (await (await response).json()) as Flow);
    const states = Object.fromEntries(
      flow.steps.map((step) => {
        const next = step.control?.answers?.find((answer) => answer.to)?.to?.step ?? step.buttons?.[0]?.routes[0]?.to.step;
        return [step.id, next && flow.steps.some((one) => one.id === next) ? {on: {next: {target: next, actions: 'count'}}} : {}];
      }),
    );
    this.actor = createActor(
      createMachine(
        {id: 'bare', initial: flow.steps[0]!.id, context: {count: 0}, states},
        {actions: {count: assign({count: ({context}) => context.count + 1})}},
      ),
    );
    this.actor.subscribe((snapshot) => (this.step = String((snapshot as {value: unknown}).value)));
    this.actor.start();
    await this.updateComplete;
    requestAnimationFrame(() => setTimeout(() => this.dispatchEvent(new CustomEvent('mz-klaar', {bubbles: true, composed: true}))));
  }

  protected override render() {
    const step = this.flow?.steps.find((one) => one.id === this.step);
    if (!step) return html`<slot></slot>`;
    return html`<form @submit=${this.handleSubmit}>
      <fieldset>
        <legend><h2>${words(step.title)}</h2></legend>
        ${step.control?.answers?.map(
          (answer) => html`<label><input type=${step.control!.t === 'one' ? 'radio' : 'checkbox'} name="answer" .value=${answer.id} />${words(answer.label)}</label>`,
        )}
      </fieldset>
      <button>Verder</button>
    </form>`;
  }

  private handleSubmit(event: Event) {
    event.preventDefault();
    this.actor?.send({type: 'next'});
  }
}

export function define(flow: Promise<Response>) {
  customElements.define('bare-quiz', BareQuiz);
  document.querySelectorAll<BareQuiz>('bare-quiz').forEach((quiz) => void quiz.start(flow));
}
