import { canonicalJson } from '../canonical-json.ts';
import { currentEdits } from './current-edits.ts';
import type { EditGiven } from './edits.ts';
import { passagesIn, type BlockText } from './find-passage.ts';
import type { Anchor, Colour, Edit } from '../item.ts';

export const COLOURS: readonly Colour[] = [1, 2, 3, 4];

/** A highlight of one block or several, with its note. */
export interface Mark {
  name: string;
  colour: Colour;
  /** In the order of the text, those not in it last; none where a note stands whose highlight is gone. */
  pieces: Edit[];
  /** Where the first of its pieces stand in the text shown; the others wait for a text that has them. */
  anchors: Anchor[];
  /** The passage, a line each block. */
  quote: string;
  note: Edit | null;
}

export interface Marks {
  /** In the order of the text; those not in it last, in the order they were made. */
  marks: Mark[];
  /** Notes on the whole article. */
  notes: Edit[];
}

/** What the pieces of a highlight and its note have in common. */
export function nameOf(id: string): string {
  return id.replace(/-(?:\d+|note)$/u, '');
}

/** The highlights and notes of a text that stand. */
export function marksIn(edits: readonly Edit[], blocks: readonly BlockText[]): Marks {
  const find = passagesIn(blocks);
  const texts = new Map(blocks.map(({ key, text }, index) => [key, { text, index }]));
  const standing = currentEdits(edits);
  const groups = new Map<string, { pieces: Edit[]; note: Edit | null }>();
  for (const edit of standing) {
    if (edit.kind !== 'highlight' && (edit.kind !== 'note' || !edit.anchor)) continue;
    const group = groups.get(nameOf(edit.id)) ?? { pieces: [], note: null };
    if (edit.kind === 'note') group.note = edit;
    else group.pieces.push(edit);
    groups.set(nameOf(edit.id), group);
  }
  const orderOf = (anchor: Anchor | null | undefined): number =>
    anchor
      ? (texts.get(anchor.block)?.index ?? 0) * 1e9 + Math.min(anchor.start, 1e9 - 1)
      : Number.MAX_VALUE;
  const marks = [...groups].map(([name, { pieces, note }]): { mark: Mark; at: number } => {
    const placed = pieces
      .map((piece) => ({ piece, anchor: find(piece) }))
      .toSorted(
        (a, b) =>
          orderOf(a.anchor) - orderOf(b.anchor) || pieceNumber(a.piece) - pieceNumber(b.piece),
      );
    const anchors = placed.flatMap(({ anchor }) => anchor ?? []);
    const quotes = placed.map(({ piece, anchor }) =>
      anchor ? (texts.get(anchor.block)?.text.slice(anchor.start, anchor.end) ?? '') : piece.value,
    );
    const mark: Mark = {
      name,
      colour: placed[0]?.piece.colour ?? 1,
      pieces: placed.map(({ piece }) => piece),
      anchors,
      quote: quotes.filter(Boolean).join('\n'),
      note,
    };
    return { mark, at: orderOf(anchors[0]) };
  });
  return {
    marks: marks.toSorted((a, b) => (a.at === b.at ? 0 : a.at - b.at)).map(({ mark }) => mark),
    notes: standing.filter(({ kind, anchor }) => kind === 'note' && !anchor),
  };
}

function pieceNumber({ id }: Edit): number {
  return Number(/-(\d+)$/u.exec(id)?.[1] ?? 0);
}

/** Units of the text kept on each side of a piece. */
const AROUND = 32;

/**
 * A highlight over stretches of blocks. Those it meets become part of it: it keeps the name of the
 * first of them, and their notes, so that no passage is marked twice and no note is lost. Pieces that
 * wait for a text are left as they are.
 *
 * @param name of a new one
 */
