import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { LookState } from '../../../components/reading/look-state.ts';
import { DatesGroup } from '../../../components/reading/panel-groups.tsx';
import { createI18n } from '../../../utils/i18n.ts';
import { DEFAULT_LOOK } from '../../../utils/look.ts';

vi.mock('../../../components/reading/look-state.ts', () => ({}));

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  document.body.replaceChildren();
});

test("the sample of dates is today on the reader's clock", () => {
  vi.stubEnv('TZ', 'Asia/Riyadh');
  vi.useFakeTimers({ now: Date.parse('2026-11-26T22:30:00Z'), toFake: ['Date'] });
  expect(new Date().getDate()).toBe(27);
  const state = { look: signal(DEFAULT_LOOK), i18n: signal(createI18n('ar')) };
  void act(() => render(<DatesGroup state={state as unknown as LookState} />, document.body));
  const sample = document.querySelector('[data-testid="date-sample"]');
  expect(sample?.textContent).toContain('27');
});
