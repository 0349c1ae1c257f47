/** For sites that can only place a script without `type="module"`: it fetches the loader beside it. */
const script = document.currentScript as HTMLScriptElement | null;
if (script) {
  import(new URL('mantelzorg-widgets.js', script.src).href).catch((error: unknown) => {
    console.warn('mantelzorg-widgets: het script kon niet worden geladen.', error);
  });
}
