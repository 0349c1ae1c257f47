/** Settles after the next frame has been painted. In a page that is not shown nothing is painted: then at once. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}

/**
 * Puts focus on the new question; scrolls to `anchor` only when its top is out of sight. With the next frame, which has
 * to lay out the question anyway: asked at once, the browser would do that work while the visitor's tap is handled.
 */
export function focusHeading(anchor: Element, root: ShadowRoot): void {
  const act = () => {
    const target = root.getElementById('kop');
    target?.focus({preventScroll: true});
    const {top} = anchor.getBoundingClientRect();
    if (target && (top < 0 || target.getBoundingClientRect().bottom > innerHeight)) anchor.scrollIntoView({block: 'start'});
  };
  if (document.hidden) act();
  else requestAnimationFrame(act);
}

/**
 * Puts focus on the first field that must be filled in or mended; the error is read with it. Where the focus is there
 * already nothing would be read, so then the error speaks for itself.
 */
export function focusField(root: ShadowRoot): void {
  const field = root.querySelector<HTMLElement>('[aria-describedby~=fout]');
  if (field && field === root.activeElement) root.getElementById('fout')?.setAttribute('role', 'alert');
  field?.focus();
}
