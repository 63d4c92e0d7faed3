import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { saveFailure } from '../../../utils/library/errors.ts';

const full = new DOMException('no room', 'QuotaExceededError');

test('a full disk is told as such, however the error comes', () => {
  const bulk = new Dexie.BulkError('texts.bulkPut(): 1 of 1 operations failed', [full]);
  const aborted = Object.assign(new Error('aborted'), { name: 'AbortError', inner: full });
  const caused = new Error('failed', { cause: bulk });
  const deletesOnly = new DOMException(
    'A mutation operation was attempted on a database that did not allow mutations.',
    'InvalidStateError',
  );
  expect([full, bulk, aborted, caused, deletesOnly].map(saveFailure)).toEqual(
    Array(5).fill('no-space'),
  );
  expect(saveFailure(new Error('closed'))).toBe('database');
});
