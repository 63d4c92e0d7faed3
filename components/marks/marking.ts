import { signal, type Signal } from '@preact/signals';

/** What a dialog over the article is about. */
export type MarksAsking = { kind: 'list' } | { kind: 'note'; about: NoteAbout; fromList: boolean };

/** A note on a highlight, by its name, or on the whole article. */
export interface NoteAbout {
  name: string | null;
  /** Id of a note on the article that there is already. */
  note: string | null;
  /** The passage; empty for the article. */
  quote: string;
  /** The note as it stands. */
  text: string;
}

/** What menus can do with the article shown. */
export interface MarkCommands {
  openList: () => void;
  noteArticle: () => void;
  /** Blocks are gone through one by one, hidden and turned; or no longer. */
  toggleHand: () => void;
  turnArticle: () => void;
}

/** What the article shown shares with the bar above it. */
export interface Marking {
  asking: Signal<MarksAsking | null>;
  /** Whether blocks are being hidden and turned by hand. */
  hand: Signal<boolean>;
  /** null while no article is shown. */
  commands: Signal<MarkCommands | null>;
}

export function createMarking(): Marking {
  return {
    asking: signal<MarksAsking | null>(null),
    hand: signal(false),
    commands: signal<MarkCommands | null>(null),
  };
}
