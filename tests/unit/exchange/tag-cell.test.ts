import { expect, it } from 'vitest';
import { joinTags, splitTags } from '../../../utils/exchange/tag-cell.ts';

it.each([[[]], [['أ']], [['a|b', 'c\\', '\\|', '=x', 'س, ص']], [['\n', '|']]])(
  'reads the tags %j again',
  (tags) => {
    expect(splitTags(joinTags(tags))).toEqual(tags);
  },
);
