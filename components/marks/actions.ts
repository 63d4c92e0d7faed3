import type { BlockText } from '../../utils/library/edits/find-passage.ts';
import type { EditGiven } from '../../utils/library/edits/edits.ts';
import type { Anchor, Colour, Edit } from '../../utils/library/item.ts';
import {
  highlightOver,
  marksIn,
  nameOf,
  noted,
  notedArticle,
  recoloured,
  unmarked,
  type Mark,
} from '../../utils/library/edits/marks.ts';
import type { Change } from './change.ts';
import type { NoteAbout } from './marking.ts';

/** What can be done with passages of the article shown. */
export interface MarkActions {
  /** Answers what a note on it would be about; null where it was not marked. */
  highlight(stretches: readonly Anchor[], colour: Colour): Promise<NoteAbout | null>;
  recolour(name: string, colour: Colour): Promise<boolean>;
  remove(name: string): Promise<boolean>;
  note(about: NoteAbout, text: string): Promise<boolean>;
}

export function markActions(change: Change, blocks: readonly BlockText[]): MarkActions {
  const withMark =
    (name: string, make: (mark: Mark) => EditGiven[]) => (edits: readonly Edit[]) => {
      const mark = marksIn(edits, blocks).marks.find((one) => one.name === name);
      return mark ? make(mark) : [];
    };
  return {
    async highlight(stretches, colour) {
      const fresh = `mark-${crypto.randomUUID()}`;
      let about: NoteAbout | null = null;
      const done = await change(
        (edits) => {
          const { marks } = marksIn(edits, blocks);
          const given = highlightOver(stretches, { colour, name: fresh }, marks, blocks);
          about = aboutNote(given, edits, blocks);
          return given;
        },
        { text: 'marked', undo: false },
      );
      return done ? about : null;
    },
    recolour: (name, colour) =>
      change(
        withMark(name, (mark) => recoloured(mark, colour)),
        { text: 'marked', undo: false },
      ),
    remove: (name) => change(withMark(name, unmarked), { text: 'unmarked', undo: true }),
    note({ name, note }, text) {
      const told = { text: text.trim() ? 'noteKept' : 'noteRemoved', undo: !text.trim() } as const;
      return change((edits) => {
        const onMark = name === null ? [] : withMark(name, (mark) => noted(mark, text))(edits);
        if (onMark.length > 0) return onMark;
        // Where its highlight has gone meanwhile the note is one on the article.
        const known = edits.find(({ id, removed }) => id === note && !removed) ?? null;
        return notedArticle(known, text);
      }, told);
    },
  };
}

/** The highlight just made, as it will stand among the edits. */
function aboutNote(
  given: readonly EditGiven[],
  edits: readonly Edit[],
  blocks: readonly BlockText[],
): NoteAbout | null {
  const [first] = given;
  if (!first) return null;
  const ids = new Set(given.map(({ id }) => id));
  const later = [
    ...edits.filter(({ id }) => !ids.has(id)),
    ...given.map((edit) => ({ ...edit, stamp: '' })),
  ];
  const mark = marksIn(later, blocks).marks.find(({ name }) => name === nameOf(first.id));
  return mark ? aboutMark(mark) : null;
}

export function aboutMark({ name, quote, note }: Mark): NoteAbout {
  return { name, note: note?.id ?? null, quote, text: note?.value ?? '' };
}

/** A note on the whole article: one there is, or a new one. */
export function aboutArticle(note: Edit | null): NoteAbout {
  return { name: null, note: note?.id ?? null, quote: '', text: note?.value ?? '' };
}
