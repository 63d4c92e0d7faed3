import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useArrival } from '../../../components/app/use-arrival.ts';
import type { Subject } from '../../../components/app/subject.ts';
import { ListeningBar } from '../../../components/listening/listening-bar.tsx';
import { useListening, type PageListening } from '../../../components/listening/use-listening.ts';
import { fakeVoice, FakeSynth } from '../listening/fake-voices.ts';
import { article } from '../library/samples.ts';
import { all } from './library-page.tsx';

vi.mock('wxt/utils/storage', () => ({
  storage: { defineItem: () => ({ getValue: async () => null, setValue: async () => undefined }) },
}));

const TEXT = '<h1 class="headline">عنوان</h1><div class="article-body"><p>جملة أولى.</p></div>';

let place: HTMLElement;
let fake: FakeSynth;
let gone: AbortController;
let page: PageListening;

function Page({
  subject,
  shown,
  away = false,
}: {
  subject: Subject;
  shown: boolean;
  away?: boolean;
}) {
  const arrival = useArrival(subject);
  page = useListening({
    article: subject.kind === 'article' ? subject.article : null,
    shown,
    atOnce: arrival.listen,
    until: gone.signal,
  });
  const following = { ...page.following, away: signal(away) };
  return (
    <>
      {subject.kind === 'article' && (
        <article
          data-testid="article"
          style={{ display: shown ? 'block' : 'none' }}
          dangerouslySetInnerHTML={{ __html: TEXT }}
        />
      )}
      <ListeningBar page={{ ...page, following }} />
    </>
  );
}

const ARTICLE: Subject = { kind: 'article', article: article({}), item: null, from: 'page' };

async function show(props: Parameters<typeof Page>[0]): Promise<void> {
  await act(() => render(<Page {...props} />, place));
  await act(() => new Promise((next) => setTimeout(next, 150)));
}

beforeEach(() => {
  fake = new FakeSynth([fakeVoice('Majed', 'ar-001')]);
  vi.stubGlobal('speechSynthesis', fake);
  gone = new AbortController();
  place = document.body.appendChild(document.createElement('div'));
});
afterEach(() => {
  render(null, place);
  gone.abort();
  document.body.replaceChildren();
  vi.unstubAllGlobals();
  history.replaceState(null, '', location.pathname);
});

test('an article that changes while it is hidden keeps its place', async () => {
  await show({ subject: ARTICLE, shown: true });
  await act(() => page.listening.begin(null));
  await show({ subject: ARTICLE, shown: true });
  fake.start();
  fake.end();
  expect(fake.last.text).toBe('جملة أولى.');
  await show({ subject: ARTICLE, shown: false });
  expect(page.listening.state.value).toBe('paused');
  await act(() => place.querySelector('p')!.replaceChildren('جملة أخرى.'));
  await show({ subject: ARTICLE, shown: false });
  expect(page.listening.sentence.value?.text).toBe('جملة أولى.');
  await show({ subject: ARTICLE, shown: true });
  expect(page.listening.sentence.value?.text).toBe('جملة أخرى.');
  page.listening.toggle();
  await show({ subject: ARTICLE, shown: true });
  expect(fake.last.text).toBe('جملة أخرى.');
});

test('what the address asks for is for the first that is shown', async () => {
  history.replaceState(null, '', '?listen=1');
  await show({ subject: { kind: 'working' }, shown: true });
  await show({ subject: ARTICLE, shown: true });
  expect(fake.last.text).toBe('عنوان');
});

test('and for no other article, where that is gone', async () => {
  history.replaceState(null, '', '?listen=1');
  await show({ subject: { kind: 'working' }, shown: true });
  await show({ subject: { kind: 'gone', id: null }, shown: true });
  await show({ subject: { kind: 'working' }, shown: true });
  await show({ subject: ARTICLE, shown: true });
  expect(fake.spoken).toEqual([]);
  expect(page.listening.state.value).toBe('closed');
});

test('the region that tells of it stands before, and the way back leaves the focus in the bar', async () => {
  await show({ subject: ARTICLE, shown: true });
  const [region] = all(place, 'listen-trouble');
  expect(region).toBeDefined();
  expect(all(place, 'listening-bar')).toEqual([]);
  await act(() => page.listening.begin(null));
  await show({ subject: ARTICLE, shown: true, away: true });
  expect(all(place, 'listen-trouble')[0]).toBe(region);
  const [here] = all(place, 'listen-here');
  here?.focus();
  await act(() => here?.click());
  expect(document.activeElement).toBe(all(place, 'listen-toggle')[0]);
});
