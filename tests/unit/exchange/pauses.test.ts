import { expect, it } from 'vitest';
import { createPauses } from '../../../utils/exchange/pauses.ts';

it('lets others work once enough time has passed, and not before', async () => {
  let clock = 0;
  const pause = createPauses(() => clock);
  let others = 0;
  const other = () => setTimeout(() => others++);

  other();
  await pause();
  expect(others).toBe(0);

  clock += 1000;
  while (others === 0) {
    await pause();
    clock += 1000;
  }
  expect(others).toBe(1);
});
