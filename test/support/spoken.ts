import type {CDPSession, Page} from 'playwright-core';

/** What Chromium tells a screen reader of one node. */
interface AxNode {
  nodeId: string;
  ignored: boolean;
  role?: {value: string};
  name?: {value: string};
  description?: {value: string};
  properties?: {name: string; value: {value?: unknown}}[];
  childIds?: string[];
  backendDOMNodeId?: number;
}

/** Read as one line: what stands inside is their name. */
const WHOLE = new Set(['heading', 'button', 'link', 'radio', 'checkbox', 'textbox', 'DisclosureTriangle', 'image']);
/** Said when a screen reader enters them. */
const REGIONS = new Set(['log', 'group', 'dialog', 'list', 'status', 'region', 'alert', 'contentinfo']);
const STATES: Record<string, (value: unknown) => string> = {
  checked: (value) => (value === 'true' || value === true ? 'checked' : 'not checked'),
  expanded: (value) => (value ? 'expanded' : 'collapsed'),
  level: (value) => `level ${String(value)}`,
  invalid: (value) => (value === 'true' ? 'invalid' : ''),
};

/**
 * What a screen reader says of a widget when it is read from top to bottom: one line a stop, role first, by the accessibility
 * tree of the browser itself. Names are computed there, so a control without one shows as a bare role.
 */
export async function spokenLines(page: Page, selector: string): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  try {
    const {nodes} = (await session.send('Accessibility.getFullAXTree')) as unknown as {nodes: AxNode[]};
    const root = await nodeOf(session, selector);
    const byId = new Map(nodes.map((node) => [node.nodeId, node]));
    const start = nodes.find(({backendDOMNodeId}) => backendDOMNodeId === root);
    if (!start) throw new Error(`${selector} is not in the accessibility tree.`);
    const lines: string[] = [];
    const running: string[] = [];
    const flush = () => {
      const text = running.splice(0).join(' ').replace(/\s+/g, ' ').trim();
      if (text) lines.push(text);
    };
    const read = (node: AxNode, named = false): void => {
      const role = node.role?.value ?? '';
      const name = node.name?.value.replace(/\s+/g, ' ').trim() ?? '';
      if (!node.ignored && role === 'StaticText') return void (named || running.push(node.name?.value ?? ''));
      const spoken = !node.ignored && (WHOLE.has(role) || (REGIONS.has(role) && (role !== 'status' || name || node.childIds?.length)));
      const breaks = spoken || !INLINE.has(role);
      if (breaks) flush();
      if (spoken) {
        const states = (node.properties ?? []).flatMap(({name: key, value}) => STATES[key]?.(value.value) || []);
        const said = node.description?.value ? ` (${node.description.value})` : '';
        lines.push([`${role}${name ? `: ${name}` : ''}${said}`, ...states].join(', '));
      }
      if (!WHOLE.has(role) || node.ignored) for (const id of node.childIds ?? []) if (byId.has(id)) read(byId.get(id)!, named || role === 'LabelText'); // a label is the name of its control already
      if (breaks) flush();
    };
    read(start);
    return lines;
  } finally {
    await session.detach();
  }
}

/** Text of these runs on in the line that it stands in. */
const INLINE = new Set(['none', 'generic', 'strong', 'emphasis', 'superscript', 'InlineTextBox', 'StaticText']);

async function nodeOf(session: CDPSession, selector: string): Promise<number> {
  const {result} = (await session.send('Runtime.evaluate', {expression: `document.querySelector(${JSON.stringify(selector)})`})) as unknown as {result: {objectId: string}};
  const {node} = (await session.send('DOM.describeNode', {objectId: result.objectId})) as unknown as {node: {backendNodeId: number}};
  return node.backendNodeId;
}
