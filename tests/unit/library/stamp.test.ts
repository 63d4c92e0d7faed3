import { describe, expect, it } from 'vitest';
import { nextStamp } from '../../../utils/library/stamp.ts';

const DEVICE = 'aaaaaaaa';

const after = (seen: string): string => nextStamp(1000, DEVICE, [seen]);

describe('nextStamp', () => {
  it('reads the clock', () => {
    expect(nextStamp(0x18f, DEVICE, [])).toBe('00000000018f-0000-aaaaaaaa');
  });

  it('is later than what it has seen though the clock went back', () => {
    const seen = nextStamp(1000, 'ffffffff', []);
    expect(nextStamp(10, DEVICE, [seen]) > seen).toBe(true);
  });

  it('counts within a millisecond, on into the next', () => {
    expect(after('0000000003e8-0000-bbbbbbbb')).toBe('0000000003e8-0001-aaaaaaaa');
    expect(after('0000000003e8-fffe-bbbbbbbb')).toBe('0000000003e8-ffff-aaaaaaaa');
    expect(after('0000000003e8-ffff-bbbbbbbb')).toBe('0000000003e9-0000-aaaaaaaa');
  });

  it('is not led astray by what is no stamp', () => {
    expect(nextStamp(16, DEVICE, ['', 'لا شيء'])).toBe('000000000010-0000-aaaaaaaa');
  });
});
