import * as words from './answer-words.js';

const BLOCKS = /^(p|div|li|h[1-6]|section|aside|ul|ol|dl|dt|dd|legend|fieldset|summary|details|br)$/;
const SKIPPED = /^(button|input|textarea|svg|style)$/;

/** The conversation as lines of text: what stands in the log, without what is there to press. */
export function logText(log: Element): string {
  const messages = [...log.querySelectorAll<HTMLElement>('[data-bericht]')].map((message) => {
    const text = textOf(message).replace(/[^\S\n]+/g, ' ').replace(/ ?\n[\n ]*/g, '\n').trim();
    return `${message.dataset['van'] === 'bezoeker' ? words.you() : words.program()}\n${text}`;
  });
  return `${[words.fileTitle(), ...messages].join('\n\n')}\n`;
}

function textOf(node: Node): string {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? '';
  if (!(node instanceof Element) || SKIPPED.test(node.localName) || node.classList.contains('sr')) return '';
  const assigned = node.localName === 'slot' ? (node as HTMLSlotElement).assignedNodes() : [...node.childNodes];
  const inside = assigned.map(textOf).join('');
  const href = node.localName === 'a' ? (node.getAttribute('href') ?? '') : '';
  const text = /^https:/.test(href) && !inside.includes(href) ? `${inside} (${href})` : inside;
  return BLOCKS.test(node.localName) ? `\n${node.localName === 'li' ? `- ${text.trim()}` : text}\n` : text;
}
