import { describe, expect, it, vi } from 'vitest';
import { ours } from '../../../utils/background/sender.ts';

vi.mock('wxt/browser', async () => ({ browser: (await import('./fake-browser.ts')).fakeBrowser }));

const answer = ours((data: string) => `heard ${data}`);
const from = (sender: object) => ({ data: 'x', sender: sender as never });

describe('who may ask the background', () => {
  it.each(['popup.html', 'reader.html?id=1', 'sidepanel.html#x'])('our own %s', (page) => {
    const sender = { id: 'ours', url: `chrome-extension://ours/${page}` };
    expect(answer(from(sender))).toBe('heard x');
  });

  it.each([
    ['our script on a page', { id: 'ours', url: 'https://news.example/', tab: { id: 1 } }],
    ['another extension', { id: 'other', url: 'chrome-extension://ours/popup.html' }],
    ['a look-alike', { id: 'ours', url: 'chrome-extension://ours.example/popup.html' }],
    ['an address that mentions us', { id: 'ours', url: 'https://x/?chrome-extension://ours/' }],
    ['nobody', {}],
  ])('not %s', (_, sender) => {
    expect(() => answer(from(sender))).toThrow('Only pages of the extension');
  });
});
