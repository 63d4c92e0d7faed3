import { render, type ComponentChildren, type ComponentType } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { PageKeys } from '../keys/page-keys.tsx';
import { createToasts, ToastRegion, type Toasts } from '../ui/toasts.tsx';
import { I18nContext } from '../ui/i18n-context.ts';
import { PicturesContext } from '../article/pictures-context.ts';
import { ShowingContext } from '../reading/showing-context.ts';
import { fetchFaces } from '../reading/fetch-faces.ts';
import { createLookState, type LookState } from '../reading/look-state.ts';

/** What every screen of ours stands on. */
export interface Base {
  state: LookState;
  toasts: Toasts;
  /** Aborts when the page goes. */
  until: AbortSignal;
}

/** Puts a screen in place of the bar that `index.html` shows until then. */
export function mount(Screen: ComponentType<{ base: Base }>): void {
  const gone = new AbortController();
  addEventListener('pagehide', (event) => {
    if (!event.persisted) gone.abort();
  });
  const base: Base = {
    state: createLookState(document, gone.signal),
    toasts: createToasts(),
    until: gone.signal,
  };
  fetchFaces(document);
  const root = document.querySelector('#app');
  if (!root) throw new Error('The page has no #app');
  root.replaceChildren();
  render(
    <Shell base={base}>
      <Screen base={base} />
    </Shell>,
    root,
  );
}

function Shell({ base, children }: { base: Base; children: ComponentChildren }) {
  const i18n = base.state.i18n.value;
  useLayoutEffect(() => {
    document.title = i18n.t('extensionName');
  }, [i18n]);
  return (
    <I18nContext.Provider value={i18n}>
      <ShowingContext.Provider value={base.state.look.value}>
        <PicturesContext.Provider value={base.state.look.value.pictures}>
          <PageKeys state={base.state} />
          {children}
        </PicturesContext.Provider>
      </ShowingContext.Provider>
      <ToastRegion toasts={base.toasts} />
    </I18nContext.Provider>
  );
}
