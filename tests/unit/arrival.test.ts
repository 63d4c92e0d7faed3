// @vitest-environment node
import { expect, test } from 'vitest';
import { arrivalQuery, readArrival } from '../../utils/arrival.ts';

const place = { block: '0a1b2c3d4e5', offset: 7, share: 0.5 };

test('an arrival comes through an address whole', () => {
  for (const arrival of [
    { place, listen: true },
    { place: { ...place, share: 1 }, listen: false },
    { place: null, listen: true },
    { place: null, listen: false },
  ]) {
    const query = new URLSearchParams(new URLSearchParams(arrivalQuery(arrival)).toString());
    expect(readArrival(query)).toEqual(arrival);
  }
  expect(arrivalQuery({ place: null, listen: false })).toEqual({});
});

test('what is no place is none', () => {
  for (const at of ['', '7', '7~0.5000~', '-7~0.5000~a', '7~2.0000~a', '7~NaN~a', '1e3~0.5000~a']) {
    expect(readArrival(new URLSearchParams({ at })).place).toBeNull();
  }
});