export function highlightOver(
  stretches: readonly Anchor[],
  { colour, name }: { colour: Colour; name: string },
  marks: readonly Mark[],
  blocks: readonly BlockText[],
): EditGiven[] {
  const met = marks.filter(({ anchors }) =>
    anchors.some((one) => stretches.some((other) => isShared(one, other))),
  );
  const own = met[0]?.name ?? name;
  const placed = met.flatMap(({ pieces, anchors }) =>
    pieces.flatMap((piece, index) => {
      const anchor = anchors[index];
      return anchor ? [{ piece, anchor }] : [];
    }),
  );
  const all = [...stretches, ...placed.map(({ anchor }) => anchor)];
  const taken = new Set(met[0]?.pieces.map(({ id }) => id));
  const known = new Set<string>();
  const given = blocks.flatMap(({ key }, index) =>
    joined(all, key).map((anchor): EditGiven => {
      // By the block, not by the order: two devices that extend it add pieces of their own each.
      let number = index;
      const kept = placed.find(
        ({ piece, anchor: a }) => taken.has(piece.id) && isShared(a, anchor),
      );
      while (!kept && taken.has(`${own}-${number}`)) number += blocks.length;
      const id = kept?.piece.id ?? `${own}-${number}`;
      taken.add(id);
      known.add(id);
      return pieceOf(id, anchor);
    }),
  );
  const notes = met.flatMap(({ note }) => note?.value ?? []);
  const moved = met.slice(1).some(({ note }) => note !== null);
  return [
    ...given,
    ...placed.flatMap(({ piece }) => (known.has(piece.id) ? [] : gone(withoutStamp(piece)))),
    ...met.slice(1).flatMap(({ note }) => (note ? [gone(withoutStamp(note))] : [])),
    ...(moved && given[0] ? [noteEdit(`${own}-note`, given[0].anchor, notes.join('\n\n'))] : []),
  ];

  function pieceOf(id: string, anchor: Anchor): EditGiven {
    const text = blocks.find(({ key }) => key === anchor.block)?.text ?? '';
    return {
      id,
      kind: 'highlight',
      anchor,
      value: text.slice(anchor.start, anchor.end),
      colour,
      around: [
        text.slice(Math.max(0, anchor.start - AROUND), anchor.start),
        text.slice(anchor.end, anchor.end + AROUND),
      ],
      removed: false,
    };
  }
}

/** The stretches of a block in their order, those that meet or touch made one. */
function joined(stretches: readonly Anchor[], block: string): Anchor[] {
  const found: Anchor[] = [];
  for (const stretch of stretches.filter((one) => one.block === block).toSorted(byStart)) {
    const last = found.at(-1);
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end);
    else found.push({ ...stretch });
  }
  return found;
}

function byStart(a: Anchor, b: Anchor): number {
  return a.start - b.start;
}

function isShared(a: Anchor, b: Anchor): boolean {
  return a.block === b.block && a.start < b.end && b.start < a.end;
}

export function recoloured({ pieces }: Mark, colour: Colour): EditGiven[] {
  return pieces.map((piece) => ({ ...withoutStamp(piece), colour }));
}

/** The highlight and its note taken away. */
export function unmarked({ pieces, note }: Mark): EditGiven[] {
  return [...pieces, ...(note ? [note] : [])].map(withoutStamp).map(gone);
}

/** A note on a highlight; without words the note is taken away. */
export function noted({ name, pieces, note }: Mark, text: string): EditGiven[] {
  const anchor = note?.anchor ?? pieces[0]?.anchor;
  return anchor ? [noteEdit(note?.id ?? `${name}-note`, anchor, text)] : [];
}

/** A note on the whole article, beside those there are; one without words is taken away. */
export function notedArticle(note: Edit | null, text: string): EditGiven[] {
  if (!note && text.trim() === '') return [];
  return [noteEdit(note?.id ?? `note-${crypto.randomUUID()}`, null, text)];
}

function noteEdit(id: string, anchor: Anchor | null, text: string): EditGiven {
  return { id, kind: 'note', anchor, value: text, removed: text.trim() === '' };
}

function gone(edit: EditGiven): EditGiven {
  return { ...edit, removed: true };
}

export function withoutStamp(edit: Edit): EditGiven {
  const { stamp: _, ...given } = edit;
  return given;
}

/**
 * What takes a change back: the edits as they were before it; those it added go.
 *
 * @param now the edits there are by then: what was changed since stays as it is
 */
export function undoing(
  given: readonly EditGiven[],
  before: readonly Edit[],
  now: readonly Edit[],
): EditGiven[] {
  const known = new Map(before.map((edit) => [edit.id, edit]));
  const standing = new Map(now.map((edit) => [edit.id, canonicalJson(withoutStamp(edit))]));
  return given
    .filter((edit) => standing.get(edit.id) === canonicalJson(edit))
    .map((edit) => {
      const earlier = known.get(edit.id);
      return earlier ? withoutStamp(earlier) : gone(edit);
    });
}
