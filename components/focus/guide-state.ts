import { signal } from '@preact/signals';

const KEPT = 'warraq:line-guide';

/** Whether all but a few lines are dimmed: off until switched on, then as it was left on this device. */
export const guideIsOn = signal(wasOn());

export function switchGuide(): void {
  guideIsOn.value = !guideIsOn.value;
  try {
    localStorage.setItem(KEPT, String(guideIsOn.value));
  } catch (error) {
    // Not kept for the next page; here it is on all the same.
    console.warn(error);
  }
}

function wasOn(): boolean {
  try {
    return localStorage.getItem(KEPT) === 'true';
  } catch {
    // Storage switched off: then it is as it is at first.
    return false;
  }
}
