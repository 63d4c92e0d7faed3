import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Article } from '../../utils/article/article.ts';
import { turned, turnedArticle } from '../../utils/library/edits/block-edits.ts';
import { currentEdits } from '../../utils/library/edits/current-edits.ts';
import type { BlockText } from '../../utils/library/edits/find-passage.ts';
import type { Anchor, Colour, Edit } from '../../utils/library/item.ts';
import { marksIn, withoutStamp, type Mark } from '../../utils/library/edits/marks.ts';
import { useCommand } from '../keys/commands.ts';
import { IconButton } from '../ui/button.tsx';
import { useI18n } from '../ui/i18n-context.ts';
import { aboutArticle, aboutMark, markActions } from './actions.ts';
import { useAim, type Aim } from './aim.ts';
import type { Change } from './change.ts';
import { HandTools } from './hand-tools.tsx';
import { goToMark } from './jump.ts';
import type { MarkCommands, Marking } from './marking.ts';
import { MarksDialog } from './marks-dialog.tsx';
import { NoteDialog } from './note-dialog.tsx';
import { textBlocks } from './text-blocks.ts';
import { Swatches, Tools } from './tools.tsx';

interface ArticleMarksProps {
  article: Article;
  edits: readonly Edit[];
  change: Change;
  marking: Marking;
}

/** The tint used last is the one a note is marked with. */
const lastUsed: { colour: Colour } = { colour: 1 };

/** What floats over the article shown: tools at selection, highlight and block, and their dialogs. */
export function ArticleMarks({ article, edits, change, marking }: ArticleMarksProps) {
  const { t } = useI18n();
  const blocks = useMemo(() => textBlocks(article), [article]);
  const marks = useMemo(() => marksIn(edits, blocks), [edits, blocks]);
  const actions = markActions(change, blocks);
  const tools = useRef<HTMLDivElement>(null);
  const standsOn = useRef<BlockText | null>(null);
  const [target, setTarget] = useState<Mark | null>(null);
  const hand = marking.hand.value;
  const { aim, drop, now } = useAim(blocks, tools, hand);

  const highlight = async (
    stretches: readonly Anchor[],
    colour: Colour,
    asksNote: boolean,
  ): Promise<void> => {
    lastUsed.colour = colour;
    drop();
    const about = await actions.highlight(stretches, colour);
    if (about && asksNote) marking.asking.value = { kind: 'note', about, fromList: false };
  };
  const pick = (at: Aim, colour: Colour): void => {
    if (at.kind === 'text') return void highlight(at.stretches, colour, false);
    lastUsed.colour = colour;
    drop();
    void actions.recolour(at.name, colour);
  };
  const noteAt = (at: Aim): void => {
    if (at.kind === 'text') return void highlight(at.stretches, lastUsed.colour, true);
    const mark = marks.marks.find(({ name }) => name === at.name);
    drop();
    if (mark) marking.asking.value = { kind: 'note', about: aboutMark(mark), fromList: false };
  };
  const whole = ({ key, text }: BlockText): Anchor[] => [
    { block: key, start: 0, end: text.length },
  ];
  /** What the key is about: what is selected or pressed, else the block the hand stands on. */
  const aimed = (): Aim | null => {
    if (!hand) return now();
    const block = standsOn.current;
    return block && { kind: 'text', stretches: whole(block), box: new DOMRect() };
  };
  const turnArticle = (): void => {
    const other = (turnedArticle(edits) ?? article.dir) === 'rtl' ? 'ltr' : 'rtl';
    void change(() => [turned(null, other === article.dir ? null : other)], {
      text: 'articleTurned',
      undo: true,
    });
  };

  const commands: MarkCommands = {
    openList: () => void (marking.asking.value = { kind: 'list' }),
    noteArticle() {
      const about = aboutArticle(marks.notes.at(-1) ?? null);
      marking.asking.value = { kind: 'note', about, fromList: false };
    },
    toggleHand: () => void (marking.hand.value = !marking.hand.value),
    turnArticle,
  };
  const latest = useRef(commands);
  latest.current = commands;
  useEffect(() => {
    marking.commands.value = {
      openList: () => latest.current.openList(),
      noteArticle: () => latest.current.noteArticle(),
      toggleHand: () => latest.current.toggleHand(),
      turnArticle: () => latest.current.turnArticle(),
    };
    return () => {
      marking.commands.value = null;
      marking.hand.value = false;
      marking.asking.value = null;
    };
  }, [marking]);

  // Without anything to mark the hand finds a block to.
  useCommand('highlight', () => {
    const at = aimed();
    if (at) pick(at, lastUsed.colour);
    else commands.toggleHand();
  });

  // After the dialog has gone and given the focus back.
  useEffect(() => {
    if (target) goToMark(target);
    setTarget(null);
  }, [target]);

  const asking = marking.asking.value;
  const close = (): void => void (marking.asking.value = null);
  const leaveNote = (): void => {
    marking.asking.value = asking?.kind === 'note' && asking.fromList ? { kind: 'list' } : null;
  };
  return (
    <>
      {aim && !asking && !hand && (
        <Tools place={tools} label={t('markTools')} name="mark-tools" keysPass box={aim.box}>
          <Swatches
            colour={
              aim.kind === 'mark'
                ? (marks.marks.find(({ name }) => name === aim.name)?.colour ?? null)
                : null
            }
            onPick={(colour) => pick(aim, colour)}
          />
          <IconButton
            label={t('note')}
            icon="note"
            data-testid="mark-note"
            onClick={() => noteAt(aim)}
          />
          {aim.kind === 'mark' && (
            <IconButton
              label={t('markRemove')}
              icon="delete"
              data-testid="mark-remove"
              onClick={() => {
                drop();
                void actions.remove(aim.name);
              }}
            />
          )}
        </Tools>
      )}
      <HandTools
        {...{ article, blocks, edits, change, standsOn }}
        place={tools}
        on={hand}
        asking={asking !== null}
        onLeave={() => (marking.hand.value = false)}
        onMark={(block, colour) => void highlight(whole(block), colour, false)}
        onNote={(block) => void highlight(whole(block), lastUsed.colour, true)}
      />
      {asking?.kind === 'list' && (
        <MarksDialog
          marks={marks}
          hidden={currentEdits(edits).filter(({ kind }) => kind === 'hide')}
          onClose={close}
          onJump={(mark) => {
            close();
            setTarget(mark);
          }}
          onColour={(mark, colour) => void actions.recolour(mark.name, colour)}
          onNote={(mark, note) => {
            const about = mark ? aboutMark(mark) : aboutArticle(note);
            marking.asking.value = { kind: 'note', about, fromList: true };
          }}
          onRemove={(mark) => void actions.remove(mark.name)}
          onShow={(edit) =>
            void change(() => [{ ...withoutStamp(edit), removed: true }], {
              text: 'blockShown',
              undo: false,
            })
          }
        />
      )}
      {asking?.kind === 'note' && (
        <NoteDialog
          about={asking.about}
          draft={`${article.url} ${asking.about.name ?? asking.about.note ?? ''}`}
          onCancel={leaveNote}
          onSave={async (text) => {
            const done = await actions.note(asking.about, text);
            if (done && marking.asking.value === asking) leaveNote();
            return done;
          }}
        />
      )}
    </>
  );
}
