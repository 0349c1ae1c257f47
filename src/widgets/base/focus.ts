/** Settles after the next frame has been painted. In a page that is not shown nothing is painted: then at once. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    if (document.hidden) resolve();
    else requestAnimationFrame(() => setTimeout(resolve));
  });
}

/** Puts focus on the new question; scrolls only when the widget's top is out of sight. */
export function focusHeading(host: Element, root: ShadowRoot): void {
  const target = root.getElementById('kop');
  target?.focus({preventScroll: true});
  const {top} = host.getBoundingClientRect();
  if (target && (top < 0 || target.getBoundingClientRect().bottom > innerHeight)) host.scrollIntoView({block: 'start'});
}

/** Puts focus on the first field that must be filled in or mended. */
export function focusField(root: ShadowRoot): void {
  root.querySelector<HTMLElement>('[aria-describedby~=fout]')?.focus();
}
