/** Room around a control for the ring that shows its focus, in px. */
const RING = 4;

/** What is watched for each chat. */
const watches = new WeakMap<HTMLElement, AbortController>();

/**
 * Keeps the launcher off the control of the page that has the focus: it goes to the other side, and where that is covered
 * too, as by a field over the whole width, it is not seen until the focus leaves or the field is scrolled out from below it.
 * Nothing runs while the page scrolls: the browser tells when that one control comes below the launcher. `close` closes an
 * open panel, behind which the control is hidden as a whole.
 */
export function makeRoom(host: HTMLElement, close: () => void, target: EventTarget | null | undefined = focusedOnPage()): void {
  leaveRoom(host);
  const root = host.shadowRoot!;
  const launcher = root.querySelector<HTMLElement>('.lanceer');
  if (!launcher || !isControl(target) || host.contains(target) || target.getRootNode() === root) return;
  const watch = new AbortController();
  const {signal} = watch;
  watches.set(host, watch);
  let observer: IntersectionObserver;
  let told = false;
  const observe = () => {
    observer?.disconnect();
    const {top, bottom} = stripOf(host, launcher);
    // With a root of its own the margin counts inside frames too.
    observer = new IntersectionObserver(
      () => {
        stand(launcher, target.getBoundingClientRect());
        // The first report comes when the page has scrolled to what has the focus; later ones are about scrolling.
        if (!told && isBehind(target, root.querySelector('.paneel.open'))) close();
        told = true;
      },
      {root: document, rootMargin: `${-top}px 0px ${bottom - innerHeight}px 0px`},
    );
    observer.observe(target);
  };
  stand(launcher, target.getBoundingClientRect());
  observe();
  addEventListener('resize', observe, {signal});
  target.addEventListener('blur', () => leaveRoom(host), {signal});
  signal.addEventListener('abort', () => {
    observer.disconnect();
    stand(launcher);
  });
}

/** Lets the launcher stand where it stands by itself. */
export function leaveRoom(host: HTMLElement): void {
  watches.get(host)?.abort();
  watches.delete(host);
}

/** Puts the launcher where it does not cover `there`: in its own corner, in the other one, or out of sight. */
function stand(launcher: HTMLElement, there?: DOMRect): void {
  const {left, right, top, bottom} = launcher.getBoundingClientRect();
  const row = launcher.parentElement!.getBoundingClientRect();
  const mirrored = {left: row.left + row.right - right, right: row.left + row.right - left};
  const sides = [{left, right}, mirrored];
  const [own, other] = (launcher.classList.contains('opzij') ? sides.reverse() : sides) as [typeof mirrored, typeof mirrored];
  const covers = (side: typeof mirrored) => !!there && side.left - RING < there.right && side.right + RING > there.left && top - RING < there.bottom && bottom + RING > there.top;
  launcher.classList.toggle('opzij', covers(own) && !covers(other));
  launcher.classList.toggle('weg', covers(own) && covers(other));
}

/** Between which heights of the window the launcher stands until its own row comes into view. */
function stripOf(host: HTMLElement, launcher: HTMLElement): {top: number; bottom: number} {
  const bottom = innerHeight - (parseFloat(getComputedStyle(host).bottom) || 0);
  return {top: Math.max(0, Math.floor(bottom - launcher.offsetHeight - RING)), bottom: Math.ceil(Math.min(innerHeight, bottom + RING))};
}

/** What takes the focus only from a link to it, such as the main part of a page, is no control. */
const isControl = (target: EventTarget | null | undefined): target is HTMLElement | SVGElement => (target instanceof HTMLElement || target instanceof SVGElement) && target.tabIndex >= 0;

function isBehind(target: Element, panel: Element | null): boolean {
  if (!panel) return false;
  const [inner, outer] = [target.getBoundingClientRect(), panel.getBoundingClientRect()];
  return inner.width > 0 && inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom;
}

/** Also inside another widget. */
function focusedOnPage(): Element | null {
  let active = document.activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}
